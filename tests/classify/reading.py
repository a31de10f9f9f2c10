"""What is found in a source, as `line kind: text`, through the front end and the classification alone."""

from __future__ import annotations

from pathlib import PurePosixPath

from migrate_vllm.classify import classify
from migrate_vllm.classify.dialects import dialect_of
from migrate_vllm.classify.finding import Context
from migrate_vllm.codemods import owners
from migrate_vllm.languages import language_of
from migrate_vllm.sites.front_ends import locate
from migrate_vllm.words import hits

OWNERS = owners(())


def found(name: str, source: str) -> list[str]:
    path = PurePosixPath(name)
    language = language_of(path, source.partition("\n")[0])
    data = source.encode()
    located = locate(data, hits(data), language)
    context = Context(path, language, dialect_of(path, source, language), OWNERS, located.bindings, says_ollama="ollama" in source.lower())
    findings = [finding for site in located.sites for finding in classify(site, context)]
    lines = [(data[: f.start].count(b"\n") + 1, f.kind, data[f.start : f.end].decode(), f.need) for f in findings]
    return list(dict.fromkeys(f"{line} {kind}{f'!{need}' if need else ''}: {text}" for line, kind, text, need in lines))
