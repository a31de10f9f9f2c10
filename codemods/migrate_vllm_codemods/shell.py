"""Scripts that run `ollama`, wait for it, call it with curl, or install it.

`vllm serve` with the model at start, `/health` for readiness (minutes, not seconds), and `Content-Type:
application/json` with every body: vLLM refuses it without.

https://docs.vllm.ai/en/stable/cli/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="shell",
    summary="Shell scripts, Makefiles, justfiles, PowerShell: commands and requests",
    languages=("shell", "make", "just", "powershell", "batch"),
    signs=Signs(
        kinds=(
            "cli-command",
            "install",
            "docker-run",
            "service-unit",
            "endpoint",
            "base-url",
            "port",
            "env-definition",
            "env-read",
            "model-tag",
            "model-prefix",
            "provider-id",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/cli/",
)
