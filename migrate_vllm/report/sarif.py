"""`--format sarif`: SARIF 2.1.0 with everything that GitHub code scanning reads. Pure."""

from __future__ import annotations

from migrate_vllm import __version__
from migrate_vllm.facts.kinds import KINDS, Kind
from migrate_vllm.model import Evidence, Exemption, Need, Reference, Report
from migrate_vllm.report.fingerprint import unique
from migrate_vllm.report.options import DEFAULT, Options
from migrate_vllm.report.safe import json_text, visible
from migrate_vllm.report.sarif_places import flow, location, notifications
from migrate_vllm.report.selection import kind_of, listed

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Need.CHANGE: "error", Need.DECIDE: "warning", Need.TEXT: "note", Need.KEEP: "none"}
_SEVERITIES = {Need.CHANGE: "error", Need.DECIDE: "warning", Need.TEXT: "recommendation", Need.KEEP: "recommendation"}
"""what GitHub sorts and filters alerts by"""


def render(report: Report, options: Options = DEFAULT) -> str:
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]})


def _run(report: Report, options: Options) -> dict[str, object]:
    references = listed(report, options)
    rules = _rules(references)
    index = {rule.name: position for position, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(rules)},
        "automationDetails": {"id": "migrate-vllm/"},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(report, options)],
        "results": [_result(r, own, index[kind_of(r.kind).name], options) for r, own in unique(references)],
    }


def _rules(references: tuple[Reference, ...]) -> list[Kind]:
    """The kinds that occur: those of the table in its order, others by name."""
    used = {kind_of(reference.kind).name: kind_of(reference.kind) for reference in references}
    order = {name: position for position, name in enumerate(KINDS)}
    return sorted(used.values(), key=lambda kind: (order.get(kind.name, len(order)), kind.name))


def _driver(rules: list[Kind]) -> dict[str, object]:
    return {
        "name": "migrate-vllm",
        "version": __version__,
        "semanticVersion": __version__,
        "shortDescription": {"text": "Finds everything in a repository that must change to move from Ollama to vLLM."},
        "rules": [_rule(kind) for kind in rules],
    }


def _rule(kind: Kind) -> dict[str, object]:
    command = f"migrate-vllm explain {kind.name}"
    return {
        "id": kind.name,
        "name": "".join(word.capitalize() for word in kind.name.split("-")),
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": kind.summary},
        "help": {
            "text": f"{kind.summary}\n\nWhat becomes of it: {kind.becomes}\n\nMore: {command}",
            "markdown": f"{kind.summary}\n\n**What becomes of it:** {kind.becomes}\n\nMore: `{command}`",
        },
        "defaultConfiguration": {"level": _LEVELS[kind.need]},
        "properties": {
            "tags": ["migration", "ollama", "vllm", kind.group],
            "precision": "high",
            "problem.severity": _SEVERITIES[kind.need],
        },
    }


def _invocation(report: Report, options: Options) -> dict[str, object]:
    return {
        "executionSuccessful": not any(skipped.incomplete for skipped in report.skipped),
        "toolExecutionNotifications": notifications(report, options),
    }


def _result(reference: Reference, fingerprint: str, rule: int, options: Options) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": kind_of(reference.kind).name,
        "ruleIndex": rule,
        # SARIF wants `none` wherever the kind isn't `fail`.
        "kind": "informational" if reference.need is Need.KEEP else "fail",
        "level": _LEVELS[reference.need],
        "message": {"text": _message(reference)},
        "locations": [location(reference, options)],
        # Not `primaryLocationLineHash`: GitHub's upload computes that from the source, and warns of another value.
        "partialFingerprints": {"migrateVllm/v1": fingerprint},
        "properties": _properties(reference),
    }
    if reference.evidence is Evidence.FLOW and reference.why:
        result |= flow(reference, options)
    if reference.exemption is not None:
        result["suppressions"] = [_suppression(reference.exemption)]
    return result


def _message(reference: Reference) -> str:
    """Brackets are escaped: `[a](1)` in a message is a link."""
    text = visible(f"{reference.text}: {reference.message}")
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _properties(reference: Reference) -> dict[str, object]:
    return {"need": reference.need.value, "evidence": reference.evidence.value, "codemod": reference.codemod}


def _suppression(exemption: Exemption) -> dict[str, object]:
    kind = "inSource" if exemption.by == "comment" else "external"
    return {"kind": kind, "status": "accepted", "justification": f"{exemption.by}: {exemption.reason}"}
