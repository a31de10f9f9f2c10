"""`--format gitlab`: a Code Quality report, which GitLab shows in the merge request. Pure."""

from __future__ import annotations

from migrate_vllm.model import Need, Reference, Report
from migrate_vllm.report.fingerprint import unique
from migrate_vllm.report.options import DEFAULT, Options
from migrate_vllm.report.safe import json_text, placed
from migrate_vllm.report.selection import listed
from migrate_vllm.report.way import message_of

_SEVERITIES = {Need.CHANGE: "major", Need.DECIDE: "minor", Need.TEXT: "info", Need.KEEP: "info"}


def render(report: Report, options: Options = DEFAULT) -> str:
    return json_text([_issue(reference, own, options) for reference, own in unique(listed(report, options))])


def _issue(reference: Reference, fingerprint: str, options: Options) -> dict[str, object]:
    region = reference.region
    begin = max(region.line, 1)  # GitLab drops an issue that has no line
    return {
        "description": f"{reference.text}: {message_of(reference, options.prefix)}",
        "check_name": f"migrate-vllm/{reference.kind}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[reference.need],
        "location": {
            "path": str(placed(reference.path, options.prefix)),
            "lines": {"begin": begin, "end": max(region.end_line, begin)},
        },
    }
