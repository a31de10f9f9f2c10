"""Vue's components: `<script>`, `<script setup>` and the template. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.component.code import Component, props_of, says
from migrate_vllm.flow.component.markup import Attribute, Code, End, Tag, tokens
from migrate_vllm.flow.form import EACH, REST, Argument, Call, Copy, Entry, Get, Global, Place, Put, Span, Text
from migrate_vllm.sites.sfc import Block, blocks

if TYPE_CHECKING:

    pass

_FOR = re.compile(rb"\s(?:in|of)\s")
_SETUP = re.compile(rb"\ssetup\b")
_IS_COMPONENT = re.compile(r"[A-Z]|[a-z][\w]*-")
_BUILT_IN = frozenset("transition-group keep-alive router-link router-view client-only".split())
_CODE = (":", "@", "v-", "#")
_COMPONENT = "[component]"
"""what the engine calls to merge the parts of an options object"""


def lower_vue(data: bytes) -> Component:
    component = Component(data)
    component.low.macros = dict.fromkeys(("defineProps", "withDefaults"), props_of(component))
    parts = blocks(data)
    scripts = [part for part in parts if part.kind == "script"]
    for block in sorted(scripts, key=lambda block: says(data, block, _SETUP)):
        component.script(block)
    instance = _instance(component)
    assigned = component.low.scopes.watch()
    component.template(lambda: _templates(component, parts), lambda *read: _connect(component, instance, *read))
    _assign(component, instance, assigned)
    component.export()
    return component


def _instance(component: Component) -> Place | None:
    """What `this` is in the object of options, when there is one."""
    form = component.form
    default = form.exports.get("default")
    if default is None:
        return None
    options = {operation.source for operation in form.operations if isinstance(operation, Copy) and operation.target == default}
    for operation in form.operations:
        if isinstance(operation, Call) and operation.target in options and operation.arguments:
            options.add(operation.arguments[0].place)
    found = min(options)
    at = form.spans.get(found, (0, 0))
    either, instance, callee = form.place(at), form.place(at), form.place()
    for source in sorted(options):
        form.copy(source, either)
    form.add(Global(callee, _COMPONENT, at))
    form.add(Call(instance, callee, (Argument("", either, at), Argument("", component.props, at)), at))
    return instance


# -- names of the template


def _connect(component: Component, instance: Place | None, name: str, place: Place, at: Span, cells: Mapping[str, Place]) -> None:
    """A name of the script is unwrapped if it is a ref; others are properties of the component."""
    add = component.low.add
    if name in cells:
        add(Get(place, cells[name], "value", at))
        return
    for owner in (component.props, instance):
        if owner is not None:
            add(Get(place, owner, name, at))


def _assign(component: Component, instance: Place | None, assigned: Mapping[str, Place]) -> None:
    """What handlers of the template assign."""
    low = component.low
    cells = low.names.defined()
    for name, source in assigned.items():
        at = low.form.spans.get(source, (0, 0))
        if name in cells:
            low.add(Put(cells[name], "value", source, at))
        if instance is not None:
            low.add(Put(instance, name, source, at))


# -- the template


def _templates(component: Component, parts: tuple[Block, ...]) -> None:
    for part in parts:
        if part.kind == "template":
            for token in tokens(component.data, part.start, part.end, "vue"):
                if isinstance(token, Tag):
                    _tag(component, token)
                elif isinstance(token, End):
                    component.closed(token.name)
                else:
                    _code(component, token)


def _code(component: Component, code: Code) -> None:
    component.expression(code.start, code.end)


def _tag(component: Component, tag: Tag) -> None:
    for attribute in tag.attributes:
        if attribute.name == "v-for" and attribute.end:
            _for(component, attribute)
    for attribute in tag.attributes:
        if attribute.end and (attribute.name.startswith(("#", "v-slot")) or attribute.name in ("slot-scope", "scope")):
            component.bind(attribute.start, attribute.end, ())
    is_child = _IS_COMPONENT.match(tag.name) is not None and tag.name not in _BUILT_IN
    attributes = [attribute for attribute in tag.attributes if is_child or attribute.name.startswith(_CODE)]
    entries = [entry for attribute in attributes for entry in _attribute(component, attribute)]
    if is_child:
        component.element(tag, _pascal(tag.name), entries)
    component.opened(tag.name, tag.is_empty)


def _for(component: Component, attribute: Attribute) -> None:
    match = _FOR.search(component.data, attribute.start, attribute.end)
    if match is None:
        return
    start, end = match.end(), attribute.end
    inside = component.low.got(component.expression(start, end), EACH, (start, end))
    component.bind(attribute.start, match.start(), (inside,))


def _attribute(component: Component, attribute: Attribute) -> list[Entry]:
    """The entry that a component would be given."""
    name, at = attribute.name, (attribute.at, attribute.at + len(attribute.name.encode()))
    if name.startswith(("#", "v-for", "v-slot", "v-pre", "v-else")) and not name.startswith("v-else-if"):
        return []
    if name.startswith(("@", "v-on:")):
        event = name.partition("@" if name[0] == "@" else ":")[2]
        if not attribute.end:
            return []
        return [Entry("on" + _pascal(event.partition(".")[0]), component.handler(attribute.start, attribute.end), at)]
    if not name.startswith((":", "v-")):
        return [_constant(component, attribute, at)]
    value = _value(component, attribute)
    key = _property(name)
    return [Entry(_camel(key) if key != REST else key, value, at)] if key and value is not None else []


def _value(component: Component, attribute: Attribute) -> Place | None:
    if attribute.end:
        return component.expression(attribute.start, attribute.end)
    if not attribute.name.startswith(":"):
        return None
    name = _camel(attribute.name[1:])
    return component.low.scopes.read(name, (attribute.at + 1, attribute.at + len(attribute.name)))


def _property(name: str) -> str:
    """`:a.sync` and `v-bind:a` set `a`, `v-model` sets `modelValue`, `v-bind` all; other directives set nothing."""
    directive, _, argument = name.partition(":")
    argument = argument.partition(".")[0]
    if directive in ("", "v-bind"):
        return argument or REST
    if directive.partition(".")[0] == "v-model":
        return argument or "modelValue"
    return ""


def _constant(component: Component, attribute: Attribute, at: Span) -> Entry:
    span = (attribute.start, attribute.end)
    place = component.form.place(span if attribute.end else at)
    if attribute.end:
        component.low.add(Text(place, component.data[slice(*span)].decode("utf-8", "replace"), span))
    return Entry(_camel(attribute.name), place, at)


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def _pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("-"))
