"""One source line with its reference underlined, for the terminal. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from migrate_vllm.model import Excerpt, Need, Reference, Step
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import visible

STYLES = {Need.CHANGE: "bold red", Need.DECIDE: "bold yellow", Need.TEXT: "cyan", Need.KEEP: "dim"}
GUTTER = 11
"""columns left of the source line"""


def excerpt_lines(references: Sequence[Reference], options: Options) -> list[Text]:
    """The line, once for all of `together`; without colour a second one with the underlines."""
    first = references[0]
    pieces = _fit(_pieces([reference.excerpt for reference in references]), max(options.width - GUTTER, 20))
    line = Text(f"{_place(first):>{GUTTER - 2}}  ", "dim")
    under = " " * GUTTER
    styled = Text()
    for number, piece in enumerate(pieces):
        marked = number % 2 == 1
        styled.append(piece, f"{STYLES[first.need]} underline" if marked else None)
        under += ("^" if marked else " ") * max(cell_len(piece), marked)
    lines = [Text.assemble(line, styled)]
    return lines if options.color else [*lines, Text(under.rstrip())]


def together(references: Sequence[Reference], options: Options) -> list[list[Reference]]:
    """References that stand on one line and fit into one underlined excerpt; everything alone with `all_lines`."""
    groups: list[list[Reference]] = []
    for reference in references:
        if groups and not options.all_lines and _fits(groups[-1], reference, options.width - GUTTER):
            groups[-1].append(reference)
        else:
            groups.append([reference])
    return groups


def _fits(group: list[Reference], reference: Reference, room: int) -> bool:
    first, last, own = group[0].excerpt, group[-1].excerpt, reference.excerpt
    alone = reference.why or reference.exemption or group[0].why or group[0].exemption
    same = own.text == first.text and reference.region.line == group[0].region.line > 0 and own.start >= last.end
    return same and not alone and cell_len(_shown(own.text[first.start : own.end])) < room


def _pieces(excerpts: list[Excerpt]) -> list[str]:
    """Plain and marked text in turn, plain at both ends."""
    text, end, pieces = excerpts[0].text, 0, []
    for excerpt in excerpts:
        pieces += [_shown(text[end : excerpt.start]), _shown(text[excerpt.start : excerpt.end])]
        end = excerpt.end
    return [pieces[0].lstrip(), *pieces[1:], _shown(text[end:].rstrip())]


def why_line(reference: Reference, width: int) -> Text:
    """The way on which the value got here, its last steps if there are many."""
    steps = [_step(step, reference) for step in reference.why[-3:]]
    lead = "from … → " if len(reference.why) > 3 else "from "
    return Text(" " * GUTTER + _head(lead + " → ".join(steps), max(width - GUTTER, 20)), "dim")


def _step(step: Step, reference: Reference) -> str:
    place = f"line {step.line}" if step.path == reference.path else f"{visible(str(step.path))}:{step.line}"
    return f"{visible(step.what)} ({place})"


def _place(reference: Reference) -> str:
    region = reference.region
    return f"{region.line}:{region.column}" if region.line else "file name"


def _fit(pieces: list[str], width: int) -> list[str]:
    """The pieces, cut at both ends so that together they take no more than `width` columns."""
    before, *marked, after = pieces
    room = width - sum(cell_len(piece) for piece in marked)
    if room < 0:  # one very long reference
        return ["", _head(marked[0], width), ""]
    before = _tail(before, max(room - min(cell_len(after), room // 3), 0))
    return [before, *marked, _head(after, room - cell_len(before))]


def _shown(text: str) -> str:
    return visible(text.replace("\t", "    "))


def _head(text: str, columns: int) -> str:
    """The beginning of a text, as much as fits."""
    if cell_len(text) <= columns:
        return text
    return _taken(text, columns - 1) + "…" if columns > 0 else ""


def _tail(text: str, columns: int) -> str:
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
