"""What vLLM itself reads and answers: names of flags, variables, fields, parsers. Reads the table when first asked."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

VERSION = "0.33.0"
"""the release that the table was made from"""
PORT = 8000


def names(what: str) -> frozenset[str]:
    """All names of one sort. Raises KeyError when there is no such sort.

    `flag` (of `vllm serve`, every spelling), `variable` (read by the server), `tool-parser`, `reasoning-parser`,
    `quantization`; fields of a request: `chat`, `completion`, `embedding`, `stream-options`, `response-format`, and
    `removed` ones that are ignored; fields of an answer: `chat-response`, `choice`, `message`, `chunk`, `delta`,
    `completion-response`, `completion-choice`, `tool-call`, `function-call`, `embedding-response`, `embedding-data`,
    `usage`.
    """
    return _table()[what]


@cache
def _table() -> Mapping[str, frozenset[str]]:
    by_sort: defaultdict[str, set[str]] = defaultdict(set)
    text = files("migrate_vllm.facts").joinpath("vllm.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        by_sort[row["what"]].add(row["name"])
    return MappingProxyType({what: frozenset(found) for what, found in by_sort.items()})
