"""Which part of a tree was asked for. Touches the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from migrate_vllm.discover.changes import all_blobs, changed_since, read_blobs, staged
from migrate_vllm.discover.git import Git
from migrate_vllm.discover.read import Needles, read_files
from migrate_vllm.discover.tree import Tree
from migrate_vllm.discover.values import Raw, Target
from migrate_vllm.discover.whole import look_into, whole_tree
from migrate_vllm.model import MigrateError, Skipped

Read = Callable[[Needles, Iterable[bytes]], Iterator[Raw | Skipped]]


@dataclass(frozen=True, slots=True)
class Choice:
    tree: Tree
    context: list[bytes]
    """the files of the tree, and those around that weren't asked for"""
    read: Read


def choose(target: Target, root: bytes, needles: Needles, program: str, jobs: int) -> Choice:
    disk = partial(read_files, root, target.max_size)
    if not os.path.isdir(root):
        return _one_file(root, needles, target.max_size)
    if not (target.staged or target.changed_since):
        tree = whole_tree(program, root, needles, jobs)
        return Choice(tree, tree.files, disk)
    git = _required(program, root)
    return _staged(git, target.max_size) if target.staged else _changed(git, target, needles, jobs, disk)


def _one_file(path: bytes, needles: Needles, max_size: int) -> Choice:
    root, name = os.path.split(path)
    tree = Tree([name])
    look_into(tree, root, [name], needles, 1)
    return Choice(tree, tree.files, partial(read_files, root, max_size))


def _required(program: str, root: bytes) -> Git:
    git = Git(program, root)
    if not program or git.run("rev-parse", "--is-inside-work-tree").out.strip() != b"true":
        raise MigrateError("--staged and --changed-since need git and a git work tree.")
    return git


def _changed(git: Git, target: Target, needles: Needles, jobs: int, read: Read) -> Choice:
    changed = changed_since(git, target.changed_since)
    around = whole_tree(git.program, git.root, (), jobs)
    tree = Tree([path for path in around.files if _within(path, changed)])
    look_into(tree, git.root, tree.files, needles, jobs)
    return Choice(tree, around.files, read)


def _within(path: bytes, changed: set[bytes]) -> bool:
    """Named itself, or in a submodule or clone that is named."""
    while path and path not in changed:
        path = os.path.dirname(path)
    return bool(path)


def _staged(git: Git, max_size: int) -> Choice:
    chosen, blobs = staged(git, os.environ.get("GIT_INDEX_FILE", ""))
    everything = all_blobs(chosen)
    read = partial(read_blobs, chosen, everything | blobs, max_size)
    # every blob is read once, so there is nothing to gain by searching them first
    return Choice(Tree(sorted(blobs), set(blobs)), sorted(everything), read)
