from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from references import reference

from migrate_vllm.gate import FailOn, Policy, Verdict, verdict
from migrate_vllm.model import Exemption, Need, Reference, Report, Skipped

CHANGE, DECIDE, TEXT, KEEP = (reference(need=need) for need in (Need.CHANGE, Need.DECIDE, Need.TEXT, Need.KEEP))
COVERED = [reference(exemption=Exemption(by, "why")) for by in ("comment", "config", "baseline")]
LOST = Skipped(PurePosixPath("a.py"), "permission denied", incomplete=True)
BINARY = Skipped(PurePosixPath("a.png"), "binary")


@pytest.mark.parametrize(
    ("references", "fail_on", "expected"),
    [
        ([], "change", Verdict(0, "nothing is left")),
        ([KEEP, *COVERED], "text", Verdict(0, "nothing is left")),
        ([TEXT], "change", Verdict(0, "nothing that counts is left (1 reference not counted)")),
        ([TEXT], "text", Verdict(1, "1 reference left (1 to reword)")),
        ([CHANGE], "change", Verdict(1, "1 reference left (1 to change)")),
        ([DECIDE], "change", Verdict(1, "1 reference left (1 to decide)")),
        ([TEXT, DECIDE, CHANGE, CHANGE, KEEP], "change", Verdict(1, "3 references left (2 to change, 1 to decide)")),
        ([TEXT, DECIDE, CHANGE], "text", Verdict(1, "3 references left (1 to change, 1 to decide, 1 to reword)")),
        ([CHANGE, TEXT], "never", Verdict(0, "nothing that counts is left (2 references not counted)")),
    ],
)
def test_what_is_left_decides(references: list[Reference], fail_on: str, expected: Verdict) -> None:
    assert verdict(Report(tuple(references), scanned=3), Policy(FailOn(fail_on))) == expected


def test_exit_zero_turns_one_into_zero() -> None:
    assert verdict(Report((CHANGE,), 1), Policy(exit_zero=True)) == Verdict(0, "1 reference left (1 to change)")


@pytest.mark.parametrize("policy", [Policy(), Policy(FailOn.TEXT), Policy(FailOn.NEVER, exit_zero=True)])
def test_an_empty_run_is_not_a_clean_one(policy: Policy) -> None:
    assert verdict(Report((), 0, (BINARY,)), policy) == Verdict(3, "there is nothing to scan")


@pytest.mark.parametrize("policy", [Policy(), Policy(FailOn.TEXT), Policy(FailOn.NEVER, exit_zero=True)])
@pytest.mark.parametrize("references", [(), (CHANGE,)])
@pytest.mark.parametrize("scanned", [0, 4])
def test_an_incomplete_answer_outranks_everything(policy: Policy, references: tuple[Reference, ...], scanned: int) -> None:
    assert verdict(Report(references, scanned, (BINARY, LOST)), policy) == Verdict(
        4, "the answer is incomplete: 1 file could not be scanned"
    )


def test_skipped_on_purpose_is_not_incomplete() -> None:
    assert verdict(Report((), 1, (BINARY,)), Policy()) == Verdict(0, "nothing is left")
