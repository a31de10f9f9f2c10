"""`process.env` and `import.meta.env`, model tags and provider names.

`OLLAMA_HOST` and its like become `VLLM_BASE_URL`, `OLLAMA_MODEL` becomes `VLLM_MODEL`; a prefix that a bundler
wants (`VITE_`, `NEXT_PUBLIC_`) stays. A provider's name is a person's decision.

https://docs.vllm.ai/en/stable/configuration/env_vars/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="settings_js",
    summary="Settings in JavaScript: environment variables, models, provider names",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        kinds=(
            "env-read",
            "env-definition",
            "provider-id",
            "model-prefix",
            "model-tag",
            "config-value",
            "config-key",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/configuration/env_vars/",
)
