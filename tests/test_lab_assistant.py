"""The example application works before anyone moves it: its own tests, its back end against a simulated Ollama, its front end's build."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from lab_assistant import APP, environment, events, everything, own_tests, running, serving
from simulated_ollama import SimulatedOllama

BACKEND = APP / "backend"
FRONTEND = APP / "frontend"

CHAT = "max_tokens 1024, repetition_penalty 1.1"

ANSWERS: dict[str, Any] = {
    "chat with documents": [
        {
            "type": "sources",
            "sources": [
                {"source": "centrifuge.md", "heading": "High-speed centrifuge: Balancing the rotor", "score": 0.498},
                {
                    "source": "centrifuge.md",
                    "heading": "High-speed centrifuge: Cleaning after a spill",
                    "score": 0.4978,
                },
                {"source": "centrifuge.md", "heading": "High-speed centrifuge: Booking", "score": 0.4628},
            ],
        },
        {
            "type": "token",
            "text": f'You asked "How do I balance the centrifuge rotor?". (system 223553, turn 1, {CHAT}, temperature 0.3)',
        },
        {"type": "done", "stats": {"done_reason": "stop", "prompt_tokens": 165, "completion_tokens": 19}},
    ],
    "chat without documents": [
        {
            "type": "token",
            "text": f'You asked "How do I balance it?". (system 8b1e6b, turn 1, {CHAT}, temperature 0)',
        },
        {"type": "done", "stats": {"done_reason": "stop", "prompt_tokens": 40, "completion_tokens": 17}},
    ],
    "chat that thinks": [
        {"type": "thinking", "text": "The user wrote 1 words. I answer in one line."},
        {"type": "token", "text": f'You asked "Why?". (system 8b1e6b, turn 1, {CHAT}, temperature 0.3)'},
        {"type": "done", "stats": {"done_reason": "stop", "prompt_tokens": 36, "completion_tokens": 23}},
    ],
    "chat with a tool": [
        {"type": "tool", "name": "convert_units", "result": "2500 uL"},
        {"type": "token", "text": f"The tools say: 2500 uL (system 8b1e6b, turn 1, {CHAT}, temperature 0.3)"},
        {"type": "done", "stats": {"done_reason": "stop", "prompt_tokens": 42, "completion_tokens": 15}},
    ],
    "chat with a function": [
        {"type": "tool", "name": "check_inventory", "result": "350 g of agarose in Shelf B2"},
        {
            "type": "token",
            "text": f"The tools say: 350 g of agarose in Shelf B2 (system 8b1e6b, turn 1, {CHAT}, temperature 0.3)",
        },
        {"type": "done", "stats": {"done_reason": "stop", "prompt_tokens": 49, "completion_tokens": 20}},
    ],
    "answer": {
        "content": f'You asked "Which buffer do I need?". (system 8b1e6b, turn 2, {CHAT}, seed 42, temperature 0.3)',
        "completion_tokens": 19,
    },
    "title": (
        'You asked "user: Which buffer do I need?". (system 64a651, turn 1, max_tokens 24, stop ["\\n"], temperature 0)'
    ),
    "summary": [
        {
            "type": "token",
            "text": (
                'You asked "Dissolve 2 g of agarose in 100 mL of buffer, heat for 3 minutes and cast the gel.".'
                " (system 7e672a, turn 1, max_tokens 256, temperature 0.2, top_p 0.9)"
            ),
        },
        {"type": "done"},
    ],
    "record": {
        "title": "title: Dissolve 2 g of agarose in",
        "duration_minutes": 2,
        "reagents": [{"name": "name: Dissolve 2 g of agarose in", "amount": 100.0, "unit": "g"}],
        "hazards": ["hazards: Dissolve 2 g of agarose in"],
    },
    "description": {
        "description": 'You asked "What is it?". I see a picture of 6 by 4 pixels. (turn 1, temperature 0.1)'
    },
    "questions": ["one", "two"],
    "likeness": {"similarity": 0.871},
    "search": ["Chemical waste: Halogenated solvents", "Chemical waste: Acids and bases"],
    "default model": "qwen3:8b",
}


@pytest.fixture(scope="module")
def server() -> Iterator[SimulatedOllama]:
    with SimulatedOllama() as simulated:
        yield simulated


@pytest.fixture(scope="module")
def http(server: SimulatedOllama, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    log = tmp_path_factory.mktemp("backend") / "log"
    with running(BACKEND, {"OLLAMA_BASE_URL": server.url}, log) as client:
        yield client


@pytest.fixture(scope="module")
def answers(http: httpx.Client) -> dict[str, Any]:
    return everything(http)


def test_its_own_tests_pass() -> None:
    result = own_tests(BACKEND)
    assert result.returncode == 0, result.stdout + result.stderr
    assert re.search(r"^\d+ passed in", result.stdout, re.MULTILINE), result.stdout


def test_it_answers_everything_it_is_asked(answers: dict[str, Any]) -> None:
    assert answers == ANSWERS


@pytest.mark.usefixtures("answers")
def test_it_asks_in_both_dialects(server: SimulatedOllama) -> None:
    used = {seen.path for seen in server.requests}
    assert used >= {"/api/chat", "/api/generate", "/api/embed", "/api/embeddings", "/api/tags"}
    chats = server.bodies("/api/chat")
    assert {body["stream"] for body in chats} == {True, False}
    assert any(body.get("tools") for body in chats)
    assert any(isinstance(body.get("format"), dict) for body in chats)
    assert any(message.get("images") for body in chats for message in body["messages"])
    assert any(body.get("options", {}).get("num_ctx") == 8192 for body in chats)


@pytest.mark.usefixtures("answers")
def test_it_shows_the_models_and_what_is_loaded(http: httpx.Client) -> None:
    assert [(m["name"], m["details"]["family"]) for m in http.get("/api/models").json()["models"]] == [
        ("deepseek-r1:8b", "qwen3"),
        ("qwen2.5vl:7b", "qwen25vl"),
        ("qwen3:8b", "qwen3"),
    ]
    assert set(http.get("/api/models/running").json()) == {"qwen3:8b", "nomic-embed-text:latest", "qwen2.5vl:7b"}
    health = http.get("/health").json()
    assert (health["status"], health["ollama"]["missing"]) == ("ok", [])


def test_it_pulls_a_model(tmp_path: Path) -> None:
    with (
        SimulatedOllama(installed=["qwen3:8b"]) as server,
        running(BACKEND, {"OLLAMA_BASE_URL": server.url}, tmp_path / "log") as http,
    ):
        chat = {"messages": [{"role": "user", "content": "Hi"}], "model": "llama3.2", "use_documents": False}
        explained = {"type": "error", "message": "Model llama3.2 is not installed. Run: ollama pull llama3.2"}
        assert http.get("/health").json()["ollama"]["missing"] == ["qwen2.5vl:7b", "nomic-embed-text"]
        assert events(http.post("/api/chat", json=chat)) == [explained]
        pulled = events(http.post("/api/models/pull", json={"name": "llama3.2"}))
        assert pulled[-1] == {"type": "progress", "status": "success", "percent": None}
        assert events(http.post("/api/chat", json=chat))[-1]["type"] == "done"


def test_it_says_so_when_there_is_no_server(tmp_path: Path) -> None:
    with running(BACKEND, {"OLLAMA_BASE_URL": "http://127.0.0.1:9"}, tmp_path / "log") as http:
        message = {"type": "error", "message": "Ollama is not reachable at http://127.0.0.1:9"}
        chat = {"messages": [{"role": "user", "content": "Hi"}]}
        assert events(http.post("/api/chat", json=chat)) == [message]
        assert http.post("/api/ai/extract", json={"text": "x"}).status_code == 503
        assert http.get("/health").json()["ollama"]["reachable"] is False


def test_its_models_can_be_warmed_up() -> None:
    command = [sys.executable, "scripts/warm_up.py"]
    with SimulatedOllama(installed=["qwen3:8b"]) as server:
        settings = environment({"OLLAMA_BASE_URL": server.url})
        result = subprocess.run(command, cwd=BACKEND, env=settings, capture_output=True, text=True, timeout=60)
        assert result.returncode == 0, result.stderr
        assert result.stdout.splitlines()[0] == "qwen3:8b: present"
        assert result.stdout.splitlines()[-1] == "qwen3:8b: loaded"
        assert "nomic-embed-text:latest" in server.state.installed


# --- the front end ---

without_npm = pytest.mark.skipif(
    shutil.which("npm") is None, reason="npm is not installed, so the front end can't be built"
)


@pytest.fixture(scope="module")
def front_end(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with its packages installed."""
    project = tmp_path_factory.mktemp("app") / "frontend"
    shutil.copytree(FRONTEND, project, ignore=shutil.ignore_patterns("node_modules", "dist"))
    npm(project, "ci")
    return project


def npm(project: Path, *arguments: str) -> None:
    result = subprocess.run(["npm", *arguments], cwd=project, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.slow
@without_npm
def test_its_front_end_type_checks_builds_and_passes_its_tests(front_end: Path) -> None:
    npm(front_end, "run", "build")
    npm(front_end, "test")
    assert (front_end / "dist" / "index.html").is_file()


@pytest.mark.slow
@without_npm
def test_its_playground_reaches_the_model_server_through_vite(front_end: Path, tmp_path: Path) -> None:
    body = {"model": "qwen3:8b", "messages": [{"role": "user", "content": "Hi"}], "stream": True}
    with (
        SimulatedOllama() as server,
        serving(front_end, {"VITE_OLLAMA_URL": server.url}, tmp_path / "log") as http,
    ):
        reply = http.post("/ollama/api/chat", json=body)
        assert reply.headers["content-type"] == "application/x-ndjson"
        assert json.loads(reply.text.splitlines()[-1])["done"] is True
        assert '<div id="app">' in http.get("/playground", headers={"Accept": "text/html"}).text
