"""A model without weights: the reply follows from the request alone, and names whatever in the request should have mattered.

The simulated servers share it, so that a program that loses its system prompt, its seed or its image on the way to another server is seen to
print something else. Pure.
"""

import hashlib
import json
import math
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

DIMENSIONS = 768

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToolCall:
    name: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    role: str
    content: str
    images: tuple[bytes, ...] = ()
    tool_calls: tuple[ToolCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is told, in no server's spelling. `sampling` holds only what the caller set, under OpenAI's (or vLLM's) names."""

    turns: tuple[Turn, ...]
    tools: tuple[Schema, ...] = ()
    schema: Schema | None = None  # {} asks for any JSON object
    think: bool = False
    sampling: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    content: str
    thinking: str = ""
    tool_calls: tuple[ToolCall, ...] = ()
    cut: bool = False  # stopped by max_tokens
    prompt_tokens: int = 0

    @property
    def tokens(self) -> int:
        calls = sum(1 + len(call.arguments) for call in self.tool_calls)
        return len(split(self.thinking)) + len(split(self.content)) + calls


def split(text: str) -> list[str]:
    """The tokens of a text; joined, they give the text back."""
    return re.findall(r"\s*\S+", text)


def reply(request: Request) -> Reply:
    calls = _tool_calls(request)
    thinking = _thought(request) if request.think else ""
    content, cut = _limited("" if calls else _answer(request), thinking, request.sampling)
    prompt = sum(len(split(turn.content)) + 256 * len(turn.images) for turn in request.turns)
    return Reply(content, thinking, calls, cut, prompt)


def embed(text: str, dimensions: int = DIMENSIONS) -> list[float]:
    """A bag of words of length one: texts that share long words are near each other."""
    vector = [0.0] * dimensions
    for word in re.findall(r"[^\W_]{3,}", text.lower()):
        digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
        place, sign = struct.unpack("<IxxxB", digest)
        vector[place % dimensions] += (len(word) - 2) * (1 if sign % 2 else -1)
    length = math.hypot(*vector)
    return [value / length for value in vector] if length else [1.0] + [0.0] * (dimensions - 1)


# --- what is said ---


def _thought(request: Request) -> str:
    return f"The user wrote {len(split(_question(request)))} words. I answer in one line."


def _answer(request: Request) -> str:
    if request.schema is not None:
        return json.dumps(_instance(request.schema, _question(request)), ensure_ascii=False)
    last = request.turns[-1]
    if last.role == "tool":
        results = [turn.content for turn in request.turns[_last_call(request) + 1 :]]
        return f"The tools say: {' | '.join(results)}{_particulars(request)}"
    seen = "".join(f" I see {_picture(image)}." for turn in request.turns for image in turn.images)
    return f'You asked "{_question(request)}".{seen}{_particulars(request)}'


def _particulars(request: Request) -> str:
    system = [turn.content for turn in request.turns if turn.role == "system"]
    parts = []
    if system:
        parts.append(f"system {hashlib.sha256(chr(10).join(system).encode()).hexdigest()[:6]}")
    parts.append(f"turn {sum(turn.role == 'user' for turn in request.turns)}")
    parts += [f"{name} {_shown(request.sampling[name])}" for name in sorted(request.sampling)]
    return f" ({', '.join(parts)})"


def _shown(value: Any) -> str:
    """The same text for 0 and 0.0, which JSON does not tell apart."""
    return json.dumps(int(value) if isinstance(value, float) and value.is_integer() else value)


def _picture(image: bytes) -> str:
    if image.startswith(b"\x89PNG\r\n\x1a\n") and len(image) >= 24:
        width, height = struct.unpack(">II", image[16:24])
        return f"a picture of {width} by {height} pixels"
    return f"a picture of {len(image)} bytes"


def _question(request: Request) -> str:
    return next((turn.content for turn in reversed(request.turns) if turn.role == "user"), "")


def _limited(content: str, thinking: str, sampling: Mapping[str, Any]) -> tuple[str, bool]:
    for stop in sampling.get("stop", ()):
        content = content.split(stop, 1)[0]
    limit = sampling.get("max_tokens")
    tokens = split(content)
    if limit is None or len(split(thinking)) + len(tokens) <= limit:
        return content, False
    return "".join(tokens[: max(0, limit - len(split(thinking)))]), True


# --- tools ---


def _last_call(request: Request) -> int:
    return max((i for i, turn in enumerate(request.turns) if turn.tool_calls), default=-1)


def _tool_calls(request: Request) -> tuple[ToolCall, ...]:
    """A tool is called when a word of its name stands in the question."""
    if not request.turns or request.turns[-1].role != "user":
        return ()
    question = _question(request)
    functions = [tool["function"] for tool in request.tools]
    asked = set(re.findall(r"\w+", question.lower()))
    return tuple(
        ToolCall(function["name"], _arguments(function, question))
        for function in functions
        if asked & {word for word in function["name"].lower().split("_") if len(word) > 3}
    )


def _arguments(function: Schema, question: str) -> dict[str, Any]:
    properties = function.get("parameters", {}).get("properties", {})
    words = re.findall(r"\w+", question)
    unsaid = [word for word in words if word.lower() not in function["name"].lower().split("_")]
    numbers = _numbers(question)
    taken: list[str] = []
    arguments: dict[str, Any] = {}
    for name, schema in properties.items():
        if choices := schema.get("enum"):
            arguments[name] = next((word for word in words if word in choices and word not in taken), choices[0])
            taken.append(arguments[name])
        elif _type(schema) in ("number", "integer"):
            arguments[name] = next(numbers, 1)
        elif _type(schema) == "boolean":
            arguments[name] = True
        else:
            arguments[name] = max(unsaid, key=len, default="")
    return arguments


# --- structured output ---


def _instance(schema: Schema, text: str) -> Any:
    if not schema:
        return _free_object(text)
    return _value(schema, schema.get("$defs", {}), "answer", split(text), _numbers(text))


def _free_object(text: str) -> dict[str, Any]:
    """The keys that the question shows: `{"questions": [...]}`."""
    shown = re.findall(r'"(\w+)"\s*:\s*(\[?)', text)
    return {key: ["one", "two"] if opening else "one" for key, opening in shown} or {"answer": text}


def _value(schema: Schema, defs: Schema, name: str, words: list[str], numbers: Iterator[float | int]) -> Any:
    if ref := schema.get("$ref"):
        return _value(defs[ref.rsplit("/", 1)[1]], defs, name, words, numbers)
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return _value(next(o for o in options if o.get("type") != "null"), defs, name, words, numbers)
    if "const" in schema:
        return schema["const"]
    if choices := schema.get("enum"):
        return next((choice for choice in choices if str(choice) in "".join(words)), choices[0])
    match _type(schema):
        case "object":
            return {key: _value(sub, defs, key, words, numbers) for key, sub in schema.get("properties", {}).items()}
        case "array":
            return [_value(schema.get("items", {"type": "string"}), defs, name, words, numbers)]
        case "number":
            return next(numbers, 1)
        case "integer":
            return int(next(numbers, 1))
        case "boolean":
            return True
        case "null":
            return None
    return f"{name}: {''.join(words[:6]).strip()}"


def _type(schema: Schema) -> str:
    kind = schema.get("type", "string")
    return kind if isinstance(kind, str) else str(kind[0])


def _numbers(text: str) -> Iterator[float | int]:
    for number in re.findall(r"\d+(?:\.\d+)?", text):
        yield float(number) if "." in number else int(number)
