"""What the survey has to read beside the references. Reads files through the discovery alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from migrate_vllm.discover import Discovery, Raw
from migrate_vllm.discover.values import as_path
from migrate_vllm.survey import Repository

_CONFIGURES = re.compile(rb"(^|/)(\.env[^/]*|[^/]*\.(env|ya?ml|sh|ini|toml|ps1)|[^/]*Dockerfile[^/]*|Makefile|Procfile|[^/]*[Mm]odelfile[^/]*)$")
_NOT_OURS = (b"node_modules/", b"site-packages/", b"/dist/", b".venv/")
_MANIFEST = b"package.json"
_MOST_FILES = 8_000
_MOST_MANIFESTS = 200


def repository_of(discovery: Discovery, words: frozenset[str], own_names: tuple[str, ...] = ()) -> Repository:
    """`words`: those of `survey.words`; `own_names`: from settings."""
    ours = [path for path in discovery.context if not any(part in path for part in _NOT_OURS)]
    manifests = [path for path in ours if path.rpartition(b"/")[2] == _MANIFEST]
    return Repository(
        tuple(map(as_path, ours)),
        tuple(_texts(discovery, words, [path for path in ours if _CONFIGURES.search(path)][:_MOST_FILES])),
        tuple(_texts(discovery, frozenset({"{"}), manifests[:_MOST_MANIFESTS])),
        tuple(filter(None, own_names)),
    )


def _texts(discovery: Discovery, words: frozenset[str], paths: list[bytes]) -> Iterator[tuple[PurePosixPath, str]]:
    needles = tuple(sorted(word.lower().encode() for word in words if word.isascii()))
    for raw in discovery.extract(needles, paths) if needles and paths else ():
        if isinstance(raw, Raw) and raw.parse:
            yield raw.path, raw.text
