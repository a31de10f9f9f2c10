"""`match`: which names a pattern gives the subject, or a part of it, to. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Get, Place
from migrate_vllm.flow.python.annotations import PLAIN
from migrate_vllm.flow.python.literals import elements, key
from migrate_vllm.flow.python.lowering import DEEPEST, Lowering, field, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node


def match_statement(low: Lowering, node: Node) -> None:
    subject = _subject(low, node.children_by_field_name("subject"))
    body = field(node, "body")
    branches = []
    for case in parts(body) if body is not None else ():
        with low.names.branch() as branch:
            _case(low, case, subject)
        branches.append(branch)
    low.names.join(branches, otherwise=True)


def _subject(low: Lowering, subjects: list[Node]) -> Place:
    """`match a, b:` has a tuple without a node."""
    if len(subjects) == 1:
        return low.expression(subjects[0])
    return elements(low, (subjects[0].start_byte, subjects[-1].end_byte) if subjects else (0, 0), subjects)


def _case(low: Lowering, node: Node, subject: Place) -> None:
    if node.type != "case_clause":
        low.visit(node)
        return
    patterns = [child for child in parts(node) if child.type == "case_pattern"]
    if len(patterns) == 1:
        _matched(low, patterns[0], subject)
    else:
        _sequence(low, patterns, subject)
    for child in parts(node):
        if child.type == "if_clause":
            low.unknown(child)
    low.block(field(node, "consequence"))


def _matched(low: Lowering, node: Node, value: Place) -> None:
    match = _PATTERNS.get(node.type)
    if match is not None and low.depth < DEEPEST:
        low.depth += 1
        match(low, node, value)
        low.depth -= 1


def _inside(low: Lowering, node: Node, value: Place) -> None:
    for child in parts(node):
        _matched(low, child, value)


def _name(low: Lowering, node: Node, value: Place) -> None:
    """`x` captures; `A.b` is compared with."""
    names = parts(node)
    if len(names) == 1:
        low.names.write(low.text(names[0]), value)
    elif names:
        low.names.read(low.text(names[0]), span(names[0]))


def _as(low: Lowering, node: Node, value: Place) -> None:
    inside = parts(node)
    _matched(low, inside[0], value)
    if len(inside) > 1 and inside[-1].type == "identifier":
        low.names.write(low.text(inside[-1]), value)


def _elements(low: Lowering, node: Node, value: Place) -> None:
    _sequence(low, parts(node), value)


def _sequence(low: Lowering, patterns: list[Node], value: Place) -> None:
    starred = False
    for number, child in enumerate(patterns):
        inner = parts(child)
        if child.type == "splat_pattern" or (inner and inner[0].type == "splat_pattern"):
            starred = True
            _matched(low, child, value)
        else:
            _matched(low, child, low.get(value, EACH if starred else str(number), span(child), child))


def _rest(low: Lowering, node: Node, value: Place) -> None:
    """`*rest` and `**rest` hold what the subject does."""
    for child in parts(node):
        if child.type == "identifier":
            low.names.write(low.text(child), value)


def _mapping(low: Lowering, node: Node, value: Place) -> None:
    keyed: Node | None = None
    for child in parts(node):
        if child.type == "splat_pattern":
            _rest(low, child, value)
        elif keyed is None:
            keyed = child
        else:
            name, at = key(low, keyed)
            _matched(low, child, low.get(value, name, at, child))
            keyed = None


def _class(low: Lowering, node: Node, value: Place) -> None:
    """`Message(role="user", content=text)`"""
    kind, *inside = parts(node)
    if low.text(kind) not in PLAIN:
        low.instance(value, kind)
    for child in inside:
        part = _keyword(low, child, value)
        if part is None:
            _matched(low, child, value if low.text(kind) in PLAIN else low.place(child))


def _keyword(low: Lowering, node: Node, value: Place) -> Place | None:
    """`content=text`, and `content=str() as text`, where the grammar has the `as` outside. None if it is neither."""
    inside = parts(node)
    if node.type in ("case_pattern", "as_pattern") and inside:
        part = _keyword(low, inside[0], value)
        if part is not None and len(inside) > 1:
            low.names.write(low.text(inside[-1]), part)
        return part
    if node.type != "keyword_pattern":
        return None
    name, *held = inside
    part = low.get(value, low.text(name), span(name), node)
    for each in held:
        _matched(low, each, part)
    return part


def dotted(low: Lowering, node: Node) -> Place:
    """`a.b` where the grammar has no attributes: in a class pattern."""
    names = parts(node)
    place = low.names.read(low.text(names[0]), span(names[0]))
    for name in names[1:]:
        base, place = place, low.form.place((node.start_byte, name.end_byte))
        low.form.operations.append(Get(place, base, low.text(name), span(name)))
    return place


STATEMENTS: Mapping[str, Callable[[Lowering, Node], None]] = {"match_statement": match_statement}
EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Place]] = {"dotted_name": dotted}
_PATTERNS: Mapping[str, Callable[[Lowering, Node, Place], None]] = {
    "case_pattern": _inside,
    "union_pattern": _inside,
    "as_pattern": _as,
    "dotted_name": _name,
    "list_pattern": _elements,
    "tuple_pattern": _elements,
    "splat_pattern": _rest,
    "dict_pattern": _mapping,
    "class_pattern": _class,
}
