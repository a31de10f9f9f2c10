"""Assignments, and the statements that decide what is executed: `if`, loops, `with`, `try`, `return`. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, INNER, Copy, Join, Place
from migrate_vllm.flow.python.annotations import annotate
from migrate_vllm.flow.python.literals import constant
from migrate_vllm.flow.python.lowering import Lowering, field, parts, span
from migrate_vllm.flow.python.targets import bind

if TYPE_CHECKING:
    from tree_sitter import Node


def expression_statement(low: Lowering, node: Node) -> None:
    for child in parts(node):
        if constant(low, child) is None:  # else it is documentation
            low.expression(child)


# -- assignments; as expressions, because `a = b = c` holds one in the other


def assignment(low: Lowering, node: Node) -> Place:
    children = node.children
    left, right = children[0], children[-1]
    if len(children) == 3 and children[1].type == "=":
        value = low.expression(right)
        bind(low, left, value)
        return value
    kind = field(node, "type")
    valued = field(node, "right")
    if kind is None:
        value = low.expression(valued) if valued is not None else low.place(node)
    else:
        value = _typed(low, left, kind, valued)
    bind(low, left, value)
    return value


def _typed(low: Lowering, left: Node, kind: Node, valued: Node | None) -> Place:
    """`x: T = v`. The type is said of a place of its own: `v` may be another name's."""
    value = low.place(left)
    if valued is not None:
        low.form.operations.append(Copy(value, low.expression(valued)))
    annotate(low, kind, value)
    return value


def augmented(low: Lowering, node: Node) -> Place:
    """`x += y`"""
    left, right = node.children[0], node.children[-1]
    before, added = low.expression(left), low.expression(right)
    value = low.place(node)
    if any(child.type == "+=" for child in node.children):
        low.form.operations.append(Join(value, (before, added)))
    else:
        low.form.operations += [Copy(value, before), Copy(value, added)]
    bind(low, left, value)
    return value


def type_alias(low: Lowering, node: Node) -> None:
    left, right = field(node, "left"), field(node, "right")
    if left is None or right is None:
        low.unknown(node)
        return
    while left.type != "identifier" and left.named_children:
        left = left.named_children[0]
    bind(low, left, low.expression(right))


# -- what is executed or not


def if_statement(low: Lowering, node: Node) -> None:
    condition = field(node, "condition")
    if condition is not None:
        low.expression(condition)
    branches = []
    for child in node.children:
        if child.type in ("block", "elif_clause", "else_clause"):
            with low.names.branch() as branch:
                clause(low, child)
            branches.append(branch)
    low.names.join(branches, otherwise=all(child.type != "else_clause" for child in node.children))


def clause(low: Lowering, node: Node) -> None:
    """A block, or the clause that holds one, with its condition."""
    if node.type == "block":
        low.block(node)
        return
    for child in parts(node):
        if child.type == "block":
            low.block(child)
        else:
            low.visit(child)


def for_statement(low: Lowering, node: Node) -> None:
    left, right, body = field(node, "left"), field(node, "right"), field(node, "body")
    iterated = low.expression(right) if right is not None else None
    with low.names.loop():
        if left is not None and right is not None and iterated is not None:
            bind(low, left, low.get(iterated, EACH, span(right), left))
        low.block(body)
    _otherwise(low, node)


def while_statement(low: Lowering, node: Node) -> None:
    condition = field(node, "condition")
    with low.names.loop():
        if condition is not None:
            low.expression(condition)
        low.block(field(node, "body"))
    _otherwise(low, node)


def _otherwise(low: Lowering, node: Node) -> None:
    if (alternative := field(node, "alternative")) is not None:
        clause(low, alternative)


def with_statement(low: Lowering, node: Node) -> None:
    for child in parts(node):
        if child.type == "with_clause":
            for item in parts(child):
                _with_item(low, item)
        elif child.type == "block":
            low.block(child)
        else:
            low.visit(child)


def _with_item(low: Lowering, item: Node) -> None:
    value = field(item, "value")
    if value is None or value.type != "as_pattern":
        low.unknown(item)
        return
    inside = parts(value)
    given, target = inside[0], inside[-1]
    bind(low, target, low.get(low.expression(given), INNER, span(given), target))


def return_statement(low: Lowering, node: Node) -> None:
    for value in parts(node):
        low.form.operations.append(Copy(low.scope.returns, low.expression(value), span(value)))
    low.names.end()


def raise_statement(low: Lowering, node: Node) -> None:
    for value in parts(node):
        low.expression(value)
    low.names.end()


def outer_names(low: Lowering, node: Node) -> None:
    """`global a, b`"""
    low.names.declare_outer(low.text(child) for child in parts(node))


def nothing(low: Lowering, node: Node) -> None:
    """`pass`, `del x`, `break`: no value goes anywhere."""


STATEMENTS: Mapping[str, Callable[[Lowering, Node], None]] = {
    "expression_statement": expression_statement,
    "block": Lowering.block,
    "type_alias_statement": type_alias,
    "if_statement": if_statement,
    "for_statement": for_statement,
    "while_statement": while_statement,
    "with_statement": with_statement,
    "return_statement": return_statement,
    "raise_statement": raise_statement,
    "global_statement": outer_names,
    "nonlocal_statement": outer_names,
    **dict.fromkeys(("pass_statement", "break_statement", "continue_statement", "delete_statement", "comment"), nothing),
}
EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Place]] = {"assignment": assignment, "augmented_assignment": augmented}
