"""The npm package `ollama`: the default instance, `Ollama`, and the browser build.

Becomes an `OpenAI` client of the npm package `openai`; `chat` and `generate` become `chat.completions.create`,
`embed` and `embeddings` become `embeddings.create`, `list` becomes `models.list`. The SDK has no `extra_body`:
vLLM's own parameters stand beside the others. In a browser it needs `dangerouslyAllowBrowser` and a server with
`--allowed-origins`.

https://github.com/openai/openai-node
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="ollama_js",
    summary="The ollama package for JavaScript: calls go to the OpenAI SDK",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=("ollama", "npm:ollama", "ollama/browser"),
        distributions=("ollama",),
        kinds=("client", "sdk-call", "sdk-admin", "sdk-type", "test-mock"),
    ),
    documentation="https://github.com/openai/openai-node",
)
