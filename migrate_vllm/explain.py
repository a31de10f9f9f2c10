"""`explain NAME`: what a name of Ollama's world or vLLM's means and what becomes of it. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

from migrate_vllm.meaning import Meaning
from migrate_vllm.model import Codemod
from migrate_vllm.naming import Index, index, loose, spellings

WIDTH = 80
_MANY = 6
"""names that are pointed to at most"""
_AS_GOOD = 0.15
"""how much less alike than the best a name may be to be offered"""


def explain(name: str, codemods: tuple[Codemod, ...] = (), width: int = WIDTH) -> str | None:
    """All meanings of a name as plain text, wrapped at `width`; None when it has none.

    Takes names as they are met: in quotes, with `$`, `ollama ` or `POST ` in front, in any case (`numCtx`), with or without
    dashes (`max_model_len`), as a path through a value (`response["message"]["content"]`).
    """
    names = index(codemods)
    found = names.find(name)
    return "\n\n".join([*(_paragraph(meaning, names, width) for meaning in found), *_pointers(found, names, width)]) or None


def suggestions(name: str, codemods: tuple[Codemod, ...] = ()) -> tuple[str, ...]:
    """Names that `name` may have been meant to be, best first; none that is much further off than the best."""
    known = index(codemods).spelled()
    near = {match: _likeness(key, match) for key in map(loose, spellings(name)) for match in get_close_matches(key, known, n=3, cutoff=0.6)}
    best = max(near.values(), default=0)
    ranked = sorted((match for match in near if near[match] > best - _AS_GOOD), key=lambda match: -near[match])
    return tuple(dict.fromkeys(known[match] for match in ranked))[:3]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def catalogue(codemods: tuple[Codemod, ...] = (), width: int = WIDTH) -> str:
    """Every name that can be explained, by what it is."""
    groups = index(codemods).groups()
    return "\n\n".join(f"{title}\n{_filled(', '.join(names), width, '  ')}" for title, names in groups.items())


def _paragraph(meaning: Meaning, names: Index, width: int) -> str:
    rows = (
        ("becomes", meaning.becomes), ("", meaning.verdict), ("", meaning.why), *meaning.details,
        ("in place of", _some(names.taken_from(meaning.name))), ("source", meaning.source),
    )  # fmt: skip
    lines = (_row(label, text, width) for label, text in rows if text)
    return "\n".join((_filled(f"{meaning.name} - {meaning.sort}", width, ""), *lines))


def _pointers(found: tuple[Meaning, ...], names: Index, width: int) -> Iterator[str]:
    """Where else the names are met that were explained."""
    others = (other for meaning in found for other in names.others(meaning.name) if other not in found)
    if titles := tuple(dict.fromkeys(other.names[0] if other.sort.startswith("argument") else other.name for other in others)):
        yield _filled(_some(titles), width, f"{'see also':<14}", " " * 14)


def _some(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _MANY} more" if len(names) > _MANY else ""
    return ", ".join(names[:_MANY]) + more


def _row(label: str, text: str, width: int) -> str:
    return _filled(text, width, f"  {label:<12}" if label else "  ", "  " + " " * (12 if label else 0))


def _filled(text: str, width: int, first: str, rest: str = "  ") -> str:
    filled = textwrap.fill(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return filled.replace("\N{NO-BREAK SPACE}", " ")
