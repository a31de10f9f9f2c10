"""The endpoints of the simulated Ollama: body in, one object or a stream of objects out. No HTTP."""

import base64
import hashlib
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import simulated_brain as brain
from simulated_ollama_json import Json, Refusal, sampling

VERSION = "0.13.5"
NOW = "2026-01-15T09:30:00.000000Z"


@dataclass(frozen=True, slots=True)
class Model:
    name: str
    family: str
    parameters: str
    quantization: str
    capabilities: tuple[str, ...]
    context: int = 40960

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.name.encode()).hexdigest()

    @property
    def size(self) -> int:
        return int(float(self.parameters.rstrip("BM")) * (6e8 if self.parameters.endswith("B") else 6e5))

    @property
    def details(self) -> Json:
        return {
            "parent_model": "",
            "format": "gguf",
            "family": self.family,
            "families": [self.family],
            "parameter_size": self.parameters,
            "quantization_level": self.quantization,
        }


LIBRARY = (
    Model("qwen3:8b", "qwen3", "8.2B", "Q4_K_M", ("completion", "tools", "thinking")),
    Model("deepseek-r1:8b", "qwen3", "8.2B", "Q4_K_M", ("completion", "tools", "thinking"), 131072),
    Model("llama3.2:latest", "llama", "3.2B", "Q4_K_M", ("completion", "tools"), 131072),
    Model("llama2:latest", "llama", "7B", "Q4_0", ("completion",), 4096),
    Model("qwen2.5vl:7b", "qwen25vl", "8.3B", "Q4_K_M", ("completion", "vision"), 128000),
    Model("nomic-embed-text:latest", "nomic-bert", "137M", "F16", ("embedding",), 2048),
)
"""What can be pulled."""

