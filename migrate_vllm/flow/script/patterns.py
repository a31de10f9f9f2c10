"""What stands on the left: names, destructuring, members. And the names that statements declare. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import Place, Put
from migrate_vllm.flow.script.keys import elements, index_of, key_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Define, Lowering


def _name(low: Lowering, node: Node, source: Place, define: Define) -> None:
    define(low.text(node), source)


def _object(low: Lowering, node: Node, source: Place, define: Define) -> None:
    for child in node.named_children:
        kind = child.type
        if kind == "shorthand_property_identifier_pattern":
            define(low.text(child), low.got(source, low.text(child), low.span(child)))
        elif kind == "pair_pattern":
            name, at = key_of(low, child.child_by_field_name("key"))
            low.bind(child.child_by_field_name("value"), low.got(source, name, at), define)
        elif kind == "object_assignment_pattern" and (left := child.child_by_field_name("left")) is not None:
            value = low.got(source, low.text(left), low.span(left))
            low.form.copy(low.expression(child.child_by_field_name("right")), value)
            low.bind(left, value, define)
        else:
            low.bind(child, source, define)


def _array(low: Lowering, node: Node, source: Place, define: Define) -> None:
    for index, child in enumerate(elements(node)):
        if child is None:
            continue
        if child.type == "rest_pattern":
            low.bind(child, source, define)
        else:
            low.bind(child, low.got(source, str(index), low.span(child)), define)


def _default(low: Lowering, node: Node, source: Place, define: Define) -> None:
    value = low.copied(node, source, low.expression(node.child_by_field_name("right")))
    low.bind(node.child_by_field_name("left"), value, define)


def _inner(low: Lowering, node: Node, source: Place, define: Define) -> None:
    """`...rest` holds what the whole does; `(a)` and `a!` are `a`."""
    for child in node.named_children:
        low.bind(child, source, define)


def _member(low: Lowering, node: Node, source: Place, _define: Define) -> None:
    base = low.expression(node.child_by_field_name("object"))
    if (name := node.child_by_field_name("property")) is not None:
        low.add(Put(base, low.text(name), source, low.span(name)))


def _element(low: Lowering, node: Node, source: Place, _define: Define) -> None:
    base = low.expression(node.child_by_field_name("object"))
    name, at = index_of(low, node.child_by_field_name("index"))
    low.add(Put(base, name, source, at))


TARGETS = {
    "identifier": _name,
    "shorthand_property_identifier_pattern": _name,
    "object_pattern": _object,
    "array_pattern": _array,
    "assignment_pattern": _default,
    "rest_pattern": _inner,
    "parenthesized_expression": _inner,
    "non_null_expression": _inner,
    "member_expression": _member,
    "subscript_expression": _element,
}

_NAMED = frozenset(
    "function_declaration generator_function_declaration class_declaration abstract_class_declaration enum_declaration"
    " interface_declaration type_alias_declaration internal_module function_signature".split()
)


def declared(low: Lowering, statements: Iterable[Node], with_var: bool = False) -> list[str]:
    """The names that these statements declare in the block that they stand in."""
    found: list[str] = []
    for node in statements:
        kind = node.type
        if kind in _NAMED:
            if (name := node.child_by_field_name("name")) is not None:
                found.append(low.text(name))
        elif kind == "lexical_declaration" or (with_var and kind == "variable_declaration"):
            for declarator in node.named_children:
                found.extend(names_in(low, declarator.child_by_field_name("name")))
        elif kind in ("export_statement", "ambient_declaration", "expression_statement"):
            found.extend(declared(low, _inside(node), with_var))
    return found


def _inside(node: Node) -> Iterator[Node]:
    """`export class A {}`, `declare const b`; the grammar takes a namespace for an expression."""
    children = node.named_children
    if node.type != "expression_statement" or (children and children[0].type == "internal_module"):
        yield from children


def names_in(low: Lowering, pattern: Node | None) -> Iterator[str]:
    """The names that a pattern binds."""
    waiting = [pattern] if pattern is not None else []
    while waiting:
        node = waiting.pop()
        kind = node.type
        if kind in ("identifier", "shorthand_property_identifier_pattern"):
            yield low.text(node)
        elif kind == "pair_pattern":
            waiting.extend(value for value in (node.child_by_field_name("value"),) if value is not None)
        elif kind in ("assignment_pattern", "object_assignment_pattern"):
            waiting.extend(left for left in (node.child_by_field_name("left"),) if left is not None)
        elif kind in ("object_pattern", "array_pattern", "rest_pattern"):
            waiting.extend(node.named_children)
