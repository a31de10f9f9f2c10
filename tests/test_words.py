"""Where a text says Ollama, and where it only seems to."""

import re

import pytest

from migrate_vllm.words import hits, other_word, own_name_pattern


def found(text: str) -> list[tuple[str, str]]:
    data = text.encode()
    return [(data[hit.start : hit.end].decode(), hit.needle) for hit in hits(data)]


def kept(text: str) -> list[str]:
    """The `keep` kind of each hit; empty for Ollama itself."""
    return [other_word(text, m.start(), m.end()) for m in re.finditer("ollama|11434", text, re.I)]


def test_names_and_the_port_are_found_in_any_case_and_other_needles_only_beside_them():
    assert found('Ollama = "http://x:11434/api/tags" # OLLAMA') == [
        ("Ollama", "ollama"),
        ("11434", "11434"),
        ("/api/tags", "endpoint"),
        ("OLLAMA", "ollama"),
    ]
    assert found('fetch("/api/tags")') == []
    assert found('model = "mistral"') == []
    assert found('model = "mistral"  # ollama') == [("mistral", "model"), ("ollama", "ollama")]


def test_a_strict_model_tag_is_found_without_the_name():
    assert found('model="llama3.1:8b"') == [("llama3.1:8b", "model")]


def test_a_model_inside_another_hit_is_not_told_twice():
    assert found("ollama/llama3.1:8b") == [("ollama", "ollama")]


@pytest.mark.parametrize("text", ["scrollama", "npm:vue-scrollama", "import scrollama from 'scrollama'", "collama", "Scrollama", r"\nscrollama"])
def test_other_words(text: str):
    assert set(kept(text)) == {"other-word"}


@pytest.mark.parametrize(
    "text",
    ["ollama", "OLLAMA_HOST", "ChatOllama", "useOllama", "langchain_ollama", "runollama.sh", "chatollama", "MYOLLAMA", "isOllama", "_ollama2", "dockerollama", r"\nollama", r"a\tollama", r"C:\tempollama.pem"],
)
def test_compounds_with_the_name(text: str):
    assert kept(text) == [""]


@pytest.mark.parametrize("text", ["0.11434", "x11434", "114345", "911434", "11434ms", "11434.5", "v1.11434"])
def test_digits_that_are_no_port(text: str):
    assert kept(text) == ["number"]


@pytest.mark.parametrize("text", [":11434", "11434:11434", "PORT=11434", "OLLAMA_PORT_11434_TCP", "[11434]", r"\n11434", "localhost:11434/api", "11434."])
def test_digits_that_may_be_the_port(text: str):
    assert set(kept(text)) == {""} or kept(text) == ["", ""]


def test_hashes_and_encoded_data():
    assert kept("sha256:9f2c11434ab7de00112233445566778899aabbccddeeff0011223344") == ["hash"]
    assert kept("AbC9ollama0123456789AbCdEfGhIjKlMnOpQrStUvWxYz+/12==") == ["hash"]
    assert kept("my-long-service-name-of-the-ollama-deployment-in-production") == [""]


def own(name: str, text: str) -> list[str]:
    pattern = own_name_pattern([name])
    return [match.group() for match in pattern.finditer(text)] if pattern else []


def test_a_projects_own_name_in_all_its_spellings():
    text = "chat-ollama chat_ollama ChatOllama chatollama CHAT_OLLAMA @org/chat-ollama Chat Ollama"
    assert own("chat-ollama", text) == ["chat-ollama", "chat_ollama", "ChatOllama", "chatollama", "CHAT_OLLAMA", "chat-ollama", "Chat Ollama"]
    assert own("@org/chatollama", text) == own("chat-ollama", text)


def test_a_projects_own_name_is_the_whole_of_it():
    assert own("chat-ollama", "ollama chat, chat with ollama, ollama_chat, langchat-ollama, chat.ollama") == []
    assert own("ollama-rag", "ollama_rag_db ollama-ragtime") == ["ollama_rag"]


def test_a_project_called_ollama_has_no_name_of_its_own():
    assert own_name_pattern(["ollama", "@org/ollama", "vllm"]) is None
