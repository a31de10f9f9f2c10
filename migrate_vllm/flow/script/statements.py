"""Statements: declarations of variables, blocks, branches, loops. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Entry, Place, Record
from migrate_vllm.flow.script.patterns import declared, names_in

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Define, Lowering


def nothing(_low: Lowering, _node: Node) -> None:
    return


def program(low: Lowering, node: Node) -> None:
    for child in node.named_children:
        low.statement(child)


def block(low: Lowering, node: Node) -> None:
    statements = node.named_children
    before = low.scopes.enter(declared(low, statements))
    for statement in statements:
        low.statement(statement)
    low.scopes.leave(before)


def lexical(low: Lowering, node: Node) -> None:
    kind = node.child_by_field_name("kind")
    is_constant = kind is not None and kind.type == "const"
    _declare(low, node, low.scopes.constant if is_constant else low.scopes.variable)


def var(low: Lowering, node: Node) -> None:
    _declare(low, node, low.scopes.variable)


def _declare(low: Lowering, node: Node, define: Define) -> None:
    for child in node.named_children:
        if child.type == "variable_declarator":
            _declarator(low, child, define)
        else:
            low.statement(child)


def _declarator(low: Lowering, node: Node, define: Define) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    source = low.expression(value) if value is not None else low.place(node)
    if (kind := node.child_by_field_name("type")) is not None:
        source = low.copied(name or node, source)
        low.annotate(kind, source)
    low.bind(name, source, define)


# -- branches


def if_(low: Lowering, node: Node) -> None:
    """`else if` is gone along without recursion."""
    layers = []
    link: Node | None = node
    while link is not None and link.type == "if_statement":
        low.statement(link.child_by_field_name("condition"))
        with low.names.branch() as layer:
            low.statement(link.child_by_field_name("consequence"))
        layers.append(layer)
        link = link.child_by_field_name("alternative")
        if link is not None and link.type == "else_clause":
            link = next((child for child in link.named_children if child.type != "comment"), None)
    if link is not None:
        with low.names.branch() as layer:
            low.statement(link)
        layers.append(layer)
    low.names.join(layers, otherwise=link is None)


def switch(low: Lowering, node: Node) -> None:
    low.statement(node.child_by_field_name("value"))
    body = node.child_by_field_name("body")
    cases = body.named_children if body is not None else []
    before = low.scopes.enter(declared(low, (child for case in cases for child in case.named_children)))
    layers = []
    for case in cases:
        with low.names.branch() as layer:
            program(low, case)
        layers.append(layer)
    low.names.join(layers, otherwise=not any(case.type == "switch_default" for case in cases))
    low.scopes.leave(before)


def try_(low: Lowering, node: Node) -> None:
    """A handler sees each name as it was before the body or as the body has left it; so does `finally`."""
    handler, finalizer = node.child_by_field_name("handler"), node.child_by_field_name("finalizer")
    with low.names.branch() as body:
        low.statement(node.child_by_field_name("body"))
    layers = [body]
    if handler is not None:
        was_ended, body.ended = body.ended, False
        with low.names.branch() as layer:
            low.names.join((body,), otherwise=True)
            _catch(low, handler)
        body.ended = was_ended
        layers.append(layer)
    if finalizer is None:
        low.names.join(layers, otherwise=False)
        return
    ended = all(layer.ended for layer in layers)
    for layer in layers:
        layer.ended = False
    low.names.join(layers, otherwise=True)
    low.statement(finalizer.child_by_field_name("body"))
    if ended:
        low.names.end()


def _catch(low: Lowering, node: Node) -> None:
    parameter = node.child_by_field_name("parameter")
    before = low.scopes.enter(names_in(low, parameter))
    if parameter is not None:
        error = low.place(parameter)
        low.annotate(node.child_by_field_name("type"), error)
        low.bind(parameter, error, low.scopes.variable)
    low.statement(node.child_by_field_name("body"))
    low.scopes.leave(before)


# -- loops


def while_(low: Lowering, node: Node) -> None:
    with low.names.loop():
        for child in node.named_children:
            low.statement(child)


def for_(low: Lowering, node: Node) -> None:
    first = node.child_by_field_name("initializer")
    before = low.scopes.enter(declared(low, (first,)) if first is not None else ())
    low.statement(first)
    with low.names.loop():
        low.statement(node.child_by_field_name("condition"))
        low.statement(node.child_by_field_name("body"))
        low.statement(node.child_by_field_name("increment"))
    low.scopes.leave(before)


def for_in(low: Lowering, node: Node) -> None:
    """`for (const x of xs)` binds what is inside; of `for (const key in o)` the key is unknown."""
    left, operator = node.child_by_field_name("left"), node.child_by_field_name("operator")
    values = low.expression(node.child_by_field_name("right"))
    define, names = _loop_variable(low, node, left)
    before = low.scopes.enter(names)
    with low.names.loop():
        at = low.span(left or node)
        is_of = operator is not None and operator.type == "of"
        low.bind(left, low.got(values, EACH, at) if is_of else low.form.place(at), define)
        low.statement(node.child_by_field_name("body"))
    low.scopes.leave(before)


def _loop_variable(low: Lowering, node: Node, left: Node | None) -> tuple[Define, Iterable[str]]:
    kind = node.child_by_field_name("kind")
    word = kind.type if kind is not None else ""
    if word in ("const", "let"):
        return (low.scopes.constant if word == "const" else low.scopes.variable), list(names_in(low, left))
    return (low.scopes.variable if word == "var" else low.scopes.assign), ()


# -- what ends a function


def return_(low: Lowering, node: Node) -> None:
    for child in node.named_children:
        if child.type != "comment":
            low.form.copy(low.expression(child), low.body.returns, low.span(child))
    low.names.end()


def throw(low: Lowering, node: Node) -> None:
    program(low, node)
    low.names.end()


# -- namespaces


def namespace(low: Lowering, node: Node) -> Place:
    """`namespace N { … }`: an object of what is declared in it."""
    target = low.place(node)
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    if body is None:
        return target
    statements: Sequence[Node] = body.named_children
    names = declared(low, statements)
    before = low.scopes.enter(names)
    exported, low.exported = low.exported, {}
    for statement in statements:
        low.statement(statement)
    low.exported = exported
    at = low.span(node)
    places = {inner: low.scopes.read(inner, at) for inner in names}
    low.add(Record(target, tuple(Entry(inner, place, low.form.spans.get(place, at)) for inner, place in places.items())))
    low.scopes.leave(before)
    if name is not None and name.type == "identifier":
        low.scopes.constant(low.text(name), target)
    return target


def label(low: Lowering, node: Node) -> None:
    low.statement(node.child_by_field_name("body"))


