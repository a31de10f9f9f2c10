"""What a class that talks to Ollama, with its arguments, becomes: the form of such a row, and the rows of the official clients.

`frameworks` has those of frameworks. A rewriter that renames arguments reads these rows, as `explain` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from migrate_vllm.facts.differences import Difference, by_name
from migrate_vllm.facts.fate import Fate
from migrate_vllm.facts.options import OPTIONS, Place

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN

PYTHON, JAVASCRIPT = "Python", "JavaScript"


@dataclass(frozen=True, slots=True)
class Argument:
    name: str
    to: str
    """an argument of the class that takes its place, with a key in it where it has one: `extra_body.top_k`; or a flag of
    `vllm serve`; empty: nothing"""
    fate: Fate
    why: str


@dataclass(frozen=True, slots=True)
class Constructor:
    name: str
    library: str
    language: str
    modules: tuple[str, ...]
    """where it is imported from, now and in the past"""
    to: str
    """the class that takes its place, with its module"""
    fate: Fate
    why: str
    source: str
    arguments: tuple[Argument, ...] = ()
    also: tuple[str, ...] = ()
    """other classes of the same library that become the same"""


@dataclass(frozen=True, slots=True)
class Type:
    """A type or an error of a client."""

    name: str
    to: str
    """with its module; empty: nothing"""
    fate: Fate
    why: str


def same(names: str) -> tuple[Argument, ...]:
    return tuple(Argument(name, name, _EXACT, "Same name and meaning.") for name in names.split())


def gone(names: str, why: str) -> tuple[Argument, ...]:
    return tuple(Argument(name, "", _GONE, why) for name in names.split())


def renamed(name: str, to: str, fate: Fate = _EXACT, why: str = "Same meaning.") -> tuple[Argument, ...]:
    return (Argument(name, to, fate, why),)


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def options(names: str, extra: str = "extra_body", top: Mapping[str, str] | None = None, camels: bool = False) -> tuple[Argument, ...]:
    """Options of Ollama that are arguments of a class. `extra` takes the fields of vLLM's own; `top` are names that the class
    has for fields of OpenAI, where they aren't the fields' own."""
    return tuple(_option(name, extra, top or {}, camels) for name in names.split())


def _option(name: str, extra: str, top: Mapping[str, str], camels: bool) -> Argument:
    option = OPTIONS[name]
    there = {
        Place.TOP: top.get(option.vllm, camel(option.vllm) if camels else option.vllm),
        Place.EXTRA_BODY: f"{extra}.{option.vllm}",
    }
    return Argument(camel(name) if camels else name, there.get(option.place, option.vllm), option.fate, option.why)


def by_class(*rows: Constructor) -> Mapping[tuple[str, str], Constructor]:
    """By library and class."""
    return MappingProxyType({(row.library, row.name): row for row in rows})


_HOST = "Ollama fills in the scheme and port 11434; here it is a whole address with `/v1` at its end, port 8000."
_TIMEOUT = "Ollama waits for ever and never retries; the SDK waits 600 seconds and retries twice (`max_retries=0` stops that)."
_KEY = "`api_key` is never empty: any text, or the server's key."

_PYTHON_CLIENT = (
    *renamed("host", "base_url", _LOSSY, f"{_HOST} Without it, OLLAMA_HOST is read: say the address now."),
    *renamed("timeout", "timeout", _LOSSY, _TIMEOUT),
    *renamed("headers", "default_headers", _EXACT, "An `Authorization` header becomes `api_key`."),
    *renamed("follow_redirects", "http_client", _LOSSY, "Both clients follow redirects unless told otherwise; else give a client of httpx."),
    *renamed("kwargs", "http_client", _LOSSY, "What goes to httpx (`verify`, `proxy`, `transport`) is set on a client of httpx."),
)  # fmt: skip
_OLLAMA, _OLLAMA_JS = "ollama-python 0.6.3 _client.py; openai-python 3.54.0 _client.py", "ollama-js 0.6.4 browser.d.ts; openai-node 6.49.0 client.d.ts"

CLIENTS = by_class(
    Constructor("Client", "ollama", PYTHON, ("ollama",), "openai.OpenAI", _LOSSY,
                f"{_KEY} Functions of the module (`ollama.chat`) use a client made at import; here one is made and passed on. Its methods take names alone.",
                _OLLAMA, _PYTHON_CLIENT),
    Constructor("AsyncClient", "ollama", PYTHON, ("ollama",), "openai.AsyncOpenAI", _LOSSY,
                f"{_KEY} A stream is still awaited first: `async for chunk in await client.chat.completions.create(..., stream=True)`.",
                _OLLAMA, _PYTHON_CLIENT),
    Constructor("Ollama", "ollama", JAVASCRIPT, ("ollama", "ollama/browser"), "openai.OpenAI", _LOSSY,
                "`apiKey` is never empty, and a browser wants `dangerouslyAllowBrowser` and the server `--allowed-origins`. The package never reads OLLAMA_HOST.",
                _OLLAMA_JS, (
                    *renamed("host", "baseURL", _LOSSY, _HOST), *renamed("fetch", "fetch"), *renamed("headers", "defaultHeaders"),
                    *renamed("proxy", "baseURL", _LOSSY, "It only says that `host` is a path on the page's own server: write the whole address."),
                )),
)  # fmt: skip

_CHAT_TYPES = "openai.types.chat"

_TYPES = (
    Type("ResponseError", "openai.APIStatusError", _LOSSY,
         "`status_code` stays (`status` in JavaScript), `error` is `message`. `NotFoundError` is 404, `BadRequestError` is 400."),
    Type("RequestError", "", _GONE, "Raised before anything was sent, for a missing model; the SDK raises TypeError."),
    Type("ConnectionError", "openai.APIConnectionError", _EXACT, "Python's own, which Ollama's client raises; `APITimeoutError` is a kind of the new one."),
    Type("AbortError", "openai.APIUserAbortError", _EXACT, "JavaScript alone."),
    Type("ChatResponse", f"{_CHAT_TYPES}.ChatCompletion", _LOSSY, "Attributes alone: no `r['message']`, no `.get`. A chunk of a stream is a `ChatCompletionChunk`."),
    Type("GenerateResponse", f"{_CHAT_TYPES}.ChatCompletion", _LOSSY, "With `raw` a `Completion`, whose text is `choices[0].text`."),
    Type("EmbedResponse", "openai.types.CreateEmbeddingResponse", _LOSSY, "Vectors are `data[i].embedding`."),
    Type("EmbeddingsResponse", "openai.types.CreateEmbeddingResponse", _LOSSY, "The vector is `data[0].embedding`."),
    Type("ListResponse", "openai.types.Model", _LOSSY, "`client.models.list()` is gone through; each has an `id`."),
    Type("Message", f"{_CHAT_TYPES}.ChatCompletionMessage", _LOSSY, "In a request a plain dict; in an answer it can be put into the history as it is."),
    Type("ToolCall", f"{_CHAT_TYPES}.ChatCompletionMessageToolCall", _LOSSY, "Has an `id`, which Ollama's Python type lacks, and `arguments` as a JSON string."),
    Type("Tool", "", _LOSSY, "A plain dict with a JSON schema; a function isn't turned into one."),
    Type("Image", "", _LOSSY, "A part `image_url` with a data URL: the file is read and its type named by the program."),
    Type("Options", "", _LOSSY, "A plain dict, its keys each by their own row."),
    Type("ShowResponse", "", _GONE, "There is no such call."),
    Type("ProcessResponse", "", _GONE, "There is no such call."),
    Type("ProgressResponse", "", _GONE, "There is no such call."),
    Type("StatusResponse", "", _GONE, "There is no such call."),
    Type("WebSearchResponse", "", _GONE, "There is no such call."),
    Type("WebFetchResponse", "", _GONE, "There is no such call."),
    *(Type(f"SystemOne{name}", "", _HUMAN, "Concerns `/v1/systemone`: nobody has compared the servers there.")
      for name in ("Answer ChoiceAnswer ChoiceQuestion Content NoulAnswer NoulQuestion Question Request Response ScoreAnswer ScoreQuestion Usage").split()),
)  # fmt: skip
TYPES: Mapping[str, Type] = MappingProxyType({row.name: row for row in _TYPES})

HABITS = by_name(
    Difference("functions of the module", "`ollama.chat(...)`", "`client.chat.completions.create(...)`", _LOSSY,
               "A client is made once in the program; mind local variables that are called `client`.", ("import ollama", "ollama")),
    Difference("arguments by position", "`chat('m', messages)`", "`create(model='m', messages=messages)`", _EXACT, "The SDK takes names alone."),
    Difference("answers as dicts", "`r['message']['content']`, `r.get('done')`, `'done' in r`", "`r.choices[0].message.content`", _LOSSY,
               "The SDK's objects have attributes alone; `model_dump()` makes a dict.", ("subscript", "SubscriptableBaseModel", "model_dump")),
    Difference("tools from functions", "`tools=[add]`", "a JSON schema", _LOSSY,
               "Ollama makes it of the signature and the docstring, and writes a union as one text (`\"integer, string\"`), which is no JSON schema.",
               ("convert_function_to_tool",)),
    Difference("images by path", "`images=['cat.png']`", "a data URL", _LOSSY, "The client read the file; now the program does.", ("encodeImage",)),
    Difference("pull when missing", "`except ResponseError: pull(model)`", "", _GONE, "The server serves what it was started with: the branch goes."),
    Difference("abort", "`ollama.abort()` ends all streams of a client", "`stream.controller.abort()`, or an `AbortSignal`", _LOSSY, "One stream at a time.", ("stream.abort",)),
    Difference("a stream cut short", "JavaScript's client throws `Did not receive done or success response in stream.`", "the loop ends", _LOSSY, "Look whether a `finish_reason` came.",
               ("Did not receive done",)),
    Difference("fields of vLLM", "`options`", "`extra_body` in Python, beside the other fields in JavaScript", _EXACT,
               "JavaScript's SDK sends what it doesn't know; TypeScript wants a cast.", ("extra_body",)),
    Difference("a schema from a class", "`format=Model.model_json_schema()`", "`response_format`, or `client.chat.completions.parse(response_format=Model)`", _EXACT, "Same answer.",
               ("model_json_schema", "zodToJsonSchema")),
)  # fmt: skip
