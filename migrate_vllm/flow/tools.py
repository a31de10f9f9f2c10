"""What the functions of libraries do with values; `facts.library` says which function does what. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from migrate_vllm.facts.library import BASES, LATER
from migrate_vllm.facts.roles import Role
from migrate_vllm.flow.arguments import argument_of, by_key, read_each, read_from
from migrate_vllm.flow.engine import Engine, Invocation
from migrate_vllm.flow.form import INNER, REST, Place
from migrate_vllm.flow.http import request, session, unknown_request
from migrate_vllm.flow.methods import method
from migrate_vllm.flow.parsing import deliver, parse
from migrate_vllm.flow.reactive import (
    boxed,
    component,
    computed,
    made,
    nuxt_settings,
    query,
    referenced,
    set_nuxt,
    set_state,
    state,
    store,
    watched,
)
from migrate_vllm.flow.reading import field_of
from migrate_vllm.flow.serving import serve
from migrate_vllm.flow.streams import enqueue, lines_of, new_stream, pipe
from migrate_vllm.flow.values import HOLE, Literal, Thing, Tool, Value

_OLLAMA = re.compile(r"([\w./\\-]*[/\\])?ollama(\.exe)?($|\s)")
_ANSWERS = frozenset({"$fetch", "ofetch", "useFetch", "useLazyFetch", "useAsyncFetch", "ky"})
"""functions that give what the server told instead of a response"""


def _pass(engine: Engine, invocation: Invocation) -> None:
    for argument in invocation.arguments:
        if argument.name in ("", "content", "default", "iterable"):
            engine.graph.link(argument.place, invocation.target)
        elif argument.name == "default_factory":
            engine.invoke(argument.place, (), invocation.target)
        elif argument.name == "key" and (given := argument_of(invocation)) is not None:
            by_key(engine, given, argument.place)
        elif argument.name == REST:
            read_each(engine, argument.place, invocation.target)


def _pick(engine: Engine, invocation: Invocation) -> None:
    """`Promise.race([answer, timeout])`: one of what it is given."""
    if (given := argument_of(invocation)) is not None:
        read_each(engine, given, invocation.target)


def _input(engine: Engine, invocation: Invocation) -> None:
    """What a person may enter: the default that is shown or taken. `st.text_input(label, value)`, `typer.Option(default, "--name")`."""
    positional = [argument for argument in invocation.arguments if not argument.name]
    named = [argument for argument in invocation.arguments if argument.name in ("value", "default")]
    for argument in (*(positional[1:2] or positional[:1]), *named):
        engine.graph.watch(argument.place, lambda value, place=argument.place: _entered(engine, invocation, place, value))  # type: ignore[misc]


def _entered(engine: Engine, invocation: Invocation, place: Place, value: Value) -> None:
    if not (isinstance(value, Literal) and value.value.startswith("-")):
        engine.step(place, value, invocation.target, value)


def _call_argument(engine: Engine, invocation: Invocation, skip: int = 0) -> None:
    """`asyncio.to_thread(f, a)`, `executor.submit(f, a)`"""
    callee = argument_of(invocation, skip)
    if callee is not None:
        arguments = invocation.arguments[skip + 1 :]
        inner = replace(invocation, callee=callee, arguments=arguments, spot=None)
        engine.graph.watch(callee, lambda called: engine.call(engine, inner, called))


def _call_second(engine: Engine, invocation: Invocation) -> None:
    _call_argument(engine, invocation, skip=1)


def _load(engine: Engine, invocation: Invocation) -> None:
    if (source := argument_of(invocation)) is not None:
        engine.graph.watch(source, lambda text: parse(engine, source, text, invocation.target, invocation.spot))


def _depend(engine: Engine, invocation: Invocation) -> None:
    """FastAPI's: the parameter holds what the function returns or yields."""
    if (function := argument_of(invocation)) is not None:
        result = engine.graph.place()
        engine.invoke(function, (), result)
        read_from(engine, result, INNER, invocation.target)


