"""Which file of the repository an import of JavaScript, TypeScript, Vue or Svelte leads to. Pure.

In the order that bundlers go by: a path; an alias that the nearest settings declare; the alias that a framework brings;
a package of the same workspace."""

from __future__ import annotations

from collections.abc import Iterator

from migrate_vllm.flow.aliases import Aliases, aliases_in
from migrate_vllm.flow.nuxt import Nuxt
from migrate_vllm.flow.packages import Packages
from migrate_vllm.flow.repository import Repository, above, join, parent, under
from migrate_vllm.flow.script_files import source

_BUILT = frozenset({"dist", "build", "out"})


class ScriptModules:
    def __init__(self, repository: Repository, nuxt: Nuxt) -> None:
        self._repository = repository
        self._nuxt = nuxt
        self._packages = Packages(repository)
        self._aliases: dict[str, Aliases] = {}

    def resolve(self, importer: str, specifier: str) -> str | None:
        wanted = specifier.partition("?")[0]  # `./worker?worker`
        folder = parent(importer)
        if not wanted or ":" in wanted or "\\" in wanted:  # `node:fs`, `https://…`
            return None
        if wanted.startswith("/"):  # a path of the Vite server
            return source(self._repository, join(self._packages.home(folder) or "", wanted.lstrip("/")))
        if wanted.split("/", 1)[0] in (".", ".."):
            base = join(folder, wanted)
            return source(self._repository, base) or self._built_from(base)
        found, declared = self._declared(folder, wanted)
        if found or declared:
            return found
        bases = (join("", base) for base in self._customary(folder, wanted))
        return next((path for base in bases if (path := source(self._repository, base))), None) or self._packages.resolve(folder, wanted)

    def _built_from(self, base: str | None) -> str | None:
        """`../dist/chat.js` of a package is made from its `src/chat.ts`."""
        home = self._packages.home(base) if base else None
        if base is None or home is None:
            return None
        folder, _, rest = base[len(home) :].lstrip("/").partition("/")
        made_from = under(home, f"src/{rest}").rstrip("/")
        return source(self._repository, made_from) if folder in _BUILT else None

    def _declared(self, folder: str, specifier: str) -> tuple[str | None, bool]:
        """The file; and whether settings speak of this specifier at all, so that nobody need guess."""
        declared = False
        for level in above(folder):
            settings = self._settings(level)
            for alias in (alias for alias in settings.aliases if alias.fits(specifier)):
                declared |= not alias.pattern.startswith("*")
                if found := self._first(alias.expand(specifier)):
                    return found, True
            if settings.bases and not self._packages.requires(folder, specifier):
                bases = (under(base, specifier) for base in settings.bases)
                if found := self._first(tuple(bases)):
                    return found, True
        return None, declared

    def _first(self, targets: tuple[str, ...]) -> str | None:
        bases = (join("", target) for target in targets)
        return next((found for base in bases if (found := source(self._repository, base))), None)

    def _settings(self, folder: str) -> Aliases:
        if folder not in self._aliases:
            self._aliases[folder] = aliases_in(self._repository, folder)
        return self._aliases[folder]

    def _customary(self, folder: str, specifier: str) -> Iterator[str]:
        """Where a framework looks when no settings say otherwise."""
        nuxt = self._nuxt.root(folder)
        if nuxt is not None:
            yield from self._nuxt.aliased(nuxt, specifier)
            return
        home = self._packages.home(folder) or ""
        if specifier == "$lib" or specifier.startswith("$lib/"):
            yield under(home, f"src/lib{specifier[4:]}")
        if specifier.startswith(("@/", "~/")):
            yield from (under(home, f"{middle}{specifier[2:]}") for middle in ("src/", ""))
