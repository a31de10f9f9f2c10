"""Names for references that survive edits elsewhere in the file. Pure.

A fingerprint is made of kind, path, text and the ordinal among references that agree in all three. It holds no line number, so moving code
changes nothing; a second occurrence of the same text gets the next ordinal and so a name of its own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from migrate_vllm.model import Reference

_DIGITS = 16


def with_fingerprints(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references sorted by path, line, column and kind, each with its fingerprint. Give it the whole report's: ordinals count
    within one call."""
    seen: Counter[str] = Counter()
    named = []
    for reference in sorted(references, key=order):
        content = _content(reference)
        named.append(replace(reference, fingerprint=_digest(f"{content}\0{seen[content]}")))
        seen[content] += 1
    return tuple(named)


def order(reference: Reference) -> tuple[str, int, int, str, str, int, int]:
    """The sort key of references in every output. What follows the kind only makes the order a total one."""
    region = reference.region
    return (str(reference.path), region.line, region.column, reference.kind,
            reference.text, region.end_line, region.end_column)  # fmt: skip


def _content(reference: Reference) -> str:
    return "\0".join((reference.kind, str(reference.path), " ".join(reference.text.split())))


def _digest(content: str) -> str:
    # A path that isn't UTF-8 carries surrogate escapes, which a strict encoder refuses.
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
