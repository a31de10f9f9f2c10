"""The end of the terminal report: what there is to do and who does it, most pressing first. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.text import Text

from migrate_vllm.model import Need, Reference, Report
from migrate_vllm.report.options import Options
from migrate_vllm.report.safe import clip, visible
from migrate_vllm.report.selection import (
    MEANING,
    NEEDS,
    Handling,
    count_files,
    handling,
    kind_of,
    kinds_said,
    nothing_open,
    plural,
    rewriters,
)
from migrate_vllm.report.text_excerpt import STYLES
from migrate_vllm.report.way import by_flow

_DECISIONS = 8
_REMARKS = 5


def summary(report: Report, options: Options) -> Iterator[Text]:
    yield from _headline(report, options)
    able = rewriters(report)
    for need in (Need.CHANGE, Need.DECIDE, Need.TEXT):
        own = [reference for reference in report.open if reference.need is need]
        if own:
            yield _count(len(own), need)
            yield from _parts(need, own, able, options)
    yield from _not_counted(report, options)
    yield from _incomplete(report)
    yield from _skipped(report)
    yield from _remarks(report)
    yield from _next(report, able)


def statistics(references: Iterable[Reference]) -> Iterator[Text]:
    """Kinds and needs, most pressing and most frequent first."""
    cells = Counter((reference.kind, reference.need) for reference in references)
    columns = [need for need in NEEDS if any(need is cell[1] for cell in cells)]
    rows = sorted({kind for kind, _ in cells}, key=lambda kind: ([-cells[kind, need] for need in columns], kind))
    width = max((len(visible(kind)) for kind in rows), default=0)
    yield Text.assemble(" " * (width + 2), *((f"{need.value:>9}", STYLES[need]) for need in columns))
    for kind in rows:
        numbers = "".join(f"{cells[kind, need] or '':>9}" for need in columns)
        yield Text(f"  {visible(kind):<{width}}{numbers}".rstrip())
    totals = "".join(f"{sum(n for cell, n in cells.items() if cell[1] is need):>9,}" for need in columns)
    yield Text(f"  {'all':<{width}}{totals}", "bold")
    yield Text()


def _headline(report: Report, options: Options) -> Iterator[Text]:
    yield Text("─" * min(options.width, 72), "dim")
    scanned = f"{plural(report.scanned, 'file')} scanned in {report.seconds:.1f} s"
    if not report.open:
        said = nothing_open(report)
        yield Text.assemble((said, "bold green" if said == "Nothing left" else "bold yellow"), (f"  {scanned}", "dim"))
        return
    found = f"{plural(len(report.open), 'reference')} to Ollama in {plural(count_files(report.open), 'file')}"
    yield Text.assemble((found, "bold"), (f"  {scanned}", "dim"))
    yield from _evidence(report, options)
    yield Text()


def _evidence(report: Report, options: Options) -> Iterator[Text]:
    """Lines that don't say Ollama need a word of why they are counted."""
    flow = sum(by_flow(reference) for reference in report.open)
    if flow:
        unsaid = options.why or options.quiet or options.statistics
        hint = "" if unsaid else " (--why shows the way)"
        yield Text(f"{len(report.open) - flow:,} by name, {flow:,} by flow: values that come from Ollama{hint}", "dim")


def _count(count: int, need: Need) -> Text:
    return Text.assemble((f"{count:>6,}  {need.value:<8}", STYLES[need]), MEANING[need])


def _parts(need: Need, own: list[Reference], able: frozenset[str], options: Options) -> Iterator[Text]:
    match need:
        case Need.CHANGE:
            yield from _changes(own, able)
        case Need.DECIDE:
            yield from _decisions(own, options)
        case _:
            yield Text(f"{'':16}{kinds_said(own, 6)}", "dim")


def _changes(own: list[Reference], able: frozenset[str]) -> Iterator[Text]:
    """A line a codemod that rewrites, biggest first; then what is left to people."""
    automatic = Counter(r.codemod for r in own if handling(r, able) is Handling.REWRITE)
    for codemod, count in automatic.most_common():
        yield _part(
            count, f"rewritten by {visible(codemod)}: {kinds_said((r for r in own if r.codemod == codemod), 6)}"
        )
    rest = [reference for reference in own if handling(reference, able) is Handling.HAND]
    if rest:
        yield _part(len(rest), f"by hand: {kinds_said(rest, 6)}")


