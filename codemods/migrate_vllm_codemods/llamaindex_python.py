"""LlamaIndex's Ollama classes, from the integration packages and from the layout before 0.10.

Become `OpenAILike` with `is_chat_model=True` (its default would skip the chat template) and
`OpenAILikeEmbedding`; `base_url` is `api_base` and ends in `/v1`, `request_timeout` is `timeout`. The classes
of `llama_index.llms.vllm` are no counterpart: they run the engine in the process.

https://docs.llamaindex.ai/en/stable/api_reference/llms/openai_like/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="llamaindex_python",
    summary="LlamaIndex for Python: Ollama, OllamaEmbedding",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "llama_index.llms.ollama",
            "llama_index.llms.Ollama",
            "llama_index.embeddings.ollama",
            "llama_index.embeddings.OllamaEmbedding",
            "llama_index.multi_modal_llms.ollama",
            "llama_index.legacy.llms.ollama",
            "llama_index.legacy.embeddings.ollama_embedding",
            "llama_index.legacy.multi_modal_llms.ollama",
            "llama_index.packs.ollama_query_engine",
        ),
        symbols=("OllamaEmbedding", "OllamaMultiModal", "OllamaQueryEnginePack"),
        distributions=(
            "llama-index-llms-ollama",
            "llama-index-embeddings-ollama",
            "llama-index-multi-modal-llms-ollama",
            "llama-index-packs-ollama-query-engine",
        ),
    ),
    documentation="https://docs.llamaindex.ai/en/stable/api_reference/llms/openai_like/",
)
