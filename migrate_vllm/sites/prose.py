"""Prose: Markdown with front matter and fenced blocks, reStructuredText with code blocks, and plain text. Pure.

A scan of the lines, linear and without a parser: of CommonMark only the fences matter here. A block is read by the front
end of the language that it names; one that names none gives its lines as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from migrate_vllm.languages import LANGUAGES, language_of
from migrate_vllm.sites.places import Delegate, Embedded, raw, site
from migrate_vllm.sites.site import Construct, Hit, Site

_FENCE = re.compile(rb"^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)$", re.MULTILINE)
_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_RST_BLOCK = re.compile(rb"^(?P<indent>[ \t]*)\.\. (?:code-block|code|sourcecode|highlight)::[ \t]*(?P<info>[^\n]*)\n(?P<body>(?:(?P=indent)[ \t]+\S.*\n?|[ \t]*\r?\n)+)", re.MULTILINE)
_INFO = re.compile(rb"\{?\.?([\w+#.-]+)")
_ALIASES = {
    "bash": "shell", "sh": "shell", "zsh": "shell", "console": "shell", "shell-session": "shell", "sh-session": "shell", "shellsession": "shell",
    "terminal": "shell", "commandline": "shell", "cli": "shell", "fish": "shell", "py": "python", "python3": "python", "py3": "python", "pycon": "python",
    "node": "javascript", "golang": "go", "c#": "csharp", "csharp": "csharp", "docker": "dockerfile", "dotenv": "env", "conf": "ini", "properties": "ini",
    "systemd": "ini", "pwsh": "powershell", "cmd": "batch", "caddyfile": "caddy", "makefile": "make", "docker-compose": "yaml", "compose": "yaml",
    "jsonl": "json", "json5": "json", "caddyfile-d": "caddy", "rs": "rust", "rb": "ruby",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    start: int
    end: int
    language: str
    """a name of `languages.LANGUAGES`; empty when the block names none that is known"""
    docs: bool = True


def locate_markdown(data: bytes, hits: Sequence[Hit], delegate: Delegate) -> tuple[Site, ...]:
    """One site for each hit, in their order."""
    return _locate(data, hits, delegate, list(_markdown_blocks(data)))


def locate_rst(data: bytes, hits: Sequence[Hit], delegate: Delegate) -> tuple[Site, ...]:
    """One site for each hit, in their order."""
    return _locate(data, hits, delegate, [Block(*m.span("body"), _language(m.group("info"))) for m in _RST_BLOCK.finditer(data)])


def _locate(data: bytes, hits: Sequence[Hit], delegate: Delegate, blocks: list[Block]) -> tuple[Site, ...]:
    starts = [block.start for block in blocks]
    embedded = Embedded(data, delegate)
    sites: dict[Hit, Site] = {}
    for hit in hits:
        index = bisect_right(starts, hit.start) - 1
        block = blocks[index] if index >= 0 and hit.start < blocks[index].end else None
        if block is None:
            sites[hit] = site(data, (0, len(data)), Construct.PROSE, hit)
        elif block.language:
            embedded.add((block.start, block.end), block.language, hit)
        else:
            sites[hit] = replace(raw(data, hit), docs=True)
    sites.update((hit, replace(found, docs=True)) for hit, found in embedded.sites())
    return tuple(sites[hit] for hit in hits)


def _markdown_blocks(data: bytes) -> Iterator[Block]:
    at = 0
    if front := _FRONT_MATTER.match(data):
        yield Block(*front.span("body"), "yaml")
        at = front.end()
    opened: re.Match[bytes] | None = None
    for fence in _FENCE.finditer(data, at):
        if opened is None:
            opened = fence
        elif _closes(fence, opened):
            yield Block(opened.end() + 1, fence.start(), _language(opened.group("info")))
            opened = None
    if opened is not None and opened.end() + 1 < len(data):
        yield Block(opened.end() + 1, len(data), _language(opened.group("info")))


def _closes(fence: re.Match[bytes], opened: re.Match[bytes]) -> bool:
    sign, opening = fence.group("fence"), opened.group("fence")
    return sign[:1] == opening[:1] and len(sign) >= len(opening) and not fence.group("info").strip()


def _language(info: bytes) -> str:
    match = _INFO.match(info.strip())
    if not match:
        return ""
    word = match.group(1).decode("utf-8", "replace").lower()
    name = _ALIASES.get(word) or (word if word in LANGUAGES else language_of(PurePosixPath(f"x.{word}")))
    return "" if name == "unknown" or LANGUAGES[name].prose else name
