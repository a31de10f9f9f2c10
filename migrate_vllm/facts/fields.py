"""The fields of Ollama's requests and answers, and where each is found on vLLM."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN


class Side(StrEnum):
    REQUEST = "request"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Field:
    path: str
    """`[]` stands for each item of a list"""
    side: Side
    endpoints: tuple[str, ...]
    """the last segment of their paths: `chat`, `generate`, `embed`, `embeddings`, `tags`"""
    vllm: str
    """path in the request or answer of vLLM; empty: nothing"""
    fate: Fate
    why: str
    chunk: str = ""
    """path in a chunk of a stream, where that differs"""
    reshaped: bool = False
    """the key is the same, what stands there isn't"""

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def stays(self) -> bool:
        """Whether a place that reads or writes it by this name needs no change."""
        if self.side is Side.REQUEST:
            return self.vllm == self.path and not self.reshaped
        return self.fate is Fate.EXACT and self.vllm.rpartition(".")[2] == self.name


_CHAT, _GENERATE, _TEXT = ("chat",), ("generate",), ("chat", "generate")
_EMBED, _EMBEDDINGS = ("embed",), ("embeddings",)
_ALL = ("chat", "generate", "embed", "embeddings")
_METRICS = "Measure it in the client; with `--enable-per-request-metrics` the server tells times in milliseconds, not nanoseconds."


def _asked(path: str, endpoints: tuple[str, ...], vllm: str, fate: Fate, why: str, reshaped: bool = False) -> Field:
    return Field(path, Side.REQUEST, endpoints, vllm, fate, why, reshaped=reshaped)


def _told(path: str, endpoints: tuple[str, ...], vllm: str, fate: Fate, why: str, chunk: str = "") -> Field:
    return Field(path, Side.ANSWER, endpoints, vllm, fate, why, chunk)


def _not_told(paths: str, endpoints: tuple[str, ...], why: str) -> tuple[Field, ...]:
    return tuple(_told(path, endpoints, "", _GONE, why) for path in paths.split())


