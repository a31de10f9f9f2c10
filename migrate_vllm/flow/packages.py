"""JavaScript packages that are part of the repository: where they stand, what their package.json leads to. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property

from migrate_vllm.flow.aliases import Alias
from migrate_vllm.flow.repository import Repository, above, join, under
from migrate_vllm.flow.script_files import source, unbuilt
from migrate_vllm.flow.settings import from_json, strings, strings_within, table

_DEPENDENCIES = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
_ENTRIES = ("source", "module", "main", "types", "typings")
_LINK = re.compile(r"(?:file|link|portal):(.+)")
_PNPM_GLOB = re.compile(r"^\s*-\s*['\"]?([^'\"#\n]+)", re.MULTILINE)


class Packages:
    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._manifests: dict[str, dict[str, object]] = {}
        self._versions: dict[str, Mapping[str, str]] = {}

    def home(self, folder: str) -> str | None:
        """The folder of the package that this folder belongs to."""
        return next((level for level in above(folder) if self._repository.has(level, "package.json")), None)

    def requires(self, folder: str, specifier: str) -> bool:
        """Whether a manifest above lists the package that is asked for."""
        return bool(self._required(folder, _split(specifier)[0])[1])

    def resolve(self, folder: str, specifier: str) -> str | None:
        """The source of a package of this repository, where the importer's really is that one and not one of the registry."""
        name, inner = _split(specifier)
        home = self._linked(folder, name)
        return None if home is None else self._entry(home, inner)

    def _required(self, folder: str, name: str) -> tuple[str, str]:
        """The nearest folder whose manifest lists the package, and its version; that is empty when none does."""
        found = ((level, version) for level in above(folder) if (version := self._dependencies(level).get(name)))
        return next(found, ("", ""))

    def _linked(self, folder: str, name: str) -> str | None:
        level, version = self._required(folder, name)
        if match := _LINK.match(version):
            return join(level, match.group(1))
        homes = self._named.get(name, [])
        ours = len(homes) == 1 and (version.startswith("workspace:") or self._is_ours(folder, homes[0]))
        return homes[0] if ours else None

    def _is_ours(self, folder: str, home: str) -> bool:
        """An example that calls itself `ollama` isn't what `import 'ollama'` means elsewhere."""
        if home in above(folder):
            return "exports" in self._manifest(home)
        return any(_fits(glob, home, level) for level in above(folder) for glob in self._workspaces(level))

    def _workspaces(self, folder: str) -> Iterator[str]:
        declared = self._manifest(folder).get("workspaces")
        yield from strings(table(declared).get("packages") if isinstance(declared, dict) else declared)
        if self._repository.has(folder, "pnpm-workspace.yaml"):
            yield from _PNPM_GLOB.findall(self._repository.setting(under(folder, "pnpm-workspace.yaml")))

    def _entry(self, home: str, inner: str) -> str | None:
        manifest = self._manifest(home)
        if "exports" in manifest:
            targets = _exported(manifest["exports"], f"./{inner}" if inner else ".")
        else:
            targets = [inner, f"src/{inner}"] if inner else [text for key in _ENTRIES for text in strings(manifest.get(key))]
        if not inner:
            targets += ["src/index", "index"]
        bases = (join(home, base.lstrip("/")) for target in targets for base in unbuilt(target))
        return next((found for base in bases if (found := source(self._repository, base))), None)

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for folder in self._repository.settings:
            for name in strings(self._manifest(folder).get("name")):
                found[name].append(folder)
        return found

    def _dependencies(self, folder: str) -> Mapping[str, str]:
        if folder not in self._versions:
            tables = [table(self._manifest(folder), kind) for kind in reversed(_DEPENDENCIES)]
            self._versions[folder] = {name: version for found in tables for name, version in found.items() if isinstance(version, str)}
        return self._versions[folder]

    def _manifest(self, folder: str) -> dict[str, object]:
        if folder not in self._manifests:
            path = under(folder, "package.json")
            known = self._repository.has(folder, "package.json")
            self._manifests[folder] = from_json(self._repository.setting(path)) if known else {}
        return self._manifests[folder]


def _split(specifier: str) -> tuple[str, str]:
    """Name of the package and the path inside it: `@app/core/chat` → `@app/core`, `chat`."""
    parts = specifier.split("/")
    length = 2 if specifier.startswith("@") else 1
    return "/".join(parts[:length]), "/".join(parts[length:])


def _fits(glob: str, home: str, level: str) -> bool:
    """Whether a workspace's `packages/*` or `apps/**` includes the folder."""
    if level and not home.startswith(f"{level}/"):
        return False
    wanted = glob.strip().removeprefix("./").rstrip("/").split("/")
    parts = home[len(level) :].strip("/").split("/")
    if "**" in wanted:
        wanted = wanted[: wanted.index("**")]
        parts = parts[: len(wanted)]
    return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))


def _exported(exports: object, entry: str) -> list[str]:
    """The targets of one entry (`.`, `./chat`) under whichever conditions; declarations last."""
    entries = table(exports)
    if not any(key.startswith(".") for key in entries):
        entries = {".": exports}
    aliases = [Alias(key, tuple(strings_within(value))) for key, value in entries.items()]
    aliases.sort(key=lambda alias: ("*" not in alias.pattern, len(alias.pattern)), reverse=True)
    targets = next((alias.expand(entry) for alias in aliases if alias.fits(entry)), ())  # `"./inner/*": null` is a way to say no
    return sorted(targets, key=lambda target: target.endswith(".d.ts"))
