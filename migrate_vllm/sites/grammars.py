"""Tree-sitter parsers by language, made when first asked for, and the way from a root to a byte. Pure."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from migrate_vllm.languages import LANGUAGES

if TYPE_CHECKING:
    from tree_sitter import Node, Parser, Tree

_DEEPEST = 400
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


def way_to(root: Node, byte: int) -> list[Node]:
    """The nodes that hold `byte`, outermost first (the last `_DEEPEST` of them)."""
    cursor = root.walk()
    way = [root]
    while cursor.goto_first_child_for_byte(byte) is not None:
        node = cursor.node
        if node is None or not node.start_byte <= byte < node.end_byte:
            break
        way.append(node)
    return way[-_DEEPEST:]
