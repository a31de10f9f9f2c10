"""Calls: of the program's own functions and classes, of Ollama's, and of a library's. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from migrate_vllm.facts.roles import CLIENT_ARGUMENTS, STEPS, Role
from migrate_vllm.flow.declaring import declares
from migrate_vllm.flow.engine import Engine, Invocation
from migrate_vllm.flow.form import CONSTRUCTOR, EACH, REST, Function, Parameter, Place
from migrate_vllm.flow.graph import Origin
from migrate_vllm.flow.reading import does_of, field_of, write
from migrate_vllm.flow.requests import sink, sink_arguments, sink_entry
from migrate_vllm.flow.tools import LIBRARY, TOOLS
from migrate_vllm.flow.values import Entry, Literal, Name, Spot, Thing, Tool, Value


def call(engine: Engine, invocation: Invocation, value: Value) -> None:
    """What a call does when its callee holds `value`."""
    _CALLERS[type(value)](engine, invocation, value)


def _call_nothing(engine: Engine, invocation: Invocation, value: Value) -> None:
    """A text can't be called."""


def _call_library(engine: Engine, invocation: Invocation, value: Name) -> None:
    does = does_of(value.dotted)
    if does in ("request", "http library"):
        TOOLS["request"](engine, invocation, Tool("request", text=value.dotted))
    elif (function := LIBRARY.get(does)) is not None:
        function(engine, invocation)


def _call_tool(engine: Engine, invocation: Invocation, value: Tool) -> None:
    if (tool := TOOLS.get(value.does)) is not None:
        tool(engine, invocation, value)


# -- the program's own


def _call_thing(engine: Engine, invocation: Invocation, thing: Thing) -> None:
    if thing.function is not None:
        _bind(engine, invocation, thing.function)
        _return(engine, invocation, thing, thing.function.returns)
    elif thing.declaration is not None and thing.of is not None:
        engine.graph.give(invocation.target, thing.of)
        _construct(engine, invocation, thing, thing.of)
    elif thing.kind == "instance":
        method = field_of(engine, thing, "__call__")
        engine.graph.watch(method, lambda value: call(engine, invocation, value))


def _return(engine: Engine, invocation: Invocation, thing: Thing, returns: Place) -> None:
    """What the function returns, without what it makes of other calls' texts: `url("/api/chat")` isn't `url("/api/tags")`."""

    def pass_text(value: Value) -> None:
        if type(value) is Literal:
            thing.passed.setdefault(value.spot, set()).add(invocation.target)

    def arrive(value: Value) -> None:
        callers = thing.passed.get(value.spot) if type(value) is Literal else None
        if callers is None or invocation.target in callers:
            engine.graph.give(invocation.target, value, Origin(returns, value))

    for argument in invocation.arguments:
        engine.graph.watch(argument.place, pass_text)
    engine.graph.watch(returns, arrive)


def _construct(engine: Engine, invocation: Invocation, declared: Thing, made: Thing) -> None:
    constructor = field_of(engine, declared, CONSTRUCTOR)
    engine.graph.watch(constructor, lambda value: call(engine, replace(invocation, target=engine.graph.place()), value))
    if CONSTRUCTOR in dict(declared.declaration.members if declared.declaration else ()):
        return
    names = iter(name for name, _ in (declared.declaration.members if declared.declaration else ()))
    for argument in invocation.arguments:
        name = argument.name or next(names, "")
        if name:
            write(engine, made, argument._replace(name=name))


def _bind(engine: Engine, invocation: Invocation, function: Function) -> None:
    ordinary = [parameter for parameter in function.parameters if not parameter.kind]
    by_name = {parameter.name: parameter for parameter in ordinary}
    rest = {parameter.kind: parameter for parameter in function.parameters if parameter.kind}
    waiting = iter(ordinary)
    for argument in invocation.arguments:
        if argument.name == REST:
            _spread(engine, argument.place, ordinary)
            _to_rest(engine, argument, rest.get("**"))
        elif argument.name in by_name:
            engine.graph.link(argument.place, by_name[argument.name].place)
        elif not argument.name and (parameter := next(waiting, None)) is not None:
            engine.graph.link(argument.place, parameter.place)
        else:
            _to_rest(engine, argument, rest.get("**" if argument.name else "*"))


