"""Sites of configuration, scripts and prose: a span on the hit's line, and parts that another front end reads. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import between_characters, text_of

FrontEnd = Callable[[bytes, Sequence[Hit]], tuple[Site, ...]]
Delegate = Callable[[bytes, Sequence[Hit], str], tuple[Site, ...]]
"""reads a part in another language: its bytes, the hits in them, the language; offsets are those of the part"""

_REACH = 600
"""bytes on each side of a hit: a line of megabytes is read in windows"""


def on_line(data: bytes, start: int, end: int, hit: Hit) -> tuple[int, int]:
    """The part of `start:end` on the line of the hit and within reach of it, without white space around it."""
    start, end = max(start, between_characters(data, hit.start - _REACH)), min(end, between_characters(data, hit.end + _REACH))
    first, last = data.rfind(b"\n", start, hit.start) + 1, data.find(b"\n", hit.start, max(end, hit.start))
    start, end = max(start, first), end if last < 0 else min(end, last)
    start, end = min(start, hit.start), max(end, hit.end)
    part = data[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def site(
    data: bytes, span: tuple[int, int], construct: Construct, hit: Hit, path: tuple[str, ...] = (), callee: str = "", broken: bool = False
) -> Site:  # fmt: skip
    start, end = on_line(data, *span, hit)
    return Site(start, end, construct, text_of(data, start, end), path, callee, hit, broken=broken)


def raw(data: bytes, hit: Hit, broken: bool = False) -> Site:
    return site(data, (0, len(data)), Construct.RAW, hit, broken=broken)


def moved(hit: Hit, by: int) -> Hit:
    return Hit(hit.start + by, hit.end + by, hit.needle)


class Embedded:
    """Hits that fall into parts of another language, collected by part so that each part is parsed once."""

    def __init__(self, data: bytes, delegate: Delegate) -> None:
        self._data, self._delegate = data, delegate
        self._parts: dict[tuple[int, int], tuple[str, Callable[[bytes], bytes], tuple[str, ...], list[Hit]]] = {}

    def add(
        self, span: tuple[int, int], language: str, hit: Hit, path: tuple[str, ...] = (), clean: Callable[[bytes], bytes] = bytes
    ) -> None:  # fmt: skip
        """`clean` may replace bytes of the part, never add or remove any."""
        self._parts.setdefault(span, (language, clean, path, []))[3].append(hit)

    def sites(self) -> Iterator[tuple[Hit, Site]]:
        for (start, end), (language, clean, path, hits) in self._parts.items():
            found = self._delegate(clean(self._data[start:end]), [moved(hit, -start) for hit in hits], language)
            for hit, one in zip(hits, found, strict=True):
                first, last = one.start + start, one.end + start
                text = text_of(self._data, first, last) if one.construct is not Construct.VARIABLE else one.text
                yield hit, replace(one, start=first, end=last, path=path + one.path, text=text, hit=hit, language=one.language or language)
