"""What Nuxt finds by its place alone: its aliases and the files whose exports need no import. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from migrate_vllm.flow.repository import Repository, above, join, parent, under

_SOURCE_DIR = re.compile(r"\bsrcDir\s*:\s*['\"]([^'\"\n]{1,200})['\"]")
_SCRIPT = re.compile(r".+(?<!\.d)(?<!\.test)(?<!\.spec)\.[cm]?[jt]sx?")
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_FOR_PAGES = ("composables", "utils", "stores")
_FOR_BOTH = ("shared/utils", "shared/types")
_FOR_SERVER = ("server/utils",)


class Nuxt:
    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._words: dict[tuple[str, bool], Mapping[str, tuple[str, ...]]] = {}
        self._sources: dict[str, str] = {}

    def root(self, folder: str) -> str | None:
        """The folder of the Nuxt application that this folder belongs to."""
        return next((level for level in above(folder) if self._repository.has(level, "nuxt.config.")), None)

    def source(self, root: str) -> str:
        """`srcDir`: as declared, else `app` where it exists (Nuxt 4), else the root."""
        if root not in self._sources:
            names = [name for name in self._repository.settings[root] if name.startswith("nuxt.config.")]
            declared = _SOURCE_DIR.search(self._repository.setting(under(root, names[0])))
            found = join(root, declared.group(1) if declared else "app")
            self._sources[root] = found if found is not None and found in self._repository.folders else root
        return self._sources[root]

    def aliased(self, root: str, specifier: str) -> Iterator[str]:
        """Where `~/`, `~~/` and their like may lead; nowhere for `#imports` and what else Nuxt makes up."""
        sign, slash, rest = specifier.partition("/")
        if not slash:
            return
        if sign in ("~", "@"):
            yield under(self.source(root), rest)
        if sign in ("~", "@", "~~", "@@"):
            yield under(root, rest)
        if sign in ("#shared", "#server"):
            yield under(root, specifier.removeprefix("#"))

    def automatic(self, importer: str, name: str) -> tuple[str, ...]:
        """Files in the folders that are imported for this importer, at whatever depth, that mention the name."""
        root = self.root(parent(importer))
        if root is None:
            return ()
        servers = {under(root, "server/"), under(self.source(root), "server/")}
        key = root, importer.startswith(tuple(servers))
        if key not in self._words:
            self._words[key] = self._index(*key)
        return tuple(path for path in self._words[key].get(name, ()) if path != importer)

    def _index(self, root: str, for_server: bool) -> Mapping[str, tuple[str, ...]]:
        places = _FOR_SERVER if for_server else _FOR_PAGES
        bases = {root, self.source(root)}
        folders = {under(base, place) for base in bases for place in (*places, *_FOR_BOTH)}
        found: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(path for folder in folders for path in self._scripts.get(folder, ())):
            for word in _words(path, self._repository.text(path)):
                found[word].append(path)
        return {word: tuple(paths) for word, paths in found.items()}

    @cached_property
    def _scripts(self) -> Mapping[str, list[str]]:
        """Folder that may be imported from without saying so → the scripts beneath it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        places = {place.rpartition("/")[2] for place in (*_FOR_PAGES, *_FOR_BOTH, *_FOR_SERVER)}
        for path in self._repository.files:
            if _SCRIPT.fullmatch(path.rpartition("/")[2]) and not places.isdisjoint(path.split("/")):
                for folder in above(parent(path)):
                    if folder.rpartition("/")[2] in places:
                        found[folder].append(path)
        return found


def _words(path: str, text: str) -> set[str]:
    """The names that a file mentions, and the one that its default export gets from the file's."""
    words = set(_WORD.findall(text))
    if {"export", "default"} <= words:
        stem = path.rpartition("/")[2].partition(".")[0]
        words.add(re.sub(r"[-_]+(\w)", lambda match: match.group(1).upper(), stem))
    return words
