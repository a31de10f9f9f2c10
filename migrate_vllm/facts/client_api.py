"""What the official clients (`ollama` on PyPI and npm) offer, by what becomes of it. Names of both languages together."""

from __future__ import annotations

from migrate_vllm.facts.endpoints import CALLS

CLIENT_CLASSES = frozenset({"Client", "AsyncClient", "Ollama"})
CALL_METHODS = frozenset({"chat", "generate", "embed", "embeddings", "list"})
"""have a counterpart in the OpenAI SDK"""
_WITHOUT_ENDPOINT = frozenset({"encodeImage", "fileExists", "abort", "version"})
ADMIN_METHODS = (frozenset(CALLS) | _WITHOUT_ENDPOINT) - CALL_METHODS
"""have none: a vLLM server serves what it was started with"""
