"""What the program gives to Ollama: its objects become requests, options, models. Pure."""

from __future__ import annotations

from migrate_vllm.facts.fields import ANSWERED, ANSWERED_INSIDE, REQUESTED, REQUESTED_INSIDE, Paths
from migrate_vllm.facts.options import OPTIONS
from migrate_vllm.facts.options import Place as Home
from migrate_vllm.facts.roles import CLIENT_ARGUMENTS, SIGNATURES, Role
from migrate_vllm.flow.engine import Engine, Invocation
from migrate_vllm.flow.form import REST, Place
from migrate_vllm.flow.values import HOLE, Entry, Literal, Thing, Value

_FRAMEWORK_MODELS = frozenset("model model_name modelName model_id ai_model_id id".split())
_STAYING = frozenset(name for name, row in OPTIONS.items() if row.place is Home.TOP and row.vllm == name)
"""options that a framework's other class calls the same"""
_FRAMEWORK_KEYS = frozenset("format keep_alive keepAlive think reasoning validate_model_on_init checkOrPullModel".split())
_FRAMEWORK_ADDRESSES = frozenset("base_url baseUrl baseURL host url api_base".split())


def snake(name: str) -> str:
    """`numCtx` → `num_ctx`"""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)


def sink(engine: Engine, place: Place, role: Role) -> None:
    """Whatever the place holds goes to Ollama as `role`."""
    engine.asked.add(place)
    engine.graph.watch(place, lambda value: _arrive(engine, role, place, value))
    for entry in engine.puts.get(place, ()) if engine.graph.once("puts", place, role) else ():
        if not engine.graph.held[place]:
            sink_entry(engine, role, entry)


def sink_arguments(engine: Engine, invocation: Invocation, role: Role) -> None:
    """The arguments of a call are the fields of a request; in JavaScript there is one object that has them."""
    names = iter(SIGNATURES.get(role.endpoint, ()))
    for argument in invocation.arguments:
        name = argument.name or ("" if invocation.script else next(names, ""))
        if argument.name == REST or not name:
            sink(engine, argument.place, role)
        elif argument.name:
            sink_entry(engine, role, argument)
        else:
            sink(engine, argument.place, role._replace(path=name))


def sink_entry(engine: Engine, role: Role, entry: Entry) -> None:
    """A field of something that goes to Ollama as `role`."""
    _ENTRIES[role.name](engine, role, entry)


def _arrive(engine: Engine, role: Role, place: Place, value: Value) -> None:
    if isinstance(value, Thing):
        if role not in value.sinks and value.kind in ("record", "instance"):
            value.sinks[role] = None
            for entry in tuple(value.entries):
                sink_entry(engine, role, entry)
            for source in value.spread:
                sink(engine, source, role)
    elif isinstance(value, Role) and value.name == "variable" and role.path == "model":
        engine.models.add(value.path)
    elif isinstance(value, Literal) and role.path == "model" and value.value and HOLE not in value.value:
        engine.report(value.spot, "model-tag", value.value, place, value)


def _requested(engine: Engine, role: Role, entry: Entry) -> None:
    if entry.name.isdigit():
        return
    path = _filled(engine, role, entry, REQUESTED, "request-key")
    if path == "options":
        sink(engine, entry.place, Role("options", role.endpoint))
    elif path == "model" or (role.endpoint, path) in REQUESTED_INSIDE:
        sink(engine, entry.place, role._replace(path=path))


def _told(engine: Engine, role: Role, entry: Entry) -> None:
    """A test builds an answer of Ollama's."""
    if entry.name.isdigit():
        return
    path = _filled(engine, role, entry, ANSWERED, "test-mock")
    if (role.endpoint, path) in ANSWERED_INSIDE:
        sink(engine, entry.place, role._replace(path=path))


def _filled(engine: Engine, role: Role, entry: Entry, paths: Paths, kind: str) -> str:
    """The path of an entry, which is reported where it has to change."""
    path = role.inner(entry.name)
    row = paths.get((role.endpoint, path))
    if row is not None and not row.stays:
        engine.report(entry.spot, kind, path, entry.place, role)
    return path


def _option(engine: Engine, role: Role, entry: Entry) -> None:
    if entry.name in OPTIONS:
        engine.report(entry.spot, "option", entry.name, entry.place, role)


def _framework(engine: Engine, role: Role, entry: Entry) -> None:
    name = snake(entry.name)
    if name in ("options", "client_kwargs", "additional_kwargs", "generation_kwargs"):
        sink(engine, entry.place, Role("options"))
    if name in OPTIONS and name not in _STAYING:
        engine.report(entry.spot, "option", name, entry.place, role)
    elif entry.name in _FRAMEWORK_KEYS:
        engine.report(entry.spot, "request-key", name, entry.place, role)
    elif entry.name in _FRAMEWORK_MODELS:
        sink(engine, entry.place, role._replace(path="model"))
    elif entry.name in _FRAMEWORK_ADDRESSES:
        engine.report(entry.spot, "base-url", entry.name, entry.place, role)


def _client(engine: Engine, role: Role, entry: Entry) -> None:
    if entry.name in CLIENT_ARGUMENTS:
        engine.report(entry.spot, "client", entry.name, entry.place, role)


_ENTRIES = {"request": _requested, "options": _option, "framework": _framework, "client arguments": _client, "told": _told}
