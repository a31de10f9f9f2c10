"""YAML: keys, values, comments; scripts in block scalars are read as shell. Pure.

Items of a list add nothing to the path. A part that isn't YAML (a Helm template) gives its lines as they are, `broken`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from migrate_vllm.languages import LANGUAGES, language_of
from migrate_vllm.sites.grammars import parse, ways
from migrate_vllm.sites.places import Delegate, Embedded, raw, site
from migrate_vllm.sites.scripts import runs
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import text_of

if TYPE_CHECKING:
    from tree_sitter import Node

_PAIRS = frozenset({"block_mapping_pair", "flow_pair"})
_QUOTED = frozenset({"double_quote_scalar", "single_quote_scalar"})
_NAMES = frozenset({"anchor", "alias", "tag"})
_KEY_LENGTH = 200
_KEYS_SHOWN = 40
"""of a mapping that an image is looked for in"""
_DEEPEST = 100
"""levels of blocks; a list may stand at the column of its key, so that there may be twice as many"""
_MARK = re.compile(rb"[-?:][ \t]+")
_INDENT = re.compile(rb"(?:^|(?<=\r))([ \t]*)(?:[-?:][ \t]+)*", re.MULTILINE)
_WIDE = re.compile(rb"(?:^|(?<=\r))(?:[ \t]{%d}|[ \t]*(?:[-?:][ \t]+){%d})" % (80, 40), re.MULTILINE)
_HELM = re.compile(rb"\{\{-?\s*(?:/\*|[.$]|include|if|end|range|with|define|toYaml|tpl|template|else|default|quote|fail)")


def locate_yaml(data: bytes, hits: Sequence[Hit], delegate: Delegate) -> tuple[Site, ...]:
    """One site for each hit, in their order."""
    if _too_deep(data):
        return tuple(raw(data, hit, broken=True) for hit in hits)
    root = parse(data, "yaml").root_node
    templated = _HELM.search(data) is not None
    embedded = Embedded(data, delegate)
    sites = {hit: _site(data, way, hit, embedded, templated) for hit, way in ways(root, hits)}
    scripts = dict(embedded.sites())
    return tuple(scripts.get(hit) or sites[hit] for hit in hits)


def _too_deep(data: bytes) -> bool:
    """Whether blocks nest so deep that the grammar's scanner would write past its buffer (some 250 levels: a crash, not an error)."""
    if not _WIDE.search(data):
        return False
    levels: list[int] = []
    for line in _INDENT.finditer(data):
        for column in (line.end(1) - line.start(), *(match.end() - line.start() for match in _MARK.finditer(data, line.end(1), line.end()))):
            while levels and levels[-1] > column:
                levels.pop()
            if not levels or levels[-1] < column:
                levels.append(column)
        if len(levels) > _DEEPEST:
            return True
    return False


def _site(data: bytes, way: list[Node], hit: Hit, embedded: Embedded, templated: bool) -> Site:
    if way[-1].type == "comment":
        start = way[-1].start_byte
        skipped = re.match(rb"#+\s*", data[start : hit.start])
        return site(data, (start + (skipped.end() if skipped else 0), way[-1].end_byte), Construct.COMMENT, hit)
    path, is_key = _path(data, way, hit)
    broken = any(node.is_error for node in way)
    scalar = next((node for node in reversed(way) if node.type.endswith("_scalar") or node.type in _NAMES), None)
    if scalar is None or broken:
        return raw(data, hit, broken=True)
    if scalar.type in _NAMES:
        return site(data, (scalar.start_byte + 1, scalar.end_byte), Construct.NAME, hit, path)
    if is_key:
        return replace(site(data, _inside(scalar), Construct.KEY, hit, path), beside=_image(data, _value(way)))
    if not templated and runs(path, text_of(data, scalar.start_byte, min(scalar.end_byte, scalar.start_byte + 4096))):
        embedded.add(_script(data, scalar), "shell", hit, path, _expressions)
    elif not templated and (language := _file_in(path, scalar)):
        embedded.add(_script(data, scalar), language, hit, path)
    beside = _image(data, next((node for node in reversed(way) if node.type == "block_mapping"), None)) if _names_service(path) else ""
    return replace(site(data, _inside(scalar), Construct.VALUE, hit, path), beside=beside)


def _names_service(path: tuple[str, ...]) -> bool:
    return path[-1:] in (("container_name",), ("hostname",))


def _file_in(path: tuple[str, ...], scalar: Node) -> str:
    """The language of a whole file that stands under its name, as in a ConfigMap."""
    if scalar.type != "block_scalar" or len(path) < 2 or "." not in path[-1]:
        return ""
    language = language_of(PurePosixPath(path[-1]))
    return "" if language == "unknown" or LANGUAGES[language].prose else language


def _value(way: list[Node]) -> Node | None:
    """The mapping under the key that the way leads to."""
    pair = next((node for node in reversed(way) if node.type in _PAIRS), None)
    value = pair.child_by_field_name("value") if pair is not None else None
    return next((node for node in value.named_children if node.type == "block_mapping"), None) if value is not None else None


def _image(data: bytes, mapping: Node | None) -> str:
    """The value of `image` in a mapping, if it is among its first keys; empty when there is none."""
    for pair in mapping.named_children[:_KEYS_SHOWN] if mapping is not None else ():
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is not None and value is not None and data[key.start_byte : key.end_byte] == b"image":
            return text_of(data, value.start_byte, min(value.end_byte, value.start_byte + _KEY_LENGTH)).strip("\"'")
    return ""


def _path(data: bytes, way: list[Node], hit: Hit) -> tuple[tuple[str, ...], bool]:
    """The keys that lead to the hit, and whether it stands in the last of them (which then isn't in the path)."""
    keys: list[str] = []
    for node in way:
        if node.type in _PAIRS and (key := node.child_by_field_name("key")) is not None:
            if key.start_byte <= hit.start < key.end_byte:
                return tuple(keys), True
            keys.append(text_of(data, key.start_byte, min(key.end_byte, key.start_byte + _KEY_LENGTH)).strip("'\""))
    return tuple(keys), False


def _inside(scalar: Node) -> tuple[int, int]:
    quote = scalar.type in _QUOTED
    return scalar.start_byte + quote, scalar.end_byte - quote


def _script(data: bytes, scalar: Node) -> tuple[int, int]:
    """The script without the `|` or the quotes."""
    if scalar.type != "block_scalar":
        return _inside(scalar)
    newline = data.find(b"\n", scalar.start_byte, scalar.end_byte)
    return (newline + 1 if newline >= 0 else scalar.start_byte), scalar.end_byte


def _expressions(script: bytes) -> bytes:
    """`${{ env.NAME }}` of a workflow as a word of the same length, which the shell's grammar can read; `$$` as `$`."""
    return re.sub(rb"\$\{\{.*?\}\}", lambda match: b"x" * len(match.group()), script).replace(b"$$", b" $")
