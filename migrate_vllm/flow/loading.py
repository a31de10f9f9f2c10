"""A lowered file becomes part of the graph: each of its operations is links and watches. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from migrate_vllm.facts.library import HTTP_VERBS, LATER
from migrate_vllm.facts.roles import ADDRESS
from migrate_vllm.flow.calling import instance
from migrate_vllm.flow.declaring import declares
from migrate_vllm.flow.engine import Engine, Invocation, Unit
from migrate_vllm.flow.form import (
    EACH,
    Call,
    Class,
    Copy,
    Form,
    Function,
    Get,
    Global,
    Import,
    Instance,
    Join,
    Operation,
    Place,
    Put,
    Record,
    Text,
)
from migrate_vllm.flow.graph import Origin
from migrate_vllm.flow.http import proxies
from migrate_vllm.flow.importing import imported, named
from migrate_vllm.flow.reading import Reading, does_of, read, write
from migrate_vllm.flow.values import HOLE, Entry, Literal, Name, Thing, Tool, Value

_ADDRESS_TEXT = re.compile(r"11434|//[\w.-]*ollama[\w.-]*(:\d+|/|$)", re.IGNORECASE)
_SERVERS = frozenset({"app", "router", "server", "fastify", "blueprint", "bp"})
"""what a parameter is called that routes are added to, whoever passes it"""
_PORT = re.compile(r":11434(?!\d)")
_SENDS = re.compile(r"fetch|request|^(get|post)", re.IGNORECASE)
"""what a function that sends requests is called"""
_MOST_JOINED = 6
_LONGEST = 300
"""characters of a text that is followed"""


def load(engine: Engine, path: PurePosixPath, language: str, form: Form, module: Thing) -> Unit:
    """Put a file into the graph; `module` becomes what others import. Follow it with `graph.run`."""
    base = engine.graph.places(form.places)
    unit = Unit(path, language, form, base, module)
    engine.add(unit)
    module.fields.update((name, base + place) for name, place in form.exports.items())
    for operation in form.operations:
        _LOADERS[type(operation)](engine, unit, operation)
    for name, place in form.exports.items():
        engine.name_seed(unit, name, base + place)
    return unit


def _copy(engine: Engine, unit: Unit, op: Copy) -> None:
    engine.graph.link(unit.base + op.source, unit.base + op.target, unit.spot(op.at) if op.at else None)


def _text(engine: Engine, unit: Unit, op: Text) -> None:
    target = unit.base + op.target
    engine.graph.give(target, Literal(op.value, unit.spot(op.at)))
    if _ADDRESS_TEXT.search(op.value) and " " not in op.value:
        engine.graph.give(target, ADDRESS)


def _join(engine: Engine, unit: Unit, op: Join) -> None:
    graph, target = engine.graph, unit.base + op.target
    parts = [unit.base + part for part in op.parts]

    def arrive(part: Place, value: Value) -> None:
        if type(value) is not Literal:
            graph.give(target, value, Origin(part, value))
            return
        texts = [Literal("", value.spot)]
        for place in parts:
            held = [value] if place == part else [v for v in graph.held[place] if type(v) is Literal]
            options = held or [Literal(HOLE, value.spot)]
            texts = [Literal(text.value + one.value, one.spot if held else text.spot) for text in texts for one in options][:_MOST_JOINED]
        for text in texts:
            if len(text.value) <= _LONGEST:
                graph.give(target, text, Origin(part, value))
            if _PORT.search(text.value):
                graph.give(target, ADDRESS, Origin(part, value))

    engine.made_of.setdefault(target, []).extend(parts)
    for part in dict.fromkeys(parts):
        graph.watch(part, lambda value, part=part: arrive(part, value))  # type: ignore[misc]


def _get(engine: Engine, unit: Unit, op: Get) -> None:
    target, base = unit.base + op.target, unit.base + op.base
    reading = Reading(target, base, op.name, unit.spot(op.at))
    engine.made_of.setdefault(target, []).append(base)
    engine.graph.watch(base, lambda value: read(engine, reading, value))
    if op.name in HTTP_VERBS or op.name in LATER:
        engine.verbs[target] = op.name
    engine.name_seed(unit, op.name, target)
    if op.name in ("state", "session_state") and not unit.is_script:
        engine.graph.link(engine.kept, target)


def _put(engine: Engine, unit: Unit, op: Put) -> None:
    entry = Entry(op.name, unit.base + op.source, unit.spot(op.at))
    engine.puts.setdefault(unit.base + op.base, []).append(entry)
    engine.graph.watch(unit.base + op.base, lambda value: write(engine, value, entry))


def _call(engine: Engine, unit: Unit, op: Call) -> None:
    base = unit.base
    arguments = tuple(Entry(a.name, base + a.place, unit.spot(a.at)) for a in op.arguments)
    invocation = Invocation(base + op.target, base + op.callee, arguments, unit.spot(op.at), unit.is_script)
    engine.graph.watch(base + op.callee, lambda value: engine.call(engine, invocation, value))
    engine.made_of.setdefault(base + op.target, []).append(base + op.callee)
    engine.invocations.append(invocation)
    if base + op.callee in engine.verbs:
        engine.unknown.append(invocation)


def _record(engine: Engine, unit: Unit, op: Record) -> None:
    thing = Thing("record", unit.spot(unit.form.spans.get(op.target, (0, 0))))
    for entry in op.entries:
        write(engine, thing, Entry(entry.name, unit.base + entry.place, unit.spot(entry.at)))
    engine.graph.give(unit.base + op.target, thing)
    if unit.is_script:
        proxies(engine, thing)
        declares(engine, unit.base + op.target, thing)


def _function(engine: Engine, unit: Unit, op: Function) -> None:
    base = unit.base
    moved = op._replace(
        target=base + op.target, returns=base + op.returns, yields=base + op.yields, this=base + op.this,
        parameters=tuple(parameter._replace(place=base + parameter.place) for parameter in op.parameters),
    )  # fmt: skip
    thing = Thing("function", unit.spot(unit.form.spans.get(op.target, (0, 0))), function=moved)
    thing.generator = Thing("generator", thing.spot, fields={EACH: moved.yields})
    engine.graph.give(moved.target, thing)
    engine.graph.watch(moved.yields, lambda _: engine.graph.give(moved.returns, thing.generator or thing))
    for parameter in moved.parameters:
        engine.name_seed(unit, parameter.name, parameter.place)
        if parameter.name in _SERVERS:
            engine.graph.give(parameter.place, Tool("server"))


def _class(engine: Engine, unit: Unit, op: Class) -> None:
    base = unit.base
    moved = op._replace(
        target=base + op.target, this=base + op.this, bases=tuple(base + place for place in op.bases),
        members=tuple((name, base + place) for name, place in op.members),
    )  # fmt: skip
    thing = Thing("class", unit.spot(unit.form.spans.get(op.target, (0, 0))), fields=dict(moved.members), declaration=moved)
    thing.of = Thing("instance", thing.spot, of=thing)
    engine.graph.give(moved.target, thing)
    engine.graph.give(moved.this, thing.of)
    for name, place in moved.members:
        engine.name_seed(unit, name, place)
    for place in moved.bases:
        engine.graph.watch(place, lambda value: _settings(engine, unit, moved, value))
        engine.graph.watch(place, lambda value: _extends(engine, thing, value))


def _extends(engine: Engine, thing: Thing, base: Value) -> None:
    """The methods of the base see an instance of the class that extends it, too."""
    if isinstance(base, Thing) and base.declaration is not None and thing.of is not None and base is not thing:
        engine.graph.give(base.declaration.this, thing.of)


def _settings(engine: Engine, unit: Unit, declared: Class, base: Value) -> None:
    """pydantic-settings: each field is read from the variable of its name."""
    if isinstance(base, Name) and does_of(base.dotted) == "settings":
        for name, place in declared.members:
            if name != "model_config":
                engine.variable(name.upper(), place, engine.spot_of(place) or unit.spot((0, 0)))


def _instance(engine: Engine, unit: Unit, op: Instance) -> None:
    target, kind, spot = unit.base + op.target, unit.base + op.kind, unit.spot(op.at)
    engine.graph.watch(kind, lambda value: instance(engine, target, kind, value, spot))
    engine.kinds.append((target, kind))


def _import(engine: Engine, unit: Unit, op: Import) -> None:
    imported(engine, unit, op)
    if _SENDS.search(op.name):
        engine.verbs[unit.base + op.target] = op.name


def _global(engine: Engine, unit: Unit, op: Global) -> None:
    target = unit.base + op.target
    named(engine, unit, op, target)
    engine.name_seed(unit, op.name, target)


_LOADERS: Mapping[type[Operation], Callable[..., None]] = {
    Copy: _copy, Text: _text, Join: _join, Get: _get, Put: _put, Call: _call, Record: _record, Function: _function, Class: _class,
    Instance: _instance, Import: _import, Global: _global,
}  # fmt: skip
