"""SARIF's locations, code flows and notifications. Pure."""

from __future__ import annotations

from pathlib import PurePosixPath

from migrate_vllm.model import Reference, Region, Remark, Report, Skipped, Step
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import placed, uri, visible


def location(reference: Reference, options: Options) -> dict[str, object]:
    place = _artifact(reference.path, options)
    if reference.region.line > 0:  # line 0 is the file's own name: the file as a whole
        place["region"] = _region(reference.region)
    return {"physicalLocation": place}


def flow(reference: Reference, options: Options) -> dict[str, object]:
    """The way on which the value came: as a code flow, and as related locations for readers without code flows."""
    steps = [_step(step, options) for step in reference.why]
    last = location(reference, options) | {"message": {"text": visible(reference.text)}}
    return {
        "codeFlows": [{"threadFlows": [{"locations": [{"location": place} for place in (*steps, last)]}]}],
        "relatedLocations": [step | {"id": number} for number, step in enumerate(steps, 1)],
    }


def notifications(report: Report, options: Options) -> list[dict[str, object]]:
    return [_remark(remark, options) for remark in report.remarks] + [
        _skipped(skipped, options) for skipped in report.skipped
    ]


def _step(step: Step, options: Options) -> dict[str, object]:
    return {"physicalLocation": _line(step.path, step.line, options), "message": {"text": visible(step.what)}}


def _remark(remark: Remark, options: Options) -> dict[str, object]:
    return {
        "descriptor": {"id": remark.rule},
        "level": "warning",
        "message": {"text": visible(remark.message)},
        "locations": [{"physicalLocation": _line(remark.path, remark.line, options)}],
    }


def _skipped(skipped: Skipped, options: Options) -> dict[str, object]:
    return {
        "descriptor": {"id": "not-scanned"},
        "level": "error" if skipped.incomplete else "note",
        "message": {"text": f"Not scanned in full: {visible(skipped.reason)}"},
        "locations": [{"physicalLocation": _artifact(skipped.path, options)}],
    }


def _line(path: PurePosixPath, line: int, options: Options) -> dict[str, object]:
    region: dict[str, object] = {"region": {"startLine": line}} if line > 0 else {}
    return _artifact(path, options) | region


def _artifact(path: PurePosixPath, options: Options) -> dict[str, object]:
    return {"artifactLocation": {"uri": uri(placed(path, options.prefix)), "uriBaseId": "SRCROOT"}}


def _region(region: Region) -> dict[str, object]:
    return {
        "startLine": region.line,
        "startColumn": region.utf16_column,
        "endLine": region.end_line,
        "endColumn": region.utf16_end_column,
    }
