"""Spans in bytes: the line around a hit, a span clipped to it, the text of a span. Pure."""

from __future__ import annotations

from itertools import accumulate


def line_around(data: bytes, at: int) -> tuple[int, int]:
    """Start and end (without the line end) of the line that holds byte `at`."""
    start = data.rfind(b"\n", 0, at) + 1
    end = data.find(b"\n", at)
    return start, len(data) if end < 0 else end


def clipped(data: bytes, start: int, end: int, at: int) -> tuple[int, int]:
    """The part of `start:end` on the line of byte `at`, without white space around it."""
    first, last = line_around(data, at)
    start, end = max(start, first), min(end, last)
    part = data[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def between_characters(data: bytes, at: int) -> int:
    """The nearest place at or before `at` that lies between two characters."""
    while 0 < at < len(data) and data[at] & 0xC0 == 0x80:
        at -= 1
    return max(0, at)


def line_starts(data: bytes) -> list[int]:
    """Where each line begins, and one past the last; `bisect_right` of a place in it is its line, 1-based."""
    return list(accumulate(map((1).__add__, map(len, data.split(b"\n"))), initial=0))


def text_of(data: bytes, start: int, end: int) -> str:
    return data[start:end].decode("utf-8", "replace")
