"""`--include` and `--exclude`. Pure."""

from __future__ import annotations

import os
from collections.abc import Callable

from migrate_vllm.discover.ignore import Pattern, parse, says


def keeper(include: tuple[str, ...], exclude: tuple[str, ...]) -> Callable[[bytes], bool] | None:
    """Whether a path is wanted; None when all are. Patterns as in .gitignore: `*.py` anywhere, `docs/` with all that is in it, `/a` on top."""
    if not include and not exclude:
        return None
    wanted, unwanted = _parse(include or ("*",)), _parse(exclude)
    return lambda path: _holds(wanted, path) and not _holds(unwanted, path)


def _parse(patterns: tuple[str, ...]) -> tuple[Pattern, ...]:
    return parse(b"\n".join(map(os.fsencode, patterns)))


def _holds(patterns: tuple[Pattern, ...], path: bytes) -> bool:
    """Whether the patterns match a path or a folder that it is in."""
    ends = (end for end in range(1, len(path)) if path[end] == 0x2F)
    return bool(says(patterns, path, is_folder=False)) or any(
        says(patterns, path[:end], is_folder=True) for end in ends
    )
