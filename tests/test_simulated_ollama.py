"""The simulated Ollama, asked through the official client and over bare HTTP."""

import asyncio
import base64
import json
import math
from collections.abc import Iterator
from typing import Any

import httpx
import ollama
import pytest
from lab_assistant import png
from simulated_ollama import SimulatedOllama

CONVERT = {
    "type": "function",
    "function": {
        "name": "convert_units",
        "description": "Convert a quantity",
        "parameters": {
            "type": "object",
            "required": ["value", "from_unit", "to_unit"],
            "properties": {
                "value": {"type": "number"},
                "from_unit": {"type": "string", "enum": ["L", "mL", "uL"]},
                "to_unit": {"type": "string", "enum": ["L", "mL", "uL"]},
            },
        },
    },
}


@pytest.fixture(scope="module")
def server() -> Iterator[SimulatedOllama]:
    with SimulatedOllama() as running:
        yield running


@pytest.fixture(scope="module")
def client(server: SimulatedOllama) -> Iterator[ollama.Client]:
    with ollama.Client(host=server.url) as connected:
        yield connected


@pytest.fixture(scope="module")
def http(server: SimulatedOllama) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url) as connected:
        yield connected


def user(text: str, **more: Any) -> dict[str, Any]:
    return {"role": "user", "content": text} | more


# --- through the official client ---


def test_a_chat_names_everything_that_should_have_mattered(client: ollama.Client) -> None:
    messages = [{"role": "system", "content": "Be brief."}, user("Why is the sky blue?")]
    response = client.chat("qwen3:8b", messages, think=False, options={"temperature": 0.2, "seed": 7, "num_ctx": 8192})
    assert response.message.content == (
        'You asked "Why is the sky blue?". (system 213c22, turn 1, seed 7, temperature 0.2)'
    )
    assert (response.done, response.done_reason, response.message.thinking) == (True, "stop", None)
    assert response.prompt_eval_count == 7
    assert response.eval_count == 15


def test_a_stream_says_the_same_as_a_whole_reply(client: ollama.Client) -> None:
    messages = [user("What is PCR?")]
    whole = client.chat("qwen3:8b", messages)
    parts = list(client.chat("qwen3:8b", messages, stream=True))
    assert "".join(part.message.content or "" for part in parts) == whole.message.content
    assert "".join(part.message.thinking or "" for part in parts) == whole.message.thinking
    assert [part.done for part in parts] == [False] * (len(parts) - 1) + [True]
    assert parts[-1].eval_count == whole.eval_count


def test_the_asynchronous_client_streams_too(server: SimulatedOllama) -> None:
    async def said() -> str:
        async with ollama.AsyncClient(host=server.url) as client:
            stream = await client.generate("qwen3:8b", "Hello", stream=True, think=False)
            return "".join([part["response"] async for part in stream])

    assert asyncio.run(said()) == 'You asked "Hello". (turn 1)'


def test_thinking_is_on_unless_it_is_refused(client: ollama.Client) -> None:
    assert client.chat("qwen3:8b", [user("Hi")]).message.thinking == "The user wrote 1 words. I answer in one line."
    assert client.chat("qwen3:8b", [user("Hi")], think=False).message.thinking is None
    with pytest.raises(ollama.ResponseError, match="does not support thinking") as error:
        client.chat("qwen2.5vl:7b", [user("Hi")], think=True)
    assert error.value.status_code == 400


def test_a_tool_is_called_and_its_result_is_used(client: ollama.Client) -> None:
    messages: list[Any] = [user("Convert 2.5 mL to uL")]
    asked = client.chat("qwen3:8b", messages, tools=[CONVERT])
    assert asked.message.content == ""
    assert asked.message.tool_calls is not None
    function = asked.message.tool_calls[0].function
    assert (function.name, function.arguments) == ("convert_units", {"value": 2.5, "from_unit": "mL", "to_unit": "uL"})
    messages += [asked.message, {"role": "tool", "tool_name": "convert_units", "content": "2500 uL"}]
    assert client.chat("qwen3:8b", messages, tools=[CONVERT]).message.content == "The tools say: 2500 uL (turn 1)"


def test_a_tool_call_comes_whole_in_one_part_of_a_stream(client: ollama.Client) -> None:
    parts = client.chat("qwen3:8b", [user("Convert 1 L to mL")], tools=[CONVERT], think=False, stream=True)
    assert [bool(part.message.tool_calls) for part in parts] == [True, False]


