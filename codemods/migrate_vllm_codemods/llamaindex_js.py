"""LlamaIndex.TS's Ollama classes.

Become `OpenAI` and `OpenAIEmbedding` of `@llamaindex/openai` with a `baseURL` that ends in `/v1`.

https://developers.llamaindex.ai/typescript/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="llamaindex_js",
    summary="LlamaIndex.TS: Ollama, OllamaEmbedding",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=("@llamaindex/ollama", "llamaindex/llm/ollama", "llamaindex/embeddings/OllamaEmbedding", "llamaindex.Ollama", "llamaindex.OllamaParams"),
        symbols=("OllamaEmbedding", "OllamaAgent"),
        distributions=("@llamaindex/ollama",),
    ),
    documentation="https://developers.llamaindex.ai/typescript/",
)
