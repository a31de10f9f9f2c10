"""What a command does with what it was asked: settings → report → exemptions → formats → exit code. Touches the disk.

Apart from `cli`, so that `--help` and `--version` import none of it.
"""

from __future__ import annotations

import difflib
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from migrate_vllm.background import Background
from migrate_vllm.baseline import apply_baseline, baseline_of, prune
from migrate_vllm.config import (
    OWN_FILE,
    Settings,
    load_settings,
    read_baseline,
    source_name,
    with_flags,
    write_baseline,
)
from migrate_vllm.discover import Discovery, Target, discover
from migrate_vllm.errors import MigrateError
from migrate_vllm.facts.needles import NEEDLES
from migrate_vllm.gate import Policy, verdict
from migrate_vllm.keep_rules import apply_keep_rules
from migrate_vllm.model import Report
from migrate_vllm.report import RENDERERS, Options, render

if TYPE_CHECKING:
    from migrate_vllm.implied import Flow

DEFAULT_BASELINE = "migrate-vllm-baseline.json"
_PIPED_WIDTH = 110
_PATIENCE = 1.0
"""seconds before a progress bar is shown"""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line; empty values weren't given."""

    path: Path
    formats: tuple[str, ...] = ("text",)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    changed_since: str = ""
    staged: bool = False
    fail_on: str = ""
    exit_zero: bool = False
    show_all: bool = False
    quiet: bool = False
    statistics: bool = False
    all_lines: bool = False
    why: bool = False
    survey: bool = False
    baseline: Path | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    config: Path | None = None
    no_config: bool = False
    max_size: int = 0
    jobs: int = 0

    @property
    def partial(self) -> bool:
        """Only some files are looked at, so that what isn't found may be there all the same."""
        return bool(self.changed_since or self.staged or self.include or self.exclude)


def run_audit(request: Request, stdout: TextIO, stderr: TextIO, environ: Mapping[str, str]) -> int:
    """The exit code. Raises MigrateError for what the user has to put right."""
    outputs = tuple(_output(text) for text in request.formats)
    _check(request, outputs)
    settings = _settings(request)
    found, page = _report(_target(request, settings, outputs), settings, stderr, request.survey)
    report = _exempted(found, request, settings)
    options = _options(request, stdout, environ)
    if request.survey:
        stdout.write(page(options))
    for name, file in outputs:
        if request.survey and file is None:
            continue
        _write(render(report, name, options if file is None else replace(options, color=False, width=_PIPED_WIDTH)), file, stdout)
    decided = verdict(report, Policy(settings.fail_on, request.exit_zero))
    if decided.exit_code and outputs[0][0] != "text":
        print_line(stderr, f"migrate-vllm: {decided.reason}")
    return decided.exit_code


Page = Callable[[Options], str]


def _report(target: Target, settings: Settings, stderr: TextIO, survey: bool) -> tuple[Report, Page]:
    """The report, and the survey as a page, which is made only when it's asked for."""
    started = time.perf_counter()
    discovery = Background(lambda: discover(target, NEEDLES))
    # Imported while git searches: the scan and the codemods take longer to load than a small repository to search.
    from migrate_vllm.audit import audit_with_flow
    from migrate_vllm.codemods import load

    codemods = load()
    with _progress(stderr) as progress:
        report, flow = audit_with_flow(discovery.result(), codemods, settings.own_names, progress)
    page = _survey(report, flow, discovery.result(), settings) if survey else lambda _: ""
    return replace(report, seconds=time.perf_counter() - started), page


def _survey(report: Report, flow: Flow, discovery: Discovery, settings: Settings) -> Page:
    from migrate_vllm.flow.uses import uses_of
    from migrate_vllm.report.survey import survey_page
    from migrate_vllm.survey import survey_of, words
    from migrate_vllm.survey_input import repository_of

    uses = uses_of(flow.analysis) if flow.analysis is not None else ()
    survey = survey_of(report, uses, repository_of(discovery, words(report, uses), settings.own_names))
    return lambda options: survey_page(survey, options.width, options.color)


def print_line(stream: TextIO, text: str) -> None:
    stream.write(f"{text}\n")


# -- what was asked


def _output(text: str) -> tuple[str, Path | None]:
    name, given, file = text.partition("=")
    if name not in RENDERERS:
        near = difflib.get_close_matches(name, RENDERERS, 1)
        raise MigrateError(f"--format {name!r} is none of {', '.join(RENDERERS)}." + (f" Did you mean {near[0]}?" if near else ""))
    if given and not file:
        raise MigrateError(f"--format {text!r} names no file.")
    return name, Path(file) if file else None


