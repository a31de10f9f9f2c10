"""What makes an output of each format valid, and how many references it holds. Shared by the tests of this folder."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft4Validator, Draft202012Validator

SCHEMAS = Path(__file__).parent.parent / "schemas"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""what must not reach a terminal; the line feed may"""


@cache
def _schema(name: str) -> Any:
    if name == "audit":
        return json.loads((files("migrate_vllm.report") / "audit.schema.json").read_text("utf-8"))
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


@cache
def validator(name: str) -> Any:
    schema = _schema(name)
    draft = Draft4Validator if "draft-04" in schema["$schema"] else Draft202012Validator
    draft.check_schema(schema)
    return draft(schema)


def count_text(output: str) -> int:
    """Needs `all_lines` and no colour."""
    assert not CONTROLS.search(output)
    return len(re.findall(r"^ {11,}\^+(?:  via .*)?$", output, re.MULTILINE))


def count_json(output: str) -> int:
    value = json.loads(output)
    validator("audit").validate(value)
    return len(value["references"])


def count_sarif(output: str) -> int:
    value = json.loads(output)
    validator("sarif-2.1.0").validate(value)
    (run,) = value["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return len(run["results"])


def count_github(output: str) -> int:
    assert not CONTROLS.search(output)
    lines = output.splitlines()
    # No property holds a colon or a comma that GitHub would split at.
    assert all(re.fullmatch(r"::(error|warning|notice) (\w+=[^:,]*,)*\w+=[^:,]*::.*", line) for line in lines)
    return len(lines)


def count_gitlab(output: str) -> int:
    value = json.loads(output)
    validator("gitlab-code-quality").validate(value)
    assert len({issue["fingerprint"] for issue in value}) == len(value)
    return len(value)


def count_rdjson(output: str) -> int:
    value = json.loads(output)
    validator("rdjson").validate(value)
    return len(value["diagnostics"])


_CASE = {"failure", "error", "skipped"}
_JUNIT: Mapping[str, tuple[set[str], set[str]]] = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"name", "classname"}, _CASE),
    **{name: ({"type", "message"}, set()) for name in _CASE},
}
"""element: (attributes that Jenkins' junit-10.xsd allows and we write, all of them required; children)"""


def count_junit(output: str) -> int:
    assert not CONTROLS.search(output)
    root = ElementTree.fromstring(output)
    for element in root.iter():
        attributes, children = _JUNIT[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
    assert int(root.attrib["tests"]) == len(root.findall("testsuite/testcase"))
    return len(root.findall("testsuite/testcase/failure")) + len(root.findall("testsuite/testcase/skipped"))


def count_markdown(output: str) -> int:
    assert not CONTROLS.search(output)
    assert len(output.encode()) < 2**20
    rows = re.findall(r"^\| (?:\d+|name) \| (?:change|decide|text|keep) \|.*$", output, re.MULTILINE)
    assert all(row.count("|") == 6 for row in rows)
    return len(rows)


def count_html(output: str) -> int:
    assert not CONTROLS.search(output)
    assert output.count("<script>") == output.count("</script>") == 1
    return output.count('<article class="ref ')


COUNTS: Mapping[str, Callable[[str], int]] = {
    "text": count_text,
    "json": count_json,
    "sarif": count_sarif,
    "github": count_github,
    "gitlab": count_gitlab,
    "junit": count_junit,
    "rdjson": count_rdjson,
    "markdown": count_markdown,
    "html": count_html,
}
"""format → a function that asserts that the output is valid and counts its references"""
