"""What the survey has to read beside the references. Reads files through the discovery alone."""

from __future__ import annotations

from migrate_vllm.discover import Discovery
from migrate_vllm.discover.values import as_path
from migrate_vllm.programs import CONFIGURES, MANY, ours, texts
from migrate_vllm.survey import Repository

_MANIFEST = b"package.json"
_MOST_MANIFESTS = 200


def repository_of(discovery: Discovery, words: frozenset[str], own_names: tuple[str, ...] = ()) -> Repository:
    """`words`: those of `survey.words`; `own_names`: from settings."""
    paths = ours(discovery.context)
    configured = [path for path in paths if CONFIGURES.search(path)][:MANY]
    manifests = [path for path in paths if path.rpartition(b"/")[2] == _MANIFEST][:_MOST_MANIFESTS]
    return Repository(
        tuple(map(as_path, paths)),
        tuple((raw.path, raw.text) for raw in texts(discovery, words, configured)),
        tuple((raw.path, raw.text) for raw in texts(discovery, frozenset({"{"}), manifests)),
        tuple(filter(None, own_names)),
    )
