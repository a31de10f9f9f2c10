"""Agno's Ollama models and embedder, also under the older name phidata.

Become `OpenAILike` and its embedder, or `agno.models.vllm.VLLM`, whose defaults (a presence penalty of 1.5)
change what the model says.

https://docs.agno.com/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="agno_python",
    summary="Agno (phidata): Ollama, OllamaTools, OllamaEmbedder",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "agno.models.ollama",
            "agno.embedder.ollama",
            "agno.knowledge.embedder.ollama",
            "agno.reasoning.ollama",
            "phi.llm.ollama",
            "phi.model.ollama",
            "phi.embedder.ollama",
        ),
        symbols=("OllamaResponses",),
    ),
    documentation="https://docs.agno.com/",
)
