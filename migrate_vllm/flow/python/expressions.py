"""Names, attributes, indices, operators, comprehensions, `yield`, lambdas. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Copy, Entry, Get, Place, Record, Span
from migrate_vllm.flow.python.functions import lambda_function
from migrate_vllm.flow.python.literals import constant, filled, joined, key
from migrate_vllm.flow.python.lowering import Lowering, parts, span
from migrate_vllm.flow.python.targets import bind

if TYPE_CHECKING:
    from tree_sitter import Node

_PERCENT = re.compile(r"%(?:\(\w*\))?[#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[diouxXeEfFgGcrsa]")
_WRAPPERS = frozenset({"Optional", "Union", "Annotated"})


def name(low: Lowering, node: Node) -> Place:
    text = low.text(node)
    return low.names.read(text, (node.start_byte, node.end_byte)) if text else low.place(node)  # empty: put in by the parser


def attribute(low: Lowering, node: Node) -> Place:
    children = node.children
    last = children[-1]
    return low.get(low.expression(children[0]), low.text(last), (last.start_byte, last.end_byte), node)


def subscript(low: Lowering, node: Node) -> Place:
    base, *indices = parts(node)
    holder = low.expression(base)
    if len(indices) != 1 or low.text(base).rpartition(".")[2] in _WRAPPERS:
        places = [low.expression(index) for index in indices]
        if low.text(base).rpartition(".")[2] in _WRAPPERS:
            return low.copied(node, *places)
        return low.get(holder, EACH, span(node), node)
    if indices[0].type == "slice":
        low.unknown(indices[0])
        return low.copied(node, holder)
    found, at = key(low, indices[0])
    return low.get(holder, found, at, node)


def same(low: Lowering, node: Node) -> Place:
    """`await x`: what is inside. Also the arguments that are spread and the type that is only wrapped."""
    return low.copied(node, low.expression(node.children[-1]))


def inner(low: Lowering, node: Node) -> Place:
    """`(x)` is `x`."""
    inside = parts(node)
    return low.expression(inside[0]) if len(inside) == 1 else low.unknown(node)


def _spine(low: Lowering, node: Node, operators: frozenset[bytes]) -> list[Node]:
    """The operands of `a + b + c`, which is `(a + b) + c`, without going deeper with each of them."""
    operands = []
    kind = node.type
    while node.type == kind and _operator(low, node) in operators:
        children = node.children
        operands.append(children[-1])
        node = children[0]
    return [node, *reversed(operands)]


def _operator(low: Lowering, node: Node) -> bytes:
    token = node.child_by_field_name("operator")
    return low.data[token.start_byte : token.end_byte] if token is not None else b""


def boolean(low: Lowering, node: Node) -> Place:
    operands = _spine(low, node, frozenset({b"and", b"or"}))
    return low.copied(node, *[low.expression(operand) for operand in operands]) if len(operands) > 1 else low.unknown(node)


def binary(low: Lowering, node: Node) -> Place:
    return _OPERATORS.get(_operator(low, node), Lowering.unknown)(low, node)


def _plus(low: Lowering, node: Node) -> Place:
    return joined(low, node, [low.expression(operand) for operand in _spine(low, node, frozenset({b"+"}))])


def _union(low: Lowering, node: Node) -> Place:
    """Two dicts, or two types."""
    return low.copied(node, *[low.expression(operand) for operand in _spine(low, node, frozenset({b"|"}))])


def _percent(low: Lowering, node: Node) -> Place:
    template, operand = node.children[0], node.children[-1]
    if template.type in ("integer", "float") or operand.type in ("integer", "float"):
        return low.unknown(node)
    places = [low.expression(each) for each in (parts(operand) if operand.type == "tuple" else [operand])]
    waiting = iter(places)

    def fill(hole: str, at: Span) -> Place | None:
        return _named(low, places[0], hole, at) if hole.startswith("%(") and places else next(waiting, None)

    filled_in = filled(low, node, template, _PERCENT, fill)
    return joined(low, node, [low.expression(template), *places]) if filled_in is None else filled_in


def _named(low: Lowering, values: Place, hole: str, at: Span) -> Place:
    """`%(name)s` is an entry of the operand."""
    place = low.form.place(at)
    start = at[0] + 2
    name = hole[2 : hole.index(")")]
    low.form.operations.append(Get(place, values, name, (start, start + len(name.encode("utf-8", "replace")))))
    return place


_OPERATORS: Mapping[bytes, Callable[[Lowering, Node], Place]] = {b"+": _plus, b"|": _union, b"%": _percent}


def comparison(low: Lowering, node: Node) -> Place:
    """`"k" in x` asks for the entry; other comparisons say nothing of values."""
    children = node.children
    if len(children) == 3 and children[1].type in ("in", "not in") and (known := constant(low, children[0])) is not None:
        asked = low.expression(children[2])
        low.form.operations.append(Get(low.form.place(), asked, *known))
    else:
        for operand in parts(node):
            low.expression(operand)
    return low.place(node)


def conditional(low: Lowering, node: Node) -> Place:
    operands = parts(node)
    if len(operands) != 3:
        return low.unknown(node)
    low.expression(operands[1])
    return low.copied(node, low.expression(operands[0]), low.expression(operands[2]))


def walrus(low: Lowering, node: Node) -> Place:
    place = low.expression(node.children[-1])
    low.names.write(low.text(node.children[0]), place)
    return place


def comprehension(low: Lowering, node: Node) -> Place:
    with low.names.branch():
        body = None
        for child in parts(node):
            if child.type == "for_in_clause":
                _clause(low, child)
            elif child.type == "if_clause":
                low.expression(child.children[-1])
            else:
                body = child
        entries = _body(low, body) if body is not None else ()
    target = low.place(node)
    low.form.operations.append(Record(target, entries))
    return target


def _clause(low: Lowering, node: Node) -> None:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        low.unknown(node)
        return
    bind(low, left, low.get(low.expression(right), EACH, span(right), left))


def _body(low: Lowering, node: Node) -> tuple[Entry, ...]:
    if node.type == "pair":
        low.expression(node.children[0])
        node = node.children[-1]
    return (Entry(EACH, low.expression(node), span(node)),)


def yields(low: Lowering, node: Node) -> Place:
    values = parts(node)
    if not values:
        return low.place(node)
    place = low.expression(values[-1])
    if any(child.type == "from" for child in node.children):
        low.form.operations.append(Get(low.scope.yields, place, EACH, span(values[-1])))
        return low.copied(node, place)
    low.form.operations.append(Copy(low.scope.yields, place, span(values[-1])))
    return low.place(node)


EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Place]] = {
    "identifier": name,
    "attribute": attribute,
    "subscript": subscript,
    "await": same,
    "type": inner,
    "parenthesized_expression": inner,
    "boolean_operator": boolean,
    "binary_operator": binary,
    "comparison_operator": comparison,
    "conditional_expression": conditional,
    "named_expression": walrus,
    "list_comprehension": comprehension,
    "set_comprehension": comprehension,
    "dictionary_comprehension": comprehension,
    "generator_expression": comprehension,
    "yield": yields,
    "lambda": lambda_function,
}
