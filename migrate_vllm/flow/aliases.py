"""The aliases that a folder's settings declare: tsconfig.json, the bundler's configuration, `imports` of package.json. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from migrate_vllm.flow.bundlers import bundler_aliases
from migrate_vllm.flow.repository import Repository, join, parent, under
from migrate_vllm.flow.settings import from_json, strings, strings_within, table


@dataclass(frozen=True, slots=True)
class Alias:
    pattern: str
    """with at most one `*`: `@/*`, `vue`"""
    targets: tuple[str, ...]
    """with the same `*`; none where it leads out of the repository"""

    def fits(self, specifier: str) -> bool:
        before, star, after = self.pattern.partition("*")
        if not star:
            return specifier == self.pattern
        return len(specifier) >= len(before) + len(after) and specifier.startswith(before) and specifier.endswith(after)

    def expand(self, specifier: str) -> tuple[str, ...]:
        """The targets for a specifier that fits."""
        before, star, after = self.pattern.partition("*")
        rest = specifier[len(before) : len(specifier) - len(after)] if star else ""
        return tuple(target.replace("*", rest, 1) for target in self.targets)


@dataclass(frozen=True, slots=True)
class Aliases:
    """What the settings of one folder say."""

    aliases: tuple[Alias, ...] = ()
    """the most specific first; targets are paths of the repository"""
    bases: tuple[str, ...] = ()
    """`baseUrl`: folders in which bare names are looked for"""


def aliases_in(repository: Repository, folder: str) -> Aliases:
    found: list[Alias] = []
    bases: list[str] = []
    for name in sorted(repository.settings.get(folder, ()), key=_most_general):
        path = under(folder, name)
        if name.startswith(("tsconfig", "jsconfig")):
            paths, base = _from_typescript(repository, path)
            found += paths
            bases += [] if base is None else [base]
        elif name == "package.json":
            imports = table(from_json(repository.setting(path)), "imports")
            found += _rooted(folder, ((key, list(strings_within(value))) for key, value in imports.items() if key.startswith("#")))
        elif ".config." in name:
            found += _rooted(folder, ((key, [target]) for key, target in bundler_aliases(repository.setting(path))))
    return Aliases(tuple(sorted(found, key=_specific, reverse=True)), tuple(dict.fromkeys(bases)))


def _most_general(name: str) -> tuple[bool, str]:
    return name not in ("tsconfig.json", "jsconfig.json"), name


def _specific(alias: Alias) -> tuple[bool, int]:
    return "*" not in alias.pattern, len(alias.pattern.partition("*")[0])


def _rooted(folder: str, pairs: Iterator[tuple[str, list[str]]]) -> list[Alias]:
    found = []
    for pattern, targets in pairs:
        rooted = (join(folder, target.lstrip("/")) for target in targets)
        found.append(Alias(pattern, tuple(target for target in rooted if target is not None)))
    return found


def _from_typescript(repository: Repository, path: str) -> tuple[list[Alias], str | None]:
    """`paths` and `baseUrl`, each from the nearest in the chain of `extends` that has it."""
    paths: dict[str, object] | None = None
    base: str | None = None
    paths_from = ""
    for config, options in _chain(repository, path):
        if base is None and isinstance(url := options.get("baseUrl"), str):
            base = join(parent(config), url)
        if paths is None and isinstance(options.get("paths"), dict):
            paths, paths_from = table(options, "paths"), parent(config)
    folder = paths_from if base is None else base
    return _rooted(folder, ((pattern, strings(targets)) for pattern, targets in (paths or {}).items())), base


def _chain(repository: Repository, path: str) -> Iterator[tuple[str, dict[str, object]]]:
    """A tsconfig and what it extends, each once: they may go round in circles."""
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        config = waiting.pop()
        if config in seen:
            continue
        seen.add(config)
        content = from_json(repository.setting(config))
        yield config, table(content, "compilerOptions")
        for name in strings(content.get("extends")):  # the last one counts most, and is taken from the list first
            target = join(parent(config), name) if name.startswith(".") else None
            candidates = [] if target is None else [target, f"{target}.json", under(target, "tsconfig.json")]
            waiting += [candidate for candidate in candidates if candidate in repository][:1]
