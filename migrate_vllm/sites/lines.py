"""Languages that are read a line at a time: .env, ini and units, requirements, Modelfiles, proxies, go.mod, and all that no
grammar here reads. Pure.

One pass over the text finds what the lines stand in (sections, blocks); each hit then looks at its own line alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from migrate_vllm.languages import LANGUAGES
from migrate_vllm.sites.places import FrontEnd, on_line, raw, site
from migrate_vllm.sites.site import Construct, Hit, Site

_SETTING = re.compile(rb"[ \t]*(?P<export>(?:export|set|setx|declare -x)[ \t]+)?(?P<name>[\w.-]+)[ \t]*[:+?]?=")
_INI_SETTING = re.compile(rb"[ \t]*(?P<name>[^\s=:#;\[][^=:\n]{0,200}?)[ \t]*[=:]")
_SECTION = re.compile(rb"^[ \t]*\[\[?([^\]\n]{1,200})\]", re.MULTILINE)
_DIRECTIVE = re.compile(rb"^[ \t]*(FROM|PARAMETER|TEMPLATE|SYSTEM|ADAPTER|LICENSE|MESSAGE|REQUIRES|RENDERER|PARSER|DRAFT)\b", re.MULTILINE | re.IGNORECASE)
_GO_BLOCK = re.compile(rb"^(module|require|replace|exclude|retract|go|toolchain|tool|use)\b|^\)", re.MULTILINE)
_WORD = re.compile(rb"[ \t]*(?:-[ \t]+)?([\w@.$-]+)")
_LONGEST_VALUE = 100
"""lines of a value over several lines that are looked back over"""
_QUOTED = re.compile(rb"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`")


def comment_at(line: bytes, at: int, signs: tuple[str, ...]) -> int:
    """Where the comment that holds place `at` of a line begins (after its sign), or -1."""
    for sign in map(str.encode, signs):
        opening = re.match(rb"\s*" + re.escape(sign) + (rb"(?!\w)" if sign.isalpha() or sign == b"*" else b""), line)
        if opening and opening.end() <= at:
            return _after_signs(line, opening.end(), at)
    blank = _QUOTED.sub(lambda match: b"_" * len(match.group()), line)
    places = [found.end() for sign in map(str.encode, signs) if sign in (b"#", b"//", b"--", b";") for found in re.finditer(rb"(?<=\s)" + re.escape(sign) + rb"(?=[\s!/#])", blank)]
    first = min(places, default=-1)
    return _after_signs(line, first, at) if 0 <= first <= at else -1


def _after_signs(line: bytes, start: int, at: int) -> int:
    while start < at and line[start : start + 1] in b"#/*;!- \t":
        start += 1
    return start


Reader = Callable[[bytes, int, int, Hit, bytes], Site]


def by_line(language: str, reader: Reader, marks: re.Pattern[bytes] | None = None) -> FrontEnd:
    """A front end that reads a line at a time: comments by the language's signs, the rest by `reader`, which is given
    the span of the line and the last match of `marks` before it."""
    signs = LANGUAGES[language].comments or ("#", "//")

    def locate(data: bytes, hits: Sequence[Hit]) -> tuple[Site, ...]:
        places = [(match.start(), match.group(match.lastindex or 0)) for match in marks.finditer(data)] if marks else []
        starts = [start for start, _ in places]
        return tuple(one(data, hit, places[index - 1][1] if (index := bisect_right(starts, hit.start)) else b"") for hit in hits)

    def one(data: bytes, hit: Hit, mark: bytes) -> Site:
        start, end = on_line(data, 0, len(data), hit)
        if (comment := comment_at(data[start:end], hit.start - start, signs)) >= 0:
            closing = re.search(rb"\s*(?:-->|\*+/|#>)\Z", data[hit.end : end])
            return site(data, (start + comment, hit.end + closing.start() if closing else end), Construct.COMMENT, hit)
        return reader(data, start, end, hit, mark)

    return locate


def _env(data: bytes, start: int, end: int, hit: Hit, _mark: bytes) -> Site:
    if not (match := _SETTING.match(data, start, end)):
        return raw(data, hit)
    name = match.group("name").decode("utf-8", "replace")
    return site(data, (match.start("name"), end), Construct.ASSIGNMENT, hit, (name,), "export" if match.group("export") else "")


def _ini(data: bytes, start: int, end: int, hit: Hit, mark: bytes) -> Site:
    section = tuple(part for part in (mark.decode("utf-8", "replace"),) if part)
    if data[start : start + 1] == b"[":
        return site(data, (start + 1, max(hit.end, end - 1)), Construct.KEY, hit)
    if key := _continued(data, start):
        return site(data, (start, end), Construct.VALUE, hit, (*section, key))
    match = _INI_SETTING.match(data, start, end)
    if not match:
        return site(data, (start, end), Construct.VALUE, hit, section)
    name = match.group("name").decode("utf-8", "replace")
    if hit.start < match.end("name"):
        return site(data, match.span("name"), Construct.KEY, hit, section)
    return site(data, (match.end(), end), Construct.VALUE, hit, (*section, name))


def _continued(data: bytes, start: int) -> str:
    """The key whose value an indented line goes on with, as in setup.cfg; empty when it begins a setting of its own."""
    first = data.rfind(b"\n", 0, start) + 1
    for _ in range(_LONGEST_VALUE):  # never far: a file may be one endless indented block
        if data[first : first + 1] not in (b" ", b"\t", b"#", b"\n", b"\r"):
            break
        if not first:
            return ""
        first = data.rfind(b"\n", 0, first - 1) + 1
    if first == data.rfind(b"\n", 0, start) + 1 or not (match := _INI_SETTING.match(data, first)):
        return ""
    return match.group("name").decode("utf-8", "replace")


def _modelfile(data: bytes, start: int, end: int, hit: Hit, mark: bytes) -> Site:
    return site(data, (start, end), Construct.DIRECTIVE, hit, (mark.decode().upper(),) if mark else ())


def _requirement(data: bytes, start: int, end: int, hit: Hit, _mark: bytes) -> Site:
    comment = re.search(rb"\s#|\s--hash|\s\\$", data[start:end])
    stop = start + comment.start() if comment and start + comment.start() >= hit.end else end
    return site(data, (start, stop), Construct.VALUE, hit, ("requirements",))


def _go_module(data: bytes, start: int, end: int, hit: Hit, mark: bytes) -> Site:
    return site(data, (start, end), Construct.VALUE, hit, (mark.decode(),))


def _server_directive(data: bytes, start: int, end: int, hit: Hit, _mark: bytes) -> Site:
    match = _WORD.match(data, start, end)
    return site(data, (start, end), Construct.DIRECTIVE, hit, (match.group(1).decode("utf-8", "replace"),) if match else ())


def _line(data: bytes, start: int, end: int, hit: Hit, _mark: bytes) -> Site:
    return site(data, (start, end), Construct.RAW, hit)


def prose(data: bytes, hits: Sequence[Hit]) -> tuple[Site, ...]:
    """Each hit's line as prose."""
    return tuple(site(data, (0, len(data)), Construct.PROSE, hit) for hit in hits)


_ROWS: dict[str, tuple[Reader, re.Pattern[bytes] | None]] = {
    "env": (_env, None),
    "ini": (_ini, _SECTION),
    "modelfile": (_modelfile, _DIRECTIVE),
    "requirements": (_requirement, None),
    "gomod": (_go_module, _GO_BLOCK),
    "nginx": (_server_directive, None),
    "caddy": (_server_directive, None),
}

LINE_FRONT_ENDS = {name: by_line(name, reader, marks) for name, (reader, marks) in _ROWS.items()}


def unread(language: str) -> FrontEnd:
    """The front end of a language that nothing here reads: its comments, and its lines as they are."""
    return by_line(language, _line)
