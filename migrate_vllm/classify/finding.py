"""What classification says of a site, and what it may know beside the site. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from migrate_vllm.codemods import Owners
from migrate_vllm.literal import Piece
from migrate_vllm.model import Need
from migrate_vllm.sites.site import Site


@dataclass(frozen=True, slots=True)
class Finding:
    kind: str
    """a name of `facts.kinds.KINDS`"""
    start: int
    end: int
    """byte offsets in the file, inside one line"""
    text: str
    need: Need | None = None
    """None: the kind's own need, which the scan turns into `text` in prose and comments"""
    subject: str = ""
    """what an owner or a fact is looked up by: module, distribution, symbol, variable, endpoint path, command word, model"""


_KINDS = {"image": "docker-run"}
"""pieces that are a kind of their own only in the configuration of containers"""


def whole(site: Site, kind: str, subject: str = "", need: Need | None = None) -> Finding:
    return Finding(kind, site.start, site.end, site.text, need, subject)


def part(site: Site, piece: Piece, kind: str = "", need: Need | None = None) -> Finding:
    """The finding of a piece; offsets of characters become offsets of bytes."""
    start = site.start + len(site.text[: piece.start].encode())
    text = site.text[piece.start : piece.end]
    return Finding(
        kind or _KINDS.get(piece.kind, piece.kind), start, start + len(text.encode()), text, need, piece.name
    )


@dataclass(frozen=True, slots=True)
class Context:
    path: PurePosixPath
    language: str
    dialect: str
    """what kind of configuration the file is, see `dialects`; empty: none that is known"""
    owners: Owners
    bindings: Mapping[str, str] = field(default_factory=dict)
    """imported names that the file has, see `sites.code.Located`"""
    own_names: re.Pattern[str] | None = None
    """what the project calls itself"""
    own_modules: Container[str] = frozenset()
    """names of the repository's own folders and source files"""
    definitions: frozenset[str] = frozenset()
    """names that the file itself defines"""
    pointers: frozenset[str] = frozenset()
    """names in this file that an address of Ollama is given to"""
    clients: frozenset[str] = frozenset()
    """names in this file that a client of the official library is given to: `self.ollama`"""
    factories: frozenset[str] = frozenset()
    """names in this file that a framework's maker of models is given to: `ollama` in `ollama = createOllama()`"""
    says_ollama: bool = False
    """the file or its path says `ollama`, not just 11434"""
    mentions: tuple[int, ...] = ()
    """where the file says `ollama`, in bytes"""
    rivals: bool = False
    """the file names other providers of models as well"""