def _variable(engine: Engine, invocation: Invocation) -> None:
    def arrive(name: Value) -> None:
        if isinstance(name, Literal) and HOLE not in name.value:
            engine.variable(name.value, invocation.target, name.spot)

    if (name := argument_of(invocation)) is not None:
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
    if name.startswith("use"):
        box = Thing("record", invocation.spot)
        engine.graph.give(invocation.target, box)
        invocation = replace(invocation, target=field_of(engine, box, "data"))
    request(engine, invocation, tool.place, name in _ANSWERS)


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
        engine.graph.link(argument.place, tool.place, argument.spot)
    engine.graph.give(invocation.target, tool)


def _wire(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """`await res.text()`, `await reader.read()`: still to be parsed."""
    engine.graph.give(invocation.target, tool)


def _wire_json(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    """`await res.json()`: what the route answers."""
    deliver(engine, tool.place, invocation.target)


def _read_body(engine: Engine, invocation: Invocation) -> None:
    """Nitro's `readBody(event)`"""
    if (event := argument_of(invocation)) is not None:
        engine.graph.watch(event, lambda value: engine.graph.link(value.place, invocation.target) if isinstance(value, Tool) and value.does == "asker" else None)


def _codec(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    engine.graph.give(invocation.target, tool)


def _partial(engine: Engine, invocation: Invocation) -> None:
    """`partial(ollama.chat, model="x")`: what it is given now is given to every call."""
    _call_argument(engine, replace(invocation, target=engine.graph.place()))
    if (function := argument_of(invocation)) is not None:
        engine.graph.link(function, invocation.target)


def _new_record(engine: Engine, invocation: Invocation) -> None:
    engine.graph.give(invocation.target, Thing("record", invocation.spot))


def _command(engine: Engine, invocation: Invocation) -> None:
    """`subprocess.run(["ollama", "list"])`"""
    given = argument_of(invocation)
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


def unknown_calls(engine: Engine) -> None:
    """Calls of methods of objects that nothing is known of, told by the method's name and its arguments."""
    waiting, engine.unknown = engine.unknown, []
    for invocation in waiting:
        if engine.graph.held[invocation.callee]:
            continue
        if (does := LATER.get(engine.verbs[invocation.callee])) is not None:
            LIBRARY[does](engine, invocation)
        elif not unknown_request(engine, invocation):
            engine.unknown.append(invocation)


LIBRARY: Mapping[str, Callable[[Engine, Invocation], None]] = {
    "passes": _pass, "picks": _pick, "input": _input, "calls": _call_argument, "calls later": _call_second, "loads": _load, "ref": boxed, "computed": computed,
    "state": state, "store": store, "component": component, "depends": _depend, "variable": _variable, "runs": _run,
    "session maker": _session, "server maker": _server, "route": _path, "reads body": _read_body, "command": _command, "pipes": pipe, "partial": _partial, "new record": _new_record, "lines of": lines_of, "new stream": new_stream,
    "query": query, "watches": watched, "reference": referenced, "settings of nuxt": nuxt_settings, "sets nuxt": set_nuxt,
    "codec maker": lambda engine, invocation: _codec(engine, invocation, Tool("codec")),
    "json codec maker": lambda engine, invocation: _codec(engine, invocation, Tool("codec", text="json")),
}  # fmt: skip
"""what a function of a library does when it is called"""
TOOLS: Mapping[str, Callable[[Engine, Invocation, Tool], None]] = {
    "own stream": _codec, "session": _request, "setter": set_state, "enqueue": enqueue, "factory": made, "request": _request, "route": _decorate, "route maker": _route, "responder": _respond, "wire": _wire, "wire json": _wire_json, "ask": made,
    "method": method, "codec": _codec, "passes": lambda engine, invocation, _: _pass(engine, invocation),
    "loads": lambda engine, invocation, _: _load(engine, invocation),
}  # fmt: skip
