"""Genkit's Ollama plug-in.

Becomes the plug-in for OpenAI-compatible servers, `@genkit-ai/compat-oai`.

https://genkit.dev/docs/integrations/openai-compatible/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="genkit_js",
    summary="Genkit: the plug-in genkitx-ollama",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=("genkitx-ollama",),
        distributions=("genkitx-ollama",),
    ),
    documentation="https://genkit.dev/docs/integrations/openai-compatible/",
)
