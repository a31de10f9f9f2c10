"""An Ollama without models: the HTTP interface of the real server, as strict as the real one, in front of `simulated_brain`.

Written from Ollama's `server/routes.go` and `api/types.go`: the same defaults (streams unless told not to, thinks when it can), the same refusals
with the same words, the same silence about unknown fields and options. Opens a port on the loopback interface.
"""

import base64
import binascii
import hashlib
import itertools
import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

import simulated_brain as brain

VERSION = "0.13.5"
NOW = "2026-01-15T09:30:00.000000Z"

Json = dict[str, Any]


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
    Model("deepseek-r1:8b", "qwen3", "8.2B", "Q4_K_M", ("completion", "thinking"), 131072),
    Model("llama3.2:latest", "llama", "3.2B", "Q4_K_M", ("completion", "tools"), 131072),
    Model("llama2:latest", "llama", "7B", "Q4_0", ("completion",), 4096),
    Model("qwen2.5vl:7b", "qwen25vl", "8.3B", "Q4_K_M", ("completion", "vision"), 128000),
    Model("nomic-embed-text:latest", "nomic-bert", "137M", "F16", ("embedding",), 2048),
)
"""What can be pulled."""

INSTALLED = ("qwen3:8b", "deepseek-r1:8b", "qwen2.5vl:7b", "nomic-embed-text:latest")


class Refusal(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, message)
        self.status = status
        self.message = message


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


# --- what Go's decoder accepts: a shape is a type, a list of a shape, a struct, or a function that complains ---


def _think(value: Any) -> str | None:
    if isinstance(value, bool) or value in ("high", "medium", "low", "max"):
        return None
    if isinstance(value, str):
        return f'invalid think value: "{value}" (must be "high", "medium", "low", "max", true, or false)'
    return 'think must be a boolean or string ("high", "medium", "low", "max", true, or false)'


def _duration(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return f"Unsupported type: '{_go_kind(value)}'"
    if isinstance(value, str) and not re.fullmatch(r"[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+)", value):
        unit = "missing unit in" if re.fullmatch(r"[-+]?\d+(\.\d+)?", value) else "invalid"
        return f'time: {unit} duration "{value}"'
    return None


def _base64(value: Any) -> str | None:
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError, TypeError):
        return "illegal base64 data at input byte 0"
    return None


def _anything(_: Any) -> str | None:
    return None


Shape = type | list[Any] | dict[str, Any] | Callable[[Any], str | None]

CALL: Shape = {"id": str, "function": {"index": int, "name": str, "arguments": dict}}
MESSAGE: Shape = {
    "role": str,
    "content": str,
    "thinking": str,
    "images": [_base64],
    "tool_calls": [CALL],
    "tool_name": str,
    "tool_call_id": str,
}
TOOL: Shape = {
    "type": str,
    "function": {
        "name": str,
        "description": str,
        "parameters": {"type": str, "required": [str], "properties": dict},
    },
}
COMMON: dict[str, Any] = {
    "model": str,
    "stream": bool,
    "format": _anything,
    "keep_alive": _duration,
    "options": dict,
    "think": _think,
    "truncate": bool,
    "shift": bool,
    "logprobs": bool,
    "top_logprobs": int,
}
STRUCTS: dict[str, dict[str, Any]] = {
    "ChatRequest": COMMON | {"messages": [MESSAGE], "tools": [TOOL]},
    "GenerateRequest": COMMON
    | {
        "prompt": str,
        "suffix": str,
        "system": str,
        "template": str,
        "context": [int],
        "raw": bool,
        "images": [_base64],
    },
    "EmbedRequest": {
        "model": str,
        "input": _anything,
        "keep_alive": _duration,
        "truncate": bool,
        "dimensions": int,
        "options": dict,
    },
    "EmbeddingRequest": {"model": str, "prompt": str, "keep_alive": _duration, "options": dict},
    "PullRequest": {"model": str, "name": str, "insecure": bool, "stream": bool},
    "ShowRequest": {"model": str, "name": str, "system": str, "verbose": bool, "options": dict},
}

OPTIONS: dict[str, str] = (
    dict.fromkeys(
        (
            "num_ctx",
            "num_batch",
            "num_gpu",
            "main_gpu",
            "num_thread",
            "num_keep",
            "seed",
            "num_predict",
            "top_k",
            "repeat_last_n",
        ),
        "integer",
    )
    | dict.fromkeys(
        ("top_p", "min_p", "typical_p", "temperature", "repeat_penalty", "presence_penalty", "frequency_penalty"),
        "float32",
    )
    | {"use_mmap": "boolean", "stop": "array"}
)

SAMPLING = {
    "num_predict": "max_tokens",
    "repeat_penalty": "repetition_penalty",
    "temperature": "temperature",
    "top_k": "top_k",
    "top_p": "top_p",
    "min_p": "min_p",
    "seed": "seed",
    "stop": "stop",
    "presence_penalty": "presence_penalty",
    "frequency_penalty": "frequency_penalty",
}
"""The options that change what is said, and the brain's names for them."""


