"""`--format rdjson`: a DiagnosticResult for reviewdog, which comments on pull requests of many hosts. Pure."""

from __future__ import annotations

from migrate_vllm.model import Need, Reference, Report, Step
from migrate_vllm.report.options import DEFAULT, Options
from migrate_vllm.report.safe import json_text, placed
from migrate_vllm.report.selection import listed
from migrate_vllm.report.way import message_of

_SEVERITIES = {Need.CHANGE: "ERROR", Need.DECIDE: "WARNING", Need.TEXT: "INFO", Need.KEEP: "INFO"}


def render(report: Report, options: Options = DEFAULT) -> str:
    diagnostics = [_diagnostic(reference, options) for reference in listed(report, options)]
    return json_text({"source": {"name": "migrate-vllm"}, "diagnostics": diagnostics})


def _diagnostic(reference: Reference, options: Options) -> dict[str, object]:
    location: dict[str, object] = {"path": str(placed(reference.path, options.prefix))}
    if reference.region.line > 0:
        location["range"] = _range(reference)
    diagnostic: dict[str, object] = {
        "message": f"{reference.text}: {message_of(reference, options.prefix)}",
        "location": location,
        "severity": _SEVERITIES[reference.need],
        "code": {"value": reference.kind},
    }
    related = _related(reference)
    if related:
        diagnostic["related_locations"] = [_step(step, options) for step in related]
    return diagnostic


def _related(reference: Reference) -> list[Step]:
    """The ends of the way: reviewdog puts the source of every location into the comment."""
    ends = dict.fromkeys((*reference.why[:1], *reference.why[-1:]))
    return [step for step in ends if (step.path, step.line) != (reference.path, reference.region.line)]


def _step(step: Step, options: Options) -> dict[str, object]:
    location: dict[str, object] = {"path": str(placed(step.path, options.prefix))}
    if step.line > 0:
        location["range"] = {"start": {"line": step.line}, "end": {"line": step.line}}
    return {"message": step.what, "location": location}


def _range(reference: Reference) -> dict[str, object]:
    region = reference.region
    start, end = {"line": region.line}, {"line": region.end_line}
    columns = _byte_columns(reference)
    if columns is not None:
        start["column"], end["column"] = columns
    return {"start": start, "end": end}


def _byte_columns(reference: Reference) -> tuple[int, int] | None:
    """reviewdog counts UTF-8 bytes. They are known only when the excerpt holds the line from its beginning; without
    columns the whole line is meant, which is better than a wrong place in it.
    """
    region, excerpt = reference.region, reference.excerpt
    whole = excerpt.start == region.column - 1 and excerpt.end == region.end_column - 1
    if region.line != region.end_line or not whole:
        return None
    return _bytes(excerpt.text[: excerpt.start]) + 1, _bytes(excerpt.text[: excerpt.end]) + 1


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
