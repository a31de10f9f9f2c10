"""What the official clients (`ollama` on PyPI and npm) offer, by what becomes of it. Names of both languages together."""

from __future__ import annotations

CLIENT_CLASSES = frozenset({"Client", "AsyncClient", "Ollama"})
CALL_METHODS = frozenset({"chat", "generate", "embed", "embeddings", "list"})
"""have a counterpart in the OpenAI SDK"""
ADMIN_METHODS = frozenset(
    {
        "pull", "push", "create", "create_blob", "delete", "copy", "show", "ps", "web_search", "web_fetch", "systemone",
        "webSearch", "webFetch", "encodeImage", "fileExists", "abort", "version",
    }
)  # fmt: skip
"""have none: a vLLM server serves what it was started with"""
