"""`--format github`: workflow commands, which GitHub Actions shows as annotations on the changed files. Pure."""

from __future__ import annotations

from migrate_vllm.model import Need, Reference, Report
from migrate_vllm.report.options import DEFAULT, Options
from migrate_vllm.report.safe import clip, placed, visible
from migrate_vllm.report.selection import kind_of, listed, pressing
from migrate_vllm.report.way import message_of

_COMMANDS = {Need.CHANGE: "error", Need.DECIDE: "warning", Need.TEXT: "notice", Need.KEEP: "notice"}
_LONGEST = 4_000
"""characters of a message; GitHub cuts somewhere above"""


def render(report: Report, options: Options = DEFAULT) -> str:
    """Most pressing first: GitHub shows ten errors, ten warnings and ten notices of a step."""
    references = pressing(listed(report, options))
    return "".join(f"{_command(reference, options)}\n" for reference in references)


def _command(reference: Reference, options: Options) -> str:
    title = f"{kind_of(reference.kind).title}: {clip(reference.text, 80)}"
    properties = {"file": str(placed(reference.path, options.prefix)), **_lines(reference), "title": title}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[reference.need]} {shown}::{_message(clip(message_of(reference, options.prefix), _LONGEST))}"


def _lines(reference: Reference) -> dict[str, str]:
    region = reference.region
    if region.line < 1:  # the file's own name
        return {}
    lines = {"line": str(region.line), "endLine": str(region.end_line)}
    # GitHub refuses columns when the range spans lines.
    columns = {"col": str(region.column), "endColumn": str(region.end_column)}
    return lines | columns if region.line == region.end_line else lines


def _message(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
