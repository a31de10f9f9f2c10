"""Environment variables that are read or set, model tags and provider names, in settings classes and elsewhere.

`OLLAMA_HOST` and its like become `VLLM_BASE_URL`, `OLLAMA_MODEL` becomes `VLLM_MODEL`. A variable that
configured the server becomes a flag of `vllm serve`. A provider's name is a person's decision.

https://docs.vllm.ai/en/stable/configuration/env_vars/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="settings_python",
    summary="Settings in Python: environment variables, models, provider names",
    languages=("python", "notebook"),
    signs=Signs(
        kinds=("env-read", "env-definition", "provider-id", "model-tag", "config-value", "config-key"),
    ),
    documentation="https://docs.vllm.ai/en/stable/configuration/env_vars/",
)
