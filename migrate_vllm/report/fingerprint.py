"""Fingerprints that are unique within a report, for readers that show one of two findings with the same. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from migrate_vllm.model import Reference


def unique(references: Iterable[Reference]) -> Iterator[tuple[Reference, str]]:
    """Each with its own fingerprint; a second one of the same, or none, is made from what the reference says."""
    seen: Counter[str] = Counter()
    for reference in references:
        own = reference.fingerprint or f"{reference.kind}\0{reference.path}\0{reference.text}"
        seen[own] += 1
        first = reference.fingerprint and seen[own] == 1
        yield reference, reference.fingerprint if first else _digest(f"{own}\0{seen[own]}")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
