"""`try`: what a handler sees of a body that stopped anywhere. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import Instance
from migrate_vllm.flow.names import Branch
from migrate_vllm.flow.python.lowering import Lowering, parts, span
from migrate_vllm.flow.python.statements import clause
from migrate_vllm.flow.python.targets import bind

if TYPE_CHECKING:
    from tree_sitter import Node

_HANDLERS = frozenset({"except_clause", "except_group_clause"})


def try_statement(low: Lowering, node: Node) -> None:
    children = parts(node)
    last = [child for child in children if child.type == "finally_clause"]
    with low.names.branch() as body:
        for child in children:
            if child.type not in _HANDLERS and child.type != "finally_clause":
                clause(low, child)
    branches = [body, *(_handled(low, child, body) for child in children if child.type in _HANDLERS)]
    ended = all(branch.ended for branch in branches)
    low.names.join(branches, otherwise=False)
    for child in last:
        _finally(low, child, branches)
    if ended:
        low.names.end()


def _handled(low: Lowering, node: Node, body: Branch) -> Branch:
    with low.names.branch() as branch:
        _interrupted(low, [body])
        for child in parts(node):
            if child.type == "block":
                low.block(child)
            else:
                _caught(low, child)
    return branch


def _interrupted(low: Lowering, branches: Sequence[Branch]) -> None:
    """Names hold what they did before and what the branches gave them, for nobody knows how far these got."""
    ended = [branch.ended for branch in branches]
    for branch in branches:
        branch.ended = False
    low.names.join(branches, otherwise=True)
    for branch, was_ended in zip(branches, ended, strict=True):
        branch.ended = was_ended


def _finally(low: Lowering, node: Node, branches: Sequence[Branch]) -> None:
    """It is executed in any case, so its own names stay; but what follows it has only seen branches that got to their end."""
    with low.names.branch() as branch:
        _interrupted(low, branches)
        before = dict(branch.versions)
        clause(low, node)
    branch.versions = {name: place for name, place in branch.versions.items() if before.get(name) != place}
    low.names.join([branch], otherwise=False)


def _caught(low: Lowering, node: Node) -> None:
    """`except (A, B) as e`"""
    kinds, target = node, None
    if node.type == "as_pattern":
        inside = parts(node)
        kinds, target = inside[0], inside[-1]
    place = low.place(target) if target is not None else low.form.place()
    for kind in parts(kinds) if kinds.type == "tuple" else (kinds,):
        low.form.operations.append(Instance(place, low.expression(kind), span(kind)))
    if target is not None:
        bind(low, target, place)


STATEMENTS: Mapping[str, Callable[[Lowering, Node], None]] = {"try_statement": try_statement}
