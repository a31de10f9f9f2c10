"""Requests to `/api/...` with fetch, axios, got, ky, undici or node's http, and the addresses they go to.

Become requests to `/v1/...`: the body is flattened, the response is read from `choices`, and a stream is read
as server-sent events. A page that is served from elsewhere needs `--allowed-origins` and another `connect-src`.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="http_js",
    summary="HTTP calls from JavaScript to Ollama's own endpoints",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        kinds=("endpoint", "base-url", "port", "csp"),
    ),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
