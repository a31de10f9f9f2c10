"""Runs the example application `fixtures/apps/lab_assistant`, as it is or as a rewrite left it, and asks it everything it can do.

Starts processes and opens ports on the loopback interface.
"""

import contextlib
import json
import os
import re
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx

APP = Path(__file__).parents[1] / "fixtures" / "apps" / "lab_assistant"

PROTOCOL = "Dissolve 2 g of agarose in 100 mL of buffer, heat for 3 minutes and cast the gel."


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without what a developer's shell or the outer pytest would tell the application."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OLLAMA_", "VLLM_", "PYTEST_"))}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "NO_PROXY": "*", **settings}


def own_tests(backend: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=backend, env=environment({}), capture_output=True, text=True, timeout=120)


def running(backend: Path, settings: Mapping[str, str], log: Path) -> contextlib.AbstractContextManager[httpx.Client]:
    """The back end under uvicorn, told `settings` by its environment."""
    command = [sys.executable, "-m", "uvicorn", "app.main:app", "--host", "127.0.0.1", "--port", "0"]
    return _started(command, backend, settings, log)


def serving(frontend: Path, settings: Mapping[str, str], log: Path) -> contextlib.AbstractContextManager[httpx.Client]:
    """The front end under Vite's development server; its packages must be installed."""
    command = ["node", "node_modules/vite/bin/vite.js", "--host", "127.0.0.1", "--port", "0"]
    return _started(command, frontend, {"NO_COLOR": "1", **settings}, log)


@contextlib.contextmanager
def _started(command: list[str], folder: Path, settings: Mapping[str, str], log: Path) -> Iterator[httpx.Client]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment(settings), stdout=output, stderr=output)
    try:
        with httpx.Client(base_url=_address(process, log), timeout=30) as client:
            yield client
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Both servers choose a free port and print it."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:[1-9]\d*(?=/? *[\n(])", log.read_text()):
            return found[0]
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} did not start:\n{log.read_text()}")


def events(response: httpx.Response) -> list[dict[str, Any]]:
    """Server-sent events with their tokens joined, and without what a clock measured."""
    joined: list[dict[str, Any]] = []
    for line in response.text.split("\n\n"):
        if not line:
            continue
        event = json.loads(line.removeprefix("data: "))
        if joined and event["type"] in ("token", "thinking") and joined[-1]["type"] == event["type"]:
            joined[-1]["text"] += event["text"]
        else:
            joined.append(event)
    for event in joined:
        for measured in ("tokens_per_second", "total_seconds"):
            event.get("stats", {}).pop(measured, None)
    return joined


def everything(http: httpx.Client) -> dict[str, Any]:
    """What the application answers to one of each of its requests: before and after a move this must be the same."""

    def chat(text: str, **more: Any) -> list[dict[str, Any]]:
        return events(http.post("/api/chat", json={"messages": [{"role": "user", "content": text}]} | more))

    def ask(path: str, **body: Any) -> Any:
        return http.post(path, json=body).raise_for_status().json()

    question = [{"role": "user", "content": "Which buffer do I need?"}]
    history = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}, *question]
    answer = ask("/api/chat/answer", messages=history)
    image = {"image": ("gel.png", png(6, 4), "image/png")}
    return {
        "chat with documents": chat("How do I balance the centrifuge rotor?"),
        "chat without documents": chat("How do I balance it?", use_documents=False, temperature=0),
        "chat that thinks": chat("Why?", use_documents=False, think=True),
        "chat with a tool": chat("Convert 2.5 mL to uL", use_documents=False),
        "chat with a function": chat("How much agarose is in the inventory?", use_documents=False),
        "answer": {name: answer[name] for name in ("content", "completion_tokens")},
        "title": ask("/api/chat/title", messages=question)["message"]["content"],
        "summary": events(http.post("/api/ai/summarize", json={"text": PROTOCOL})),
        "record": ask("/api/ai/extract", text=PROTOCOL),
        "description": http.post("/api/ai/describe-image", files=image, data={"question": "What is it?"}).json(),
        "questions": ask("/api/ai/questions", text="gels"),
        "likeness": ask("/api/ai/compare", left="Cast the agarose gel", right="Pour the agarose gel"),
        "search": [hit["heading"] for hit in ask("/api/documents/search", query="halogenated solvents canister")],
        "default model": http.get("/api/models").json()["default"],
    }


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = zlib.compress((b"\x00" + b"\xff" * 3 * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
