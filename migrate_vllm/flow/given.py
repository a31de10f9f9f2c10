"""Which texts, numbers and environment variables may get to a place: the way of values, backwards. Pure.

The form has no numbers, so none travels through the graph: from a place the links are followed back to expressions whose
source is one. What a call of an unknown function makes of a value isn't known; only those that turn a text into a number are
gone through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from migrate_vllm.facts.roles import Role
from migrate_vllm.flow.engine import Unit, Variable
from migrate_vllm.flow.form import Call, Global, Place
from migrate_vllm.flow.values import HOLE, Literal, Spot, Thing, Value

if TYPE_CHECKING:
    from migrate_vllm.flow.analysis import Analysis

_PLAIN = re.compile(r"[-+]?\d[\d_]*(\.\d+)?([eE][-+]?\d+)?|True|False|true|false")
_CONVERSIONS = frozenset("int float str bool Number parseInt parseFloat String Boolean".split())
_MOST_PLACES = 300
"""that are looked at for one answer"""
_LONGEST = 200
_DEFAULT_LINES = 2
"""how far from where a variable is read its default may stand"""
_DEFAULT_STEPS = 3


class Where(NamedTuple):
    path: PurePosixPath
    line: int
    """1-based; 0: the file as a whole"""


@dataclass(frozen=True, slots=True)
class Given:
    """Something that may get to a place."""

    value: str
    """a text or a number of the program; empty when a variable is read"""
    where: Where
    variable: str = ""
    """name of the environment variable that holds it"""


class Ways:
    """The links of an analysis that has run, in both directions."""

    def __init__(self, analysis: Analysis) -> None:
        self._engine = analysis.engine
        self._data = {path: text.encode("utf-8", "replace") for path, text in analysis.texts.items()}
        self._line_of = analysis.line_of
        self._converted = dict(pair for unit in analysis.engine.units.values() for pair in _converted(unit))
        self._origins: dict[Place, list[Place]] = {}
        for source, target in self._converted.items():
            self._origins.setdefault(target, []).append(source)
        self._read = {variable.name: self.read_at(variable) for variable in analysis.engine.variables}

    def _sources(self, place: Place) -> list[Place]:
        """Whose values the place gets."""
        return sorted((*self._engine.graph.sources.get(place, ()), *self._origins.get(place, ())))

    def _targets(self, place: Place) -> list[Place]:
        """Who gets the values of the place."""
        converted = [self._converted[place]] if place in self._converted else []
        return [*self._engine.graph.targets(place), *converted]

    def given(self, place: Place) -> tuple[Given, ...]:
        """All that may get to a place, in the order of where it stands."""
        found = {given for at in self._behind(place) for given in self._here(at)}
        return tuple(sorted(found, key=lambda given: (given.where, given.value, given.variable)))

    def is_plain(self, place: Place) -> bool:
        """Whether a number or a truth value stands there itself, so that it is never another."""
        return self._plain(place) is not None

    def holds_thing(self, place: Place) -> bool:
        """Whether an object or a list of the program may get there."""
        return any(isinstance(value, Thing) and value.kind in ("record", "instance") for value in self._engine.graph.held[place])

    def where(self, spot: Spot) -> Where:
        return Where(spot.path, self._line_of(spot))

    def source(self, spot: Spot) -> str:
        return self._data[spot.path][slice(*spot.at)].decode("utf-8", "replace")

    def read_at(self, variable: Variable) -> Where:
        """Where a variable is read: of one that a settings class declares, its declaration."""
        spot = variable.spot
        if spot.at != (0, 0):
            return self.where(spot)
        declared = re.compile(rb"^[ \t]*%s[ \t]*[:=]" % re.escape(variable.name).encode(), re.MULTILINE | re.IGNORECASE)
        found = declared.search(self._data[spot.path])
        return self.where(Spot(spot.path, found.span())) if found else Where(spot.path, 0)

    def defaults(self, variable: Variable) -> tuple[Given, ...]:
        """What is taken where a variable isn't set: what is given with it, or beside it (`X || "y"`) if that is one value."""
        read = self.read_at(variable)
        own = tuple(given for given in self.given(variable.place) if not given.variable)
        if own:
            return own
        beside = [self.given(place) for place in self._beside(variable.place) if self._is_near(place, read)]
        told = [given for each in beside if len({one.value for one in each if not one.variable}) == 1 for given in each]
        return tuple(dict.fromkeys(given for given in told if not given.variable))

    def _is_near(self, place: Place, read: Where) -> bool:
        spot = self._engine.spot_of(place)
        return spot is not None and spot.path == read.path and abs(self.where(spot).line - read.line) <= _DEFAULT_LINES

    def _beside(self, place: Place) -> Iterator[Place]:
        """Where else the places get their values from that this one goes to."""
        reached = [place]
        for _ in range(_DEFAULT_STEPS):
            reached = [target for source in reached for target in self._targets(source)][:_MOST_PLACES]
            yield from (source for target in reached for source in self._sources(target) if source != place)

    def _behind(self, place: Place) -> Iterator[Place]:
        seen, waiting = {place}, [place]
        while waiting and len(seen) < _MOST_PLACES:
            at = waiting.pop()
            yield at
            if not self._plain(at):
                new = [source for source in (*self._sources(at), *self._inside(at)) if source not in seen]
                seen.update(new)
                waiting += new

    def _inside(self, place: Place) -> Iterable[Place]:
        """What is in a box: `ref(4096)`"""
        things = [value for value in self._engine.graph.held[place] if isinstance(value, Thing) and value.kind == "record"]
        return [thing.fields["value"] for thing in things if "value" in thing.fields]

    def _plain(self, place: Place) -> tuple[str, Spot] | None:
        spot = self._engine.spot_of(place)
        if spot is None or spot.at[1] - spot.at[0] > 30:
            return None
        source = self.source(spot)
        return (source, spot) if _PLAIN.fullmatch(source) else None

    def _here(self, place: Place) -> Iterator[Given]:
        if (plain := self._plain(place)) is not None:
            yield Given(plain[0], self.where(plain[1]))
        for value in self._engine.graph.held[place]:
            yield from self._held(value)

    def _held(self, value: Value) -> Iterator[Given]:
        if isinstance(value, Literal) and value.value and HOLE not in value.value and len(value.value) <= _LONGEST and value.spot.path in self._data:
            yield Given(value.value, self.where(value.spot))
        elif isinstance(value, Role) and value.name == "variable" and value.path in self._read:
            yield Given("", self._read[value.path], value.path)


def _converted(unit: Unit) -> Iterator[tuple[Place, Place]]:
    """What is given to `int(…)`, and what comes of it."""
    functions = {op.target for op in unit.form.operations if isinstance(op, Global) and op.name in _CONVERSIONS}
    for op in unit.form.operations:
        if isinstance(op, Call) and op.callee in functions:
            yield from ((unit.base + argument.place, unit.base + op.target) for argument in op.arguments[:1])
