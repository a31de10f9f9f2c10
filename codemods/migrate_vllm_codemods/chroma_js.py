"""Chroma's embedding function for Ollama.

Becomes the one for OpenAI, with a base URL; existing collections are made anew, because the new vectors differ.

https://docs.trychroma.com/integrations/embedding-models/openai
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="chroma_js",
    summary="Chroma for JavaScript: OllamaEmbeddingFunction",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=("@chroma-core/ollama",),
        symbols=("OllamaEmbeddingFunction",),
        distributions=("@chroma-core/ollama",),
    ),
    documentation="https://docs.trychroma.com/integrations/embedding-models/openai",
)
