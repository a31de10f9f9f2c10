"""`--format markdown`: a page for a job summary or a comment on a pull request. Pure.

GitHub refuses a job summary above 1 MiB, so the sections of files stop before that and the rest is a count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from migrate_vllm.model import Excerpt, Need, Reference, Report
from migrate_vllm.report.options import DEFAULT, Options
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
    pressing,
    rewriters,
)
from migrate_vllm.report.way import by_flow, legs, place_of

_BYTES = 900_000
"""for the sections of files; what stands around them takes far less than the rest of the MiB"""
_DECISIONS = 20
_SKIPPED = 20
_LEGS = 6
"""places of a way that are shown"""
_LONGEST = 160
"""characters of a source line in a table"""

# Markdown and HTML both read what is inside <code>; as numbers, neither sees anything but text. `@` and `#` are in it
# because a comment on a pull request would call people and link issues.
_SPECIAL = {ord(character): f"&#{ord(character)};" for character in "&<>\"'`|*_[]()\\~#@!:$"}


def render(report: Report, options: Options = DEFAULT) -> str:
    return "\n".join(_lines(report, options)) + "\n"


def _lines(report: Report, options: Options) -> Iterator[str]:
    yield from _headline(report)
    yield from _what_to_do(report)
    yield from _decisions(report)
    yield from _files(listed(report, options), rewriters(report))
    yield from _skipped(report)
    yield from _remarks(report)


def _headline(report: Report) -> Iterator[str]:
    counts = Counter(reference.need for reference in report.open)
    said = [f"{counts[need]:,} {word}" for need, word in _VERBS if counts[need]]
    yield f"## From Ollama to vLLM: {', '.join(said) or nothing_open(report).lower()}"
    yield ""
    flow = sum(map(by_flow, report.open))
    found = f" {len(report.open) - flow:,} found by name, {flow:,} by flow: values that come from Ollama." if flow else ""
    yield f"{plural(report.scanned, 'file')} scanned.{found}"
    if counts:
        yield from ("", "| Need | References | Files | |", "|---|---:|---:|---|")
    for need, _ in _VERBS:
        own = [reference for reference in report.open if reference.need is need]
        if own:
            yield f"| **{need.value}** | {len(own):,} | {count_files(own):,} | {MEANING[need]} |"
    yield ""


_VERBS = ((Need.CHANGE, "to change"), (Need.DECIDE, "to decide"), (Need.TEXT, "in text"))


def _what_to_do(report: Report) -> Iterator[str]:
    able = rewriters(report)
    changes = [reference for reference in report.open if reference.need is Need.CHANGE]
    automatic = Counter(r.codemod for r in changes if handling(r, able) is Handling.REWRITE)
    for codemod, count in automatic.most_common():
        yield f"- **{count:,}** rewritten by {_code(codemod)}: `migrate-vllm rewrite`"
    by_hand = [reference for reference in changes if handling(reference, able) is Handling.HAND]
    if by_hand:
        yield f"- **{len(by_hand):,}** by hand: {_kinds(by_hand)}"
    if changes:
        yield ""


def _kinds(references: Iterable[Reference]) -> str:
    counts = Counter(reference.kind for reference in references).most_common()
    return ", ".join(f"{count} {_code(kind)}" for kind, count in counts)


def _decisions(report: Report) -> Iterator[str]:
    things: dict[tuple[str, str], list[Reference]] = {}
    for reference in report.open:
        if reference.need is Need.DECIDE:
            things.setdefault((reference.kind, reference.text), []).append(reference)
    if not things:
        return
    yield from ("### To decide", "", "| What | | Places |", "|---|---|---|")
    ordered = sorted(things.items(), key=lambda item: -len(item[1]))
    for (kind, text), places in ordered[:_DECISIONS]:
        yield f"| {_code(clip(text, 80))} | {_plain(kind_of(kind).title)} | {_places(places)} |"
    yield from _more(len(ordered) - _DECISIONS, "thing")
    yield ""


def _places(references: list[Reference]) -> str:
    places = ", ".join(_code(f"{reference.path}:{reference.region.line}") for reference in references[:3])
    return places + (f" and {len(references) - 3} more" if len(references) > 3 else "")


def _files(references: tuple[Reference, ...], able: frozenset[str]) -> Iterator[str]:
    """Whole files as long as there is room."""
    if references:
        yield from ("### By file", "")
    room, left = _BYTES, []
    for path, own in by_file(references):
        section = "\n".join(_file(path, own, able))
        room -= len(section.encode())
        if room > 0:
            yield section
        else:
            left += own
    if left:
        yield f"… and {len(left):,} more in {plural(count_files(left), 'file')} (`--format json` lists them)"
        yield ""


def _file(path: PurePosixPath, own: list[Reference], able: frozenset[str]) -> Iterator[str]:
    counts = Counter(reference.need for reference in own)
    said = ", ".join(f"{counts[need]:,} {need.value}" for need in NEEDS if counts[need])
    yield f"<details><summary>{_code(str(path))} {said}</summary>"
    yield from ("", "| Line | Need | Reference | What it is | Who |", "|---:|---|---|---|---|")
    message = ""
    for reference in pressing(own):
        yield _row(reference, able, repeated=reference.message == message)
        message = reference.message
    yield from ("", "</details>", "")


def _row(reference: Reference, able: frozenset[str], *, repeated: bool) -> str:
    """`repeated`: the row above says the same."""
    cells = (
        str(reference.region.line or "name"),
        reference.need.value,
        _source(reference.excerpt),
        "<br>".join(_said(reference, repeated=repeated)),
        _who(reference, able),
    )
    return f"| {' | '.join(cells)} |"


def _said(reference: Reference, *, repeated: bool) -> Iterator[str]:
    yield f"**{_plain(kind_of(reference.kind).title)}**{' by flow' if by_flow(reference) else ''}"
    if not repeated:
        yield _prose(clip(reference.message, 600))
    if reference.why:
        yield _way(reference)
    if reference.exemption is not None:
        yield f"exempt by {_plain(reference.exemption.by)}: {_plain(reference.exemption.reason)}"


def _way(reference: Reference) -> str:
    """Folded, so that the table stays one; of a long way only the beginning."""
    way = legs(reference)
    summary = f"from {_code(place_of(way[0], reference))}"
    if len(way) > _LEGS:
        return f"{summary} in {len(way)} steps"
    steps = (f"{_code(place_of(leg, reference))} {' → '.join(map(_prose, leg.whats))}" for leg in way)
    return f"<details><summary>{summary}</summary>{'<br>'.join(steps)}</details>"


def _source(excerpt: Excerpt) -> str:
    """The source line with the reference in bold, cut around it."""
    room = _LONGEST // 3
    before, after = excerpt.text[: excerpt.start].lstrip(), excerpt.text[excerpt.end :].rstrip()
    before = before if len(before) <= room else "…" + before[-room:]
    marked = _plain(clip(excerpt.text[excerpt.start : excerpt.end], _LONGEST))
    return f"<code>{_plain(before)}<b>{marked}</b>{_plain(clip(after, room))}</code>"


def _who(reference: Reference, able: frozenset[str]) -> str:
    who = handling(reference, able)
    return _code(reference.codemod) if who is Handling.REWRITE else who.value


def _skipped(report: Report) -> Iterator[str]:
    if not report.skipped:
        return
    incomplete = sum(skipped.incomplete for skipped in report.skipped)
    warning = f", **{incomplete:,} of them make this report incomplete**" if incomplete else ""
    yield from (f"### Not scanned in full: {plural(len(report.skipped), 'file')}{warning}", "", "| File | Why |", "|---|---|")
    for skipped in sorted(report.skipped, key=lambda skipped: not skipped.incomplete)[:_SKIPPED]:
        reason = _plain(clip(skipped.reason, 300))
        yield f"| {_code(str(skipped.path))} | {f'**{reason}**' if skipped.incomplete else reason} |"
    yield from _more(len(report.skipped) - _SKIPPED, "file")
    yield ""


def _remarks(report: Report) -> Iterator[str]:
    if report.remarks:
        yield from ("### Remarks", "")
    for remark in report.remarks[:_SKIPPED]:
        place = _code(f"{remark.path}:{remark.line}" if remark.line else str(remark.path))
        yield f"- {place} {_plain(clip(remark.message, 300))} ({_code(remark.rule)})"
    yield from _more(len(report.remarks) - _SKIPPED, "remark")
    if report.remarks:
        yield ""


def _more(count: int, noun: str) -> Iterator[str]:
    if count > 0:
        yield from ("", f"… and {plural(count, f'more {noun}')}")


def _code(text: str) -> str:
    return f"<code>{_plain(clip(text, 300))}</code>"


def _prose(text: str) -> str:
    return "".join(_code(part) if code else _plain(part) for part, code in spans(text))


def _plain(text: str) -> str:
    return visible(text).translate(_SPECIAL)
