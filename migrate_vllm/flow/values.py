"""What a place can hold. Pure.

Values are compared by what they are, things by being the same one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from migrate_vllm.facts.roles import Role
from migrate_vllm.flow.form import Class, Function, Place, Span

HOLE = "\0"
"""stands in a joined text for a part that isn't known"""


class Spot(NamedTuple):
    """What can be underlined in a file."""

    path: PurePosixPath
    at: Span


class Literal(NamedTuple):
    """A text of the program, or one that is joined of several."""

    value: str
    spot: Spot
    """of the literal; of a joined one that of its last literal part"""


class Name(NamedTuple):
    """A name of a library, dotted from its module: `json.loads`."""

    dotted: str


class Tool(NamedTuple):
    """Something of a library that does something when it is called or read: a session, a router, a method of a list."""

    does: str
    place: Place = -1
    """what it works on"""
    text: str = ""


class Entry(NamedTuple):
    """Something that was written into a thing."""

    name: str
    place: Place
    spot: Spot


@dataclass(eq=False, slots=True)
class Thing:
    """An object that the program makes: a literal, an instance, a list, a generator; or a function, a class, a module."""

    kind: str
    """`record`, `instance`, `generator`, `function`, `class`, `module`"""
    spot: Spot | None = None
    fields: dict[str, Place] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    spread: list[Place] = field(default_factory=list)
    """places whose things' fields are this one's too"""
    sinks: dict[Role, None] = field(default_factory=dict)
    """what of Ollama's it is given to as: a request, its options"""
    function: Function | None = None
    declaration: Class | None = None
    of: Thing | None = None
    """the class of an instance, the instance of a class"""
    passed: dict[Spot, set[Place]] = field(default_factory=dict)
    """texts that a function was called with, and by which calls"""
    generator: Thing | None = None
    """of a function: what it returns, if it yields"""


Value = Role | Literal | Name | Tool | Thing
