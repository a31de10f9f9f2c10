"""What TypeScript's annotations say of the places that they stand at. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Entry, Place, Record
from migrate_vllm.flow.script.classes import declared_members, instance

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering

_TRANSPARENT = frozenset("Promise PromiseLike Awaited Readonly Partial Required NonNullable Pick Omit MaybePromise".split())
"""types that say nothing of their own"""
_ITERABLE = frozenset(
    "Array ReadonlyArray Set ReadonlySet Iterable Iterator AsyncIterable AsyncIterator IterableIterator"
    " AsyncIterableIterator Generator AsyncGenerator ReadableStream".split()
)
_MAPPING = frozenset("Record Map ReadonlyMap WeakMap".split())


def _all(low: Lowering, node: Node, target: Place) -> None:
    """Of a union each part is said."""
    for child in node.named_children:
        low.annotate(child, target)


def _nothing(_low: Lowering, _node: Node, _target: Place) -> None:
    return


def _array(low: Lowering, node: Node, target: Place) -> None:
    _each(low, node.named_child(0), target)


def _each(low: Lowering, inner: Node | None, target: Place) -> None:
    if inner is None or inner.type == "predefined_type":
        return
    place = low.place(inner)
    low.annotate(inner, place)
    low.add(Record(target, (Entry(EACH, place, low.span(inner)),)))


def _tuple(low: Lowering, node: Node, target: Place) -> None:
    entries: list[Entry] = []
    for index, child in enumerate(node.named_children):
        place, at = low.place(child), low.span(child)
        low.annotate(child, place)
        entries += [Entry(EACH, place, at), Entry(str(index), place, at)]
    low.add(Record(target, tuple(entries)))


def _object(low: Lowering, node: Node, target: Place) -> None:
    entries = [Entry(name, place, low.form.spans.get(place, low.span(node))) for name, place in declared_members(low, node)]
    low.add(Record(target, tuple(entries)))


def _generic(low: Lowering, node: Node, target: Place) -> None:
    name, arguments = node.child_by_field_name("name"), node.child_by_field_name("type_arguments")
    if name is None or arguments is None:
        return
    called = low.text(name)
    inner = arguments.named_children
    if called in _TRANSPARENT and inner:
        low.annotate(inner[0], target)
        inner = inner[1:]
    elif called in _ITERABLE and inner:
        _each(low, inner[0], target)
        inner = inner[1:]
    elif called in _MAPPING and len(inner) == 2:
        _each(low, inner[1], target)
        inner = inner[:1]
    else:
        instance(low, name, target)
    for other in inner:
        low.annotate(other, low.form.place())


TYPES = {
    "type_annotation": _all,
    "union_type": _all,
    "intersection_type": _all,
    "parenthesized_type": _all,
    "readonly_type": _all,
    "optional_type": _all,
    "rest_type": _all,
    "predefined_type": _nothing,
    "literal_type": _nothing,
    "this_type": _nothing,
    "type_query": _nothing,
    "type_predicate_annotation": _nothing,
    "asserts_annotation": _nothing,
    "comment": _nothing,
    "type_identifier": instance,
    "nested_type_identifier": instance,
    "generic_type": _generic,
    "array_type": _array,
    "tuple_type": _tuple,
    "object_type": _object,
}
