"""The front ends of configuration, scripts, prose and of whatever no grammar reads. Pure.

Each grammar is imported when a file of its language is first read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from migrate_vllm.languages import LANGUAGES
from migrate_vllm.sites.code import locate_code
from migrate_vllm.sites.docker import locate_docker
from migrate_vllm.sites.json import locate_json
from migrate_vllm.sites.lines import LINE_FRONT_ENDS, prose, unread
from migrate_vllm.sites.make import locate_just, locate_make
from migrate_vllm.sites.places import Delegate, FrontEnd, raw
from migrate_vllm.sites.prose import locate_markdown, locate_rst
from migrate_vllm.sites.sfc import locate_sfc
from migrate_vllm.sites.shell import locate_shell
from migrate_vllm.sites.site import Hit, Site
from migrate_vllm.sites.syntax import CODE, MARKUP, SYNTAX
from migrate_vllm.sites.toml import locate_toml
from migrate_vllm.sites.yaml import locate_yaml


def read(data: bytes, hits: Sequence[Hit], language: str) -> tuple[Site, ...]:
    """The sites of a part of a file, in any language; lines as they are when nothing reads it."""
    if language in SYNTAX:
        return locate_code(data, hits, language).sites
    if language in MARKUP:
        return locate_sfc(data, hits, language).sites
    front_end = FRONT_ENDS.get(language)
    return front_end(data, hits) if front_end else tuple(raw(data, hit) for hit in hits)


def _delegating(locate: Callable[[bytes, Sequence[Hit], Delegate], tuple[Site, ...]]) -> FrontEnd:
    return lambda data, hits: locate(data, hits, read)


_OWN: dict[str, FrontEnd] = {
    "yaml": _delegating(locate_yaml),
    "json": _delegating(locate_json),
    "toml": locate_toml,
    "dockerfile": _delegating(locate_docker),
    "shell": locate_shell,
    "make": _delegating(locate_make),
    "just": _delegating(locate_just),
    "markdown": _delegating(locate_markdown),
    "rst": _delegating(locate_rst),
    "text": prose,
    **LINE_FRONT_ENDS,
}

FRONT_ENDS: Mapping[str, FrontEnd] = MappingProxyType(
    {name: _OWN.get(name) or unread(name) for name in LANGUAGES if name not in CODE and name != "notebook"}
)
