"""The Python front end: a program, as a tree-sitter tree, becomes a form. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import Form, Place
from migrate_vllm.flow.python import calls, exceptions, expressions, imports, literals, patterns, statements
from migrate_vllm.flow.python.definitions import class_definition, decorated, function_definition
from migrate_vllm.flow.python.lowering import Lowering
from migrate_vllm.sites.grammars import parse

if TYPE_CHECKING:
    from tree_sitter import Node

_EXPRESSIONS: Mapping[str, Callable[[Lowering, Node], Place]] = {
    **expressions.EXPRESSIONS,
    **literals.EXPRESSIONS,
    **calls.EXPRESSIONS,
    **statements.EXPRESSIONS,
    **patterns.EXPRESSIONS,
}
_STATEMENTS: Mapping[str, Callable[[Lowering, Node], None]] = {
    **statements.STATEMENTS,
    **exceptions.STATEMENTS,
    **imports.STATEMENTS,
    **patterns.STATEMENTS,
    "function_definition": function_definition,
    "class_definition": class_definition,
    "decorated_definition": decorated,
}


def lower_python(data: bytes) -> Form:
    """Never fails: what the parser can't read, or what nests too deep, is unknown."""
    low = Lowering(data, _EXPRESSIONS, _STATEMENTS)
    low.block(parse(data, "python").root_node)
    low.form.exports = low.names.defined()
    low.names.close()
    return low.form
