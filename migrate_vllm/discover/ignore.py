"""What the patterns of a .gitignore say of a path, exactly as git understands them. Pure.

Written after git's dir.c and wildmatch.c and held to git itself in the tests. pathspec 1.1 reads `*`, `!*/`, `!*.py`
(keep the Python files alone) as keeping every file below the first level, and a few rarer forms otherwise than git.
Git matches bytes, not characters: `?` is one byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SPECIAL = re.compile(rb"[*?\[\\]")
_CLASSES = {
    b"alnum": b"0-9A-Za-z", b"alpha": b"A-Za-z", b"blank": rb" \t", b"cntrl": rb"\x00-\x1f\x7f", b"digit": b"0-9",
    b"graph": b"!-~", b"lower": b"a-z", b"print": b" -~", b"punct": rb"!-/:-@\[-`{-~", b"space": rb"\s",
    b"upper": b"A-Z", b"xdigit": b"0-9A-Fa-f",
}  # fmt: skip
_TOKEN = re.compile(
    rb"""(?P<stars>\*+) | (?P<one>\?) | \\(?P<escaped>.) | (?P<plain>[^\[\\])
       | \[ (?P<not>[!^])? (?P<set> (?: \\. | \[:[^\]]*:\] | [^\\] ) (?: \\. | \[:[^\]]*:\] | [^\]\\] )* ) \]""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line."""

    regex: re.Pattern[bytes]
    ignores: bool
    """False for `!`"""
    folders_only: bool
    by_name: bool
    """there is no slash in it: it is about the last part of a path, at any depth"""

    def matches(self, path: bytes, is_folder: bool) -> bool:
        if self.folders_only and not is_folder:
            return False
        return self.regex.fullmatch(path.rpartition(b"/")[2] if self.by_name else path) is not None


def parse(text: bytes) -> tuple[Pattern, ...]:
    """The patterns of a .gitignore, the last first: the first that matches decides."""
    lines = (_trimmed(line.removesuffix(b"\r")) for line in text.removeprefix(b"\xef\xbb\xbf").split(b"\n"))
    patterns = (_pattern(line) for line in lines if line and not line.startswith(b"#"))
    return tuple(pattern for pattern in patterns if pattern)[::-1]


def says(patterns: Iterable[Pattern], path: bytes, is_folder: bool) -> bool | None:
    """Whether the path is ignored; None when no pattern is about it. The path is relative to the file's folder."""
    return next((pattern.ignores for pattern in patterns if pattern.matches(path, is_folder)), None)


def _trimmed(line: bytes) -> bytes:
    """Without the spaces at its end, but for one after a backslash."""
    bare = line.rstrip(b" ")
    escapes = len(bare) - len(bare.rstrip(b"\\"))
    return bare + b" " if escapes % 2 and bare != line else bare


def _pattern(line: bytes) -> Pattern | None:
    """None for a pattern that never matches: git drops it without a word, too."""
    ignores = not line.startswith(b"!")
    body = line if ignores else line[1:]
    folders_only, body = body.endswith(b"/"), body.removesuffix(b"/")
    by_name = b"/" not in body
    regex = _regex(body.removeprefix(b"/"), by_name)
    return None if regex is None else Pattern(re.compile(regex, re.DOTALL), ignores, folders_only, by_name)


def _regex(body: bytes, by_name: bool) -> bytes | None:
    found = _SPECIAL.search(body)
    # git compares what stands before the first special character, then starts anew: `a**/b` is `a` and `**/b`
    at = start = found.start() if found and not by_name else 0 if by_name else len(body)
    parts = [re.escape(body[:start])]
    while at < len(body):
        token = _TOKEN.match(body, at)
        part = _part(token, body, start) if token else None
        if token is None or part is None:
            return None
        parts.append(part)
        # `**/` may stand for nothing, slash included
        at = token.end() + (part == _ANY_FOLDERS)
    return b"".join(parts)


_ANY_FOLDERS = rb"(?:.*/)?"


def _part(token: re.Match[bytes], body: bytes, start: int) -> bytes | None:
    if stars := token["stars"]:
        return _stars(stars, before=body[start : token.start()], after=body[token.end() :])
    if token["one"]:
        return b"[^/]"
    if token["set"] is not None:
        return _set(token["set"], b"^" if token["not"] else b"")
    return re.escape(token["escaped"] or token["plain"])


def _stars(stars: bytes, before: bytes, after: bytes) -> bytes:
    alone = (not before or before.endswith(b"/")) and (not after or after.startswith((b"/", b"\\/")))
    if len(stars) == 1 or not alone:
        return b"[^/]*"
    return _ANY_FOLDERS if after.startswith(b"/") else b".*"


def _set(inside: bytes, negation: bytes) -> bytes | None:
    """`[…]`; a slash is never in it."""
    parts: list[bytes] = []
    for token in re.finditer(rb"\[:([^\]]*):\]|(\\?.)(?:-(?!\Z)(\\?.))?", inside, re.DOTALL):
        if token[1] is not None:
            if token[1] not in _CLASSES:
                return None
            parts.append(_CLASSES[token[1]])
        else:
            first, last = token[2][-1], (token[3] or token[2])[-1]
            # a range counts its first character even when it is upside down
            parts += [b"\\x%02x" % first, b"\\x%02x-\\x%02x" % (first, last) if first <= last else b""]
    return b"(?!/)[%s%s]" % (negation, b"".join(parts))
