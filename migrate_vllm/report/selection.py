"""Which references a report lists, in which order, and what handles each. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePosixPath

from migrate_vllm.facts.kinds import KINDS, Kind
from migrate_vllm.model import Need, Reference, Report
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import visible

NEEDS = tuple(Need)
"""most pressing first"""

MEANING = {
    Need.CHANGE: "must be rewritten for the program to work on vLLM",
    Need.DECIDE: "must change, but only a person can say to what",
    Need.TEXT: "nothing breaks: prose, comments, UI strings, names",
    Need.KEEP: "stays as it is, or is made anew by a tool",
}


class Handling(StrEnum):
    """Who does it."""

    REWRITE = "rewrite"
    HAND = "by hand"
    DECISION = "your decision"
    OPTIONAL = "optional"
    NOBODY = "stays"


def listed(report: Report, options: Options) -> tuple[Reference, ...]:
    """In the report's own order: path, line, column, kind."""
    return report.references if options.show_all else report.open


def pressing(references: Iterable[Reference]) -> list[Reference]:
    """The same, most pressing first."""
    return sorted(references, key=lambda reference: rank(reference.need))


def rank(need: Need) -> int:
    return NEEDS.index(need)


def by_file(references: Iterable[Reference]) -> list[tuple[PurePosixPath, list[Reference]]]:
    """Files with something to change come first, then files with something to decide, each in order of path."""
    files: dict[PurePosixPath, list[Reference]] = defaultdict(list)
    for reference in references:
        files[reference.path].append(reference)
    return sorted(files.items(), key=lambda item: (min(rank(r.need) for r in item[1]), item[0]))


def count_files(references: Iterable[Reference]) -> int:
    return len({reference.path for reference in references})


def rewriters(report: Report) -> frozenset[str]:
    """Names of the codemods that can change what they find."""
    return frozenset(codemod.name for codemod in report.codemods if codemod.rewrite is not None)


def handling(reference: Reference, able: frozenset[str]) -> Handling:
    """`able`: what `rewriters` says. A codemod that only finds leaves the work to a person."""
    if reference.need is Need.KEEP:
        return Handling.NOBODY
    if reference.need is Need.DECIDE:
        return Handling.DECISION
    if reference.codemod in able:
        return Handling.REWRITE
    return Handling.HAND if reference.need is Need.CHANGE else Handling.OPTIONAL


def kind_of(name: str) -> Kind:
    """The facts about a kind; a codemod from elsewhere may report one that has no row."""
    shown = visible(name) or "unknown"
    return KINDS.get(name) or Kind(
        shown,
        shown,
        Need.CHANGE,
        "A kind of reference that this version has no description of.",
        "See the message of each reference.",
        "code",
    )


def nothing_open(report: Report) -> str:
    """What to say in place of a count when no reference is open; never that all is well when we can't know."""
    if any(skipped.incomplete for skipped in report.skipped):
        return "Nothing found, but the answer is incomplete"
    return "Nothing left" if report.scanned else "Nothing to scan"


def kinds_said(references: Iterable[Reference], most: int) -> str:
    """`4 sdk-call, 3 import and 2 more kinds`, the most frequent first."""
    counts = Counter(reference.kind for reference in references).most_common()
    said = ", ".join(f"{count:,} {visible(kind)}" for kind, count in counts[:most])
    return said + (f" and {plural(len(counts) - most, 'more kind')}" if len(counts) > most else "")


def plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
