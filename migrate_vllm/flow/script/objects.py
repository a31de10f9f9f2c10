"""Object literals. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import REST, Entry, Place, Record, Span
from migrate_vllm.flow.script.functions import function
from migrate_vllm.flow.script.keys import key_of
from migrate_vllm.flow.script.literals import spread

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering


def record(low: Lowering, node: Node) -> Place:
    target = low.place(node)
    entries: list[Entry] = []
    for child in node.named_children:
        entry = _ENTRIES.get(child.type)
        if entry is None:
            low.statement(child)
        else:
            entries.extend(entry(low, child, target))
    low.add(Record(target, tuple(entries)))
    return target


def _pair(low: Lowering, node: Node, target: Place) -> list[Entry]:
    name, at = key_of(low, node.child_by_field_name("key"))
    value = node.child_by_field_name("value")
    if value is not None and value.type in ("function_expression", "generator_function"):
        return [Entry(name, function(low, value, this=target), at)]
    return [Entry(name, low.expression(value), at)]


def _shorthand(low: Lowering, node: Node, _target: Place) -> list[Entry]:
    at: Span = low.span(node)
    name = low.text(node)
    return [Entry(name, low.scopes.read(name, at), at)]


def _method(low: Lowering, node: Node, target: Place) -> list[Entry]:
    """A getter is read without a call: what it returns is the entry. A setter is none."""
    name, at = key_of(low, node.child_by_field_name("name"))
    kinds = {child.type for child in node.children[:-2]}
    if "get" in kinds:
        returns = low.form.place()
        function(low, node, this=target, returns=returns)
        return [Entry(name, returns, at)]
    place = function(low, node, this=target)
    return [] if "set" in kinds else [Entry(name, place, at)]


def _spread(low: Lowering, node: Node, _target: Place) -> list[Entry]:
    return [Entry(REST, spread(low, node), low.span(node))]


_ENTRIES = {"pair": _pair, "shorthand_property_identifier": _shorthand, "method_definition": _method, "spread_element": _spread}
