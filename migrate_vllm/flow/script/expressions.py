"""Expressions other than calls and literals. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Get, Instance, Join, Place
from migrate_vllm.flow.script.imports import common_js
from migrate_vllm.flow.script.keys import index_of, quoted

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering

_EITHER = frozenset(("||", "??", "&&"))
_EITHER_ASSIGNED = frozenset(("||=", "??=", "&&="))


def name(low: Lowering, node: Node) -> Place:
    return low.scopes.read(low.text(node), low.span(node))


def this(low: Lowering, _node: Node) -> Place:
    return low.body.this


def meta(low: Lowering, node: Node) -> Place:
    """`import.meta`, a name of its own."""
    return low.names.read(low.text(node), low.span(node))


def member(low: Lowering, node: Node) -> Place:
    key = node.child_by_field_name("property")
    owner = node.child_by_field_name("object")
    if key is None:
        return low.expression(owner)
    called = low.text(key)
    if called == "exports" and owner is not None and low.data[owner.start_byte : owner.end_byte] == b"module":
        return low.module_exports()
    base = low.expression(owner)
    target = low.place(node)
    low.add(Get(target, base, called, low.span(key)))
    return target


def element(low: Lowering, node: Node) -> Place:
    base = low.expression(node.child_by_field_name("object"))
    called, at = index_of(low, node.child_by_field_name("index"))
    target = low.place(node)
    low.add(Get(target, base, called, at))
    return target


def inner(low: Lowering, node: Node) -> Place:
    """`(a)`, `a!`: the value inside."""
    place = None
    for child in node.named_children:
        if child.type != "comment":
            place = low.expression(child)
    return low.place(node) if place is None else place


def awaited(low: Lowering, node: Node) -> Place:
    return low.copied(node, inner(low, node))


def cast(low: Lowering, node: Node) -> Place:
    """`a as T`, `a satisfies T`, `<T>a`."""
    parts = [child for child in node.named_children if child.type != "comment"]
    if len(parts) != 2:
        return low.copied(node, *(low.expression(part) for part in parts[:1]))
    is_before = node.type == "type_assertion"
    value, kind = reversed(parts) if is_before else parts
    target = low.copied(node, low.expression(value))
    for named in kind.named_children if is_before else (kind,):
        low.annotate(named, target)
    return target


def sequence(low: Lowering, node: Node) -> Place:
    """`a, b`: the last one's value."""
    return inner(low, node)


def ternary(low: Lowering, node: Node) -> Place:
    low.expression(node.child_by_field_name("condition"))
    with low.names.branch() as first:
        yes = low.expression(node.child_by_field_name("consequence"))
    with low.names.branch() as second:
        no = low.expression(node.child_by_field_name("alternative"))
    if first.versions or second.versions:
        low.names.join((first, second), otherwise=False)
    return low.copied(node, yes, no)


def unary(low: Lowering, node: Node) -> Place:
    """`!a`, `typeof a`, `delete a.b`, `void a`, `i++`."""
    low.expression(node.child_by_field_name("argument"))
    return low.place(node)


# -- binary ones: long chains of them lean to the left, so that side is gone down without recursion


def binary(low: Lowering, node: Node) -> Place:
    chain = [node]
    left = node.child_by_field_name("left")
    while left is not None and left.type == "binary_expression":
        chain.append(left)
        left = left.child_by_field_name("left")
    place = low.expression(left)
    parts: list[Place] = []
    chain.reverse()
    for link, after in zip(chain, [*chain[1:], None], strict=True):
        operator, right = _operator(link), link.child_by_field_name("right")
        if operator != "+":
            place = _combined(low, link, operator, place, right)
            continue
        parts = parts or [place]
        parts.append(low.expression(right))
        if after is None or _operator(after) != "+":
            place = low.place(link)
            low.add(Join(place, tuple(parts)))
            parts = []
    return place


def _operator(node: Node) -> str:
    operator = node.child_by_field_name("operator")
    return operator.type if operator is not None else ""


def _combined(low: Lowering, node: Node, operator: str, place: Place, right: Node | None) -> Place:
    if operator in _EITHER:
        with low.names.branch() as branch:
            other = low.expression(right)
        if branch.versions:
            low.names.join((branch,), otherwise=True)
        return low.copied(node, place, other)
    other = low.expression(right)
    if operator == "instanceof" and right is not None:
        low.add(Instance(place, other, low.span(right)))
    elif operator == "in" and (key := node.child_by_field_name("left")) is not None and key.type == "string":
        called, at = quoted(low, key)
        low.add(Get(low.form.place(), other, called, at))
    return low.place(node)


# -- assignments


def assignment(low: Lowering, node: Node) -> Place:
    source = low.expression(node.child_by_field_name("right"))
    left = node.child_by_field_name("left")
    if left is None or left.type != "member_expression" or not common_js(low, left, source):
        low.bind(left, source, low.scopes.assign)
    return source


def augmented(low: Lowering, node: Node) -> Place:
    """`a += b` joins, `a ||= b` is one or the other, `a -= b` is no value that flows."""
    left = node.child_by_field_name("left")
    operator = _operator(node)
    before = low.expression(left)
    right = low.expression(node.child_by_field_name("right"))
    target = low.place(node)
    if operator == "+=":
        low.add(Join(target, (before, right)))
    elif operator in _EITHER_ASSIGNED:
        low.form.copy(before, target)
        low.form.copy(right, target)
    low.bind(left, target, low.scopes.assign)
    return target


# -- functions' own


def yielded(low: Lowering, node: Node) -> Place:
    """`yield a`; `yield* a` gives all that is inside of `a`, and what `a` returns."""
    if not node.named_child_count:
        return low.place(node)
    value = inner(low, node)
    if not any(child.type == "*" for child in node.children[:2]):
        low.form.copy(value, low.body.yields, low.span(node))
        return low.place(node)
    low.form.copy(low.got(value, EACH, low.span(node)), low.body.yields)
    return low.copied(node, value)