def _decisions(own: list[Reference], options: Options) -> Iterator[Text]:
    """One line for each thing to decide on, however often it stands there."""
    things: dict[tuple[str, str], list[Reference]] = {}
    for reference in own:
        things.setdefault((reference.kind, reference.text), []).append(reference)
    ordered = sorted(things.items(), key=lambda item: -len(item[1]))
    for (kind, text), places in ordered[:_DECISIONS]:
        said = f"{visible(clip(text, 40))} ({kind_of(kind).title.lower()})"
        yield _part(len(places), said + _places(places, options.width - len(said) - 16))
    rest = sum(len(places) for _, places in ordered[_DECISIONS:])
    if rest:
        yield _part(rest, f"{plural(len(ordered) - _DECISIONS, 'other decision')}")


def _places(own: list[Reference], room: int) -> str:
    """As many places as fit, two at most; how many files, if not even one fits."""
    places = [f"{visible(str(reference.path))}:{reference.region.line}" for reference in own]
    for shown in (2, 1):
        more = f" and {len(places) - shown:,} more" if len(places) > shown else ""
        said = f": {', '.join(places[:shown])}{more}"
        if len(said) <= room:
            return said
    return f" in {plural(count_files(own), 'file')}"


def _part(count: int, said: str) -> Text:
    return Text(f"{count:>14,}  {said}")


def _not_counted(report: Report, options: Options) -> Iterator[Text]:
    keep = sum(reference.need is Need.KEEP for reference in report.references)
    exempt = Counter(r.exemption.by for r in report.references if r.exemption is not None and r.need is not Need.KEEP)
    said = [f"{keep:,} to keep"] * bool(keep) + [f"{count:,} exempt by {visible(by)}" for by, count in exempt.items()]
    if said:
        yield Text()
        yield Text("Not counted: " + ", ".join(said) + ("" if options.show_all else " (--all lists them)"), "dim")


def _incomplete(report: Report) -> Iterator[Text]:
    files = [skipped for skipped in report.skipped if skipped.incomplete]
    if files:
        yield Text()
        yield Text(f"The answer is incomplete: {plural(len(files), 'file')} could not be scanned", "bold red")
    for skipped in files[:_REMARKS]:
        yield Text(f"  {visible(str(skipped.path))}: {visible(skipped.reason)}")
    yield from _more(len(files))


def _skipped(report: Report) -> Iterator[Text]:
    reasons = Counter(skipped.reason for skipped in report.skipped if not skipped.incomplete)
    if reasons:
        said = ", ".join(f"{count:,} {visible(reason)}" for reason, count in reasons.most_common(4))
        yield Text()
        yield Text(f"Not scanned in full: {plural(reasons.total(), 'file')} ({said})", "dim")


def _remarks(report: Report) -> Iterator[Text]:
    if report.remarks:
        yield Text()
        yield Text(f"{plural(len(report.remarks), 'remark')}", "bold")
    for remark in report.remarks[:_REMARKS]:
        line = f":{remark.line}" if remark.line else ""
        yield Text(f"  {visible(str(remark.path))}{line}: {visible(remark.message)} [{visible(remark.rule)}]")
    yield from _more(len(report.remarks))


def _more(count: int) -> Iterator[Text]:
    if count > _REMARKS:
        yield Text(f"  … and {count - _REMARKS:,} more (--format json lists them)", "dim")


def _next(report: Report, able: frozenset[str]) -> Iterator[Text]:
    """What to type now."""
    if any(handling(reference, able) is Handling.REWRITE for reference in report.open):
        command, what = "migrate-vllm rewrite --dry-run", "shows what would be rewritten"
    elif report.open:
        kind = _most_pressing_kind(report.open)
        command, what = f"migrate-vllm explain {visible(kind)}", "says what becomes of it and why"
    else:
        return
    yield Text()
    yield Text.assemble("Next: ", (command, "bold"), f"  {what}")


def _most_pressing_kind(references: tuple[Reference, ...]) -> str:
    need = next(need for need in NEEDS if any(reference.need is need for reference in references))
    return Counter(reference.kind for reference in references if reference.need is need).most_common(1)[0][0]
