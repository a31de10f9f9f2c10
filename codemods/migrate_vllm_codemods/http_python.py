"""Requests to `/api/...` with requests, httpx, aiohttp, urllib or http.client, and the addresses they go to.

Become requests to `/v1/...`: the body is flattened, the response is read from `choices`, and a stream is read
as server-sent events instead of one JSON object a line.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="http_python",
    summary="HTTP calls from Python to Ollama's own endpoints",
    languages=("python", "notebook"),
    signs=Signs(
        kinds=("endpoint", "base-url", "port", "csp"),
    ),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
