"""A text whose places can be pointed at: lines and columns, excerpts, references. Pure."""

from __future__ import annotations

from bisect import bisect_right

from migrate_vllm.classify.finding import Finding
from migrate_vllm.masking import masked
from migrate_vllm.model import Excerpt, Need, Reference, Region, SourceFile
from migrate_vllm.sites.site import Hit
from migrate_vllm.sites.spans import between_characters, line_around, line_starts, text_of
from migrate_vllm.wording import message_of

CROP = 160
"""characters of a line that are shown on each side of a reference"""
_WORD = 20
"""and a hit inside"""


class PlacedText:
    """The bytes of a file and where its lines begin."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.data = file.text.encode("utf-8", "replace")
        self._starts = line_starts(self.data)

    def line_of(self, at: int) -> int:
        return bisect_right(self._starts, at)

    def window(self, hit: Hit) -> tuple[int, int]:
        """The line of the hit, or the part of a huge line around it, cut between characters."""
        start, end = line_around(self.data, hit.start)
        return between_characters(self.data, max(start, hit.start - 4 * CROP)), between_characters(
            self.data, min(end, hit.end + 4 * CROP)
        )

    def around(self, hit: Hit) -> tuple[int, str]:
        start, end = self.window(hit)
        return start, text_of(self.data, start, end)

    def reference(self, finding: Finding, need: Need, codemod: str = "", hit: Hit | None = None) -> Reference:
        """The reference of a finding, with its line around it."""
        excerpt = self._excerpt(*self._shown(finding, hit))
        return Reference(
            path=self.file.path, region=self.region(finding.start, finding.end), kind=finding.kind, need=need,
            text=_normal(excerpt.text[excerpt.start : excerpt.end]), message=message_of(finding), excerpt=excerpt, codemod=codemod,
        )  # fmt: skip

    def region(self, start: int, end: int) -> Region:
        line = self.line_of(start)
        before = self.data[self._starts[line - 1] : start].decode("utf-8", "replace")
        inside = self.data[start:end].decode("utf-8", "replace")
        column, utf16 = len(before) + 1, _utf16(before) + 1
        return Region(line, column, line, column + len(inside), utf16, utf16 + _utf16(inside))

    def _shown(self, finding: Finding, hit: Hit | None) -> tuple[int, int]:
        """The finding, or the part of a huge one around the hit."""
        if hit is None or finding.end - finding.start <= 2 * CROP or not finding.start <= hit.start < finding.end:
            return finding.start, finding.end
        start, end = max(finding.start, hit.start - CROP), min(finding.end, hit.end + CROP)
        return between_characters(self.data, start), between_characters(self.data, end)

    def _excerpt(self, start: int, end: int) -> Excerpt:
        first, last = self.window(Hit(start, end, ""))
        before = text_of(self.data, first, start)[-CROP:].lstrip()
        inside = text_of(self.data, start, end)[: 2 * CROP + _WORD]
        after = text_of(self.data, end, max(last, end))[:CROP].rstrip()
        return masked(before + inside + after, len(before), len(before) + len(inside))


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def _normal(text: str) -> str:
    return " ".join(text.split())
