"""Terraform, Nix modules (`services.ollama`), Tiltfiles and Bazel files.

The counterpart depends on the provider and the modules in use: a person decides.

https://docs.vllm.ai/en/stable/deployment/docker/
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="infrastructure",
    summary="Terraform, Nix, Starlark: found, never changed",
    languages=("terraform", "nix", "starlark"),
    signs=Signs(
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group in ("code", "config", "deployment")),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/docker/",
)
