"""LangChain's Ollama classes, from `langchain_ollama` and from the older homes in `langchain_community` and
`langchain`.

Become `ChatOpenAI` and `OpenAIEmbeddings` of `langchain_openai`: `base_url` ends in `/v1`, `num_predict` is
`max_tokens`, vLLM's own parameters go to `extra_body`. `OpenAIEmbeddings` needs
`check_embedding_ctx_length=False`: without it the class sends token ids of another tokenizer, and the vectors
are wrong without any error. `OllamaLLM` is a person's decision, because Ollama applies the chat template to a
bare prompt and `/v1/completions` doesn't.

https://docs.langchain.com/oss/python/integrations/chat/vllm
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="langchain_python",
    summary="LangChain for Python: ChatOllama, OllamaLLM, OllamaEmbeddings",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "langchain_ollama",
            "langchain_community.chat_models.ollama",
            "langchain_community.chat_models.ChatOllama",
            "langchain_community.llms.ollama",
            "langchain_community.llms.Ollama",
            "langchain_community.embeddings.ollama",
            "langchain_community.embeddings.OllamaEmbeddings",
            "langchain.chat_models.ollama",
            "langchain.chat_models.ChatOllama",
            "langchain.llms.ollama",
            "langchain.llms.Ollama",
            "langchain.embeddings.ollama",
            "langchain.embeddings.OllamaEmbeddings",
            "langchain_experimental.llms.ollama_functions",
        ),
        symbols=("ChatOllama", "OllamaLLM", "OllamaEmbeddings", "OllamaFunctions"),
        distributions=("langchain-ollama",),
    ),
    documentation="https://docs.langchain.com/oss/python/integrations/chat/vllm",
)