INSTALLED = ("qwen3:8b", "deepseek-r1:8b", "qwen2.5vl:7b", "nomic-embed-text:latest")


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived."""

    method: str
    path: str
    body: Any


@dataclass(slots=True)
class State:
    installed: dict[str, Model] = field(default_factory=dict)
    loaded: dict[str, Model] = field(default_factory=dict)
    requests: list[Seen] = field(default_factory=list)


Answer = Json | Iterator[Json]


def full_name(name: str) -> str:
    return name if ":" in name else f"{name}:latest"


def find(state: State, name: str) -> Model:
    model = state.installed.get(full_name(name))
    if model is None:
        raise Refusal(HTTPStatus.NOT_FOUND, f"model '{name}' not found")
    return model


def thinks(model: Model, body: Json) -> bool:
    capable = "thinking" in model.capabilities
    if body.get("think") and not capable:
        raise Refusal(HTTPStatus.BAD_REQUEST, f'"{body["model"]}" does not support thinking')
    return capable and body.get("think", True) is not False


def schema_of(body: Json) -> brain.Schema | None:
    match body.get("format"):
        case None | "":
            return None
        case "json":
            return {}
        case dict() as schema:
            return schema
        case other:
            shown = json.dumps(json.dumps(other))  # the real server quotes the quoted
            message = f'invalid format: {shown}; expected "json" or a valid JSON Schema object'
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, message)


def images_of(body: Json) -> tuple[bytes, ...]:
    return tuple(base64.b64decode(image) for image in body.get("images") or ())


def need(model: Model, capability: str, verb: str) -> None:
    if capability not in model.capabilities:
        raise Refusal(HTTPStatus.BAD_REQUEST, f"{model.name} does not support {verb}")


def chat(state: State, body: Json) -> Answer:
    if not body.get("model"):
        raise Refusal(HTTPStatus.BAD_REQUEST, "model is required")
    model = find(state, body["model"])
    empty = {"role": "assistant", "content": ""}
    messages = body.get("messages") or []
    if not messages:
        return loading(state, model, body, {"message": empty})
    think = thinks(model, body)
    if "completion" not in model.capabilities:
        raise Refusal(HTTPStatus.BAD_REQUEST, f'"{body["model"]}" does not support chat')
    if body.get("tools"):
        need(model, "tools", "tools")
    if any(message.get("images") for message in messages):
        need(model, "vision", "vision")
    request = brain.Request(
        tuple(map(turn, messages)),
        tuple(body.get("tools") or ()),
        schema_of(body),
        think,
        sampling(body.get("options") or {}),
    )
    state.loaded[model.name] = model
    return spoken(body, brain.reply(request), chat_part)


def turn(message: Json) -> brain.Turn:
    calls = tuple(
        brain.ToolCall(call["function"]["name"], call["function"].get("arguments") or {})
        for call in message.get("tool_calls") or ()
    )
    return brain.Turn((message.get("role") or "").lower(), message.get("content") or "", images_of(message), calls)


def chat_part(content: str, thinking: str, calls: Iterable[brain.ToolCall]) -> Json:
    message: Json = {"role": "assistant", "content": content}
    if thinking:
        message["thinking"] = thinking
    if shown := [
        {"id": f"call_{index:08d}", "function": {"index": index, "name": call.name, "arguments": dict(call.arguments)}}
        for index, call in enumerate(calls)
    ]:
        message["tool_calls"] = shown
    return {"message": message}


def generate(state: State, body: Json) -> Answer:
    model = find(state, body.get("model", ""))
    if body.get("raw") and (body.get("system") or body.get("template") or body.get("context")):
        raise Refusal(HTTPStatus.BAD_REQUEST, "raw mode does not support template, system, or context")
    if not body.get("prompt"):
        return loading(state, model, body, {"response": ""})
    think = thinks(model, body)
    if "completion" not in model.capabilities:
        raise Refusal(HTTPStatus.BAD_REQUEST, f'"{body["model"]}" does not support generate')
    if body.get("images"):
        need(model, "vision", "vision")
    if body.get("suffix"):
        need(model, "insert", "insert")
    system = (brain.Turn("system", body["system"]),) if body.get("system") else ()
    request = brain.Request(
        (*system, brain.Turn("user", body["prompt"], images_of(body))),
        schema=schema_of(body),
        think=think,
        sampling=sampling(body.get("options") or {}),
    )
    state.loaded[model.name] = model
    return spoken(body, brain.reply(request), generate_part)


def generate_part(content: str, thinking: str, _: Iterable[brain.ToolCall]) -> Json:
    part: Json = {"response": content}
    return part | {"thinking": thinking} if thinking else part


def loading(state: State, model: Model, body: Json, part: Json) -> Json:
    """A request with nothing to say loads the model, or with a keep-alive of zero drops it."""
    unload = body.get("keep_alive") in (0, "0", "0s")
    if unload:
        state.loaded.pop(model.name, None)
    else:
        state.loaded[model.name] = model
    return head(body) | part | {"done": True, "done_reason": "unload" if unload else "load"}


def head(body: Json) -> Json:
    return {"model": body["model"], "created_at": NOW}


Part = Callable[[str, str, Iterable[brain.ToolCall]], Json]


def spoken(body: Json, reply: brain.Reply, part: Part) -> Answer:
    end: Json = {
        "done": True,
        "done_reason": "length" if reply.cut else "stop",
        "total_duration": 1_000_000 * (2 + reply.tokens),
        "load_duration": 1_000_000,
        "prompt_eval_count": reply.prompt_tokens,
        "prompt_eval_duration": 1_000_000,
        "eval_count": reply.tokens,
        "eval_duration": 1_000_000 * max(1, reply.tokens),
    }
    if body.get("stream") is False:
        return head(body) | part(reply.content, reply.thinking, reply.tool_calls) | end
    parts = itertools.chain(
        (part("", token, ()) for token in brain.split(reply.thinking)),
        (part(token, "", ()) for token in brain.split(reply.content)),
        [part("", "", reply.tool_calls)] if reply.tool_calls else [],
    )
    pieces = (head(body) | piece | {"done": False} for piece in parts)
    return itertools.chain(pieces, [head(body) | part("", "", ()) | end])


def embed(state: State, body: Json) -> Answer:
    texts = body.get("input", [])
    if isinstance(texts, str):
        texts = [texts] if texts else []
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise Refusal(HTTPStatus.BAD_REQUEST, "invalid input type")
    model = embedder(state, body)
    if not texts:
        return {"model": body["model"], "embeddings": []}
    tokens = [len(brain.split(text)) for text in texts]
    if body.get("truncate") is False and max(tokens) > model.context:
        raise Refusal(HTTPStatus.BAD_REQUEST, "the input length exceeds the context length")
    vectors = [brain.embed(text, body.get("dimensions") or brain.DIMENSIONS) for text in texts]
    durations = {"total_duration": 2_000_000, "load_duration": 1_000_000}
    return {"model": body["model"], "embeddings": vectors} | durations | {"prompt_eval_count": sum(tokens)}


def embeddings(state: State, body: Json) -> Answer:
    embedder(state, body)
    if not body.get("prompt"):
        return {"embedding": []}
    return {"embedding": [8 * value for value in brain.embed(body["prompt"])]}  # this endpoint doesn't normalise


def embedder(state: State, body: Json) -> Model:
    model = find(state, body.get("model", ""))
    if "embedding" not in model.capabilities:
        raise Refusal(
            HTTPStatus.NOT_IMPLEMENTED, "This server does not support embeddings. Start it with `--embeddings`"
        )
    sampling(body.get("options") or {})
    state.loaded[model.name] = model
    return model


def tags(state: State, _: Json) -> Answer:
    return {"models": [listed(model) | {"modified_at": NOW} for model in state.installed.values()]}


def listed(model: Model) -> Json:
    shown = {"name": model.name, "model": model.name, "size": model.size, "digest": model.digest}
    return shown | {"details": model.details}


def ps(state: State, _: Json) -> Answer:
    def running(model: Model) -> Json:
        return listed(model) | {"expires_at": NOW, "size_vram": model.size, "context_length": 4096}

    return {"models": [running(model) for model in state.loaded.values()]}


def show(state: State, body: Json) -> Answer:
    name = body.get("model") or body.get("name")
    if not name:
        raise Refusal(HTTPStatus.BAD_REQUEST, "model is required")
    model = find(state, name)
    return {
        "modelfile": f"FROM {model.name}",
        "template": "{{ .Prompt }}",
        "details": model.details,
        "model_info": {"general.architecture": model.family, f"{model.family}.context_length": model.context},
        "capabilities": list(model.capabilities),
        "modified_at": NOW,
    }


def pull(state: State, body: Json) -> Answer:
    name = body.get("model") or body.get("name")
    if not name:
        raise Refusal(HTTPStatus.BAD_REQUEST, "invalid model name")
    model = next((model for model in LIBRARY if model.name == full_name(name)), None)
    if model is None:
        raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "pull model manifest: file does not exist")
    progress = pulled(state, model)
    if body.get("stream") is False:
        return list(progress)[-1]
    return progress


def pulled(state: State, model: Model) -> Iterator[Json]:
    yield {"status": "pulling manifest"}
    layer = {"status": f"pulling {model.digest[:12]}", "digest": f"sha256:{model.digest}", "total": model.size}
    yield layer
    yield layer | {"completed": model.size}
    yield {"status": "verifying sha256 digest"}
    yield {"status": "writing manifest"}
    state.installed[model.name] = model
    yield {"status": "success"}


def version(_: State, __: Json) -> Answer:
    return {"version": VERSION}


Endpoint = Callable[[State, Json], Answer]

ROUTES: dict[str, tuple[str, str | None, Endpoint]] = {
    "/api/chat": ("POST", "ChatRequest", chat),
    "/api/generate": ("POST", "GenerateRequest", generate),
    "/api/embed": ("POST", "EmbedRequest", embed),
    "/api/embeddings": ("POST", "EmbeddingRequest", embeddings),
    "/api/show": ("POST", "ShowRequest", show),
    "/api/pull": ("POST", "PullRequest", pull),
    "/api/tags": ("GET", None, tags),
    "/api/ps": ("GET", None, ps),
    "/api/version": ("GET", None, version),
}
"""Path to method, shape of the body, and endpoint."""
