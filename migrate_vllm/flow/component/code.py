"""Code in markup, parsed piece by piece and lowered where it stands. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from migrate_vllm.flow.component.markup import Attribute, Tag
from migrate_vllm.flow.form import REST, Argument, Call, Entry, Form, Function, Parameter, Place, Record, Span
from migrate_vllm.flow.script.lowering import Lowering
from migrate_vllm.flow.script.patterns import names_in
from migrate_vllm.flow.script.tables import TABLES
from migrate_vllm.sites.grammars import parse
from migrate_vllm.sites.sfc import Block

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Macro

_ENTITY = re.compile(rb"&(?:amp|lt|gt|quot|apos|#39);")
_CHARACTERS = {b"&amp;": b"&", b"&lt;": b"<", b"&gt;": b">", b"&quot;": b'"', b"&apos;": b"'", b"&#39;": b"'"}

Scope = dict[str, str | None]
"""what `Scopes.enter` gives for `Scopes.leave`"""


class Component:
    """A file's lowering, and the elements that are open."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.low = Lowering(TABLES)
        self.props = self.form.place()
        self.language = "typescript"
        """of the expressions in the markup"""
        self.promises: list[Place] = []
        """of Svelte's `{#await}`"""
        self._open: list[tuple[str, list[Scope]]] = []
        self._opened: Counter[str] = Counter()
        self._scopes: list[Scope] = []

    @property
    def form(self) -> Form:
        return self.low.form

    def script(self, block: Block) -> None:
        if block.language:
            self._parsed(self.data[block.start : block.end], block.start, block.language)

    def _parsed(self, source: bytes, shift: int, language: str) -> None:
        self.low.statement(self._root(source, shift, language))

    def _root(self, source: bytes, shift: int, language: str) -> Node:
        self.low.data, self.low.shift = source, shift
        return parse(source, language).root_node

    # -- code in the markup

    def expression(self, start: int, end: int) -> Place:
        """What stands there, in parentheses."""
        root = self._root(b"(" + self._text(start, end) + b")", start - 1, self.language)
        return self._value(root)

    def handler(self, start: int, end: int) -> Place:
        """Statements, or a function's name."""
        return self._value(self._root(self._text(start, end), start, self.language))

    def _value(self, root: Node) -> Place:
        statements = root.named_children
        if len(statements) == 1 and statements[0].type == "expression_statement":
            return self.low.expression(statements[0].named_child(0))
        self.low.statement(root)
        return self.form.place()

    def _text(self, start: int, end: int) -> bytes:
        """Entities of HTML are undone without moving what follows."""
        text = self.data[start:end]
        return _ENTITY.sub(lambda m: _CHARACTERS[m.group()].ljust(len(m.group())), text) if b"&" in text else text

    def bind(self, start: int, end: int, sources: Sequence[Place]) -> None:
        """The patterns `a, {b}` or `(a, {b})` in the element that is just being opened."""
        text = self.data[start:end]
        lead = 0 if text[:1] == b"(" else 1
        root = self._root((text if not lead else b"(" + text + b")") + b"=>0", start - lead, "typescript")
        patterns = [pattern for pattern in map(_pattern, _parameters(root)) if pattern is not None]
        self.scope(name for pattern in patterns for name in names_in(self.low, pattern))
        for index, pattern in enumerate(patterns):
            source = sources[index] if index < len(sources) else self.low.place(pattern)
            self.low.bind(pattern, source, self.low.scopes.parameter)

    # -- elements

    def scope(self, names: Iterable[str]) -> None:
        """Names that are known until the element (or block) that is just being opened is closed."""
        self._scopes.append(self.low.scopes.enter(list(names)))

    def opened(self, name: str, is_empty: bool = False) -> None:
        """All of its attributes are read."""
        if is_empty:
            self._leave(self._scopes)
        else:
            self._open.append((name, self._scopes))
            self._opened[name] += 1
        self._scopes = []

    def inner(self) -> None:
        """What was bound last belongs to the element that is open."""
        if self._open:
            self._open[-1][1].extend(self._scopes)
            self._scopes = []

    def closed(self, name: str) -> None:
        """An end tag closes what was opened since; one that nothing opened is ignored."""
        opened = "" if self._opened[name] else name
        while opened != name:
            opened, scopes = self._open.pop()
            self._opened[opened] -= 1
            self._leave(scopes)

    def _leave(self, scopes: list[Scope]) -> None:
        for before in reversed(scopes):
            self.low.scopes.leave(before)

    def element(self, tag: Tag, name: str, entries: Sequence[Entry]) -> None:
        """A component is called with its attributes."""
        at = (tag.at, tag.at + len(tag.name.encode()))
        record, result = self.form.place(at), self.form.place(at)
        first, *rest = name.split(".")
        callee = self.low.scopes.read(first, at)
        for part in rest:
            callee = self.low.got(callee, part, at)
        self.low.add(Record(record, tuple(entries)))
        self.low.add(Call(result, callee, (Argument("", record, at),), at))

    # -- the whole

    def export(self) -> None:
        """The component is a function of its attributes."""
        target = self.form.place()
        parameters = (Parameter("", self.props),)
        self.low.add(Function(target, "[component]", parameters, self.form.place(), self.form.place(), self.form.place()))
        self.low.export("default", target)

    def template(self, markup: Callable[[], None], connect: Callable[[str, Place, Span, Mapping[str, Place]], None]) -> None:
        """Lowers the markup in a frame of its own; `connect` is told of the names that it takes from outside."""
        cells = self.low.names.defined()
        with self.low.names.frame():
            self.low.scopes.enter_body(())
            markup()
            while self._open:
                self._leave(self._open.pop()[1])
            for name, (place, at) in self.low.names.unknown().items():
                connect(name, place, at, cells)
            self.low.scopes.leave_body()


def _parameters(root: Node) -> list[Node]:
    statement = root.named_children[:1]
    arrow = statement[0].named_children[:1] if statement else []
    every = arrow[0].child_by_field_name("parameters") if arrow else None
    return every.named_children if every is not None else []


def _pattern(parameter: Node) -> Node | None:
    return parameter.child_by_field_name("pattern") or parameter


def unnamed(component: Component, attribute: Attribute) -> Entry:
    """`{...rest}` and `{name}`."""
    span = (attribute.start, attribute.end)
    text = component.data[slice(*span)].strip()
    if text.startswith(b"..."):
        return Entry(REST, component.expression(component.data.index(b"...", attribute.start) + 3, attribute.end), span)
    return Entry(text.decode("utf-8", "replace"), component.expression(*span), span)


def says(data: bytes, block: Block, word: re.Pattern[bytes]) -> bool:
    """Whether the opening tag of a script says so."""
    return word.search(data, max(data.rfind(b"<script", 0, block.start), 0), block.start) is not None


def props_of(component: Component) -> Macro:
    """`defineProps<T>()`, `$props()`: what the component is given, which is a `T`."""

    def props(low: Lowering, result: Place, node: Node) -> Place:
        low.form.copy(component.props, result)
        low.annotate(node.child_by_field_name("type_arguments"), component.props)
        return result

    return props
