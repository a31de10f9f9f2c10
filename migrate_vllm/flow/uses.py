"""What a program asks of Ollama, read off an analysis that has run: its requests with their models and fields, the options with
their values, the variables that it reads and where these go, the addresses. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from migrate_vllm.facts.env import application_variable
from migrate_vllm.facts.fields import Side, fields
from migrate_vllm.facts.roles import SIGNATURES, Role
from migrate_vllm.flow.engine import NOWHERE, Engine, Unit
from migrate_vllm.flow.form import EACH, REST, Call, Place
from migrate_vllm.flow.given import Given as Given
from migrate_vllm.flow.given import Ways
from migrate_vllm.flow.given import Where as Where
from migrate_vllm.flow.values import Entry, Literal, Spot, Thing, Tool

if TYPE_CHECKING:
    from migrate_vllm.flow.analysis import Analysis

_MODELS = ("model", "model_name", "modelName", "model_id", "name")
"""what the model is called in a request; of administrative ones also `name`"""
_HOSTS = frozenset("host base_url baseUrl baseURL url api_base".split())
_ADDRESS = re.compile(r"(https?://[\w.-]+(?::\d+)?|[\w.-]+:\d+)(/|/v1/?|/api/?|/api/\w+)?")
"""without the path"""
_DEEPEST = 4
MODEL, ADDRESS = "model", "address"
"""what a variable is read for, beside names of options and fields"""


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a request asks for."""

    name: str
    """a path as in `facts.fields`: `tools`, `messages[].images`"""
    where: Where
    values: tuple[Given, ...] = ()
    thing: bool = False
    """an object or a list is given"""
    fixed: bool = False
    """the value stands there itself: it is never another"""


