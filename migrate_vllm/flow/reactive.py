"""State of front ends: Vue, Pinia, React, Svelte, Nuxt, and what asks for data there. Pure."""

from __future__ import annotations

from migrate_vllm.flow.arguments import argument_of, read_from
from migrate_vllm.flow.engine import NOWHERE, Engine, Invocation
from migrate_vllm.flow.form import Place
from migrate_vllm.flow.reading import Reading, field_of, read, write
from migrate_vllm.flow.values import Entry, Thing, Tool, Value

_OWNERS = ("methods", "actions", "getters", "computed")
"""what a component or store is made of"""
_MAKERS = ("data", "setup", "state")


def boxed(engine: Engine, invocation: Invocation, name: str = "value") -> None:
    """An object that holds its argument: `ref(x).value`"""
    box = Thing("record", invocation.spot)
    if (inside := argument_of(invocation)) is not None:
        engine.graph.link(inside, field_of(engine, box, name))
    engine.graph.give(invocation.target, box)


def computed(engine: Engine, invocation: Invocation) -> None:
    box = Thing("record", invocation.spot)
    result = field_of(engine, box, "value")
    for callee in filter(None, (argument_of(invocation), argument_of(invocation, 1))):
        engine.invoke(callee, (), result)
        engine.graph.watch(callee, lambda made: _getter(engine, made, result))
    engine.graph.give(invocation.target, box)
    engine.graph.link(result, invocation.target)


def _getter(engine: Engine, value: Value, result: Place) -> None:
    if isinstance(value, Thing) and value.kind == "record":
        engine.invoke(field_of(engine, value, "get"), (), result)


def state(engine: Engine, invocation: Invocation) -> None:
    """React's: the value, and the function that sets it."""
    cell, pair = engine.graph.place(), Thing("record", invocation.spot)
    if (first := argument_of(invocation)) is not None:
        engine.graph.link(first, cell)
        engine.invoke(first, (), cell)
    setter = engine.graph.place()
    engine.graph.give(setter, Tool("setter", cell))
    write(engine, pair, Entry("0", cell, NOWHERE))
    write(engine, pair, Entry("1", setter, NOWHERE))
    engine.graph.give(invocation.target, pair)


def set_state(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    if (given := argument_of(invocation)) is not None:
        engine.graph.link(given, tool.place)
        engine.invoke(given, (tool.place,), tool.place)


def store(engine: Engine, invocation: Invocation) -> None:
    made = engine.graph.place()
    for number in (0, 1):
        if (given := argument_of(invocation, number)) is not None:
            engine.invoke(given, (), made)
            engine.graph.watch(given, lambda options: _assemble(engine, options, made))
    engine.graph.give(invocation.target, Tool("factory", made))


def made(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    engine.graph.link(tool.place, invocation.target)


def component(engine: Engine, invocation: Invocation) -> None:
    if (given := argument_of(invocation)) is not None:
        engine.graph.watch(given, lambda options: _assemble(engine, options, invocation.target))


def _assemble(engine: Engine, options: Value, made: Place) -> None:
    """The object that a component's or store's functions see as `this`: its data, methods and computed values together."""
    if not isinstance(options, Thing) or options.kind != "record":
        return
    whole = Thing("record", options.spot)
    engine.graph.give(made, whole)
    for name in _MAKERS:
        maker, state = field_of(engine, options, name), engine.graph.place()
        engine.invoke(maker, (), state)
        whole.spread.append(state)
        _this(engine, maker, made)
    for owner in _OWNERS:
        engine.graph.watch(field_of(engine, options, owner), lambda value, owner=owner: _members(engine, value, whole, made, owner))  # type: ignore[misc]


def _members(engine: Engine, value: Value, whole: Thing, made: Place, owner: str) -> None:
    if not isinstance(value, Thing):
        return
    for entry in tuple(value.entries):
        _this(engine, entry.place, made)
        if owner in ("computed", "getters"):
            result = field_of(engine, whole, entry.name)
            engine.invoke(entry.place, (made,), result)
        else:
            write(engine, whole, entry)


def _this(engine: Engine, place: Place, made: Place) -> None:
    def arrive(value: Value) -> None:
        if isinstance(value, Thing) and value.function is not None:
            engine.graph.link(made, value.function.this)

    engine.graph.watch(place, arrive)


def query(engine: Engine, invocation: Invocation) -> None:
    """`useQuery({ queryFn })`, `useAsyncData(key, f)`: what the function returns is its `data`."""
    box, data = Thing("record", invocation.spot), engine.graph.place()
    for argument in invocation.arguments[:2]:
        engine.invoke(argument.place, (), data)
        engine.graph.watch(argument.place, lambda value: engine.invoke(field_of(engine, value, "queryFn"), (), data) if isinstance(value, Thing) and value.kind == "record" else None)
    engine.graph.link(data, field_of(engine, box, "data"))
    engine.graph.give(invocation.target, box)


def watched(engine: Engine, invocation: Invocation) -> None:
    """Vue's `watch(source, (now) => …)`"""
    source, callback = argument_of(invocation), argument_of(invocation, 1)
    if source is None or callback is None:
        return
    now = engine.graph.place()
    engine.graph.link(source, now)
    engine.invoke(source, (), now)
    read_from(engine, source, "value", now)
    engine.invoke(callback, (now,), engine.graph.place())


def referenced(engine: Engine, invocation: Invocation) -> None:
    """React's `useRef(x).current`"""
    boxed(engine, invocation, "current")


def nuxt_settings(engine: Engine, invocation: Invocation) -> None:
    engine.graph.link(engine.nuxt, invocation.target)
    engine.asks_nuxt = True


def set_nuxt(engine: Engine, invocation: Invocation) -> None:
    if (given := argument_of(invocation)) is not None:
        read_from(engine, given, "runtimeConfig", engine.nuxt)


def store_method(engine: Engine, receiver: Place, name: str, invocation: Invocation) -> None:
    """Svelte's stores: `models.set(x)`, `models.update(f)`, `models.subscribe(f)`."""
    given, inside = argument_of(invocation), engine.graph.place()
    if given is None or len(invocation.arguments) != 1:
        return
    reading = Reading(inside, receiver, "value", NOWHERE)
    engine.graph.watch(receiver, lambda value: read(engine, reading, value) if isinstance(value, Thing) else None)
    result = engine.graph.place()
    if name == "set":
        engine.graph.link(given, result)
    else:
        engine.invoke(given, (inside,), result)
    if name != "subscribe":
        engine.graph.watch(receiver, lambda value: write(engine, value, Entry("value", result, NOWHERE)))
