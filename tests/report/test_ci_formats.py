"""GitHub, GitLab, JUnit, rdjson: what their readers do differently."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest

from migrate_vllm.model import Excerpt, Exemption, Need, Report, Skipped
from migrate_vllm.report import Options, github, gitlab, junit, rdjson

from .sample import reference


def test_github_properties_and_messages_are_escaped_each_in_their_way() -> None:
    found = reference(
        "a,b:c%.py", 1, "«x»", "import", text="a,b: 100%\n::error::", message="50%: one, two\r\n::error::x"
    )
    assert github.render(Report((found,), 1)) == (
        "::error file=a%2Cb%3Ac%25.py,line=1,endLine=1,col=1,endColumn=2,"
        "title=Import of a client library%3A a%2Cb%3A 100%25\\n%3A%3Aerror%3A%3A"
        "::50%25: one, two\\r\\n::error::x\n"
    )


def test_github_gets_the_most_pressing_first_because_it_shows_ten() -> None:
    found = [reference("a.py", n, "«x»", "import", text="x", need=need) for n, need in enumerate(reversed(Need), 1)]
    lines = github.render(Report(tuple(found), 1), Options(show_all=True)).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::notice"]


def test_github_gets_no_columns_for_a_range_of_lines() -> None:
    found = reference("a.py", 3, "«x»", "import", text="x")
    found = replace(found, region=replace(found.region, end_line=5), message="m")
    assert github.render(Report((found,), 1)) == (
        "::error file=a.py,line=3,endLine=5,title=Import of a client library%3A x::m\n"
    )


def test_gitlab_gets_a_line_even_for_a_file_name_and_never_one_fingerprint_twice() -> None:
    found = reference("ollama.py", 0, "«x»", "file-name", text="x", message="m")
    first, second = json.loads(gitlab.render(Report((found, found), 1), Options(prefix="api")))
    assert first == {
        "description": "x: m",
        "check_name": "migrate-vllm/file-name",
        "fingerprint": found.fingerprint,
        "severity": "info",
        "location": {"path": "api/ollama.py", "lines": {"begin": 1, "end": 1}},
    }
    assert second["fingerprint"] != first["fingerprint"]


@pytest.mark.parametrize(
    ("excerpt", "columns"),
    [
        (Excerpt("é𐐀 ollama", 3, 9), (8, 14)),
        (Excerpt("… ollama", 2, 8), None),  # cropped: what stands before it is unknown
    ],
)
def test_rdjson_counts_bytes_or_leaves_the_column_out(excerpt: Excerpt, columns: tuple[int, int] | None) -> None:
    found = replace(reference("a.py", 1, "é𐐀 «ollama»", "import", text="ollama"), excerpt=excerpt)
    place = json.loads(rdjson.render(Report((found,), 1)))["diagnostics"][0]["location"]["range"]
    assert (place["start"].get("column"), place["end"].get("column")) == (columns or (None, None))


def test_junit_fails_for_what_must_change_and_skips_the_rest() -> None:
    found = [reference("a.py", n, "«x»", "import", text="x", need=need) for n, need in enumerate(Need, 1)]
    found.append(reference("a.py", 9, "«x»", "import", text="x", exemption=Exemption("config", "legacy")))
    root = ElementTree.fromstring(junit.render(Report(tuple(found), 1), Options(show_all=True)))
    assert [case[0].tag for case in root.iter("testcase")] == ["failure", "failure", "skipped", "skipped", "skipped"]
    assert root.attrib == {"name": "migrate-vllm", "tests": "5", "failures": "2", "errors": "0"}


def test_junit_has_a_test_that_passes_when_nothing_is_left() -> None:
    assert junit.render(Report((), 41)) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="migrate-vllm" tests="1" failures="0" errors="0">\n'
        '  <testsuite name="migrate-vllm" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase name="Nothing left in 41 files" classname="migrate-vllm" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_junit_calls_an_unreadable_file_an_error() -> None:
    skipped = Skipped(PurePosixPath("a.py"), "permission denied", incomplete=True)
    root = ElementTree.fromstring(junit.render(Report((), 1, (skipped,))))
    assert [dict(error.attrib) for error in root.iter("error")] == [
        {"type": "incomplete", "message": "permission denied"}
    ]
