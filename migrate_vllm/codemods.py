"""The codemods that are installed, and which of them is responsible for what. Only `load` looks at the machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from migrate_vllm.model import Codemod, MigrateError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "migrate_vllm.codemods"

# Where a name is published, and the languages whose codemods speak of it. The first that has the name is asked.
_ECOSYSTEMS: Mapping[str, str] = MappingProxyType(
    {
        "pypi": "python", "npm": "javascript", "go": "go", "maven": "java", "nuget": "csharp", "cargo": "rust",
        "gem": "ruby", "composer": "php", "hex": "elixir", "pub": "dart", "swift": "swift",
    }
)  # fmt: skip
ECOSYSTEMS = frozenset(_ECOSYSTEMS)

_SEGMENT_END = re.compile(r"::|[./\\]|(?<=.)@")


def load(entries: Iterable[EntryPoint] | None = None) -> tuple[Codemod, ...]:
    """Every installed codemod, by name. An entry point names a tuple of them; one that fails is a MigrateError."""
    found = _installed() if entries is None else entries
    codemods = sorted((codemod for entry in found for codemod in _loaded(entry)), key=lambda codemod: codemod.name)
    for one, other in pairwise(codemods):
        if one.name == other.name:
            raise MigrateError(f"Two installed codemods are called {one.name!r}. Uninstall the package of one of them.")
    return tuple(codemods)


def _installed() -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points  # slow to import, and needed by no one who only asks `Owners`

    return entry_points(group=GROUP)


def _loaded(entry: EntryPoint) -> tuple[Codemod, ...]:
    try:
        value = entry.load()
    except Exception as error:  # another's package: what it raises while it is imported is not ours to foresee
        raise MigrateError(
            f"The codemods of {_package(entry)!r} ({entry.value}) can't be loaded: {type(error).__name__}: {error}. "
            "Update that package or uninstall it."
        ) from error
    if isinstance(value, tuple) and all(isinstance(item, Codemod) for item in value):
        return value
    raise MigrateError(f"The entry point {entry.name!r} of {_package(entry)!r} ({entry.value}) is no tuple of codemods.")


def _package(entry: EntryPoint) -> str:
    """Asked in trouble only, since all that its distribution says of itself is parsed for it."""
    return entry.dist.name if entry.dist else entry.module


@dataclass(frozen=True, slots=True)
class Owners:
    """Which codemod is responsible for a name or a kind. Made once from all codemods with `owners`; pure."""

    modules: Mapping[tuple[str, str], Codemod]
    """by language and module"""
    symbols: Mapping[tuple[str, str], Codemod]
    """by language and symbol, and by the empty language for whoever doesn't know it"""
    distributions: Mapping[tuple[str, str], Codemod]
    """by language and normalised name"""
    kinds: Mapping[tuple[str, str], Codemod]
    """by language and kind"""

    def owner(self, language: str, module: str) -> Codemod | None:
        """Of an import, by the longest prefix that ends where a segment ends: `ollama.Client`, `ollama/browser`."""
        prefixes = (self.modules.get((language, prefix)) for prefix in _prefixes(module.lstrip("\\")))
        return next((codemod for codemod in prefixes if codemod), None)

    def owner_of_symbol(self, name: str, language: str = "") -> Codemod | None:
        """Of a class or function that is known by its name alone. The project's own definition of the same name wins:
        that is for the caller to know."""
        return self.symbols.get((language, name))

    def owner_of_distribution(self, ecosystem: str, name: str) -> Codemod | None:
        """Of a package, by where it is published (`ECOSYSTEMS`) and its name, in any spelling that means the same."""
        return self.distributions.get((_ECOSYSTEMS[ecosystem], _normalised(name)))

    def owner_of_kind(self, kind: str, language: str) -> Codemod | None:
        """Of a reference that no name gives to a codemod."""
        return self.kinds.get((language, kind))


def owners(codemods: tuple[Codemod, ...]) -> Owners:
    """Where two codemods claim the same, the first by name has it."""
    by_language = [(language, codemod) for codemod in codemods for language in codemod.languages]
    anywhere = [("", codemod) for codemod in codemods]
    return Owners(
        modules=_index((language, name, mod) for language, mod in by_language for name in mod.signs.modules),
        symbols=_index((language, name, mod) for language, mod in by_language + anywhere for name in mod.signs.symbols),
        distributions=_index(
            (language, _normalised(name), mod) for language, mod in by_language for name in mod.signs.distributions
        ),
        kinds=_index((language, name, mod) for language, mod in by_language for name in mod.signs.kinds),
    )


def _index(signs: Iterable[tuple[str, str, Codemod]]) -> Mapping[tuple[str, str], Codemod]:
    index: dict[tuple[str, str], Codemod] = {}
    for language, name, codemod in signs:
        index.setdefault((language, name), codemod)
    return MappingProxyType(index)


def _prefixes(module: str) -> Iterator[str]:
    yield module
    for end in reversed(list(_SEGMENT_END.finditer(module))):
        yield module[: end.start()]


def _normalised(name: str) -> str:
    """As PyPI does it; the other registries tell no two of our names apart by case or sign either."""
    return re.sub(r"[-_.]+", "-", name).lower()
