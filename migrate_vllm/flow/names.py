"""Which place a name stands for, statement by statement, in a program that is read from top to bottom. Pure.

Inside of a function a name has *versions*: an assignment makes a new one, branches that join and loops bring versions
together. So `data` of one branch isn't `data` of another. A function that is defined inside sees a name's *cell*, which holds
all of its versions, because nobody knows when it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from migrate_vllm.flow.form import Form, Global, Place, Span


@dataclass(slots=True)
class Branch:
    """Names as a branch or a loop has set them."""

    versions: dict[str, Place] = field(default_factory=dict)
    entered: dict[str, Place] | None = None
    """in a loop: names that were read before they were set in it, with the place where their versions join"""
    ended: bool = False
    """control never gets to its end: `return`, `raise`, `throw`"""


@dataclass(slots=True)
class _Frame:
    """A module, a function or the body of a class."""

    hidden: bool
    """the body of a class: functions inside don't see its names"""
    cells: dict[str, Place] = field(default_factory=dict)
    layers: list[Branch] = field(default_factory=lambda: [Branch()])
    unknown: dict[str, tuple[Place, Span]] = field(default_factory=dict)
    """names that were read before they were set here, or never are"""
    outer: set[str] = field(default_factory=set)
    """names that are said to be another frame's: `global`, `nonlocal`"""
    shared: set[str] = field(default_factory=set)
    """names that an inner frame assigns to: from then on nobody knows which version is the last"""


class Names:
    """One file's names. Frames and branches are opened and closed by `with`."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._frames = [_Frame(hidden=False)]

    # -- names

    def read(self, name: str, at: Span) -> Place:
        """What the name holds here."""
        frame = self._frames[-1]
        if name in frame.shared:
            return self._cell(frame, name)
        place = self._version(frame, name) if name not in frame.outer else None
        if place is None:
            place, _ = frame.unknown.setdefault(name, (self._form.place(at), at))
        return place

    def write(self, name: str, source: Place) -> None:
        """From here on the name holds what `source` holds."""
        frame = self._frames[-1]
        if name in frame.outer:
            owner = next((f for f in reversed(self._frames[:-1]) if name in f.cells and not f.hidden), self._frames[0])
            self._form.copy(source, self._cell(owner, name))
            owner.shared.add(name)
            return
        self._form.copy(source, self._cell(frame, name))
        frame.layers[-1].versions[name] = source

    def declare(self, names: Iterable[str]) -> None:
        """Names of this frame that are set later on, so that an inner function's assignment finds whose they are."""
        for name in names:
            self._cell(self._frames[-1], name)

    def declare_outer(self, names: Iterable[str]) -> None:
        """`global a, b` and `nonlocal a, b`."""
        self._frames[-1].outer.update(names)

    def defined(self) -> dict[str, Place]:
        """The cells of the frame that is open: of the module its exports, of a class its members."""
        return dict(self._frames[-1].cells)

    def unknown(self) -> dict[str, tuple[Place, Span]]:
        """Names that the open frame and functions in it read before they were set in it, or that never are, and where first."""
        return dict(self._frames[-1].unknown)

    def end(self) -> None:
        """Control goes no further in this branch."""
        self._frames[-1].layers[-1].ended = True

    # -- where names are

    @contextmanager
    def frame(self, hidden: bool = False) -> Iterator[None]:
        """A function, or with `hidden` the body of a class."""
        self._frames.append(_Frame(hidden))
        try:
            yield
        finally:
            frame = self._frames.pop()
            self._close(frame, next(outer for outer in reversed(self._frames) if not outer.hidden))

    @contextmanager
    def branch(self) -> Iterator[Branch]:
        """What may be executed or not. Give all branches of a statement to `join` when they are closed."""
        layers = self._frames[-1].layers
        layers.append(Branch())
        try:
            yield layers[-1]
        finally:
            layers.pop()

    @contextmanager
    def loop(self) -> Iterator[None]:
        """What may be executed again: reads see what the last round wrote."""
        layers = self._frames[-1].layers
        layer = Branch(entered={})
        layers.append(layer)
        try:
            yield
        finally:
            layers.pop()
            for name, place in (layer.entered or {}).items():
                if layer.versions[name] != place:
                    self._form.copy(layer.versions[name], place)
            layer.ended = False
            self.join([layer], otherwise=True)

    def join(self, branches: Iterable[Branch], otherwise: bool) -> None:
        """After branches: each name holds what any of them left in it. `otherwise`: maybe none was taken (no `else`)."""
        closed = tuple(branches)
        going_on = [layer for layer in closed if not layer.ended]
        if not going_on and not otherwise and closed:
            self.end()
        frame = self._frames[-1]
        for name in dict.fromkeys(name for layer in going_on for name in layer.versions):
            before = self._version(frame, name)
            ends = [layer.versions.get(name, before) for layer in going_on] + ([before] if otherwise else [])
            frame.layers[-1].versions[name] = self._joined([end for end in dict.fromkeys(ends) if end is not None])

    def close(self) -> None:
        """The end of the file: names that were never set are global ones."""
        module = self._frames[0]
        for name, (place, at) in module.unknown.items():
            if name in module.cells:
                self._form.copy(module.cells[name], place)
            else:
                self._form.add(Global(place, name, at))

    # -- inside

    def _joined(self, places: list[Place]) -> Place:
        if len(places) == 1:
            return places[0]
        joined = self._form.place()
        for place in places:
            self._form.copy(place, joined)
        return joined

    def _version(self, frame: _Frame, name: str) -> Place | None:
        """The name's version in the innermost layer that has one; on the way into loops, the place where theirs join."""
        for depth in range(len(frame.layers) - 1, -1, -1):
            if (place := frame.layers[depth].versions.get(name)) is not None:
                return self._into_loops(frame.layers[depth + 1 :], name, place)
        return None

    def _into_loops(self, inner: list[Branch], name: str, place: Place) -> Place:
        for layer in inner:
            if layer.entered is not None:
                entry = self._form.place()
                self._form.copy(place, entry)
                layer.entered[name] = layer.versions[name] = place = entry
        return place

    def _cell(self, frame: _Frame, name: str) -> Place:
        if name not in frame.cells:
            frame.cells[name] = self._form.place()
        return frame.cells[name]

    def _close(self, frame: _Frame, parent: _Frame) -> None:
        """What a closed frame didn't know: its own cell, if it was set later on; else the parent's affair."""
        for name, (place, at) in frame.unknown.items():
            if name in frame.cells and name not in frame.outer:
                self._form.copy(frame.cells[name], place)
            elif name in parent.unknown:
                self._form.copy(parent.unknown[name][0], place)
            else:
                parent.unknown[name] = (place, at)
