"""Strings, what is joined to strings, and records: list, tuple, set, dict. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, REST, Entry, Join, Place, Record, Span, Text
from migrate_vllm.flow.python.lowering import EXTRAS, Lowering, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node

_LONGEST = 300
"""bytes of a text that can be a name, an address, a path or a model"""
_NUMBERED = 16
"""elements of a list that are also known by their number"""
_ESCAPES = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(\r?\n|.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "\n": "", "\r\n": ""}
_DIGITS = re.compile(rb"[0-9]{1,9}")


def constant(low: Lowering, node: Node) -> tuple[str, Span] | None:
    """The text of a string literal without holes, and where its content stands."""
    if node.type != "string":
        return None
    children = node.children
    if len(children) == 2:
        return "", (children[0].end_byte, children[0].end_byte)
    if len(children) != 3 or children[1].type != "string_content":
        return None
    at = span(children[1])
    return unescaped(low, at, _prefix(low, children[0])), at


def key(low: Lowering, node: Node) -> tuple[str, Span]:
    """The name of an index or of a key in a dict: EACH, when it isn't a constant. Then it is lowered for its effects."""
    if node.type == "integer" and _DIGITS.fullmatch(low.data, node.start_byte, node.end_byte):
        return low.text(node), span(node)
    if (known := constant(low, node)) is not None:
        return known
    low.expression(node)
    return EACH, span(node)


def unescaped(low: Lowering, at: Span, prefix: bytes) -> str:
    raw = str(low.data[at[0] : at[1]], "utf-8", "replace")
    if "\\" in raw and b"r" not in prefix:
        raw = _ESCAPES.sub(_unescape, raw)
    return raw.replace("{{", "{").replace("}}", "}") if b"f" in prefix else raw


def _unescape(match: re.Match[str]) -> str:
    byte, code, character = match.groups()
    if character is not None:
        return _PLAIN.get(character, character)
    return chr(int(byte or code, 16)).encode("utf-8", "replace").decode()  # half of a pair can't be written anywhere


def _prefix(low: Lowering, start: Node) -> bytes:
    return low.data[start.start_byte : start.end_byte].lower()


def text(low: Lowering, at: Span, value: str) -> Place:
    """A new place that holds a part of a string."""
    place = low.form.place(at)
    if at[1] - at[0] <= _LONGEST:
        low.form.operations.append(Text(place, value, at))
    return place


def string(low: Lowering, node: Node) -> Place:
    if (known := constant(low, node)) is None:
        return joined(low, node, _pieces(low, node))
    place = low.place(node)
    value, at = known
    if at[1] - at[0] <= _LONGEST:
        low.form.operations.append(Text(place, value, at))
    return place


def _pieces(low: Lowering, node: Node) -> list[Place]:
    """The literal parts and the holes of a string, in order."""
    children = node.children
    prefix = _prefix(low, children[0]) if children else b""
    found = []
    for child in children:
        if child.type == "string_content":
            found.append(text(low, span(child), unescaped(low, span(child), prefix)))
        elif child.type == "interpolation":
            found += _hole(low, child)
    return found


def _hole(low: Lowering, node: Node) -> list[Place]:
    """`{value!r:>{width}}`"""
    inside = parts(node)
    for child in inside[1:]:
        low.unknown(child)
    return [low.expression(child) for child in inside[:1]]


def joined(low: Lowering, node: Node, places: list[Place]) -> Place:
    target = low.place(node)
    low.form.operations.append(Join(target, tuple(places)))
    return target


def concatenated(low: Lowering, node: Node) -> Place:
    """`"a" f"{b}"`"""
    return joined(low, node, [piece for child in parts(node) for piece in _pieces(low, child)])


def filled(
    low: Lowering, node: Node, template: Node, holes: re.Pattern[str], fill: Callable[[str, Span], Place | None]
) -> Place | None:
    """The join that a template with holes makes (`"%s/api" % base`); None if the template isn't a literal."""
    known = constant(low, template)
    if known is None or known[1][1] - known[1][0] > _LONGEST:
        return None
    start, end = known[1]
    raw, places, last = str(low.data[start:end], "utf-8", "surrogateescape"), list[Place](), 0
    for match in holes.finditer(raw):
        _literal(low, places, raw, (last, match.start()), start)
        last = match.end()
        if (place := fill(match[0], _bytes(raw, match.span(), start))) is not None:
            places.append(place)
    _literal(low, places, raw, (last, len(raw)), start)
    return joined(low, node, places)


def _literal(low: Lowering, places: list[Place], raw: str, within: Span, start: int) -> None:
    if within[0] < within[1]:
        at = _bytes(raw, within, start)
        places.append(text(low, at, unescaped(low, at, b"")))


def _bytes(raw: str, within: Span, start: int) -> Span:
    before, until = (len(raw[:offset].encode("utf-8", "surrogateescape")) for offset in within)
    return start + before, start + until


def sequence(low: Lowering, node: Node) -> Place:
    """A list or tuple."""
    return elements(low, span(node), parts(node))


def elements(low: Lowering, at: Span, children: list[Node], numbered: bool = True) -> Place:
    entries = []
    for number, child in enumerate(children):
        if child.type == "list_splat":
            entries.append(Entry(REST, low.expression(child.children[-1]), span(child)))
            numbered = False
            continue
        place = low.expression(child)
        entries.append(Entry(EACH, place, span(child)))
        if numbered and number < _NUMBERED:
            entries.append(Entry(str(number), place, span(child)))
    target = low.form.place(at)
    low.form.operations.append(Record(target, tuple(entries)))
    return target


def members(low: Lowering, node: Node) -> Place:
    """A set."""
    return elements(low, span(node), parts(node), numbered=False)


def dictionary(low: Lowering, node: Node) -> Place:
    entries = []
    for child in node.children:
        if child.type == "pair":
            name, at = key(low, child.children[0])
            entries.append(Entry(name, low.expression(child.children[-1]), at))
        elif child.type == "dictionary_splat":
            entries.append(Entry(REST, low.expression(child.children[-1]), span(child)))
        elif child.is_named and child.type not in EXTRAS:
            low.visit(child)
    target = low.place(node)
    low.form.operations.append(Record(target, tuple(entries)))
    return target


def number(low: Lowering, node: Node) -> Place:
    """One of four or five digits may be a port, and then be a part of an address."""
    target = low.place(node)
    if node.end_byte - node.start_byte in (4, 5) and low.text(node).isdigit():
        low.form.operations.append(Text(target, low.text(node), span(node)))
    return target


EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Place]] = {
    "integer": number,
    "float": Lowering.place,
    "true": Lowering.place,
    "false": Lowering.place,
    "none": Lowering.place,
    "ellipsis": Lowering.place,
    "string": string,
    "concatenated_string": concatenated,
    "list": sequence,
    "tuple": sequence,
    "expression_list": sequence,
    "set": members,
    "dictionary": dictionary,
}
