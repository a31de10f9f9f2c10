"""Imports and exports, of modules and of CommonJS. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migrate_vllm.flow.form import Import, Place, Put
from migrate_vllm.flow.script.classes import decorated
from migrate_vllm.flow.script.keys import quoted
from migrate_vllm.flow.script.patterns import declared

if TYPE_CHECKING:
    from tree_sitter import Node

    from migrate_vllm.flow.script.lowering import Lowering


def import_(low: Lowering, node: Node) -> None:
    source = node.child_by_field_name("source")
    for child in node.named_children:
        if child.type == "import_clause" and source is not None:
            module, _ = quoted(low, source)
            for part in child.named_children:
                _clause(low, part, module)
        elif child.type == "import_require_clause":
            _require(low, child)


def _clause(low: Lowering, node: Node, module: str) -> None:
    kind = node.type
    if kind == "identifier":
        _imported(low, node, module, "default")
    elif kind == "namespace_import":
        _imported(low, node.named_child(0), module, "*")
    elif kind == "named_imports":
        for specifier in node.named_children:
            name = specifier.child_by_field_name("name")
            local = specifier.child_by_field_name("alias") or name
            if name is not None:
                _imported(low, local, module, _plain(low, name))


def _require(low: Lowering, node: Node) -> None:
    source = node.child_by_field_name("source")
    if source is not None:
        _imported(low, node.named_child(0), quoted(low, source)[0], "*")


def _imported(low: Lowering, local: Node | None, module: str, name: str) -> None:
    if local is not None:
        low.scopes.constant(low.text(local), _taken(low, local, module, name))


def _taken(low: Lowering, at: Node, module: str, name: str) -> Place:
    place = low.place(at)
    low.add(Import(place, module, name, low.span(at)))
    return place


def _plain(low: Lowering, node: Node) -> str:
    """A name in an import or export, which may be quoted."""
    return quoted(low, node)[0] if node.type == "string" else low.text(node)


# -- exports


def export(low: Lowering, node: Node) -> None:
    source = node.child_by_field_name("source")
    if source is not None:
        _from(low, node, quoted(low, source)[0])
    elif (declaration := node.child_by_field_name("declaration")) is not None:
        _declaration(low, node, declaration)
    elif (value := node.child_by_field_name("value")) is not None:
        low.export("default", decorated(low, low.expression(value), _decorators(node)))
    else:
        _others(low, node)


def _from(low: Lowering, node: Node, module: str) -> None:
    """`export { a } from "m"`, `export * from "m"`, `export * as m from "m"`."""
    clauses = [child for child in node.named_children if child.type in ("export_clause", "namespace_export")]
    if not clauses:
        low.form.reexports.append(module)
    for clause in clauses:
        if clause.type == "namespace_export":
            if (name := clause.named_child(0)) is not None:
                low.export(_plain(low, name), _taken(low, name, module, "*"))
            continue
        for name, exported in _specifiers(clause):
            low.export(_plain(low, exported), _taken(low, name, module, _plain(low, name)))


def _specifiers(clause: Node) -> list[tuple[Node, Node]]:
    found = []
    for specifier in clause.named_children:
        name = specifier.child_by_field_name("name")
        if name is not None:
            found.append((name, specifier.child_by_field_name("alias") or name))
    return found


def _decorators(node: Node) -> list[Node]:
    return [child for child in node.children[:-1] if child.type == "decorator"]


def _declaration(low: Lowering, node: Node, declaration: Node) -> None:
    """The name is exported with all that it ever holds."""
    low.statement(declaration)
    at = low.span(declaration)
    names = declared(low, (declaration,), with_var=True)
    if decorators := _decorators(node):
        for name in names:
            low.scopes.constant(name, decorated(low, low.scopes.read(name, at), decorators))
    if any(child.type == "default" for child in node.children):
        low.exported.update(("default", (name, at)) for name in names[:1])
    else:
        low.exported.update((name, (name, at)) for name in names)


def _others(low: Lowering, node: Node) -> None:
    """`export { a as b }`, TypeScript's `export = a`."""
    is_whole = any(child.type == "=" for child in node.children)
    for child in node.named_children:
        if child.type == "export_clause":
            for name, exported in _specifiers(child):
                low.exported[_plain(low, exported)] = (_plain(low, name), low.span(name))
        elif is_whole and child.type != "comment":
            low.export("=", low.expression(child))
        else:
            low.statement(child)


def common_js(low: Lowering, left: Node, source: Place) -> bool:
    """Whether it is `module.exports = source`, `module.exports.name = source` or `exports.name = source`."""
    owner, _, name = low.data[left.start_byte : left.end_byte].rpartition(b".")
    if owner == b"module" and name == b"exports":
        low.form.copy(source, low.module_exports())
        low.form.exports["="] = low.module_exports()
    elif owner in (b"module.exports", b"exports"):
        low.export(name.decode("utf-8", "replace"), source)
        at = left.end_byte + low.shift
        low.add(Put(low.module_exports(), name.decode("utf-8", "replace"), source, (at - len(name), at)))
    else:
        return False
    return True
