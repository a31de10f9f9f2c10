"""Bytes of a file → text, without losing what is needed to write it back. Touches the disk."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, FileIO
from itertools import chain

from migrate_vllm.discover import sweep
from migrate_vllm.discover.excerpt import matching_lines
from migrate_vllm.discover.values import Raw, as_path, is_utf8
from migrate_vllm.model import Skipped

Needles = tuple[bytes, ...]
Readable = FileIO | BytesIO

_HEAD = 8192
"""A NUL this early, and no UTF-16 mark: not a text."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text that has been read in this encoding, mark included."""
    mark = next((mark for mark, name in _MARKS if name == encoding), b"")
    return mark + text.encode("utf-8" if encoding == "utf-8-sig" else encoding)


def decode(data: bytes) -> tuple[str, str] | None:
    """Text and encoding; None for what isn't text. `encode` gives the same bytes back."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding) or (None if encoding.startswith("utf-16") else _latin(data))
    return None if b"\0" in data[:_HEAD] else _decoded(data, "utf-8") or _latin(data)


def _decoded(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode("utf-8" if encoding == "utf-8-sig" else encoding), encoding
    except UnicodeDecodeError:
        return None


def _latin(data: bytes) -> tuple[str, str]:
    return data.decode("latin-1"), "latin-1"


def read_files(root: bytes, max_size: int, needles: Needles, paths: Iterable[bytes]) -> Iterator[Raw | Skipped]:
    """Candidates as text, and what there is to say about them; nothing of those that hold no needle, or are links."""
    folders = sweep.Folders(root)
    for path in filter(folders.holds, paths):
        place = os.path.join(root, path)
        try:
            with os.fdopen(sweep.open_regular(place), "rb", buffering=0) as file:
                yield from _read(file, path, needles, max_size)
        except sweep.NotRegularError:
            yield Skipped(as_path(path), "not a regular file")
        except OSError as error:
            if not os.path.islink(place):
                yield Skipped(as_path(path), f"can't be read: {error.strerror}", incomplete=True)


def _read(file: FileIO, path: bytes, needles: Needles, max_size: int) -> Iterator[Raw | Skipped]:
    size = os.fstat(file.fileno()).st_size
    if size <= max_size:
        yield from as_text(path, file.read(), needles, max_size)
    elif named(path, needles) or sweep.contains(file.read, needles):
        file.seek(0)
        yield from _extract(file, size, path, needles, max_size)


def as_text(path: bytes, data: bytes, needles: Needles, max_size: int) -> Iterator[Raw | Skipped]:
    """The same of contents that have been read already."""
    found = sweep.holds(data, needles)
    if not found and not named(path, needles):
        return
    if len(data) > max_size:
        yield from _extract(BytesIO(data), len(data), path, needles, max_size)
        return
    decoded = decode(data)
    if decoded:
        text, encoding = decoded
        yield Raw(as_path(path), text, encoding, len(data), parse=is_utf8(path))
        if not is_utf8(path):
            yield Skipped(as_path(path), "its name is not UTF-8: matched as text, not parsed")
    elif found:
        yield Skipped(as_path(path), "binary")


def named(path: bytes, needles: Needles) -> bool:
    """Whether the path itself holds a needle."""
    return sweep.any_in(path.lower(), needles)


def named_among(paths: Sequence[bytes], needles: Needles) -> list[bytes]:
    """The paths that hold a needle themselves, sorted. Most trees have none, so all paths are searched as one."""
    joined = b"\0".join((b"", *paths, b""))
    lower = joined.lower()
    return sorted({_around(joined, at) for needle in needles for at in _places(lower, needle)})


def _places(text: bytes, needle: bytes) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _around(joined: bytes, at: int) -> bytes:
    return joined[joined.rfind(b"\0", 0, at) + 1 : joined.find(b"\0", at)]


def _extract(file: Readable, size: int, path: bytes, needles: Needles, max_size: int) -> Iterator[Raw | Skipped]:
    """The matching lines of a file over the size cap."""
    head = file.read(_HEAD)
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    if b"\0" in head and not encoding.startswith("utf-16"):
        yield Skipped(as_path(path), "binary")
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    texts = (decoder.decode(chunk).removeprefix("\ufeff") for chunk in chain((head,), sweep.chunks(file.read)))
    text, complete = matching_lines(texts, tuple(needle.decode() for needle in needles))
    yield Raw(as_path(path), text, encoding, size, parse=False)
    more = "" if complete else "; it holds more matches than are listed"
    yield Skipped(as_path(path), f"over {max_size / 1e6:g} MB: matched as text, not parsed{more}", not complete)
