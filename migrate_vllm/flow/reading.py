"""Reading and writing of attributes, keys and elements. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from migrate_vllm.facts.fields import ANSWERED, ANSWERED_INSIDE
from migrate_vllm.facts.library import FUNCTIONS, HTTP_VERBS, METHODS, ROOTS
from migrate_vllm.facts.roles import CLIENT, MODULE, RAW, STEPS, Role
from migrate_vllm.flow.engine import NOWHERE, Engine
from migrate_vllm.flow.form import CONSTRUCTOR, EACH, INNER, REST, Place
from migrate_vllm.flow.parsing import deliver
from migrate_vllm.flow.requests import sink_entry
from migrate_vllm.flow.tool_names import OF_TOOLS
from migrate_vllm.flow.values import Entry, Literal, Name, Spot, Thing, Tool, Value

_MEMBERS = {"client": CLIENT, "client module": MODULE}
_NO_FIELDS = frozenset({"error", "status", "done"})
"""what a response object or the reader of a stream has itself"""


class Reading(NamedTuple):
    target: Place
    base: Place
    name: str
    spot: Spot


def read(engine: Engine, reading: Reading, value: Value) -> None:
    _READERS[type(value)](engine, reading, value)


# -- the program's own things


def field_of(engine: Engine, thing: Thing, name: str) -> Place:
    """The place of a thing's field, whether anything was written to it yet or not."""
    if name not in thing.fields:
        place = thing.fields[name] = engine.graph.place()
        _inherit(engine, thing, name, place)
    return thing.fields[name]


def _inherit(engine: Engine, thing: Thing, name: str, place: Place) -> None:
    """What a field holds that was never written to the thing itself: of its class, of what was spread into it."""
    if thing.kind == "instance" and thing.of is not None:
        _from_class(engine, thing.of, name, place)
        for base in thing.of.declaration.bases if thing.of.declaration else ():
            _from_base(engine, base, name, place)
    if thing.declaration is not None:
        for base in thing.declaration.bases:
            reading = Reading(place, base, name, NOWHERE)
            engine.graph.watch(base, lambda value, reading=reading: read(engine, reading, value) if isinstance(value, Thing) else None)  # type: ignore[misc]
    for source in thing.spread:
        _from_spread(engine, source, name, place)


def _from_base(engine: Engine, base: Place, name: str, place: Place) -> None:
    """What the base's methods write to an instance."""

    def arrive(value: Value) -> None:
        if isinstance(value, Thing) and value.kind == "class" and value.of is not None:
            engine.graph.link(field_of(engine, value.of, name), place)

    engine.graph.watch(base, arrive)


def _from_spread(engine: Engine, source: Place, name: str, place: Place) -> None:
    def arrive(value: Value) -> None:
        if isinstance(value, Thing):
            engine.graph.link(field_of(engine, value, name), place)
        elif isinstance(value, Role) and value.name in ("answer", "chunk"):
            inner = value.inner(name)
            if (value.endpoint, inner) in ANSWERED:
                engine.step(source, value, place, value._replace(path=inner))

    engine.graph.watch(source, arrive)


def _from_class(engine: Engine, declared: Thing, name: str, place: Place) -> None:
    member = field_of(engine, declared, name)
    declaration = declared.declaration
    if declaration is not None and name in declaration.properties:
        engine.invoke(member, (), place)
    else:
        engine.graph.link(member, place)


def _read_thing(engine: Engine, reading: Reading, thing: Thing) -> None:
    name = reading.name
    if thing.kind == "module":
        _read_module(engine, reading, thing)
        return
    if name == INNER:
        if thing.kind == "generator":
            engine.graph.link(field_of(engine, thing, EACH), reading.target)
        else:
            engine.step(reading.base, thing, reading.target, thing)
        return
    if name == CONSTRUCTOR and thing.of is not None and _extends_own(engine, thing.of):
        return  # `super().__init__(…)`: the base's, which is known by its own instance
    known = EACH if name.isdigit() and name not in thing.fields else name
    if known == EACH and thing.kind == "record" and EACH not in thing.fields:
        for entry in thing.entries:  # `MODELS[size]`: any of them
            if entry.name != REST:
                engine.graph.link(entry.place, reading.target)
    engine.graph.link(field_of(engine, thing, known), reading.target)
    if name in METHODS and thing.kind in ("record", "generator", "instance"):
        engine.step(reading.base, thing, reading.target, Tool("method", reading.base, name))


def _read_module(engine: Engine, reading: Reading, module: Thing) -> None:
    for name in dict.fromkeys((reading.name, "=")):
        if name in module.fields:
            source = module.fields[name]
            if name == "=" and reading.name not in ("default", "*"):
                inner = Reading(reading.target, source, reading.name, reading.spot)
                engine.graph.watch(source, lambda value, inner=inner: read(engine, inner, value))  # type: ignore[misc]
            else:
                engine.graph.link(source, reading.target)
            return
    engine.missing(module, reading.name, reading.target)


def _extends_own(engine: Engine, declared: Thing) -> bool:
    """Whether a class extends one of the program's."""
    bases = declared.declaration.bases if declared.declaration is not None else ()
    return any(isinstance(value, Thing) and value.kind == "class" for base in bases for value in engine.graph.held[base])


# -- Ollama's


def _read_role(engine: Engine, reading: Reading, role: Role) -> None:
    name = reading.name
    if name == INNER:
        engine.step(reading.base, role, reading.target, role)
    elif (members := _MEMBERS.get(role.name)) is not None:
        _read_member(engine, reading, role, members)
    elif name == "value":
        engine.step(reading.base, role, reading.target, role)
        _read_step(engine, reading, role)
    elif role.name in ("answer", "chunk"):
        _read_answer(engine, reading, role)
    elif not _read_step(engine, reading, role):
        if role.name in ("http", "body", "stream") and (role.endpoint, name) in ANSWERED and name not in _NO_FIELDS:
            _read_answer(engine, reading, role._replace(name="answer"))
        else:
            _read_method(engine, reading, role)


