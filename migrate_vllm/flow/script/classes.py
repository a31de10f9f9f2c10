"""Classes, interfaces, type aliases, enumerations. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import CONSTRUCTOR, EACH, Argument, Call, Class, Entry, Instance, Place, Record
from migrate_vllm.flow.script.functions import function, signature
from migrate_vllm.flow.script.keys import key_of

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering

Member = tuple[str, Place]


def expression(low: Lowering, node: Node) -> Place:
    """A class's value. With decorators also what they make of it."""
    target = low.place(node)
    this = low.form.place()
    outer = low.body, low.base
    bases = _bases(low, node, this)
    low.base = bases[0] if bases else None
    members: list[Member] = []
    properties: set[str] = set()
    body = node.child_by_field_name("body")
    decorators: list[Node] = []
    low.body = low.body._replace(this=this)
    for child in body.named_children if body is not None else ():
        if child.type == "decorator":
            decorators.append(child)
            continue
        member = _MEMBERS.get(child.type)
        if member is None:
            low.statement(child)
        else:
            members.extend(_decorated_members(low, member(low, child, target, this, properties), child, decorators))
        decorators = []
    low.body, low.base = outer
    low.add(Class(target, _name(low, node), bases, tuple(members), frozenset(properties), this))
    return decorated(low, target, [child for child in node.children if child.type == "decorator"])


def declaration(low: Lowering, node: Node) -> None:
    place = expression(low, node)
    if name := _name(low, node):
        low.scopes.constant(name, place)


def decorated(low: Lowering, place: Place, decorators: Iterable[Node]) -> Place:
    """What is known by the name: the thing itself and what its decorators return, innermost first."""
    for node in reversed(list(decorators)):
        callee = low.expression(node)
        result = low.form.place()
        at = low.span(node)
        low.add(Call(result, callee, (Argument("", place, low.form.spans.get(place, at)),), (at[0] + 1, at[1])))
        both = low.form.place()
        low.form.copy(place, both)
        low.form.copy(result, both)
        place = both
    return place


def decorator(low: Lowering, node: Node) -> Place:
    """The value of what stands behind the `@`."""
    return low.expression(node.named_child(0))


def _decorated_members(low: Lowering, members: Sequence[Member], node: Node, before: Sequence[Node]) -> list[Member]:
    """TypeScript's grammar puts the decorators of methods beside them, those of fields inside."""
    inside = [child for child in node.children if child.type == "decorator"] if node.child_count else []
    return [(name, decorated(low, place, (*before, *inside))) for name, place in members]


def _name(low: Lowering, node: Node) -> str:
    name = node.child_by_field_name("name")
    return low.text(name) if name is not None else ""


def _bases(low: Lowering, node: Node, this: Place) -> tuple[Place, ...]:
    """What is extended; what is implemented is said of `this`."""
    heritage = next((child for child in node.named_children if child.type == "class_heritage"), None)
    bases: list[Place] = []
    for clause in heritage.named_children if heritage is not None else ():
        if clause.type == "extends_clause":
            bases.extend(low.expression(value) for value in clause.children_by_field_name("value"))
            low.annotate(clause.child_by_field_name("type_arguments"), low.form.place())
        elif clause.type == "implements_clause":
            for kind in clause.named_children:
                low.annotate(kind, this)
        elif clause.type != "comment":
            bases.append(low.expression(clause))
    return tuple(bases)


def _method(low: Lowering, node: Node, target: Place, this: Place, properties: set[str]) -> Sequence[Member]:
    name, _ = key_of(low, node.child_by_field_name("name"))
    marks = {child.type for child in node.children[:6]}
    place = function(low, node, this=target if "static" in marks else this)
    if "set" in marks:
        return ()
    if "get" in marks:
        properties.add(name)
    return ((CONSTRUCTOR if name == "constructor" else name, place),)


def _field(low: Lowering, node: Node, *_: object) -> Sequence[Member]:
    key = node.child_by_field_name("name") or node.child_by_field_name("property")
    name, at = key_of(low, key)
    place = low.form.place(at)
    low.annotate(node.child_by_field_name("type"), place)
    if (value := node.child_by_field_name("value")) is not None:
        low.form.copy(low.expression(value), place)
    return ((name, place),)


