"""The way on which a value reached a reference, as steps that a person can follow. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.facts.roles import ADDRESS, Role
from migrate_vllm.flow.engine import Engine, Found
from migrate_vllm.flow.values import HOLE, Literal, Name, Spot, Value
from migrate_vllm.model import Step

if TYPE_CHECKING:
    from migrate_vllm.flow.analysis import Analysis

_SHOWN = 60
"""characters of a text"""
_LONGEST = 12
"""steps that are shown; of a longer way the first and the last"""


def way_of(analysis: Analysis, found: Found) -> tuple[Step, ...]:
    """From what begins it (a client, an address) to the place itself, which is left out."""
    turns = _turns(analysis.engine, found) or [(found.value, found.spot)]
    steps = list(dict.fromkeys(_step(analysis, spot, value) for value, spot in turns))
    shown = [step for step in steps if (step.path, step.line) != (found.spot.path, analysis.line_of(found.spot))] or steps
    half = _LONGEST // 2
    return tuple(shown if len(shown) <= _LONGEST else [*shown[:half], *shown[-half:]])


def kind_of(engine: Engine, found: Found) -> str:
    """Its kind; a reader of what came through a route of the program is one of its own: it may stay."""
    if found.kind not in ("response-access", "stream-parse"):
        return found.kind
    came = any(place in engine.delivered for place, _, _ in engine.graph.way(found.place, found.value))
    return "relayed-access" if came else found.kind


def _turns(engine: Engine, found: Found) -> list[tuple[Value, Spot]]:
    """Where the value became what it is, and where it went from one file to another; the beginning first."""
    turns: list[tuple[Value, Spot]] = []
    beginning: tuple[Value, Spot] | None = None
    path = found.spot.path
    for place, value, spot in engine.graph.way(found.place, found.value):
        at = spot or engine.spot_of(place)
        if at is None:
            continue
        beginning = value, at
        if spot is not None or at.path != path:
            turns.append(beginning)
        path = at.path
    if beginning is not None and beginning not in turns:
        turns.append(beginning)
    return turns[::-1]


def _step(analysis: Analysis, spot: Spot, value: Value) -> Step:
    return Step(spot.path, analysis.line_of(spot), said(value))


_WORDS = {
    "client module": "the client library", "client class": "the class of the client", "client": "a client", "answer class": "a type of answer",
    "error class": "the client's error", "error": "an error of the client", "framework class": "the framework's class", "http": "the HTTP response",
    "stream": "the stream", "line": "a part of the stream", "text": "the text of the answer", "body": "the body of the answer",
    "stream maker": "a reader of the stream", "reader of lines": "what reads it line by line", "reader of json": "what reads the answer",
    "reader of text": "what reads the text", "options": "options of a request", "request": "a request", "request class": "a type of request",
    "request part": "a part of a request", "told": "an answer that a test builds", "framework model": "the framework's model",
    "framework call": "a call of the framework's model", "framework answer": "the framework's answer", "framework": "arguments of the framework's class",
    "client arguments": "arguments of the client", "client maker": "what makes a client", "output": "what the command gives",
    "printed": "what the command prints", "printed line": "a line that the command prints", "printed lines": "what takes it apart",
}  # fmt: skip


def said(value: Value) -> str:
    """What a value is, in a few words."""
    if isinstance(value, Literal):
        return f"the text `{value.value.replace(HOLE, '…')[:_SHOWN]}`"
    if isinstance(value, Name):
        return f"`{value.dotted}`"
    if not isinstance(value, Role):
        return "an object of the program"
    if value == ADDRESS:
        return "Ollama's address"
    if value.name in ("call", "admin call"):
        return f"the call `{value.endpoint}`"
    if value.name in ("answer", "chunk"):
        what = f"the answer of `{value.endpoint}`" if value.name == "answer" else f"a chunk of `{value.endpoint}`"
        return f"`{value.path}` of {what}" if value.path else what
    if value.name == "variable":
        return f"the variable `{value.path}`"
    if value.name == "request" and value.endpoint:
        return f"the request of `{value.endpoint}`"
    return _WORDS.get(value.name, value.name)
