"""JSON, with comments or a value a line: keys and values with the keys that lead to them. Pure.

Items of a list add nothing to the path. What isn't JSON gives its lines as they are, `broken`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from migrate_vllm.sites.grammars import parse, ways
from migrate_vllm.sites.places import Delegate, Embedded, raw, site
from migrate_vllm.sites.scripts import runs
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_KEY_LENGTH = 200
_SCALARS = frozenset({"string", "number"})


def locate_json(data: bytes, hits: Sequence[Hit], delegate: Delegate) -> tuple[Site, ...]:
    """One site for each hit, in their order."""
    root = parse(data, "json").root_node
    embedded = Embedded(data, delegate)
    sites = {hit: _site(data, way, hit, embedded) for hit, way in ways(root, hits)}
    scripts = dict(embedded.sites())
    return tuple(scripts.get(hit) or sites[hit] for hit in hits)


def _site(data: bytes, way: list[Node], hit: Hit, embedded: Embedded) -> Site:
    if way[-1].type == "comment":
        return site(data, _comment(data, way[-1]), Construct.COMMENT, hit)
    scalar = next((node for node in reversed(way) if node.type in _SCALARS), None)
    if scalar is None or any(node.is_error for node in way):
        return raw(data, hit, broken=True)
    path, is_key = _path(data, way, hit)
    quote = scalar.type == "string"
    span = (scalar.start_byte + quote, scalar.end_byte - quote)
    if not is_key and runs(path, text_of(data, span[0], min(span[1], span[0] + 4096))):
        embedded.add(span, "shell", hit, path, _unescaped)
    return site(data, span, Construct.KEY if is_key else Construct.VALUE, hit, path)


def _comment(data: bytes, node: Node) -> tuple[int, int]:
    text = data[node.start_byte : node.end_byte]
    return node.start_byte + len(text) - len(text.lstrip(b"/* \t")), node.end_byte - (2 if text.endswith(b"*/") else 0)


def _path(data: bytes, way: list[Node], hit: Hit) -> tuple[tuple[str, ...], bool]:
    keys: list[str] = []
    for node in way:
        if node.type == "pair" and (key := node.child_by_field_name("key")) is not None:
            if key.start_byte <= hit.start < key.end_byte:
                return tuple(keys), True
            keys.append(text_of(data, key.start_byte, min(key.end_byte, key.start_byte + _KEY_LENGTH)).strip('"'))
    return tuple(keys), False


def _unescaped(script: bytes) -> bytes:
    """Escapes that a shell would trip over, at the same length."""
    return script.replace(b'\\"', b' "').replace(b"\\n", b" \n").replace(b"\\\\", b" \\")
