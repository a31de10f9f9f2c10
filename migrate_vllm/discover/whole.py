"""All files of a folder, of the repositories in it too. Touches the disk, through git or without it."""

from __future__ import annotations

import os

from migrate_vllm.discover import sweep
from migrate_vllm.discover.git import Answer, Git
from migrate_vllm.discover.listing import FEW, OTHERS, Others, Tracked, look_at_folders, others, tracked
from migrate_vllm.discover.scratch import PREFIX, scratch
from migrate_vllm.discover.search import search, start_grep, unreadable
from migrate_vllm.discover.tree import Tree
from migrate_vllm.discover.walk import walk_tree

_SMALL_INDEX = 1_000
"""Up to here, and with more untracked files, git is asked to search all that isn't ignored, and what it tracks is read here."""


def whole_tree(program: str, root: bytes, needles: tuple[bytes, ...], jobs: int) -> Tree:
    """What there is and where to look, whatever state the folder and git are in."""
    tree = _by_git(program, root, needles, jobs) if program else None
    if tree is None:
        tree = walk_tree(root)
        look_into(tree, root, tree.files, needles, jobs)
    for folder in tree.repositories:
        tree.add(folder, whole_tree(program, os.path.join(root, folder), needles, jobs))
    return tree


def _by_git(program: str, root: bytes, needles: tuple[bytes, ...], jobs: int) -> Tree | None:
    """None when git can't be used. A folder that its repository ignores is looked at as if it were outside of it."""
    git = Git(program, root)
    tree = git_tree(git, needles, jobs)
    if tree and (tree.files or tree.repositories):
        return tree
    try:
        with scratch(git) as alone:
            return git_tree(alone, needles, jobs, indexed=False)
    except OSError:
        return None


def git_tree(git: Git, needles: tuple[bytes, ...], jobs: int, indexed: bool = True) -> Tree | None:
    """None where git doesn't work: outside a work tree, or in a broken one. `indexed`: it has files of its own, which the search
    begins with, before anything else is known: it takes longest."""
    grep = start_grep(git, needles, not indexed, jobs)
    listing = git.start(*OTHERS)
    index = tracked(git)
    if index is None:
        grep.stop()
        listing.stop()
        return None
    rest = others(listing)
    tree = _tree(git.root, index, rest)
    answer, unseen = grep.wait(), [*(rest.files if indexed else ()), *index.unsure]
    untracked = not indexed
    if indexed and len(index.files) <= _SMALL_INDEX < len(rest.files):
        untracked = True
        answer, unseen = start_grep(git, needles, untracked, jobs).wait(), index.files + index.unsure
    if answer.failed:
        answer = start_grep(git, needles, untracked, jobs, perl=False).wait()
    _add_hits(tree, git.root, answer, unseen, needles, jobs)
    return tree


def _tree(root: bytes, index: Tracked, rest: Others) -> Tree:
    tree = Tree(sorted([*index.files, *index.unsure, *rest.files]))  # git sorts already, so this is cheap
    if len(tree.files) <= FEW:
        sight = look_at_folders(root, tree.files)
        tree.files = [path for path in tree.files if path in sight.files]
        for path in sorted(sight.special):
            tree.skip(path, sweep.SPECIAL)
    for folder in rest.unreadable:
        tree.skip(folder, sweep.UNREADABLE)
    real = sweep.Folders(root)
    tree.repositories = [path for path in (*index.repositories, *rest.repositories) if _is_repository(real, path)]
    return tree


def _is_repository(folders: sweep.Folders, path: bytes) -> bool:
    """Inside of a submodule that isn't checked out, git lists that folder itself, as `./`."""
    own = os.path.basename(path).startswith(PREFIX.encode())
    return path != b"." and not own and folders.is_real(path) and os.path.isdir(os.path.join(folders.root, path))


def _add_hits(
    tree: Tree, root: bytes, grep: Answer, unseen: list[bytes], needles: tuple[bytes, ...], jobs: int
) -> None:
    """What git found, and what a look into the files finds that git didn't see; into all, where git failed."""
    if grep.failed:
        look_into(tree, root, tree.files, needles, jobs)
        return
    blind = set(unseen)
    tree.hits.update(set(grep.records).intersection(tree.files))
    if grep.err:
        for path in unreadable(root, [path for path in tree.files if path not in blind]):
            tree.skip(path, sweep.UNREADABLE)
    look_into(tree, root, sorted(blind.intersection(tree.files)), needles, jobs)


def look_into(tree: Tree, root: bytes, paths: list[bytes], needles: tuple[bytes, ...], jobs: int) -> None:
    """Search files without git, and put the answers into the tree."""
    gone = set()
    for path, answer in search(root, paths, needles, jobs).items():
        if answer == sweep.HIT:
            tree.hits.add(path)
        elif answer == sweep.GONE:
            gone.add(path)
        else:
            tree.skip(path, answer)
    if gone:
        tree.files = [path for path in tree.files if path not in gone]
