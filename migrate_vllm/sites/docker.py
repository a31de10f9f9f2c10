"""Dockerfiles: instructions, their variables, and their commands, which are read as shell. Pure.

tree-sitter-containerfile, not tree-sitter-dockerfile 0.2: that one loses its way in a comment between continued
lines and knows no heredocs, so that everything after is one error, and it warns when it is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from migrate_vllm.sites.grammars import parse, ways
from migrate_vllm.sites.places import Delegate, Embedded, raw, site
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_SCRIPTS = frozenset({"shell_command", "heredoc_content", "shell_fragment"})
_COMMENT_LINE = re.compile(rb"^([ \t]*)#.*$", re.MULTILINE)


def locate_docker(data: bytes, hits: Sequence[Hit], delegate: Delegate) -> tuple[Site, ...]:
    """One site for each hit, in their order."""
    root = parse(data, "dockerfile").root_node
    embedded = Embedded(data, delegate)
    sites = {hit: _site(data, way, hit, embedded) for hit, way in ways(root, hits)}
    scripts = dict(embedded.sites())
    return tuple(scripts.get(hit) or sites[hit] for hit in hits)


def _site(data: bytes, way: list[Node], hit: Hit, embedded: Embedded) -> Site:
    for depth in range(len(way) - 1, 0, -1):
        node = way[depth]
        if node.type == "comment":
            return _comment(data, node, hit)
        if node.type == "env_pair":
            return _pair(data, node, hit)
        if node.type == "variable":
            return site(data, (node.start_byte, node.end_byte), Construct.VARIABLE, hit, _instruction(way))
        if node.type in _SCRIPTS:
            embedded.add((node.start_byte, node.end_byte), "shell", hit, _instruction(way), _without_comments)
        if node.type.endswith("_instruction") and (depth < 2 or not way[depth - 1].type.endswith("_instruction")):
            return _whole(data, node, hit)
    return raw(data, hit, broken=True)


def _comment(data: bytes, node: Node, hit: Hit) -> Site:
    start = node.start_byte
    skipped = re.match(rb"[#\s]*", data[start : hit.start])
    return site(data, (start + (skipped.end() if skipped else 0), node.end_byte), Construct.COMMENT, hit)


def _pair(data: bytes, node: Node, hit: Hit) -> Site:
    name = node.child_by_field_name("name")
    text = text_of(data, name.start_byte, name.end_byte) if name is not None else ""
    return site(data, (node.start_byte, node.end_byte), Construct.ASSIGNMENT, hit, ("ENV", text), "ENV")


def _whole(data: bytes, node: Node, hit: Hit) -> Site:
    word = text_of(data, node.start_byte, node.start_byte + 20).split()[0].upper()
    if word == "ARG" and (match := re.match(rb"ARG\s+([\w]+)", data[node.start_byte : node.end_byte], re.IGNORECASE)):
        name = match.group(1).decode()
        return site(data, (node.start_byte + match.start(1), node.end_byte), Construct.ASSIGNMENT, hit, ("ARG", name), "ARG")
    return site(data, (node.start_byte, node.end_byte), Construct.DIRECTIVE, hit, (word,))


def _instruction(way: list[Node]) -> tuple[str, ...]:
    return tuple(node.type.removesuffix("_instruction").upper() for node in way if node.type.endswith("_instruction"))[:1]


def _without_comments(script: bytes) -> bytes:
    """Comment lines between continued lines end a command in a shell, but not here: they become continuations."""
    return _COMMENT_LINE.sub(lambda match: b" " * (len(match.group()) - 1) + b"\\" if len(match.group()) else b"", script)
