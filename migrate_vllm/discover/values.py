"""What discover is asked for and what it answers. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class Target:
    """What to look at: built from flags and the configuration file."""

    root: Path
    include: tuple[str, ...] = ()
    """patterns as in .gitignore; when there are any, only what they match is looked at"""
    exclude: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    """paths as they are, relative to the root: what this program writes itself"""
    max_size: int = 5_000_000
    """bytes; larger files are matched as text and never parsed"""
    changed_since: str = ""
    """only what differs from where this revision and HEAD parted, and what is untracked"""
    staged: bool = False
    """only what the next commit would change, with the contents that it would commit"""
    jobs: int = 0
    """processes to search with when git can't; 0: as many as there are processors, four at most"""


@dataclass(frozen=True, slots=True)
class Raw:
    """One decoded file."""

    path: PurePosixPath
    text: str
    encoding: str
    """`utf-8`, `utf-8-sig`, `utf-16-le`, `utf-16-be` (both with a mark) or `latin-1`; `encode` turns it back"""
    size: int
    parse: bool = True
    """False: match as text, never parse or edit. `text` may hold the matching lines only, others being empty"""


def as_path(path: bytes) -> PurePosixPath:
    """A path that can be printed: what isn't UTF-8 as `\\xe9`."""
    return PurePosixPath(path.decode("utf-8", "backslashreplace"))


def is_utf8(path: bytes) -> bool:
    return path == path.decode("utf-8", "replace").encode()
