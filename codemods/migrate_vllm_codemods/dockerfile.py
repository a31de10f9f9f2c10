"""Dockerfiles that build on Ollama's image, install it, bake models in or set its variables.

The base becomes `vllm/vllm-openai`, pinned; models are named at start instead of baked in.

https://docs.vllm.ai/en/stable/deployment/docker/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="dockerfile",
    summary="Dockerfiles: base images, installation, environment",
    languages=("dockerfile",),
    signs=Signs(
        kinds=(
            "docker-from",
            "docker-run",
            "install",
            "env-definition",
            "env-read",
            "base-url",
            "port",
            "endpoint",
            "cli-command",
            "model-tag",
            "model-prefix",
            "provider-id",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/docker/",
)
