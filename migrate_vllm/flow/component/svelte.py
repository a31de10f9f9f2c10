"""Svelte's components: scripts and markup, whose names are the same. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from migrate_vllm.flow.component.code import Component, props_of, says, unnamed
from migrate_vllm.flow.component.markup import Attribute, Code, End, Tag, tokens
from migrate_vllm.flow.component.regions import between
from migrate_vllm.flow.form import EACH, Call, Copy, Entry, Get, Join, Place, Put, Span, Text
from migrate_vllm.sites.sfc import Block, blocks

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering

_MODULE = re.compile(rb"\bmodule\b")
_AS = re.compile(rb"\sas\s")
_THEN = re.compile(rb"\s(?:then|catch)\s")
_WORD = re.compile(rb"\s*([#:/@])(\w+)\s*")
_NAME = re.compile(rb"\s*([\w$]+)\s*\(?")


def lower_svelte(data: bytes) -> Component:
    component = Component(data)
    component.low.macros = {"$props": props_of(component)} | dict.fromkeys(
        ("$state", "$state.raw", "$state.snapshot", "$derived", "$bindable"), _first
    )
    parts = blocks(data, whole_is_markup=True)
    scripts = [part for part in parts if part.kind == "script"]
    for block in scripts:
        if says(data, block, _MODULE):
            component.script(block)
    exported = dict(component.low.exported)
    component.low.exported.clear()
    for block in scripts:
        if not says(data, block, _MODULE):
            component.script(block)
    _properties(component)
    component.low.exported.update(exported)
    component.template(lambda: _markup(component, parts), lambda *_: None)
    _stores(component)
    component.export()
    return component


def _first(low: Lowering, result: Place, _node: Node) -> Place:
    """`$state(value)` is the value."""
    call = low.form.operations[-1]
    if isinstance(call, Call) and call.arguments:
        low.form.copy(call.arguments[0].place, result)
    return result


def _properties(component: Component) -> None:
    """`export let x` is what the component is given, and nothing that a module exports."""
    low = component.low
    for local, at in low.exported.values():
        low.scopes.receive(local, low.got(component.props, local, at))
    low.exported.clear()


def _stores(component: Component) -> None:
    """`$store` is the store's value."""
    low = component.low
    cells = low.names.defined()
    for name, (place, at) in low.names.unknown().items():
        if name in ("$$props", "$$restProps"):
            low.form.copy(component.props, place)
        elif name[:1] == "$" and name[1:] in cells:
            low.add(Get(place, cells[name[1:]], "value", at))
    assigned = {cell: cells[name[1:]] for name, cell in cells.items() if name[:1] == "$" and name[1:] in cells}
    for operation in [copy for copy in low.form.operations if isinstance(copy, Copy) and copy.target in assigned]:
        at = low.form.spans.get(operation.source, (0, 0))
        low.add(Put(assigned[operation.target], "value", operation.source, at))
        low.add(Get(operation.target, assigned[operation.target], "value", at))


# -- markup


def _markup(component: Component, parts: tuple[Block, ...]) -> None:
    for start, end in between(parts, len(component.data)):
        for token in tokens(component.data, start, end, "svelte"):
            if isinstance(token, Tag):
                _tag(component, token)
            elif isinstance(token, End):
                component.closed(token.name)
            else:
                _code(component, token)


def _code(component: Component, code: Code) -> None:
    """`{value}`, or a block: `{#each …}`, `{:else}`, `{/each}`, `{@html …}`."""
    match = _WORD.match(component.data, code.start, code.end)
    if match is None:
        component.expression(code.start, code.end)
        return
    mark, word = match.group(1), match.group(2).decode()
    if mark == b"/":
        component.closed(f"#{word}")
        return
    block = _BLOCKS.get((mark + match.group(2)).decode(), _value)
    block(component, match.end(), code.end)
    if mark == b"#":
        component.opened(f"#{word}")


def _value(component: Component, start: int, end: int) -> None:
    if start < end:
        component.expression(start, end)


def _each(component: Component, start: int, end: int) -> None:
    found = list(_AS.finditer(component.data, start, end))
    if not found:
        _value(component, start, end)
        return
    match = found[-1]
    values = component.expression(start, match.start())
    key = component.data.find(b"(", match.end(), end)
    inside = component.low.got(values, EACH, (start, match.start()))
    component.bind(match.end(), end if key < 0 else key, (inside,))


