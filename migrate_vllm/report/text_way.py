"""How the value came to a reference, for the terminal: the whole way, or just through which file. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from migrate_vllm.model import Reference
from migrate_vllm.report.options import Options
from migrate_vllm.report.text_excerpt import GUTTER, gutter, head, tail
from migrate_vllm.report.way import Leg, entrance, legs, place_of

_LONGEST = 7
"""lines of a way; of a longer one the middle is folded"""
_FIRST, _LAST = 2, 4


def with_entrance(lines: list[Text], reference: Reference, options: Options) -> Iterator[Text]:
    """The lines of an excerpt, with `via app/client.py:6` at their end, or below where there is no room: a line that
    doesn't say Ollama should say at least where it has that from.
    """
    *above, last = lines
    yield from above
    step = entrance(reference)
    if step is None or options.why:
        yield last
        return
    place = place_of(step, reference)
    if last.cell_len + cell_len(f"  via {place}") <= options.width:
        yield last.append(f"  via {place}", "dim")
    else:
        yield last
        yield gutter("via", tail(place, max(options.width - GUTTER, 20)))


def way_lines(reference: Reference, options: Options) -> Iterator[Text]:
    """A line a place, their descriptions below each other."""
    way = legs(reference)
    places = [place_of(leg, reference) for leg in way]
    room = max(options.width - GUTTER, 20)
    column = min(max(map(cell_len, places), default=0), room * 3 // 5)
    lines = [_leg(number, place, leg, column, room) for number, (place, leg) in enumerate(zip(places, way, strict=True))]
    if options.all_lines or len(lines) <= _LONGEST:
        yield from lines
        return
    yield from lines[:_FIRST]
    yield gutter("…", f"{len(lines) - _FIRST - _LAST} more")
    yield from lines[-_LAST:]


def _leg(number: int, place: str, leg: Leg, column: int, room: int) -> Text:
    shown = tail(place, column)
    padding = " " * (column - cell_len(shown) + 2)
    return gutter("→" if number else "from", f"{shown}{padding}{_said(leg.whats, room - column - 2)}")


def _said(whats: tuple[str, ...], room: int) -> str:
    """What the value became, the last above all."""
    for first in range(len(whats)):
        said = " → ".join(("…", *whats[first:]) if first else whats)
        if cell_len(said) <= room:
            return said
    return head(whats[-1], room)