def _read_member(engine: Engine, reading: Reading, role: Role, members: Mapping[str, Role]) -> None:
    if reading.name in ("default", "*"):
        engine.step(reading.base, role, reading.target, role)
    elif (member := members.get(reading.name)) is not None:
        engine.step(reading.base, role, reading.target, member, reading.spot)
    else:
        _read_method(engine, reading, role)


def _read_step(engine: Engine, reading: Reading, role: Role) -> bool:
    step = STEPS.get((role.name, EACH if reading.name.isdigit() or reading.name == EACH else f".{reading.name}"))
    if step is None:
        return False
    engine.step(reading.base, role, reading.target, Role(step.to, role.endpoint), reading.spot)
    engine.report(reading.spot, step.kind, reading.name, reading.base, role)
    return True


def _read_answer(engine: Engine, reading: Reading, role: Role) -> None:
    name = reading.name
    if name == EACH or name.isdigit():
        if not role.path:
            engine.step(reading.base, role, reading.target, role._replace(name="chunk"), reading.spot)
        elif (role.endpoint, role.inner(EACH)) in ANSWERED_INSIDE:
            engine.step(reading.base, role, reading.target, role._replace(path=role.inner(EACH)))
        return
    if _read_step(engine, reading, role):
        return
    inner = role.inner(name)
    row = ANSWERED.get((role.endpoint, inner))
    if row is None:
        _read_method(engine, reading, role)
        return
    engine.step(reading.base, role, reading.target, role._replace(path=inner), reading.spot)
    if not row.stays:
        engine.report(reading.spot, "error-handling" if name == "error" else "response-access", inner, reading.base, role)


def _read_method(engine: Engine, reading: Reading, value: Value) -> None:
    if reading.name in METHODS:
        engine.step(reading.base, value, reading.target, Tool("method", reading.base, reading.name))


# -- libraries


def _read_name(engine: Engine, reading: Reading, name: Name) -> None:
    does = does_of(name.dotted)
    if does == "variables" and not does_of(f"{name.dotted}.{reading.name}"):
        engine.variable(reading.name, reading.target, reading.spot)
        return
    if does == "http library" and reading.name in HTTP_VERBS:
        engine.step(reading.base, name, reading.target, Tool("request"))
        return
    dotted = name.dotted if reading.name in ("default", "*") else f"{name.dotted}.{reading.name}"
    if dotted in ROOTS or does_of(dotted):
        engine.step(reading.base, name, reading.target, Name(dotted))


def does_of(dotted: str) -> str:
    """What `facts.library` says of a name: as a whole, else of its last two parts, else of its last one."""
    parts = dotted.rsplit(".", 2)
    return FUNCTIONS.get(dotted) or FUNCTIONS.get(".".join(parts[-2:])) or FUNCTIONS.get(parts[-1], "")


def _read_tool(engine: Engine, reading: Reading, tool: Tool) -> None:
    reader = OF_TOOLS.get(tool.does)
    becomes = tool if reading.name == INNER else reader(tool, reading.name) if reader else None
    if becomes is not None:
        engine.step(reading.base, tool, reading.target, becomes)
    if (also := _ALSO.get(tool.does)) is not None:
        also(engine, reading, tool)


def _also_of_stream(engine: Engine, reading: Reading, tool: Tool) -> None:
    if reading.name in (EACH, "value"):
        engine.graph.link(tool.place, reading.target)
    _read_method(engine, reading, tool)


def _also_of_asker(engine: Engine, reading: Reading, tool: Tool) -> None:
    if reading.name == "body":
        engine.graph.link(tool.place, reading.target)


def _also_of_wire(engine: Engine, reading: Reading, tool: Tool) -> None:
    _take_apart(engine, reading, tool)
    if reading.name in ("data", "_data", "value"):
        deliver(engine, tool.place, reading.target)
    _read_method(engine, reading, tool)


def _take_apart(engine: Engine, reading: Reading, tool: Tool) -> None:
    """What a route passes on as it came is taken apart line by line in the browser."""
    step = STEPS.get(("line", f".{reading.name}"))
    if step is not None and step.kind:
        engine.graph.watch(tool.place, lambda value: _report_raw(engine, reading, tool.place, value))


def _report_raw(engine: Engine, reading: Reading, place: Place, value: Value) -> None:
    if isinstance(value, Role) and value.name in RAW:
        engine.report(reading.spot, "relayed-access", reading.name, place, value)


_ALSO: Mapping[str, Callable[[Engine, Reading, Tool], None]] = {"own stream": _also_of_stream, "asker": _also_of_asker, "wire": _also_of_wire}
"""and what reading it does besides"""

_READERS: Mapping[type, Callable[..., None]] = {Thing: _read_thing, Role: _read_role, Name: _read_name, Tool: _read_tool, Literal: _read_method}


# -- writing


def write(engine: Engine, value: Value, entry: Entry) -> None:
    """`value.name = …`, or an entry of a literal."""
    if not isinstance(value, Thing):
        return
    if entry.name == REST:
        value.spread.append(entry.place)
        for name, place in tuple(value.fields.items()):
            _from_spread(engine, entry.place, name, place)
    elif value.kind != "module" or entry.name not in value.fields:
        engine.graph.link(entry.place, field_of(engine, value, entry.name))
    value.entries.append(entry)
    for role in tuple(value.sinks):
        sink_entry(engine, role, entry)
