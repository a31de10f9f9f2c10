"""Tree-sitter parsers by language, made when first asked for, and the way from a root to a byte. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from migrate_vllm.languages import LANGUAGES

if TYPE_CHECKING:
    from tree_sitter import Node, Parser, Tree, TreeCursor

    from migrate_vllm.sites.site import Hit

_DEEPEST = 64
"""ancestors that are kept: deeper ones never matter to a word, and hostile input nests without end"""


@cache
def parser(language: str) -> Parser:
    """The parser of one of `languages.LANGUAGES`. Raises LookupError when it has no grammar."""
    from tree_sitter import Language, Parser

    name = LANGUAGES[language].grammar
    if not name:
        raise LookupError(language)
    module, _, function = name.partition(":")
    return Parser(Language(getattr(import_module(module), function or "language")()))


def parse(data: bytes, language: str) -> Tree:
    return parser(language).parse(data)


def ways(root: Node, hits: Iterable[Hit]) -> Iterator[tuple[Hit, list[Node]]]:
    """Each hit with the nodes that hold its first byte, outermost first (the last `_DEEPEST` of them).

    One cursor goes from hit to hit, so that sorted hits cost no more than the nodes between them, however deep they are."""
    cursor = root.walk()
    way = [root]
    for hit in hits:
        while len(way) > 1 and not way[-1].start_byte <= hit.start < way[-1].end_byte:
            cursor.goto_parent()
            way.pop()
        _descend(cursor, way, hit.start)
        yield hit, way[-_DEEPEST:]


def _descend(cursor: TreeCursor, way: list[Node], byte: int) -> None:
    while cursor.goto_first_child_for_byte(byte) is not None:
        node = cursor.node
        if node is None or not node.start_byte <= byte < node.end_byte:
            cursor.goto_parent()
            return
        way.append(node)
