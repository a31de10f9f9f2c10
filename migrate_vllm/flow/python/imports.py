"""Imports. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import Import, Place, Put
from migrate_vllm.flow.python.lowering import Lowering, field, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node

_MODULE = "*"


def import_modules(low: Lowering, node: Node) -> None:
    """`import a.b, c as d`"""
    for child in parts(node):
        if child.type == "aliased_import":
            named, alias = child.children[0], child.children[-1]
            low.names.write(low.text(alias), _taken(low, _dotted(low, named), _MODULE, alias))
        elif child.type == "dotted_name":
            _module(low, child)


def _module(low: Lowering, node: Node) -> None:
    """`import a.b` binds `a`, in which `b` is found."""
    names = parts(node)
    if not names:
        return
    path = low.text(names[0])
    outermost = holder = _taken(low, path, _MODULE, names[0])
    for name in names[1:]:
        path += "." + low.text(name)
        at = (node.start_byte, name.end_byte)
        place = low.form.place(at)
        low.form.operations.append(Import(place, path, _MODULE, at))
        low.form.operations.append(Put(holder, low.text(name), place, span(name)))
        holder = place
    low.names.write(low.text(names[0]), outermost)


def _taken(low: Lowering, module: str, name: str, at: Node) -> Place:
    place = low.place(at)
    low.form.operations.append(Import(place, module, name, span(at)))
    return place


def _dotted(low: Lowering, node: Node) -> str:
    """The text of a module's name without the white space that may stand in it."""
    return "".join(low.text(node).split())


def import_names(low: Lowering, node: Node) -> None:
    """`from m import a, b as c`. A star's names stay unknown; whoever asks this module for one is sent on."""
    source = field(node, "module_name")
    module = _dotted(low, source) if source is not None else ""
    for child in parts(node):
        if child.type == "wildcard_import":
            low.form.reexports.append(module)
        elif child == source:
            continue
        elif child.type == "aliased_import":
            alias = child.children[-1]
            low.names.write(low.text(alias), _taken(low, module, _dotted(low, child.children[0]), alias))
        elif child.type == "dotted_name":
            low.names.write(low.text(child), _taken(low, module, low.text(child), child))


def nothing(low: Lowering, node: Node) -> None:
    """`from __future__ import …`, `pass`, `del x`: no value goes anywhere."""


STATEMENTS: Mapping[str, Callable[[Lowering, Node], None]] = {
    "import_statement": import_modules,
    "import_from_statement": import_names,
    "future_import_statement": nothing,
}
