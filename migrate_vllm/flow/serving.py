"""Routes that the program serves, and its own requests to them: the way from a back end to the browser. Pure."""

from __future__ import annotations

import re
from functools import cache

from migrate_vllm.facts.fields import ANSWERED_INSIDE
from migrate_vllm.facts.library import BODIES, OPTIONS
from migrate_vllm.facts.roles import RAW, Role
from migrate_vllm.flow.engine import Engine, Invocation, Request, Route
from migrate_vllm.flow.form import EACH, Place
from migrate_vllm.flow.graph import Origin
from migrate_vllm.flow.parsing import deliver
from migrate_vllm.flow.reading import field_of
from migrate_vllm.flow.values import HOLE, Entry, Literal, Spot, Thing, Tool, Value

_VARIABLE = re.compile(rf"^[:{{<\[{HOLE}$].*|.*{HOLE}.*")
_IN_BODIES = frozenset({"model", "prompt", "messages"})


@cache
def segments(path: str) -> tuple[str, ...]:
    """`/api/chats/{id}?x` → `api`, `chats`, `*`; without scheme and host."""
    bare = re.sub(r"^[a-z]+://[^/]*", "", path.partition("?")[0])
    parts = [part for part in bare.split("/") if part]
    return tuple("*" if _VARIABLE.match(part) else part for part in (parts[1:] if parts[:1] == [HOLE] else parts))


def serve(engine: Engine, path: str, invocation: Invocation, prefix: str = "") -> None:
    """The functions among the arguments answer requests of the path."""
    route = route_of(engine, f"{prefix.rstrip('/')}/{path.lstrip('/')}", invocation.spot)
    if route is not None:
        for argument in invocation.arguments:
            handle(engine, route, argument.place)


def route_of(engine: Engine, path: str, spot: Spot | None) -> Route | None:
    """A new route, with the requests that ask it connected; None for one that any request could mean."""
    if spot is None or not any(part != "*" for part in segments(path)):
        return None
    route = Route(path, engine.graph.place(), engine.graph.place())
    engine.routes.append(route)
    engine.served.setdefault(segments(path)[-1], []).append(route)
    engine.graph.watch(route.answer, lambda value: _relayed(engine, route.answer, value, 0))
    for asked, parts in _waiting(engine, segments(path)[-1]):
        if not asked.endpoints and _same(parts, segments(path)):
            _connect(engine, asked, route)
    return route


def _waiting(engine: Engine, last: str) -> tuple[tuple[Request, tuple[str, ...]], ...]:
    """Requests whose path may end like that."""
    lists = engine.asking.values() if last == "*" else (engine.asking.get(last, []), engine.asking.get("*", []))
    return tuple(each for found in lists for each in found)


def handle(engine: Engine, route: Route, place: Place) -> None:
    """Whatever function the place holds answers the route: by what it returns, or by what it gives to its second parameter."""

    def arrive(value: Value) -> None:
        if isinstance(value, Thing) and value.function is not None:
            engine.graph.link(value.function.returns, route.answer)
            for parameter in value.function.parameters[1:2]:
                engine.graph.give(parameter.place, Tool("responder", route.answer))
            for parameter in value.function.parameters[:1]:
                engine.graph.give(parameter.place, Tool("asker", route.asked))
                if parameter.name in ("c", "ctx", "context"):
                    engine.graph.give(parameter.place, Tool("responder", route.answer))

    engine.graph.watch(place, arrive)


def answered(engine: Engine, asked: Request, text: Literal) -> None:
    """A request that isn't to Ollama: the routes that may answer it."""
    parts = segments(text.value)
    if not any(part != "*" for part in parts):
        return
    engine.asking.setdefault(parts[-1], []).append((asked, parts))
    for route in _serving(engine, parts[-1]):
        if _same(parts, segments(route.path)):
            _connect(engine, asked, route)


def served(engine: Engine, text: Literal) -> bool:
    """Whether a route of the program answers the path."""
    parts = segments(text.value)
    return any(_same(parts, segments(route.path)) for route in _serving(engine, parts[-1]))


