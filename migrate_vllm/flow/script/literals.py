"""Literals: strings, templates, arrays. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, REST, Entry, Join, Place, Record, Text
from migrate_vllm.flow.script.keys import elements

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering

_LONGEST = 300
_NUMBERED = 20
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}


def literal(low: Lowering, node: Node) -> Place:
    """`true`, `null`, a regular expression: nothing that flows."""
    return low.place(node)


def number(low: Lowering, node: Node) -> Place:
    """One of four or five digits may be a port, and then be a part of an address."""
    target = low.place(node)
    if node.end_byte - node.start_byte in (4, 5) and low.data[node.start_byte : node.end_byte].isdigit():
        write_text(low, target, node.start_byte, node.end_byte)
    return target


def string(low: Lowering, node: Node) -> Place:
    target = low.place(node)
    write_text(low, target, node.start_byte + 1, max(node.end_byte - 1, node.start_byte + 1))
    return target


def write_text(low: Lowering, target: Place, start: int, end: int) -> None:
    if end - start <= _LONGEST:
        low.add(Text(target, unescaped(low.data[start:end]), (start + low.shift, end + low.shift)))


def unescaped(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return _ESCAPED.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number < 0x110000 else ""


def template(low: Lowering, node: Node) -> Place:
    """A template string: one text, or a join of texts and values."""
    parts = _template_parts(low, node)
    if not any(child.type == "template_substitution" for child in node.named_children):
        return parts[0] if parts else string(low, node)
    target = low.place(node)
    low.add(Join(target, tuple(parts)))
    return target


def _template_parts(low: Lowering, node: Node) -> list[Place]:
    """What stands between the substitutions is text: not all grammars have a node for it."""
    parts: list[Place] = []
    start = node.start_byte + 1
    for child in node.named_children:
        if child.type == "template_substitution":
            _literal_part(low, parts, start, child.start_byte)
            parts.extend(low.expression(inner) for inner in child.named_children if inner.type != "comment")
            start = child.end_byte
    _literal_part(low, parts, start, node.end_byte - 1)
    return parts


def _literal_part(low: Lowering, parts: list[Place], start: int, end: int) -> None:
    if start < end:
        part = low.form.place((start + low.shift, end + low.shift))
        write_text(low, part, start, end)
        parts.append(part)


def array(low: Lowering, node: Node) -> Place:
    target = low.place(node)
    entries: list[Entry] = []
    numbered = True
    for index, child in enumerate(elements(node)):
        if child is None:
            continue
        at = low.span(child)
        if child.type == "spread_element":
            entries.append(Entry(REST, spread(low, child), at))
            numbered = False
            continue
        place = low.expression(child)
        entries.append(Entry(EACH, place, at))
        if numbered and index < _NUMBERED:
            entries.append(Entry(str(index), place, at))
    low.add(Record(target, tuple(entries)))
    return target


def spread(low: Lowering, node: Node) -> Place:
    """What is spread, not what is inside of it."""
    place = low.form.place()
    for child in node.named_children:
        place = low.expression(child)
    return place
