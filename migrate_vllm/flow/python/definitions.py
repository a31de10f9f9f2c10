"""Classes and decorators. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import Argument, Call, Class, Copy, Place
from migrate_vllm.flow.python.functions import function
from migrate_vllm.flow.python.lowering import Lowering, Owner, field, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node

_PROPERTIES = frozenset({"property", "cached_property", "computed_field", "hybrid_property", "abstractproperty"})
_OF_THE_LANGUAGE = _PROPERTIES | {"staticmethod", "classmethod", "setter", "getter", "deleter"}
"""decorators that say how a member is reached, and do nothing to it"""


def function_definition(low: Lowering, node: Node) -> None:
    low.names.write(*function(low, node))


def class_definition(low: Lowering, node: Node) -> None:
    low.names.write(*_class(low, node))


def decorated(low: Lowering, node: Node) -> None:
    """Every decorator is called with what it stands above, and taken to give that back, too."""
    children = parts(node)
    decorators = [child for child in children[:-1] if child.type == "decorator"]
    called = [(child, low.expression(parts(child)[-1])) for child in decorators if _does_something(low, child)]
    defined = children[-1]
    names = frozenset(_name(low, child) for child in decorators)
    if defined.type == "function_definition":
        name, place = function(low, defined, names)
        if not names.isdisjoint(_PROPERTIES) and low.scope.owner is not None:
            low.scope.owner.properties.add(name)
    elif defined.type == "class_definition":
        name, place = _class(low, defined)
    else:
        low.visit(defined)
        return
    for decorator, callee in reversed(called):
        place = _called(low, decorator, callee, place)
    low.names.write(name, place)


def _does_something(low: Lowering, decorator: Node) -> bool:
    return bool(parts(decorator)) and _name(low, decorator) not in _OF_THE_LANGUAGE


def _name(low: Lowering, decorator: Node) -> str:
    """`functools.cached_property` and `computed_field(repr=False)` without what is around the name."""
    inside = parts(decorator)
    node = inside[-1] if inside else decorator
    if node.type == "call":
        node = node.children[0]
    return low.text(node).rpartition(".")[2].strip()


def _called(low: Lowering, decorator: Node, callee: Place, place: Place) -> Place:
    at = span(parts(decorator)[-1])
    target = low.place(decorator)
    low.form.operations.append(Call(target, callee, (Argument("", place, low.form.spans.get(place, at)),), at))
    low.form.operations.append(Copy(target, place))
    return target


def _class(low: Lowering, node: Node) -> tuple[str, Place]:
    named = field(node, "name")
    name = low.text(named) if named is not None else ""
    target, this = low.place(named if named is not None else node), low.form.place()
    owner = Owner(target, this, _bases(low, field(node, "superclasses")), set())
    outer = low.scope
    low.scope = outer._replace(owner=owner)
    with low.names.frame(hidden=True):
        low.block(field(node, "body"))
        members = tuple(low.names.defined().items())
    low.scope = outer
    low.form.operations.append(Class(target, name, owner.bases, members, frozenset(owner.properties), this))
    return name, target


def _bases(low: Lowering, node: Node | None) -> tuple[Place, ...]:
    """`class A(Base[T], metaclass=M)`: Base."""
    bases = []
    for child in parts(node) if node is not None else ():
        if child.type == "keyword_argument":
            low.expression(child.children[-1])
        else:
            bases.append(low.expression(child.children[0] if child.type == "subscript" else child))
    return tuple(bases)
