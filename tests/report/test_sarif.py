from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from migrate_vllm.model import Exemption, Need, Report
from migrate_vllm.report import Options
from migrate_vllm.report.sarif import render

from .checks import validator
from .sample import REPORT, reference


def _run(report: Report, options: Options = Options()) -> Any:  # noqa: B008  # frozen
    value = json.loads(render(report, options))
    validator("sarif-2.1.0").validate(value)
    return value["runs"][0]


def test_every_rule_has_the_three_texts_that_github_shows() -> None:
    for rule in _run(REPORT, Options(show_all=True))["tool"]["driver"]["rules"]:
        texts = (rule["shortDescription"]["text"], rule["fullDescription"]["text"])
        assert all(0 < len(text) <= 1024 for text in texts)
        assert all(rule["help"][form] for form in ("text", "markdown"))
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
        assert len(rule["properties"]["tags"]) <= 20


def test_columns_are_counted_in_utf16() -> None:
    found = reference("a.md", 2, "🦙🦙 «ollama»", "documentation", text="ollama")
    assert _run(Report((found,), 1))["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 6,
        "endLine": 2,
        "endColumn": 12,
    }


def test_a_file_name_is_a_place_without_region() -> None:
    found = reference("ollama.py", 0, "«ollama.py»", "file-name", text="ollama.py")
    assert _run(Report((found,), 1))["results"][0]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "ollama.py", "uriBaseId": "SRCROOT"}}}
    ]


def test_levels_follow_the_need_and_only_exempt_results_are_suppressed() -> None:
    found = [reference("a.py", n, "«x»", "import", text="x", need=need) for n, need in enumerate(Need, 1)]
    found.append(reference("a.py", 9, "«x»", "import", text="x", exemption=Exemption("comment", "legacy")))
    results = _run(Report(tuple(found), 1), Options(show_all=True))["results"]
    assert [(result["kind"], result["level"], result.get("suppressions")) for result in results] == [
        ("fail", "error", None),
        ("fail", "warning", None),
        ("fail", "note", None),
        ("informational", "none", None),
        ("fail", "error", [{"kind": "inSource", "status": "accepted", "justification": "comment: legacy"}]),
    ]


def test_a_message_holds_no_link_of_the_scanned_file() -> None:
    found = reference("a.md", 1, "«[ollama](1)»", "documentation", text="[ollama](1)", message="Prose.")
    assert _run(Report((found,), 1))["results"][0]["message"]["text"] == r"\[ollama\](1): Prose."


def test_an_incomplete_run_was_not_successful() -> None:
    assert [_run(report)["invocations"][0]["executionSuccessful"] for report in (REPORT, Report((), 1))] == [
        False,
        True,
    ]


def test_fingerprints_differ_where_the_report_repeats_one() -> None:
    found = reference("a.py", 1, "«x»", "import", text="x")
    prints = [result["partialFingerprints"]["migrateVllm/v1"] for result in _run(Report((found, found), 1))["results"]]
    assert prints[0] == found.fingerprint
    assert prints[1] != prints[0]


def test_paths_are_seen_from_the_repository_root() -> None:
    found = reference("a b.py", 1, "«x»", "import", text="x")
    place = _run(Report((found,), 1), Options(prefix="services/ü"))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "services/%C3%BC/a%20b.py"
    assert found.path == PurePosixPath("a b.py")
