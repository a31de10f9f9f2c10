from __future__ import annotations

import json
import os
from pathlib import PurePosixPath

import pytest

from migrate_vllm.report.safe import clip, json_text, placed, spans, uri, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 🦙", "plain é 🦙"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("a\nb\tc\rd", r"a\nb\tc\rd"),
        ("\x85\x9b", r"\u0085\u009b"),
        ("\u202eevil\u2066", r"\u202eevil\u2066"),
        (os.fsdecode(b"caf\xe9"), r"caf\xe9"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_what_cannot_be_seen_is_escaped(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("a b/é#?.py", "a%20b/%C3%A9%23%3F.py"),
        ("a:b/100%.py", "a%3Ab/100%25.py"),
        ("x\udcff.py", "x%FF.py"),
        ("x\ud800.py", "x%ED%A0%80.py"),
    ],
)
def test_a_path_becomes_a_relative_uri_of_its_bytes(path: str, reference: str) -> None:
    assert uri(PurePosixPath(path)) == reference


def test_json_holds_no_character_that_a_terminal_or_a_reader_stumbles_over() -> None:
    text = json_text({"a": "\x1b\x7f\x9b\u202e\udcff\ud800\U000e0041é\\\n"})
    assert text == '{\n  "a": "\\u001b\\u007f\\u009b\\u202e\\\\xff\\\\ud800\\udb40\\udc41é\\\\\\n"\n}\n'
    assert json.loads(text) == {"a": "\x1b\x7f\x9b\u202e\\xff\\ud800\U000e0041é\\\n"}


def test_a_text_is_cut_with_an_ellipsis() -> None:
    assert [clip("abcd", length) for length in (5, 4, 3)] == ["abcd", "abcd", "ab…"]


def test_a_message_is_split_at_its_code() -> None:
    assert spans("`a` is b, ` is open") == [("a", True), (" is b, ` is open", False)]


def test_a_path_is_placed_under_the_repository_root() -> None:
    assert placed(PurePosixPath("a.py"), "services/api") == PurePosixPath("services/api/a.py")
    assert placed(PurePosixPath("a.py")) == PurePosixPath("a.py")
