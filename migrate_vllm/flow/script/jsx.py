"""JSX: an element of a component is a call of it, with its attributes as one object. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import REST, Argument, Call, Entry, Place, Record
from migrate_vllm.flow.script.literals import spread

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering


def element(low: Lowering, node: Node) -> Place:
    opening = node.child_by_field_name("open_tag") or node
    name = opening.child_by_field_name("name")
    entries = _attributes(low, opening)
    children = [] if opening is node else _children(low, node)
    if name is None or not _is_component(low.text(name)):
        return low.place(node)
    if children:
        content = low.form.place()
        for child in children:
            low.form.copy(child, content)
        entries.append(Entry("children", content, low.span(node)))
    record = low.form.place(low.span(opening))
    low.add(Record(record, tuple(entries)))
    callee = low.expression(name)
    target = low.place(node)
    low.add(Call(target, callee, (Argument("", record, low.span(opening)),), low.span(name)))
    return target


def _is_component(name: str) -> bool:
    """Elements of HTML begin with a small letter."""
    return name[:1].isupper() or "." in name


def _attributes(low: Lowering, opening: Node) -> list[Entry]:
    entries: list[Entry] = []
    for child in opening.named_children:
        if child.type == "jsx_attribute":
            entries.extend(_attribute(low, child))
        elif child.type == "jsx_expression":
            for inner in child.named_children:
                is_spread = inner.type == "spread_element"
                entries.append(Entry(REST, spread(low, inner) if is_spread else low.expression(inner), low.span(inner)))
    return entries


def _attribute(low: Lowering, node: Node) -> list[Entry]:
    parts = [child for child in node.named_children if child.type != "comment"]
    if not parts:
        return []
    place = low.expression(parts[1]) if len(parts) > 1 else low.place(node)
    return [Entry(low.text(parts[0]), place, low.span(parts[0]))]


def _children(low: Lowering, node: Node) -> list[Place]:
    return [
        low.expression(child)
        for child in node.named_children
        if child.type not in ("jsx_text", "html_character_reference", "jsx_opening_element", "jsx_closing_element")
    ]


def container(low: Lowering, node: Node) -> Place:
    """`{value}`."""
    place = None
    for child in node.named_children:
        if child.type == "spread_element":
            place = spread(low, child)
        elif child.type != "comment":
            place = low.expression(child)
    return low.place(node) if place is None else place
