"""The commands: settings → stages → output → exit. Nothing heavy is imported before a command runs.

Exit codes: 0 nothing left, 1 references left, 2 usage or configuration, 3 nothing to scan, 4 the answer is incomplete.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from migrate_vllm import __version__
from migrate_vllm.errors import MigrateError

app = typer.Typer(
    name="migrate-vllm", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Move a repository from Ollama to vLLM: find everything that must change.",
    epilog="`migrate-vllm explain` lists what can be explained. Exit codes: 0 nothing left, 1 references left, 2 usage, 3 nothing to scan, 4 incomplete.",
)  # fmt: skip

_Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error of the program's own.")]
"""read by `main`, which sees errors that no command does"""


def _version(wanted: bool) -> None:
    if wanted:
        print(f"migrate-vllm {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None: ...


@app.command()
def audit(
    path: Annotated[Path, typer.Argument(help="Folder or file to look at.")] = Path(),
    formats: Annotated[list[str], typer.Option("--format", "-f", metavar="NAME[=FILE]", help="text, json, sarif, github, gitlab, junit, rdjson, markdown or html; may be repeated, to a file each.")] = ["text"],  # noqa: B006
    include: Annotated[list[str], typer.Option(metavar="GLOB", help="Look only at these files; may be repeated.")] = [],  # noqa: B006
    exclude: Annotated[list[str], typer.Option(metavar="GLOB", help="Don't look at these files; may be repeated.")] = [],  # noqa: B006
    changed_since: Annotated[str, typer.Option(metavar="REV", help="Look only at files that changed since this git revision.")] = "",
    staged: Annotated[bool, typer.Option("--staged", help="Look only at what the next commit would change, as it would commit it.")] = False,
    fail_on: Annotated[str, typer.Option(metavar="NEED", help="Exit 1 when such references are left: change (and decide), text (also prose), never.")] = "",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 when references are left.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="Also list what stays (keep) and what is exempted.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="The summary alone.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Counts by kind and need instead of places.")] = False,
    all_lines: Annotated[bool, typer.Option("--all-lines", help="Fold nothing.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Show how what doesn't say Ollama comes from it: the way of the value, step by step.")] = False,
    survey: Annotated[bool, typer.Option("--survey", help="Instead of places: what the repository uses of Ollama, what of it vLLM has, which servers it needs.")] = False,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Don't count what this file lists.")] = None,
    write_baseline: Annotated[bool, typer.Option("--write-baseline", help="Write what is found now to the baseline.")] = False,
    prune_baseline: Annotated[bool, typer.Option("--prune-baseline", help="Take what is gone out of the baseline.")] = False,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Configuration file instead of migrate-vllm.toml or pyproject.toml.")] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Read no configuration file.")] = False,
    max_size: Annotated[int, typer.Option(metavar="BYTES", show_default=False, help="Match larger files as text instead of parsing them.  [default: 5000000]")] = 0,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", show_default=False, help="Processes to search with.  [default: as many as help]")] = 0,
    debug: _Debug = False,  # noqa: ARG001
) -> None:  # fmt: skip
    """Find everything that refers to Ollama. Exits 1 while references are left."""
    from migrate_vllm.command import Request, run_audit

    request = Request(
        path=path, formats=tuple(formats), include=tuple(include), exclude=tuple(exclude), changed_since=changed_since, staged=staged,
        fail_on=fail_on, exit_zero=exit_zero, show_all=show_all, quiet=quiet, statistics=statistics, all_lines=all_lines, why=why, survey=survey,
        baseline=baseline, write_baseline=write_baseline, prune_baseline=prune_baseline, config=config, no_config=no_config,
        max_size=max_size, jobs=jobs,
    )  # fmt: skip
    raise typer.Exit(run_audit(request, sys.stdout, sys.stderr, os.environ))


@app.command(context_settings={"ignore_unknown_options": True})
def explain(
    name: Annotated[str, typer.Argument(help="A kind, a codemod, an option, an endpoint, a variable, a command or a model.")] = "",
    debug: _Debug = False,  # noqa: ARG001
) -> None:
    """Tell what becomes of a thing of Ollama's, and why. Without a name: list what can be asked."""
    from migrate_vllm.codemods import load
    from migrate_vllm.explain import catalogue, explain, suggestions

    codemods = load()
    text = explain(name, codemods) if name else catalogue(codemods)
    if text is None:
        near = ", ".join(suggestions(name, codemods))
        raise MigrateError(f"Nothing is known of {name!r}." + (f" Did you mean {near}?" if near else " `migrate-vllm explain` lists all names."))
    print(text)


def run() -> NoReturn:
    """The entry point. Leaves without taking down what the system takes down anyway: on a large tree that costs more than to
    render the report."""
    try:
        main()
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = code or 1
    os._exit(code)


def main() -> NoReturn:
    """Errors for people, and no number that means two things. Raises SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # they are text streams here
    try:
        app()
    except MigrateError as error:
        _leave(2, f"error: {error}")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _leave(0, "")
    except Exception as error:  # noqa: BLE001  # the one place: a bug of ours is told as one
        if "--debug" in sys.argv:
            import traceback

            traceback.print_exc()
        _leave(4, f"internal error: {type(error).__name__}: {error}\nThis is a bug of migrate-vllm. --debug shows where.")
    raise SystemExit(0)


def _leave(code: int, message: str) -> NoReturn:
    if message:
        print(message, file=sys.stderr)
    raise SystemExit(code)