def _check(request: Request, outputs: tuple[tuple[str, Path | None], ...]) -> None:
    if sum(file is None for _, file in outputs) > 1:
        raise MigrateError("Only one --format can go to standard output; write the others to files: --format sarif=report.sarif.")
    if request.staged and request.changed_since:
        raise MigrateError("--staged and --changed-since exclude each other.")
    if request.partial and (request.write_baseline or request.prune_baseline):
        raise MigrateError("A baseline is made of the whole repository: leave out --staged, --changed-since, --include and --exclude.")
    if request.survey and (request.partial or any(file is None and name != "text" for name, file in outputs)):
        raise MigrateError("--survey is of the whole repository and goes to standard output: other formats go to files, and --staged and the like are left out.")
    if request.no_config and request.config:
        raise MigrateError("--config and --no-config exclude each other.")


def _settings(request: Request) -> Settings:
    found = Settings() if request.no_config else load_settings(request.path, request.config)
    settings = with_flags(
        found, include=request.include, exclude=request.exclude, max_size=request.max_size, fail_on=request.fail_on,
        baseline=request.baseline, jobs=request.jobs,
    )  # fmt: skip
    if settings.baseline is None and (request.write_baseline or request.prune_baseline):
        return replace(settings, baseline=_folder(request.path) / DEFAULT_BASELINE)
    return settings


def _target(request: Request, settings: Settings, outputs: tuple[tuple[str, Path | None], ...]) -> Target:
    """Without the files that this program reads and writes itself: they speak of Ollama by their nature."""
    root = _folder(request.path)
    own = [root / OWN_FILE, *(file for _, file in outputs if file), *([settings.baseline] if settings.baseline else ())]
    leave_out = tuple(filter(None, (_inside(root, file) for file in own)))
    return Target(
        request.path, settings.include, settings.exclude, leave_out, settings.max_size, request.changed_since, request.staged, settings.jobs,
    )  # fmt: skip


def _inside(root: Path, file: Path) -> str:
    """The file relative to the root; empty when it is outside of it."""
    try:
        return file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return ""


def _folder(path: Path) -> Path:
    return path.parent if path.is_file() else path


# -- what isn't counted


def _exempted(report: Report, request: Request, settings: Settings) -> Report:
    kept, unused = apply_keep_rules(report.references, settings.keep, source_name(settings, _folder(request.path)), partial=request.partial)
    report = replace(report, references=kept, remarks=(*report.remarks, *unused))
    if settings.baseline is None:
        return report
    if request.write_baseline:
        write_baseline(settings.baseline, baseline_of(report.references))
    baseline = read_baseline(settings.baseline)
    if request.prune_baseline:
        baseline = prune(baseline, report.references)
        write_baseline(settings.baseline, baseline)
    references, stale = apply_baseline(report.references, baseline, partial=request.partial)
    return replace(report, references=references, remarks=(*report.remarks, *stale))


# -- what is shown


def _options(request: Request, stdout: TextIO, environ: Mapping[str, str]) -> Options:
    terminal = stdout.isatty()
    dumb = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    return Options(
        show_all=request.show_all, prefix=_prefix(request.path), quiet=request.quiet, statistics=request.statistics,
        all_lines=request.all_lines, why=request.why, color=(terminal or bool(environ.get("FORCE_COLOR"))) and not dumb,
        width=shutil.get_terminal_size().columns if terminal else _PIPED_WIDTH,
    )  # fmt: skip


def _prefix(path: Path) -> str:
    """From the root of the work tree to the scanned folder: what CI services resolve paths against."""
    folder = _folder(path).resolve()
    root = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    prefix = folder.relative_to(root).as_posix()
    return "" if prefix == "." else prefix


def _write(text: str, file: Path | None, stdout: TextIO) -> None:
    if file is None:
        stdout.write(text)
        return
    try:
        file.write_text(text, "utf-8", newline="")
    except OSError as error:
        raise MigrateError(f"{file} can't be written: {error.strerror}.") from None


@contextmanager
def _progress(stderr: TextIO) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal, for runs that take longer than a moment; nothing elsewhere."""
    if not stderr.isatty():
        yield None
        return
    with ExitStack() as stack:
        yield _bar(stack, stderr, time.monotonic() + _PATIENCE)


def _bar(stack: ExitStack, stderr: TextIO, shown_from: float) -> Callable[[int, int], None]:
    update: Callable[[int, int], None] | None = None

    def progress(done: int, total: int) -> None:
        nonlocal update
        if update is None and time.monotonic() > shown_from:
            update = _rich_bar(stack, stderr, total)
        if update is not None:
            update(done, total)

    return progress


def _rich_bar(stack: ExitStack, stderr: TextIO, total: int) -> Callable[[int, int], None]:
    from rich.console import Console
    from rich.progress import Progress as Bar

    bar = stack.enter_context(Bar(console=Console(file=stderr), transient=True))
    task = bar.add_task("scanning", total=total)
    return lambda done, all_of_them: bar.update(task, completed=done, total=all_of_them)
