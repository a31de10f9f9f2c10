"""Compose files: the Ollama service, its side jobs, and those that wait for it.

One vLLM service for each model, with the model and its flags as the command, a cache volume for Hugging Face,
port 8000 and a health check on `/health` that allows minutes for loading. Jobs that pull models go.

https://docs.vllm.ai/en/stable/deployment/docker/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="compose",
    summary="Docker Compose: services, images, ports, volumes, health checks",
    languages=("yaml",),
    signs=Signs(
        kinds=(
            "compose-service",
            "compose-image",
            "compose-port",
            "compose-volume",
            "compose-depends-on",
            "compose-healthcheck",
            "compose-command",
            "compose-network",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/docker/",
)
