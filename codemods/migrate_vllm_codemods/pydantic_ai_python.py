"""Pydantic AI's Ollama provider and model, and model strings `ollama:NAME`.

Become `VLLMProvider` with `OpenAIChatModel` and `vllm:NAME`; releases without `VLLMProvider` take
`OpenAIProvider`.

https://ai.pydantic.dev/models/openai/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="pydantic_ai_python",
    summary="Pydantic AI: OllamaProvider, OllamaModel",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("pydantic_ai.providers.ollama", "pydantic_ai.models.ollama"),
        symbols=("OllamaProvider",),
    ),
    documentation="https://ai.pydantic.dev/models/openai/",
)
