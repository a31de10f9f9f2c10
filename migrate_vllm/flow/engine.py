"""The engine's state: the graph of all loaded files, and what was found in it. Pure.

What operations do with it is in `loading`, `reading` and `calling`. They know no Ollama (that is `facts.roles` and
`facts.fields`), no library (`facts.library`) and no language (the front ends).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from migrate_vllm.facts.env import application_variable
from migrate_vllm.facts.roles import ADDRESS, Role
from migrate_vllm.flow.form import Form, Place, Span
from migrate_vllm.flow.graph import Graph, Origin
from migrate_vllm.flow.values import Entry, Literal, Spot, Thing, Value

_ADDRESS_NAME = re.compile(
    r"ollama\w*(url|host|base|endpoint|api|server|addr|uri)(?!\w*key)|(url|host|base|endpoint|server|uri)\w*ollama|^_?ollama$", re.IGNORECASE
)
_PLAIN_ADDRESS_NAME = re.compile(r"_?(api_?)?(base_?|server_?|api_?)?(url|uri|host|endpoint)", re.IGNORECASE)
"""what an address is called in a file that is called after Ollama"""
_NO_ADDRESS = re.compile(r"key|token|model|timeout|version|client|port|enabled", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """One file in the graph."""

    path: PurePosixPath
    language: str
    form: Form
    base: Place
    """its place 0 in the graph"""
    module: Thing

    def spot(self, at: Span) -> Spot:
        return Spot(self.path, at)

    @property
    def is_script(self) -> bool:
        return self.language not in ("python", "notebook")

    @property
    def about_ollama(self) -> bool:
        return "ollama" in self.path.name.lower()


NOWHERE = Spot(PurePosixPath(), (0, 0))


@dataclass(frozen=True, slots=True)
class Found:
    """A place that refers to Ollama."""

    spot: Spot
    kind: str
    subject: str
    """what it is looked up by in `facts`"""
    place: Place
    value: Value
    """what the place held that made it one"""


@dataclass(frozen=True, slots=True)
class Invocation:
    """A call: what is called, what with, and where its result goes."""

    target: Place
    callee: Place
    arguments: tuple[Entry, ...]
    """with the name of a keyword; empty: by position; REST: spread"""
    spot: Spot | None
    """None: a call that a library makes"""
    script: bool = False
    """written in JavaScript, where there are no keywords"""


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable that the program reads."""

    name: str
    place: Place
    spot: Spot


@dataclass(slots=True)
class Request:
    """An HTTP request of the program, to Ollama or to a route of its own."""

    invocation: Invocation
    texts: dict[Literal, Place] = field(default_factory=dict)
    """its URL, as far as it is known, and where it was seen"""
    addressed: bool = False
    """it goes to Ollama's address"""
    endpoints: set[str] = field(default_factory=set)
    """that it was found to ask"""
    relative: bool = False
    """its session has an address of its own"""
    answers: bool = False
    """gives what the server told, not a response object"""


@dataclass(frozen=True, slots=True)
class Route:
    """A path that the program serves, and what it answers there."""

    path: str
    answer: Place
    asked: Place
    """the body of the requests"""


Call = Callable[["Engine", Invocation, Value], None]
Opener = Callable[[Unit, str], Thing | None]


