"""One source line with its reference underlined, for the terminal. Pure."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from migrate_vllm.model import Excerpt, Need, Reference, Step
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import visible

STYLES = {Need.CHANGE: "bold red", Need.DECIDE: "bold yellow", Need.TEXT: "blue", Need.KEEP: "dim"}
GUTTER = 11
"""columns left of the source line"""


def excerpt_lines(reference: Reference, options: Options) -> list[Text]:
    """The line; without colour a second one with the underline."""
    before, marked, after = _fit(reference.excerpt, max(options.width - GUTTER, 20))
    place = f"{_place(reference):>{GUTTER - 2}}  "
    line = Text.assemble((place, "dim"), before, (marked, f"{STYLES[reference.need]} underline"), after)
    if options.color:
        return [line]
    return [line, Text(" " * (GUTTER + cell_len(before)) + "^" * max(cell_len(marked), 1))]


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


def _fit(excerpt: Excerpt, width: int) -> tuple[str, str, str]:
    """Before, marked and after, cut so that together they take no more than `width` columns."""
    before = _shown(excerpt.text[: excerpt.start].lstrip())
    marked = _head(_shown(excerpt.text[excerpt.start : excerpt.end]), width)
    after = _shown(excerpt.text[excerpt.end :].rstrip())
    room = width - cell_len(marked)
    before = _tail(before, max(room - min(cell_len(after), room // 3), 0))
    return before, marked, _head(after, room - cell_len(before))


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
