"""What the recorded outputs of `test_formats.py` don't show: folding, cutting, honesty."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from migrate_vllm.model import Codemod, Exemption, Need, Report, Signs, Skipped
from migrate_vllm.report import Options
from migrate_vllm.report.text import render

from .sample import EMPTY, reference

_RULE = "─" * 72


def _import(path: str, line: int) -> Report:
    return Report((reference(path, line, "«import ollama»", "import", text="import ollama"),), 1)


def _places(count: int, path: str = "a.py") -> Report:
    found = (reference(path, line, "«ollama.chat»()", "sdk-call", text="ollama.chat") for line in range(1, count + 1))
    return Report(tuple(found), 1)


def test_many_places_of_one_kind_in_one_file_are_folded_with_their_lines() -> None:
    assert render(_places(12), Options(limit=1)).split(_RULE)[0] == (
        "a.py  12 change\n"
        "  change   Call through the client [sdk-call]  by hand\n"
        "           Calls the model. `client.chat.completions.create`; options move into `extra_body`.\n"
        "      1:1  ollama.chat()\n"
        "           ^^^^^^^^^^^\n"
        "        …  and 11 more on lines 2, 3, 4, 5, 6, 7, 8, 9 and 3 more\n"
        "\n"
    )


def test_files_beyond_the_limit_are_counted() -> None:
    found = tuple(_import(f"{name}.py", 1).references[0] for name in "abcd")
    assert render(Report(found, 4), Options(max_files=1)).split(_RULE)[0] == (
        "a.py  1 change\n"
        "  change   Import of a client library [import]  by hand\n"
        "           Imports the Ollama client. `from openai import OpenAI` takes its place.\n"
        "      1:1  import ollama\n"
        "           ^^^^^^^^^^^^^\n"
        "\n"
        "… and 3 more in 3 files (--all-lines or --format json shows them)\n"
        "\n"
    )


def test_references_on_one_line_share_it_while_they_fit() -> None:
    line = '{}"{}:{}"'
    marks = (line.format("- ", "«11434»", "11434"), line.format("- ", "11434", "«11434»"))
    report = Report(tuple(reference("c.yml", 9, mark, "compose-port", text="11434") for mark in marks), 1)
    place = '      9:4  - "11434:11434"\n'
    assert place + "              ^^^^^ ^^^^^\n\n" in render(report)
    assert render(report, Options(all_lines=True)).count('  - "11434:11434"\n') == 2


def test_prose_is_folded_in_a_long_report_and_shown_in_a_short_one() -> None:
    comments = (reference("a.py", n, "# «ollama»", "comment", text="ollama") for n in (3, 8))
    prose = (reference("b.md", n, "«ollama»", "documentation", text="ollama") for n in range(1, 40))
    found = (*_import("a.py", 1).references, *comments)
    assert "     3:3 " in render(Report(found, 2))
    assert render(Report((*found, *prose), 2)).split(_RULE)[0] == (
        "a.py  1 change, 2 text\n"
        "  change   Import of a client library [import]  by hand\n"
        "           Imports the Ollama client. `from openai import OpenAI` takes its place.\n"
        "      1:1  import ollama\n"
        "           ^^^^^^^^^^^^^\n"
        "  text     2 comment: lines 3, 8\n"
        "\n"
        "Only text  39 in 1 file, nothing breaks\n"
        "  b.md  39 documentation: lines 1, 2, 3, 4, 5, 6, 7, 8 and 31 more\n"
        "\n"
    )


def test_all_lines_folds_nothing() -> None:
    assert "more" not in render(_places(300), Options(all_lines=True))


@pytest.mark.parametrize("options", [Options(), Options(quiet=True), Options(statistics=True)])
def test_a_clean_repository_is_told_in_one_line(options: Options) -> None:
    assert render(EMPTY, options) == f"{_RULE}\nNothing left  41 files scanned in 0.0 s\n"


def test_an_incomplete_answer_is_never_called_clean() -> None:
    skipped = (Skipped(PurePosixPath("a.py"), "permission denied", incomplete=True),)
    assert render(Report((), 1, skipped)) == (
        f"{_RULE}\n"
        "Nothing found, but the answer is incomplete  1 file scanned in 0.0 s\n"
        "\n"
        "The answer is incomplete: 1 file could not be scanned\n"
        "  a.py: permission denied\n"
    )


def test_nothing_to_scan_is_not_called_clean_either() -> None:
    assert render(Report((), 0)) == f"{_RULE}\nNothing to scan  0 files scanned in 0.0 s\n"


def test_a_codemod_that_only_finds_leaves_the_work_to_a_person() -> None:
    finder = Codemod("ollama_go", "Go", ("go",), Signs())
    found = reference("a.go", 1, "«api.NewClient»", "sdk-call", text="api.NewClient", codemod="ollama_go")
    assert render(Report((found,), 1, codemods=(finder,)), Options(quiet=True)) == (
        f"{_RULE}\n"
        "1 reference to Ollama in 1 file  1 file scanned in 0.0 s\n"
        "\n"
        "     1  change  must be rewritten for the program to work on vLLM\n"
        "             1  by hand: 1 sdk-call\n"
        "\n"
        "Next: migrate-vllm explain sdk-call  says what becomes of it and why\n"
    )


def test_one_decision_is_one_line_however_often_it_stands_there() -> None:
    tags = [reference("a.py", n, "«llama3»", "model-tag", text="llama3", need=Need.DECIDE) for n in range(1, 5)]
    tags.append(reference("b.py", 9, "«qwen3:8b»", "model-tag", text="qwen3:8b", need=Need.DECIDE))
    assert render(Report(tuple(tags), 2), Options(quiet=True)).splitlines()[3:6] == [
        "     5  decide  must change, but only a person can say to what",
        "             4  llama3 (model tag): a.py:1, a.py:2 and 2 more",
        "             1  qwen3:8b (model tag): b.py:9",
    ]


def test_places_of_a_decision_are_left_out_where_they_do_not_fit() -> None:
    path = f"{'very/' * 9}deep.py"
    tags = tuple(reference(path, n, "«llama3»", "model-tag", text="llama3", need=Need.DECIDE) for n in (1, 2, 3))
    said = [render(Report(tags, 2), Options(quiet=True, width=width)).splitlines()[4] for width in (200, 110, 80)]
    start = "             3  llama3 (model tag)"
    assert said == [f"{start}: {path}:1, {path}:2 and 1 more", f"{start}: {path}:1 and 2 more", f"{start} in 1 file"]


def test_what_is_exempt_is_not_counted_and_said() -> None:
    found = replace(_import("a.py", 1).references[0], exemption=Exemption("comment", "legacy"))
    assert render(Report((found,), 1)) == (
        f"{_RULE}\nNothing left  1 file scanned in 0.0 s\n\nNot counted: 1 exempt by comment (--all lists them)\n"
    )


@pytest.mark.parametrize("width", [20, 50, 80, 140])
@pytest.mark.parametrize(
    "source", ["x" * 200 + "«ollama»" + "y" * 200, "«" + "ollama" * 60 + "»", "漢" * 90 + "«ollama»" + "字" * 90]
)
def test_a_source_line_is_cut_to_the_width_around_the_reference(width: int, source: str) -> None:
    found = reference("a.py", 1, source, "comment", text="ollama", need=Need.CHANGE)
    lines = render(Report((found,), 1), Options(width=width)).splitlines()
    from rich.cells import cell_len

    line, underline = next(
        (lines[n - 1], lines[n]) for n in range(len(lines)) if lines[n].strip("^ ") == "" != lines[n]
    )
    assert cell_len(line) <= max(width, 31)
    assert line[:11].strip() == str(found.region.line) + ":" + str(found.region.column)
    start = underline.index("^")
    assert _cells(line)[start : underline.rindex("^") + 1].startswith("ollama")


def _cells(text: str) -> str:
    """A character for each column."""
    from rich.cells import cell_len

    return "".join(character * cell_len(character) for character in text)


def test_colour_underlines_in_the_line_itself() -> None:
    shown = render(_import("a.py", 1), Options(color=True))
    assert "\x1b[1;4;31mimport ollama\x1b[0m" in shown
    assert "^^" not in shown


def test_a_tab_takes_four_columns() -> None:
    found = reference("a.py", 1, "x\t«ollama»", "import", text="ollama")
    assert "      1:3  x    ollama\n                ^^^^^^\n" in render(Report((found,), 1))
