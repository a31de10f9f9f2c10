"""What the flow finds in a repository of a few files in memory, through `Analysis`, with every installed codemod."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import ndiff
from functools import partial
from pathlib import PurePosixPath
from textwrap import dedent

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.flow.analysis import Analysis, Files
from migrate_vllm.flow.engine import Found
from migrate_vllm.flow.modules import Modules
from migrate_vllm.flow.ways import kind_of
from migrate_vllm.implied import is_framework
from tests.auditing import OWNERS

_MARK = re.compile(r"[ ]*#: .*")
_SIGNS = ("ollama", "11434")
_PROGRAMS = frozenset(".py .pyi .ipynb .js .mjs .cjs .jsx .ts .mts .cts .tsx .vue .svelte .html".split())


def found(files: Mapping[str, str]) -> list[str]:
    """A row `path:line kind subject` for each reference, in the order of their places. The files that say Ollama are where it
    begins. Sources may be indented as a whole and begin with an empty line."""
    analysis, ones = analysed(files)
    placed = sorted(ones, key=lambda one: (str(one.spot.path), one.spot.at[0], one.kind, one.subject))
    return [_row(analysis, one) for one in placed]


def analysed(files: Mapping[str, str]) -> tuple[Analysis, tuple[Found, ...]]:
    texts = {PurePosixPath(path): dedent(text).lstrip("\n") for path, text in files.items()}

    def mentioning(words: frozenset[str], _: Iterable[PurePosixPath]) -> Iterator[tuple[PurePosixPath, str]]:
        for path, text in texts.items():
            if path.suffix in _PROGRAMS and any(word.lower() in text.lower() for word in words):
                yield path, text

    modules = Modules(tuple(texts), texts.get)
    analysis = Analysis(Files(texts.get, mentioning), modules, partial(is_framework, OWNERS))
    seeds = [(path, text) for path, text in mentioning(frozenset(_SIGNS), ())]
    return analysis, analysis.run(seeds)


def _row(analysis: Analysis, one: Found) -> str:
    return f"{one.spot.path}:{analysis.line_of(one.spot)} {kind_of(analysis.engine, one)} {one.subject}".rstrip()


# -- expectations that stand beside the code


def agree(sources: str | Mapping[str, str]) -> None:
    """What is found is what the sources say of themselves, and nothing else: `#: kind subject, kind subject` ends a line.
    A kind that is the same as the last isn't said again. The marks are taken out before the files are read."""
    files = {"a.py": sources} if isinstance(sources, str) else sources
    got, said = sorted(found({path: _MARK.sub("", text) for path, text in files.items()})), sorted(_marked(files))
    assert got == said, "\n" + "\n".join(row for row in ndiff(said, got) if row[0] in "+-")


def _marked(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        for number, line in enumerate(dedent(text).lstrip("\n").splitlines(), start=1):
            for row in _rows(line):
                yield f"{path}:{number} {row}"


def _rows(line: str) -> Iterator[str]:
    kind = ""
    for said in line.partition("#: ")[2].split(", ") if "#: " in line else ():
        first, _, rest = said.partition(" ")
        kind, subject = (first, rest) if first in KINDS else (kind, said)
        yield f"{kind} {subject}".rstrip()
