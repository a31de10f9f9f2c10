"""What a literal text says by itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.literal import pieces


def said(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, text[piece.start : piece.end]) for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://localhost:11434/api/chat", [("base-url", "http://localhost:11434"), ("endpoint", "/api/chat")]),
        ("http://localhost:11434/api", [("base-url", "http://localhost:11434/api")]),
        ("http://localhost:11434/v1", [("base-url", "http://localhost:11434/v1")]),
        ("http://localhost:11434/v1/chat/completions", [("base-url", "http://localhost:11434")]),
        ("http://user:pass@gpu:11434", [("base-url", "http://user:pass@gpu:11434")]),
        ("http://ollama-service.ns.svc.cluster.local", [("base-url", "http://ollama-service.ns.svc.cluster.local")]),
        ("https://ollama.example.org:8443/api/tags", [("base-url", "https://ollama.example.org:8443"), ("endpoint", "/api/tags")]),
        ("ollama:11434", [("base-url", "ollama:11434")]),
        ("${HOST:-localhost}:11434", [("base-url", "${HOST:-localhost}:11434")]),
        ("http://{host}:11434", [("base-url", "http://{host}:11434")]),
        ("11434:11434", [("port", "11434:11434")]),
        ("127.0.0.1:11434:11434/tcp", [("port", "127.0.0.1:11434:11434/tcp")]),
        ("${OLLAMA_PORT:-11434}:11434", [("port", "${OLLAMA_PORT:-11434}:11434")]),
        ("11434", [("port", "11434")]),
        ("ollama/ollama:0.5", [("image", "ollama/ollama:0.5")]),
        ("docker.io/ollama/ollama@sha256:ab12", [("image", "docker.io/ollama/ollama@sha256:ab12")]),
        ("ollama/llama3.1:8b", [("model-prefix", "ollama/llama3.1:8b")]),
        ("ollama_chat/qwen2.5", [("model-prefix", "ollama_chat/qwen2.5")]),
        ("ollama:llama3.2", [("model-prefix", "ollama:llama3.2")]),
        ("ollama", [("provider-id", "ollama")]),
        ("langchain-ollama", [("provider-id", "langchain-ollama")]),
        ("OLLAMA_BASE_URL", [("env-read", "OLLAMA_BASE_URL")]),
        ("llama3.1:8b", [("model-tag", "llama3.1:8b")]),
        ("run `ollama pull llama3:8b` first", [("cli-command", "ollama pull llama3:8b")]),
        ("docker exec -it ollama ollama run llama3", [("cli-command", "ollama run llama3")]),
        ("curl -fsSL https://ollama.com/install.sh | sh", [("install", "https://ollama.com/install.sh")]),
        ("brew install ollama", [("install", "brew install ollama")]),
        ("pip install ollama httpx", [("dependency", "pip install ollama httpx")]),
        ("https://ollama.com/library/llama3", [("string", "https://ollama.com/library/llama3")]),
        ("https://github.com/ollama/ollama-python", [("string", "https://github.com/ollama/ollama-python")]),
    ],
)  # fmt: skip
def test_pieces(text: str, expected: list[tuple[str, str]]):
    assert said(text) == expected


@pytest.mark.parametrize("text", ["Ollama is running", "", "localhost:8000", "an ollama serving tea", "mistral", "/api/chat"])
def test_nothing_by_itself(text: str):
    assert [kind for kind, _ in said(text) if kind != "endpoint"] == []


def test_a_path_to_a_file_is_no_image():
    assert "image" not in {kind for kind, _ in said("ollama/ollama.models.ts")}
    assert said("run ollama/ollama.") == [("image", "ollama/ollama")]


@given(st.text(alphabet="olamaOLAMA11434:/.{}$ -_\n'\"phtiach", max_size=200))
def test_pieces_come_in_order_and_do_not_overlap(text: str):
    found = pieces(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
