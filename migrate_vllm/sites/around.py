"""What a node spells, and what stands beside it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from migrate_vllm.sites.site import Construct

if TYPE_CHECKING:
    from tree_sitter import Node

_SUMS = frozenset({"binary_expression", "binary_operator", "binary", "concatenated_string"})
_BETWEEN = _SUMS | {"parenthesized_expression", "ternary_expression", "conditional_expression"}
"""what may stand between a string and the sum that it ends up in"""
_LISTS = frozenset(
    {
        "list",
        "array",
        "tuple",
        "literal_value",
        "array_initializer",
        "initializer_expression",
        "array_creation_expression",
        "array_expression",
    }
)
_KEYS_SHOWN = 20
"""on each side"""

_LONGEST_KEY = 14
"""in bytes; who asks for its neighbours is a provider's name, and to ask is dear in a mapping of thousands"""


def dotted(node: Node) -> str:
    """The dotted name that a node spells: no white space, no optional marks, nothing before the last call in it."""
    text = re.sub(rb"\s+", b"", (node.text or b"")[:2000]).decode("utf-8", "replace")
    text = text.replace("?.", ".").replace("->", ".").replace("::", ".").replace("!.", ".").lstrip("$@:")
    if node.type in ("argument_list", "template_string", "string"):
        return text
    return re.sub(r"^.*[)\]}](?=.)", "…", text)[:200]


def beside(way: Sequence[Node], construct: Construct) -> str:
    """`Site.beside` of the last node of `way`."""
    if construct is Construct.KEY:
        return _other_keys(way)
    return (_added_to(way) or _next_in_list(way)) if construct is Construct.STRING else ""


def _added_to(way: Sequence[Node]) -> str:
    """`BASE` in `BASE + "/api/chat"`."""
    for depth in range(len(way) - 1, 0, -1):
        node, parent = way[depth], way[depth - 1]
        if parent.type not in _BETWEEN:
            return ""
        if parent.type in _SUMS and (left := node.prev_named_sibling) is not None and _is_sum(parent):
            return dotted(left)
    return ""


def _is_sum(node: Node) -> bool:
    operator = node.child_by_field_name("operator")
    return operator is not None and operator.text in (b"+", b".")


def _next_in_list(way: Sequence[Node]) -> str:
    """`list` for the string before it in `["ollama", "list"]`; for the last, the one before if that is the same word."""
    for depth in range(len(way) - 1, max(len(way) - 3, 0), -1):
        node, parent = way[depth], way[depth - 1]
        if parent.type in _LISTS:
            following, before = node.next_named_sibling, node.prev_named_sibling
            if following is not None:
                return _word(following)
            return _word(before) if before is not None and _word(before).lower() == _word(node).lower() else ""
    return ""


def _word(node: Node) -> str:
    return dotted(node).strip("'\"`")


def _other_keys(way: Sequence[Node]) -> str:
    if len(way) < 3 or way[-2].type == "keyword_argument" or way[-1].end_byte - way[-1].start_byte > _LONGEST_KEY:
        return ""
    keys = (
        pair.child_by_field_name("key")
        for pair in (*_siblings(way[-2], forwards=False), *_siblings(way[-2], forwards=True))
    )
    return " ".join(dotted(key).strip("'\"`") for key in keys if key is not None)


def _siblings(node: Node, forwards: bool) -> Iterator[Node]:
    """Not all of them: a mapping may have thousands."""
    for _ in range(_KEYS_SHOWN):
        following = node.next_named_sibling if forwards else node.prev_named_sibling
        if following is None:
            return
        yield following
        node = following
