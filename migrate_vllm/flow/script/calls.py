"""Calls, and the methods whose effect the language itself defines. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from migrate_vllm.flow.form import (
    EACH,
    REST,
    Argument,
    Call,
    Entry,
    Get,
    Import,
    Instance,
    Join,
    Place,
    Put,
    Record,
    Span,
)
from migrate_vllm.flow.script.keys import elements, quoted
from migrate_vllm.flow.script.literals import spread, template

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering

_KEY = re.compile(r"[\w.:$-]+")


def call(low: Lowering, node: Node) -> Place:
    callee = node.child_by_field_name("function")
    given = node.child_by_field_name("arguments")
    if callee is None or given is None:
        return low.expression(callee)
    if (types := node.child_by_field_name("type_arguments")) is not None:
        low.annotate(types, low.form.place())
    if callee.type == "identifier" and given.named_child_count == 1 and low.text(callee) == "await":
        return low.copied(node, low.expression(given.named_child(0)))  # JavaScript's grammar takes `await (x)` for a call
    if low.macros and (macro := low.macros.get(low.text(callee))) is not None:
        return macro(low, _called(low, node, low.expression(callee), low.span(callee), given), node)
    special = _SPECIAL.get(callee.type)
    if special is not None and (place := special(low, node, callee, given)) is not None:
        return place
    return _called(low, node, low.expression(callee), low.span(callee), given)


def _called(low: Lowering, node: Node, callee: Place, at: Span, given: Node) -> Place:
    if given.type == "template_string":
        return template(low, given)
    found = arguments(low, given)
    target = low.place(node)
    low.add(Call(target, callee, found, at))
    return target


def arguments(low: Lowering, node: Node | None) -> tuple[Argument, ...]:
    found: list[Argument] = []
    for child in node.named_children if node is not None else ():
        kind = child.type
        if kind == "spread_element":
            found.append(Argument(REST, spread(low, child), low.span(child)))
        elif kind != "comment":
            found.append(Argument("", low.expression(child), low.span(child)))
    return tuple(found)


def new(low: Lowering, node: Node) -> Place:
    """A call of the class; `new URL(b, a)` joins."""
    constructor = node.child_by_field_name("constructor")
    if (types := node.child_by_field_name("type_arguments")) is not None:
        low.annotate(types, low.form.place())
    callee = low.expression(constructor)
    found = arguments(low, node.child_by_field_name("arguments"))
    target = low.place(node)
    low.add(Call(target, callee, found, low.span(node if constructor is None else constructor)))
    if found and constructor is not None and low.data[constructor.start_byte : constructor.end_byte] == b"URL":
        low.add(Join(target, tuple(argument.place for argument in reversed(found[:2]))))
    return target


# -- by the kind of what is called


def _imported(low: Lowering, node: Node, _callee: Node, given: Node) -> Place | None:
    """`import("m")`."""
    return _module(low, node, given)


def _module(low: Lowering, node: Node, given: Node) -> Place | None:
    first = given.named_children[:1]
    if not first or first[0].type not in ("string", "template_string") or first[0].named_child_count > 1:
        return None
    module, at = quoted(low, first[0])
    target = low.place(node)
    low.add(Import(target, module, "*", at))
    return target


def _named(low: Lowering, node: Node, callee: Node, given: Node) -> Place | None:
    """`require("m")`, also if it was made by `createRequire`."""
    if low.data[callee.start_byte : callee.end_byte] == b"require" and not low.scopes.is_local("require"):
        return _module(low, node, given)
    return None


def _super(low: Lowering, node: Node, callee: Node, given: Node) -> Place | None:
    """`super(…)` calls what the class extends."""
    if low.base is None:
        return None
    return _called(low, node, low.base, low.span(callee), given)


class Method(NamedTuple):
    """A call `base.name(…)`."""

    low: Lowering
    target: Place
    base: Place
    owner: str
    """the base's source, when it's a plain name"""
    arguments: tuple[Argument, ...]
    nodes: list[Node]
    """of the arguments"""


def _of_member(low: Lowering, node: Node, callee: Node, given: Node) -> Place | None:
    owner, name = callee.child_by_field_name("object"), callee.child_by_field_name("property")
    if owner is None or name is None or given.type == "template_string":
        return None
    method = low.text(name)
    if method == "join" and owner.type == "array":
        return _joined(low, node, owner, given)
    base = low.expression(owner)
    at = low.span(name)
    found = low.place(callee)
    low.add(Get(found, base, method, at))
    target = _called(low, node, found, low.span(callee), given)
    if (effect := _METHODS.get(method)) is not None:
        called = low.form.operations[-1]
        if isinstance(called, Call):
            plain = low.text(owner) if owner.type == "identifier" else ""
            nodes = [child for child in given.named_children if child.type != "comment"]
            effect(Method(low, target, base, plain, called.arguments, nodes))
    return target


_SPECIAL: dict[str, Callable[[Lowering, Node, Node, Node], Place | None]] = {
    "import": _imported,
    "identifier": _named,
    "super": _super,
    "member_expression": _of_member,
}


def super_object(low: Lowering, node: Node) -> Place:
    """`super` in `super.chat()`: an instance of what the class extends."""
    target = low.place(node)
    if low.base is not None:
        low.add(Instance(target, low.base, low.span(node)))
    return target


def _joined(low: Lowering, node: Node, owner: Node, given: Node) -> Place:
    """`[a, b].join("/")`."""
    separators = [argument.place for argument in arguments(low, given)]
    parts: list[Place] = []
    for child in elements(owner):
        if child is not None:
            parts += [*(separators[:1] if parts else ()), spread(low, child) if child.type == "spread_element" else low.expression(child)]
    target = low.place(node)
    low.add(Join(target, tuple(parts)))
    return target


# -- by the name of the method


def _get(call: Method) -> None:
    """`map.get("k")`."""
    if len(call.nodes) == 1:
        name, at = _key(call)
        if name != EACH or call.nodes[0].type != "string":
            call.low.add(Get(call.target, call.base, name, at))


def _has(call: Method) -> None:
    if len(call.nodes) == 1:
        name, at = _key(call)
        if name != EACH:
            call.low.add(Get(call.low.form.place(), call.base, name, at))


def _has_own(call: Method) -> None:
    if call.owner == "Object" and len(call.nodes) == 2 and call.nodes[1].type == "string":
        name, at = quoted(call.low, call.nodes[1])
        call.low.add(Get(call.low.form.place(), call.arguments[0].place, name, at))


def _key(call: Method) -> tuple[str, Span]:
    """The first argument as a key. A path or a URL is none."""
    first = call.nodes[0]
    if first.type == "string":
        name, at = quoted(call.low, first)
        if _KEY.fullmatch(name):
            return name, at
    return EACH, call.low.span(first)


def _set(call: Method) -> None:
    if len(call.arguments) == 2:
        name, at = _key(call)
        call.low.add(Put(call.base, name, call.arguments[1].place, at))


def _add(call: Method) -> None:
    for argument in call.arguments:
        call.low.add(Put(call.base, REST if argument.name == REST else EACH, argument.place, argument.at))


def _splice(call: Method) -> None:
    _add(call._replace(arguments=call.arguments[2:]))
    call.low.form.copy(call.base, call.target)


def _take(call: Method) -> None:
    if not call.arguments:
        call.low.add(Get(call.target, call.base, EACH, call.low.form.spans[call.target]))


def _at(call: Method) -> None:
    if len(call.nodes) == 1:
        digits = call.low.text(call.nodes[0])
        call.low.add(Get(call.target, call.base, digits if digits.isdigit() else EACH, call.low.span(call.nodes[0])))


def _concat(call: Method) -> None:
    """Of arrays: all that is in any; of texts: one after the other."""
    call.low.form.copy(call.base, call.target)
    for argument in call.arguments:
        call.low.form.copy(argument.place, call.target)


def _assign(call: Method) -> None:
    if call.owner == "Object" and call.arguments:
        first = call.arguments[0].place
        for argument in call.arguments[1:]:
            call.low.add(Put(first, REST, argument.place, argument.at))
        call.low.form.copy(first, call.target)


def _entries(call: Method) -> None:
    """`Object.entries(d)`, `xs.entries()`: pairs, the second of which is what's inside."""
    of_object = call.owner == "Object" and len(call.arguments) == 1
    if not of_object and call.arguments:
        return
    low, at = call.low, call.low.form.spans[call.target]
    value = low.got(call.arguments[0].place if of_object else call.base, EACH, at)
    pair = low.form.place()
    low.add(Record(pair, (Entry("1", value, at),)))
    low.add(Record(call.target, (Entry(EACH, pair, at),)))


def _next(call: Method) -> None:
    if not call.arguments:
        low, at = call.low, call.low.form.spans[call.target]
        low.add(Record(call.target, (Entry("value", low.got(call.base, EACH, at), at),)))


_METHODS: dict[str, Callable[[Method], None]] = {
    "get": _get,
    "has": _has,
    "hasOwnProperty": _has,
    "hasOwn": _has_own,
    "set": _set,
    "push": _add,
    "unshift": _add,
    "add": _add,
    "splice": _splice,
    "pop": _take,
    "shift": _take,
    "at": _at,
    "concat": _concat,
    "assign": _assign,
    "entries": _entries,
    "next": _next,
}
