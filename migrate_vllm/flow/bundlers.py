"""The aliases in the configuration of Vite, webpack, Vue CLI, Nuxt and SvelteKit, which is a program: only its usual forms are read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRING = r"'(?:[^'\\\n]|\\.)*+'?|\"(?:[^\"\\\n]|\\.)*+\"?|`(?:[^`\\]|\\.)*+`?"
# `find: /^@\//,` ends like a comment begins: hence the look back.
_COMMENT = re.compile(rf"({_STRING})|(?<![\\:])//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_OPENING = re.compile(r"\balias\s*[:=]\s*(?=[\[{])")
_TOKEN = re.compile(rf"{_STRING}|[\[({{]|[\])}}]|,", re.DOTALL)
_PAIR = re.compile(r"\s*(?:(['\"`])([^'\"`\n]{1,80})\1|([\w$]{1,40}))\s*:\s*(.+)", re.DOTALL)
_FIND = re.compile(r"\s*\{\s*find\s*:\s*(?:(['\"`])([^'\"`\n]{1,80})\1|/\^?([@~#$\w-]{1,40})(?:\\/)?\$?/\w*)\s*,\s*replacement\s*:\s*(.+)", re.DOTALL)
_QUOTED = re.compile(r"(['\"`])([^'\"`\n]{0,200})\1")
_COMPUTED = re.compile(r"\$\{[^}]{0,80}\}/?")
_LONGEST_BLOCK = 10_000
_MOST_BLOCKS = 20


def bundler_aliases(text: str) -> Iterator[tuple[str, str]]:
    """Patterns and targets, as in a tsconfig; targets are relative to the folder of the configuration."""
    plain = _COMMENT.sub(lambda match: match.group(1) or " ", text)
    for opening in list(_OPENING.finditer(plain))[:_MOST_BLOCKS]:
        for entry in _entries(plain[opening.end() : opening.end() + _LONGEST_BLOCK]):
            yield from _alias(entry)


def _entries(block: str) -> Iterator[str]:
    """What stands between the commas of the outermost bracket, until that is closed."""
    depth = start = 0
    for token in _TOKEN.finditer(block):
        sign = token.group()
        if sign in "[({":
            depth += 1
            start = token.end() if depth == 1 else start
        elif sign in "])}":
            depth -= 1
        if depth == 0 or (sign == "," and depth == 1):
            yield block[start : token.start()]
            start = token.end()
        if depth == 0:
            return


def _alias(entry: str) -> Iterator[tuple[str, str]]:
    match = _FIND.match(entry) or _PAIR.match(entry)
    if not match:
        return
    name = match.group(2) or match.group(3)
    target = _target(match.group(4))
    if target is None or "*" in name + target:
        yield from [] if target is None else [(name, target)]
        return
    if not name.endswith("/"):
        yield name.removesuffix("$"), target
    if not name.endswith("$"):
        yield f"{name.rstrip('/')}/*", f"{target.rstrip('/')}/*"


def _target(expression: str) -> str | None:
    """`path.resolve(__dirname, '..', 'src')`, `fileURLToPath(new URL('./src', import.meta.url))`, `'/src'`: its texts as one path."""
    parts = [_COMPUTED.sub("", quoted).strip("/") for _, quoted in _QUOTED.findall(expression)]
    if not parts and not re.fullmatch(r"[\w.]*resolve\(\s*__dirname\s*\)|__dirname|process\.cwd\(\)", expression.strip()):
        return None
    return "/".join(part for part in parts if part) or "."
