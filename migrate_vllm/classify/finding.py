"""What classification is given and what it answers. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from migrate_vllm.codemods import Owners
from migrate_vllm.model import Need


@dataclass(frozen=True, slots=True)
class Finding:
    kind: str
    """a name of `facts.kinds.KINDS`"""
    start: int
    end: int
    """byte offsets in the file, inside one line"""
    text: str
    need: Need | None = None
    """None: the kind's own need, which is `text` in prose and comments"""
    subject: str = ""
    """what a codemod or a fact is looked up by: module, distribution, symbol, variable, endpoint, command word, model"""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the file around a site."""

    path: PurePosixPath
    language: str
    dialect: str
    owners: Owners
    bindings: Mapping[str, str]
    """name → `module` or `module:name`"""
    own_modules: Container[str]
    definitions: frozenset[str] = frozenset()
    """names with a hit that this file defines"""
    pointers: frozenset[str] = frozenset()
    """names that this file gives an address with Ollama's port"""
    says_ollama: bool = False
    """the name stands somewhere in this file or its path"""
