"""The programs of a repository as the flow asks for them: by path, by words. Reads files through the discovery alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import PurePosixPath

from migrate_vllm.discover import Discovery, Raw
from migrate_vllm.discover.values import as_path
from migrate_vllm.model import Origin
from migrate_vllm.origin import origin_of

_SUFFIXES = (b".py", b".pyi", b".ipynb", b".ts", b".mts", b".cts", b".tsx", b".js", b".mjs", b".cjs", b".jsx", b".vue", b".svelte", b".html")
_SETTINGS = (b".json", b".toml", b".yaml", b".txt", b".in", b".astro")
"""may say where modules are"""
CONFIGURES = re.compile(rb"(^|/)(\.env[^/]*|[^/]*\.(env|ya?ml|sh|ini|toml|ps1)|[^/]*Dockerfile[^/]*|Makefile|Procfile|[^/]*[Mm]odelfile[^/]*)$")
"""files of configuration"""
_NOT_OURS = (b"node_modules/", b"site-packages/", b"/dist/", b".min.js", b".venv/")
_DEEPEST = 5
MANY = 8_000
"""programs; of more, only those are asked that share their first folders with what was reached"""


def ours(paths: Iterable[bytes]) -> list[bytes]:
    """Without installed packages and what was built."""
    return [path for path in paths if not any(part in path for part in _NOT_OURS)]


def texts(discovery: Discovery, words: frozenset[str], paths: Iterable[bytes]) -> Iterator[Raw]:
    """Those of the files that can be read and hold one of the words, in whatever case."""
    needles = tuple(sorted(word.lower().encode() for word in words if word.isascii()))
    yield from (raw for raw in (discovery.extract(needles, paths) if needles else ()) if isinstance(raw, Raw) and raw.parse)


def _is_ours(raw: Raw) -> bool:
    return origin_of(raw.path, raw.text) is Origin.AUTHORED


def _near(paths: list[bytes], near: Iterable[PurePosixPath]) -> list[bytes]:
    """All, or of very many those that share their first folders with one of `near`."""
    asked, depth = tuple(near), 1
    while len(paths) > MANY and depth < _DEEPEST:
        folders = tuple({"/".join((*path.parts[:depth], "")).encode() for path in asked if len(path.parts) > depth})
        paths = [path for path in paths if path.startswith(folders)]
        depth += 1
    return paths[:MANY] if len(paths) > MANY else paths


class Programs:
    def __init__(self, discovery: Discovery) -> None:
        self._discovery = discovery

    @cached_property
    def _programs(self) -> list[bytes]:
        return ours(path for path in self._discovery.context if path.endswith(_SUFFIXES))

    def paths(self, near: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
        """What an import can lead to, and the files that say how. `near`: where to look when there are very many."""
        return tuple(map(as_path, _near([path for path in self._discovery.context if path.endswith(_SUFFIXES + _SETTINGS)], near)))

    def read(self, path: PurePosixPath) -> str | None:
        raw = self._discovery.read(path)
        return raw.text if raw is not None and _is_ours(raw) else None

    def mentioning(self, words: frozenset[str], near: Iterable[PurePosixPath]) -> Iterator[tuple[PurePosixPath, str]]:
        """Programs that hold one of the words in their text, with it. `near`: where to look when there are very many."""
        asked = _near(self._programs, near) if words else ()
        yield from ((raw.path, raw.text) for raw in texts(self._discovery, words, asked) if _is_ours(raw))

    def settings(self, words: frozenset[str]) -> Iterator[tuple[PurePosixPath, str]]:
        """Files of configuration that hold one of the words."""
        asked = ours(path for path in self._discovery.context if CONFIGURES.search(path)) if words else []
        yield from ((raw.path, raw.text) for raw in texts(self._discovery, words, asked[:MANY]))