def _await(component: Component, start: int, end: int) -> None:
    """`{#await promise then value}`; what a later `{:then value}` binds is kept for it."""
    match = _THEN.search(component.data, start, end)
    component.promises.append(component.expression(start, match.start() if match else end))
    if match is not None:
        component.bind(match.end(), end, component.promises[-1:] if b"then" in match.group() else ())


def _then(component: Component, start: int, end: int) -> None:
    """Known until the block's end."""
    if start < end:
        component.bind(start, end, component.promises[-1:])
        component.inner()


def _catch(component: Component, start: int, end: int) -> None:
    if start < end:
        component.bind(start, end, ())
        component.inner()


def _else(component: Component, start: int, end: int) -> None:
    """`{:else if condition}`."""
    if component.data[start : start + 2] == b"if":
        _value(component, start + 2, end)


def _const(component: Component, start: int, end: int) -> None:
    """`{@const name = value}`."""
    equals = component.data.find(b"=", start, end)
    if equals > 0:
        source = component.expression(equals + 1, end)
        component.bind(start, equals, (source,))
        component.inner()


def _snippet(component: Component, start: int, end: int) -> None:
    """`{#snippet name(a, b)}`."""
    match = _NAME.match(component.data, start, end)
    if match is not None and component.data[match.end() - 1 : match.end()] == b"(":
        component.bind(match.end() - 1, end, ())


_BLOCKS: dict[str, Callable[[Component, int, int], None]] = {
    "#each": _each,
    "#await": _await,
    "#snippet": _snippet,
    ":then": _then,
    ":catch": _catch,
    ":else": _else,
    "@const": _const,
}


def _tag(component: Component, tag: Tag) -> None:
    if tag.name in ("script", "style"):
        return
    is_child = tag.name[:1].isupper() or "." in tag.name
    attributes = [attribute for attribute in tag.attributes if is_child or _is_code(component, attribute)]
    entries = [entry for attribute in attributes for entry in _attribute(component, attribute)]
    if is_child:
        component.element(tag, tag.name, entries)
    component.opened(tag.name, tag.is_empty)


def _is_code(component: Component, attribute: Attribute) -> bool:
    return attribute.quote == "{" or ":" in attribute.name or component.data.find(b"{", attribute.start, attribute.end) >= 0


def _attribute(component: Component, attribute: Attribute) -> list[Entry]:
    name, at = attribute.name, (attribute.at, attribute.at + len(attribute.name.encode()))
    directive, _, argument = name.partition(":")
    key = argument.partition("|")[0] if directive == "bind" else name
    key = "on" + argument.partition("|")[0].capitalize() if directive == "on" else key
    if directive == "let":
        component.bind(attribute.at + 4, attribute.at + len(name.encode()), ())
        return []
    if not attribute.name:
        return [unnamed(component, attribute)]
    if attribute.quote == "{":
        return [Entry(key, component.expression(attribute.start, attribute.end), at)]
    return [Entry(key, _text(component, attribute, at), at)]


def _text(component: Component, attribute: Attribute, at: Span) -> Place:
    """`name="text {value}"`, or nothing but a name: `bind:value`."""
    if not attribute.end:
        _, _, argument = attribute.name.partition("bind:")
        return component.low.scopes.read(argument, at) if argument else component.form.place(at)
    span = (attribute.start, attribute.end)
    codes = [token for token in tokens(component.data, *span, "svelte") if isinstance(token, Code)]
    parts: list[Place] = []
    before = span[0]
    for code in codes:
        if before < code.start - 1:
            parts.append(_literal(component, before, code.start - 1))
        parts.append(component.expression(code.start, code.end))
        before = code.end + 1
    if before < span[1] or not parts:
        parts.append(_literal(component, before, span[1]))
    if len(parts) == 1:
        return parts[0]
    target = component.form.place(span)
    component.low.add(Join(target, tuple(parts)))
    return target


def _literal(component: Component, start: int, end: int) -> Place:
    place = component.form.place((start, end))
    component.low.add(Text(place, component.data[start:end].decode("utf-8", "replace"), (start, end)))
    return place
