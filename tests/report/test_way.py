"""The way on which a value came, on the terminal and in the messages of formats that show nothing else of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath

from migrate_vllm.model import Evidence, Reference, Report, Step
from migrate_vllm.report import Options, github, gitlab, rdjson
from migrate_vllm.report.text import render

from .sample import reference

_RULE = "─" * 72
_CLIENT = PurePosixPath("app/services/client.py")
_OWN = PurePosixPath("app/api.py")
_WAY = (
    Step(_CLIENT, 1, "`ollama`"),
    Step(_CLIENT, 6, "the class of the client"),
    Step(_CLIENT, 6, "a client"),
    Step(_OWN, 8, "the answer of `chat`"),
)


def _read(line: int, source: str, why: tuple[Step, ...] = _WAY) -> Reference:
    text = source.partition("«")[2].partition("»")[0]
    found = reference("app/api.py", line, source, "response-access", text=text, message="Read elsewhere.")
    return replace(found, evidence=Evidence.FLOW, why=why)


def _body(*references: Reference, **options: bool | int) -> list[str]:
    """Below the title and the message."""
    shown = render(Report(references, 1), Options(**options))  # type: ignore[arg-type]  # each has the type of its name
    return shown.partition(_RULE[: min(72, int(options.get("width", 100)))])[0].splitlines()[3:-1]


_LINE = 'a = r["message"]["content"]'
_TWO = _read(9, 'a = r["«message»"]["content"]'), _read(9, 'a = r["message"]["«content»"]')


def test_a_line_says_from_which_file_its_value_came() -> None:
    assert _body(*_TWO) == [
        f"      9:8  {_LINE}",
        "                  ^^^^^^^    ^^^^^^^  via app/services/client.py:6",
    ]


def test_where_there_is_no_room_the_file_stands_below() -> None:
    assert _body(*_TWO, width=60) == [
        f"      9:8  {_LINE}",
        "                  ^^^^^^^    ^^^^^^^",
        "      via  app/services/client.py:6",
    ]
    assert _body(*_TWO, width=42)[-1] == "      via  app/services/client.py:6"
    assert _body(*_TWO, width=34)[-1] == "      via  …p/services/client.py:6"


def test_in_colour_it_ends_the_line_itself() -> None:
    assert "\x1b[2m  via app/services/client.py:6\x1b[0m\n" in render(Report(_TWO, 1), Options(color=True))


def test_a_value_of_the_same_file_says_nothing() -> None:
    assert _body(_read(9, "«x»", _WAY[-1:])) == ["      9:1  x", "           ^"]


def test_why_shows_the_way_once_for_all_that_came_on_it() -> None:
    other = _read(12, "«r.done»")
    assert _body(*_TWO, other, why=True) == [
        f"      9:8  {_LINE}",
        "                  ^^^^^^^    ^^^^^^^",
        "     from  app/services/client.py:1  `ollama`",
        "        →  app/services/client.py:6  the class of the client → a client",
        "        →  line 8                    the answer of `chat`",
        "     12:1  r.done",
        "           ^^^^^^",
        "     from  as above",
    ]


def test_references_of_one_line_that_came_on_two_ways_are_shown_apart() -> None:
    first, second = _TWO
    assert [line for line in _body(first, replace(second, why=_WAY[-1:]), why=True) if _LINE in line] == [
        f"      9:8  {_LINE}",
        f"     9:19  {_LINE}",
    ]


def test_a_long_way_is_folded_in_the_middle() -> None:
    steps = tuple(Step(_OWN, line, f"step {line}") for line in range(1, 10))
    shown = [
        "     from  line 1  step 1",
        "        →  line 2  step 2",
        "        …  3 more",
        *(f"        →  line {line}  step {line}" for line in range(6, 10)),
    ]
    assert _body(_read(20, "«x»", steps), why=True)[2:] == shown
    assert len(_body(_read(20, "«x»", steps), why=True, all_lines=True)[2:]) == 9


def test_what_a_value_became_last_is_what_stays_where_room_is_short() -> None:
    assert _body(*_TWO, why=True, width=48)[3] == "        →  …/services/client.py:6  … → a client"
    assert _body(*_TWO, why=True, width=40)[3] == "        →  …ices/client.py:6  a client"


def test_the_summary_counts_both_and_says_how_to_see_more() -> None:
    report = Report((*_TWO, reference("b.py", 1, "«import ollama»", "import", text="import ollama")), 2)
    line = "1 by name, 2 by flow: values that come from Ollama"
    shown = {
        name: next(said for said in render(report, Options(**{name: True})).splitlines() if " by flow" in said)
        for name in ("show_all", "why", "quiet", "statistics")
    }
    assert shown == {"show_all": f"{line} (--why shows the way)", "why": line, "quiet": line, "statistics": line}


def test_messages_end_in_where_the_way_begins_unless_it_is_their_own_line() -> None:
    report = Report((_TWO[0], _read(8, "«r»", _WAY[-1:]), _read(9, "«r»", _WAY[-1:])), 1)
    options = Options(prefix="backend")
    said = ["Read elsewhere. (from backend/app/services/client.py:1)", "Read elsewhere.", "Read elsewhere. (from line 8)"]
    assert [line.rpartition("::")[2] for line in github.render(report, options).splitlines()] == said
    texts = [f"{text}: {message}" for text, message in zip(("message", "r", "r"), said, strict=True)]
    assert [issue["description"] for issue in json.loads(gitlab.render(report, options))] == texts
    assert [found["message"] for found in json.loads(rdjson.render(report, options))["diagnostics"]] == texts


def test_reviewdog_is_given_both_ends_of_the_way() -> None:
    report = Report((_TWO[0], _read(8, "«r»", _WAY[-1:])), 1)
    diagnostics = json.loads(rdjson.render(report, Options(prefix="backend")))["diagnostics"]
    assert [diagnostic.get("related_locations") for diagnostic in diagnostics] == [
        [
            {
                "message": what,
                "location": {"path": f"backend/{path}", "range": {"start": {"line": line}, "end": {"line": line}}},
            }
            for path, line, what in ((_CLIENT, 1, "`ollama`"), (_OWN, 8, "the answer of `chat`"))
        ],
        None,
    ]
