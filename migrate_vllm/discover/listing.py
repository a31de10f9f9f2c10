"""Which files are there: what git tracks, and what is untracked and not ignored. Touches the disk, through git."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass

from migrate_vllm.discover.git import Git, Writing
from migrate_vllm.discover.sweep import Folders

FEW = 10_000
"""Up to here every folder is looked at, which tells deleted files and FIFOs; beyond, it would cost a third of a run."""

OTHERS = ("ls-files", "-z", "--others", "--exclude-standard")
_TRACKED = ("ls-files", "-z", "--cached", "--stage", "-v")
_PLAIN = b"H 100"
"""as it should be, and a regular file"""
_UNOPENED = re.compile(rb"could not open directory '(.*?)/?': ", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tracked:
    """The index, as paths relative to the folder that git was asked in."""

    files: list[bytes]
    unsure: list[bytes]
    """files that git would look up in its index instead of on the disk, or not at all: assume-unchanged, sparse, unmerged"""
    repositories: list[bytes]
    """submodules"""


@dataclass(frozen=True, slots=True)
class Others:
    files: list[bytes]
    repositories: list[bytes]
    unreadable: list[bytes]
    """folders"""


def tracked(git: Git) -> Tracked | None:
    """None where git doesn't work: outside a work tree, or in a broken one."""
    answer = git.run(*_TRACKED)
    return None if answer.code else _tracked(answer.records)


def _tracked(records: list[bytes]) -> Tracked:
    """Records are `H 100644 <blob> <stage>\\t<path>`, all but the path of one length."""
    start = records[0].index(b"\t") + 1 if records else 0
    if {record[: len(_PLAIN)] for record in records} <= {_PLAIN}:  # nearly always
        return Tracked([record[start:] for record in records], [], [])
    odd = [record for record in records if not record.startswith(_PLAIN)]
    plain = [record[start:] for record in records if record.startswith(_PLAIN)]
    unsure = {record[start:] for record in odd if record[2:5] == b"100"}
    repositories = {record[start:].rstrip(b"/") for record in odd if record[2:8] == b"160000"}
    return Tracked(plain, sorted(unsure), sorted(repositories))


def others(running: Writing) -> Others:
    answer = running.wait()
    files = [path for path in answer.records if not path.endswith(b"/")]
    repositories = [path.rstrip(b"/") for path in answer.records if path.endswith(b"/")]
    return Others(files, repositories, _UNOPENED.findall(answer.err))


@dataclass(frozen=True, slots=True)
class Sight:
    """What the folders of some files hold."""

    files: set[bytes]
    special: set[bytes]
    """FIFOs, sockets, devices: git never lists them"""


def look_at_folders(root: bytes, paths: Iterable[bytes]) -> Sight:
    """What the folders of these files really hold. Links are neither; what a folder that can't be listed holds stays."""
    sight = Sight(set(), set())
    real = Folders(root)
    folders: dict[bytes, list[bytes]] = {b"": []}
    for path in paths:
        folders.setdefault(os.path.dirname(path), []).append(path)
    for folder in filter(real.is_real, folders):
        try:
            with os.scandir(os.path.join(root, folder)) as entries:
                _sort_entries(folder, entries, sight)
        except FileNotFoundError:
            continue
        except OSError:
            sight.files.update(folders[folder])
    return sight


def _sort_entries(folder: bytes, entries: Iterable[os.DirEntry[bytes]], sight: Sight) -> None:
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            sight.files.add(os.path.join(folder, entry.name))
        elif not entry.is_symlink() and not entry.is_dir(follow_symlinks=False):
            sight.special.add(os.path.join(folder, entry.name))
