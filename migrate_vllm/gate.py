"""Decides the exit code from a report and nothing else, so that it is the same in every format. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from migrate_vllm.model import Need, Report

CLEAN = 0
LEFT = 1
NOTHING_TO_SCAN = 3
INCOMPLETE = 4


class FailOn(StrEnum):
    """What makes the gate fail."""

    CHANGE = "change"
    """what must be changed or decided"""
    TEXT = "text"
    """also prose, comments and UI text: zero references"""
    NEVER = "never"


_COUNTED = {
    FailOn.CHANGE: (Need.CHANGE, Need.DECIDE),
    FailOn.TEXT: (Need.CHANGE, Need.DECIDE, Need.TEXT),
    FailOn.NEVER: (),
}
_TASKS = {Need.CHANGE: "change", Need.DECIDE: "decide", Need.TEXT: "reword", Need.KEEP: "keep"}


@dataclass(frozen=True, slots=True)
class Policy:
    fail_on: FailOn = FailOn.CHANGE
    exit_zero: bool = False
    """references that are left don't fail the run; an empty or incomplete one still does"""


@dataclass(frozen=True, slots=True)
class Verdict:
    exit_code: int
    reason: str
    """one sentence, without the full stop"""


def verdict(report: Report, policy: Policy) -> Verdict:
    """An incomplete answer outranks everything: neither "clean" nor the number that is left can be trusted then."""
    incomplete = [skipped for skipped in report.skipped if skipped.incomplete]
    if incomplete:
        return Verdict(INCOMPLETE, f"the answer is incomplete: {_many(len(incomplete), 'file')} could not be scanned")
    if report.scanned == 0:
        return Verdict(NOTHING_TO_SCAN, "there is nothing to scan")
    return _by_what_is_left(report, policy)


def _by_what_is_left(report: Report, policy: Policy) -> Verdict:
    counted = [r.need for r in report.open if r.need in _COUNTED[policy.fail_on]]
    if not counted:
        return Verdict(CLEAN, _why_clean(report))
    numbers = Counter(counted)
    parts = ", ".join(f"{numbers[need]} to {_TASKS[need]}" for need in Need if numbers[need])
    reason = f"{_many(len(counted), 'reference')} left ({parts})"
    return Verdict(CLEAN if policy.exit_zero else LEFT, reason)


def _why_clean(report: Report) -> str:
    uncounted = len(report.open)
    return f"nothing that counts is left ({_many(uncounted, 'reference')} not counted)" if uncounted else "nothing is left"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
