"""The configuration file, flags on top of it, and the baseline file. Touches the disk.

`[tool.migrate-vllm]` in pyproject.toml, or migrate-vllm.toml with the same keys on top: in the scanned folder, or in the nearest folder above it
that has one, up to the root of the git work tree.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from migrate_vllm import config_values as values
from migrate_vllm.baseline import Baseline, format_baseline, parse_baseline
from migrate_vllm.config_values import WrongValueError, read, refuse_unknown
from migrate_vllm.gate import FailOn
from migrate_vllm.keep_rules import KeepRule
from migrate_vllm.model import MigrateError

OWN_FILE = "migrate-vllm.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = "migrate-vllm"
_KEYS = ("include", "exclude", "max-size", "fail-on", "own-names", "keep", "baseline", "jobs", "models")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration file says, or flags on top of it. The defaults are those of a repository without either."""

    include: tuple[str, ...] = ()
    """patterns as in .gitignore"""
    exclude: tuple[str, ...] = ()
    max_size: int = 5_000_000
    """bytes"""
    fail_on: FailOn = FailOn.CHANGE
    own_names: tuple[str, ...] = ()
    """names that are the project's own, besides those that its manifests say"""
    keep: tuple[KeepRule, ...] = ()
    baseline: Path | None = None
    jobs: int = 0
    """0: as many as help"""
    models: tuple[tuple[str, str], ...] = ()
    """Ollama tag and the name that vLLM serves it under"""
    source: Path | None = None
    """the file that says so"""


def load_settings(path: Path, config: Path | None = None) -> Settings:
    """The settings for a folder or file to scan: of `config`, or of the nearest file that has any. Raises MigrateError."""
    if config is not None:
        if not config.is_file():
            raise MigrateError(f"The configuration file {config} doesn't exist.")
        return _settings(config, _document(config))
    for file in _candidates(path):
        if (document := _document(file)) is not None:
            return _settings(file, document)
    return Settings()


def with_flags(
    settings: Settings,
    *,
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    max_size: int = 0,
    fail_on: str = "",
    baseline: Path | None = None,
    jobs: int = 0,
) -> Settings:
    """Flags win; one that wasn't given is empty or 0. `exclude` adds to the file's. Raises MigrateError."""
    flags = {"--max-size": max_size, "--fail-on": fail_on, "--jobs": jobs}
    given = {flag: value for flag, value in flags.items() if value}
    try:
        return replace(
            settings,
            include=include or settings.include,
            exclude=(*settings.exclude, *exclude),
            max_size=read(given, "--max-size", values.size, settings.max_size),
            fail_on=read(given, "--fail-on", values.fail_on, settings.fail_on),
            baseline=baseline or settings.baseline,
            jobs=read(given, "--jobs", values.count, settings.jobs),
        )
    except WrongValueError as error:
        raise MigrateError(str(error)) from None


def source_name(settings: Settings, root: Path) -> PurePosixPath:
    """The configuration file as a report names it: relative to the scanned folder."""
    source = settings.source or root / OWN_FILE
    return PurePosixPath(Path(os.path.relpath(source.resolve(), root.resolve())).as_posix())


def read_baseline(file: Path) -> Baseline:
    """Raises MigrateError when it is missing, unreadable or no baseline."""
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        raise MigrateError(f"The baseline {file} doesn't exist. Write it with --write-baseline.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise MigrateError(f"The baseline {file} can't be read: {error}.") from None
    return parse_baseline(text, str(file))


def write_baseline(file: Path, baseline: Baseline) -> None:
    """Whole or not at all."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(format_baseline(baseline), "utf-8", newline="\n")
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise MigrateError(f"The baseline {file} can't be written: {error.strerror}.") from None


def _candidates(path: Path) -> Iterator[Path]:
    start = path.resolve()
    folder = start.parent if start.is_file() else start
    for above in _up_to_git_root(folder):
        yield from (file for name in (OWN_FILE, SHARED_FILE) if (file := above / name).is_file())


def _up_to_git_root(folder: Path) -> tuple[Path, ...]:
    """The folder alone when it isn't in a git work tree: what lies above it is none of its business."""
    chain = (folder, *folder.parents)
    root = next((index for index, above in enumerate(chain) if (above / ".git").exists()), 0)
    return chain[: root + 1]


def _document(file: Path) -> Mapping[str, object] | None:
    """The keys that are ours; None when a pyproject.toml has none."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        if file.name == SHARED_FILE and _TABLE not in text:
            return None  # whatever else is wrong with it
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MigrateError(f"{file} is not TOML: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise MigrateError(f"The configuration file {file} can't be read: {error}.") from None
    return _own_table(document, file)


def _own_table(document: Mapping[str, object], file: Path) -> Mapping[str, object] | None:
    tool = document.get("tool")
    if not isinstance(tool, dict) or _TABLE not in tool:
        return None if file.name == SHARED_FILE else document
    if not isinstance(tool[_TABLE], dict):
        raise MigrateError(f"{file}: `tool.{_TABLE}`: expected a table, not {tool[_TABLE]!r}")
    return dict(tool[_TABLE])


def _settings(file: Path, document: Mapping[str, object] | None) -> Settings:
    if document is None:
        raise MigrateError(f"{file} has no [tool.{_TABLE}] table.")
    try:
        refuse_unknown(document, _KEYS)
        return _read_settings(file, document)
    except WrongValueError as error:
        raise MigrateError(f"{file}: {error}") from None


def _read_settings(file: Path, document: Mapping[str, object]) -> Settings:
    baseline = read(document, "baseline", values.string, "")
    return Settings(
        include=read(document, "include", values.strings, ()),
        exclude=read(document, "exclude", values.strings, ()),
        max_size=read(document, "max-size", values.size, Settings().max_size),
        fail_on=read(document, "fail-on", values.fail_on, FailOn.CHANGE),
        own_names=read(document, "own-names", values.strings, ()),
        keep=read(document, "keep", values.keep, ()),
        baseline=file.parent / baseline if baseline else None,
        jobs=read(document, "jobs", values.count, 0),
        models=read(document, "models", values.string_pairs, ()),
        source=file,
    )
