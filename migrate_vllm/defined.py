"""Where environment variables are set that hold one of Ollama's models by flow, whatever they are called. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from migrate_vllm.classify.finding import Finding
from migrate_vllm.codemods import Owners
from migrate_vllm.facts.models import is_tag, lookup
from migrate_vllm.languages import language_of
from migrate_vllm.model import Evidence, Need, Reference, SourceFile, Step
from migrate_vllm.placed_text import PlacedText

_LANGUAGES = frozenset({"env", "yaml", "dockerfile", "shell", "ini", "toml", "make"})
_LINE = (
    r"^[ \t]*(?:export[ \t]+|-[ \t]*[\"']?|ENV[ \t]+|ARG[ \t]+)?[\"']?(?P<name>%s)[\"']?[ \t]*[=:]=?[ \t]*[\"']?(?:\$\{\w+:-)?(?P<value>[\w./:-]+)"
)


def definitions(files: Iterable[tuple[PurePosixPath, str]], variables: Mapping[str, Step], owners: Owners) -> Iterator[tuple[PurePosixPath, tuple[Reference, ...]]]:
    """The values that name a model, by file. `variables`: by name, where the program reads it."""
    if not variables:
        return
    line = re.compile(_LINE % "|".join(map(re.escape, sorted(variables))), re.MULTILINE)
    for path, text in files:
        language = language_of(path)
        if language in _LANGUAGES and (found := tuple(_in_file(PlacedText(SourceFile(path, text, language)), line, variables, owners))):
            yield path, found


def _in_file(placed: PlacedText, line: re.Pattern[str], variables: Mapping[str, Step], owners: Owners) -> Iterator[Reference]:
    text, language = placed.file.text, placed.file.language
    owner = owners.owner_of_kind("model-tag", language)
    for match in line.finditer(text):
        model = match["value"]
        if lookup(model) is None and not is_tag(model):
            continue
        start = len(text[: match.start("value")].encode())
        need = Need.CHANGE if lookup(model) else Need.DECIDE
        finding = Finding("model-tag", start, start + len(model.encode()), model, need, model)
        reference = placed.reference(finding, need, owner.name if owner else "")
        yield replace(reference, evidence=Evidence.FLOW, why=(variables[match["name"]],))