def test_a_schema_is_kept_to(client: ollama.Client) -> None:
    schema = {
        "type": "object",
        "properties": {
            "title": {"type": "string"},
            "minutes": {"type": "integer"},
            "steps": {"type": "array", "items": {"$ref": "#/$defs/Step"}},
            "hazard": {"anyOf": [{"type": "string", "enum": ["none", "acid"]}, {"type": "null"}]},
        },
        "$defs": {"Step": {"type": "object", "properties": {"number": {"type": "integer"}}}},
    }
    response = client.chat("qwen3:8b", [user("Dilute the acid for 15 minutes, step 2")], format=schema)
    assert json.loads(response.message.content or "") == {
        "title": "title: Dilute the acid for 15 minutes,",
        "minutes": 15,
        "steps": [{"number": 2}],
        "hazard": "acid",
    }
    assert json.loads(client.generate("qwen3:8b", "Hi", format="json").response or "") == {"answer": "Hi"}


def test_an_image_is_seen(client: ollama.Client) -> None:
    response = client.chat("qwen2.5vl:7b", [user("What is it?", images=[png(4, 3)])])
    assert response.message.content == 'You asked "What is it?". I see a picture of 4 by 3 pixels. (turn 1)'
    generated = client.generate("qwen2.5vl:7b", "What is it?", images=[png(2, 2)])
    assert "2 by 2 pixels" in (generated.response or "")


def test_length_and_stop_words_end_a_reply(client: ollama.Client) -> None:
    cut = client.generate("qwen3:8b", "Hello there", think=False, options={"num_predict": 2})
    assert (cut.response, cut.done_reason) == ("You asked", "length")
    stopped = client.generate("qwen3:8b", "Hello there", think=False, options={"stop": ["there"]})
    assert (stopped.response, stopped.done_reason) == ('You asked "Hello ', "stop")


def test_embeddings_bring_related_texts_together(client: ollama.Client) -> None:
    near, far, question = client.embed(
        "nomic-embed-text",
        ["Balance the centrifuge rotor", "Gels are cast from agarose", "Which rotor for the centrifuge?"],
    ).embeddings

    def likeness(a: Any, b: Any) -> float:
        return math.fsum(x * y for x, y in zip(a, b, strict=True))

    assert len(near) == 768
    assert math.isclose(likeness(near, near), 1)
    assert likeness(near, question) > likeness(far, question)
    legacy = client.embeddings("nomic-embed-text", "Balance the centrifuge rotor").embedding
    assert list(legacy) == [8 * value for value in near]
    assert client.embed("nomic-embed-text", "").embeddings == []
    assert len(client.embed("nomic-embed-text", "short", dimensions=64).embeddings[0]) == 64


def test_models_are_listed_shown_pulled_and_loaded() -> None:
    with SimulatedOllama(installed=["qwen3:8b"]) as server, ollama.Client(host=server.url) as client:
        assert [(m.model, m.details and m.details.family) for m in client.list().models] == [("qwen3:8b", "qwen3")]
        with pytest.raises(ollama.ResponseError) as error:
            client.chat("llama3.2", [user("Hi")])
        assert (error.value.status_code, error.value.error) == (404, "model 'llama3.2' not found")
        assert [part.status for part in client.pull("llama3.2", stream=True)][-1] == "success"
        assert client.show("llama3.2").capabilities == ["completion", "tools"]
        assert client.ps().models == []
        assert client.generate("llama3.2", keep_alive=-1).done_reason == "load"
        assert [m.model for m in client.ps().models] == ["llama3.2:latest"]
        assert client.chat("llama3.2", keep_alive=0).done_reason == "unload"
        assert client.ps().models == []
        with pytest.raises(ollama.ResponseError, match="file does not exist"):
            client.pull("no-such-model")


def test_requests_are_kept() -> None:
    with SimulatedOllama() as server, ollama.Client(host=server.url) as client:
        client.generate("qwen3:8b", "Hi", keep_alive="10m")
        assert server.bodies("/api/generate") == [
            {"model": "qwen3:8b", "prompt": "Hi", "stream": False, "keep_alive": "10m"}
        ]


# --- over bare HTTP ---


def test_raw_requests_stream_unless_told_not_to(http: httpx.Client) -> None:
    body = {"model": "qwen3:8b", "messages": [user("Hi")], "think": False}
    streamed = http.post("/api/chat", json=body)
    assert streamed.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line)["done"] for line in streamed.text.splitlines()] == [False] * 5 + [True]
    whole = http.post("/api/chat", json=body | {"stream": False})
    assert whole.headers["content-type"] == "application/json; charset=utf-8"
    assert whole.json()["message"] == {"role": "assistant", "content": 'You asked "Hi". (turn 1)'}


