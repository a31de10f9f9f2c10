"""Names of keys and members, constant ones and others. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Span

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering


def key_of(low: Lowering, node: Node | None) -> tuple[str, Span]:
    """The name of a property in an object, a class, a pattern; of a computed one that isn't constant EACH."""
    if node is None:
        return EACH, (low.shift, low.shift)
    kind = node.type
    if kind == "string":
        return quoted(low, node)
    if kind == "computed_property_name":
        inner = next((child for child in node.named_children if child.type != "comment"), None)
        return index_of(low, inner)
    return low.text(node), low.span(node)


def index_of(low: Lowering, node: Node | None) -> tuple[str, Span]:
    """The name that `base[node]` means; what is no constant is lowered for its effects."""
    if node is None:
        return EACH, (low.shift, low.shift)
    kind = node.type
    if kind == "string" or (kind == "template_string" and not any(c.type == "template_substitution" for c in node.named_children)):
        return quoted(low, node)
    if kind == "number" and (digits := low.text(node)).isdigit():
        return digits, low.span(node)
    low.expression(node)
    return EACH, low.span(node)


def quoted(low: Lowering, node: Node) -> tuple[str, Span]:
    """A string's content, as it's written, and where."""
    start, end = node.start_byte + 1, max(node.end_byte - 1, node.start_byte + 1)
    return low.data[start:end].decode("utf-8", "replace"), (start + low.shift, end + low.shift)


def elements(node: Node) -> list[Node | None]:
    """The elements of an array or of its pattern; None stands for a hole."""
    found: list[Node | None] = []
    waiting = True
    for child in node.children[1:]:
        if child.is_named and child.type != "comment":
            found.append(child)
            waiting = False
        elif child.type == ",":
            if waiting:
                found.append(None)
            waiting = True
    return found
