"""YAML, JSON, TOML, INI and XML that configure a program: addresses, models, providers, environment.

Addresses get vLLM's port and `/v1`; models follow the catalogue. What the reading program accepts for an
OpenAI-compatible server is a person's decision.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="config_files",
    summary="Configuration files: addresses, models, provider names",
    languages=("yaml", "json", "toml", "ini", "xml", "template", "sql", "graphql"),
    signs=Signs(
        kinds=(
            "config-value",
            "config-key",
            "env-definition",
            "env-read",
            "base-url",
            "port",
            "endpoint",
            "model-tag",
            "model-prefix",
            "provider-id",
            "csp",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
