"""What configuration says: variables that it sets and reads, sizes of the context, ports, models that it fetches. Pure.

Read by lines, not by a grammar: a definition looks alike in `.env`, compose, a Dockerfile, a workflow and a shell script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from migrate_vllm.facts.models import is_tag, lookup
from migrate_vllm.facts.vllm import PORT
from migrate_vllm.flow.given import Given, Where
from migrate_vllm.masking import mask
from migrate_vllm.secret_names import is_secret

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_READ = re.compile(rf"\$(?:\{{|\(|\{{\{{\s*(?:env|vars)\.)?({_NAME})(?::?[-=]([^}}\s]*))?")
_SET = re.compile(
    rf"(?P<before>^|[\s\"'\-])(?P<name>{_NAME})[\"']?[ \t]*(?:\?=|:=|=|:(?=[ \t]))[ \t]*(?P<value>\"[^\"\n]*\"|'[^'\n]*'|\$\{{[^}}\n]*\}}|[^\s\"'#]*)"
)
_NAMED = re.compile(rf"name:[ \t]*[\"']?(?P<name>{_NAME})[\"']?[ \t]*\n[ \t]*value:[ \t]*(?P<value>\"[^\"\n]*\"|'[^'\n]*'|[^\s#]+)")
"""Kubernetes"""
_FALLBACK = re.compile(rf"\$\{{{_NAME}:?[-=]([^}}]*)\}}")
_CONTEXT = re.compile(r"PARAMETER[ \t]+num_ctx[ \t]+(\d+)", re.IGNORECASE)
_PORT = re.compile(
    rf"(?:--port[= ]|-p |\bPORT\s*[=:]\s*[\"']?|\bEXPOSE |:){PORT}(?!\d|[./]\w)|[\"'\s-](?:\d+\.\d+\.\d+\.\d+:)?(?:\$\{{\w+:-)?{PORT}\}}?:\d+"
)
_NO_PORT = re.compile(rf"\w://[^\s]*:{PORT}|^\s*(#|//)|vllm", re.IGNORECASE)
_FETCHED = re.compile(r"ollama[ \t]+(?:pull|run)[ \t]+[\"']?(?:\$\{\w+:-)?([\w./-]+(?::[\w.-]+)?)|^FROM[ \t]+([\w./-]+(?::[\w.-]+)?)[ \t]*$")


_WORD = re.compile(r"\w+")
_TELLING = frozenset({"ollama", "num_ctx", "NUM_CTX", "FROM", "from", str(PORT)})
"""what a line must hold one of, beside the names of variables"""


@dataclass(slots=True)
class Configured:
    """What was found so far."""

    definitions: dict[str, list[Given]] = field(default_factory=dict)
    reads: dict[str, list[Where]] = field(default_factory=dict)
    defaults: dict[str, list[Given]] = field(default_factory=dict)
    contexts: list[Given] = field(default_factory=list)
    ports: list[Where] = field(default_factory=list)
    models: list[Given] = field(default_factory=list)


def configured(settings: Iterable[tuple[PurePosixPath, str]], names: frozenset[str]) -> Configured:
    """What the files say of the variables named, and of the rest. Values of variables that hold a secret are left out."""
    found = Configured()
    telling = names | _TELLING
    for path, text in settings:
        for number, line in enumerate(text.splitlines(), 1):
            if not telling.isdisjoint(_WORD.findall(line)) and not line.lstrip().startswith(("#", "//")):
                _line(found, Where(path, number), line, names)
        for match in _NAMED.finditer(text):
            if match["name"] in names:
                where = Where(path, text.count("\n", 0, match.start("value")) + 1)
                found.definitions.setdefault(match["name"], []).append(Given(_value(match["name"], match["value"]), where))
    return found


def _line(found: Configured, where: Where, line: str, names: frozenset[str]) -> None:
    for match in _SET.finditer(line):
        if match["name"] in names and line[: match.start("name")].count("${") == line[: match.start("name")].count("}"):
            _defined(found, where, match["name"], match["value"])
    for match in _READ.finditer(line):
        if match[1] in names:
            found.reads.setdefault(match[1], []).append(where)
            if match[2] and not is_secret(match[1]):
                found.defaults.setdefault(match[1], []).append(Given(match[2].strip("\"'"), where))
    found.contexts += [Given(match[1], where) for match in _CONTEXT.finditer(line)]
    found.models += [Given(tag, where) for tag in _fetched(line, where)]
    if _PORT.search(line) and not _NO_PORT.search(line):
        found.ports.append(where)


def _defined(found: Configured, where: Where, name: str, value: str) -> None:
    """`A=${A:-x}` sets nothing where A is set already: `x` is a default."""
    fallback = _FALLBACK.fullmatch(value.strip("\"'"))
    if f"${{{name}" in value or f"$({name})" in value or value.strip("\"'") == f"${name}":
        return
    said = fallback[1] if fallback else value
    found.definitions.setdefault(name, []).append(Given(_value(name, said), where))


def _value(name: str, value: str) -> str:
    bare = value.strip("\"'")
    return "" if is_secret(name) or bare.startswith("$") else mask(bare)


def _fetched(line: str, where: Where) -> Iterator[str]:
    for match in _FETCHED.finditer(line):
        tag = match[1] or (match[2] if "modelfile" in where.path.name.lower() else "")
        if tag and (lookup(tag) is not None or is_tag(tag) or "modelfile" in where.path.name.lower()):
            yield tag
