"""The files of a repository as import statements see them: looked up by name. Pure: reading is passed in.

Paths are plain text here, relative to the root, which is the empty text: `PurePosixPath` costs too much to build for each guess."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

_SETTINGS = re.compile(
    r"[tj]sconfig[\w.-]*\.json|package\.json|pnpm-workspace\.yaml|pyproject\.toml|[\w.-]*requirements[\w.-]*\.(?:txt|in)"
    r"|(?:vite|vitest|electron\.vite|vue|webpack|nuxt|nitro|next|svelte|astro)\.config\.\w+"
)
_LONGEST_SETTING = 1_000_000
"""characters; nobody writes more by hand"""


class Repository:
    """Every file, indexed in one pass when first asked for."""

    def __init__(self, paths: Collection[PurePosixPath], read: Callable[[PurePosixPath], str | None]) -> None:
        self._paths = paths
        self._read = read
        self._texts: dict[str, str] = {}

    def __contains__(self, path: str) -> bool:
        return path in self.files

    @cached_property
    def files(self) -> Mapping[str, PurePosixPath]:
        return {str(path): path for path in self._paths}

    @cached_property
    def folders(self) -> Collection[str]:
        found = {""}
        for path in self.files:
            for folder in above(parent(path)):
                if folder in found:
                    break
                found.add(folder)
        return found

    @cached_property
    def settings(self) -> Mapping[str, tuple[str, ...]]:
        """Folder → names of the files in it that say where modules are; none of installed packages."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for path in self.files:
            folder, _, name = path.rpartition("/")
            if _SETTINGS.fullmatch(name) and "node_modules" not in folder.split("/"):
                found[folder].append(name)
        return {folder: tuple(sorted(names)) for folder, names in found.items()}

    def has(self, folder: str, *starts: str) -> bool:
        """Whether the folder holds settings whose name begins like that: `nuxt.config.`"""
        return any(name.startswith(starts) for name in self.settings.get(folder, ()))

    def text(self, path: str) -> str:
        """Empty when there is no such file or it can't be read."""
        known = self.files.get(path)
        return (self._read(known) if known is not None else None) or ""

    def setting(self, path: str) -> str:
        """The text of a file that several others refer to: read once."""
        if path not in self._texts:
            text = self.text(path)
            self._texts[path] = text if len(text) <= _LONGEST_SETTING else ""
        return self._texts[path]


def parent(path: str) -> str:
    return path.rpartition("/")[0]


def above(folder: str) -> Iterator[str]:
    """The folder and those that it is in, nearest first, the root last."""
    while folder:
        yield folder
        folder = parent(folder)
    yield ""


def under(folder: str, path: str) -> str:
    """What a folder holds by that name; the folder itself when the name is empty. `path` doesn't climb: see `join`."""
    return f"{folder}/{path}" if folder and path else folder or path


def join(folder: str, relative: str) -> str | None:
    """None when it leads out of the repository."""
    joined = posixpath.normpath(posixpath.join(folder, relative))
    if joined.startswith(("../", "/")) or joined == "..":
        return None
    return "" if joined == "." else joined
