"""What a repository's Python manifests say: where its packages stand, what they are called, what is installed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from migrate_vllm.flow.repository import Repository, join, parent, under
from migrate_vllm.flow.settings import from_toml, strings, table

_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][\w.-]*)")


class PythonSettings:
    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    @cached_property
    def roots(self) -> Mapping[str, tuple[str, ...]]:
        """Folder of a pyproject.toml → the folders that it puts on the path of imports."""
        return {folder: tuple(dict.fromkeys(_roots(folder, content))) for folder, content in self._projects.items()}

    @cached_property
    def own(self) -> Mapping[str, str]:
        """Name of a distribution that is made here, as one imports it → its folder."""
        names = ((name, folder) for folder, content in self._projects.items() for name in _names(content))
        return {_as_module(name): folder for name, folder in names}

    @cached_property
    def installed(self) -> frozenset[str]:
        """What is required from outside, as one imports it, where both names are alike."""
        found = {line for content in self._projects.values() for line in _dependencies(content)}
        for folder, name in self._files("requirements"):
            found.update(self._repository.setting(under(folder, name)).splitlines())
        names = (match.group(1) for line in found if (match := _REQUIREMENT.match(line)))
        return frozenset(map(_as_module, names)) - self.own.keys()

    @cached_property
    def _projects(self) -> Mapping[str, dict[str, object]]:
        paths = (under(folder, name) for folder, name in self._files("pyproject.toml"))
        return {parent(path): from_toml(self._repository.setting(path)) for path in paths}

    def _files(self, word: str) -> Iterator[tuple[str, str]]:
        return ((folder, name) for folder, names in self._repository.settings.items() for name in names if word in name)


def _as_module(name: str) -> str:
    return re.sub(r"[-.]+", "_", name).lower()


def _names(content: dict[str, object]) -> list[str]:
    return [*strings(table(content, "project").get("name")), *strings(table(content, "tool", "poetry").get("name"))]


def _dependencies(content: dict[str, object]) -> Iterator[str]:
    project = table(content, "project")
    yield from strings(project.get("dependencies"))
    for groups in (table(project, "optional-dependencies"), table(content, "dependency-groups")):
        for group in groups.values():
            yield from strings(group)
    poetry = table(content, "tool", "poetry")
    yield from table(poetry, "dependencies")
    for group in table(poetry, "group").values():
        yield from table(group, "dependencies")


def _roots(folder: str, content: dict[str, object]) -> Iterator[str]:
    """`package-dir = {"" = "src"}`, `where = ["src"]`, `packages = [{from = "src"}]`, `packages = ["src/app"]`, `pythonpath = ["src"]`."""
    tool = table(content, "tool")
    setuptools = table(tool, "setuptools")
    named = strings(table(setuptools, "package-dir").get(""))
    named += strings(table(setuptools, "packages", "find").get("where"))
    named += strings(table(tool, "pytest", "ini_options").get("pythonpath"))
    packages = table(tool, "poetry").get("packages")
    named += [text for package in (packages if isinstance(packages, list) else ()) for text in strings(table(package).get("from"))]
    wheels = strings(table(tool, "hatch", "build", "targets", "wheel").get("packages"))
    named += [parent(path.rstrip("/")) or "." for path in wheels]
    return (root for path in named if (root := join(folder, path)) is not None)
