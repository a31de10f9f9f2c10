"""What the program is written in: languages, module systems, where imports begin. Pure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from migrate_vllm.languages import language_of
from migrate_vllm.survey.nouns import Code

_PROGRAMS = frozenset(
    "python notebook javascript typescript tsx vue svelte go java csharp rust php ruby kotlin swift dart elixir scala c lua r shell".split()
)
_SCRIPTS = frozenset({"javascript", "typescript", "tsx", "vue", "svelte"})
_MOST_ROOTS = 8
_OTHERS = frozenset("node_modules site-packages .venv venv vendor dist build".split())
"""folders whose files others wrote, or a program"""


def code(paths: tuple[PurePosixPath, ...], manifests: Iterable[tuple[PurePosixPath, str]]) -> Code:
    ours = tuple(path for path in paths if not _OTHERS & set(path.parts))
    languages = Counter(language for path in ours if (language := language_of(path)) in _PROGRAMS)
    ordered = tuple(sorted(languages.items(), key=lambda item: (-item[1], item[0])))
    kept = tuple((path, text) for path, text in manifests if not _OTHERS & set(path.parts))
    return Code(ordered, tuple(dict.fromkeys(_systems(ours, frozenset(languages), kept))), tuple(sorted(set(_roots(ours, kept))))[:_MOST_ROOTS])


def _systems(paths: tuple[PurePosixPath, ...], languages: frozenset[str], manifests: tuple[tuple[PurePosixPath, str], ...]) -> Iterator[str]:
    if languages & {"python", "notebook"}:
        yield "Python"
    if not languages & _SCRIPTS:
        return
    modules = [_type(text) for _, text in manifests]
    suffixes = {path.suffix for path in paths}
    if "module" in modules or suffixes & {".mjs", ".mts", ".ts", ".tsx", ".vue", ".svelte"}:
        yield "ESM"
    if ".cjs" in suffixes or (".js" in suffixes and modules and "module" not in modules):
        yield "CommonJS"


def _type(manifest: str) -> str:
    try:
        content = json.loads(manifest)
    except ValueError:
        return ""
    return str(content.get("type", "commonjs")) if isinstance(content, dict) else ""


def _roots(paths: tuple[PurePosixPath, ...], manifests: tuple[tuple[PurePosixPath, str], ...]) -> Iterator[PurePosixPath]:
    """Folders of `package.json`, and those that hold a Python package or, where there is none above them, a module."""
    yield from (path.parent for path, _ in manifests)
    packages = {path.parent for path in paths if path.name == "__init__.py"}
    yield from (package.parent for package in packages if package.parent not in packages and package.name != "tests")
