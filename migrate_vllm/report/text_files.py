"""The body of the terminal report: file by file, kind by kind. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from rich.console import Console
from rich.text import Text

from migrate_vllm.model import Need, Reference, Step
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import visible
from migrate_vllm.report.selection import (
    NEEDS,
    Handling,
    by_file,
    count_files,
    handling,
    kind_of,
    kinds_said,
    plural,
    rank,
)
from migrate_vllm.report.text_excerpt import GUTTER, STYLES, excerpt_lines, gutter, together
from migrate_vllm.report.text_way import way_lines, with_entrance

_SMALL = 40
"""a report of so many references is shown with its prose; in a larger one prose is a count and line numbers"""

File = tuple[PurePosixPath, list[Reference]]


@dataclass(frozen=True, slots=True)
class _Way:
    """How to show things, and what was said already."""

    able: frozenset[str]
    options: Options
    console: Console
    fold_text: bool
    said: set[str] = field(default_factory=set)
    """messages; what becomes of a kind is said where it comes first: in every file it would bury the places"""


def body(references: Sequence[Reference], able: frozenset[str], options: Options, console: Console) -> Iterator[Text]:
    """Files with something to do in full; in a long report, files with nothing but text in a line each."""
    way = _Way(able, options, console, fold_text=len(references) > _SMALL and not options.all_lines)
    files = by_file(references)
    quiet = [file for file in files if way.fold_text and _needs(file) == {Need.TEXT}]
    full = [file for file in files if not way.fold_text or _needs(file) != {Need.TEXT}]
    shown = full if options.all_lines else full[: options.max_files]
    for path, own in shown:
        yield from _file(path, own, way)
    yield from _folded_files(full[len(shown) :])
    yield from _text_only(quiet, options)


def _needs(file: File) -> set[Need]:
    return {reference.need for reference in file[1]}


def _file(path: PurePosixPath, own: list[Reference], way: _Way) -> Iterator[Text]:
    yield _heading(path, own)
    groups: dict[tuple[int, str, str], list[Reference]] = {}
    prose = [reference for reference in own if way.fold_text and reference.need is Need.TEXT]
    for reference in own:
        if reference.need is Need.TEXT and way.fold_text:
            continue
        groups.setdefault((rank(reference.need), reference.kind, reference.codemod), []).append(reference)
    for key in sorted(groups, key=lambda key: key[0]):  # stable: within a need, in order of first appearance
        yield from _group(groups[key], way)
    if prose:
        yield Text.assemble((f"  {Need.TEXT.value:<{GUTTER - 2}}", STYLES[Need.TEXT]), (_folded_prose(prose), "dim"))
    yield Text()


def _folded_prose(own: list[Reference]) -> str:
    return kinds_said(own, 4) + _lines(own, ": ")


def _heading(path: PurePosixPath, own: list[Reference]) -> Text:
    counts = Counter(reference.need for reference in own)
    said = ", ".join(f"{counts[need]} {need.value}" for need in NEEDS if counts[need])
    return Text.assemble((visible(str(path)), "bold"), (f"  {said}", "dim"))


def _group(own: list[Reference], way: _Way) -> Iterator[Text]:
    """References of one kind in one file: what it is, who does it, what becomes of it, where."""
    yield _title(own[0], way.able)
    common = len({reference.message for reference in own}) == 1
    if common:
        yield from _message(own[0], way)
    places = together(own, way.options)
    shown = places if way.options.all_lines else places[: way.options.limit]
    told: tuple[Step, ...] = ()
    for place in shown:
        yield from _place(place, way, told, common=common)
        told = place[0].why
    yield from _folded_lines([reference for place in places[len(shown) :] for reference in place])


def _place(place: list[Reference], way: _Way, told: tuple[Step, ...], *, common: bool) -> Iterator[Text]:
    """`common`: what there is to say was said for the whole group. `told`: the way to the place above."""
    first = place[0]
    yield from with_entrance(excerpt_lines(place, way.options), first, way.options)
    if way.options.why and first.why:
        yield from [gutter("from", "as above")] if first.why == told else way_lines(first, way.options)
    for reference in place if not common else ():
        yield from _message(reference, way)
    yield from _exemption(first)


def _title(first: Reference, able: frozenset[str]) -> Text:
    """`change  Call through the client [sdk-call]  rewritten by ollama_python`"""
    return Text.assemble(
        (f"  {first.need.value:<{GUTTER - 2}}", STYLES[first.need]),
        (kind_of(first.kind).title, "bold"),
        (f" [{visible(first.kind)}]", "dim"),
        _who(first, able),
    )


def _who(reference: Reference, able: frozenset[str]) -> str:
    match handling(reference, able):
        case Handling.REWRITE:
            return f"  rewritten by {visible(reference.codemod)}"
        case Handling.HAND:
            return "  by hand"
        case Handling.DECISION:
            return "  your decision"
        case Handling.OPTIONAL | Handling.NOBODY:
            return ""


def _message(reference: Reference, way: _Way) -> Iterator[Text]:
    if reference.need is Need.TEXT or reference.message in way.said:
        return
    way.said.add(reference.message)
    for line in Text(visible(reference.message), "dim").wrap(way.console, max(way.options.width - GUTTER, 20)):
        line.rstrip()
        yield Text(" " * GUTTER).append_text(line)


def _exemption(reference: Reference) -> Iterator[Text]:
    if reference.exemption is not None:
        by, reason = visible(reference.exemption.by), visible(reference.exemption.reason)
        yield Text(f"{' ' * GUTTER}exempt by {by}: {reason}", "dim")


def _folded_lines(rest: list[Reference]) -> Iterator[Text]:
    if rest:
        yield Text(f"{'…':>{GUTTER - 2}}  and {len(rest):,} more{_lines(rest, ' on ')}", "dim")


def _lines(own: Iterable[Reference], lead: str) -> str:
    """`: lines 3, 8, 90 and 12 more`; nothing where only the file's name is meant."""
    lines = sorted({reference.region.line for reference in own if reference.region.line})
    if not lines:
        return ""
    more = f" and {len(lines) - 8:,} more" if len(lines) > 8 else ""
    return lead + ("line " if len(lines) == 1 else "lines ") + ", ".join(str(line) for line in lines[:8]) + more


def _folded_files(rest: Sequence[File]) -> Iterator[Text]:
    references = [reference for _, own in rest for reference in own]
    if references:
        files = plural(count_files(references), "file")
        yield Text(f"… and {len(references):,} more in {files} (--all-lines or --format json shows them)", "dim")
        yield Text()


def _text_only(files: list[File], options: Options) -> Iterator[Text]:
    if not files:
        return
    count = sum(len(own) for _, own in files)
    yield Text.assemble(("Only text", "bold"), (f"  {count:,} in {plural(len(files), 'file')}, nothing breaks", "dim"))
    shown = files[: options.max_files]
    for path, own in shown:
        yield Text.assemble(f"  {visible(str(path))}  ", (_folded_prose(own), "dim"))
    yield from _folded_files(files[len(shown) :])
    if len(shown) == len(files):
        yield Text()
