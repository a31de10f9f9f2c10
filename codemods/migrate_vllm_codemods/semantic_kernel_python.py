"""Semantic Kernel's Ollama connectors and execution settings.

Become `OpenAIChatCompletion` and `OpenAITextEmbedding`, which are given an `AsyncOpenAI` client: they have no
`base_url`.

https://learn.microsoft.com/en-us/semantic-kernel/concepts/ai-services/chat-completion/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="semantic_kernel_python",
    summary="Semantic Kernel for Python: its Ollama connectors",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("semantic_kernel.connectors.ai.ollama",),
        symbols=(
            "OllamaChatCompletion",
            "OllamaTextCompletion",
            "OllamaTextEmbedding",
            "OllamaPromptExecutionSettings",
            "OllamaChatPromptExecutionSettings",
            "OllamaTextPromptExecutionSettings",
            "OllamaEmbeddingPromptExecutionSettings",
        ),
    ),
    documentation="https://learn.microsoft.com/en-us/semantic-kernel/concepts/ai-services/chat-completion/",
)
