"""`--include` and `--exclude`. Pure."""

from __future__ import annotations

import os
from collections.abc import Callable

from migrate_vllm.model import MigrateError


def keeper(include: tuple[str, ...], exclude: tuple[str, ...]) -> Callable[[bytes], bool]:
    """Whether a path is wanted. Patterns as in .gitignore: `*.py` anywhere, `docs/` with all that is in it, `/a` at the top."""
    if not include and not exclude:
        return lambda path: True
    wanted, unwanted = _matcher(include or ("*",)), _matcher(exclude)
    return lambda path: wanted(os.fsdecode(path)) and not unwanted(os.fsdecode(path))


def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    from pathspec import GitIgnoreSpec  # 20 ms, and most runs have no patterns

    try:
        return GitIgnoreSpec.from_lines(patterns, backend="simple").match_file
    except ValueError as error:
        raise MigrateError(f"Not a pattern: {error}") from error
