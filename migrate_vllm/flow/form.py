"""The small form that both front ends lower a program to: numbered places that hold values, and operations between them. Pure.

A place is a number, counted from 0 in each file. Every expression has one, and so has every version of a variable. Operations
have no order: the engine lets values go through them until nothing new arrives. Whatever a front end doesn't understand
gives a place that no operation leads to: nothing is known of it, and nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Place = int
Span = tuple[int, int]
"""byte offsets in the file; what is underlined when the operation turns out to be a reference"""

EACH = "[]"
"""the name of what is inside of a list or an iterable, and of an index or key that isn't known"""
INNER = "[with]"
"""the name of what `with value as x` binds: what a generator yields; of any other value the value itself"""
CONSTRUCTOR = "__init__"
"""the member of a class that its calls run, in both languages"""
REST = "..."
"""as the name of an entry or argument: all that is inside of the value (`*args`, `**kwargs`, `...rest`)"""


class Copy(NamedTuple):
    """An assignment, a return, a branch that joins: what `source` holds, `target` holds too. `await` and `(…)` are copies."""

    target: Place
    source: Place
    at: Span | None = None
    """of the expression that is handed on, where that matters: `return`, `yield`"""


class Text(NamedTuple):
    """A string literal, without its quotes. A number is none."""

    target: Place
    value: str
    at: Span
    """of the content"""


class Join(NamedTuple):
    """`a + b`, an f-string, a template string, `urljoin(a, b)`, `new URL(b, a)`, `"…".format(…)`, `"/".join([…])`."""

    target: Place
    parts: tuple[Place, ...]
    """literal parts have places of their own, with a `Text` each"""


class Get(NamedTuple):
    """`base.name`, `base["name"]`, `base?.name`, `base.get("name", …)`, `"name" in base`, destructuring; iteration gets EACH."""

    target: Place
    base: Place
    name: str
    at: Span
    """of the name, without quotes"""


class Put(NamedTuple):
    """`base.name = source`, `base["name"] = source`; `base.append(source)` puts EACH."""

    base: Place
    name: str
    source: Place
    at: Span
    """of the name, without quotes"""


class Argument(NamedTuple):
    name: str
    """of a keyword argument; empty: by position; REST: `*args`, `**kwargs`, `...args`"""
    place: Place
    at: Span
    """of the keyword, or of the value when there is none"""


class Call(NamedTuple):
    target: Place
    callee: Place
    arguments: tuple[Argument, ...]
    at: Span
    """of the callee"""


class Entry(NamedTuple):
    name: str
    """of a key; EACH in a list, where `0`, `1`, … are named too; REST for what is spread into it"""
    place: Place
    at: Span
    """of the key without quotes, or of the value when there is none"""


class Record(NamedTuple):
    """A literal of keys or of elements: dict, list, tuple, set, object, array; also `dict(a=1)`."""

    target: Place
    entries: tuple[Entry, ...]


class Parameter(NamedTuple):
    name: str
    place: Place
    """holds what is passed, and by a `Copy` the default"""
    kind: str = ""
    """`*`: the positional rest; `**`: the named rest; empty: an ordinary one"""


class Function(NamedTuple):
    target: Place
    name: str
    """empty for a lambda or an arrow function"""
    parameters: tuple[Parameter, ...]
    """without `self`"""
    returns: Place
    yields: Place
    this: Place
    """`self`, `cls`, `this`; of a plain function a place that nothing reads"""


class Class(NamedTuple):
    target: Place
    name: str
    bases: tuple[Place, ...]
    members: tuple[tuple[str, Place], ...]
    """methods, class variables, declared fields with their defaults, properties (as `Function`, named in `properties`)"""
    properties: frozenset[str]
    """methods that are read without a call"""
    this: Place
    """the instance, as the methods see it: their `this` are copies of it"""


class Instance(NamedTuple):
    """The place holds an instance of what `kind` holds: an annotation (`resp: ChatResponse`), an `except E as e` or
    `isinstance(e, E)`. Of a union, an optional or a generic there is one for each name in it; `list[E]` says it of EACH."""

    target: Place
    kind: Place
    at: Span
    """of the type's name"""


class Import(NamedTuple):
    target: Place
    module: str
    """as it is written: `app.services.chat`, `..core`, `@/api/ollama`, `ollama`"""
    name: str
    """what is taken from it; `*`: the module itself; `default`"""
    at: Span
    """of the name here"""


class Global(NamedTuple):
    """A name that the file never defines: `print`, `fetch`, `$fetch`, an automatic import of Nuxt's."""

    target: Place
    name: str
    at: Span
    """of its first use"""


Operation = Copy | Text | Join | Get | Put | Call | Record | Function | Class | Instance | Import | Global


@dataclass(slots=True)
class Form:
    """One file, lowered."""

    places: int = 0
    """how many there are"""
    operations: list[Operation] = field(default_factory=list)
    exports: dict[str, Place] = field(default_factory=dict)
    """what others can import: in Python every name of the module; in JavaScript `default` and the named ones. CommonJS:
    `=` is what `module.exports` was set to"""
    reexports: list[str] = field(default_factory=list)
    """modules all of whose names are exported too (`export * from`, `from x import *`)"""
    spans: dict[Place, Span] = field(default_factory=dict)
    """of the places that are expressions"""

    def place(self, at: Span | None = None) -> Place:
        """A new place."""
        number = self.places
        self.places += 1
        if at is not None:
            self.spans[number] = at
        return number

    def add(self, operation: Operation) -> None:
        self.operations.append(operation)

    def copy(self, source: Place, target: Place, at: Span | None = None) -> None:
        self.operations.append(Copy(target, source, at))
