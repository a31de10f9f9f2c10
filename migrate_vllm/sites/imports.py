"""Import statements of every grammar: the module that is named and the names that it binds. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

Binding = tuple[str, str]
"""name in the file, and `module` (the module itself) or `module:name`"""

_KEYWORDS = re.compile(
    r"^(?:global\s+)?(?:import|use|using|extern\s+crate|package|from)\s+(?:static\s+|type\s+)?|;\s*$"
)


def module_of(node: Node, at: int) -> tuple[str, tuple[str, ...]]:
    """The module that the statement imports from (the one at byte `at` where it lists several), and the names taken from it."""
    if (module := node.child_by_field_name("module_name")) is not None:
        return _text(module), tuple(_imported(n)[0] for n in node.children_by_field_name("name"))
    if (source := node.child_by_field_name("source") or node.child_by_field_name("path")) is not None:
        return _text(source).strip("'\"`"), tuple(name for name, _ in _clause_names(node))
    if node.type == "import_statement":
        names = [n for n in node.children_by_field_name("name") if n.start_byte <= at < n.end_byte]
        return (_imported(names[0])[0] if names else _text(node)), ()
    return _KEYWORDS.sub("", _text(node)).strip(), ()


def bindings_of(node: Node) -> Iterator[Binding]:
    if reader := _BY_GRAMMAR.get(node.type):
        yield from reader(node)
        return
    module = node.child_by_field_name("module_name")
    source = node.child_by_field_name("source")
    if module is not None:
        for name in node.children_by_field_name("name"):
            imported, local = _imported(name)
            yield local, f"{_text(module)}:{imported}"
    elif source is not None:
        for imported, local in _clause_names(node):
            origin = _text(source).strip("'\"`")
            yield local, origin if imported == "*" else f"{origin}:{imported}"
    elif node.type == "import_statement":
        for name in node.children_by_field_name("name"):
            imported, local = _imported(name)
            yield (local, imported) if local != imported else (imported.split(".")[0], imported.split(".")[0])


def _package(node: Node) -> Iterator[Binding]:
    """Go: `import o "github.com/x/ollama"`; without a name, the package is mostly called like its folder."""
    name, path = node.child_by_field_name("name"), node.child_by_field_name("path")
    if path is not None:
        module = _text(path).strip('"`')
        yield (_text(name) if name is not None else re.sub(r"/v\d+$", "", module).rpartition("/")[2]), module


def _last_names(node: Node) -> Iterator[Binding]:
    """Java, Rust, PHP: each name at the end of a path, or what it is called here."""
    text = _KEYWORDS.sub("", _text(node))
    for match in _LAST_NAME.finditer(text):
        yield (match["alias"] or match["name"]), f"{text.partition('{')[0].rstrip(':.')}:{match['name']}"


_LAST_NAME = re.compile(r"(?P<name>\w+)(?:\s+as\s+(?P<alias>\w+))?\s*(?=[,;}]|$)")
_BY_GRAMMAR: Mapping[str, Callable[[Node], Iterator[Binding]]] = {
    "import_spec": _package, "import_declaration": _last_names, "use_declaration": _last_names, "namespace_use_declaration": _last_names,
}  # fmt: skip


def required_names(way: Sequence[Node], module: str) -> Iterator[Binding]:
    """What `const X = require("module")` and `const { A, b: c } = await import("module")` bind."""
    for node in reversed(way[-8:]):
        if node.type == "variable_declarator" and (target := node.child_by_field_name("name")) is not None:
            if target.type == "identifier":
                yield _text(target), f"{module}:default"
            for part in target.named_children if target.type == "object_pattern" else ():
                key, value = part.child_by_field_name("key"), part.child_by_field_name("value")
                imported = _text(key) if key is not None else _text(part)
                yield (_text(value) if value is not None else imported), f"{module}:{imported}"
            return


def _imported(node: Node) -> tuple[str, str]:
    """Name in the module, name here."""
    name, alias = node.child_by_field_name("name"), node.child_by_field_name("alias")
    imported = _text(name) if name is not None else _text(node)
    return imported, _text(alias) if alias is not None else imported


def _clause_names(node: Node) -> Iterator[tuple[str, str]]:
    for clause in node.named_children:
        for part in clause.named_children if clause.type == "import_clause" else ():
            if part.type == "identifier":
                yield "default", _text(part)
            elif part.type == "namespace_import" and (name := part.named_child(0)) is not None:
                yield "*", _text(name)
            elif part.type == "named_imports":
                yield from (_imported(name) for name in part.named_children if name.type == "import_specifier")


def _text(node: Node) -> str:
    return (node.text or b"")[:500].decode("utf-8", "replace")
