"""TOML: keys, tables and values. Pure. A table's name is a key; its path is what stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from migrate_vllm.sites.grammars import parse, ways
from migrate_vllm.sites.places import raw, site
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_KEYS = frozenset({"bare_key", "quoted_key"})
_TABLES = frozenset({"table", "table_array_element"})
_VALUES = frozenset({"string", "integer", "float", "boolean", "local_date", "local_time", "offset_date_time", "local_date_time"})


def locate_toml(data: bytes, hits: Sequence[Hit]) -> tuple[Site, ...]:
    """One site for each hit, in their order."""
    root = parse(data, "toml").root_node
    return tuple(_site(data, way, hit) for hit, way in ways(root, hits))


def _site(data: bytes, way: list[Node], hit: Hit) -> Site:
    last = way[-1]
    if last.type == "comment":
        skipped = re.match(rb"#+\s*", data[last.start_byte : hit.start])
        return site(data, (last.start_byte + (skipped.end() if skipped else 0), last.end_byte), Construct.COMMENT, hit)
    if any(node.is_error for node in way):
        return raw(data, hit, broken=True)
    path, is_key = _path(data, way, hit)
    node = next((node for node in reversed(way) if node.type in (_KEYS if is_key else _VALUES)), None)
    if node is None:
        return raw(data, hit, broken=True)
    return site(data, _inside(data, node), Construct.KEY if is_key else Construct.VALUE, hit, path)


def _path(data: bytes, way: list[Node], hit: Hit) -> tuple[tuple[str, ...], bool]:
    """The keys that lead to the hit, and whether it stands in the last of them (which then isn't in the path)."""
    keys: list[str] = []
    for node in way:
        if node.type in _TABLES or node.type == "pair":
            key = node.named_children[0]
            inside = key.start_byte <= hit.start < key.end_byte
            keys += [text_of(data, *_inside(data, part)) for part in _parts(key) if not inside or part.end_byte <= hit.start]
            if inside:
                return tuple(keys), True
    return tuple(keys), False


def _parts(key: Node) -> list[Node]:
    """The keys of a dotted key in their order; the grammar nests them to the left."""
    found: list[Node] = []
    while key.type == "dotted_key":
        names = key.named_children
        found[:0] = [part for part in names if part.type in _KEYS]
        nested = [part for part in names if part.type == "dotted_key"]
        if not nested:
            return found
        key = nested[0]
    return [key, *found]


def _inside(data: bytes, node: Node) -> tuple[int, int]:
    quote = re.match(rb"\"\"\"|'''|\"|'", data[node.start_byte : node.end_byte])
    width = len(quote.group()) if quote else 0
    return node.start_byte + width, max(node.end_byte - width, node.start_byte + width)
