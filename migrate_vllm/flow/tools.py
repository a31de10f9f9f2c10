"""What the functions of libraries do with values; `facts.library` says which function does what. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from migrate_vllm.facts.library import BASES, METHODS
from migrate_vllm.facts.roles import Role
from migrate_vllm.flow.engine import NOWHERE, Engine, Invocation
from migrate_vllm.flow.form import EACH, INNER, REST, Place
from migrate_vllm.flow.http import request, session
from migrate_vllm.flow.parsing import deliver, parse
from migrate_vllm.flow.reading import Reading, field_of, read, write
from migrate_vllm.flow.serving import serve
from migrate_vllm.flow.values import HOLE, Entry, Literal, Thing, Tool, Value

_OLLAMA = re.compile(r"([\w./\\-]*[/\\])?ollama(\.exe)?($|\s)")
_ANSWERS = frozenset({"$fetch", "ofetch", "useFetch", "useLazyFetch", "useAsyncFetch", "ky"})
"""functions that give what the server told instead of a response"""
_OWNERS = ("methods", "actions", "getters", "computed")
"""what a component or store is made of"""
_MAKERS = ("data", "setup", "state")


def _argument(invocation: Invocation, number: int = 0) -> Place | None:
    positional = [argument.place for argument in invocation.arguments if argument.name != REST and not argument.name]
    return positional[number] if number < len(positional) else None


def _pass(engine: Engine, invocation: Invocation) -> None:
    for argument in invocation.arguments:
        if argument.name in ("", "content", "default", "iterable"):
            engine.graph.link(argument.place, invocation.target)
        elif argument.name == "default_factory":
            engine.invoke(argument.place, (), invocation.target)
        elif argument.name == "key" and (given := _argument(invocation)) is not None:
            _by_key(engine, given, argument.place)
        elif argument.name == REST:
            read_each(engine, argument.place, invocation.target)


def _by_key(engine: Engine, given: Place, key: Place) -> None:
    """`sorted(models, key=lambda m: m.size)`"""
    each = engine.graph.place()
    read_each(engine, given, each)
    engine.invoke(key, (each,), engine.graph.place())


def read_each(engine: Engine, place: Place, target: Place) -> None:
    reading = Reading(target, place, EACH, NOWHERE)
    engine.graph.watch(place, lambda value: read(engine, reading, value))


def _call_argument(engine: Engine, invocation: Invocation, skip: int = 0) -> None:
    """`asyncio.to_thread(f, a)`, `executor.submit(f, a)`"""
    callee = _argument(invocation, skip)
    if callee is not None:
        arguments = invocation.arguments[skip + 1 :]
        inner = replace(invocation, callee=callee, arguments=arguments, spot=None)
        engine.graph.watch(callee, lambda called: engine.call(engine, inner, called))


def _call_second(engine: Engine, invocation: Invocation) -> None:
    _call_argument(engine, invocation, skip=1)


def _load(engine: Engine, invocation: Invocation) -> None:
    if (source := _argument(invocation)) is not None:
        engine.graph.watch(source, lambda text: parse(engine, source, text, invocation.target, invocation.spot))


def _box(engine: Engine, invocation: Invocation) -> None:
    box = Thing("record", invocation.spot)
    if (inside := _argument(invocation)) is not None:
        engine.graph.link(inside, field_of(engine, box, "value"))
    engine.graph.give(invocation.target, box)


def _computed(engine: Engine, invocation: Invocation) -> None:
    box = Thing("record", invocation.spot)
    result = field_of(engine, box, "value")
    for callee in filter(None, (_argument(invocation), _argument(invocation, 1))):
        engine.invoke(callee, (), result)
        engine.graph.watch(callee, lambda made: _getter(engine, made, result))
    engine.graph.give(invocation.target, box)
    engine.graph.link(result, invocation.target)


def _getter(engine: Engine, value: Value, result: Place) -> None:
    if isinstance(value, Thing) and value.kind == "record":
        engine.invoke(field_of(engine, value, "get"), (), result)


def _state(engine: Engine, invocation: Invocation) -> None:
    """React's: the value, and the function that sets it."""
    cell, pair = engine.graph.place(), Thing("record", invocation.spot)
    if (first := _argument(invocation)) is not None:
        engine.graph.link(first, cell)
        engine.invoke(first, (), cell)
    setter = engine.graph.place()
    engine.graph.give(setter, Tool("setter", cell))
    write(engine, pair, Entry("0", cell, NOWHERE))
    write(engine, pair, Entry("1", setter, NOWHERE))
    engine.graph.give(invocation.target, pair)


