"""Which files are there, without git: a walk that knows .gitignore. Touches the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator

from migrate_vllm.discover import sweep
from migrate_vllm.discover.ignore import Pattern, parse, says
from migrate_vllm.discover.tree import Tree

Rules = tuple[tuple[bytes, tuple[Pattern, ...]], ...]
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
    tree.files.sort()
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
            tree.files.append(path)
        else:
            tree.skip(path, sweep.SPECIAL)


def _rules(root: bytes, folder: bytes, entries: list[os.DirEntry[bytes]], rules: Rules) -> Rules:
    names = {entry.name for entry in entries if entry.name in (b".git", b".gitignore") and not entry.is_symlink()}
    if b".git" in names:
        rules = ()
    if b".gitignore" not in names:
        return rules
    return ((folder, _read_rules(os.path.join(root, folder, b".gitignore"))), *rules)


def _read_rules(path: bytes) -> tuple[Pattern, ...]:
    try:
        descriptor = sweep.open_regular(path)
    except (OSError, sweep.NotRegularError):
        return ()
    with os.fdopen(descriptor, "rb") as file:
        return parse(file.read())


def _ignored(path: bytes, is_folder: bool, rules: Rules) -> bool:
    """The deepest .gitignore that says something decides."""
    said = (says(patterns, path[len(folder) :].lstrip(b"/"), is_folder) for folder, patterns in rules)
    return next((answer for answer in said if answer is not None), False)
