"""Methods of lists, texts, promises and streams, whatever they belong to; `facts.library` says what each does. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from migrate_vllm.facts.library import METHODS
from migrate_vllm.flow.arguments import argument_of, by_key, read_each
from migrate_vllm.flow.engine import Engine, Invocation
from migrate_vllm.flow.form import Place
from migrate_vllm.flow.reactive import store_method
from migrate_vllm.flow.reading import field_of
from migrate_vllm.flow.streams import pass_through, pour
from migrate_vllm.flow.values import Thing, Tool


def method(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """Call the method `tool.text` of what `tool.place` holds."""
    row, receiver = METHODS[tool.text], tool.place
    each, returned = engine.graph.place(), engine.graph.place()
    sources = {"self": receiver, "each": each, "returned": returned, "first": argument_of(invocation, 1) or engine.graph.place()}
    if row.result == "each" or any(source == "each" for _, source in row.gives):
        read_each(engine, receiver, each)
    _by_keys(engine, invocation, receiver)
    if (special := _SPECIAL.get(tool.text)) is not None:
        special(engine, invocation, receiver)
    callback = argument_of(invocation, 1 if tool.text == "on" else 0)
    if callback is not None and (row.gives or row.result == "returned"):
        given = dict(row.gives)
        engine.invoke(callback, tuple(sources[given[number]] for number in sorted(given)), returned)
    if row.result:
        _result(engine, invocation, sources[row.result], row.into)


def _by_keys(engine: Engine, invocation: Invocation, receiver: Place) -> None:
    for argument in invocation.arguments:
        if argument.name == "key":
            by_key(engine, receiver, argument.place)


def _result(engine: Engine, invocation: Invocation, source: Place, into: str) -> None:
    if into:
        made = Thing("record", invocation.spot)
        engine.graph.link(source, field_of(engine, made, into))
        read_each(engine, source, field_of(engine, made, into))
        engine.graph.give(invocation.target, made)
    else:
        engine.graph.link(source, invocation.target)


def _pipe(engine: Engine, invocation: Invocation, receiver: Place) -> None:
    if (sink := argument_of(invocation)) is not None:
        pour(engine, receiver, sink, invocation.target)


_SPECIAL: Mapping[str, Callable[[Engine, Invocation, Place], None]] = {
    "pipe": _pipe, "pipeTo": _pipe, "pipeThrough": pass_through,
    **{name: lambda engine, invocation, receiver, name=name: store_method(engine, receiver, name, invocation) for name in ("set", "update", "subscribe")},  # type: ignore[misc]
}  # fmt: skip
