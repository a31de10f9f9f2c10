"""The Swift packages OllamaKit and ollama-swift.

The counterpart is a package for OpenAI's API with a host of its own, such as MacPaw's OpenAI.

https://github.com/MacPaw/OpenAI
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="swift",
    summary="Swift: OllamaKit, ollama-swift; found, never changed",
    languages=("swift",),
    signs=Signs(
        modules=("OllamaKit", "Ollama"),
        symbols=("OllamaKit",),
        distributions=(
            "github.com/kevinhermawan/OllamaKit",
            "github.com/mattt/ollama-swift",
            "github.com/loopwork-ai/ollama-swift",
        ),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://github.com/MacPaw/OpenAI",
)
