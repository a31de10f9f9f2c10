"""GitHub Actions, GitLab CI and others: set-up actions, service containers, `ollama serve &` and `ollama pull`.

Hosted runners have no GPU: a runner with one, the CPU image with a small model, or a stub of OpenAI's API. A
person decides.

https://docs.vllm.ai/en/stable/deployment/docker/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="github_actions",
    summary="CI: actions and steps that set Ollama up",
    languages=("yaml",),
    signs=Signs(
        kinds=("ci-action", "cli-command", "install", "docker-run"),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/docker/",
)