FIELDS = (
    _asked("model", _ALL, "model", _EXACT, "A name that the server was started with; any other is 404."),
    _asked("messages[].role", _CHAT, "messages[].role", _EXACT, "In lower case: vLLM hands it to the template as it is."),
    _asked("messages[].content", _CHAT, "messages[].content", _EXACT, "A string, or a list of parts when there are images."),
    _asked("messages[].images", _CHAT, "messages[].content", _LOSSY, "Parts of type `image_url` with a data URL. Left as it is, it is dropped and the model answers without the picture."),
    _asked("messages[].thinking", _CHAT, "messages[].reasoning", _EXACT, "Left as it is, it is dropped."),
    _asked("messages[].tool_calls", _CHAT, "messages[].tool_calls", _LOSSY, "Each needs an `id` and `type`, and its `arguments` are a JSON string.", reshaped=True),
    _asked("messages[].tool_name", _CHAT, "messages[].tool_call_id", _LOSSY, "A tool's answer names the call, not the tool."),
    _asked("tools", _CHAT, "tools", _EXACT, "Same shape, never empty. The server needs `--enable-auto-tool-choice --tool-call-parser`."),
    _asked("stream", _TEXT, "stream", _LOSSY, "On by default in Ollama's HTTP API, off in vLLM and in both clients."),
    _asked("think", _TEXT, "chat_template_kwargs", _LOSSY, "`enable_thinking` or `thinking` by model family, or `reasoning_effort` for levels. Ollama thinks unless told not to; vLLM follows the model's template."),
    _asked("logprobs", _TEXT, "logprobs", _LOSSY, "Raw values, before temperature and penalties."),
    _asked("top_logprobs", _TEXT, "top_logprobs", _EXACT, "Up to 20."),
    _asked("format", _TEXT, "response_format", _EXACT, "`json` is `{\"type\": \"json_object\"}`; a schema goes to `json_schema` with a name, which vLLM wants."),
    _asked("options", _ALL, "", _LOSSY, "Its keys move to the top level or into `extra_body`, each by its own row. Left as it is, it is ignored."),
    _asked("keep_alive", _ALL, "", _GONE, "The model stays loaded for as long as the server runs."),
    _asked("prompt", _GENERATE, "messages", _LOSSY, "One message of the user; `prompt` of `/v1/completions` only with `raw`."),
    _asked("prompt", _EMBEDDINGS, "input", _EXACT, "Same meaning."),
    _asked("system", _GENERATE, "messages", _EXACT, "A leading message of the system."),
    _asked("images", _GENERATE, "messages", _LOSSY, "Parts of type `image_url` in the user's message."),
    _asked("raw", _GENERATE, "prompt", _LOSSY, "Without a template, the request goes to `/v1/completions`, with `max_tokens`: its default is 16."),
    _asked("suffix", _GENERATE, "suffix", _GONE, "Most models refuse it: write the fill-in-the-middle prompt by hand."),
    _asked("template", _GENERATE, "chat_template", _HUMAN, "A Go template is ported to Jinja by hand; per request it needs `--trust-request-chat-template`."),
    _asked("context", _GENERATE, "", _GONE, "Keep the messages instead of the tokens."),
    _asked("width", _GENERATE, "", _GONE, "Images aren't made here."),
    _asked("height", _GENERATE, "", _GONE, "Images aren't made here."),
    _asked("steps", _GENERATE, "", _GONE, "Images aren't made here."),
    _asked("shift", _TEXT, "", _GONE, "vLLM never shifts the context: the answer ends with `length`."),
    _asked("truncate", _TEXT, "truncate_prompt_tokens", _LOSSY, "-1 cuts tokens off the prompt; Ollama drops whole messages and keeps the system's."),
    _asked("_debug_render_only", _TEXT, "return_prompt_text", _LOSSY, "Tells the prompt beside an answer; `/v1/chat/completions/render` tells it alone, with `--enable-scale-out`."),
    _asked("input", _EMBED, "input", _EXACT, "A string or a list of strings. Lists of token ids are read with the model's own tokenizer."),
    _asked("truncate", _EMBED, "truncate_prompt_tokens", _LOSSY, "-1 cuts; without it, input that is too long is refused."),
    _asked("dimensions", _EMBED, "dimensions", _LOSSY, "Refused unless the model declares that its vectors can be cut."),
    _told("model", _ALL, "model", _LOSSY, "The first served name, not the one that was asked for."),
    _told("created_at", _TEXT, "created", _LOSSY, "Seconds since 1970 instead of a date in text."),
    _told("message", _CHAT, "choices[0].message", _LOSSY, "One of several answers.", "choices[0].delta"),
    _told("message.role", _CHAT, "choices[0].message.role", _EXACT, "Same meaning; in a stream only in the first chunk.", "choices[0].delta.role"),
    _told("message.content", _CHAT, "choices[0].message.content", _LOSSY, "Can be null, with tool calls and in a stream.", "choices[0].delta.content"),
    _told("message.thinking", _CHAT, "choices[0].message.reasoning", _LOSSY, "Unknown to the SDK's types; without `--reasoning-parser` it stays inside the text.", "choices[0].delta.reasoning"),
    _told("message.images", _CHAT, "", _GONE, "Answers have no images."),
    _told("message.tool_name", _CHAT, "", _GONE, "Only messages of a tool have it."),
    _told("message.tool_calls", _CHAT, "choices[0].message.tool_calls", _LOSSY, "`arguments` is a JSON string; in a stream it comes in fragments that are put together by `index`.", "choices[0].delta.tool_calls"),
    _told("message.tool_calls[].function", _CHAT, "choices[0].message.tool_calls[].function", _EXACT, "Same meaning.", "choices[0].delta.tool_calls[].function"),
    _told("message.tool_calls[].function.name", _CHAT, "choices[0].message.tool_calls[].function.name", _EXACT, "Same meaning.", "choices[0].delta.tool_calls[].function.name"),
    _told("message.tool_calls[].function.arguments", _CHAT, "choices[0].message.tool_calls[].function.arguments", _LOSSY, "A JSON string instead of an object: `json.loads` it.", "choices[0].delta.tool_calls[].function.arguments"),
    _told("message.tool_calls[].function.index", _CHAT, "", _LOSSY, "The place in the list; in a stream `index` of the call.", "choices[0].delta.tool_calls[].index"),
    _told("message.tool_calls[].id", _CHAT, "choices[0].message.tool_calls[].id", _EXACT, "Same meaning; in a stream only in a call's first piece.", "choices[0].delta.tool_calls[].id"),
    _told("response", _GENERATE, "choices[0].message.content", _LOSSY, "Or `choices[0].text` of `/v1/completions`. Can be null.", "choices[0].delta.content"),
    _told("thinking", _GENERATE, "choices[0].message.reasoning", _LOSSY, "Unknown to the SDK's types; without `--reasoning-parser` it stays inside the text.", "choices[0].delta.reasoning"),
    _told("context", _GENERATE, "", _GONE, "Keep the messages instead of the tokens."),
    _told("image", _GENERATE, "", _GONE, "Images aren't made here."),
    _told("completed", _GENERATE, "", _GONE, "Images aren't made here."),
    _told("total", _GENERATE, "", _GONE, "Images aren't made here."),
    _told("logprobs", _TEXT, "choices[0].logprobs", _LOSSY, "The list is `content` in it; same inner keys."),
    _told("done", _TEXT, "choices[0].finish_reason", _LOSSY, "True is: it isn't null. A stream ends with the text `[DONE]`, which is not JSON."),
    _told("done_reason", _TEXT, "choices[0].finish_reason", _LOSSY, "`stop` and `length` as before; `tool_calls` when tools are called; never `load` or `unload`."),
    _told("prompt_eval_count", (*_TEXT, "embed"), "usage.prompt_tokens", _LOSSY, "In a stream only with `stream_options`, in a last chunk without choices.", "usage.prompt_tokens"),
    _told("eval_count", _TEXT, "usage.completion_tokens", _EXACT, "In a stream only with `stream_options`, in a last chunk without choices.", "usage.completion_tokens"),
    _told("total_duration", (*_TEXT, "embed"), "", _GONE, _METRICS),
    _told("load_duration", (*_TEXT, "embed"), "", _GONE, "The model is loaded before the server answers."),
    _told("prompt_eval_duration", _TEXT, "", _GONE, _METRICS),
    _told("eval_duration", _TEXT, "", _GONE, _METRICS),
    _told("remote_model", _TEXT, "", _GONE, "Concerns ollama.com."),
    _told("remote_host", _TEXT, "", _GONE, "Concerns ollama.com."),
    _told("embeddings", _EMBED, "data[].embedding", _LOSSY, "One object for each input; in the order of `index`."),
    _told("embedding", _EMBEDDINGS, "data[0].embedding", _LOSSY, "Normalised, which it wasn't."),
    _told("models[].model", ("tags",), "data[].id", _LOSSY, "A served name."),
    _told("models[].name", ("tags",), "data[].id", _LOSSY, "A served name."),
    _told("models[].modified_at", ("tags",), "", _GONE, "Not told."),
    _told("models[].digest", ("tags",), "", _GONE, "Not told."),
    _told("models[].size", ("tags",), "", _GONE, "Not told."),
    _told("models", ("tags",), "data", _LOSSY, "The names that are served."),
    _told("models[].details", ("tags",), "", _GONE, "Not told; the Hugging Face repository has it."),
    *_not_told("models[].details.family models[].details.families models[].details.format models[].details.parameter_size models[].details.parent_model "
               "models[].details.quantization_level", ("tags", "ps"), "Not told; the Hugging Face repository has it."),
    _told("models", ("ps",), "data", _LOSSY, "The model that is served: it is always loaded."),
    _told("models[].model", ("ps",), "data[].id", _LOSSY, "A served name."),
    _told("models[].name", ("ps",), "data[].id", _LOSSY, "A served name."),
    *_not_told("models[].details models[].digest models[].size models[].size_vram models[].expires_at models[].context_length", ("ps",), "Not told."),
    *_not_told("capabilities details details.family details.families details.format details.parameter_size details.parent_model details.quantization_level "
               "license model_info modelfile modelinfo modified_at parameters projector_info template tensors", ("show",),
               "Not told; `max_model_len` of `/v1/models` is the context length, the rest is in the Hugging Face repository."),
    *_not_told("status completed total digest", ("pull", "push", "create"), "There is no such call."),
    _told("error", (*_ALL, "tags", "ps", "show", "pull", "push", "create", "copy", "delete"), "error.message", _LOSSY, "An object instead of a text; with status 401 it is a text."),
)  # fmt: skip


def fields(endpoint: str, side: Side) -> Mapping[str, Field]:
    """By path."""
    return MappingProxyType({row.path: row for row in FIELDS if endpoint in row.endpoints and row.side is side})


Paths = Mapping[tuple[str, str], Field]
"""by endpoint and path"""


def _paths(side: Side) -> Paths:
    return MappingProxyType({(endpoint, row.path): row for row in FIELDS if row.side is side for endpoint in row.endpoints})


def _inside(paths: Paths) -> frozenset[tuple[str, str]]:
    """`models` and `models[]` of `models[].details`"""
    ends = ((endpoint, path, at) for endpoint, path in paths for at in range(len(path)))
    dotted = {(endpoint, path[:at]) for endpoint, path, at in ends if path[at] in ".["}
    return frozenset(dotted | {(endpoint, path.removesuffix("[]")) for endpoint, path in dotted})


REQUESTED, ANSWERED = _paths(Side.REQUEST), _paths(Side.ANSWER)
REQUESTED_INSIDE, ANSWERED_INSIDE = _inside(REQUESTED), _inside(ANSWERED)
"""paths that have something inside"""
