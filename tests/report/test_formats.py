"""What holds for every format."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from migrate_vllm import __version__
from migrate_vllm.report import RENDERERS, Options, render

from .checks import COUNTS
from .sample import EMPTY, REPORT

EXPECTED = Path(__file__).parent / "expected"

RECORDED = {
    "text.txt": ("text", Options()),
    "text-all.txt": ("text", Options(show_all=True, all_lines=True)),
    "text-color.txt": ("text", Options(color=True)),
    "text-why.txt": ("text", Options(why=True)),
    "text-narrow.txt": ("text", Options(width=50, limit=1, max_files=1)),
    "text-quiet.txt": ("text", Options(quiet=True)),
    "text-statistics.txt": ("text", Options(statistics=True, show_all=True)),
    "audit.json": ("json", Options()),
    "audit-all.json": ("json", Options(show_all=True)),
    "all.sarif": ("sarif", Options(show_all=True, prefix="services/api")),
    "github.txt": ("github", Options(prefix="services/api")),
    "gitlab.json": ("gitlab", Options()),
    "junit.xml": ("junit", Options()),
    "rdjson.json": ("rdjson", Options()),
    "summary.md": ("markdown", Options()),
}


@pytest.mark.parametrize("name", RECORDED)
def test_the_sample_is_rendered_as_recorded(name: str, pytestconfig: pytest.Config) -> None:
    """`--record` writes the files anew: read them as carefully as a person's patch."""
    output = render(REPORT, *RECORDED[name]).replace(__version__, "VERSION")
    if pytestconfig.getoption("--record", default=False):
        (EXPECTED / name).write_text(output, encoding="utf-8", newline="")
    assert output == (EXPECTED / name).read_bytes().decode()


def test_every_format_is_checked() -> None:
    assert list(COUNTS) == list(RENDERERS)


@pytest.mark.parametrize("show_all", [False, True])
@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_shows_the_same_references(name: str, show_all: bool) -> None:
    wanted = REPORT.references if show_all else REPORT.open
    assert COUNTS[name](render(REPORT, name, Options(show_all=show_all, all_lines=True))) == len(wanted)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_is_valid_when_nothing_is_left(name: str) -> None:
    assert COUNTS[name](render(EMPTY, name)) == 0


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_can_be_written_as_utf8_and_ends_in_one_line_feed(name: str) -> None:
    output = render(REPORT, name, Options(show_all=True))
    assert output.encode().endswith(b"\n")
    assert not output.endswith("\n\n") or name == "markdown"


@pytest.mark.parametrize("name", ["json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"])
def test_machine_formats_import_neither_rich_nor_jinja2(name: str) -> None:
    program = (
        "import sys; from migrate_vllm.model import Report; from migrate_vllm.report import render;"
        f"render(Report((), 1), {name!r}); print(sorted({{'rich', 'jinja2'}} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("name", RENDERERS)
def test_the_duration_changes_no_machine_format(name: str) -> None:
    from dataclasses import replace

    slower = replace(REPORT, seconds=99.0)
    assert (render(slower, name) == render(REPORT, name)) is (name != "text")
