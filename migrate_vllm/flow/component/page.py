"""HTML: scripts and handlers that share their names; Astro: a script above, and expressions in the markup. Pure."""

from __future__ import annotations

import re

from migrate_vllm.flow.component.code import Component, unnamed
from migrate_vllm.flow.component.markup import Attribute, Code, Tag, tokens
from migrate_vllm.flow.component.regions import between
from migrate_vllm.flow.form import Entry, Get
from migrate_vllm.sites.sfc import Block, blocks

_ABOVE = re.compile(rb"\s*---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)


def lower_html(data: bytes) -> Component:
    component = Component(data)
    above = _ABOVE.match(data)
    parts = blocks(data, whole_is_markup=True)
    if above is not None:
        component.language = "tsx"
        component.script(Block("script", *above.span(1), "typescript"))
    for part in parts:
        if part.kind == "script":
            component.script(part)
    start = above.end() if above is not None else 0
    component.template(lambda: _markup(component, parts, start, is_astro=above is not None), lambda *_: None)
    if above is not None:
        _properties(component)
        component.export()
    return component


def _properties(component: Component) -> None:
    """`Astro.props` is what the page or component is given."""
    astro = {place for name, (place, _) in component.low.names.unknown().items() if name == "Astro"}
    for operation in list(component.form.operations) if astro else ():
        if isinstance(operation, Get) and operation.base in astro and operation.name == "props":
            component.form.copy(component.props, operation.target)


def _markup(component: Component, parts: tuple[Block, ...], first: int, is_astro: bool) -> None:
    for start, end in between(parts, len(component.data)):
        for token in tokens(component.data, max(start, first), end, "svelte" if is_astro else "html"):
            if isinstance(token, Tag):
                _tag(component, token, is_astro)
            elif isinstance(token, Code):
                component.expression(token.start, token.end)


def _tag(component: Component, tag: Tag, is_astro: bool) -> None:
    entries = [entry for attribute in tag.attributes for entry in _attribute(component, attribute)]
    if is_astro and tag.name[:1].isupper():
        component.element(tag, tag.name, entries)


def _attribute(component: Component, attribute: Attribute) -> list[Entry]:
    at = (attribute.at, attribute.at + len(attribute.name.encode()))
    if attribute.quote == "{" and attribute.name:
        return [Entry(attribute.name, component.expression(attribute.start, attribute.end), at)]
    if attribute.quote == "{":
        return [unnamed(component, attribute)]
    if attribute.end and _HANDLER.fullmatch(attribute.name):
        component.handler(attribute.start, attribute.end)
    return []
