"""Which files are there, without git: a walk that knows .gitignore. Touches the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from migrate_vllm.discover import sweep
from migrate_vllm.discover.tree import Tree

if TYPE_CHECKING:  # imported where used: it is needed on few runs
    from pathspec import GitIgnoreSpec

Rules = tuple[tuple[bytes, "GitIgnoreSpec"], ...]
"""folder and what its .gitignore says, the deepest folder first"""


def walk_tree(root: bytes) -> Tree:
    """Every file that no .gitignore rules out. Repositories inside are folders like any other, with rules of their own."""
    tree = Tree()
    stack: list[tuple[bytes, Rules]] = [(b"", ())]
    while stack:
        folder, rules = stack.pop()
        try:
            with os.scandir(os.path.join(root, folder)) as listed:
                entries = list(listed)
        except OSError:
            tree.skip(folder, sweep.UNREADABLE)
            continue
        rules = _rules(root, folder, entries, rules)
        stack.extend((inner, rules) for inner in _take(folder, entries, rules, tree))
    return tree


def _take(folder: bytes, entries: list[os.DirEntry[bytes]], rules: Rules, tree: Tree) -> Iterator[bytes]:
    """Put the files of a folder into the tree; yield the folders to go on with."""
    for entry in entries:
        path = os.path.join(folder, entry.name)
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name == b".git" or entry.is_symlink() or _ignored(path, is_folder, rules):
            continue
        if is_folder:
            yield path
        elif entry.is_file(follow_symlinks=False):
            tree.files.add(path)
        else:
            tree.skip(path, sweep.SPECIAL)


def _rules(root: bytes, folder: bytes, entries: list[os.DirEntry[bytes]], rules: Rules) -> Rules:
    names = {entry.name for entry in entries if entry.name in (b".git", b".gitignore") and not entry.is_symlink()}
    if b".git" in names:
        rules = ()
    if b".gitignore" not in names:
        return rules
    return ((folder, _read_rules(os.path.join(root, folder, b".gitignore"))), *rules)


def _read_rules(path: bytes) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        descriptor = sweep.open_regular(path)
    except (OSError, sweep.SpecialFile):
        return GitIgnoreSpec([])
    with os.fdopen(descriptor, "rb") as file:
        text = file.read().decode("utf-8-sig", "surrogateescape")
    return GitIgnoreSpec.from_lines(text.split("\n"), backend="simple")


def _ignored(path: bytes, is_folder: bool, rules: Rules) -> bool:
    """The deepest .gitignore that says something decides."""
    for folder, spec in rules:
        name = os.fsdecode(path[len(folder) :].lstrip(b"/")) + "/" * is_folder
        said = spec.check_file(name).include
        if said is not None:
            return said
    return False