class Engine:
    def __init__(self, call: Call, opener: Opener, framework: Callable[[str, str, str], bool]) -> None:
        """`call`: what a call of a value does; passed in, since everything else needs it.
        `opener`: the module that an import leads to, None when it isn't in the repository.
        `framework`: whether a name of a module is a framework's integration of Ollama, in a language."""
        self.graph = Graph()
        self.call = call
        self.opener = opener
        self.framework = framework
        self.found: dict[tuple[Spot, str], Found] = {}
        self.units: dict[PurePosixPath, Unit] = {}
        self._loaded: list[Unit] = []
        self._bases: list[Place] = []
        self.wanted: dict[Thing, list[tuple[str, Place]]] = {}
        """names that were asked of modules that don't have them, or aren't loaded yet"""
        self.automatic: list[tuple[Unit, str, Place]] = []
        """global names that nothing is known of"""
        self.variables: list[Variable] = []
        self.nuxt = self.graph.place()
        """the run-time configuration of a Nuxt application"""
        self.asks_nuxt = False
        """somebody reads it"""
        self.models: set[str] = set()
        """variables that hold a model's name, whatever they are called"""
        self.requests: list[Request] = []
        self.delivered: set[Place] = set()
        """where answers of the program's own routes arrive"""
        self.asked: set[Place] = set()
        """places whose values go to Ollama, or are called with something of it"""
        self.made_of: dict[Place, list[Place]] = {}
        """what a place is put together of, read from, or returned by"""
        self.puts: dict[Place, list[Entry]] = {}
        """what is written to the things of a place, whether any are known or not"""
        self.verbs: dict[Place, str] = {}
        """places called like a function that sends requests or calls another function"""
        self.kept = self.graph.place()
        """what the program keeps in the state of its server: `app.state`"""
        self.graph.give(self.kept, Thing("record"))
        self.invocations: list[Invocation] = []
        self.kinds: list[tuple[Place, Place]] = []
        """places with what they are said to be"""
        self.unknown: list[Invocation] = []
        """calls of those; nothing may be known of the function itself"""
        self.natives: dict[PurePosixPath, set[str]] = {}
        """endpoints of Ollama's that a file asks of hosts that aren't known"""
        self.proxied = False
        """paths of the program's own lead to Ollama"""
        self.routes: list[Route] = []
        self.served: dict[str, list[Route]] = {}
        """routes by the last part of their paths"""
        self.asking: dict[str, list[tuple[Request, tuple[str, ...]]]] = {}
        """requests to others than Ollama, with the parts of their paths, by the last of them"""

    # -- what came out

    def report(self, spot: Spot | None, kind: str, subject: str, place: Place, value: Value) -> None:
        if spot is not None and spot is not NOWHERE and kind and (spot, kind) not in self.found:
            self.found[spot, kind] = Found(spot, kind, subject, place, value)

    # -- values

    def step(self, place: Place, value: Value, target: Place, becomes: Value, spot: Spot | None = None) -> None:
        """At `spot` a value becomes another one."""
        self.graph.give(target, becomes, Origin(place, value, None if spot is NOWHERE else spot))

    def invoke(self, callee: Place, arguments: tuple[Place, ...], target: Place) -> None:
        """Call whatever the place holds, as a library does with a function that it is given."""
        entries = tuple(Entry("", place, NOWHERE) for place in arguments)
        invocation = Invocation(target, callee, entries, None)
        self.graph.watch(callee, lambda value: self.call(self, invocation, value))

    def spot_of(self, place: Place) -> Spot | None:
        """Where the expression stands that a place is; None when it is no expression."""
        number = bisect_right(self._bases, place) - 1
        if number < 0:
            return None
        unit = self._loaded[number]
        at = unit.form.spans.get(place - unit.base)
        return unit.spot(at) if at is not None else None

    def add(self, unit: Unit) -> None:
        self.units[unit.path] = unit
        self._bases.append(unit.base)
        self._loaded.append(unit)

    def missing(self, module: Thing, name: str, target: Place) -> None:
        self.wanted.setdefault(module, []).append((name, target))

    def variable(self, name: str, target: Place, spot: Spot) -> None:
        """The program reads an environment variable into a place."""
        self.variables.append(Variable(name, target, spot))
        self.graph.give(target, Role("variable", "", name))
        if application_variable(name) is None and not _ADDRESS_NAME.search(name):
            return
        if not _NO_ADDRESS.search(name):
            self.graph.give(target, ADDRESS)

    def name_seed(self, unit: Unit, name: str, place: Place) -> None:
        """A name that says that it holds Ollama's address holds it, whatever is known of where it comes from."""
        if len(name) > 80 or _NO_ADDRESS.search(name):
            return
        says = "ollama" in name.lower() and _ADDRESS_NAME.search(name)
        if says or (unit.about_ollama and _PLAIN_ADDRESS_NAME.fullmatch(name)):
            self.graph.give(place, ADDRESS, None)
