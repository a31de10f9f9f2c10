"""Chroma's embedding function for Ollama.

Becomes `OpenAIEmbeddingFunction` with `api_base`. A collection stores the name of its function, and the new
vectors differ: existing collections are made anew.

https://docs.trychroma.com/integrations/embedding-models/openai
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="chroma_python",
    summary="Chroma for Python: OllamaEmbeddingFunction",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "chromadb.utils.embedding_functions.ollama_embedding_function",
            "chromadb.utils.embedding_functions.OllamaEmbeddingFunction",
        ),
        symbols=("OllamaEmbeddingFunction",),
    ),
    documentation="https://docs.trychroma.com/integrations/embedding-models/openai",
)
