"""Ollama's HTTP endpoints, what answers in their place on vLLM, and which functions of the clients call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN


@dataclass(frozen=True, slots=True)
class Endpoint:
    path: str
    methods: tuple[str, ...]
    fate: Fate
    vllm: str
    """path on the vLLM server; empty when nothing answers"""
    why: str
    calls: tuple[str, ...] = ()
    """functions of the Python client that call it; JavaScript's have the same names in camel case"""
    common: bool = False
    """whether other servers have the same path, so that alone it doesn't say Ollama"""
    everywhere: bool = False
    """so common that a place is never recognised by it"""


_ROWS = (
    Endpoint("/api/chat", ("POST",), _LOSSY, "/v1/chat/completions",
             "Ollama streams unless told otherwise, vLLM doesn't. Options move to the top level, the answer is read from "
             "`choices`, a stream is server-sent events instead of a JSON object a line, and `Content-Type: application/json` "
             "is needed.", ("chat",), common=True),
    Endpoint("/api/generate", ("POST",), _LOSSY, "/v1/chat/completions",
             "Ollama puts `prompt` into the chat template; `/v1/completions` would not, and stops after 16 tokens: only `raw` "
             "goes there. `context` and most uses of `suffix` have no counterpart, and an empty prompt that loads or unloads "
             "a model is refused.", ("generate",), common=True),
    Endpoint("/api/embed", ("POST",), _LOSSY, "/v1/embeddings",
             "An embedding model needs a server of its own (`--runner pooling`) and with it a base URL of its own. Ollama cuts "
             "long input, vLLM refuses it unless `truncate_prompt_tokens` is -1. The vectors are close but not equal: a stored "
             "index is made anew.", ("embed",)),
    Endpoint("/api/embeddings", ("POST",), _LOSSY, "/v1/embeddings",
             "`prompt` is `input`, `embedding` is `data[0].embedding`. This endpoint doesn't normalise its vectors, vLLM does: "
             "a stored index is made anew.", ("embeddings",), common=True),
    Endpoint("/api/tags", ("GET", "HEAD"), _LOSSY, "/v1/models",
             "Lists the one model that is served (and its LoRA modules) under its served names, without size, digest and "
             "details. For a health check take `GET /health`.", ("list",), common=True),
    Endpoint("/api/ps", ("GET",), _LOSSY, "/v1/models",
             "The model is loaded for as long as the server runs; load is told by `/metrics`.", ("ps",)),
    Endpoint("/api/show", ("POST",), _HUMAN, "",
             "`GET /v1/models` tells `max_model_len`; template, parameters and capabilities are in the Hugging Face repository.",
             ("show",)),
    Endpoint("/api/pull", ("POST",), _GONE, "",
             "The server fetches its weights from Hugging Face when it starts (`hf download` does it beforehand).", ("pull",)),
    Endpoint("/api/push", ("POST",), _GONE, "", "Models are published with Hugging Face's tools.", ("push",)),
    Endpoint("/api/create", ("POST",), _GONE, "",
             "What a Modelfile says becomes flags of `vllm serve`; a system prompt moves into the application.", ("create",),
             common=True),
    Endpoint("/api/copy", ("POST",), _GONE, "", "`--served-model-name A B` gives a model several names.", ("copy",), common=True),
    Endpoint("/api/delete", ("DELETE",), _GONE, "", "Weights are deleted from the Hugging Face cache.", ("delete",), common=True),
    Endpoint("/api/blobs", ("HEAD", "POST"), _GONE, "", "Layers are uploaded only to create a model.", ("create_blob",), common=True),
    Endpoint("/api/version", ("GET", "HEAD"), _EXACT, "/version",
             "Same answer with another version in it; no `/v1` in front.", common=True),
    Endpoint("/api/web_search", ("POST",), _GONE, "", "A service of ollama.com: another provider of web search is needed.",
             ("web_search",), common=True),
    Endpoint("/api/web_fetch", ("POST",), _GONE, "", "A service of ollama.com: another way to fetch pages is needed.",
             ("web_fetch",), common=True),
    Endpoint("/api/experimental/web_search", ("POST",), _GONE, "", "Passes a search on to ollama.com: another provider is needed."),
    Endpoint("/api/experimental/web_fetch", ("POST",), _GONE, "", "Passes a fetch on to ollama.com: another way is needed."),
    Endpoint("/api/me", ("POST",), _GONE, "", "There are no accounts.", common=True, everywhere=True),
    Endpoint("/api/signout", ("POST",), _GONE, "", "There are no accounts.", common=True, everywhere=True),
    Endpoint("/api/user/keys", ("DELETE",), _GONE, "", "There are no accounts.", common=True, everywhere=True),
    Endpoint("/api/status", ("GET",), _GONE, "", "Tells whether Ollama may use ollama.com; vLLM never does.", common=True, everywhere=True),
    Endpoint("/api/experimental/model-recommendations", ("GET",), _GONE, "", "Concerns ollama.com."),
    Endpoint("/", ("GET", "HEAD"), _LOSSY, "/health",
             "vLLM has nothing there; `/health` answers 200 with an empty body, and only to GET, so a check for the words "
             "`Ollama is running` fails.", common=True),
    Endpoint("/v1/chat/completions", ("POST",), _LOSSY, "/v1/chat/completions",
             "Same protocol. vLLM honours what Ollama ignored here (`n`, `tool_choice`, `logit_bias`, `max_completion_tokens`), "
             "wants an object for `image_url` and a name for a JSON schema, and takes at most four stop strings.", common=True),
    Endpoint("/v1/completions", ("POST",), _LOSSY, "/v1/completions",
             "Same protocol, but without `max_tokens` vLLM stops after 16 tokens.", common=True),
    Endpoint("/v1/embeddings", ("POST",), _LOSSY, "/v1/embeddings",
             "Same protocol, on a server of its own; input that is too long is refused instead of cut.", common=True),
    Endpoint("/v1/models", ("GET",), _EXACT, "/v1/models", "Same protocol: the served names.", common=True),
    Endpoint("/v1/models/{id}", ("GET",), _LOSSY, "/v1/models", "One model can't be asked for: list them and pick.", common=True),
    Endpoint("/v1/responses", ("POST",), _LOSSY, "/v1/responses",
             "Same protocol; neither server stores answers by default.", common=True),
    Endpoint("/v1/messages", ("POST",), _LOSSY, "/v1/messages",
             "Anthropic's protocol on both. vLLM wants `max_tokens`, and Claude Code wants a served name without a slash.", common=True),
    Endpoint("/v1/audio/transcriptions", ("POST",), _LOSSY, "/v1/audio/transcriptions",
             "Same protocol, on a server of its own with a speech model and `vllm[audio]`.", common=True),
    Endpoint("/v1/systemone", ("POST",), _HUMAN, "/v1/systemone", "Ollama's Python client calls it, vLLM answers it, Ollama's server of August 2026 doesn't: nobody has compared them.", ("systemone",)),
)  # fmt: skip

ENDPOINTS: Mapping[str, Endpoint] = MappingProxyType({row.path: row for row in _ROWS})

ADMIN = frozenset(row.path for row in _ROWS if not row.vllm)
"""nothing answers on vLLM"""
NATIVE_PATHS = frozenset(row.path for row in _ROWS if row.path.startswith("/api/") and not row.everywhere)
"""Ollama's own protocol, as far as a place is recognised by it"""
COMMON_PATHS = frozenset(row.path for row in _ROWS if row.common)
"""say Ollama only together with something else that does"""


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


CALLS: Mapping[str, Endpoint] = MappingProxyType(
    {name: row for row in _ROWS for call in row.calls for name in (call, _camel(call))}
)
"""functions of the client libraries, in both spellings, to the endpoint that they call"""
