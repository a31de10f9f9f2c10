"""Haystack's Ollama components.

Become `OpenAIChatGenerator`, `OpenAITextEmbedder` and `OpenAIDocumentEmbedder`: `url` is `api_base_url` and
ends in `/v1`, the keys of `generation_kwargs` take OpenAI's names, and `api_key` is a `Secret`.

https://docs.vllm.ai/en/stable/deployment/frameworks/haystack/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="haystack_python",
    summary="Haystack: OllamaChatGenerator, OllamaGenerator and the embedders",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "haystack_integrations.components.generators.ollama",
            "haystack_integrations.components.embedders.ollama",
        ),
        symbols=("OllamaChatGenerator", "OllamaGenerator", "OllamaTextEmbedder", "OllamaDocumentEmbedder"),
        distributions=("ollama-haystack",),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/frameworks/haystack/",
)
