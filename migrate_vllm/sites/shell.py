"""Shell: commands, assignments, variables, strings, comments. Pure.

Also reads the scripts inside workflows, Makefiles, package.json, compose files and Dockerfiles. A command's text is
the part of it on the line of the hit; `callee` is the command's word, for a string argument as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from migrate_vllm.sites.grammars import parse, ways
from migrate_vllm.sites.places import raw, site
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_STRINGS = frozenset({"string", "raw_string", "ansi_c_string", "translated_string"})
_WORDS = frozenset({"word", "concatenation", "number", "extglob_pattern", "regex"})
_PROMPT = re.compile(rb"^([ \t]*)([$>%]|PS [^>\n]{0,80}>)(?=[ \t])", re.MULTILINE)
_NAMES = rb"[A-Z][A-Z0-9_]*"
_GIVEN = re.compile(rb"^[ \t]*(?:(?:local|readonly|declare|typeset)(?:[ \t]+-\w+)*[ \t]+)?(%s)=" % _NAMES, re.MULTILINE)
_TAKEN = re.compile(rb"\$\{?(%s)" % _NAMES)
_FROM_ITSELF = re.compile(rb"\b(%s)=[^\n;]{0,200}?\$\{?\1\b" % _NAMES)
_DEFAULTED = re.compile(rb"\$\{(%s):?=" % _NAMES)
_EXPORTED = re.compile(rb"\bexport[ \t]+((?:-\w+[ \t]+)*(?:%s[ \t]*)+)" % _NAMES)
_LONGEST_NAME = 200
"""of a program: a word without end is looked at once for each hit in it"""
_PROGRAM = re.compile(rb"^(?:\S*/)?ollama(?:\.exe)?$", re.IGNORECASE)


def locate_shell(data: bytes, hits: Sequence[Hit]) -> tuple[Site, ...]:
    """One site for each hit, in their order."""
    root = parse(_PROMPT.sub(_blank, data), "shell").root_node
    local = _locals(data)
    return tuple(_told(_Place(data, way, hit).site(), local) for hit, way in ways(root, hits))


def _locals(data: bytes) -> frozenset[str]:
    """Variables that the script sets, not from themselves, and reads, and never exports: nobody outside sees them."""
    if re.search(rb"^\s*set (?:-\w*a|-o allexport)", data, re.MULTILINE):
        return frozenset()
    given = {match[1] for match in _GIVEN.finditer(data)} & set(_TAKEN.findall(data))
    passed = {match[1] for pattern in (_FROM_ITSELF, _DEFAULTED) for match in pattern.finditer(data)}
    exported = {name for match in _EXPORTED.finditer(data) for name in match[1].split()}
    return frozenset(name.decode() for name in given - passed - exported)


def _told(found: Site, local: frozenset[str]) -> Site:
    name = found.text if found.construct is Construct.VARIABLE else found.path[-1] if found.construct is Construct.ASSIGNMENT else ""
    return replace(found, beside="local") if name in local else found


def _blank(match: re.Match[bytes]) -> bytes:
    """A prompt in front of a command, as people paste it: white space."""
    return b" " * len(match.group())


class _Place:
    def __init__(self, data: bytes, way: list[Node], hit: Hit) -> None:
        self.data, self.way, self.hit = data, way, hit

    def site(self) -> Site:
        for depth in range(len(self.way) - 1, -1, -1):
            if reader := _READERS.get(self.way[depth].type):
                return reader(self, depth)
        return raw(self.data, self.hit, broken=any(node.is_error for node in self.way))

    def _at(self, node: Node, construct: Construct, path: tuple[str, ...] = (), callee: str = "") -> Site:
        broken = any(inner.is_error for inner in self.way[-4:])
        return site(self.data, (node.start_byte, node.end_byte), construct, self.hit, path, callee, broken)

    def comment(self, depth: int) -> Site:
        node = self.way[depth]
        skipped = re.match(rb"[#!\s]*", self.data[node.start_byte : node.end_byte])
        start = node.start_byte + (skipped.end() if skipped else 0)
        return site(self.data, (min(start, self.hit.start), node.end_byte), Construct.COMMENT, self.hit)

    def variable(self, depth: int) -> Site:
        """`$NAME`; the name on the left of `=` is an assignment."""
        parent = self.way[depth - 1] if depth else None
        if parent is not None and parent.type == "variable_assignment":
            return self.assignment(depth - 1)
        exported = parent is not None and parent.type in ("declaration_command", "unset_command")
        return self._at(self.way[depth], Construct.VARIABLE, (), self._word(parent) if exported and parent is not None else self._callee(depth))

    def assignment(self, depth: int) -> Site:
        node = self.way[depth]
        name = node.child_by_field_name("name")
        parent = self.way[depth - 1] if depth else None
        how = parent.type if parent is not None else ""
        callee = self._word(parent) if parent is not None and how == "declaration_command" else "env" if how == "command" else ""
        return self._at(node, Construct.ASSIGNMENT, (text_of(self.data, name.start_byte, name.end_byte) if name else "",), callee)

    def string(self, depth: int) -> Site:
        node = self.way[depth]
        assigned = next((d for d in range(depth - 1, -1, -1) if self.way[d].type in ("variable_assignment", "command")), None)
        if assigned is not None and self.way[assigned].type == "variable_assignment":
            return self.assignment(assigned)
        if self.way[depth - 1].type == "concatenation" and node.start_byte > self.way[depth - 1].start_byte:
            return self.word(depth - 1)
        quoted = (node.start_byte + 1, node.end_byte - 1)
        return site(self.data, quoted, Construct.STRING, self.hit, (), self._callee(depth))

    def word(self, depth: int) -> Site:
        """An argument gives its command; a word of `for`, `case` or a test is a string."""
        for above in range(depth - 1, -1, -1):
            kind = self.way[above].type
            if kind == "variable_assignment":
                return self.assignment(above)
            if kind == "command":
                return self.command(above)
            if kind == "function_definition" and self.way[above].child_by_field_name("name") == self.way[depth]:
                return self._at(self.way[depth], Construct.DEFINITION)
            if kind not in _WORDS and kind not in ("command_name", "file_redirect", "redirected_statement", "herestring_redirect", "expansion"):
                break
        return self._at(self.way[depth], Construct.STRING, (), self._callee(depth))

    def command(self, depth: int) -> Site:
        node = self.way[depth]
        name = node.child_by_field_name("name")
        if name is not None and name.start_byte <= self.hit.start < name.end_byte:
            called = self.data[name.start_byte : min(name.end_byte, name.start_byte + _LONGEST_NAME)]
            if not _PROGRAM.match(called.strip(b"\"'")) and re.fullmatch(rb"[\w.-]+", called):
                return self._at(name, Construct.CALL)
        return self._at(node, Construct.COMMAND, (), self._word(node))

    def heredoc(self, depth: int) -> Site:
        return site(self.data, (self.way[depth].start_byte, self.way[depth].end_byte), Construct.STRING, self.hit, (), "heredoc")

    def _callee(self, depth: int) -> str:
        for node in reversed(self.way[:depth]):
            if node.type == "command":
                return self._word(node)
            if node.type in ("function_definition", "command_substitution", "heredoc_body"):
                return ""
        return ""

    def _word(self, node: Node) -> str:
        name = node.child_by_field_name("name") or node.children[0]
        return text_of(self.data, name.start_byte, min(name.end_byte, name.start_byte + 80))


_READERS = {
    "comment": _Place.comment, "variable_name": _Place.variable, "variable_assignment": _Place.assignment, "command": _Place.command,
    "heredoc_body": _Place.heredoc, "heredoc_content": _Place.heredoc,
    **dict.fromkeys(_STRINGS, _Place.string), **dict.fromkeys(_WORDS, _Place.word),
}  # fmt: skip
