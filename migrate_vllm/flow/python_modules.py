"""Which file of the repository a Python import leads to. Pure.

Nobody tells us `sys.path`, so it is guessed, nearest first: the importer's folder and those above it (but no folder that
is itself a package: Python doesn't search those), what a pyproject.toml declares, and folders that are by custom such
roots. A guess never hides a module of the standard library or a required package; a file beside a script does, as in Python.
The last guess is a package that is run from within (`cd backend && uvicorn main:app`), where requirements are listed at all."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from migrate_vllm.flow.python_settings import PythonSettings
from migrate_vllm.flow.repository import Repository, above, parent, under

_MODULE = re.compile(r"(\.*)([^\W\d]\w*(?:\.[^\W\d]\w*)*)?")
_RELATIVE = re.compile(r"^[ \t]*from[ \t]+\.", re.MULTILINE)
_PROGRAMS = ("main.py", "app.py", "server.py", "manage.py", "run.py")
_CUSTOMARY = ("src", "lib", "backend", "app", "python")
_PACKAGE = ("/__init__.py", "/__init__.pyi")
_FILES = ("/__init__.py", ".py", "/__init__.pyi", ".pyi")


@dataclass(frozen=True, slots=True)
class _Roots:
    """The folders in which a module is looked for, surest first."""

    stated: tuple[str, ...]
    """by where the importer stands, or by a pyproject.toml"""
    customary: tuple[str, ...]
    run_within: tuple[str, ...]
    """packages that hold a program which is written as if it weren't in one"""


class PythonModules:
    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._settings = PythonSettings(repository)
        self._by_chance: dict[str, bool] = {}
        self._known_roots: dict[str, _Roots] = {}

    def resolve(self, importer: str, module: str) -> str | None:
        match = _MODULE.fullmatch(module)
        if not match:
            return None
        dots, name = match.groups("")
        if dots:
            return self._relative(parent(importer), len(dots) - 1, name)
        found = self._absolute(parent(importer), name.split(".")) if name else None
        return None if found and self._is_called_by_chance(found, name) else found

    def _is_called_by_chance(self, path: str, name: str) -> bool:
        """A file ollama.py that itself says `import ollama`: it can't mean itself, so that name is the package's everywhere."""
        if path.rpartition("/")[2] != f"{name}.py":
            return False
        if path not in self._by_chance:
            own_name = rf"^[ \t]*(?:from|import)[ \t]+{name}\b"
            self._by_chance[path] = bool(re.search(own_name, self._repository.text(path), re.MULTILINE))
        return self._by_chance[path]

    def _relative(self, folder: str, up: int, name: str) -> str | None:
        for _ in range(up):
            if not folder:
                return None
            folder = parent(folder)
        return self._find(folder, name.replace(".", "/"), _FILES if name else _PACKAGE)

    def _absolute(self, folder: str, parts: Sequence[str]) -> str | None:
        own = () if self._is_package(folder) else (folder,)
        installed = parts[0] in self._settings.installed
        if parts[0] in sys.stdlib_module_names or (installed and len(parts) == 1):
            return self._regular(own, parts)
        roots = self._roots(folder)
        stated = roots.stated
        made_here = self._settings.own.get(parts[0])
        if made_here is not None:
            stated = (*stated, made_here, under(made_here, "src"), *self._settings.roots.get(made_here, ()))
        if installed:
            return self._regular(stated, parts)
        guessed = (roots.customary, roots.run_within if self._settings.installed else ())
        return next((found for group in (stated, *guessed) if (found := self._anywhere(group, parts))), None)

    def _anywhere(self, roots: Sequence[str], parts: Sequence[str]) -> str | None:
        """A package with an `__init__` goes before a bare folder of the same name, even if that is nearer: so does Python."""
        return self._regular(roots, parts) or self._first(roots, parts)

    def _regular(self, roots: Iterable[str], parts: Sequence[str]) -> str | None:
        holders = roots if len(parts) == 1 else [root for root in roots if self._find(root, parts[0], _PACKAGE)]
        return self._first(holders, parts)

    def _first(self, roots: Iterable[str], parts: Sequence[str]) -> str | None:
        inner = "/".join(parts)
        return next((found for root in roots if (found := self._find(root, inner, _FILES))), None)

    def _find(self, root: str, inner: str, endings: Iterable[str]) -> str | None:
        base = "/".join(part for part in (root, inner) if part)
        candidates = ((base + ending).lstrip("/") for ending in endings)
        return next((path for path in candidates if path in self._repository), None)

    def _is_package(self, folder: str) -> bool:
        return self._find(folder, "", _PACKAGE) is not None

    def _is_program(self, folder: str) -> bool:
        """Holds a program that names its neighbours as if their folder were no package."""
        programs = (under(folder, name) for name in _PROGRAMS)
        return any(path in self._repository and not _RELATIVE.search(self._repository.text(path)) for path in programs)

    def _roots(self, folder: str) -> _Roots:
        if folder not in self._known_roots:
            levels = list(above(folder))
            packages = [level for level in levels if self._is_package(level)]
            stated = [level for level in levels if level not in packages]
            stated += [root for level in levels for root in self._settings.roots.get(level, ())]
            guesses = (under(level, name) for level in levels for name in _CUSTOMARY)
            customary = (guess for guess in guesses if guess in self._repository.folders and not self._is_package(guess))
            run_within = (level for level in packages if self._is_program(level))
            self._known_roots[folder] = _Roots(tuple(dict.fromkeys(stated)), tuple(customary), tuple(run_within))
        return self._known_roots[folder]
