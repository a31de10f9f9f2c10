"""Proxies and rewrite rules in front of Ollama.

The same rule to vLLM's port with the prefix `/v1`; buffering stays off for streams. The host header trick that
Ollama needs is not needed.

https://docs.vllm.ai/en/stable/deployment/nginx/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="reverse_proxy",
    summary="nginx, Caddy, Traefik: rules that lead to Ollama",
    languages=("nginx", "caddy", "ini", "yaml", "toml", "json"),
    signs=Signs(
        kinds=("proxy",),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/nginx/",
)
