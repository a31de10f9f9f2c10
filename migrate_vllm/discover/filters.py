"""`--include` and `--exclude`. Pure."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from migrate_vllm.discover.ignore import Pattern, parse, says

Answer = Callable[[bytes], object]
"""true or not"""


def keeper(
    include: tuple[str, ...], exclude: tuple[str, ...], leave_out: frozenset[bytes] = frozenset()
) -> Callable[[bytes], bool] | None:
    """Whether a path is wanted; None when all are.

    Patterns as in .gitignore: `*.py` anywhere, `docs/` with all that is in it, `/a` on top. `leave_out`: paths as they are.
    """
    wanted = _by_patterns(include, exclude)
    if not leave_out:
        return wanted
    return lambda path: path not in leave_out and (wanted is None or wanted(path))


def _by_patterns(include: tuple[str, ...], exclude: tuple[str, ...]) -> Callable[[bytes], bool] | None:
    wanted, unwanted = _matcher(include), _matcher(exclude)
    if wanted is None:
        return None if unwanted is None else lambda path: not unwanted(path)
    if unwanted is None:
        return lambda path: bool(wanted(path))
    return lambda path: bool(wanted(path)) and not unwanted(path)


def _matcher(lines: tuple[str, ...]) -> Answer | None:
    """Whether the patterns match a path or a folder that it is in. Asked of every file there is, so it has to be quick."""
    if not lines:
        return None
    patterns = parse(b"\n".join(map(os.fsencode, lines)))
    if all(pattern.ignores for pattern in patterns):
        return re.compile(b"|".join(map(_anywhere, patterns)) or rb"(?!)", re.DOTALL).search
    return _InTurn(patterns).holds


def _anywhere(pattern: Pattern) -> bytes:
    """The regular expression of a pattern, for paths of files in a matching folder too."""
    start = rb"(?:\A|/)" if pattern.by_name else rb"\A"
    return start + b"(?:" + pattern.regex.pattern + b")" + (b"/" if pattern.folders_only else rb"(?:/|\Z)")


class _InTurn:
    """The same where one pattern takes back what another says."""

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._patterns = patterns
        self._folders = {b"": False}

    def holds(self, path: bytes) -> bool:
        return self._holds_folder(os.path.dirname(path)) or bool(says(self._patterns, path, is_folder=False))

    def _holds_folder(self, folder: bytes) -> bool:
        if folder not in self._folders:
            own = bool(says(self._patterns, folder, is_folder=True))
            self._folders[folder] = own or self._holds_folder(os.path.dirname(folder))
        return self._folders[folder]
