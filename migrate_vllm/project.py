"""What the repository calls itself, learned from its manifests. Pure."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from migrate_vllm.codemods import Owners
from migrate_vllm.words import own_name_pattern


class Modules:
    """Names of the repository's own folders and source files, without suffix: the roots of its own imports.

    Collected when first asked for, since few runs ask and there may be many files."""

    def __init__(self, paths: Sequence[bytes]) -> None:
        self._paths = paths

    def __contains__(self, name: object) -> bool:
        return name in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        parts = {part for path in self._paths for part in path.split(b"/")}
        return frozenset(part.partition(b".")[0].decode("utf-8", "replace") for part in parts)


@dataclass(frozen=True, slots=True)
class Project:
    """What the scan of one file has to know of the whole repository."""

    owners: Owners
    own_names: re.Pattern[str] | None = None
    modules: Container[str] = frozenset()

    @classmethod
    def of(cls, owners: Owners, modules: Container[str], manifests: Mapping[PurePosixPath, str], names: Iterable[str] = ()) -> Project:
        """`manifests`: text of those files that `is_manifest`; `names`: further names, from configuration or the remote."""
        found = {name for path, text in manifests.items() for name in names_in(path, text)}
        return cls(owners, own_name_pattern({*found, *names}), modules)


Reader = Callable[[str], Iterable[object]]

_DEEPEST = 3
"""path parts of a manifest that may name the product: `package.json`, `frontend/package.json`, `apps/web/package.json`"""


def is_manifest(path: PurePosixPath) -> bool:
    return path.name in _READERS and len(path.parts) <= _DEEPEST


def names_in(path: PurePosixPath, text: str) -> Iterator[str]:
    """The names that a manifest gives to the project, none when it can't be read."""
    try:
        yield from (name for name in _READERS[path.name](text) if isinstance(name, str))
    except (ValueError, KeyError, AttributeError, TypeError):
        return


def _from_json(text: str) -> Iterator[object]:
    content = json.loads(text)
    yield content.get("name")
    repository = content.get("repository")
    url = repository.get("url") if isinstance(repository, dict) else repository
    if isinstance(url, str):
        yield re.sub(r"\.git$", "", url).rsplit("/", 1)[-1]


def _from_toml(text: str) -> Iterator[object]:
    content = tomllib.loads(text)
    tables = (content.get("project"), content.get("tool", {}).get("poetry"), content.get("package"), content)
    yield from (table.get("name") for table in tables if isinstance(table, dict))


def _by_pattern(pattern: str) -> Reader:
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda text: (match.group(1) for match in compiled.finditer(text))


_READERS: Mapping[str, Reader] = {
    "package.json": _from_json,
    "composer.json": _from_json,
    "pyproject.toml": _from_toml,
    "Cargo.toml": _from_toml,
    "wrangler.toml": _from_toml,
    "setup.cfg": _by_pattern(r"^name\s*=\s*(\S+)"),
    "setup.py": _by_pattern(r"\bname\s*=\s*[\"']([^\"']+)"),
    "go.mod": _by_pattern(r"^module\s+(\S+)"),
    "pubspec.yaml": _by_pattern(r"^name:\s*(\S+)"),
    "Chart.yaml": _by_pattern(r"^name:\s*(\S+)"),
}
