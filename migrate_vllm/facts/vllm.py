"""What vLLM itself reads and answers: names of flags, variables, fields, parsers. Reads the table when first asked."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

VERSION = "0.33.0"
"""the release that the table was made from"""
PORT = 8000


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    of: str
    """of a flag's other spelling, its first one; empty: this is the first"""
    default: str
    """empty: none, or one that depends on the model or the machine"""


def names(what: str) -> frozenset[str]:
    """All names of one sort. Raises KeyError when there is no such sort.

    `flag` (of `vllm serve`, every spelling), `variable` (read by the server), `tool-parser`, `reasoning-parser`,
    `quantization`; fields of a request: `chat`, `completion`, `embedding`, `stream-options`, `response-format`, and
    `removed` ones that are ignored; fields of an answer: `chat-response`, `choice`, `message`, `chunk`, `delta`,
    `completion-response`, `completion-choice`, `tool-call`, `function-call`, `embedding-response`, `embedding-data`,
    `usage`.
    """
    return frozenset(_table()[what])


def default(what: str, name: str) -> str:
    """Empty where there is none, and for names that aren't known."""
    found = _table()[what].get(name)
    return found.default if found else ""


def spellings(flag: str) -> tuple[str, ...]:
    """All ways to write a flag, the first one first: `--enable-lora`, `--disable-lora`. Empty when there is no such flag."""
    flags = _table()["flag"]
    if flag not in flags:
        return ()
    first = flags[flag].of or flag
    return (first, *(row.name for row in flags.values() if row.of == first))


@cache
def _table() -> Mapping[str, Mapping[str, Name]]:
    by_sort: defaultdict[str, dict[str, Name]] = defaultdict(dict)
    text = files("migrate_vllm.facts").joinpath("vllm.csv").read_text(encoding="utf-8")
    for what, name, of, default in list(csv.reader(text.splitlines()))[1:]:
        by_sort[what][name] = Name(name, of, default)
    return MappingProxyType(dict(by_sort))
