"""The files of a folder, and which of them are worth a look inside. Pure."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from migrate_vllm.discover import sweep
from migrate_vllm.discover.values import as_path
from migrate_vllm.model import Skipped

_REASONS = {
    sweep.UNREADABLE: ("can't be read", True),
    sweep.SPECIAL: ("not a regular file", False),
}


@dataclass(slots=True)
class Tree:
    files: list[bytes] = field(default_factory=list)
    """sorted, each once"""
    hits: set[bytes] = field(default_factory=set)
    """what a look inside is worth; some hold no needle in the end"""
    skipped: list[Skipped] = field(default_factory=list)
    repositories: list[bytes] = field(default_factory=list)
    """nested: submodules and clones"""

    def skip(self, path: bytes, answer: bytes) -> None:
        reason, incomplete = _REASONS[answer]
        self.skipped.append(Skipped(as_path(path), reason, incomplete))

    def where(self, keep: Callable[[bytes], bool]) -> Tree:
        """What of it is wanted."""
        skipped = [each for each in self.skipped if keep(os.fsencode(each.path))]
        return Tree(list(filter(keep, self.files)), set(filter(keep, self.hits)), skipped)

    def add(self, folder: bytes, other: Tree) -> None:
        """The tree of a folder, as part of this one."""
        self.files = sorted({*self.files, *(os.path.join(folder, path) for path in other.files)})
        self.hits.update(os.path.join(folder, path) for path in other.hits)
        inside = as_path(folder)
        self.skipped.extend(Skipped(inside / each.path, each.reason, each.incomplete) for each in other.skipped)
