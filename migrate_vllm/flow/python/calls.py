"""Calls and their arguments. What a call does besides being one is in `methods` and `builtins`. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import REST, Argument, Call, Place
from migrate_vllm.flow.python.builtin_calls import BESIDES, INSTEAD
from migrate_vllm.flow.python.lowering import EXTRAS, Lowering, parts, span
from migrate_vllm.flow.python.methods import INSTEAD_OF_METHODS, METHODS, Made

if TYPE_CHECKING:
    from tree_sitter import Node


def call(low: Lowering, node: Node) -> Place:
    children = node.children
    callee, given = children[0], children[-1]
    nodes = parts(given) if given.type == "argument_list" else [given]
    if callee.type == "attribute":
        return _method_call(low, node, callee, nodes)
    if callee.type == "identifier":
        return _function_call(low, node, callee, nodes)
    return _made(low, node, callee, low.expression(callee), nodes)[0]


def _function_call(low: Lowering, node: Node, callee: Node, nodes: list[Node]) -> Place:
    name = low.text(callee)
    if (instead := INSTEAD.get(name)) is not None and (place := instead(low, node, nodes)) is not None:
        return place
    target, arguments = _made(low, node, callee, low.expression(callee), nodes)
    if (besides := BESIDES.get(name)) is not None and arguments:
        besides(low, Made(node, target, arguments[0].place, nodes[1:], arguments[1:]), nodes[0])
    return target


def _method_call(low: Lowering, node: Node, callee: Node, nodes: list[Node]) -> Place:
    """`base.name(…)`, or of a module (`importlib.import_module`)."""
    holder, last = callee.children[0], callee.children[-1]
    name = low.text(last)
    if (instead := INSTEAD_OF_METHODS.get(name)) is not None and (place := instead(low, node, nodes)) is not None:
        return place
    base = low.expression(holder)
    target, arguments = _made(low, node, callee, low.get(base, name, span(last), callee), nodes)
    if (besides := METHODS.get(name)) is not None:
        besides(low, Made(node, target, base, nodes, arguments))
    return target


def _made(low: Lowering, node: Node, at: Node, callee: Place, nodes: list[Node]) -> tuple[Place, list[Argument]]:
    arguments = [_argument(low, each) for each in nodes]
    target = low.place(node)
    low.form.operations.append(Call(target, callee, tuple(arguments), span(at)))
    return target, arguments


def _argument(low: Lowering, node: Node) -> Argument:
    if node.type == "keyword_argument":
        children = node.children
        return Argument(low.text(children[0]), low.expression(children[-1]), span(children[0]))
    if node.type in ("list_splat", "dictionary_splat"):
        return Argument(REST, low.expression(node.children[-1]), span(node))
    return Argument("", low.expression(node), span(node))


def ignored(low: Lowering, node: Node) -> Place:
    return low.place(node)


EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Place]] = {"call": call, **dict.fromkeys(EXTRAS, ignored)}
