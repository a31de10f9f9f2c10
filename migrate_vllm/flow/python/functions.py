"""Functions, their parameters, lambdas. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from migrate_vllm.flow.form import Copy, Function, Parameter, Place
from migrate_vllm.flow.python.annotations import annotate, annotate_rest
from migrate_vllm.flow.python.lowering import Lowering, Scope, field, parts, span
from migrate_vllm.flow.python.targets import bind

if TYPE_CHECKING:
    from tree_sitter import Node

_CLASS_METHODS = frozenset({"classmethod", "__new__", "__init_subclass__", "__class_getitem__"})
"""decorators and names of methods whose first parameter is the class"""


class _Passed(NamedTuple):
    """A parameter and the node that is bound to it."""

    parameter: Parameter
    node: Node


def lambda_function(low: Lowering, node: Node) -> Place:
    target, passed = low.place(node), _parameters(low, field(node, "parameters"))
    function = Function(target, "", tuple(each.parameter for each in passed), *_ends(low))
    low.form.operations.append(function)
    body = field(node, "body")
    with low.names.frame():
        _bind(low, passed)
        if body is not None:
            low.form.operations.append(Copy(function.returns, low.expression(body), span(body)))
    return target


def function(low: Lowering, node: Node, decorators: frozenset[str] = frozenset()) -> tuple[str, Place]:
    """The function that a `def` makes, and its name, which is not written yet. `decorators`: their names."""
    named = field(node, "name")
    name = low.text(named) if named is not None else ""
    target = low.place(named if named is not None else node)
    passed = _parameters(low, field(node, "parameters"))
    this = _this(low, passed, decorators | {name})
    made = Function(target, name, tuple(each.parameter for each in passed if each is not this), *_ends(low))
    low.form.operations.append(made)
    if (returned := field(node, "return_type")) is not None:
        annotate(low, returned, made.returns)
    _body(low, node, made, passed, this is not None and _first_is_class(decorators | {name}), this)
    return name, target


def _ends(low: Lowering) -> tuple[Place, Place, Place]:
    """Places for what is returned, what is yielded, and `self`."""
    return low.form.place(), low.form.place(), low.form.place()


def _this(low: Lowering, passed: list[_Passed], names: frozenset[str]) -> _Passed | None:
    """The parameter that is `self` or `cls`."""
    first = passed[0] if passed and low.scope.owner is not None and "staticmethod" not in names else None
    return first if first is not None and not first.parameter.kind else None


def _first_is_class(names: frozenset[str]) -> bool:
    return not names.isdisjoint(_CLASS_METHODS)


def _body(low: Lowering, node: Node, made: Function, passed: list[_Passed], cls: bool, this: _Passed | None) -> None:
    outer = low.scope
    owner = outer.owner
    if this is not None and owner is not None:
        low.form.operations.append(Copy(made.this, owner.target if cls else owner.this))
        passed = [_Passed(Parameter("", made.this), this.node), *passed[1:]]
        low.scope = Scope(made.returns, made.yields, made.this, owner.bases)
    else:
        low.scope = Scope(made.returns, made.yields, outer.this, outer.bases)
    with low.names.frame():
        _bind(low, passed)
        low.block(field(node, "body"))
    low.scope = outer


def _bind(low: Lowering, passed: list[_Passed]) -> None:
    for each in passed:
        bind(low, each.node, each.parameter.place)


def _parameters(low: Lowering, node: Node | None) -> list[_Passed]:
    """Defaults and types belong to what is around the function."""
    return [
        read(low, child) for child in (parts(node) if node is not None else ()) if (read := _PARAMETERS.get(child.type))
    ]


def _plain(low: Lowering, node: Node) -> _Passed:
    return _Passed(Parameter(low.text(node), low.place(node)), node)


def _typed(low: Lowering, node: Node) -> _Passed:
    read = _PARAMETERS.get(node.children[0].type, _plain)
    passed = read(low, node.children[0])
    if (kind := field(node, "type")) is not None:
        (annotate_rest if passed.parameter.kind else annotate)(low, kind, passed.parameter.place)
    return passed


def _with_default(low: Lowering, node: Node) -> _Passed:
    passed = _plain(low, node.children[0])
    if (kind := field(node, "type")) is not None:
        annotate(low, kind, passed.parameter.place)
    low.form.operations.append(Copy(passed.parameter.place, low.expression(node.children[-1])))
    return passed


def _positional_rest(low: Lowering, node: Node) -> _Passed:
    return _rest(low, node, "*")


def _named_rest(low: Lowering, node: Node) -> _Passed:
    return _rest(low, node, "**")


def _rest(low: Lowering, node: Node, kind: str) -> _Passed:
    named = node.children[-1]
    return _Passed(Parameter(low.text(named), low.form.place(span(named)), kind), named)


_PARAMETERS: Mapping[str, Callable[[Lowering, Node], _Passed]] = {
    "identifier": _plain,
    "tuple_pattern": _plain,
    "typed_parameter": _typed,
    "default_parameter": _with_default,
    "typed_default_parameter": _with_default,
    "list_splat_pattern": _positional_rest,
    "dictionary_splat_pattern": _named_rest,
}
