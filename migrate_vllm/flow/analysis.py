"""From the files that name Ollama to all that its values reach: which files to lower, in rounds, until nothing new is reached. Pure:
files are read by what is passed in.

The files that say Ollama are lowered first. A file is *reached* when some value of it plays a role; then what it imports is
lowered, and every file that imports it, or that asks a route it serves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from migrate_vllm.facts.endpoints import NATIVE_PATHS
from migrate_vllm.flow.calling import call
from migrate_vllm.flow.component import lower_component
from migrate_vllm.flow.engine import Engine, Found, Unit
from migrate_vllm.flow.form import Form, Place
from migrate_vllm.flow.loading import load
from migrate_vllm.flow.mocking import is_test, mocks
from migrate_vllm.flow.modules import Modules
from migrate_vllm.flow.python import lower_python
from migrate_vllm.flow.python.notebook import lower_notebook
from migrate_vllm.flow.reach import Bearing, Given, asked_places
from migrate_vllm.flow.reading import Reading, read
from migrate_vllm.flow.script import lower_script
from migrate_vllm.flow.serving import handle, route_of, segments
from migrate_vllm.flow.tools import unknown_calls
from migrate_vllm.flow.values import Spot, Thing
from migrate_vllm.languages import language_of
from migrate_vllm.sites.spans import line_starts

_LOWER: Mapping[str, Callable[[bytes], Form]] = {
    "python": lower_python, "notebook": lower_notebook,
    **{language: lambda data, language=language: lower_script(data, language) for language in ("javascript", "typescript", "tsx")},  # type: ignore[misc]
    **{language: lambda data, language=language: lower_component(data, language) for language in ("vue", "svelte", "html")},  # type: ignore[misc]
}  # fmt: skip
LANGUAGES = frozenset(_LOWER)
_ROUNDS = 8
_MOST_UNITS = 3_000
_MOST_BYTES = 1_500_000
"""of a file that is lowered"""
_LIMIT = 300_000
"""characters that are lowered of files that don't say Ollama, beside as many as those that do have"""
_IMPORTS = {
    "python": re.compile(r"^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^#\n]+)|^[ \t]*import[ \t]+([\w., \t]+)", re.MULTILINE),
    "script": re.compile(r"""(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"\n]{1,200})['"]"""),
}
_SHARED = re.compile(r"(^|/)(composables|utils|stores|shared)/")
"""folders whose exports Nuxt imports by itself"""
_ASKS = re.compile(r"fetch|axios|http|request|\bky\b|\bgot\b|\.(?:get|post)\(", re.IGNORECASE)
_NAMELESS = frozenset({"default", "=", "*"})
"""exports that whoever imports them gives a name of his own"""
_STAR = re.compile(r"export\s*\*|import\s*\*")
_HANDLERS = frozenset({"default", "GET", "POST", "PUT", "PATCH", "DELETE"})
"""exports of a file that serve the route of its place"""


@dataclass(frozen=True, slots=True)
class Files:
    """What the analysis may ask of the repository."""

    read: Callable[[PurePosixPath], str | None]
    mentioning: Callable[[frozenset[str], Iterable[PurePosixPath]], Iterable[tuple[PurePosixPath, str]]]
    """programs whose text holds one of the words, with it; where to look when there are very many"""


