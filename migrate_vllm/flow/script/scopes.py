"""Which variable a name means in JavaScript: blocks, functions, hoisting, and variables that inner functions assign to. Pure.

`Names` knows functions and versions. What it doesn't know is done here: a name that an inner block declares gets a name of
its own (`x#3`), an assignment to what this function doesn't declare goes outward, and what an inner function assigns
arrives in all versions of the variable, because a callback may have been called anywhere in between.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from migrate_vllm.flow.form import Form, Place, Span
from migrate_vllm.flow.names import Names


@dataclass(slots=True)
class _Body:
    """A function, or the file."""

    declared: set[str] = field(default_factory=set)
    versions: dict[str, list[Place]] = field(default_factory=dict)
    """of the variables that may change: the places that were made for them alone"""
    captured: dict[str, Place] = field(default_factory=dict)
    """what inner functions assign to a variable"""
    outside: dict[str, str] = field(default_factory=dict)
    """names of their own that were in force around this body"""


class Scopes:
    def __init__(self, form: Form, names: Names) -> None:
        self._form = form
        self._names = names
        self._bodies = [_Body()]
        self._own: dict[str, str] = {}
        """names of inner blocks, by the name in the source"""
        self._blocks = 0

    def read(self, name: str, at: Span) -> Place:
        return self._names.read(self._own.get(name, name), at)

    def is_local(self, name: str) -> bool:
        """Whether this function or one around it has declared the name by now."""
        own = self._own.get(name, name)
        return any(own in body.declared for body in self._bodies[1:])

    # -- writing

    def constant(self, name: str, source: Place) -> None:
        """`const name = source`, a function, a class, an import."""
        self._names.write(self._declared(name), source)

    def variable(self, name: str, source: Place) -> None:
        """`let name = source`: it may get other values."""
        own = self._declared(name)
        self._names.write(own, self._version(self._bodies[-1], own, source))

    def parameter(self, name: str, source: Place) -> None:
        """A parameter, whose place is its own already."""
        own = self._declared(name)
        self._bodies[-1].versions[own] = [source]
        self._names.write(own, source)

    def assign(self, name: str, source: Place) -> None:
        """`name = source`."""
        own = self._own.get(name, name)
        body = self._bodies[-1]
        if own in body.declared or len(self._bodies) == 1:
            self._names.write(own, self._version(body, own, source))
            return
        self._names.declare_outer((own,))
        self._names.write(own, source)
        owner = next((body for body in reversed(self._bodies) if own in body.declared), self._bodies[0])
        self._form.copy(source, self._captured(owner, own, source))

    def receive(self, name: str, source: Place) -> None:
        """All versions of the variable may hold this too: it is set from outside."""
        own = self._own.get(name, name)
        self._names.write(own, source)
        self._form.copy(source, self._captured(self._bodies[-1], own, source))

    def watch(self) -> dict[str, Place]:
        """What inner functions assign from here on to variables of the file, by their names."""
        self._arrive(self._bodies[0])
        self._bodies[0].captured = {}
        return self._bodies[0].captured

    # -- blocks and functions

    def enter(self, declared: Iterable[str]) -> dict[str, str | None]:
        """An inner block that declares these names. What comes back is for `leave`."""
        before: dict[str, str | None] = {}
        for name in declared:
            if name not in before:
                before[name] = self._own.get(name)
                self._own[name] = f"{name}#{self._blocks}"
        if before:
            self._blocks += 1
            own = [self._own[name] for name in before]
            self._bodies[-1].declared.update(own)
            self._names.declare(own)
        return before

    def leave(self, before: dict[str, str | None]) -> None:
        for name, own in before.items():
            if own is None:
                self._own.pop(name, None)
            else:
                self._own[name] = own

    def enter_body(self, declared: Iterable[str]) -> None:
        """A function whose body declares these names, after the frame of `Names` was opened."""
        body = _Body(set(declared), outside=self._own)
        self._own = {name: own for name, own in self._own.items() if name not in body.declared}
        self._names.declare(body.declared)
        self._bodies.append(body)

    def leave_body(self) -> None:
        body = self._bodies.pop()
        self._own = body.outside
        self._arrive(body)

    def close(self) -> None:
        """The end of the file."""
        self._arrive(self._bodies[0])

    # -- inside

    def _declared(self, name: str) -> str:
        own = self._own.get(name, name)
        body = self._bodies[-1]
        if own in body.declared:
            return own
        self._own.pop(name, None)  # another function's block declares it too
        body.declared.add(name)
        return name

    def _captured(self, body: _Body, own: str, first: Place) -> Place:
        """Where what inner functions assign is brought together; its span is the first value's."""
        if own not in body.captured:
            body.captured[own] = self._form.place(self._form.spans.get(first))
        return body.captured[own]

    def _version(self, body: _Body, own: str, source: Place) -> Place:
        version = self._form.place()
        self._form.copy(source, version)
        body.versions.setdefault(own, []).append(version)
        return version

    def _arrive(self, body: _Body) -> None:
        for own, assigned in body.captured.items():
            for version in body.versions.get(own, ()):
                self._form.copy(assigned, version)
