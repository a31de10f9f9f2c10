"""`child_process` calls and other strings that run `ollama`, install it or start its container.

A server is started outside of the program: readiness is `GET /health`, the models are `GET /v1/models`, and
there is no `pull`.

https://docs.vllm.ai/en/stable/cli/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="subprocess_js",
    summary="Command lines of Ollama that JavaScript runs",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        kinds=("cli-command", "install", "docker-run", "service-unit"),
    ),
    documentation="https://docs.vllm.ai/en/stable/cli/",
)
