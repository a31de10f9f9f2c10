"""The hex package `ollama` and the Ollama chat model of Elixir's LangChain.

The counterpart is `openai_ex` with `base_url`, or `ChatOpenAI` with an endpoint.

https://hexdocs.pm/openai_ex
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="elixir",
    summary="Elixir: ollama, LangChain; found, never changed",
    languages=("elixir",),
    signs=Signs(
        modules=("Ollama", "LangChain.ChatModels.ChatOllamaAI"),
        symbols=("ChatOllamaAI",),
        distributions=("ollama",),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://hexdocs.pm/openai_ex",
)
