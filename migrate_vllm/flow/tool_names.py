"""What a name of something of a library is: the verbs of a session, the steps of a response on its way to being parsed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from migrate_vllm.facts.library import HTTP_VERBS, METHODS, ROUTE_VERBS
from migrate_vllm.flow.form import EACH
from migrate_vllm.flow.values import Tool

_WIRE_STEPS = frozenset("body getReader read value decode text content split data iter_lines aiter_lines iter_content pipeThrough splitlines _data".split())
"""on what a route of the program's own answered, before it is parsed"""
_RESPONDS = frozenset({"json", "send", "write", "end", "status", "body", "respond"})


def _of_wire(tool: Tool, name: str) -> Tool | None:
    """What a route of the program's own answered, on its way to being parsed."""
    if name == "json":
        return Tool("wire json", tool.place)
    return tool if name in _WIRE_STEPS or name == EACH or name in METHODS else None


def _of_codec(tool: Tool, name: str) -> Tool | None:
    if name not in ("decode", "encode", "raw_decode"):
        return None
    return Tool("loads" if name == "raw_decode" or tool.text == "json" else "passes")


OF_TOOLS: Mapping[str, Callable[[Tool, str], Tool | None]] = {
    "wire": _of_wire,
    "codec": _of_codec,
    "session": lambda tool, name: Tool("request", tool.place) if name in HTTP_VERBS else None,
    "server": lambda tool, name: Tool("route maker", tool.place, tool.text) if name in ROUTE_VERBS else None,
    "own stream": lambda tool, name: tool if name in ("getReader", "read", "readable") else None,
    "controller": lambda tool, name: Tool("enqueue", tool.place) if name == "enqueue" else None,
    "responder": lambda tool, name: tool if name in _RESPONDS else None,
    "asker": lambda tool, name: Tool("ask", tool.place) if name == "json" else tool if name in ("request", "req") else None,
}  # fmt: skip
"""what a name of a tool is"""
