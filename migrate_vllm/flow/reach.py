"""What of a file others may get something of Ollama's from, and what of others a file needs: how far the analysis has to read. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from migrate_vllm.facts.roles import Role
from migrate_vllm.flow.engine import Engine, Unit
from migrate_vllm.flow.form import Place
from migrate_vllm.flow.values import Thing, Tool, Value

_UNREAD = frozenset({"variable", "framework class", "framework model"})
"""roles of which nothing is read by a function that is called with them"""
_DEEPEST = 3
"""things in things that an export is looked through"""
_GIVEN = 2
"""and an argument"""


def asked_places(engine: Engine) -> set[Place]:
    """All places that what goes to Ollama, and what is called with something of it, is made of."""
    sources = engine.graph.sources
    given = Given(engine)
    called = (call.callee for call in engine.invocations if any(given.holds(argument.place, _GIVEN) for argument in call.arguments))
    said = (kind for place, kind in engine.kinds if given.holds(place, 0))
    waiting = [*engine.asked, *called, *said]
    seen = set(waiting)
    while waiting:
        place = waiting.pop()
        for source in (*sources.get(place, ()), *engine.made_of.get(place, ())):
            if source not in seen:
                seen.add(source)
                waiting.append(source)
    return seen


class Given:
    """Whether an argument is something of Ollama's, or holds such a thing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[Thing, bool] = {}

    def holds(self, place: Place, depth: int) -> bool:
        return any(self._is_ours(value, depth) for value in tuple(self._engine.graph.held[place]))

    def _is_ours(self, value: Value, depth: int) -> bool:
        if isinstance(value, Role):
            return value.name not in _UNREAD
        if not isinstance(value, Thing) or not depth:
            return False
        if value not in self._known:
            self._known[value] = bool(value.sinks)
            places = (*(entry.place for entry in value.entries), *(value.fields.values() if value.kind == "generator" else ()))
            self._known[value] = bool(value.sinks) or any(self.holds(place, depth - 1) for place in places)
        return self._known[value]


class Bearing:
    """Which exports give something of Ollama's to others, or take something for it. Of one moment."""

    def __init__(self, engine: Engine, asked: set[Place]) -> None:
        self._engine, self._asked = engine, asked
        self._known: dict[Thing, bool] = {}

    def names(self, unit: Unit) -> frozenset[str]:
        return frozenset(name for name, place in unit.form.exports.items() if self.place(unit.base + place, _DEEPEST))

    def place(self, place: Place, depth: int) -> bool:
        return any(self._value(value, depth) for value in self._engine.graph.held[place])

    def _value(self, value: Value, depth: int) -> bool:
        if isinstance(value, Role):
            return value.name != "variable"
        if isinstance(value, Tool):
            return value.place >= 0 and depth > 0 and self.place(value.place, depth - 1)
        if not isinstance(value, Thing) or not depth:
            return False
        if value not in self._known:
            self._known[value] = False
            self._known[value] = any(self._parts(value, depth - 1))
        return self._known[value]

    def _parts(self, thing: Thing, depth: int) -> Iterator[bool]:
        if (function := thing.function) is not None:
            yield any(parameter.place in self._asked for parameter in function.parameters)
            yield self.place(function.returns, depth)
            yield self.place(function.yields, depth)
        yield from (self.place(place, depth) for place in (*thing.fields.values(), *thing.spread))
        if thing.of is not None and thing.kind in ("class", "instance"):
            yield from (self.place(place, depth) for place in tuple(thing.of.fields.values()))
        if thing.sinks:
            yield True
