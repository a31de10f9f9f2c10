"""Jupyter notebooks: hits in code cells become sites of Python, at their place in the JSON. Pure.

A cell's source is a list of JSON strings, one a line, or one string. Each is unescaped with the byte offset of every
character kept, so that a site in the code finds its way back to the file.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from migrate_vllm.sites.code import Located, locate_code
from migrate_vllm.sites.grammars import parse
from migrate_vllm.sites.shell import locate_shell
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import clipped, text_of

if TYPE_CHECKING:
    from tree_sitter import Node

ESCAPE = re.compile(rb"\\u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|\\.|[^\\]", re.DOTALL)
MAGIC = re.compile(rb"^[ \t]*[%!].*$", re.MULTILINE)
_SHELL_CELL = re.compile(rb"\A\s*%%(?:bash|sh|script|shell)\b.*\Z", re.DOTALL)
_MAGIC_SIGNS = re.compile(rb"\A[ \t]*(?:%%\w+[^\n]*|%(?:env|set_env|sx|system)(?=[ \t])|[%!]+)")


@dataclass(frozen=True, slots=True)
class Cell:
    kind: str
    """`code`, `markdown` or `raw`"""
    source: bytes
    places: tuple[int, ...]
    """byte offset in the file of each byte of `source`, and one past the last"""


def locate_notebook(data: bytes, hits: Sequence[Hit]) -> Located:
    """One site for each hit, in their order. Hits outside of cell sources (outputs, metadata) are values."""
    root = parse(data, "json").root_node
    sites: dict[Hit, Site] = {}
    bindings: dict[str, str] = {}
    for cell in cells_of(data, root):
        inside = {hit: placed for hit in hits if (placed := _in_cell(hit, cell)) is not None}
        if inside and cell.kind == "code":
            located = _code(cell.source, sorted(inside.values()))
            found = dict(zip(sorted(inside.values()), located.sites, strict=True))
            bindings.update(located.bindings)
            sites.update((hit, _placed(data, found[placed], cell, hit)) for hit, placed in inside.items())
        else:
            sites.update((hit, _line(data, hit, Construct.PROSE)) for hit in inside)
    rest = {hit: _line(data, hit, Construct.VALUE) for hit in hits if hit not in sites}
    return Located(tuple(sites.get(hit) or rest[hit] for hit in hits), bindings, root.has_error)


def _code(source: bytes, hits: Sequence[Hit]) -> Located:
    """One site for each hit of a code cell: of the shell in `!` lines and shell cells, else of Python."""
    commands = [match.span() for match in (_SHELL_CELL if _SHELL_CELL.match(source) else MAGIC).finditer(source)]
    in_shell = [hit for hit in hits if any(start <= hit.start < end for start, end in commands)]
    shell = locate_shell(_only(source, commands), in_shell) if in_shell else ()
    located = locate_code(MAGIC.sub(blanked, source), [hit for hit in hits if hit not in in_shell], "python")
    sites = {site.hit: site for site in located.sites} | {site.hit: replace(site, language="shell") for site in shell}
    return replace(located, sites=tuple(sites[hit] for hit in hits))


def _only(source: bytes, spans: Sequence[tuple[int, int]]) -> bytes:
    """The source with white space instead of all but these spans, and of what makes them magic."""
    text = bytearray(re.sub(rb"[^\n]", b" ", source))
    for start, end in spans:
        text[start:end] = _MAGIC_SIGNS.sub(lambda match: b" " * len(match.group()), source[start:end])
    return bytes(text)


def blanked(match: re.Match[bytes]) -> bytes:
    """A shell or magic line as a comment of the same length."""
    return b"#" + match.group()[1:]


def cells_of(data: bytes, root: Node) -> Iterator[Cell]:
    document = root.named_child(0)
    for cells in (_value(pair) for pair in _pairs(document) if _key(pair) in ("cells",)):
        for cell in cells.named_children if cells is not None else ():
            values = {_key(pair): _value(pair) for pair in _pairs(cell)}
            source, kind = values.get("source"), values.get("cell_type")
            if source is not None and kind is not None:
                yield _cell(data, text_of(data, kind.start_byte + 1, kind.end_byte - 1), source)


def _pairs(node: Node | None) -> list[Node]:
    return (
        [child for child in node.named_children if child.type == "pair"]
        if node is not None and node.type == "object"
        else []
    )


def _key(pair: Node) -> str:
    key = pair.child_by_field_name("key")
    return (key.text or b"").decode("utf-8", "replace").strip('"') if key is not None else ""


def _value(pair: Node) -> Node | None:
    return pair.child_by_field_name("value")


def _cell(data: bytes, kind: str, source: Node) -> Cell:
    strings = [source] if source.type == "string" else [node for node in source.named_children if node.type == "string"]
    text, places = bytearray(), []
    for node in strings:
        start = node.start_byte + 1
        for match in ESCAPE.finditer(data, start, node.end_byte - 1):
            piece = _unescaped(match.group())
            text += piece
            places += [match.start()] * len(piece)
    return Cell(kind, bytes(text), (*places, (places[-1] + 1) if places else source.end_byte))


def _unescaped(raw: bytes) -> bytes:
    if not raw.startswith(b"\\"):
        return raw
    try:
        return str(json.loads(b'"' + raw + b'"')).encode("utf-8", "replace")
    except ValueError:
        return raw


def _in_cell(hit: Hit, cell: Cell) -> Hit | None:
    """The hit in the cell's own offsets."""
    if not cell.source or not cell.places[0] <= hit.start < cell.places[-1]:
        return None
    start = bisect_left(cell.places, hit.start)
    if cell.places[start] != hit.start:  # between two strings of a broken cell
        return None
    return replace(hit, start=start, end=min(start + hit.end - hit.start, len(cell.source)))


def _placed(data: bytes, site: Site, cell: Cell, hit: Hit) -> Site:
    start, end = cell.places[site.start], cell.places[max(site.end - 1, site.start)] + 1
    start, end = clipped(data, min(start, hit.start), max(end, hit.end), hit.start)
    return replace(site, start=start, end=end, hit=hit)


def _line(data: bytes, hit: Hit, construct: Construct) -> Site:
    start, end = clipped(data, 0, len(data), hit.start)
    return Site(start, end, construct, text_of(data, start, end), (), "", hit)
