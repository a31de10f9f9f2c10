"""Vue, Svelte and HTML files: their blocks, and the sites inside scripts, templates and expressions. Pure.

Top-level blocks of a `.vue` file are raw text up to their closing tag; a `<template>` without another `lang` counts
depth and skips comments, `{{ }}` and quoted attributes. HTML and Svelte are read the same way, with the markup in between
as one template.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from migrate_vllm.sites.code import Located, locate_code
from migrate_vllm.sites.places import moved
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import clipped, text_of

_OPEN = re.compile(rb"<!--|<(script|style|template|[a-z][\w-]*)\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_LANG = re.compile(rb"\blang\s*=\s*[\"']?(\w+)")
_TYPE = re.compile(rb"\btype\s*=\s*[\"']?([\w/+.-]+)")
_TEMPLATE_PART = re.compile(rb"<!--|\{\{|</?template\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_MARKUP_PART = re.compile(
    rb"(?P<comment><!--.*?(?:-->|\Z))|(?P<mustache>\{\{.*?(?:\}\}|\Z)|\{[^{}\n]*\})"
    rb"|(?P<tag></?[a-zA-Z][\w.:-]*(?:[^>\"'{]|\"[^\"]*\"|'[^']*'|\{[^{}]*\}|\{)*>?)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"(?P<name>[^\s\"'<>/=]+)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|\{[^}]*\}|[^\s>]+)")
_CODE_ATTRIBUTE = re.compile(rb"[:@#]|v-|on:|bind:|on[a-z]+$")
_MARKUP_SCRIPTS = re.compile(rb"html|template|handlebars", re.IGNORECASE)
_DATA_SCRIPTS = re.compile(rb"json|template|markdown|text/plain|x-handlebars", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    """`script`, `style`, `template` (Vue's) or `markup`"""
    start: int
    end: int
    """the content, without the tags"""
    language: str
    """of a script: `javascript`, `typescript` or `tsx`; else empty"""


def blocks(data: bytes, whole_is_markup: bool = False) -> tuple[Block, ...]:
    """The scripts, styles and templates of a file. With `whole_is_markup` (HTML, Svelte) what is between them is markup."""
    found: list[Block] = []
    at = 0
    while match := _OPEN.search(data, at):
        if match.group().startswith(b"<!--"):
            at = _after(data, b"-->", match.end())
            continue
        name = match.group(1).lower()
        if name in (b"script", b"style") and not (whole_is_markup and _holds_markup(match.group(2))):
            end = _closing(data, name, match.end())
            language = _script_language(match.group(2), whole_is_markup) if name == b"script" else ""
            found.append(Block(name.decode(), match.end(), end, language))
            at = end + 1
        elif whole_is_markup:
            at = match.end()
        else:
            end = _template_end(data, match) if name == b"template" else _closing(data, name, match.end())
            found.append(Block("template" if name == b"template" else "custom", match.end(), end, ""))
            at = end + 1
    return tuple(found)


def _holds_markup(attributes: bytes) -> bool:
    """`<script type="text/html">`, a template for the program that reads it."""
    kind = _TYPE.search(attributes)
    return kind is not None and _MARKUP_SCRIPTS.search(kind.group(1)) is not None


def _after(data: bytes, mark: bytes, start: int) -> int:
    end = data.find(mark, start)
    return len(data) if end < 0 else end + len(mark)


def _closing(data: bytes, name: bytes, start: int) -> int:
    match = re.compile(rb"</" + re.escape(name) + rb"\s*>", re.IGNORECASE).search(data, start)
    return match.start() if match else len(data)


def _template_end(data: bytes, opening: re.Match[bytes]) -> int:
    if opening.group(2).rstrip().endswith(b"/"):
        return opening.end()
    if (lang := _LANG.search(opening.group(2))) and lang.group(1) != b"html":
        return _closing(data, b"template", opening.end())
    depth, at = 1, opening.end()
    while match := _TEMPLATE_PART.search(data, at):
        part, at = match.group(), match.end()
        if part == b"<!--":
            at = _after(data, b"-->", at)
        elif part == b"{{":
            at = _after(data, b"}}", at)
        elif part.startswith(b"</"):
            depth -= 1
        elif not part.rstrip(b">").rstrip().endswith(b"/"):
            depth += 1
        if not depth:
            return match.start()
    return len(data)


def _script_language(attributes: bytes, is_html: bool) -> str:
    if is_html and (kind := _TYPE.search(attributes)) and _DATA_SCRIPTS.search(kind.group(1)):
        return ""
    lang = _LANG.search(attributes)
    name = lang.group(1).lower() if lang else b"js"
    return {b"ts": "typescript", b"tsx": "tsx", b"typescript": "typescript"}.get(name, "javascript")


def locate_sfc(data: bytes, hits: Sequence[Hit], language: str) -> Located:
    """One site for each hit of a Vue, Svelte or HTML file, in their order."""
    parts = blocks(data, whole_is_markup=language != "vue")
    sites: dict[Hit, Site] = {}
    bindings: dict[str, str] = {}
    broken = False
    for block in parts:
        inside = [hit for hit in hits if block.start <= hit.start < block.end]
        if inside and block.language:
            located = _shifted(
                locate_code(data[block.start : block.end], [moved(hit, -block.start) for hit in inside], block.language), block.start
            )
            sites.update(zip(inside, located.sites, strict=True))
            bindings.update(located.bindings)
            broken = broken or located.broken
        elif block.kind in ("style", "script"):
            sites.update((hit, _text_site(data, hit, (block.start, block.end), Construct.RAW)) for hit in inside)
    sites.update(_markup_sites(data, [hit for hit in hits if hit not in sites]))
    return Located(tuple(sites[hit] for hit in hits), bindings, broken)


def _shifted(located: Located, by: int) -> Located:
    return replace(located, sites=tuple(shifted(site, by) for site in located.sites))


def shifted(site: Site, by: int) -> Site:
    """The same site in a text that begins `by` bytes earlier."""
    return replace(site, start=site.start + by, end=site.end + by, hit=moved(site.hit, by))


def _markup_sites(data: bytes, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Site]]:
    """Sites of the hits that stand in no script, by one pass over the markup."""
    waiting = deque(sorted(hits))
    before = 0
    for match in _MARKUP_PART.finditer(data) if waiting else ():
        while waiting and waiting[0].start < match.start():
            hit = waiting.popleft()
            yield hit, _text_site(data, hit, (before, match.start()))
        while waiting and waiting[0].start < match.end():
            hit = waiting.popleft()
            yield hit, _part_site(data, match, hit)
        if not waiting:
            return
        before = match.end()
    for hit in waiting:
        yield hit, _text_site(data, hit, (before, len(data)))


