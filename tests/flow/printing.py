"""A form as text: one operation a line, places named after the source that they stand for.

    `x.y`                            a place of an expression: its source in backquotes; `'2`: another place of the same source
    (x)                              the cell of a name that the file exports
    (f returns) (f yields) (f this)  of a function or a class
    _1                               any other place, numbered as they are met

A span (`at`) is shown as `@text` only where its text isn't the name, callee or value that the line shows anyway.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from migrate_vllm.flow.form import (
    Argument,
    Call,
    Class,
    Copy,
    Entry,
    Form,
    Function,
    Get,
    Global,
    Import,
    Instance,
    Join,
    Place,
    Put,
    Record,
    Span,
    Text,
)

_LONGEST = 40


def printed(form: Form, data: bytes) -> list[str]:
    """All operations in their order, and what is exported from elsewhere."""
    printer = _Printer(form, data)
    lines = [printer.line(operation) for operation in form.operations]
    return lines + [f"reexports {module}" for module in form.reexports]


class _Printer:
    def __init__(self, form: Form, data: bytes) -> None:
        self.data = data
        self.form = form
        self.names: dict[Place, str] = {}
        self.met: Counter[str] = Counter()
        for place in sorted(form.spans):
            self._name(place, f"`{self.source(form.spans[place])}`")
        for operation in form.operations:
            if isinstance(operation, Function):
                owner = operation.name or self.names[operation.target].strip("`")
                for part in ("returns", "yields", "this"):
                    self._name(getattr(operation, part), f"({owner} {part})")
            elif isinstance(operation, Class):
                self._name(operation.this, f"({operation.name} this)")
        for name, place in form.exports.items():
            self._name(place, f"({name})")

    def _name(self, place: Place, name: str) -> None:
        if place not in self.names:
            self.met[name] += 1
            self.names[place] = name if self.met[name] == 1 else f"{name}'{self.met[name]}"

    def source(self, span: Span) -> str:
        text = " ".join(self.data[span[0] : span[1]].decode("utf-8", "replace").split())
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    def of(self, place: Place) -> str:
        if place not in self.names:
            self.met["_"] += 1
            self.names[place] = f"_{self.met['_']}"
        return self.names[place]

    def at(self, span: Span, *shown: str) -> str:
        text = self.source(span)
        return "" if text in shown else f" @{text}"

    def line(self, operation: Any) -> str:
        return _LINES[type(operation)](self, operation)

    def argument(self, argument: Argument) -> str:
        place = self.of(argument.place)
        name = f"{argument.name}=" if argument.name else ""
        return f"{name}{place}{self.at(argument.at, argument.name, place.rstrip(chr(39) + '0123456789').strip('`'))}"

    def entry(self, entry: Entry) -> str:
        place = self.of(entry.place)
        return f"{entry.name}: {place}{self.at(entry.at, entry.name, place.rstrip(chr(39) + '0123456789').strip('`'))}"


def _call(p: _Printer, o: Call) -> str:
    arguments = ", ".join(p.argument(argument) for argument in o.arguments)
    callee = p.source(p.form.spans[o.callee]) if o.callee in p.form.spans else ""
    return f"{p.of(o.target)} call {p.of(o.callee)}({arguments}){p.at(o.at, callee)}"


def _function(p: _Printer, o: Function) -> str:
    parameters = ", ".join(f"{x.kind}{x.name}: {p.of(x.place)}" for x in o.parameters)
    return f"{p.of(o.target)} function {o.name}({parameters})"


def _class(p: _Printer, o: Class) -> str:
    members = ", ".join(f"{name}: {p.of(place)}" for name, place in o.members)
    properties = f" properties {', '.join(sorted(o.properties))}" if o.properties else ""
    return f"{p.of(o.target)} class {o.name}({', '.join(map(p.of, o.bases))}) {{{members}}}{properties}"


_LINES: Mapping[type, Callable[[_Printer, Any], str]] = {
    Copy: lambda p, o: f"{p.of(o.target)} <- {p.of(o.source)}",
    Text: lambda p, o: f"{p.of(o.target)} text {o.value!r}{p.at(o.at, o.value)}",
    Join: lambda p, o: f"{p.of(o.target)} join {' + '.join(map(p.of, o.parts))}",
    Get: lambda p, o: f"{p.of(o.target)} get {p.of(o.base)}.{o.name}{p.at(o.at, o.name)}",
    Put: lambda p, o: f"put {p.of(o.base)}.{o.name} <- {p.of(o.source)}{p.at(o.at, o.name)}",
    Call: _call,
    Record: lambda p, o: f"{p.of(o.target)} record {{{', '.join(map(p.entry, o.entries))}}}",
    Function: _function,
    Class: _class,
    Instance: lambda p, o: f"{p.of(o.target)} is a {p.of(o.kind)}{p.at(o.at, *_source_of(p, o.kind))}",
    Import: lambda p, o: f"{p.of(o.target)} import {o.module} {o.name}{p.at(o.at, o.name)}",
    Global: lambda p, o: f"{p.of(o.target)} global {o.name}{p.at(o.at, o.name)}",
}


def _source_of(p: _Printer, place: Place) -> tuple[str, ...]:
    return (p.source(p.form.spans[place]),) if place in p.form.spans else ()
