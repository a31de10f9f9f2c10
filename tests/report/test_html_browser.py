"""The page's script in a real browser: it dumps the document after the script has run."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from migrate_vllm.model import Report
from migrate_vllm.report import Options
from migrate_vllm.report.html import render

from .sample import REFERENCES, REPORT

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(_CHROMIUM is None, reason="no chromium or google-chrome is installed"),
]


def _dump(folder: Path, report: Report, fragment: str) -> str:
    page = folder / "report.html"
    page.write_text(render(report, Options(show_all=True)), encoding="utf-8")
    command = (
        f"{_CHROMIUM} --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
        f"--disable-background-networking --disable-component-update --user-data-dir={folder / 'profile'} --dump-dom"
    )
    run = subprocess.run(
        [*command.split(), f"{page.as_uri()}#{fragment}"], capture_output=True, timeout=120, check=True
    )
    assert b"Content Security Policy" not in run.stderr
    return run.stdout.decode()


def _visible(document: str) -> list[str]:
    return [match[1] for match in re.finditer(r"<article ([^>]*)>", document) if "hidden" not in match[1]]


@pytest.mark.parametrize(
    ("fragment", "count"),
    [
        ("", 14),
        ("?need=decide", 2),
        ("?need=decide,text", 5),
        ("?kind=sdk-call", 2),
        ("?who=rewrite", 4),
        ("?evidence=flow", 1),
        ("?evidence=name&kind=sdk-call", 1),
        ("?need=change&q=COMPOSE+image", 1),
        ("?q=no+such+thing", 0),
        ("r3", 14),
    ],
)
def test_the_filter_in_the_address_is_applied(tmp_path: Path, fragment: str, count: int) -> None:
    document = _dump(tmp_path, REPORT, fragment)
    assert len(_visible(document)) == count
    assert re.search(r'<output id="count"[^>]*>([^<]*)<', document)[1] == f"{count} of 14"  # type: ignore[index]  # it is there
    assert ('<p id="none" class="empty" hidden' in document) is (count > 0)


def test_five_thousand_references_don_t_hold_the_page_up(tmp_path: Path) -> None:
    many = tuple(
        replace(reference, path=PurePosixPath(f"pkg{n}") / reference.path)
        for n in range(360)
        for reference in REFERENCES
    )
    document = _dump(tmp_path, replace(REPORT, references=many), "?need=decide&q=pkg7/")
    assert len(_visible(document)) == 2
