"""Functions of all kinds, and their parameters. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import Function, Parameter, Place, Put
from migrate_vllm.flow.script.lowering import Body
from migrate_vllm.flow.script.patterns import declared

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering

_EXPRESSIONS = ("function_expression", "generator_function")
_OF_ONE_LINE = "arrow_function"
_FIELD_MARKS = frozenset(("accessibility_modifier", "override_modifier", "readonly"))


def function(low: Lowering, node: Node, this: Place | None = None, returns: Place | None = None) -> Place:
    """A function's value. `this`: what it's a method of; `returns`: a place that was made for what it returns."""
    target = low.place(node)
    form, outer = low.form, low.body
    is_arrow = node.type == _OF_ONE_LINE
    own_this = form.place()
    if this is not None:
        form.copy(this, own_this)
    low.body = Body(form.place() if returns is None else returns, form.place(), outer.this if is_arrow else own_this)
    name = node.child_by_field_name("name")
    block = node.child_by_field_name("body")
    statements = block.named_children if block is not None and block.type == "statement_block" else None
    with low.names.frame():
        low.scopes.enter_body(declared(low, statements, with_var=True) if statements else ())
        if name is not None and node.type in _EXPRESSIONS:
            low.scopes.constant(low.text(name), target)
        parameters = _parameters(low, node)
        _annotate(low, node)
        if statements is None:
            form.copy(low.expression(block), low.body.returns, low.span(block) if block is not None else None)
        for statement in statements or ():
            low.statement(statement)
        low.scopes.leave_body()
    called = low.text(name) if name is not None else ""
    low.add(Function(target, called, parameters, low.body.returns, low.body.yields, own_this))
    low.body = outer
    return target


def signature(low: Lowering, node: Node) -> Place:
    """A function that is declared without a body: what it returns is said by its type."""
    target = low.place(node)
    outer = low.body
    low.body = Body(low.form.place(), low.form.place(), low.form.place())
    with low.names.frame():
        low.scopes.enter_body(())
        parameters = _parameters(low, node)
        _annotate(low, node)
        low.scopes.leave_body()
    name = node.child_by_field_name("name")
    low.add(Function(target, low.text(name) if name is not None else "", parameters, low.body.returns, low.body.yields, low.body.this))
    low.body = outer
    return target


def _annotate(low: Lowering, node: Node) -> None:
    if (kind := node.child_by_field_name("return_type")) is not None:
        is_generator = any(child.type == "*" for child in node.children[:4]) or node.type.startswith("generator")
        low.annotate(kind, low.form.place() if is_generator else low.body.returns)


def _parameters(low: Lowering, node: Node) -> tuple[Parameter, ...]:
    if (single := node.child_by_field_name("parameter")) is not None:
        return (_plain(low, single),)
    every = node.child_by_field_name("parameters")
    if every is None:
        return ()
    found: list[Parameter] = []
    for child in every.named_children:
        kind = child.type
        if kind in ("required_parameter", "optional_parameter"):
            found.extend(_typed(low, child))
        elif kind not in ("comment", "ERROR"):
            found.append(_plain(low, child))
    return tuple(found)


def _plain(low: Lowering, node: Node) -> Parameter:
    """A pattern, maybe with a default."""
    place = low.place(node)
    pattern: Node | None = node
    if node.type == "assignment_pattern":
        pattern = node.child_by_field_name("left")
        low.form.copy(low.expression(node.child_by_field_name("right")), place)
    return _bound(low, pattern, place)


def _bound(low: Lowering, pattern: Node | None, place: Place) -> Parameter:
    low.bind(pattern, place, low.scopes.parameter)
    kind = pattern.type if pattern is not None else ""
    name = low.text(pattern) if pattern is not None and kind == "identifier" else ""
    if pattern is not None and kind == "rest_pattern" and (inner := pattern.named_child(0)) is not None:
        return Parameter(low.text(inner) if inner.type == "identifier" else "", place, "*")
    return Parameter(name, place)


def _typed(low: Lowering, node: Node) -> list[Parameter]:
    pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    annotation = node.child_by_field_name("type")
    if pattern is not None and pattern.type == "this":
        low.annotate(annotation, low.body.this)
        return []
    place = low.place(node if pattern is None else pattern)
    if value is not None:
        low.form.copy(low.expression(value), place)
    low.annotate(annotation, place)
    parameter = _bound(low, pattern, place)
    _property(low, node, parameter)
    return [parameter]


def _property(low: Lowering, node: Node, parameter: Parameter) -> None:
    """TypeScript's `constructor(private readonly client: Ollama)` sets the field as well; decorators of parameters are called."""
    for child in node.children:
        kind = child.type
        if kind == "decorator":
            low.expression(child)
        elif kind in _FIELD_MARKS and parameter.name:
            pattern = node.child_by_field_name("pattern")
            low.add(Put(low.body.this, parameter.name, parameter.place, low.span(pattern or node)))
            return


def arrow(low: Lowering, node: Node) -> Place:
    return function(low, node)


def declaration(low: Lowering, node: Node) -> None:
    """A function with a name, which is known from here on (and by its cell before)."""
    name = node.child_by_field_name("name")
    place = function(low, node)
    if name is not None:
        low.scopes.constant(low.text(name), place)


def declared_signature(low: Lowering, node: Node) -> None:
    """An overload, or `declare function`."""
    name = node.child_by_field_name("name")
    place = signature(low, node)
    if name is not None:
        low.scopes.constant(low.text(name), place)
