"""What a value can be to Ollama, and which step leads from one role to the next.

A role is a name, the endpoint that it belongs to, and inside of a request or an answer the path to it (`fields` has the rows
for those). The analysis in `flow` knows no Ollama: it asks this table. The table knows no language: `.x` is an attribute or
a key, `()` a call, `[]` an element or a round of a loop.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from migrate_vllm.facts.client_api import CALL_METHODS, CLIENT_CLASSES
from migrate_vllm.facts.endpoints import CALLS


class Role(NamedTuple):
    name: str
    endpoint: str = ""
    """last segment of its path, `chat`; of a server of one's own the route"""
    path: str = ""
    """inside of a request or an answer: `message.content`"""

    def inner(self, name: str) -> str:
        """The path of what is called that inside of it; `[]` is each element."""
        return f"{self.path}[]" if name == "[]" else f"{self.path}.{name}".lstrip(".")


@dataclass(frozen=True, slots=True)
class Step:
    role: str
    step: str
    to: str
    """name of the role that it leads to; the endpoint stays"""
    kind: str = ""
    """what such a place is reported as; empty: it needs no change"""


_STREAM = "stream-parse"

_ROWS = (
    # -- the official clients
    Step("client class", "()", "client", "client"),
    Step("call", "()", "answer", "sdk-call"),
    Step("admin call", "()", "answer", "sdk-admin"),
    Step("answer class", "()", "answer", "sdk-type"),
    Step("message class", "()", "message", "sdk-type"),
    Step("request class", "()", "request part", "sdk-type"),
    Step("error class", "()", "error", "error-handling"),
    Step("error", ".error", "error text", "error-handling"),
    Step("error", ".status_code", "error text", "error-handling"),
    # -- frameworks
    Step("framework class", "()", "framework model", "framework"),
    Step("framework model", "()", "framework model"),
    *(Step("framework model", f".{name}", "framework call") for name in "invoke ainvoke stream astream predict generate batch".split()),
    Step("framework call", "()", "framework answer"),
    Step("framework answer", "[]", "framework answer"),
    Step("framework answer", ".response_metadata", "answer", "response-access"),
    Step("framework answer", ".generation_info", "answer", "response-access"),
    Step("answer", ".abort", "stopped", "sdk-call"),
    Step("client maker", "()", "client", "client"),
    # -- HTTP by hand
    Step("http", ".json", "reader of json"),
    Step("http", ".data", "body"),
    Step("http", "._data", "body"),
    Step("http", ".text", "text"),
    Step("http", ".content", "text"),
    Step("http", ".read", "reader of text"),
    Step("http", ".body", "stream"),
    Step("http", ".raw", "stream"),
    Step("http", ".value", "http"),
    Step("http", "[]", "line", _STREAM),
    *(Step("http", f".{name}", "reader of lines", _STREAM)
      for name in "iter_lines aiter_lines iter_content aiter_text iter_text aiter_bytes iter_bytes aiter_raw iter_raw iter_any iter_chunked iter_chunks readline read_chunked stream".split()),
    *(Step(role, f".{name}", "reader of lines", _STREAM)
      for role in ("stream", "text") for name in "iter_lines iter_any iter_chunked iter_chunks readline readlines splitlines split".split()),
    Step("reader of json", "()", "answer"),
    Step("reader of text", "()", "text"),
    Step("reader of lines", "()", "line"),
    Step("text", "()", "text"),
    Step("text", ".decode", "reader of text"),
    Step("text", "[]", "line", _STREAM),
    Step("text", "loads()", "answer"),
    Step("http", "loads()", "answer"),
    Step("stream", ".getReader", "stream maker"),
    Step("stream", ".pipeThrough", "stream maker"),
    Step("stream", ".read", "stream maker"),
    Step("stream", ".json", "reader of json"),
    Step("stream", ".text", "reader of text"),
    Step("stream", "loads()", "chunk", _STREAM),
    Step("stream maker", "()", "stream"),
    Step("stream", ".value", "line"),
    Step("stream", "[]", "line"),
    Step("body", ".getReader", "stream maker"),
    Step("body", ".split", "reader of lines", _STREAM),
    Step("body", "[]", "line"),
    Step("body", "loads()", "answer"),
    # -- the command line
    Step("output", ".stdout", "printed", "response-access"),
    Step("output", ".communicate", "output"),
    Step("output", "()", "output"),
    Step("output", "0", "printed"),
    Step("printed", "[]", "printed line"),
    *(Step("printed", f".{name}", "printed lines", _STREAM) for name in ("split", "splitlines", "readlines")),
    Step("printed", ".read", "printed text"),
    Step("printed text", "()", "printed"),
    Step("printed lines", "()", "printed line"),
    Step("printed line", "[]", "printed line"),
    Step("line", ".split", "reader of lines", _STREAM),
    Step("line", ".splitlines", "reader of lines", _STREAM),
    Step("line", "[]", "line"),
    Step("line", "loads()", "chunk", _STREAM),
)  # fmt: skip

STEPS: Mapping[tuple[str, str], Step] = MappingProxyType({(row.role, row.step): row for row in _ROWS})

_TYPES = {
    "ChatResponse": Role("answer class", "chat"), "GenerateResponse": Role("answer class", "generate"),
    "EmbedResponse": Role("answer class", "embed"), "EmbeddingsResponse": Role("answer class", "embeddings"),
    "ListResponse": Role("answer class", "tags"), "ShowResponse": Role("answer class", "show"),
    "ProcessResponse": Role("answer class", "ps"), "ProgressResponse": Role("answer class", "pull"),
    "ModelResponse": Role("answer class", "tags", "models[]"), "Message": Role("message class", "chat", "message"),
    "ToolCall": Role("answer class", "chat", "message.tool_calls[]"),
    "ResponseError": Role("error class"), "RequestError": Role("error class"),
    "Options": Role("request class", "", "options"),
    "ChatRequest": Role("request class", "chat", ""), "GenerateRequest": Role("request class", "generate", ""),
    "EmbedRequest": Role("request class", "embed", ""), "EmbeddingsRequest": Role("request class", "embeddings", ""),
}  # fmt: skip
"""types of the clients that mean something to the flow; the others are found by name"""


def endpoint_name(path: str) -> str:
    """`chat` of `/api/chat`"""
    return path.rpartition("/")[2]


CLIENT: Mapping[str, Role] = MappingProxyType(
    {"abort": Role("admin call", "abort")}
    | {name: Role("call" if name in CALL_METHODS else "admin call", endpoint_name(row.path)) for name, row in CALLS.items()}
)
"""functions of a client, and of the module in Python"""
MODULE: Mapping[str, Role] = MappingProxyType({**CLIENT, **{name: Role("client class") for name in CLIENT_CLASSES}, **_TYPES})
"""what the clients' modules export"""

SIGNATURES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "chat": ("model", "messages"), "generate": ("model", "prompt", "suffix"), "embed": ("model", "input"),
        "embeddings": ("model", "prompt"), "show": ("model",), "pull": ("model",), "push": ("model",), "delete": ("model",),
        "copy": ("source", "destination"), "create": ("model",),
    }
)  # fmt: skip
"""names of the arguments that the Python client takes by position; the JavaScript client takes one object"""

CLIENT_ARGUMENTS = frozenset("host headers proxy follow_redirects".split())
"""of a client's constructor that are called otherwise, or mean something else, in OpenAI's"""

RAW = frozenset({"http", "text", "stream", "line", "body"})
"""roles of an answer that nobody has parsed yet"""

ADDRESS = Role("address")
"""where an Ollama server is: a URL, or the variable, setting or argument that holds one"""
