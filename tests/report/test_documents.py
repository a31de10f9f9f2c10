"""JSON's schema, the Markdown page, the HTML page."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import pytest
from markdown_it import MarkdownIt

from migrate_vllm.model import Evidence, Report, Step
from migrate_vllm.report import Options, html, markdown
from migrate_vllm.report.html_view import Link, view

from .sample import REPORT, reference


def _undocumented(schema: Any, path: str = "") -> list[str]:
    """Properties without a description of their own or of what they refer to."""
    if not isinstance(schema, dict):
        return []
    missing = []
    for name, value in schema.get("properties", {}).items():
        missing += [] if {"description", "$ref"} & set(value) else [f"{path}/{name}"]
    if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
        missing.append(f"{path} is open")
    for name, value in schema.items():
        for part in value if isinstance(value, list) else [value]:
            missing += _undocumented(part, f"{path}/{name}")
    return missing


def test_the_json_schema_is_closed_and_describes_every_field() -> None:
    schema = json.loads((files("migrate_vllm.report") / "audit.schema.json").read_text("utf-8"))
    assert _undocumented(schema) == []


def test_markdown_shows_hostile_text_as_it_is() -> None:
    text = "a|b `c` <img src=x> **d** [e](f) @g #1 &amp; \\"
    found = reference("x.md", 1, f"«{text}»", "documentation", text=text, message="Prose.")
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown.render(Report((found,), 1)))
    shown = "a|b `c` &lt;img src=x&gt; **d** [e](f) @g #1 &amp;amp; \\"
    assert f"<td><code><b>{shown}</b></code></td>" in page


def test_markdown_stops_before_github_refuses_it_and_says_what_is_missing() -> None:
    found = tuple(
        reference(f"{n:04}.py", 1, f"«{'x' * 400}»", "import", text="x", message="m" * 500) for n in range(2_000)
    )
    page = markdown.render(Report(found, 2_000))
    assert 800_000 < len(page.encode()) < 2**20
    shown = page.count("<details>")
    assert f"… and {2_000 - shown:,} more in {2_000 - shown:,} files (`--format json` lists them)" in page


def test_markdown_folds_a_way_and_shows_of_a_long_one_where_it_begins() -> None:
    steps = tuple(Step(PurePosixPath("lib/client.py"), line, f"step `{line}`") for line in range(1, 8))
    found = reference("a.py", 8, "«x»", "sdk-call", text="x", message="m")
    cells = [
        markdown.render(Report((replace(found, evidence=Evidence.FLOW, why=why),), 1)).split("| ")[-2].split("<br>", 2)[2]
        for why in (steps[:2], steps)
    ]
    begin = "<code>lib/client.py&#58;1</code>"
    assert cells == [
        f"<details><summary>from {begin}</summary>{begin} step <code>1</code><br>"
        "<code>lib/client.py&#58;2</code> step <code>2</code></details> ",
        f"from {begin} in 7 steps ",
    ]


def test_a_page_without_references_by_flow_has_no_filter_for_them() -> None:
    shown = [
        'id="evidence"' in html.render(replace(REPORT, references=tuple(r for r in REPORT.references if keep(r))))
        for keep in (lambda _: True, lambda reference: not reference.why)
    ]
    assert shown == [True, False]


class _Page(HTMLParser):
    """Ids, targets of links, and whatever could reach out of the page or run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.suspicious: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and (value or "").startswith("#"):
                self.targets.append((value or "")[1:])
            elif name in {"href", "src", "style", "action", "srcset", "data"} or name.startswith("on"):
                self.suspicious.append((tag, name))


@pytest.mark.parametrize("report", [REPORT, Report((), 3)])
def test_the_page_reaches_nothing_outside_and_its_links_lead_somewhere(report: Report) -> None:
    page = _Page(html.render(report, Options(show_all=True)))
    assert page.suspicious == []
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.targets) <= set(page.ids)


def test_the_policy_allows_exactly_the_one_style_and_the_one_script() -> None:
    page = html.render(REPORT)
    (style,), (script,) = (re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("style", "script"))
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert page.count("Content-Security-Policy") == 1
    assert (
        f'content="default-src &#39;none&#39;; style-src &#39;sha256-{hashes[0]}&#39;; '
        f'script-src &#39;sha256-{hashes[1]}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"'
    ) in page


def test_a_step_links_to_the_reference_on_its_line_else_to_the_file_else_nowhere() -> None:
    found = next(reference for reference in REPORT.references if reference.why)
    elsewhere = replace(found.why[0], path=PurePosixPath("lib/other.py"), line=1)
    references = tuple(replace(r, why=(*r.why, elsewhere)) if r is found else r for r in REPORT.references)
    page = view(replace(REPORT, references=references), Options())
    (row,) = (row for file in page.files for row in file.rows if row.why)
    assert row.why == [
        Link("line 9", [("response of ollama.chat", False)], "r1"),
        Link("line 11", [("iterated: a chunk of the stream", False)], "f0"),
        Link("lib/other.py:1", [("response of ollama.chat", False)], ""),
    ]
