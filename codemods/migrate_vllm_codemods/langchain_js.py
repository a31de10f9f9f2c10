"""LangChain.js's Ollama classes, from `@langchain/ollama` and the older homes in `@langchain/community` and
`langchain`.

Become `ChatOpenAI` and `OpenAIEmbeddings` of `@langchain/openai`: `baseUrl` is `configuration.baseURL` and ends
in `/v1`, `numPredict` is `maxTokens`, vLLM's own parameters go to `modelKwargs`.

https://docs.langchain.com/oss/javascript/integrations/chat/openai
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="langchain_js",
    summary="LangChain.js: ChatOllama, Ollama, OllamaEmbeddings",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=(
            "@langchain/ollama",
            "@langchain/community/chat_models/ollama",
            "@langchain/community/llms/ollama",
            "@langchain/community/embeddings/ollama",
            "@langchain/community/experimental/chat_models/ollama_functions",
            "langchain/chat_models/ollama",
            "langchain/llms/ollama",
            "langchain/embeddings/ollama",
            "langchain/experimental/chat_models/ollama_functions",
        ),
        symbols=("ChatOllama", "OllamaEmbeddings", "OllamaFunctions", "ChatOllamaInput", "OllamaInput"),
        distributions=("@langchain/ollama",),
    ),
    documentation="https://docs.langchain.com/oss/javascript/integrations/chat/openai",
)
