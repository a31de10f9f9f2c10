"""The Nuxt module `nuxt-ollama` and its `useOllama`.

Becomes a server route that uses the npm package `openai`; the module's options become runtime configuration.

https://github.com/openai/openai-node
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="nuxt_ollama_js",
    summary="Nuxt: the module nuxt-ollama",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=("nuxt-ollama",),
        symbols=("useOllama",),
        distributions=("nuxt-ollama",),
    ),
    documentation="https://github.com/openai/openai-node",
)