class Analysis:
    """The flow of one repository. `run` once; then ask."""

    def __init__(self, files: Files, modules: Modules, framework: Callable[[str, str, str], bool]) -> None:
        self._files, self._modules = files, modules
        self.engine = Engine(call, self._open, framework)
        self.texts: dict[PurePosixPath, str] = {}
        """of the files that were lowered"""
        self._lines: dict[PurePosixPath, list[int]] = {}
        self._opened: dict[PurePosixPath, Thing] = {}
        self._expanded: dict[PurePosixPath, frozenset[str]] = {}
        """names whose importers were looked for"""
        self._asked: set[str] = set()
        self._read = 0
        self._limit = _LIMIT
        self.unread: PurePosixPath | None = None
        """the first file that was reached when too much had been read"""
        self._seeds: frozenset[PurePosixPath] = frozenset()
        """files that say Ollama themselves"""

    def run(self, seeds: Sequence[tuple[PurePosixPath, str]]) -> tuple[Found, ...]:
        """Everything that Ollama's values reach from the files given, with their texts."""
        self._seeds = frozenset(path for path, _ in seeds)
        self._limit = _LIMIT + sum(len(text) for _, text in seeds)
        for path, text in seeds:
            self._load(path, text)
        for _ in range(_ROUNDS):
            self.engine.graph.run()
            unknown_calls(self.engine)
            self.engine.graph.run()
            before = len(self.engine.units)
            self._widen()
            if len(self.engine.units) == before:
                break
        for unit in tuple(self.engine.units.values()):
            if is_test(unit.path) and (unit.path in self._expanded or unit.path in self._seeds):
                mocks(self.engine, unit)
        self.engine.graph.run()
        return tuple(self.engine.found.values())

    def line_of(self, spot: Spot) -> int:
        """1-based."""
        if spot.path not in self._lines:
            self._lines[spot.path] = line_starts(self.texts[spot.path].encode("utf-8", "replace"))
        return bisect_right(self._lines[spot.path], spot.at[0])

    # -- files

    def _open(self, unit: Unit, module: str) -> Thing | None:
        path = self._modules.resolve(unit.path, module)
        if path is None:
            return None
        return self._module(path)

    def _module(self, path: PurePosixPath) -> Thing:
        if path not in self._opened:
            self._opened[path] = Thing("module", Spot(path, (0, 0)))
        return self._opened[path]

    def _load(self, path: PurePosixPath, text: str | None = None) -> None:
        if path in self.engine.units or len(self.engine.units) >= _MOST_UNITS:
            return
        text = self._files.read(path) if text is None else text
        language = language_of(path, (text or "")[:200].partition("\n")[0])
        if text is None or language not in _LOWER or len(text) > _MOST_BYTES:
            return
        if path not in self._seeds:
            self._read += len(text)
            if self._read > self._limit:
                self.unread = self.unread or path
                return
        self.texts[path] = text
        module = self._module(path)
        unit = load(self.engine, path, language, _LOWER[language](text.encode("utf-8", "replace")), module)
        self._answer_waiting(unit)
        self._serve(unit)

    def _answer_waiting(self, unit: Unit) -> None:
        """Names that others asked of the module before it was there, and those that it only passes on."""
        for name, target in self.engine.wanted.pop(unit.module, ()):
            read(self.engine, Reading(target, target, name, Spot(unit.path, (0, 0))), unit.module)

    def _serve(self, unit: Unit) -> None:
        if unit.is_script and (path := self._modules.route(unit.path)) is not None:
            route = route_of(self.engine, path, Spot(unit.path, (0, 0)))
            if route is not None:
                for name in sorted(_HANDLERS & unit.form.exports.keys()):
                    handle(self.engine, route, unit.base + unit.form.exports[name])

    # -- rounds

    def _widen(self) -> None:
        asked = asked_places(self.engine)
        self._load_wanted(asked)
        self._reexports()
        self._load_importers(asked)
        self._load_askers()
        self._automatic()
        if self.engine.asks_nuxt:
            self._load_nuxt()

    def _load_wanted(self, asked: set[Place]) -> None:
        """Modules whose values go to Ollama, or whose functions are called with something of it."""
        for module, wanted in tuple(self.engine.wanted.items()):
            if module.spot is not None and any(target in asked for _, target in wanted):
                self._load(module.spot.path)

    def _reexports(self) -> None:
        """Names that a module doesn't have itself, but takes from others as a whole."""
        for module, wanted in tuple(self.engine.wanted.items()):
            unit = self.engine.units.get(module.spot.path) if module.spot else None
            sources = [self._open(unit, name) for name in unit.form.reexports] if unit else []
            for source in filter(None, sources):
                self._load(source.spot.path if source.spot else PurePosixPath())
                for name, target in wanted:
                    if name in source.fields:
                        self.engine.graph.link(source.fields[name], target)

    def _load_importers(self, asked: set[Place]) -> None:
        """Files that import, by name, what bears something of Ollama's; and those that pass on all that such a file has."""
        bears = Bearing(self.engine, asked)
        bearing = {unit.path: new for unit in tuple(self.engine.units.values()) if (new := self._new_names(unit, bears))}
        if not bearing:
            return
        shared = {name for path, found in bearing.items() if _SHARED.search(str(path)) and self.engine.units[path].is_script for name in found}
        for path, text in self._files.mentioning(frozenset(map(_stem, bearing)) | shared, frozenset(bearing)):
            if path in self.engine.units:
                continue
            star = _STAR.search(text) is not None
            wanted = frozenset(each for each, names in bearing.items() if star or names & _NAMELESS or any(name in text for name in names))
            if wanted and (self._imports_one(path, text, wanted) or self._uses_one(path, text, shared, wanted)):
                self._load(path, text)

    def _new_names(self, unit: Unit, bears: Bearing) -> frozenset[str]:
        """Names that bear something and whose importers weren't looked for yet."""
        names = bears.names(unit)
        if any(self._modules.resolve(unit.path, module) in self._expanded for module in unit.form.reexports):
            names |= {"*"}
        known = self._expanded.get(unit.path, frozenset())
        if names - known:
            self._expanded[unit.path] = known | names
        return names - known

    def _uses_one(self, path: PurePosixPath, text: str, names: Iterable[str], wanted: frozenset[PurePosixPath]) -> bool:
        """Nuxt imports what a composable or a utility exports wherever its name is used."""
        return any(name in text and not wanted.isdisjoint(self._modules.automatic(path, name)) for name in names)

    def _imports_one(self, path: PurePosixPath, text: str, wanted: frozenset[PurePosixPath]) -> bool:
        return any(self._modules.resolve(path, module) in wanted for module in imported_modules(path, text))

    def _load_askers(self) -> None:
        """Programs that ask a route by whose answer Ollama's shape gets out."""
        given = Given(self.engine)
        words = frozenset(word for route in self.engine.routes if given.holds(route.answer, 3) and (word := self._asked_by(route.path)))
        if self.engine.proxied:
            words |= NATIVE_PATHS
        new = words - self._asked
        self._asked |= new
        for path, text in self._files.mentioning(new, tuple(self.engine.units)) if new else ():
            if _ASKS.search(text):
                self._load(path, text)

    def _asked_by(self, path: str) -> str:
        static = [part for part in segments(path) if part != "*"]
        return f"/{static[-1]}" if static else ""

    def _load_nuxt(self) -> None:
        """The configuration that Nuxt hands out at run time."""
        for folder in sorted({folder for path in self.engine.units for folder in path.parents if self.engine.graph.once("nuxt", folder)}):
            for suffix in ("ts", "js", "mjs"):
                self._load(folder / f"nuxt.config.{suffix}")

    def _automatic(self) -> None:
        waiting, self.engine.automatic = self.engine.automatic, []
        for unit, name, target in waiting:
            for path in self._modules.automatic(unit.path, name) if unit.is_script else ():
                self._load(path)
                if (found := self.engine.units.get(path)) is not None and name in found.module.fields:
                    self.engine.graph.link(found.module.fields[name], target)


def _stem(path: PurePosixPath) -> str:
    return path.parent.name if path.stem in ("__init__", "index") and path.parent.name else path.name.partition(".")[0]


def imported_modules(path: PurePosixPath, text: str) -> Iterator[str]:
    """The modules of a file's import statements, as written; for Python also those that its names may be."""
    if path.suffix not in (".py", ".pyi", ".ipynb"):
        yield from (match[1] for match in _IMPORTS["script"].finditer(text))
        return
    for match in _IMPORTS["python"].finditer(text):
        if match[3]:
            yield from (part.split()[0] for part in match[3].split(",") if part.split())
            continue
        yield match[1]
        for name in re.findall(r"(\w+)(?:\s+as\s+\w+)?", match[2]):
            yield f"{match[1]}{name}" if match[1].endswith(".") else f"{match[1]}.{name}"

