"""Programming languages: from hits to sites on a tree-sitter tree. Pure.

Nothing is looked for in the tree but the way from its root to each hit, so the cost is that of the parse and of the hits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from migrate_vllm.sites.around import beside, dotted
from migrate_vllm.sites.grammars import parse, ways
from migrate_vllm.sites.imports import Binding, bindings_of, module_of, required_names
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import clipped, text_of
from migrate_vllm.sites.syntax import SYNTAX, Syntax

if TYPE_CHECKING:
    from tree_sitter import Node

_ERROR = re.compile(r"(?:\w+\.)*[A-Z]\w*|")
"""the name of a class: what is raised, unless its name says so already"""
_PATTERNS = frozenset(
    "pattern_list tuple_pattern list_pattern object_pattern array_pattern expression_list identifier_list tuple list "
    "variable_name pair_pattern as_pattern_target rest_pattern list_splat_pattern".split()
)
_LOADERS = frozenset({"require", "import", "import_module", "importlib.import_module", "__import__", "require.resolve"})
_OPENING = re.compile(rb"[a-zA-Z@$]{0,3}(\"\"\"|'''|\"|'|`|/)?|#+\"?")
_CLOSING = re.compile(rb"(\"\"\"|'''|\"|'|`|/[a-z]*)$")


@dataclass(frozen=True, slots=True)
class Located:
    sites: tuple[Site, ...]
    bindings: Mapping[str, str]
    """name in this file → `module` or `module:name`, for imports that hold a hit"""
    broken: bool
    """the parser could not read some part of the file"""


def locate_code(data: bytes, hits: Sequence[Hit], language: str) -> Located:
    """One site for each hit, in their order. Raises LookupError when the language has no grammar."""
    syntax = SYNTAX[language]
    root = parse(data, language).root_node
    bindings: list[Binding] = []
    sites = tuple(_Place(data, way, hit, syntax, bindings).site() for hit, way in ways(root, hits))
    return Located(sites, dict(bindings), root.has_error)


class _Place:
    """One hit and the nodes that hold it."""

    def __init__(self, data: bytes, way: list[Node], hit: Hit, syntax: Syntax, bindings: list[Binding]) -> None:
        self.data, self.way, self.hit, self.syntax, self.bindings = data, way, hit, syntax, bindings

    def site(self) -> Site:
        if (statement := self._import_statement()) is not None:
            return self._import(statement)
        for depth in range(len(self.way) - 1, -1, -1):
            kind = self.way[depth].type
            if kind in self.syntax.comments:
                return self._at(depth, Construct.COMMENT, self._comment(self.way[depth]))
            if kind in self.syntax.strings:
                return self._string(depth)
            if kind in self.syntax.names:
                return self._name(depth)
            if kind in self.syntax.numbers:
                return self._at(depth, Construct.NUMBER, self._span(self.way[depth]))
            if kind in self.syntax.text or kind in self.syntax.attributes:
                return self._at(depth, Construct.MARKUP, self._span(self.way[depth]))
        return self._at(0, Construct.RAW, clipped(self.data, 0, len(self.data), self.hit.start))

    def _import_statement(self) -> Node | None:
        """The import that holds the hit; `export … from` is one too. A comment between its names is none."""
        if self.way[-1].type in self.syntax.comments:
            return None
        for node in self.way:
            if node.type in self.syntax.imports or (
                node.type == "export_statement" and node.child_by_field_name("source")
            ):
                return node
        return None

    def _span(self, node: Node) -> tuple[int, int]:
        return node.start_byte, node.end_byte

    def _comment(self, node: Node) -> tuple[int, int]:
        start, end = clipped(self.data, node.start_byte, node.end_byte, self.hit.start)
        opening = re.match(rb"(//+!?|#+!?|/\*+|\*+(?!/)|<!--|--)?\s*", self.data[start : self.hit.start])
        return start + (opening.end() if opening else 0), end

    def _at(self, depth: int, construct: Construct, span: tuple[int, int], text: str = "") -> Site:
        start, end = clipped(self.data, *span, self.hit.start)
        start, end = (
            min(start, self.hit.start),
            max(end, self.hit.end),
        )  # in broken code a quote may stand inside of the hit
        path, callee = self._around(depth)
        return Site(
            start, end, construct, text or text_of(self.data, start, end), path, callee, self.hit,
            broken=any(node.is_error for node in self.way[-4:]), beside=beside(self.way[: depth + 1], construct),
        )  # fmt: skip

    # -- imports

    def _import(self, node: Node) -> Site:
        module, names = module_of(node, self.hit.start)
        self.bindings += bindings_of(node)
        start, end = clipped(self.data, node.start_byte, node.end_byte, self.hit.start)
        line = text_of(self.data, start, end)
        return Site(start, end, Construct.IMPORT, module or line, names, "", self.hit)

    # -- strings

    def _string(self, depth: int) -> Site:
        node = self.way[depth]
        if depth and self.way[depth - 1].type in self.syntax.docstring_parents:
            return self._at(depth, Construct.COMMENT, self._inside(node))
        site = self._at(depth, self._key_or(depth, Construct.STRING), self._inside(node))
        if site.callee in _LOADERS:
            self.bindings += required_names(self.way[:depth], site.text)
        return site

    def _inside(self, node: Node) -> tuple[int, int]:
        """The string without its prefix and quotes."""
        whole = self.data[node.start_byte : node.end_byte]
        opening, closing = _OPENING.match(whole), _CLOSING.search(whole)
        start = opening.end() if opening and opening.group(1) else 0
        end = closing.start() if closing and closing.start() >= start else len(whole)
        return node.start_byte + start, node.start_byte + end

    # -- names

    def _name(self, depth: int) -> Site:
        while depth and self.way[depth - 1].type in self.syntax.members:
            depth -= 1
        node = self.way[depth]
        text, construct = dotted(node), self._key_or(depth, self._role(depth))
        if method := self._method(depth):
            return self._at(depth - 1, Construct.CALL, self._span(node), method)
        return self._at(depth, construct, self._span(node), text)

    def _method(self, depth: int) -> str:
        """`receiver.name` where the grammar keeps the two apart."""
        parent = self.way[depth - 1] if depth else None
        if parent is None or parent.type not in self.syntax.methods:
            return ""
        receiver, name = (parent.child_by_field_name(field) for field in self.syntax.methods[parent.type])
        if self.way[depth] not in (receiver, name):
            return ""
        return ".".join(dotted(part) for part in (receiver, name) if part is not None)

    def _role(self, depth: int) -> Construct:
        node = self.way[depth]
        parent = self.way[depth - 1] if depth else None
        if parent is not None and parent.type in self.syntax.calls:
            fields = self.syntax.calls[parent.type]
            if not fields or any(parent.child_by_field_name(field) == node for field in fields):
                return Construct.CALL
        return Construct.DEFINITION if self._defines(depth) else Construct.NAME

    def _defines(self, depth: int) -> bool:
        while depth and self.way[depth - 1].type in _PATTERNS:
            depth -= 1
        parent = self.way[depth - 1] if depth else None
        if parent is None or parent.type not in self.syntax.definitions:
            return False
        field = self.syntax.definitions[parent.type]
        return not field or self.way[depth] in parent.children_by_field_name(field)

    def _key_or(self, depth: int, other: Construct) -> Construct:
        parent = self.way[depth - 1] if depth else None
        field = self.syntax.keys.get(parent.type) if parent is not None else None
        if parent is None or field is None or parent.child_by_field_name(field) != self.way[depth]:
            return other
        return Construct.KEY

    # -- what is around

    def _around(self, depth: int) -> tuple[tuple[str, ...], str]:
        path: list[str] = []
        callee = ""
        child = self.way[depth]
        for node in reversed(self.way[:depth]):
            if node.type in self.syntax.walls:
                callee = callee or self._settings_class(node)
                break
            path += self._given(node, child)
            callee = (
                "raise"
                if node.type in self.syntax.raises and _ERROR.fullmatch(callee)
                else callee or self._called(node, child)
            )
            child = node
        return tuple(reversed(path)), callee

    def _given(self, node: Node, child: Node) -> Iterator[str]:
        if node.type in self.syntax.givers:
            field = self.syntax.givers[node.type]
            target = node.child_by_field_name(field) if field else node.named_child(0)
            if target is not None and target != child:
                yield dotted(target).strip("'\"`")

    def _called(self, node: Node, child: Node) -> str:
        if node.type in self.syntax.raises:
            return "raise"
        if node.type in self.syntax.subscripts:
            field = self.syntax.subscripts[node.type]
            value = node.child_by_field_name(field) if field else node.named_child(0)
            return "" if value is None or value == child else f"{dotted(value)}[]{'=' if self._is_target(node) else ''}"
        if node.type == "variable_declarator" and child.type == "object_pattern":
            value = node.child_by_field_name("value")
            return f"{dotted(value)}{{}}" if value is not None else ""
        return self._callee(node, child) if node.type in self.syntax.calls else ""

    def _is_target(self, node: Node) -> bool:
        """`os.environ["X"] = …`"""
        parent = node.parent
        return (
            parent is not None
            and self.syntax.definitions.get(parent.type) == "left"
            and parent.child_by_field_name("left") == node
        )

    def _callee(self, node: Node, child: Node) -> str:
        if method := self.syntax.methods.get(node.type):
            parts = [part for field in method if (part := node.child_by_field_name(field)) is not None]
            return "" if child in parts else ".".join(map(dotted, parts))
        found = next(
            (n for field in self.syntax.calls[node.type] if (n := node.child_by_field_name(field)) is not None), None
        )
        return "" if found is None or found == child else dotted(found)

    def _settings_class(self, block: Node) -> str:
        """`class NAME(BASES)` for what stands directly in the body of a Python class with bases."""
        parent = block.parent if block.type == "block" else None
        if parent is None or parent.type != "class_definition":
            return ""
        name, bases = parent.child_by_field_name("name"), parent.child_by_field_name("superclasses")
        return f"class {dotted(name)}{dotted(bases)}" if name is not None and bases is not None else ""
