"""One file's lowering: its text, its form, its names, and the way from a node to the function that knows its type. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from migrate_vllm.flow.form import Copy, Form, Get, Operation, Place, Span
from migrate_vllm.flow.names import Names
from migrate_vllm.flow.script.scopes import Scopes

if TYPE_CHECKING:
    from tree_sitter import Node

    Macro = Callable[["Lowering", Place, Node], Place]

_DEEPEST = 120
"""nodes lowered inside of each other; hostile input nests without end, and Python's stack ends"""

Define = Callable[[str, Place], None]
"""how a name is written: one of the writing methods of `Scopes`"""


class Body(NamedTuple):
    """What `return`, `yield` and `this` lead to."""

    returns: Place
    yields: Place
    this: Place


class Tables(NamedTuple):
    """What to do with a node, by its type."""

    expressions: Mapping[str, Callable[[Lowering, Node], Place]]
    statements: Mapping[str, Callable[[Lowering, Node], None]]
    targets: Mapping[str, Callable[[Lowering, Node, Place, Define], None]]
    """patterns and what else stands on the left of an assignment"""
    types: Mapping[str, Callable[[Lowering, Node, Place], None]]


class Lowering:
    def __init__(self, tables: Tables) -> None:
        self.form = Form()
        self.names = Names(self.form)
        self.scopes = Scopes(self.form, self.names)
        self.data = b""
        self.shift = 0
        """of the text in the file: a component's scripts are parsed one by one"""
        self.body = Body(self.form.place(), self.form.place(), self.form.place())
        self.base: Place | None = None
        """what the class around extends"""
        self.exported: dict[str, tuple[str, Span]] = {}
        """local names by the names that others import"""
        self.macros: Mapping[str, Macro] = {}
        """functions of a component's compiler: what becomes of a call's result"""
        self._tables = tables
        self._depth = 0
        self._module_exports: Place | None = None

    # -- nodes

    def expression(self, node: Node | None) -> Place:
        """The place of the expression's value."""
        if node is None or self._depth > _DEEPEST:
            return self.form.place()
        self._depth += 1
        lower = self._tables.expressions.get(node.type)
        place = lower(self, node) if lower else self._unknown(node)
        self._depth -= 1
        return place

    def statement(self, node: Node | None) -> None:
        """The same for what has no value; an expression may stand there too."""
        if node is None or self._depth > _DEEPEST:
            return
        lower = self._tables.statements.get(node.type)
        if lower is None:
            self.expression(node)
            return
        self._depth += 1
        lower(self, node)
        self._depth -= 1

    def bind(self, target: Node | None, source: Place, define: Define) -> None:
        """The target (a name, a pattern, `a.b`) gets what `source` holds."""
        if target is None or self._depth > _DEEPEST:
            return
        bind = self._tables.targets.get(target.type)
        if bind is None:
            self.expression(target)
            return
        self._depth += 1
        bind(self, target, source, define)
        self._depth -= 1

    def annotate(self, node: Node | None, target: Place) -> None:
        """`target` holds what the type says."""
        if node is None or self._depth > _DEEPEST:
            return
        self._depth += 1
        annotate = self._tables.types.get(node.type)
        if annotate is not None:
            annotate(self, node, target)
        else:
            for child in node.named_children:
                self.annotate(child, self.form.place())
        self._depth -= 1

    def _unknown(self, node: Node) -> Place:
        for child in node.named_children:
            self.statement(child)
        return self.place(node)

    # -- text

    def span(self, node: Node) -> Span:
        return node.start_byte + self.shift, node.end_byte + self.shift

    def text(self, node: Node) -> str:
        return self.data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    # -- operations

    def place(self, node: Node) -> Place:
        return self.form.place((node.start_byte + self.shift, node.end_byte + self.shift))

    def add(self, operation: Operation) -> None:
        self.form.operations.append(operation)

    def copied(self, node: Node, *sources: Place) -> Place:
        """A place of the node's own that holds what all of these hold."""
        target = self.place(node)
        for source in sources:
            self.form.operations.append(Copy(target, source))
        return target

    def got(self, base: Place, name: str, at: Span) -> Place:
        target = self.form.place(at)
        self.form.operations.append(Get(target, base, name, at))
        return target

    # -- exports

    def module_exports(self) -> Place:
        """What `module.exports` stands for."""
        if self._module_exports is None:
            self._module_exports = self.form.place()
        return self._module_exports

    def export(self, name: str, source: Place) -> None:
        """One of several values that others may find under the name."""
        if name not in self.form.exports:
            self.form.exports[name] = self.form.place()
        self.form.copy(source, self.form.exports[name])

    def close(self) -> Form:
        """The end of the file."""
        self.scopes.close()
        cells = self.names.defined()
        for name, (local, at) in self.exported.items():
            self.export(name, cells[local] if local in cells else self.names.read(local, at))
        self.names.close()
        return self.form
