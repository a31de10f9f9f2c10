"""What the HTML page shows, as plain values: every string is safe to show, every link is resolved. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from migrate_vllm.model import Evidence, Excerpt, Need, Reference, Report
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import clip, spans, visible
from migrate_vllm.report.selection import (
    MEANING,
    NEEDS,
    Handling,
    by_file,
    count_files,
    handling,
    kind_of,
    listed,
    nothing_open,
    plural,
    rewriters,
)
from migrate_vllm.report.way import Leg, legs, place_of

_LONGEST = 600
"""characters of a source line around the reference, of a message, of a name"""

Prose = list[tuple[str, bool]]
"""parts of a text, each with whether it is code"""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by."""

    value: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Link:
    place: str
    what: Prose
    target: str
    """an element of the page; empty when the place isn't on it"""


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    place: str
    need: str
    kind: str
    title: str
    who: str
    """a `Handling`"""
    codemod: str
    before: str
    marked: str
    after: str
    message: Prose
    evidence: str
    why: list[Link]
    exemption: str


@dataclass(frozen=True, slots=True)
class File:
    id: str
    path: str
    counts: list[Choice]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Page:
    root: str
    scanned: int
    files_with: int
    shown: int
    open: int
    headline: str
    needs: list[Choice]
    kinds: list[Choice]
    handlers: list[Choice]
    evidence: list[Choice]
    files: list[File]
    incomplete: list[tuple[str, str]]
    skipped: list[tuple[str, str]]
    remarks: list[tuple[str, str, str]]


def view(report: Report, options: Options) -> Page:
    references = listed(report, options)
    able = rewriters(report)
    return Page(
        root=visible(report.root),
        scanned=report.scanned,
        files_with=count_files(references),
        shown=len(references),
        open=len(report.open),
        headline=f"{plural(len(report.open), 'reference')} to Ollama" if report.open else nothing_open(report),
        needs=_needs(references),
        kinds=_kinds(references),
        handlers=_handlers(references, able),
        evidence=_evidence(references),
        files=_files(references, able),
        incomplete=[(visible(str(s.path)), visible(s.reason)) for s in report.skipped if s.incomplete],
        skipped=[(visible(str(s.path)), visible(s.reason)) for s in report.skipped if not s.incomplete],
        remarks=[(_place(r.path, r.line), visible(r.message), visible(r.rule)) for r in report.remarks],
    )


def _needs(references: Iterable[Reference]) -> list[Choice]:
    counts = Counter(reference.need for reference in references)
    return [Choice(need.value, MEANING[need], counts[need]) for need in NEEDS if counts[need] or need is not Need.KEEP]


def _kinds(references: Iterable[Reference]) -> list[Choice]:
    counts = Counter(reference.kind for reference in references)
    return [Choice(visible(kind), visible(kind_of(kind).title), count) for kind, count in counts.most_common()]


def _handlers(references: Iterable[Reference], able: frozenset[str]) -> list[Choice]:
    counts = Counter(handling(reference, able) for reference in references)
    titles = {Handling.REWRITE: "rewritten by a codemod", Handling.NOBODY: "stays as it is"}
    return [Choice(who.value, titles.get(who, who.value), counts[who]) for who in Handling if counts[who]]


def _evidence(references: Iterable[Reference]) -> list[Choice]:
    counts = Counter(reference.evidence for reference in references)
    return [Choice(evidence.value, f"by {evidence.value}", counts[evidence]) for evidence in Evidence]


def _files(references: tuple[Reference, ...], able: frozenset[str]) -> list[File]:
    """In a file, in order of line: that is how it is read."""
    grouped = by_file(references)
    anchors: dict[tuple[PurePosixPath, int], str] = {(path, 0): f"f{n}" for n, (path, _) in enumerate(grouped)}
    numbered = {id(reference): f"r{number}" for number, reference in enumerate(references)}
    for reference in references:
        anchors.setdefault((reference.path, reference.region.line), numbered[id(reference)])
    return [
        File(
            id=anchors[path, 0],
            path=visible(str(path)),
            counts=[count for count in _needs(own) if count.count],
            rows=[_row(reference, numbered[id(reference)], able, anchors) for reference in own],
        )
        for path, own in grouped
    ]


def _row(reference: Reference, anchor: str, able: frozenset[str], anchors: dict[tuple[PurePosixPath, int], str]) -> Row:
    before, marked, after = _cropped(reference.excerpt)
    exemption = reference.exemption
    region = reference.region
    return Row(
        id=anchor,
        place=f"{region.line}:{region.column}" if region.line else "file name",
        need=reference.need.value,
        kind=visible(reference.kind),
        title=visible(kind_of(reference.kind).title),
        who=handling(reference, able).value,
        codemod=visible(reference.codemod),
        before=before,
        marked=marked,
        after=after,
        message=spans(visible(clip(reference.message, _LONGEST))),
        evidence=reference.evidence.value,
        why=[_link(leg, reference, anchors) for leg in legs(reference)],
        exemption=visible(f"{exemption.by}: {exemption.reason}") if exemption else "",
    )


def _cropped(excerpt: Excerpt) -> tuple[str, str, str]:
    before, after = excerpt.text[: excerpt.start].lstrip(), excerpt.text[excerpt.end :].rstrip()
    before = before if len(before) <= _LONGEST else "…" + before[-_LONGEST:]
    marked = clip(excerpt.text[excerpt.start : excerpt.end], _LONGEST)
    return _shown(before), _shown(marked), _shown(clip(after, _LONGEST))


def _shown(text: str) -> str:
    return visible(text.replace("\t", "    "))


def _link(leg: Leg, reference: Reference, anchors: dict[tuple[PurePosixPath, int], str]) -> Link:
    """To the reference on that line, else to the file, if the page has one of them."""
    target = anchors.get((leg.path, leg.line)) or anchors.get((leg.path, 0), "")
    return Link(place_of(leg, reference), spans(clip(" → ".join(leg.whats), _LONGEST)), target)


def _place(path: PurePosixPath, line: int) -> str:
    return visible(f"{path}:{line}" if line else str(path))
