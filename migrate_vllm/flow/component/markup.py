"""The markup of Vue, Svelte and HTML files as tags, attributes and the code in braces. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PARTS = {
    "vue": re.compile(rb"<!--|\{\{|</?[a-zA-Z]"),
    "svelte": re.compile(rb"<!--|\{|</?[a-zA-Z]"),
    "html": re.compile(rb"<!--|</?[a-zA-Z]"),
}
_TAG = re.compile(rb"</?([a-zA-Z][\w.:-]*)")
_ATTRIBUTE = re.compile(rb"[\s/]*(?:(?P<end>>)|(?P<brace>\{)|(?P<name>(?:[^\s=>/{\[]|\[[^\]\s]*\]|/(?!>))+)(?P<equals>\s*=\s*)?)")
_BARE = re.compile(rb"[^\s>]*")
_CODE = re.compile(rb"[{}]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_IN_TEMPLATE = re.compile(rb"\\.|`|\$\{", re.DOTALL)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Attribute(NamedTuple):
    name: str
    at: int
    """where the name begins; of `{…}` without a name where the code does"""
    start: int
    end: int
    """the value, without quotes or braces; both 0 when there is none"""
    quote: str
    """`"`, `'`, `{` or nothing"""


class Tag(NamedTuple):
    name: str
    at: int
    attributes: tuple[Attribute, ...]
    is_empty: bool
    """`<br>` and `<A/>` have no end"""


class End(NamedTuple):
    name: str


class Code(NamedTuple):
    start: int
    end: int


Token = Tag | End | Code


def tokens(data: bytes, start: int, end: int, language: str) -> Iterator[Token]:
    """What is between `start` and `end`: tags with their attributes, and the code in `{{ }}` (`vue`) or `{ }` (`svelte`)."""
    part, at = _PARTS[language], start
    while (match := part.search(data, at, end)) is not None:
        mark, at = match.group(), match.start()
        if mark == b"<!--":
            at = _after(data, b"-->", match.end(), end)
        elif mark == b"{{":
            at = _after(data, b"}}", match.end(), end)
            yield Code(match.end(), max(at - 2, match.end()))
        elif mark == b"{":
            at = closing_brace(data, at, end)
            yield Code(match.end(), at)
            at += 1
        else:
            token, at = _tag(data, at, end)
            yield token


def _after(data: bytes, mark: bytes, start: int, end: int) -> int:
    found = data.find(mark, start, end)
    return end if found < 0 else found + len(mark)


def _tag(data: bytes, start: int, end: int) -> tuple[Token, int]:
    opening = _TAG.match(data, start, end)
    name = opening.group(1).decode() if opening else ""
    at = opening.end() if opening else start + 1
    if data[start + 1 : start + 2] == b"/":
        return End(name), _after(data, b">", at, end)
    found: list[Attribute] = []
    while (match := _ATTRIBUTE.match(data, at, end)) is not None and not match.group("end"):
        attribute, at = _attribute(data, match, end)
        found.append(attribute)
    after = match.end() if match is not None else _after(data, b">", at, end)
    is_empty = data[after - 2 : after] == b"/>" or name.lower() in _VOID
    return Tag(name, start + 1, tuple(found), is_empty), max(after, at)


def _attribute(data: bytes, match: re.Match[bytes], end: int) -> tuple[Attribute, int]:
    if match.group("brace"):
        last = closing_brace(data, match.start("brace"), end)
        return Attribute("", match.end(), match.end(), last, "{"), last + 1
    name, at = match.group("name").decode("utf-8", "replace"), match.start("name")
    if not match.group("equals"):
        return Attribute(name, at, 0, 0, ""), match.end()
    start = match.end()
    quote = data[start : start + 1]
    if quote in (b'"', b"'"):
        last = data.find(quote, start + 1, end)
        last = end if last < 0 else last
    elif quote == b"{":
        last = closing_brace(data, start, end)
    else:
        bare = _BARE.match(data, start, end)
        last = bare.end() if bare else start
        return Attribute(name, at, start, last, ""), last
    return Attribute(name, at, start + 1, last, quote.decode()), last + 1


def closing_brace(data: bytes, start: int, end: int) -> int:
    """Where the brace that opens at `start` is closed, past strings, templates and comments; `end` if it never is."""
    depth, at = 0, start
    templates: list[int] = []
    while (match := _CODE.search(data, at, end)) is not None:
        mark, at = match.group(), match.end()
        if mark == b"{":
            depth += 1
        elif mark == b"}":
            depth -= 1
            if not depth:
                return match.start()
        if mark == b"`" or (mark == b"}" and templates and templates[-1] == depth):
            if mark == b"}":
                templates.pop()
            at = _template(data, at, end)
            if data[at - 1 : at] == b"{":
                templates.append(depth)
                depth += 1
    return end


def _template(data: bytes, at: int, end: int) -> int:
    """The end of a template string, or what follows the `${` that interrupts it."""
    while (match := _IN_TEMPLATE.search(data, at, end)) is not None:
        at = match.end()
        if match.group() in (b"`", b"${"):
            return at
    return end
