"""Ruby gems for Ollama and the Ollama class of Langchain.rb.

The counterpart is `ruby-openai` or `openai` with `uri_base`/`base_url`.

https://github.com/openai/openai-ruby
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="ruby",
    summary="Ruby: ollama-ai, ollama-ruby, Langchain.rb; found, never changed",
    languages=("ruby",),
    signs=Signs(
        modules=("ollama-ai", "ollama", "Langchain::LLM::Ollama"),
        distributions=("ollama-ai", "ollama-ruby"),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://github.com/openai/openai-ruby",
)