@dataclass(frozen=True, slots=True)
class Request:
    """One call or one body that is sent."""

    endpoint: str
    """last segment of its path; of a framework's class its name"""
    by: str
    """`client`, `http` or `framework`"""
    where: Where
    models: tuple[Given, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    name: str
    where: Where
    values: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """An environment variable that is read."""

    name: str
    where: Where
    into: tuple[str, ...] = ()
    """MODEL, ADDRESS, names of options and fields that its value gets to"""
    defaults: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """An address that requests go to."""

    value: str
    where: Where


Use = Request | Option | Read | Address
_Use = TypeVar("_Use", Request, Option, Read, Address)


def uses_of(analysis: Analysis) -> tuple[Use, ...]:
    """In the order of their places, by sort. `analysis` has run."""
    ways = Ways(analysis)
    requests = tuple(_sorted(_requests(analysis.engine, ways)))
    options = tuple(_sorted(_options(analysis.engine, ways)))
    hosts = tuple(dict.fromkeys(given for place in _hosts(analysis.engine) for given in ways.given(place)))
    reads = tuple(_sorted(_reads(analysis.engine, ways, _goals(requests, options, hosts))))
    addresses = tuple(_sorted(Address(found[1], given.where) for given in hosts if (found := _ADDRESS.fullmatch(given.value))))
    return (*requests, *options, *reads, *addresses)


def _sorted(uses: Iterable[_Use]) -> list[_Use]:
    return sorted(dict.fromkeys(uses), key=lambda use: (use.where, repr(use)))


# -- requests


def _requests(engine: Engine, ways: Ways) -> Iterator[Request]:
    parts: set[Thing] = set()
    for unit in engine.units.values():
        for op in unit.form.operations:
            if isinstance(op, Call):
                yield from _called(engine, ways, unit, op, parts)
    bodies = [thing for thing in _things(engine) if any(role.name == "request" and not role.path for role in thing.sinks)]
    parts.update(part for body in bodies for part in _spread(engine, body))
    for body in bodies:
        if body not in parts and body.entries and body.spot is not None:
            for endpoint in _endpoints(engine, body):
                yield _request(engine, ways, endpoint, "http", body.spot, _entries(engine, body))


def _called(engine: Engine, ways: Ways, unit: Unit, op: Call, parts: set[Thing]) -> Iterator[Request]:
    """Calls of a client, and of a framework's class."""
    roles = [value for value in engine.graph.held[unit.base + op.callee] if isinstance(value, Role)]
    for role in dict.fromkeys(roles):
        if role.name in ("call", "admin call", "framework class"):
            entries = list(_arguments(engine, unit, op, role, parts))
            asked, by = (role.path, "framework") if role.name == "framework class" else (role.endpoint, "client")
            yield _request(engine, ways, asked, by, unit.spot(op.at), entries)


def _arguments(engine: Engine, unit: Unit, op: Call, role: Role, parts: set[Thing]) -> Iterator[Entry]:
    first = ("model",) if role.name == "framework class" else SIGNATURES.get(role.endpoint, ())
    names = iter(() if unit.is_script else first)
    for argument in op.arguments:
        name, place = argument.name, unit.base + argument.place
        if (not name and (name := next(names, "")) == "") or name == REST:
            for thing in _held(engine, place):
                parts.add(thing)
                yield from _entries(engine, thing)
        else:
            yield Entry(name, place, unit.spot(argument.at))


def _request(engine: Engine, ways: Ways, endpoint: str, by: str, spot: Spot, entries: Sequence[Entry]) -> Request:
    entries = [entry if entry.spot is not NOWHERE else entry._replace(spot=spot) for entry in entries]
    models = [given for entry in entries if entry.name in _MODELS for given in ways.given(entry.place)]
    asked = [_field(ways, entry) for entry in entries if entry.name not in _MODELS]
    pictures = [_field(ways, entry, "messages[].images") for each in entries if each.name == "messages" for entry in _pictures(engine, each.place)]
    return Request(endpoint, by, ways.where(spot), tuple(dict.fromkeys(models)), tuple(dict.fromkeys((*asked, *pictures))))


_CONTENT = frozenset("messages prompt input system options".split())
"""fields whose values are what is talked about"""


def _field(ways: Ways, entry: Entry, name: str = "") -> Field:
    values = () if entry.name in _CONTENT else ways.given(entry.place)
    return Field(name or entry.name, ways.where(entry.spot), values, ways.holds_thing(entry.place), ways.is_plain(entry.place))


def _pictures(engine: Engine, place: Place, depth: int = 0) -> Iterator[Entry]:
    """Entries `images` of messages that are in a list, or in a list that is spread into it."""
    for thing in _held(engine, place) if depth < _DEEPEST else ():
        for entry in _entries(engine, thing):
            if entry.name == "images":
                yield entry if entry.spot is not NOWHERE or thing.spot is None else entry._replace(spot=thing.spot)
            elif entry.name == EACH:
                yield from _pictures(engine, entry.place, depth + 1)


def _things(engine: Engine) -> list[Thing]:
    """The objects of the program that go to Ollama."""
    held = (value for unit in engine.units.values() for place in range(unit.base, unit.base + unit.form.places) for value in engine.graph.held[place])
    return list(dict.fromkeys(value for value in held if isinstance(value, Thing) and value.sinks))


def _held(engine: Engine, place: Place) -> list[Thing]:
    return [value for value in engine.graph.held[place] if isinstance(value, Thing) and value.kind in ("record", "instance")]


def _spread(engine: Engine, thing: Thing) -> Iterator[Thing]:
    for place in thing.spread:
        yield from (part for part in _held(engine, place) if part is not thing)


def _entries(engine: Engine, thing: Thing, depth: int = 0) -> list[Entry]:
    """Its own and those of what is spread into it."""
    own = [entry for entry in thing.entries if entry.name != REST]
    inner = _spread(engine, thing) if depth < _DEEPEST else ()
    return list(dict.fromkeys((*own, *(entry for part in inner for entry in _entries(engine, part, depth + 1)))))


def _endpoints(engine: Engine, body: Thing) -> list[str]:
    """Whom a body is for. A function that posts whatever it is given has it for all that are asked through it: then what
    stands beside the body in the call says it, else its fields do."""
    asked = sorted({role.endpoint for role in body.sinks if role.name == "request" and not role.path})
    if len(asked) < 2:
        return asked
    said = [endpoint for endpoint in asked if endpoint in _beside(engine, body)]
    names = {entry.name for entry in body.entries}
    return said or [endpoint for endpoint in asked if names <= fields(endpoint, Side.REQUEST).keys()] or asked


def _beside(engine: Engine, body: Thing) -> set[str]:
    """Last segments of the texts that are given to a call together with a body."""
    unit = engine.units.get(body.spot.path) if body.spot else None
    calls = [op for op in unit.form.operations if isinstance(op, Call)] if unit else []
    held = engine.graph.held
    return {
        value.value.rpartition("/")[2]
        for op in calls if unit and any(_held(engine, unit.base + argument.place) == [body] for argument in op.arguments)
        for argument in op.arguments for value in held[unit.base + argument.place] if isinstance(value, Literal)
    }  # fmt: skip


# -- options, addresses, variables


def _options(engine: Engine, ways: Ways) -> Iterator[Option]:
    for found in engine.found.values():
        if found.kind == "option":
            yield Option(found.subject, ways.where(found.spot), ways.given(found.place))


def _hosts(engine: Engine) -> Iterator[Place]:
    """Places that hold an address: a client's host, a framework's, the URL of a request and the base of its session."""
    for unit in engine.units.values():
        for op in unit.form.operations:
            if isinstance(op, Call):
                yield from _hosts_of_call(engine, unit, op)
    for asked in engine.requests:
        if asked.endpoints:
            yield from (place for text, place in asked.texts.items() if text.value.partition("?")[0].rpartition("/")[2] in asked.endpoints)
            yield from (value.place for value in engine.graph.held[asked.invocation.callee] if isinstance(value, Tool) and value.place >= 0)


def _hosts_of_call(engine: Engine, unit: Unit, op: Call) -> Iterator[Place]:
    roles = {value.name for value in engine.graph.held[unit.base + op.callee] if isinstance(value, Role)}
    if not roles & {"client class", "framework class"}:
        return
    for number, argument in enumerate(op.arguments):
        place = unit.base + argument.place
        if argument.name in _HOSTS or (not argument.name and not number and "client class" in roles):
            yield place
        if not argument.name or argument.name == REST:
            yield from (entry.place for thing in _held(engine, place) for entry in _entries(engine, thing) if entry.name in _HOSTS)


def _goals(requests: Iterable[Request], options: Iterable[Option], hosts: Iterable[Given]) -> Mapping[str, set[str]]:
    """What each variable is read for."""
    goals: dict[str, set[str]] = {}
    pairs = [
        *((MODEL, given) for request in requests for given in request.models),
        *((option.name, given) for option in options for given in option.values),
        *((field.name, given) for request in requests for field in request.fields for given in field.values),
        *((ADDRESS, given) for given in hosts),
    ]
    for goal, given in pairs:
        if given.variable:
            goals.setdefault(given.variable, set()).add(goal)
    return goals


def _reads(engine: Engine, ways: Ways, goals: Mapping[str, set[str]]) -> Iterator[Read]:
    """Of variables that get to Ollama, or that say so."""
    for variable in engine.variables:
        name = variable.name
        where = ways.read_at(variable)
        if where.line and name.isidentifier() and (name in goals or application_variable(name) is not None or "OLLAMA" in name):
            yield Read(name, where, tuple(sorted(goals.get(name, ()))), ways.defaults(variable))
