"""Answers and requests of Ollama's that a test builds by hand: told by their keys, in tests of programs that talk to it. Pure."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from migrate_vllm.facts.roles import Role
from migrate_vllm.flow.engine import Engine, Unit
from migrate_vllm.flow.form import EACH, Record
from migrate_vllm.flow.reading import field_of
from migrate_vllm.flow.requests import sink
from migrate_vllm.flow.values import Thing

_TEST = re.compile(r"(^|[/_.-])(tests?|specs?|__tests__|__mocks__|conftest|mocks?|e2e)([/_.-]|$)", re.IGNORECASE)


class _Shape(NamedTuple):
    """What a record looks like: `key`, what is inside of it, and one of `others` beside it."""

    role: Role
    key: str
    inside: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def _keys(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHAPES = (
    _Shape(Role("told", "chat"), "message", inside=_keys("content thinking tool_calls images")),
    _Shape(Role("told", "tags"), "models", inside=_keys("name model digest size details modified_at")),
    _Shape(Role("told", "generate"), "response", others=_keys("done context created_at eval_count done_reason total_duration")),
    _Shape(Role("told", "chat"), "done", others=_keys("message created_at eval_count done_reason total_duration")),
    _Shape(Role("told", "embeddings"), "embedding"),
    _Shape(Role("told", "embed"), "embeddings"),
    _Shape(Role("told", "show"), "capabilities"),
    _Shape(Role("told", "pull"), "status", others=_keys("completed total digest")),
    _Shape(Role("request", "chat"), "messages", others=_keys("think options keep_alive format")),
    _Shape(Role("request", "generate"), "prompt", others=_keys("options keep_alive format raw system")),
)
_OTHERS = frozenset({"choices", "object", "usage", "data", "id"})
"""keys of OpenAI's answers, and of what programs make of Ollama's"""


def is_test(path: PurePosixPath) -> bool:
    return _TEST.search(str(path)) is not None


def mocks(engine: Engine, unit: Unit) -> None:
    """Whatever in the file has the shape of an answer or a request of Ollama's is one."""
    for operation in unit.form.operations:
        if isinstance(operation, Record):
            for value in tuple(engine.graph.held[unit.base + operation.target]):
                if isinstance(value, Thing) and value.kind == "record":
                    _recognise(engine, value, unit.base + operation.target)


def _recognise(engine: Engine, thing: Thing, place: int) -> None:
    keys = {entry.name for entry in thing.entries}
    if keys & _OTHERS:
        return
    for shape in _SHAPES:
        if shape.key in keys and (not shape.others or keys & shape.others) and (not shape.inside or _holds(engine, thing, shape)):
            sink(engine, place, shape.role)


def _holds(engine: Engine, thing: Thing, shape: _Shape) -> bool:
    for value in engine.graph.held[field_of(engine, thing, shape.key)]:
        if isinstance(value, Thing):
            elements = (v for v in engine.graph.held[field_of(engine, value, EACH)] if isinstance(v, Thing))
            if any(_fits({entry.name for entry in thing.entries}, shape) for thing in (value, *elements)):
                return True
    return False


def _fits(keys: set[str], shape: _Shape) -> bool:
    return bool(keys & shape.inside) and not keys & _OTHERS
