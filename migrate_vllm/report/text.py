"""`--format text`: the report for a person at a terminal. Pure: rich writes into a string."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from migrate_vllm.model import Report
from migrate_vllm.report.options import DEFAULT, Options
from migrate_vllm.report.selection import listed, rewriters
from migrate_vllm.report.text_files import body
from migrate_vllm.report.text_summary import statistics, summary


def render(report: Report, options: Options = DEFAULT) -> str:
    """The places, then the summary: what stands last is what the reader sees first."""
    out = StringIO()
    console = _console(out, options)
    for line in _lines(report, options, console):
        console.print(line, soft_wrap=True)
    return out.getvalue()


def _lines(report: Report, options: Options, console: Console) -> Iterator[Text]:
    references = listed(report, options)
    if options.statistics and references:
        yield from statistics(references)
    elif not options.quiet:
        yield from body(references, rewriters(report), options, console)
    yield from summary(report, options)


def _console(out: StringIO, options: Options) -> Console:
    """Rich looks at no environment and guesses nothing: width and colour are the caller's."""
    return Console(
        file=out,
        width=options.width,
        color_system="standard" if options.color else None,
        force_terminal=options.color,
        no_color=not options.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
