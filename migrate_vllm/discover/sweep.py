"""Which of these files contain one of these needles? Read here, without git. Touches the disk.

Imports the standard library only and runs as a script too: `search` starts it several times over for large trees.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial

CHUNK = 8 << 20
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FLAGS = os.O_RDONLY if sys.platform == "win32" else os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

HIT, MISS, GONE, UNREADABLE, SPECIAL = b"hit", b"miss", b"gone", b"unreadable", b"special"


def open_regular(path: bytes) -> int:
    """A descriptor of a regular file; `NotRegularError` for anything else. Never waits for a FIFO, never follows a link."""
    descriptor = os.open(path, _FLAGS)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise NotRegularError(path)


class NotRegularError(Exception):
    """Neither a regular file nor a link: a FIFO, a socket, a device, a folder."""


def chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(CHUNK):
        yield chunk


def contains(read: Callable[[int], bytes], needles: tuple[bytes, ...]) -> bool:
    """Whether a file has one of the needles (lower case, ASCII) in it, whatever their case there. Memory is bounded."""
    tail, wide = b"", None
    keep = max(map(len, needles), default=1) - 1
    for chunk in chunks(read):
        if wide is None:
            wide = chunk.startswith(UTF16_MARKS)
        text = tail + (_narrow(chunk) if wide else chunk).lower()
        if any_in(text, needles):
            return True
        tail = text[len(text) - keep :]
    return False


def holds(data: bytes, needles: tuple[bytes, ...]) -> bool:
    """The same of contents that have been read."""
    return any_in((_narrow(data) if data.startswith(UTF16_MARKS) else data).lower(), needles)


def _narrow(data: bytes) -> bytes:
    """Without its NULs, ASCII in UTF-16 is ASCII."""
    return data.replace(b"\0", b"")


def any_in(text: bytes, needles: tuple[bytes, ...]) -> bool:
    for needle in needles:  # noqa: SIM110  any() and its generator cost more than the search of most files
        if needle in text:
            return True
    return False


class Folders:
    """Tells whether a path stays inside: git follows a folder of its index that has since become a link."""

    def __init__(self, root: bytes) -> None:
        self.root = root
        self._real = {b"": True}

    def holds(self, path: bytes) -> bool:
        """Whether no folder on the way from the root to this path is a link."""
        return self.is_real(os.path.dirname(path))

    def is_real(self, folder: bytes) -> bool:
        if folder not in self._real:
            linked = os.path.islink(os.path.join(self.root, folder))
            self._real[folder] = not linked and self.is_real(os.path.dirname(folder))
        return self._real[folder]


def look(folders: Folders, path: bytes, needles: tuple[bytes, ...]) -> bytes:
    """HIT, MISS, or why neither can be said."""
    if not folders.holds(path):
        return GONE
    place = os.path.join(folders.root, path)
    try:
        descriptor = open_regular(place)
    except (FileNotFoundError, NotADirectoryError):
        return GONE
    except NotRegularError:
        return SPECIAL
    except OSError:
        return _why_not(place)
    try:
        return HIT if contains(partial(os.read, descriptor), needles) else MISS
    except OSError:
        return UNREADABLE
    finally:
        os.close(descriptor)


def _why_not(path: bytes) -> bytes:
    """A link is no file of ours; a socket can't be opened at all."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return UNREADABLE
    if stat.S_ISLNK(mode):
        return GONE
    return UNREADABLE if stat.S_ISREG(mode) else SPECIAL


def sweep(root: bytes, paths: Iterable[bytes], needles: tuple[bytes, ...]) -> Iterator[tuple[bytes, bytes]]:
    """Each path with its answer, misses left out."""
    folders = Folders(root)
    for path in paths:
        answer = look(folders, path, needles)
        if answer is not MISS:
            yield path, answer


def main(root: str, needles: list[str]) -> None:
    wanted = tuple(bytes.fromhex(needle) for needle in needles)
    paths = sys.stdin.buffer.read().split(b"\0")[:-1]
    for path, answer in sweep(bytes.fromhex(root), paths, wanted):
        sys.stdout.buffer.write(b"%s %s\0" % (answer, path))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
