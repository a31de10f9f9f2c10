"""Which files contain a needle: asks git, or starts `sweep`. Touches the disk."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator

from migrate_vllm.discover import sweep
from migrate_vllm.discover.git import Git, Running, Writing

_THREADS = 3
"""at least; also on two processors, where three threads took a little less than four, and a tenth less than two"""
_WIDE = rb"\A(?:\xff\xfe|\xfe\xff)"
"""a regular expression of `sweep.UTF16_MARKS`, at the beginning of a file"""
MANY = 4_000
"""files; below, starting processes costs more than it saves"""


def start_grep(git: Git, needles: tuple[bytes, ...], untracked: bool, jobs: int, perl: bool = True) -> Writing:
    """git's answer to "which files may contain one of these": a path may come up for nothing, none is left out.

    It reads the files that git tracks, or with `untracked` all that aren't ignored (but then not those that are both
    tracked and ignored). `-a`, for `-I` would pass over what .gitattributes marks `-diff`. The marks of UTF-16 are
    needles too: what follows them has to be decoded before anyone can tell. `perl`: only where they begin a file, which
    spares every file a search for them, and us the files that have them elsewhere; not every git was built to know that.
    """
    patterns = (*map(re.escape, needles), _WIDE) if perl else (*needles, *sweep.UTF16_MARKS)
    words = [word for pattern in patterns for word in ("-e", pattern)]
    scope = ["--untracked", "--exclude-standard"] if untracked else []
    return git.start(
        "grep",
        "-a",
        "-i",
        "-l",
        "-z",
        "-P" if perl else "-F",
        "--no-color",
        "--no-textconv",
        f"--threads={max(jobs, _THREADS)}",
        *scope,
        *words,
    )


def search(root: bytes, paths: list[bytes], needles: tuple[bytes, ...], jobs: int) -> dict[bytes, bytes]:
    """What `sweep` has to say of each path: here, or in several processes when there are many."""
    workers = min(jobs, len(paths) // (MANY // 2))
    if workers < 2 or not sys.executable:
        return dict(sweep.sweep(root, paths, needles))
    answers = _sweep_in_processes(root, paths, needles, workers)
    return dict(sweep.sweep(root, paths, needles)) if answers is None else dict(answers)


def _sweep_in_processes(
    root: bytes, paths: list[bytes], needles: tuple[bytes, ...], workers: int
) -> Iterator[tuple[bytes, bytes]] | None:
    """None when a process fails: then the work is done again here, where it can be seen why."""
    # -I: the working directory, which may be the scanned repository, is not on the module path
    command = [sys.executable, "-I", "-S", sweep.__file__, root.hex(), *(needle.hex() for needle in needles)]
    started = [
        Running(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL),
            b"".join(path + b"\0" for path in paths[first::workers]),
        )
        for first in range(workers)
    ]
    answers = [running.wait() for running in started]
    if any(answer.code for answer in answers):
        return None
    return (_parse(record) for answer in answers for record in answer.records)


def _parse(record: bytes) -> tuple[bytes, bytes]:
    answer, _, path = record.partition(b" ")
    return path, answer


def unreadable(root: bytes, paths: Iterable[bytes]) -> list[bytes]:
    """Files that can't be opened. Asked when git complained of something: its own words can't be trusted to be parsed."""
    return [path for path in paths if not _readable(os.path.join(root, path))]


def _readable(path: bytes) -> bool:
    return os.access(path, os.R_OK) or not os.path.lexists(path)