def _text_site(data: bytes, hit: Hit, within: tuple[int, int], construct: Construct = Construct.MARKUP) -> Site:
    start, end = clipped(data, *within, hit.start)
    return Site(start, end, construct, text_of(data, start, end), (), "", hit)


def _part_site(data: bytes, part: re.Match[bytes], hit: Hit) -> Site:
    if part.lastgroup == "comment":
        start, end = clipped(data, part.start() + 4, max(part.end() - 3, hit.end), hit.start)
        return Site(start, end, Construct.COMMENT, text_of(data, start, end), (), "", hit)
    if part.lastgroup == "mustache":
        inner = part.group().strip(b"{}")
        start = part.start() + part.group().index(inner) if inner else part.start()
        return _expression(data, start, start + len(inner), hit) or _text_site(data, hit, part.span())
    return _tag_site(data, part, hit)


def _tag_site(data: bytes, part: re.Match[bytes], hit: Hit) -> Site:
    tag = re.match(rb"</?([\w.:-]+)", part.group())
    name = tag.group(1).decode("utf-8", "replace") if tag else ""
    for attribute in _ATTRIBUTE.finditer(data, part.start(), part.end()):
        if attribute.start() <= hit.start < attribute.end():
            return _attribute_site(data, name, attribute, hit)
    start, end = _word(data, hit)
    construct = Construct.NAME if part.start() < hit.start else Construct.MARKUP
    return Site(start, end, construct, text_of(data, start, end), (name,), "", hit)


def _attribute_site(data: bytes, tag: str, attribute: re.Match[bytes], hit: Hit) -> Site:
    name, (start, end) = attribute.group("name"), attribute.span("value")
    if hit.start < start:
        first, last = _word(data, hit)
        return Site(first, last, Construct.NAME, text_of(data, first, last), (tag,), "", hit)
    quoted = end - start > 1 and data[start : start + 1] + data[end - 1 : end] in (b'""', b"''", b"{}")
    start, end = (start + 1, end - 1) if quoted else (start, end)
    is_code = _CODE_ATTRIBUTE.match(name) or data[start - 1 : start] == b"{"
    if is_code and (site := _expression(data, start, end, hit)):
        return replace(site, path=(name.decode("utf-8", "replace").lstrip(":"), *site.path))
    start, end = clipped(data, start, end, hit.start)
    return Site(
        start, end, Construct.MARKUP, text_of(data, start, end), (tag, name.decode("utf-8", "replace")), "", hit
    )


def _expression(data: bytes, start: int, end: int, hit: Hit) -> Site | None:
    """The site of a hit in a template's expression, read as a script of its own in parentheses."""
    if not start <= hit.start < end:
        return None
    source = b"(" + data[start:end] + b")"
    located = locate_code(source, [moved(hit, 1 - start)], "typescript")
    site = located.sites[0]
    if site.construct is Construct.RAW or site.end > len(source) - 1:
        return None
    return shifted(replace(site, broken=False), start - 1)


def _word(data: bytes, hit: Hit) -> tuple[int, int]:
    before = re.search(rb"[\w.-]*\Z", data[max(0, hit.start - 100) : hit.start])
    after = re.match(rb"[\w.-]*", data[hit.end : hit.end + 100])
    return hit.start - (len(before.group()) if before else 0), hit.end + (after.end() if after else 0)
