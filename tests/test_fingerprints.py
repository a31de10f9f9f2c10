from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from references import reference

from migrate_vllm.fingerprints import with_fingerprints
from migrate_vllm.model import Reference


def test_a_fingerprint_is_recorded_in_baselines_and_must_not_change() -> None:
    assert [r.fingerprint for r in with_fingerprints([reference(), reference(line=2)])] == [
        "c654a4820fe08fcf",
        "fcb63f6214857e2d",
    ]


def test_references_come_back_sorted_by_path_line_column_and_kind() -> None:
    sorted_ones = [reference("a.py", 2), reference("b.py", 1, "client"), reference("b.py", 1, "import"),
                   reference("b.py", 1, "client", column=9), reference("b.py", 10, "client")]  # fmt: skip
    assert [replace(r, fingerprint="") for r in with_fingerprints(sorted_ones[::-1])] == sorted_ones


def test_line_moves_change_nothing() -> None:
    before = with_fingerprints([reference(line=1), reference(line=5)])
    after = with_fingerprints([reference(line=31), reference(line=77)])
    assert [r.fingerprint for r in before] == [r.fingerprint for r in after]


def test_white_space_changes_nothing() -> None:
    one, other = with_fingerprints([reference(text="ollama .chat")]), with_fingerprints([reference(text=" ollama \n  .chat ")])
    assert one[0].fingerprint == other[0].fingerprint


def test_kind_path_and_text_each_make_a_difference() -> None:
    ones = [reference(), reference(kind="client"), reference("b.py"), reference(text="ollama.generate")]
    assert len({with_fingerprints([one])[0].fingerprint for one in ones}) == len(ones)


def test_a_path_that_is_not_utf8_has_a_fingerprint() -> None:
    path = b"caf\xe9.py".decode("utf-8", "surrogateescape")
    assert len(with_fingerprints([reference(path)])[0].fingerprint) == 16


REFERENCES = st.lists(
    st.builds(
        reference,
        st.sampled_from(["a.py", "b/c.ts", "caf\udce9.py"]),
        st.integers(0, 5),
        st.sampled_from(["client", "import"]),
        st.sampled_from(["ollama", " ollama", "ollama.chat", ""]),
        st.integers(1, 3),
    ),
    max_size=12,
)


@given(REFERENCES)
def test_fingerprints_are_unique_in_a_report(references: list[Reference]) -> None:
    prints = [r.fingerprint for r in with_fingerprints(references)]
    assert len(set(prints)) == len(prints)


@given(REFERENCES, st.randoms())
def test_the_order_that_they_were_found_in_does_not_matter(references: list[Reference], random: Random) -> None:
    shuffled = list(references)
    random.shuffle(shuffled)
    assert with_fingerprints(shuffled) == with_fingerprints(references)


@given(REFERENCES)
def test_a_second_time_changes_nothing(references: list[Reference]) -> None:
    once = with_fingerprints(references)
    assert with_fingerprints(once) == once
