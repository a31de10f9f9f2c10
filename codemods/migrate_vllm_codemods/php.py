"""PHP clients for Ollama and the providers of PHP frameworks.

The counterpart is `openai-php/client` with `withBaseUri`, or the framework's provider for OpenAI-compatible
servers.

https://github.com/openai-php/client
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="php",
    summary="PHP: ollama-laravel, ollama-php, LLPhant, Symfony AI, Neuron; found, never changed",
    languages=("php",),
    signs=Signs(
        modules=(
            "Cloudstudio\\Ollama",
            "ArdaGnsrn\\Ollama",
            "LLPhant\\Chat\\OllamaChat",
            "LLPhant\\OllamaConfig",
            "LLPhant\\Embeddings\\EmbeddingGenerator\\Ollama",
            "Symfony\\AI\\Platform\\Bridge\\Ollama",
            "NeuronAI\\Providers\\Ollama",
            "Prism\\Prism\\Providers\\Ollama",
        ),
        symbols=("OllamaEmbeddingGenerator",),
        distributions=("cloudstudio/ollama-laravel", "ardagnsrn/ollama-php", "symfony/ai-ollama-platform"),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://github.com/openai-php/client",
)