def _serving(engine: Engine, last: str) -> tuple[Route, ...]:
    """Routes whose path may end like that."""
    lists = engine.served.values() if last == "*" else (engine.served.get(last, []), engine.served.get("*", []))
    return tuple(route for found in lists for route in found)


def _same(asked: tuple[str, ...], served: tuple[str, ...]) -> bool:
    """One is the end of the other: a router's prefix and a proxy's are not known."""
    shorter, longer = sorted((asked, served), key=len)
    end = longer[len(longer) - len(shorter) :]
    fits = all(a == b or "*" in (a, b) for a, b in zip(shorter, end, strict=True))
    return fits and any(a == b and a != "*" for a, b in zip(shorter, end, strict=True))


def _connect(engine: Engine, asked: Request, route: Route) -> None:
    if not engine.graph.once("asks", id(asked), route.answer):
        return
    target = asked.invocation.target
    if asked.answers:
        deliver(engine, route.answer, target)
    engine.graph.give(target, Tool("wire", route.answer, route.path))
    for body in bodies(engine, asked.invocation):
        engine.graph.link(body, route.asked)


def bodies(engine: Engine, invocation: Invocation) -> list[Place]:
    """Places that hold the body of a request: `json=…`, the object after the URL, or the `body` of that object."""
    found = [argument.place for argument in invocation.arguments if argument.name in BODIES]
    for argument in [argument for argument in invocation.arguments if not argument.name][1:3]:
        body = engine.graph.place()
        engine.graph.watch(argument.place, lambda value, place=argument.place, body=body: _body(engine, value, place, body))  # type: ignore[misc]
        found.append(body)
    return found


def _body(engine: Engine, value: Value, place: Place, body: Place) -> None:
    """The object after the URL is a body (`axios.post(url, body)`), or options that hold one (`fetch(url, {body})`)."""
    if not isinstance(value, Thing) or value.kind not in ("record", "instance"):
        return
    names = {entry.name for entry in value.entries}
    if names & (BODIES | OPTIONS) and not names & _IN_BODIES:
        for name in BODIES:
            engine.graph.link(field_of(engine, value, name), body)
    else:
        engine.graph.give(body, value, Origin(place, value))


# -- what is relayed


def has_shape(value: Value) -> bool:
    """Whether whoever gets the value must know Ollama's shape to read it."""
    if not isinstance(value, Role):
        return False
    return value.name in RAW or (value.name in ("answer", "chunk") and (not value.path or (value.endpoint, value.path) in ANSWERED_INSIDE))


def _relayed(engine: Engine, place: Place, value: Value, depth: int) -> None:
    """A route passes Ollama's own shape on to whoever asks it."""
    if has_shape(value):
        engine.report(_said(engine, place, value), "relay", "", place, value)
    elif isinstance(value, Tool) and value.does == "own stream" and engine.graph.once("relayed", value):
        engine.graph.watch(value.place, lambda inner: _relayed(engine, value.place, inner, depth + 1))
    elif isinstance(value, Thing) and depth < 6:
        if value.kind == "generator":
            each = value.fields[EACH]
            engine.graph.watch(each, lambda inner: _relayed(engine, each, inner, depth + 1))
        elif value.kind == "record":
            for entry in value.entries:
                _entry(engine, entry, depth)


def _entry(engine: Engine, entry: Entry, depth: int) -> None:
    def arrive(value: Value) -> None:
        if has_shape(value):
            if isinstance(value, Role) and value.name not in RAW:  # a raw text in an object of its own is no answer
                engine.report(entry.spot, "relay", "", entry.place, value)
        else:
            _relayed(engine, entry.place, value, depth + 1)

    if engine.graph.once("relayed", entry.place):
        engine.graph.watch(entry.place, arrive)


def _said(engine: Engine, place: Place, value: Value) -> Spot | None:
    """The expression that hands it on: the first on the way back that is one."""
    for at, _, handed in engine.graph.way(place, value):
        if (spot := handed or engine.spot_of(at)) is not None:
            return spot
    return None
