"""What an assignment, a loop or a `with` gives its value to: names, attributes, indices, and patterns of those. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Place, Put
from migrate_vllm.flow.python.literals import key
from migrate_vllm.flow.python.lowering import DEEPEST, Lowering, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node


def bind(low: Lowering, node: Node, value: Place) -> None:
    """From here on the target holds the value."""
    write = _TARGETS.get(node.type)
    if write is None or low.depth >= DEEPEST:
        low.unknown(node)
        return
    low.depth += 1
    write(low, node, value)
    low.depth -= 1


def _name(low: Lowering, node: Node, value: Place) -> None:
    if node.end_byte > node.start_byte:  # else the parser has put it in
        low.names.write(low.text(node), value)


def _attribute(low: Lowering, node: Node, value: Place) -> None:
    last = node.children[-1]
    base = low.expression(node.children[0])
    low.form.operations.append(Put(base, low.text(last), value, span(last)))


def _subscript(low: Lowering, node: Node, value: Place) -> None:
    base, *indices = parts(node)
    holder = low.expression(base)
    name, at = key(low, indices[0]) if len(indices) == 1 else (EACH, span(node))
    low.form.operations.append(Put(holder, name, value, at))


def _pattern(low: Lowering, node: Node, value: Place) -> None:
    """`a, (b, *c)`: by number; behind a star by none, for nobody knows how many it takes."""
    starred = False
    for number, child in enumerate(parts(node)):
        if child.type in ("list_splat_pattern", "list_splat"):
            starred = True
            bind(low, child.children[-1], low.copied(child, value))
        else:
            bind(low, child, low.get(value, EACH if starred else str(number), span(child), child))


def _inside(low: Lowering, node: Node, value: Place) -> None:
    """`(a)`, and the target of `as`."""
    for child in parts(node):
        bind(low, child, value)


_TARGETS: Mapping[str, Callable[[Lowering, Node, Place], None]] = {
    "identifier": _name,
    "attribute": _attribute,
    "subscript": _subscript,
    "pattern_list": _pattern,
    "tuple_pattern": _pattern,
    "list_pattern": _pattern,
    "expression_list": _pattern,
    "tuple": _pattern,
    "list": _pattern,
    "parenthesized_expression": _inside,
    "as_pattern_target": _inside,
}
