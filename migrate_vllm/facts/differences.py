"""How the two servers differ where no single name says it: errors, streams, what Ollama did under `/v1`, and as a whole.

Nothing but `explain` and the reference reads this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN


@dataclass(frozen=True, slots=True)
class Difference:
    name: str
    ollama: str
    """what is there; empty: nothing"""
    vllm: str
    """what is there instead; empty: nothing"""
    fate: Fate
    why: str
    also: tuple[str, ...] = ()
    """other words that one may ask for: a status, a key, a part of the message"""


def by_name(*rows: Difference) -> Mapping[str, Difference]:
    return MappingProxyType({row.name: row for row in rows})


ERRORS = by_name(
    Difference("error body", '`{"error": "text"}`', '`{"error": {"message", "type", "param", "code"}}`', _LOSSY,
               "`code` is the status as a number. With 401 alone `error` is a text.", ("error", "error.message")),
    Difference("unknown model", "404, `model 'x' not found`", "404, ``The model `x` does not exist.``", _LOSSY,
               "Ollama's programs pull the model then; on vLLM that branch goes, and the names are those of `--served-model-name`, in the same case.",
               ("404", "not found", "NotFoundError", "model not found")),
    Difference("unauthorized", "never: Ollama takes any key", '401, `{"error": "Unauthorized"}`', _LOSSY,
               "Comes with `--api-key` or `VLLM_API_KEY` on the server, for paths under `/v1`.", ("401", "AuthenticationError", "Unauthorized")),
    Difference("malformed request", "400", "400, of type `BadRequestError`", _EXACT, "JSON that can't be read, or a value of the wrong type.",
               ("400", "BadRequestError", "bad request")),
    Difference("content type", "any is taken", "400 unless it is `application/json`", _LOSSY,
               "`curl -d` and urllib send another one: add the header.", ("400", "415", "Content-Type", "application/json")),
    Difference("prompt too long", "cuts the prompt and answers", "400", _LOSSY,
               "The program cuts its own history, or asks with `truncate_prompt_tokens` -1.", ("400", "context length", "maximum context length")),
    Difference("empty tools", "`[]` is no tools", "400 for `tools: []`", _LOSSY, "Leave the field out.", ("400",)),
    Difference("tools without a parser", "400, when the model has no tools", "400, `\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set`",
               _LOSSY, "A matter of the server's flags, not of the request.", ("400", "does not support tools")),
    Difference("tool call in history", "needs no id, and its arguments are an object", "400 unless it has `id` and `type` and its arguments are a JSON string",
               _LOSSY, "Ollama's Python types have no id: make one for each call and use it in the tool's answer.", ("400",)),
    Difference("stop strings", "as many as one likes", "400 for more than 4, and for an empty one", _LOSSY,
               "`VLLM_MAX_STOP_STRINGS` moves the limit.", ("400",)),
    Difference("values out of range", "taken", "400 for `max_tokens` under 1, `top_p` 0, `temperature` over 2, `repetition_penalty` 0, penalties beyond 2",
               _LOSSY, "Leave a field out where Ollama had -1.", ("400",)),
    Difference("thinking unsupported", "400, `\"x\" does not support thinking`", "nothing: the template ignores it", _LOSSY,
               "A fall-back for models that don't think can go.", ("400", "does not support thinking")),
    Difference("dimensions", "cuts any vector", "400 unless the model declares that its vectors can be cut", _LOSSY,
               "`--hf-overrides '{\"is_matryoshka\": true}'` declares it.", ("400",)),
    Difference("overloaded", "503, `server busy`, beyond OLLAMA_MAX_QUEUE", "waits; 503 only with `--max-num-queued-reqs`", _LOSSY,
               "A program that relied on the refusal sets a timeout.", ("503", "server busy")),
    Difference("cancelled", "499", "the connection ends", _LOSSY, "Whoever goes away sees neither.", ("499",)),
    Difference("still loading", "the request waits", "the port isn't open yet", _LOSSY,
               "For minutes after the start connections are refused: wait for `/health`.", ("connection refused", "ECONNREFUSED", "ConnectionError")),
    Difference("empty prompt", "loads the model, or unloads it with `keep_alive` 0", "400", _GONE, "Requests that only load or unload a model go.",
               ("400", "preload", "load", "unload")),
    Difference("empty input", "`embeddings: []`", "an error", _LOSSY, "Don't ask for the vectors of nothing."),
    Difference("short thinking budget", "taken", "400 under `/v1/messages` for `thinking.budget_tokens` below 1024", _LOSSY, "`max_tokens` is wanted there as well.", ("budget_tokens", "400")),
)  # fmt: skip

STREAMING = by_name(
    Difference("stream format", "`application/x-ndjson`: a JSON object a line", "`text/event-stream`: `data: {...}` and an empty line", _LOSSY,
               "Empty lines, and comments that begin with a colon, are skipped; a reader of lines that swallows errors sees nothing at all.",
               ("ndjson", "application/x-ndjson", "text/event-stream", "sse", "server-sent events", "streaming")),
    Difference("end of stream", "an object with `done: true`", "`data: [DONE]`, which is no JSON", _LOSSY,
               "Stop there before the line is parsed.", ("[DONE]", "DONE", "streaming")),
    Difference("text in a chunk", "`message.content`, or `response`", "`choices[0].delta.content`", _LOSSY,
               "The first chunk has the role and no text; the content can be null.", ("delta", "streaming")),
    Difference("thinking in a chunk", "`message.thinking`, or `thinking`", "`choices[0].delta.reasoning`", _LOSSY, "Needs `--reasoning-parser`.", ("streaming",)),
    Difference("tool calls in a chunk", "whole, in one chunk", "in pieces: `choices[0].delta.tool_calls`", _LOSSY,
               "`index` tells which call a piece belongs to; `arguments` are put together before they are parsed.", ("streaming",)),
    Difference("counts in a stream", "in the last object", "only with `stream_options`, in a last chunk", _LOSSY,
               "That chunk has no choices: `choices[0]` fails on it. `--enable-force-include-usage` asks for it in every stream.",
               ("include_usage", "usage", "streaming")),
    Difference("stream_options without stream", "ignored", "400", _LOSSY, "Ask for both or for none.", ("400",)),
    Difference("error in a stream", '`{"error": "text"}` as a line', '`data: {"error": {...}}`, then `[DONE]`', _LOSSY,
               "The status was 200 already.", ("streaming",)),
    Difference("stream unless told", "on over HTTP, off in the clients", "off", _LOSSY,
               "A program that speaks HTTP and leaves `stream` out says `stream: true` now.", ("streaming",)),
    Difference("progress of a pull", "`status`, `digest`, `total`, `completed`", "", _GONE, "Nothing is pulled.", ("progress",)),
)  # fmt: skip

COMPATIBLE = by_name(
    Difference("temperature and top_p under /v1", "1.0 unless given, not 0.8 and 0.9", "what the model's generation_config.json says, else 1.0", _LOSSY,
               "Give them where answers should stay alike.", ("temperature", "top_p")),
    Difference("max_completion_tokens under /v1", "ignored", "honoured, before `max_tokens`", _LOSSY, "A limit that never held holds now.", ("max_completion_tokens",)),
    Difference("image_url under /v1", "a text or an object", "an object with `url`; a text is 400", _LOSSY, "`{\"url\": ...}`.", ("image_url", "400")),
    Difference("addresses of images under /v1", "refused", "fetched by the server", _LOSSY, "Say which hosts with `--allowed-media-domains`.", ("image_url",)),
    Difference("name of a JSON schema under /v1", "may be missing", "required; without it 400", _LOSSY, "Any name will do.",
               ("json_schema", "response_format", "400")),
    Difference("fields ignored under /v1", "`n`, `tool_choice`, `logit_bias`, `user`", "all but `user` take effect", _LOSSY,
               "Read once what such fields say.", ("n", "tool_choice", "logit_bias", "user")),
    Difference("reasoning under /v1", '`reasoning: {"effort": ...}`', "`reasoning_effort`", _LOSSY, "The object is ignored without an error.", ("reasoning",)),
    Difference("system_fingerprint under /v1", "`fp_ollama`", "`vllm-` and its version", _LOSSY, "Don't tell servers apart by it.", ("system_fingerprint", "fp_ollama")),
    Difference("owner of a model under /v1", "`library`", "`vllm`; `max_model_len` beside it", _LOSSY, "Only programs that look at it notice.", ("owned_by", "max_model_len")),
    Difference("message without content under /v1", "refused unless it has tool calls", "taken", _EXACT, "Nothing to do.", ("content",)),
)  # fmt: skip

TOPICS = by_name(
    Difference("models per server", "many, loaded when asked for", "one, and its LoRA adapters", _HUMAN,
               "One service for each model and one more for embeddings, each with a base URL; or a router in front (LiteLLM, production-stack).",
               ("several models", "multiple models", "router")),
    Difference("model names", "`name:tag` of the library, in any case", "the Hugging Face id, or what `--served-model-name` says", _LOSSY,
               "Case counts. A colon is allowed, so the old tag can stay.", ("tag", "model name")),
    Difference("weights", "GGUF, about 4 bits", "safetensors, 16 bits", _HUMAN,
               "Four times the memory; a repository in AWQ, GPTQ, FP8 or MXFP4 is the fair counterpart.", ("quantization", "quantisation", "memory")),
    Difference("context length", "4096 to 262144 by memory, or `num_ctx` of a request", "the model's own, or `--max-model-len`", _LOSSY,
               "Decided once, at start: take the largest that the program asks for.", ("context window", "context size")),
    Difference("long prompts", "old messages are dropped", "400", _LOSSY, "The program cuts its own history.", ("context shift", "truncation")),
    Difference("address", "port 11434, `/api` and `/v1`", "port 8000, `/v1`", _LOSSY, "A base URL ends in `/v1`.", ("port", "11434", "8000", "base url")),
    Difference("authentication", "none: any key is taken", "none unless `--api-key` is given", _LOSSY, "The OpenAI SDK wants a key that isn't empty.", ("auth", "authorization")),
    Difference("prompt template", "a Go template in the model", "a Jinja template in the repository", _LOSSY, "One of your own is ported by hand.", ("go template", "jinja")),
    Difference("tools and thinking", "found in the text for every model that can", "only with the flags of the model's family", _LOSSY,
               "`--enable-auto-tool-choice --tool-call-parser` and `--reasoning-parser`.", ("tool calling", "function calling", "tool calls")),
    Difference("thinking unless told", "on for models that can", "as the template says: on for Qwen3, off for Gemma 4, Granite 3.2 and DeepSeek-V3.1", _LOSSY,
               "`--default-chat-template-kwargs` or `chat_template_kwargs` decides.", ("enable_thinking",)),
    Difference("sampling unless told", "0.8, top_p 0.9, top_k 40", "what the model's generation_config.json says", _LOSSY,
               "A request comes first, then `--override-generation-config`, which gives everyone Ollama's values, then that file. vLLM warns at its start of what the file sets.", ("generation_config.json", "sampling defaults", "sampling")),
    Difference("without a GPU", "usual", "an image and a wheel of their own", _HUMAN, "Slower than Ollama on most machines: a person decides.", ("cpu", "mac", "macos", "metal")),
    Difference("vectors", "from GGUF weights; `/api/embeddings` doesn't normalise", "close, not equal; normalised as the model says", _HUMAN,
               "A stored index is made anew. Prefixes such as `search_query:` stay the caller's job.", ("vector index", "reindex")),
    Difference("unknown fields", "ignored", "ignored as well, with 200", _LOSSY,
               "What is left of `options`, `keep_alive`, `format` or `think` does nothing, and nobody says so.", ("extra fields",)),
    Difference("commands of the prompt", "`/set parameter`, `/save`, `/show` in `ollama run`", "", _GONE, "`vllm chat` has none of them.", ("/set", "/save", "/show", "/set parameter")),
    Difference("cloud models", "tags that end in `cloud` run at ollama.com", "", _HUMAN, "There are no weights here: choose a model or a provider.", ("cloud",)),
)  # fmt: skip
