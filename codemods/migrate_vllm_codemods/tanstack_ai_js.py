"""TanStack AI's Ollama adapter.

Becomes `@tanstack/ai-openai` with a base URL that ends in `/v1`.

https://tanstack.com/ai/latest
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="tanstack_ai_js",
    summary="TanStack AI: the adapter @tanstack/ai-ollama",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=("@tanstack/ai-ollama",),
        symbols=("createOllamaChat", "ollamaText", "OllamaTextAdapter"),
        distributions=("@tanstack/ai-ollama",),
    ),
    documentation="https://tanstack.com/ai/latest",
)