def _go_kind(value: Any) -> str:
    match value:
        case bool():
            return "bool"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def _go_type(shape: Shape) -> str:
    if isinstance(shape, list):
        return f"[]{_go_type(shape[0])}"
    if isinstance(shape, dict):
        return "api.Message" if shape is MESSAGE else "api.Tool" if shape is TOOL else "api.ToolCall"
    names: dict[Any, str] = {str: "string", bool: "bool", int: "int", dict: "map[string]interface {}"}
    return names.get(shape, "uint8")


def check(value: Any, shape: Shape, struct: str, path: str = "") -> None:
    """Refuse what Go's decoder refuses. Null is Go's zero value; unknown keys are ignored."""
    if value is None:
        return
    if isinstance(shape, type):
        if not isinstance(value, shape) or (shape is int and isinstance(value, bool)):
            raise _mismatch(value, shape, struct, path)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise _mismatch(value, shape, struct, path)
        for item in value:
            check(item, shape[0], struct, path)
    elif isinstance(shape, dict):
        if not isinstance(value, dict):
            raise _mismatch(value, shape, struct, path)
        for key in value.keys() & shape.keys():
            check(value[key], shape[key], struct, f"{path}.{key}".lstrip("."))
    elif complaint := shape(value):
        raise Refusal(HTTPStatus.BAD_REQUEST, complaint)


def _mismatch(value: Any, shape: Shape, struct: str, path: str) -> Refusal:
    where = f"Go struct field {struct}.{path}" if path else "Go value"
    kind = _go_type(shape) if path else f"api.{struct}"
    return Refusal(HTTPStatus.BAD_REQUEST, f"json: cannot unmarshal {_go_kind(value)} into {where} of type {kind}")


def decode(raw: bytes, struct: str) -> Json:
    if not raw:
        raise Refusal(HTTPStatus.BAD_REQUEST, "missing request body")
    try:
        body = json.loads(raw)
    except ValueError:
        raise Refusal(HTTPStatus.BAD_REQUEST, "invalid character in JSON body") from None
    check(body, STRUCTS[struct], struct)
    given: Json = {key: value for key, value in body.items() if value is not None}
    return given


def sampling(options: Mapping[str, Any]) -> Json:
    """The options as the brain reads them; of a wrong type they fail the request, and unknown ones are only logged by the real server."""
    wanted = {"integer": (int, float), "float32": (int, float), "boolean": (bool,), "array": (list,)}
    for name, value in options.items():
        kind = OPTIONS.get(name)
        if kind is None or value is None:
            continue
        if not isinstance(value, wanted[kind]) or (kind != "boolean" and isinstance(value, bool)):
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, f'option "{name}" must be of type {kind}')
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, f'option "{name}" must be of an array of strings')
    said = {SAMPLING[name]: value for name, value in options.items() if name in SAMPLING and value is not None}
    if said.get("max_tokens", 0) < 0:
        del said["max_tokens"]
    return said


# --- the endpoints: body in, one object or a stream of objects out ---

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
            shown = json.dumps(other)
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


# --- HTTP ---


class SimulatedOllama:
    """A running server, for as long as the `with` block."""

    def __init__(self, installed: Iterable[str] = INSTALLED, port: int = 0) -> None:
        names = set(installed)
        self.state = State({model.name: model for model in LIBRARY if model.name in names})
        handler = type("Handler", (_Handler,), {"state": self.state})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def requests(self) -> list[Seen]:
        return self.state.requests

    def bodies(self, path: str) -> list[Any]:
        return [seen.body for seen in self.requests if seen.path == path]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20  # a client that keeps its connection open must not keep the thread
    state: State

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.state.requests.append(Seen(self.command, path, _loaded(raw)))
        if path == "/" and self.command != "POST":
            return self._send(HTTPStatus.OK, "text/plain; charset=utf-8", b"Ollama is running")
        try:
            answer = self._answer(path, raw)
        except Refusal as refusal:
            return self._send_json(refusal.status, {"error": refusal.message})
        if isinstance(answer, dict):
            self._send_json(HTTPStatus.OK, answer)
        elif answer is not None:
            self._stream(answer)

    do_POST = do_HEAD = do_DELETE = do_PUT = do_GET

    def _answer(self, path: str, raw: bytes) -> Answer | None:
        if path not in ROUTES:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"404 page not found")
            return None
        method, struct, endpoint = ROUTES[path]
        heads = ("/api/tags", "/api/version")
        if self.command != method and not (self.command == "HEAD" and path in heads):
            self._send(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b"405 method not allowed")
            return None
        return endpoint(self.state, decode(raw, struct) if struct else {})

    def _send_json(self, status: int, value: Json) -> None:
        self._send(status, "application/json; charset=utf-8", json.dumps(value, ensure_ascii=False).encode())

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self, parts: Iterator[Json]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for part in parts:
                line = json.dumps(part, ensure_ascii=False).encode() + b"\n"
                self.wfile.write(b"%x\r\n%b\r\n" % (len(line), line))
            self.wfile.write(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the requests are kept."""


def _loaded(raw: bytes) -> Any:
    try:
        return json.loads(raw) if raw else None
    except ValueError:
        return raw
