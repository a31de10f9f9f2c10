"""Places, what they hold, and where that goes: values travel along links and wake watches until nothing new arrives. Pure.

The number of values that a place can hold is bounded, and so is the number of moves: a program that exceeds a bound is not
followed further there, and nothing is claimed of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from migrate_vllm.flow.form import Place
from migrate_vllm.flow.values import Literal, Spot, Value

Watch = Callable[[Value], None]

_MOST = 32
"""values of a place"""
_MOST_LITERALS = 12
_MOVES = 16
"""moves, for each place of the files"""


class Origin(NamedTuple):
    """Where a place has a value from."""

    place: Place
    value: Value
    spot: Spot | None = None
    """where it became another value, or was handed on"""


class Graph:
    def __init__(self) -> None:
        self.held: list[dict[Value, Origin | None]] = []
        self._links: list[dict[Place, Spot | None]] = []
        self.sources: dict[Place, list[Place]] = {}
        """the links, backwards"""
        self._watches: list[list[Watch]] = []
        self._moved: deque[tuple[Place, Value]] = deque()
        self._woken: deque[tuple[Watch, Value]] = deque()
        self._done: set[tuple[object, ...]] = set()
        self._moves = 0
        self.exhausted = False
        """a bound was reached: some values didn't get where they go"""
        self._bound = 10_000

    def place(self) -> Place:
        return self._add(1)

    def places(self, number: int) -> Place:
        """The first of so many new ones, of a file; they are what the bounds are counted by."""
        self._bound += _MOVES * number
        return self._add(number)

    def _add(self, number: int) -> Place:
        first = len(self.held)
        for _ in range(number):
            self.held.append({})
            self._links.append({})
            self._watches.append([])
        return first

    def give(self, place: Place, value: Value, origin: Origin | None = None) -> None:
        held = self.held[place]
        if value in held or len(held) >= (_MOST_LITERALS if type(value) is Literal else _MOST):
            return
        held[value] = origin
        self._moved.append((place, value))

    def link(self, source: Place, target: Place, spot: Spot | None = None) -> None:
        """Whatever the source holds, now and later, the target holds too; it is handed on at `spot`."""
        links = self._links[source]
        if source == target or target in links:
            return
        links[target] = spot
        self.sources.setdefault(target, []).append(source)
        for value in tuple(self.held[source]):
            self.give(target, value, Origin(source, value, spot))

    def targets(self, place: Place) -> Iterable[Place]:
        """The links from a place."""
        return self._links[place]

    def watch(self, place: Place, watch: Watch) -> None:
        """Call `watch` with each value of the place, now and later."""
        self._watches[place].append(watch)
        self._woken.extend((watch, value) for value in self.held[place])

    def once(self, *key: object) -> bool:
        """Whether it is the first time that this is asked: what would be done again does nothing new."""
        new = key not in self._done
        self._done.add(key)
        return new

    def run(self) -> None:
        """Until nothing new arrives anywhere."""
        moved, woken = self._moved, self._woken
        while moved or woken:
            self._moves += 1
            if self._moves > self._bound:
                moved.clear()
                woken.clear()
                self.exhausted = True
                return
            if woken:
                watch, value = woken.popleft()
                watch(value)
            else:
                place, value = moved.popleft()
                for target, spot in tuple(self._links[place].items()):
                    self.give(target, value, Origin(place, value, spot))
                for watch in tuple(self._watches[place]):
                    watch(value)

    def way(self, place: Place, value: Value) -> Iterator[tuple[Place, Value, Spot | None]]:
        """Where a value comes from, backwards: each place with what it held, and where that became what follows."""
        seen = set()
        spot: Spot | None = None
        while (place, value) not in seen:
            seen.add((place, value))
            yield place, value, spot
            origin = self.held[place].get(value)
            if origin is None:
                return
            place, value, spot = origin
