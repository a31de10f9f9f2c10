from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from references import reference

from migrate_vllm.baseline import Baseline, Entry, apply_baseline, baseline_of, format_baseline, parse_baseline, prune
from migrate_vllm.model import Exemption, MigrateError, Need, Reference, Remark

TWO = Baseline((Entry("app.py", "sdk-call", "ollama.chat", 2),))
COVERED = Exemption("baseline", "in the baseline")
FORMATTED = """\
{
"schema": 1,
"tool": "migrate-vllm",
"references": [
  {"path": "app.py", "kind": "sdk-call", "text": "ollama.chat", "count": 2},
  {"path": "é.ts", "kind": "base-url", "text": "http://ollama:11434", "count": 1}
]
}
"""


def new(references: tuple[Reference, ...]) -> list[int]:
    return [r.region.line for r in references if r.exemption is None]


def test_a_baseline_is_written_one_line_an_entry() -> None:
    references = [reference("é.ts", 3, "base-url", "http://ollama:11434"), reference(line=9), reference(line=2)]
    assert format_baseline(baseline_of(references)) == FORMATTED
    assert parse_baseline(FORMATTED, "b.json") == baseline_of(references)


def test_an_empty_baseline_is_written_too() -> None:
    assert format_baseline(Baseline()) == '{\n"schema": 1,\n"tool": "migrate-vllm",\n"references": []\n}\n'
    assert parse_baseline(format_baseline(Baseline()), "b.json") == Baseline()


def test_what_the_gate_does_not_count_is_not_written() -> None:
    kept = [reference(need=Need.KEEP), reference(exemption=Exemption("comment", "why")), reference(exemption=Exemption("config", "why"))]
    assert baseline_of(kept) == Baseline()


def test_writing_again_over_a_baseline_keeps_what_it_covers() -> None:
    covered, _ = apply_baseline([reference(line=1), reference(line=2)], TWO)
    assert baseline_of(covered) == TWO


def test_a_reference_that_moved_is_covered() -> None:
    references, remarks = apply_baseline([reference(line=40), reference(line=70)], TWO)
    assert references == (reference(line=40, exemption=COVERED), reference(line=70, exemption=COVERED))
    assert remarks == ()


@pytest.mark.parametrize("added", [1, 5, 9])
def test_one_more_of_the_same_text_is_one_new_reference(added: int) -> None:
    references, remarks = apply_baseline([reference(line=line) for line in sorted({3, 7, added})], TWO)
    assert len(new(references)) == 1
    assert remarks == ()


def test_covered_are_the_first_in_the_file_whatever_order_they_came_in() -> None:
    references, _ = apply_baseline([reference(line=9), reference(line=1), reference(line=5)], TWO)
    assert new(references) == [9]


def test_another_text_or_kind_or_file_is_new() -> None:
    others = [reference(text="ollama.generate"), reference(kind="client"), reference("b.py")]
    references, _ = apply_baseline(others, TWO)
    assert references == tuple(others)


def test_what_a_comment_exempts_does_not_use_the_baseline_up() -> None:
    by_comment = reference(line=1, exemption=Exemption("comment", "why"))
    references, remarks = apply_baseline([by_comment, reference(line=2), reference(line=3)], TWO)
    assert references == (by_comment, reference(line=2, exemption=COVERED), reference(line=3, exemption=COVERED))
    assert remarks == ()


def test_an_entry_without_its_reference_is_stale() -> None:
    assert apply_baseline([reference(line=1)], TWO)[1] == (
        Remark(PurePosixPath("app.py"), 0, "stale-baseline",
               "the baseline lists `ollama.chat` (sdk-call) 2 times, of which 1 are left; --prune-baseline corrects it"),
    )  # fmt: skip
    assert apply_baseline([], TWO)[1] == (
        Remark(PurePosixPath("app.py"), 0, "stale-baseline",
               "the baseline lists `ollama.chat` (sdk-call), which is no longer there; --prune-baseline removes the entry"),
    )  # fmt: skip


def test_a_run_over_some_files_calls_nothing_stale() -> None:
    assert apply_baseline([], TWO, partial=True) == ((), ())


def test_a_renamed_file_is_new_and_stale() -> None:
    references, remarks = apply_baseline([reference("moved.py"), reference("moved.py", 2)], TWO)
    assert (len(new(references)), [remark.path.name for remark in remarks]) == (2, ["app.py"])


def test_pruning_removes_what_is_gone_and_adds_nothing() -> None:
    assert prune(TWO, [reference(), reference("b.py")]) == Baseline((Entry("app.py", "sdk-call", "ollama.chat", 1),))
    assert prune(TWO, []) == Baseline()
    assert prune(TWO, [reference(line=n) for n in range(5)]) == TWO


def test_an_entry_that_a_merge_left_twice_counts_once() -> None:
    line = '  {"path": "app.py", "kind": "sdk-call", "text": "ollama.chat", "count": 2},\n'
    assert parse_baseline(FORMATTED.replace(line, line + line), "b.json") == parse_baseline(FORMATTED, "b.json")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not JSON: Expecting value: line 1 column 1 (char 0)"),
        ("<<<<<<< HEAD\n", "not JSON: Expecting value: line 1 column 1 (char 0)"),
        ("[]", "its schema is None; this version reads schema 1"),
        ('{"schema": 2, "references": []}', "its schema is 2; this version reads schema 1"),
        ('{"schema": true, "references": []}', "its schema is True; this version reads schema 1"),
        ('{"schema": 1}', "`references` is not a list"),
        ('{"schema": 1, "references": [3]}',
         "references[0] is not an object with path, kind, text and a count of at least 1"),
        ('{"schema": 1, "references": [{"path": "a", "kind": "b", "text": "c", "count": 0}]}',
         "references[0] is not an object with path, kind, text and a count of at least 1"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_baseline_is_an_error_that_says_why(text: str, problem: str) -> None:
    with pytest.raises(MigrateError) as error:
        parse_baseline(text, "ci/baseline.json")
    assert str(error.value) == (
        f"ci/baseline.json is not a baseline: {problem}. Restore it, or write it anew with --write-baseline."
    )


ANY_TEXT = st.one_of(st.text(max_size=8), st.sampled_from(["ollama.chat", "caf\udce9.py", " a\n b", "\\"]))
PATHS = ANY_TEXT.map(lambda path: path.replace("\0", "_") or "_")
REFERENCES = st.lists(
    st.builds(reference, PATHS, st.integers(1, 9), st.sampled_from(["client", "import"]), ANY_TEXT, need=st.sampled_from(Need)),
    max_size=10,
)


@given(REFERENCES)
def test_a_baseline_reads_back_as_it_was_written(references: list[Reference]) -> None:
    baseline = baseline_of(references)
    text = format_baseline(baseline)
    assert parse_baseline(text.encode().decode(), "b.json") == baseline


@given(REFERENCES)
def test_a_baseline_covers_the_references_that_it_was_made_of(references: list[Reference]) -> None:
    covered, remarks = apply_baseline(references, baseline_of(references))
    assert [r for r in covered if r.need is not Need.KEEP and r.exemption is None] == []
    assert remarks == ()
    assert [replace(r, exemption=None) for r in covered] == references
    assert prune(baseline_of(references), covered) == baseline_of(references)
