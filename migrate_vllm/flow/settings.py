"""Reads settings that people wrote by hand; what is broken is as if it weren't there. Pure."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator

_QUOTED = r'"(?:[^"\\\n]|\\.)*+"?'
# The last parts match also what is never closed: otherwise each opening sign of a hostile file would search to its end.
_COMMENT = re.compile(rf"({_QUOTED})|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_LAST_COMMA = re.compile(rf"({_QUOTED})|,(?=\s*[}}\]])", re.DOTALL)
_DEEPEST = 8
"""levels of conditions inside `exports`"""


def from_json(text: str) -> dict[str, object]:
    """An object; comments and commas before a closing bracket are let pass, as TypeScript does."""
    plain = _LAST_COMMA.sub(r"\1", _COMMENT.sub(r"\1", text.removeprefix("\ufeff")))
    try:
        return table(json.loads(plain))
    except (ValueError, RecursionError):
        return {}


def from_toml(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def table(value: object, *keys: str) -> dict[str, object]:
    """The table that stands under these keys, empty when there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def strings(value: object) -> list[str]:
    """One text or a list of texts, as many settings take either."""
    found = value if isinstance(value, list) else [value]
    return [text for text in found if isinstance(text, str)]


def strings_within(value: object, depth: int = 0) -> Iterator[str]:
    """All texts, however deep, in their order: the targets of all conditions of an `exports`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list) and depth < _DEEPEST:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings_within(inner, depth + 1)
