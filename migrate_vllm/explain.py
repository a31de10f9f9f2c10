"""`explain NAME`: what a name of Ollama's world means and what becomes of it. Pure."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches

from migrate_vllm.facts.commands import COMMAND_FLAGS, COMMANDS
from migrate_vllm.facts.endpoints import ENDPOINTS
from migrate_vllm.facts.env import VARIABLES
from migrate_vllm.facts.fields import FIELDS
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.modelfile import DIRECTIVES
from migrate_vllm.facts.options import OPTIONS
from migrate_vllm.meanings import Meaning, meanings
from migrate_vllm.model import Codemod

_WRAPPING = re.compile(
    r"^(?:ollama |options\.|parameter |(?:get|post|put|delete|head) |https?://[^/]+(?=/)|\$\{?)|[}:]$", re.IGNORECASE
)

_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def explain(name: str, codemods: tuple[Codemod, ...] = (), width: int = 88) -> str | None:
    """All meanings of a name as plain text, wrapped at `width`; None when it has none.

    Takes names as they are met: in quotes, with `$`, `ollama ` or `POST ` in front, in any case (`numCtx`).
    """
    found = next(filter(None, (meanings(spelling, codemods) for spelling in _spellings(name))), ())
    return "\n\n".join(_paragraph(meaning, width) for meaning in found) or None


def suggestions(name: str, codemods: tuple[Codemod, ...] = ()) -> tuple[str, ...]:
    """Names that `name` may have been meant to be, best first."""
    known = {item.lower(): item for _, items in _groups(codemods) for item in items}
    bare = list(_spellings(name))[-1]
    return tuple(known[match] for match in get_close_matches(bare.lower(), known, n=3, cutoff=0.6))


def catalogue(codemods: tuple[Codemod, ...] = (), width: int = 88) -> str:
    """Every name that can be explained, by what it is."""
    groups = (f"{title}\n{_filled(', '.join(names), width, '  ')}" for title, names in _groups(codemods) if names)
    return "\n\n".join(groups)


def _groups(codemods: tuple[Codemod, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("Kinds of reference", tuple(KINDS)),
        ("Codemods", tuple(codemod.name for codemod in codemods)),
        ("Options", tuple(OPTIONS)),
        ("Endpoints", tuple(ENDPOINTS)),
        ("Fields of requests and answers", tuple(dict.fromkeys(field.path for field in FIELDS))),
        ("Variables", tuple(VARIABLES)),
        ("Commands", tuple(COMMANDS)),
        ("Flags of commands", tuple(COMMAND_FLAGS)),
        ("Directives of a Modelfile", tuple(DIRECTIVES)),
    )


def _spellings(name: str) -> Iterator[str]:
    """The name as it was written, then without what surrounds it where it is met."""
    bare = name.strip().strip("`'\"")
    yield from (bare, bare.lower(), bare.upper())
    while (peeled := _WRAPPING.sub("", bare)) != bare:
        bare = peeled
        yield from (bare, bare.lower(), bare.upper())
    if "/" in bare or bare.startswith("api"):
        yield "/" + bare.strip("/")
    yield _HUMPS.sub("_", bare).lower()
    yield bare.lower().replace("_", "-")


def _paragraph(meaning: Meaning, width: int) -> str:
    rows = (("becomes", meaning.becomes), ("", meaning.verdict), ("", meaning.why), *meaning.details)
    lines = (_row(label, text, width) for label, text in rows if text)
    return "\n".join((_filled(f"{meaning.name} - {meaning.sort}", width, ""), *lines))


def _row(label: str, text: str, width: int) -> str:
    return _filled(text, width, f"  {label:<12}" if label else "  ", "  " + " " * (12 if label else 0))


def _filled(text: str, width: int, first: str, rest: str = "  ") -> str:
    return textwrap.fill(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
