"""disk → files: what is there, and what of it may refer to Ollama. The only stage that reads the user's files."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from migrate_vllm.discover.choose import Read, choose
from migrate_vllm.discover.filters import keeper
from migrate_vllm.discover.git import find_git
from migrate_vllm.discover.origin import remote_name
from migrate_vllm.discover.read import Needles, encode, named_among
from migrate_vllm.discover.values import Raw, Target, as_path
from migrate_vllm.model import MigrateError, Skipped

__all__ = ["Discovery", "Raw", "Target", "discover", "encode"]


@dataclass(frozen=True, slots=True)
class Discovery:
    """What discover found. The contents of files are read when they are asked for, one file at a time."""

    files: tuple[bytes, ...]
    """the paths of all files looked at, sorted"""
    context: tuple[bytes, ...]
    """sorted: these, and files that weren't asked for (`changed_since`, `staged`) but that an import may lead to"""
    hits: tuple[bytes, ...]
    """what has to be read, sorted; some of these hold no needle in the end"""
    names: tuple[PurePosixPath, ...]
    """the paths that hold a needle themselves"""
    skipped: tuple[Skipped, ...]
    """what is known before any file is read; `candidates` tells more"""
    remote_name: str
    """what the repository is called at its `origin`; empty when unknown"""
    needles: Needles
    extract: Read

    @property
    def scanned(self) -> int:
        return len(self.files)

    def candidates(self) -> Iterator[Raw | Skipped]:
        """The texts that hold a needle or are named by one, by path; and what there is to say about files on the way."""
        return self.extract(self.needles, self.hits)

    def paths(self) -> frozenset[PurePosixPath]:
        """Every file that `read` can be asked for: what an import can lead to."""
        return frozenset(map(as_path, self.context))

    def read(self, path: PurePosixPath) -> Raw | None:
        """Any text of the context, with a needle or without. None when there is none, or when it isn't to be parsed."""
        name = os.fsencode(path)
        found = self.extract((b"",), [name]) if self._has(name) else ()
        return next((each for each in found if isinstance(each, Raw) and each.parse), None)

    def _has(self, path: bytes) -> bool:
        at = bisect_left(self.context, path)
        return self.context[at : at + 1] == (path,)


def discover(target: Target, needles: Needles) -> Discovery:
    """Look for the needles (lower case, ASCII) in all files that were asked for, whatever their case there.

    Never follows a link out of the root (which may be one itself), executes nothing, and writes nothing.
    """
    root = os.path.realpath(os.fsencode(target.root))
    if not (os.path.isdir(root) or os.path.isfile(root)):
        raise MigrateError(f"{target.root} is neither a folder nor a file.")
    choice = choose(target, root, needles, find_git(os.environ.get("PATH", "")), target.jobs or _processors())
    tree = choice.tree
    if keep := keeper(target.include, target.exclude, frozenset(map(os.fsencode, target.leave_out))):
        tree = tree.where(keep)
        around = tree.files if choice.context is choice.tree.files else list(filter(keep, choice.context))
        choice = replace(choice, context=around)
    named = named_among(tree.files, needles)
    return Discovery(
        files=tuple(tree.files),
        context=tuple(choice.context),
        hits=tuple(sorted(tree.hits.union(named))),
        names=tuple(map(as_path, named)),
        skipped=tuple(sorted(tree.skipped, key=lambda each: each.path)),
        remote_name=remote_name(root),
        needles=needles,
        extract=choice.read,
    )


def _processors() -> int:
    return min(4, os.cpu_count() or 1)
