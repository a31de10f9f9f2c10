"""One source line with its references underlined, for the terminal. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from migrate_vllm.model import Excerpt, Need, Reference
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import visible
from migrate_vllm.report.way import entrance

STYLES = {Need.CHANGE: "bold red", Need.DECIDE: "bold yellow", Need.TEXT: "cyan", Need.KEEP: "dim"}
GUTTER = 11
"""columns left of the source line"""


def gutter(lead: str, said: Text | str) -> Text:
    """A line of the report: what stands in the gutter, and what right of it."""
    if isinstance(said, str):
        said = Text(said, "dim")
    return Text.assemble((f"{lead:>{GUTTER - 2}}  ", "dim"), said)


def excerpt_lines(references: Sequence[Reference], options: Options) -> list[Text]:
    """The line, once for all of `together`; without colour a second one with the underlines."""
    first = references[0]
    pieces = _fit(_pieces([reference.excerpt for reference in references]), max(options.width - GUTTER, 20))
    under = " " * GUTTER
    styled = Text()
    for number, piece in enumerate(pieces):
        marked = number % 2 == 1
        styled.append(piece, f"{STYLES[first.need]} underline" if marked else None)
        under += ("^" if marked else " ") * max(cell_len(piece), marked)
    lines = [gutter(_place(first), styled)]
    return lines if options.color else [*lines, Text(under.rstrip())]


def together(references: Sequence[Reference], options: Options) -> list[list[Reference]]:
    """References that stand on one line and fit into one underlined excerpt, if what is shown of their ways is the
    same; everything alone with `all_lines`.
    """
    groups: list[list[Reference]] = []
    for reference in references:
        if groups and not options.all_lines and _fits(groups[-1], reference, options):
            groups[-1].append(reference)
        else:
            groups.append([reference])
    return groups


def _fits(group: list[Reference], reference: Reference, options: Options) -> bool:
    first, last, own = group[0].excerpt, group[-1].excerpt, reference.excerpt
    alone = reference.exemption or group[0].exemption
    same = own.text == first.text and reference.region.line == group[0].region.line > 0 and own.start >= last.end
    alike = _told(group[0], options) == _told(reference, options)
    return same and alike and not alone and cell_len(_shown(own.text[first.start : own.end])) < options.width - GUTTER


def _told(reference: Reference, options: Options) -> object:
    """What is shown of the way."""
    return reference.why if options.why else entrance(reference)


def _pieces(excerpts: list[Excerpt]) -> list[str]:
    """Plain and marked text in turn, plain at both ends."""
    text, end, pieces = excerpts[0].text, 0, []
    for excerpt in excerpts:
        pieces += [_shown(text[end : excerpt.start]), _shown(text[excerpt.start : excerpt.end])]
        end = excerpt.end
    return [pieces[0].lstrip(), *pieces[1:], _shown(text[end:].rstrip())]


def _place(reference: Reference) -> str:
    region = reference.region
    return f"{region.line}:{region.column}" if region.line else "file name"


def _fit(pieces: list[str], width: int) -> list[str]:
    """The pieces, cut at both ends so that together they take no more than `width` columns."""
    before, *marked, after = pieces
    room = width - sum(cell_len(piece) for piece in marked)
    if room < 0:  # one very long reference
        return ["", head(marked[0], width), ""]
    before = tail(before, max(room - min(cell_len(after), room // 3), 0))
    return [before, *marked, head(after, room - cell_len(before))]


def _shown(text: str) -> str:
    return visible(text.replace("\t", "    "))


def head(text: str, columns: int) -> str:
    """The beginning of a text, as much as fits."""
    if cell_len(text) <= columns:
        return text
    return _taken(text, columns - 1) + "…" if columns > 0 else ""


def tail(text: str, columns: int) -> str:
    if cell_len(text) <= columns:
        return text
    return "…" + _taken(text[::-1], columns - 1)[::-1] if columns > 0 else ""


def _taken(text: str, columns: int) -> str:
    used = 0
    for position, character in enumerate(text):
        used += cell_len(character)
        if used > columns:
            return text[:position]
    return text
