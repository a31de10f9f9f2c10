"""The markup between scripts and styles. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from migrate_vllm.sites.sfc import Block


def between(parts: Iterable[Block], end: int) -> Iterator[tuple[int, int]]:
    at = 0
    for part in parts:
        if part.kind in ("script", "style"):
            yield at, part.start
            at = part.end
    yield at, end
