"""What changed: since a revision, or for the next commit. Touches the disk, through git."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from migrate_vllm.discover.git import Git
from migrate_vllm.discover.listing import OTHERS
from migrate_vllm.discover.read import Needles, as_text
from migrate_vllm.discover.values import Raw, as_path
from migrate_vllm.model import MigrateError, Skipped

_NAMES = ("-z", "--relative", "--diff-filter=d", "--no-renames", "--no-ext-diff", "--ignore-submodules=dirty")
_FILTERS = r"^filter\..*\.(clean|process|required)$"


def changed_since(git: Git, revision: str) -> set[bytes]:
    """What differs between the work tree and where `revision` and HEAD parted, and what is untracked.

    A submodule that moved is named itself. What is gone is not named.
    """
    changed = _records(_without_filters(git), "diff-index", "--name-only", *_NAMES, _parting(git, revision), "--")
    return {path.rstrip(b"/") for path in (*changed, *_records(git, *OTHERS))}


def _parting(git: Git, revision: str) -> str:
    found = git.run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if revision.startswith("-") or found.code:
        raise MigrateError(
            f"{revision!r} is not a commit of this repository. Name a branch, a tag or a commit; "
            "in CI, fetch it first (`fetch-depth: 0` with actions/checkout)."
        )
    commit = found.out.decode().strip()
    parting = git.run("merge-base", commit, "HEAD")
    return parting.out.decode().split("\n")[0] or commit


def _without_filters(git: Git) -> Git:
    """To compare contents, git would run the programs that the repository's configuration names as filters."""
    names = git.run("config", "-z", "--name-only", "--get-regexp", _FILTERS).records
    given = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    # not with -c: a filter may have a `=` in its name
    variables = [("GIT_CONFIG_COUNT", str(given + len(names)))]
    for number, name in enumerate(names, given):
        off = "false" if name.endswith(b".required") else ""
        variables += [(f"GIT_CONFIG_KEY_{number}", os.fsdecode(name)), (f"GIT_CONFIG_VALUE_{number}", off)]
    return replace(git, variables=(*git.variables, *variables))


def staged(git: Git, index: str) -> tuple[Git, dict[bytes, bytes]]:
    """git with the index of the commit that is being made, and the files that this commit changes with their blobs.

    `index`: the value of GIT_INDEX_FILE, believed when it lies in the folder of this very repository.
    """
    chosen = _with_index(git, index)
    head = chosen.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}").out.strip()
    before = head or chosen.run("hash-object", "-t", "tree", "--stdin").out.strip()
    records = iter(_records(chosen, "diff-index", "--cached", "--raw", "--no-abbrev", *_NAMES, before, "--"))
    # a record is `:100644 100644 <old blob> <new blob> M` and then the path
    blobs = {path: about.split(b" ")[3] for about, path in zip(records, records, strict=True) if about[8:11] == b"100"}
    return chosen, blobs


def _with_index(git: Git, index: str) -> Git:
    """`git commit -a` and `git commit FILE` prepare an index of their own and name it to the hook."""
    folder = os.fsdecode(git.run("rev-parse", "--absolute-git-dir").out.rstrip(b"\n"))
    place = os.path.abspath(index) if index else ""
    if not place or os.path.realpath(os.path.dirname(place)) != os.path.realpath(folder):
        return git
    return replace(git, variables=(*git.variables, ("GIT_INDEX_FILE", place)))


def all_blobs(git: Git) -> dict[bytes, bytes]:
    """The files of the index with their blobs."""
    records = (record.partition(b"\t") for record in _records(git, "ls-files", "-z", "--cached", "--stage"))
    return {path: about.split(b" ")[1] for about, _, path in records if about.startswith(b"100")}


def read_blobs(
    git: Git, blobs: dict[bytes, bytes], max_size: int, needles: Needles, paths: Iterable[bytes]
) -> Iterator[Raw | Skipped]:
    """What `read_files` tells of files, told of what git has of them."""
    process = git.talk("cat-file", "--batch")
    assert process.stdin is not None  # talk=True
    assert process.stdout is not None
    with process:
        for path in paths:
            process.stdin.write(blobs[path] + b"\n")
            process.stdin.flush()
            about = process.stdout.readline().split()
            if about[1:2] != [b"blob"]:
                yield Skipped(as_path(path), "git doesn't have its contents", incomplete=True)
                continue
            data = process.stdout.read(int(about[2]) + 1)[:-1]
            yield from as_text(path, data, needles, max_size)


def _records(git: Git, *arguments: str | bytes) -> list[bytes]:
    answer = git.run(*arguments)
    if answer.code:
        reason = answer.err.decode("utf-8", "replace").strip()
        raise MigrateError(f"git can't tell what changed: {reason}")
    return answer.records