def test_liveness_and_version(http: httpx.Client) -> None:
    assert http.get("/").text == "Ollama is running"
    assert http.head("/").status_code == 200
    assert http.head("/api/tags").status_code == 200
    assert set(http.get("/api/version").json()) == {"version"}


def test_unknown_paths_and_methods(http: httpx.Client) -> None:
    assert (http.get("/api/chats").status_code, http.get("/api/chats").text) == (404, "404 page not found")
    assert http.get("/api/chat").status_code == 405
    assert http.post("/api/tags").status_code == 405


CHAT = {"model": "qwen3:8b", "messages": [user("Hi")], "stream": False}


@pytest.mark.parametrize(
    ("path", "body", "status", "message"),
    [
        ("/api/chat", {"messages": []}, 400, "model is required"),
        ("/api/chat", CHAT | {"model": "x"}, 404, "model 'x' not found"),
        ("/api/generate", {"model": "x", "prompt": "Hi"}, 404, "model 'x' not found"),
        ("/api/embed", {"model": "x", "input": "Hi"}, 404, "model 'x' not found"),
        (
            "/api/chat",
            CHAT | {"messages": "Hi"},
            400,
            "json: cannot unmarshal string into Go struct field ChatRequest.messages of type []api.Message",
        ),
        (
            "/api/chat",
            CHAT | {"messages": [user([{"type": "text", "text": "Hi"}])]},  # type: ignore[arg-type]  # OpenAI's shape
            400,
            "json: cannot unmarshal array into Go struct field ChatRequest.messages.content of type string",
        ),
        (
            "/api/chat",
            CHAT
            | {"messages": [{"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": "{}"}}]}]},
            400,
            "json: cannot unmarshal string into Go struct field ChatRequest.messages.tool_calls.function.arguments",
        ),
        (
            "/api/chat",
            CHAT | {"stream": "no"},
            400,
            "json: cannot unmarshal string into Go struct field ChatRequest.stream of type bool",
        ),
        ("/api/chat", CHAT | {"messages": [user("Hi", images=["data:image/png;base64,AA=="])]}, 400, "illegal base64"),
        ("/api/chat", CHAT | {"think": "hard"}, 400, 'invalid think value: "hard"'),
        ("/api/chat", CHAT | {"keep_alive": "10"}, 400, 'time: missing unit in duration "10"'),
        ("/api/chat", CHAT | {"format": "xml"}, 500, r'invalid format: "\"xml\""'),
        ("/api/chat", CHAT | {"options": {"num_ctx": "8k"}}, 500, 'option "num_ctx" must be of type integer'),
        ("/api/chat", CHAT | {"options": {"stop": "x"}}, 500, 'option "stop" must be of type array'),
        ("/api/chat", CHAT | {"model": "nomic-embed-text"}, 400, '"nomic-embed-text" does not support chat'),
        ("/api/chat", CHAT | {"model": "qwen2.5vl:7b", "tools": [CONVERT]}, 400, "does not support tools"),
        ("/api/embed", {"model": "nomic-embed-text", "input": [1, 2]}, 400, "invalid input type"),
        ("/api/embed", {"model": "qwen3:8b", "input": "Hi"}, 501, "does not support embeddings"),
        ("/api/generate", None, 400, "missing request body"),
    ],
)
def test_what_the_real_server_refuses(http: httpx.Client, path: str, body: Any, status: int, message: str) -> None:
    response = http.post(path, content=b"" if body is None else json.dumps(body).encode())
    assert response.status_code == status
    assert message in response.json()["error"]


def test_what_the_real_server_ignores(http: httpx.Client) -> None:
    plain = http.post("/api/chat", json=CHAT).json()
    extras = CHAT | {"temperature": 0, "max_tokens": 1, "options": {"tempreature": 0}, "format": None}
    assert http.post("/api/chat", json=extras).json() == plain


def test_a_body_needs_no_content_type(http: httpx.Client) -> None:
    body = {"model": "qwen2.5vl:7b", "prompt": "Hi", "stream": False, "images": [base64.b64encode(png(1, 1)).decode()]}
    response = http.post("/api/generate", content=json.dumps(body).encode(), headers={"Content-Type": "text/plain"})
    assert response.json()["response"] == 'You asked "Hi". I see a picture of 1 by 1 pixels. (turn 1)'