def _spread(engine: Engine, place: Place, parameters: list[Parameter]) -> None:
    """`f(**options)`: by name. What `*args` holds may be passed to any."""

    def arrive(value: Value) -> None:
        if isinstance(value, Thing):
            for parameter in parameters:
                engine.graph.link(field_of(engine, value, parameter.name), parameter.place)

    engine.graph.watch(place, arrive)


def _to_rest(engine: Engine, argument: Entry, parameter: Parameter | None) -> None:
    if parameter is not None:
        thing = Thing("record", argument.spot)
        write(engine, thing, argument if argument.name else argument._replace(name=EACH))
        engine.graph.give(parameter.place, thing)


# -- Ollama's


def _call_role(engine: Engine, invocation: Invocation, role: Role) -> None:
    step = STEPS.get((role.name, "()"))
    if step is None:
        return
    becomes = Role(step.to, role.endpoint, role.path)
    engine.step(invocation.callee, role, invocation.target, becomes, invocation.spot)
    engine.report(invocation.spot, step.kind, role.path or role.endpoint, invocation.callee, role)
    if (more := _WITH_ARGUMENTS.get(role.name)) is not None:
        more(engine, invocation, role)


def _ask(engine: Engine, invocation: Invocation, role: Role) -> None:
    sink_arguments(engine, invocation, Role("request", role.endpoint))


def _make_client(engine: Engine, invocation: Invocation, role: Role) -> None:
    for argument in invocation.arguments:
        if argument.name in CLIENT_ARGUMENTS:
            engine.report(argument.spot, "client", argument.name, argument.place, role)
        elif not argument.name:
            sink(engine, argument.place, Role("client arguments"))


def _make_model(engine: Engine, invocation: Invocation, role: Role) -> None:
    if role.name == "framework model" and not role.path[:1].islower():
        return  # LangChain's `llm("a prompt")`; the AI SDK's `ollama("a model")` is a function
    for number, argument in enumerate(invocation.arguments):
        if argument.name and argument.name != REST:
            sink_entry(engine, Role("framework"), argument)
        else:
            sink(engine, argument.place, Role("framework", "", "" if number or argument.name else "model"))


def _make_part(engine: Engine, invocation: Invocation, role: Role) -> None:
    """`Options(num_ctx=…)`, `Message(…)`: a record of its arguments."""
    thing = Thing("record", invocation.spot)
    for argument in invocation.arguments:
        if argument.name:
            write(engine, thing, argument)
    engine.graph.give(invocation.target, thing)
    if role.path == "options":
        sink(engine, invocation.target, Role("options"))


_WITH_ARGUMENTS: Mapping[str, Callable[[Engine, Invocation, Role], None]] = {
    "call": _ask, "admin call": _ask, "client class": _make_client, "framework class": _make_model, "framework model": _make_model,
    "request class": _make_part, "message class": _make_part,
}  # fmt: skip


def instance(engine: Engine, target: Place, kind: Place, value: Value, spot: Spot) -> None:
    """The target holds an instance of what `value` is: an annotation, an `except`."""
    if isinstance(value, Thing):
        if value.kind == "class" and value.of is not None:
            engine.graph.give(target, value.of)
            declares(engine, target, value.of)
    elif isinstance(value, Role) and (step := STEPS.get((value.name, "()"))) is not None and value.name.endswith("class"):
        engine.step(kind, value, target, Role(step.to, value.endpoint, value.path), spot)
        engine.report(spot, "error-handling" if value.name == "error class" else "sdk-type", value.endpoint, kind, value)


_CALLERS: Mapping[type, Callable[..., None]] = {
    Thing: _call_thing, Role: _call_role, Name: _call_library, Tool: _call_tool, Literal: _call_nothing,
}  # fmt: skip

