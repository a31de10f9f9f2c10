"""The arguments and elements that the functions of libraries work on. Pure."""

from __future__ import annotations

from migrate_vllm.flow.engine import NOWHERE, Engine, Invocation
from migrate_vllm.flow.form import EACH, REST, Place
from migrate_vllm.flow.reading import Reading, read


def argument_of(invocation: Invocation, number: int = 0) -> Place | None:
    positional = [argument.place for argument in invocation.arguments if argument.name != REST and not argument.name]
    return positional[number] if number < len(positional) else None


def read_from(engine: Engine, place: Place, name: str, target: Place) -> None:
    """`target` holds what is called `name` in whatever the place holds."""
    reading = Reading(target, place, name, NOWHERE)
    engine.graph.watch(place, lambda value: read(engine, reading, value))


def read_each(engine: Engine, place: Place, target: Place) -> None:
    read_from(engine, place, EACH, target)


def by_key(engine: Engine, given: Place, key: Place) -> None:
    """`sorted(models, key=lambda m: m.size)`"""
    each = engine.graph.place()
    read_each(engine, given, each)
    engine.invoke(key, (each,), engine.graph.place())
