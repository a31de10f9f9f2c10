"""What all parts of the Python front end share: the file, its form and names, and the way to a node's own lowering. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from migrate_vllm.flow.form import Copy, Form, Get, Instance, Place, Span
from migrate_vllm.flow.names import Names

if TYPE_CHECKING:
    from tree_sitter import Node

DEEPEST = 120
"""nested calls of `expression` and `statement`: hostile nesting must not get to Python's recursion limit"""
EXTRAS = frozenset({"comment", "line_continuation"})
"""named nodes that stand between any two others"""


class Owner(NamedTuple):
    """The class whose body is being lowered."""

    target: Place
    this: Place
    bases: tuple[Place, ...]
    properties: set[str]


class Scope(NamedTuple):
    """The function that is being lowered; of the module, places that nothing reads."""

    returns: Place
    yields: Place
    this: Place | None = None
    """of the nearest method"""
    bases: tuple[Place, ...] = ()
    """of the class of that method"""
    owner: Owner | None = None
    """set in the body of a class, but not in its methods"""


class Lowering:
    """One file on its way. The tables of handlers by node type are passed in, so that their modules needn't import one another."""

    __slots__ = ("_expressions", "_statements", "data", "depth", "form", "names", "scope")

    def __init__(
        self,
        data: bytes,
        expressions: Mapping[str, Callable[[Lowering, Node], Place]],
        statements: Mapping[str, Callable[[Lowering, Node], None]],
    ) -> None:
        self.data = data
        self.form = Form()
        self.names = Names(self.form)
        self.depth = 0
        self.scope = Scope(self.form.place(), self.form.place())
        self._expressions = expressions
        self._statements = statements

    def expression(self, node: Node) -> Place:
        """The place of its value."""
        lower = self._expressions.get(node.type)
        if lower is None or self.depth >= DEEPEST:
            return self.unknown(node)
        self.depth += 1
        place = lower(self, node)
        self.depth -= 1
        return place

    def statement(self, node: Node) -> None:
        execute = self._statements.get(node.type)
        if execute is None or self.depth >= DEEPEST:
            self._inside(node)
            return
        self.depth += 1
        execute(self, node)
        self.depth -= 1

    def block(self, node: Node | None) -> None:
        for child in node.children if node is not None else ():
            if child.is_named:
                self.statement(child)

    def unknown(self, node: Node) -> Place:
        """A place of which nothing is known; what is inside of the node has its effects."""
        self._inside(node)
        return self.place(node)

    def visit(self, node: Node) -> None:
        """A node of any kind, for its effects."""
        if node.type in self._statements:
            self.statement(node)
        elif node.type not in EXTRAS:
            self.expression(node)

    def _inside(self, node: Node) -> None:
        if self.depth < DEEPEST:
            self.depth += 1
            for child in node.named_children:
                self.visit(child)
            self.depth -= 1

    def text(self, node: Node) -> str:
        return str(self.data[node.start_byte : node.end_byte], "utf-8", "replace")

    def place(self, node: Node) -> Place:
        """A new place for this expression."""
        return self.form.place((node.start_byte, node.end_byte))

    def get(self, base: Place, name: str, at: Span, node: Node) -> Place:
        """A new place for `node`, which holds what `base` has under the name."""
        target = self.form.place((node.start_byte, node.end_byte))
        self.form.operations.append(Get(target, base, name, at))
        return target

    def copied(self, node: Node, *sources: Place) -> Place:
        """A new place for `node`, which holds what any of the sources does."""
        target = self.form.place((node.start_byte, node.end_byte))
        for source in sources:
            self.form.operations.append(Copy(target, source))
        return target

    def instance(self, target: Place, kind: Node) -> None:
        self.form.operations.append(Instance(target, self.expression(kind), span(kind)))


def span(node: Node) -> Span:
    return node.start_byte, node.end_byte


def parts(node: Node) -> list[Node]:
    """The named children that are not comments."""
    return [child for child in node.children if child.is_named and child.type not in EXTRAS]


def field(node: Node, name: str) -> Node | None:
    return node.child_by_field_name(name)
