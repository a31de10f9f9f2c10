"""Agent frameworks with an Ollama class of their own.

Each has a class for OpenAI-compatible servers that takes its place.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="agents_python",
    summary="Other agent frameworks for Python: Agent Framework, Strands, Genkit, CAMEL, browser-use",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "agent_framework.ollama",
            "agent_framework_ollama",
            "strands.models.ollama",
            "genkit.plugins.ollama",
            "genkit_ollama",
            "camel.models.ollama_model",
            "browser_use.llm.ollama",
        ),
        symbols=("OllamaChatClient", "OllamaEmbeddingClient"),
        distributions=("agent-framework-ollama", "genkit-plugin-ollama", "genkit-ollama"),
    ),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
