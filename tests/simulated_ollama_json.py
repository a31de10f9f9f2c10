"""What Ollama's decoder accepts: Go's `encoding/json` on the structs of `api/types.go`, with its complaints. Pure."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, message)
        self.status = status
        self.message = message


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


# A shape is a type, a list of a shape, a struct, or a function that complains.
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
