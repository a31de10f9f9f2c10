"""`--format json`: everything, for other programs. The shape is `audit.schema.json`. Pure."""

from __future__ import annotations

from collections import Counter

from migrate_vllm import __version__
from migrate_vllm.model import Excerpt, Need, Reference, Report
from migrate_vllm.report.options import DEFAULT, Options
from migrate_vllm.report.safe import json_text, visible
from migrate_vllm.report.selection import listed

SCHEMA = 1
"""goes up when a field changes its meaning or goes; not when one is added"""


def render(report: Report, options: Options = DEFAULT) -> str:
    return json_text({
        "schema": SCHEMA,
        "tool": {"name": "migrate-vllm", "version": __version__},
        "root": report.root,
        "references": [_reference(reference) for reference in listed(report, options)],
        "files": {"scanned": report.scanned, "skipped": _skipped(report)},
        "remarks": [
            {"path": str(remark.path), "line": remark.line, "rule": remark.rule, "message": remark.message}
            for remark in report.remarks
        ],
        "summary": _summary(report),
    })  # fmt: skip


def _reference(reference: Reference) -> dict[str, object]:
    region, exemption = reference.region, reference.exemption
    return {
        "path": str(reference.path),
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
        "kind": reference.kind,
        "need": reference.need.value,
        "evidence": reference.evidence.value,
        "text": reference.text,
        "codemod": reference.codemod,
        "message": reference.message,
        "fingerprint": reference.fingerprint,
        "excerpt": _excerpt(reference.excerpt),
        "why": [{"path": str(step.path), "line": step.line, "what": step.what} for step in reference.why],
        "exemption": None if exemption is None else {"by": exemption.by, "reason": exemption.reason},
    }


def _excerpt(excerpt: Excerpt) -> dict[str, object]:
    """Escaping makes a text longer, so the offsets are counted in what is written."""
    before = visible(excerpt.text[: excerpt.start])
    marked = visible(excerpt.text[excerpt.start : excerpt.end])
    text = before + marked + visible(excerpt.text[excerpt.end :])
    return {"text": text, "start": len(before), "end": len(before) + len(marked)}


def _skipped(report: Report) -> list[dict[str, object]]:
    return [
        {"path": str(skipped.path), "reason": skipped.reason, "incomplete": skipped.incomplete}
        for skipped in report.skipped
    ]


def _summary(report: Report) -> dict[str, int]:
    """Counts of what is open; `keep` and `exempt` count what the gate doesn't, listed or not."""
    needs = Counter(reference.need for reference in report.open)
    needs[Need.KEEP] = sum(r.need is Need.KEEP for r in report.references)
    exempt = sum(r.exemption is not None and r.need is not Need.KEEP for r in report.references)
    return {need.value: needs[need] for need in Need} | {"exempt": exempt}