def _set(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    if (given := _argument(invocation)) is not None:
        engine.graph.link(given, tool.place)
        engine.invoke(given, (tool.place,), tool.place)


def _store(engine: Engine, invocation: Invocation) -> None:
    made = engine.graph.place()
    for number in (0, 1):
        if (given := _argument(invocation, number)) is not None:
            engine.invoke(given, (), made)
            engine.graph.watch(given, lambda options: _assemble(engine, options, made))
    engine.graph.give(invocation.target, Tool("factory", made))


def _make(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    engine.graph.link(tool.place, invocation.target)


def _component(engine: Engine, invocation: Invocation) -> None:
    if (given := _argument(invocation)) is not None:
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
    for entry in value.entries:
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


def _depend(engine: Engine, invocation: Invocation) -> None:
    """FastAPI's: the parameter holds what the function returns or yields."""
    if (function := _argument(invocation)) is not None:
        result = engine.graph.place()
        engine.invoke(function, (), result)
        reading = Reading(invocation.target, result, INNER, NOWHERE)
        engine.graph.watch(result, lambda made: read(engine, reading, made))


def _variable(engine: Engine, invocation: Invocation) -> None:
    def arrive(name: Value) -> None:
        if isinstance(name, Literal) and HOLE not in name.value:
            engine.variable(name.value, invocation.target, name.spot)

    if (name := _argument(invocation)) is not None:
        engine.graph.watch(name, arrive)
    for argument in invocation.arguments[1:]:
        if argument.name in ("", "default"):
            engine.graph.link(argument.place, invocation.target)


def _run(engine: Engine, invocation: Invocation) -> None:
    for argument in invocation.arguments:
        engine.invoke(argument.place, (), engine.graph.place())


def _request(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """`tool.text`: the name of the function, where it is a global one."""
    name = tool.text.rpartition(".")[2]
    request(engine, invocation, tool.place, name in _ANSWERS)
    if name.startswith("use"):
        box = Thing("record", invocation.spot)
        engine.graph.link(invocation.target, field_of(engine, box, "data"))
        engine.graph.give(invocation.target, box)


def _session(engine: Engine, invocation: Invocation) -> None:
    session(engine, invocation, BASES)


def _server(engine: Engine, invocation: Invocation) -> None:
    prefix = next((a.place for a in invocation.arguments if a.name in ("prefix", "url_prefix")), -1)
    engine.graph.give(invocation.target, Tool("server", prefix))


def _route(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """`app.get("/path")` as a decorator, `app.get("/path", handler)`, `path("path", view)`."""
    given = next((a.place for a in invocation.arguments if a.name in ("", "path", "rule")), None)
    if given is None:
        return
    prefixes = engine.graph.held[tool.place] if tool.place >= 0 else ()
    prefix = next((held.value for held in prefixes if isinstance(held, Literal)), "")

    def arrive(path: Value) -> None:
        if isinstance(path, Literal) and HOLE not in path.value:
            engine.graph.give(invocation.target, Tool("route", given, f"{prefix}{path.value}"))
            serve(engine, f"{prefix}{path.value}", replace(invocation, arguments=invocation.arguments[1:]))

    engine.graph.watch(given, arrive)


def _decorate(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    serve(engine, tool.text, invocation)


def _respond(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """`res.json(x)`, `res.write(x)`"""
    for argument in invocation.arguments:
        engine.graph.link(argument.place, tool.place)
    engine.graph.give(invocation.target, tool)


def _wire(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """`await res.text()`, `await reader.read()`: still to be parsed."""
    engine.graph.give(invocation.target, tool)


def _wire_json(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """`await res.json()`: what the route answers."""
    deliver(engine, tool.place, invocation.target)


def _read_body(engine: Engine, invocation: Invocation) -> None:
    """Nitro's `readBody(event)`"""
    if (event := _argument(invocation)) is not None:
        engine.graph.watch(event, lambda value: engine.graph.link(value.place, invocation.target) if isinstance(value, Tool) and value.does == "asker" else None)


def _codec(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    engine.graph.give(invocation.target, tool)


def _method(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    method, receiver = METHODS[tool.text], tool.place
    sources: dict[str, Place] = {"self": receiver, "each": engine.graph.place(), "returned": engine.graph.place()}
    if method.result == "each" or any(source == "each" for _, source in method.gives):
        read_each(engine, receiver, sources["each"])
    sources["first"] = _argument(invocation, 1) or engine.graph.place()
    for argument in invocation.arguments:
        if argument.name == "key":
            _by_key(engine, receiver, argument.place)
    if tool.text in ("pipe", "pipeTo") and (sink := _argument(invocation)) is not None:
        _pour(engine, receiver, sink, invocation.target)
    callback = _argument(invocation, 1 if tool.text == "on" else 0)
    if callback is not None and (method.gives or method.result == "returned"):
        given = dict(method.gives)
        arguments = tuple(sources[given[number]] if number in given else engine.graph.place() for number in range(len(given)))
        engine.invoke(callback, arguments, sources["returned"])
    if method.result:
        _result(engine, invocation, sources[method.result], method.into)


def _pour(engine: Engine, stream: Place, sink: Place, target: Place) -> None:
    """`stream.pipe(res)`, through as many as there are."""

    def arrive(value: Value) -> None:
        if isinstance(value, Tool) and value.does == "responder":
            engine.graph.link(stream, value.place)

    engine.graph.watch(sink, arrive)
    engine.graph.link(stream, target)


def _pipe(engine: Engine, invocation: Invocation) -> None:
    """`pipeline(stream, res)`, `sendStream(event, stream)`"""
    places = [argument.place for argument in invocation.arguments if not argument.name]
    for source in places:
        engine.graph.link(source, invocation.target)
        for sink in places:
            if sink != source:
                _pour(engine, source, sink, invocation.target)


def _nuxt_settings(engine: Engine, invocation: Invocation) -> None:
    engine.graph.link(engine.nuxt, invocation.target)
    engine.asks_nuxt = True


def _set_nuxt(engine: Engine, invocation: Invocation) -> None:
    if (given := _argument(invocation)) is not None:
        engine.graph.watch(given, lambda value: engine.graph.link(field_of(engine, value, "runtimeConfig"), engine.nuxt) if isinstance(value, Thing) else None)


def _result(engine: Engine, invocation: Invocation, source: Place, into: str) -> None:
    if into:
        made = Thing("record", invocation.spot)
        engine.graph.link(source, field_of(engine, made, into))
        read_each(engine, source, field_of(engine, made, into))
        engine.graph.give(invocation.target, made)
    else:
        engine.graph.link(source, invocation.target)


def _command(engine: Engine, invocation: Invocation) -> None:
    """`subprocess.run(["ollama", "list"])`"""
    given = _argument(invocation)
    if given is None:
        return
    text = engine.graph.place()
    engine.graph.link(given, text)
    engine.graph.watch(given, lambda value: engine.graph.link(field_of(engine, value, "0"), text) if isinstance(value, Thing) else None)

    def arrive(value: Value) -> None:
        if isinstance(value, Literal) and _OLLAMA.match(value.value):
            engine.step(text, value, invocation.target, Role("output"), invocation.spot)
            engine.step(text, value, invocation.target, Role("printed"), invocation.spot)
            engine.report(invocation.spot, "cli-command", "", text, value)

    engine.graph.watch(text, arrive)


def _path(engine: Engine, invocation: Invocation) -> None:
    """Django's `path("chat/", view)`"""
    _route(engine, invocation, Tool("route maker"))


LIBRARY: Mapping[str, Callable[[Engine, Invocation], None]] = {
    "passes": _pass, "calls": _call_argument, "calls later": _call_second, "loads": _load, "ref": _box, "computed": _computed,
    "state": _state, "store": _store, "component": _component, "depends": _depend, "variable": _variable, "runs": _run,
    "session maker": _session, "server maker": _server, "route": _path, "reads body": _read_body, "command": _command, "pipes": _pipe, "settings of nuxt": _nuxt_settings, "sets nuxt": _set_nuxt,
    "codec maker": lambda engine, invocation: _codec(engine, invocation, Tool("codec")),
    "json codec maker": lambda engine, invocation: _codec(engine, invocation, Tool("codec", text="json")),
}  # fmt: skip
"""what a function of a library does when it is called"""
TOOLS: Mapping[str, Callable[[Engine, Invocation, Tool], None]] = {
    "session": _request, "setter": _set, "factory": _make, "request": _request, "route": _decorate, "route maker": _route, "responder": _respond, "wire": _wire, "wire json": _wire_json, "ask": _make,
    "method": _method, "codec": _codec, "passes": lambda engine, invocation, _: _pass(engine, invocation),
    "loads": lambda engine, invocation, _: _load(engine, invocation),
}  # fmt: skip