def _declared(low: Lowering, node: Node, *_: object) -> Sequence[Member]:
    name, _ = key_of(low, node.child_by_field_name("name"))
    return ((name, signature(low, node)),)


def _overload(low: Lowering, node: Node, *_: object) -> Sequence[Member]:
    signature(low, node)
    return ()


_MEMBERS: dict[str, Callable[[Lowering, Node, Place, Place, set[str]], Sequence[Member]]] = {
    "method_definition": _method,
    "public_field_definition": _field,
    "field_definition": _field,
    "abstract_method_signature": _declared,
    "method_signature": _overload,
}

# -- interfaces and aliases


def interface(low: Lowering, node: Node) -> None:
    extends = next((child for child in node.named_children if child.type == "extends_type_clause"), None)
    bases = tuple(kind_of(low, kind) for kind in extends.named_children) if extends is not None else ()
    place = _structure(low, node, node.child_by_field_name("body"), bases)
    if name := _name(low, node):
        low.scopes.constant(name, place)


def _structure(low: Lowering, node: Node, body: Node | None, bases: tuple[Place, ...] = ()) -> Place:
    """Members with declared types, as a class without methods."""
    target = low.place(node)
    members = tuple(declared_members(low, body)) if body is not None else ()
    low.add(Class(target, _name(low, node), bases, members, frozenset(), low.form.place()))
    return target


def declared_members(low: Lowering, body: Node) -> Iterable[Member]:
    """What an interface or an object type says of its members."""
    for child in body.named_children:
        kind = child.type
        if kind == "property_signature":
            name, at = key_of(low, child.child_by_field_name("name"))
            place = low.form.place(at)
            low.annotate(child.child_by_field_name("type"), place)
            yield name, place
        elif kind == "method_signature":
            name, _ = key_of(low, child.child_by_field_name("name"))
            yield name, signature(low, child)
        elif kind == "index_signature":
            place = low.place(child)
            low.annotate(child.child_by_field_name("type"), place)
            yield EACH, place
        elif kind != "comment":
            low.annotate(child, low.form.place())


def alias(low: Lowering, node: Node) -> None:
    value = node.child_by_field_name("value")
    if value is not None and (name := _name(low, node)):
        low.scopes.constant(name, low.copied(node, *_kinds(low, value)))


def _kinds(low: Lowering, node: Node) -> list[Place]:
    """The classes that a type is made of. A union leans to the left, without end if someone wants it to."""
    found: list[Place] = []
    waiting = [node]
    while waiting:
        kind = waiting.pop()
        if kind.type in ("union_type", "intersection_type", "parenthesized_type"):
            waiting.extend(reversed(kind.named_children))
        else:
            found.append(kind_of(low, kind))
    return found


def kind_of(low: Lowering, node: Node) -> Place:
    """The class that a type names; of a type that names none a place of which nothing is known."""
    kind = node.type
    if kind in ("type_identifier", "identifier"):
        return low.scopes.read(low.text(node), low.span(node))
    if kind == "object_type":
        return _structure(low, node, node)
    if kind == "nested_type_identifier" and (name := node.child_by_field_name("name")) is not None:
        module = node.child_by_field_name("module")
        return low.got(low.expression(module), low.text(name), low.span(name))
    if kind == "generic_type" and (name := node.child_by_field_name("name")) is not None:
        low.annotate(node.child_by_field_name("type_arguments"), low.form.place())
        return kind_of(low, name)
    low.annotate(node, low.form.place())
    return low.place(node)


def instance(low: Lowering, node: Node, target: Place) -> None:
    """`target` holds an instance of the class that the type names."""
    low.add(Instance(target, kind_of(low, node), low.span(node)))


def enumeration(low: Lowering, node: Node) -> None:
    target = low.place(node)
    body = node.child_by_field_name("body")
    entries: list[Entry] = []
    for child in body.named_children if body is not None else ():
        if child.type == "enum_assignment":
            name, at = key_of(low, child.child_by_field_name("name"))
            entries.append(Entry(name, low.expression(child.child_by_field_name("value")), at))
        elif child.type == "property_identifier":
            entries.append(Entry(low.text(child), low.place(child), low.span(child)))
    low.add(Record(target, tuple(entries)))
    if name := _name(low, node):
        low.scopes.constant(name, target)
