"""The survey of a repository of a few files in memory, as the command makes it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from textwrap import dedent

from migrate_vllm.audit import audit
from migrate_vllm.codemods import load
from migrate_vllm.discover import Discovery, Raw
from migrate_vllm.facts.needles import NEEDLES
from migrate_vllm.flow.given import Given, Where
from migrate_vllm.flow.uses import uses_of
from migrate_vllm.model import Skipped
from migrate_vllm.survey import Survey, survey_of, words
from migrate_vllm.survey_input import repository_of
from tests.flow.flowing import analysed


def surveyed(files: Mapping[str, str]) -> Survey:
    """Sources may be indented as a whole and begin with an empty line."""
    texts = {path: dedent(text).lstrip("\n") for path, text in files.items()}
    report = audit(_discovery(texts), load())
    analysis, _ = analysed(texts)
    uses = uses_of(analysis)
    return survey_of(report, uses, repository_of(_discovery(texts), words(report, uses)))


def _discovery(texts: Mapping[str, str]) -> Discovery:
    paths = tuple(sorted(map(os.fsencode, texts)))

    def extract(needles: tuple[bytes, ...], asked: Iterable[bytes]) -> Iterator[Raw | Skipped]:
        for path in asked:
            text = texts[os.fsdecode(path)]
            if any(needle in text.lower().encode() for needle in needles):
                yield Raw(PurePosixPath(os.fsdecode(path)), text, "utf-8", len(text))

    return Discovery(paths, paths, paths, (), (), "", NEEDLES, extract)


def places(*given: str) -> tuple[Where, ...]:
    """`a.py:3` and others."""
    return tuple(Where(PurePosixPath(path), int(line)) for path, _, line in (each.rpartition(":") for each in given))


def values(*given: str) -> tuple[Given, ...]:
    """`8192 a.py:3` and others."""
    return tuple(Given(value, places(place)[0]) for value, _, place in (each.rpartition(" ") for each in given))
