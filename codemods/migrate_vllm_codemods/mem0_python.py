"""Mem0's provider `ollama` for models and for embeddings.

Becomes the provider `vllm` with `vllm_base_url`, and for embeddings `openai` with `openai_base_url`.

https://docs.mem0.ai/components/llms/models/vllm
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="mem0_python",
    summary="Mem0: its Ollama models and embedders",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "mem0.llms.ollama",
            "mem0.embeddings.ollama",
            "mem0.configs.llms.ollama",
            "embedchain.llm.ollama",
            "embedchain.embedder.ollama",
        ),
    ),
    documentation="https://docs.mem0.ai/components/llms/models/vllm",
)
