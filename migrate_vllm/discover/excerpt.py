"""What of a very large text is worth looking at. Pure."""

from __future__ import annotations

from collections.abc import Iterable

LONG = 1 << 20
"""characters; the matches of a longer line are taken out of it piece by piece"""
MOST = 8 << 20
"""characters kept of one text"""
_WHOLE = 2_000
"""characters; a longer line is cut down to what stands around its matches"""
_AROUND = 200


def matching_lines(pieces: Iterable[str], needles: tuple[str, ...]) -> tuple[str, bool]:
    """The lines that hold a needle, all other lines empty, so that line numbers stay; and whether that is all of them.

    The columns of a line that was cut down are not those of the file.
    """
    kept = _Kept(needles)
    line = ""
    overlap = max(map(len, needles), default=1) - 1
    for piece in pieces:
        block, end, line = (line + piece).rpartition("\n")
        if end:
            kept.block(block)
        if len(line) > LONG:
            kept.line(line)
            line = line[len(line) - overlap :]
    kept.line(line)
    return "".join(kept.parts), kept.room > 0


class _Kept:
    """What is kept so far."""

    def __init__(self, needles: tuple[str, ...]) -> None:
        self.needles = needles
        self.parts: list[str] = []
        self.room = MOST

    def block(self, text: str) -> None:
        """Whole lines. Most blocks hold no needle, and of those only the number of lines is kept."""
        folded = text.lower()
        if not any(needle in folded for needle in self.needles):
            self.parts.append("\n" * (text.count("\n") + 1))
            return
        for line in text.split("\n"):
            self.line(line)
            self.parts.append("\n")

    def line(self, text: str) -> None:
        found = _around(text, self.needles) if self.room > 0 else ""
        self.room -= len(found)
        self.parts.append(found)


def _around(line: str, needles: tuple[str, ...]) -> str:
    """A line with its needles, cut down when it is long; empty when there is none."""
    folded = line.lower() if line.isascii() else _fold(line)
    if not any(needle in folded for needle in needles):
        return ""
    return line if len(line) <= _WHOLE else " … ".join(line[first:last] for first, last in _windows(folded, needles))


def _fold(line: str) -> str:
    """Lower case, but of ASCII only: other letters may change their length."""
    return "".join(character.lower() if character.isascii() else character for character in line)


def _windows(folded: str, needles: tuple[str, ...]) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    at = _next(folded, needles, 0)
    while at >= 0:
        first, last = max(0, at - _AROUND), min(len(folded), at + _AROUND)
        if windows and first <= windows[-1][1]:
            first = windows.pop()[0]
        windows.append((first, last))
        at = _next(folded, needles, at + 1)
    return windows


def _next(folded: str, needles: tuple[str, ...], start: int) -> int:
    return min((at for needle in needles if (at := folded.find(needle, start)) >= 0), default=-1)
