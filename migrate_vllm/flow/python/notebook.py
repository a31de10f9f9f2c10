"""Notebooks: the code of all cells is one program, whose spans are those of the file. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from migrate_vllm.flow.form import Call, Form, Operation, Record, Span
from migrate_vllm.flow.python import lower_python
from migrate_vllm.sites.grammars import parse
from migrate_vllm.sites.notebook import ESCAPE, MAGIC, Cell, blanked, cells_of

_PYTHON_MAGIC = re.compile(rb"\s*%%(?:time|timeit|capture|prun|memit|mprun|debug|px|python3?|pypy|ipytest|skip)\b")
"""first lines of cells after which comes Python"""


@dataclass(slots=True)
class _Program:
    """The code of the cells so far, and where each of its bytes starts and ends in the file."""

    code: bytearray = field(default_factory=bytearray)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, cell: Cell, data: bytes) -> None:
        self.code += MAGIC.sub(blanked, cell.source) + b"\n"
        starts = list(cell.places[:-1])
        self.starts += [*starts, cell.places[-1]]
        self.ends += [_end(data, start) for start in starts] + [cell.places[-1]]

    def placed(self, span: Span) -> Span:
        start, end = span
        if not self.starts:
            return 0, 0
        first = self.starts[min(start, len(self.starts) - 1)]
        return first, max(first, self.ends[end - 1] if end > start else first)


def lower_notebook(data: bytes) -> Form:
    """Never fails; a cell in another language is left out, and so are lines for the shell and for IPython."""
    program = _Program()
    root = parse(data, "json").root_node
    for cell in cells_of(data, root) if root.named_child_count else ():  # none: an empty file
        if cell.kind == "code" and _is_python(cell.source):
            program.add(cell, data)
    form = lower_python(bytes(program.code))
    form.spans = {place: program.placed(span) for place, span in form.spans.items()}
    form.operations = [_moved(operation, program) for operation in form.operations]
    return form


def _is_python(source: bytes) -> bool:
    return not source.lstrip().startswith(b"%%") or _PYTHON_MAGIC.match(source) is not None


def _end(data: bytes, start: int) -> int:
    """Where the character ends that a string of JSON has here: an escape is longer than what it stands for."""
    match = ESCAPE.match(data, start)
    return match.end() if match else start + 1


def _moved(operation: Operation, program: _Program) -> Operation:
    if isinstance(operation, Call):
        arguments = tuple(each._replace(at=program.placed(each.at)) for each in operation.arguments)
        return operation._replace(at=program.placed(operation.at), arguments=arguments)
    if isinstance(operation, Record):
        return operation._replace(entries=tuple(each._replace(at=program.placed(each.at)) for each in operation.entries))
    at = getattr(operation, "at", None)
    return operation._replace(at=program.placed(at)) if at is not None else operation  # type: ignore[call-arg]
