"""The programs of a repository as the flow asks for them: by path, by words. Reads files through the discovery alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from migrate_vllm.discover import Discovery, Raw
from migrate_vllm.discover.values import as_path
from migrate_vllm.model import Origin
from migrate_vllm.origin import origin_of

_SUFFIXES = (b".py", b".pyi", b".ipynb", b".ts", b".mts", b".cts", b".tsx", b".js", b".mjs", b".cjs", b".jsx", b".vue", b".svelte", b".html")
_SETTINGS = (b".json", b".toml", b".yaml", b".txt", b".in", b".astro")
"""may say where modules are"""
_CONFIGURES = re.compile(rb"(^|/)(\.env[^/]*|[^/]*\.(env|ya?ml|sh|ini|toml)|[^/]*Dockerfile[^/]*|Makefile)$")
_NOT_OURS = (b"node_modules/", b"site-packages/", b"/dist/", b".min.js", b".venv/")
_DEEPEST = 5
_MANY = 8_000
"""programs; of more, only those are asked that share their first folders with what was reached"""


def _is_ours(raw: Raw) -> bool:
    return origin_of(raw.path, raw.text) is Origin.AUTHORED


def _near(paths: list[bytes], near: Iterable[PurePosixPath]) -> list[bytes]:
    """All, or of very many those that share their first folders with one of `near`."""
    asked, depth = tuple(near), 1
    while len(paths) > _MANY and depth < _DEEPEST:
        folders = tuple({"/".join((*path.parts[:depth], "")).encode() for path in asked if len(path.parts) > depth})
        paths = [path for path in paths if path.startswith(folders)]
        depth += 1
    return paths[:_MANY] if len(paths) > _MANY else paths


class Programs:
    def __init__(self, discovery: Discovery) -> None:
        self._discovery = discovery
        self._programs = [path for path in discovery.context if path.endswith(_SUFFIXES)]

    def paths(self, near: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
        """What an import can lead to, and the files that say how. `near`: where to look when there are very many."""
        return tuple(map(as_path, _near([path for path in self._discovery.context if path.endswith(_SUFFIXES + _SETTINGS)], near)))

    def read(self, path: PurePosixPath) -> str | None:
        raw = self._discovery.read(path)
        return raw.text if raw is not None and _is_ours(raw) else None

    def mentioning(self, words: frozenset[str], near: Iterable[PurePosixPath]) -> Iterator[tuple[PurePosixPath, str]]:
        """Programs that hold one of the words in their text, with it. `near`: where to look when there are very many."""
        needles = tuple(sorted(word.lower().encode() for word in words if word.isascii()))
        for raw in self._discovery.extract(needles, self._asked(near)) if needles else ():
            if isinstance(raw, Raw) and raw.parse and _is_ours(raw):
                yield raw.path, raw.text

    def settings(self, words: frozenset[str]) -> Iterator[tuple[PurePosixPath, str]]:
        """Files of configuration that hold one of the words."""
        needles = tuple(sorted(word.lower().encode() for word in words if word.isascii()))
        asked = [path for path in self._discovery.context if _CONFIGURES.search(path) and not any(part in path for part in _NOT_OURS)]
        for raw in self._discovery.extract(needles, asked[:_MANY]) if needles else ():
            if isinstance(raw, Raw) and raw.parse:
                yield raw.path, raw.text

    def _asked(self, near: Iterable[PurePosixPath]) -> list[bytes]:
        ours = [path for path in self._programs if not any(part in path for part in _NOT_OURS)]
        return _near(ours, near)
