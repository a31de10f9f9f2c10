"""Units that run `ollama serve`, and overrides that set its variables.

A unit for each model that runs `vllm serve`, with its flags instead of `OLLAMA_*` and a long start timeout.

https://docs.vllm.ai/en/stable/cli/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="service_unit",
    summary="systemd, launchd and supervisor units",
    languages=("ini", "xml"),
    signs=Signs(
        kinds=("service-unit", "cli-command", "install"),
    ),
    documentation="https://docs.vllm.ai/en/stable/cli/",
)
