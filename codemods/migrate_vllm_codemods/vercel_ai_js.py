"""The community providers for the AI SDK, also where Mastra uses them.

Become `createOpenAICompatible` of `@ai-sdk/openai-compatible`: a `baseURL` that ends in `/v1`, `chatModel` and
`embeddingModel`, `providerOptions` under the new provider's name.

https://ai-sdk.dev/providers/openai-compatible-providers
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="vercel_ai_js",
    summary="Vercel AI SDK: ollama-ai-provider, ollama-ai-provider-v2, ai-sdk-ollama",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=("ollama-ai-provider", "ollama-ai-provider-v2", "ai-sdk-ollama"),
        symbols=("createOllama", "OllamaProviderSettings"),
        distributions=("ollama-ai-provider", "ollama-ai-provider-v2", "ai-sdk-ollama"),
    ),
    documentation="https://ai-sdk.dev/providers/openai-compatible-providers",
)
