"""CrewAI's `LLM(model="ollama/NAME")` and the embedder provider `ollama`.

Become `LLM(model="hosted_vllm/NAME", base_url=".../v1")` and the provider `openai`. CrewAI adds `/v1` to an
Ollama address by itself and doesn't for vLLM.

https://docs.crewai.com/en/concepts/llms
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="crewai_python",
    summary="CrewAI: its Ollama models and embedders",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("crewai.rag.embeddings.providers.ollama",),
    ),
    documentation="https://docs.crewai.com/en/concepts/llms",
)
