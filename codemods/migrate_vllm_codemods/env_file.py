"""`.env` and its samples, commented lines included.

`OLLAMA_HOST` and its like become `VLLM_BASE_URL` with `/v1` at the end. A file that the vLLM server reads as
well must not hold `VLLM_API_KEY` by accident: it turns authentication on.

https://docs.vllm.ai/en/stable/configuration/env_vars/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="env_file",
    summary=".env files: addresses, models, keys",
    languages=("env",),
    signs=Signs(
        kinds=(
            "env-definition",
            "env-read",
            "base-url",
            "port",
            "endpoint",
            "model-tag",
            "model-prefix",
            "provider-id",
            "config-value",
            "config-key",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/configuration/env_vars/",
)
