"""Spring AI, LangChain4j (also on Quarkus) and Ollama4j.

The counterpart is each framework's OpenAI module with a base URL: `spring.ai.openai.base-url`,
`OpenAiChatModel.builder().baseUrl(...)`.

https://docs.spring.io/spring-ai/reference/api/chat/openai-chat.html
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="java",
    summary="Java and Kotlin: Spring AI, LangChain4j, Ollama4j; found, never changed",
    languages=("java", "kotlin", "scala", "gradle"),
    signs=Signs(
        modules=(
            "org.springframework.ai.ollama",
            "org.springframework.ai.model.ollama",
            "org.springframework.ai.autoconfigure.ollama",
            "dev.langchain4j.model.ollama",
            "dev.langchain4j.ollama",
            "io.github.ollama4j",
            "io.github.amithkoujalgi.ollama4j",
            "io.quarkiverse.langchain4j.ollama",
            "org.testcontainers.ollama",
        ),
        symbols=(
            "OllamaApi",
            "OllamaAPI",
            "OllamaChatModel",
            "OllamaStreamingChatModel",
            "OllamaEmbeddingModel",
            "OllamaLanguageModel",
            "OllamaOptions",
            "OllamaChatOptions",
            "OllamaEmbeddingOptions",
            "OllamaContainer",
        ),
        distributions=(
            "org.springframework.ai:spring-ai-starter-model-ollama",
            "org.springframework.ai:spring-ai-ollama",
            "org.springframework.ai:spring-ai-ollama-spring-boot-starter",
            "org.springframework.ai:spring-ai-autoconfigure-model-ollama",
            "dev.langchain4j:langchain4j-ollama",
            "dev.langchain4j:langchain4j-ollama-spring-boot-starter",
            "io.github.ollama4j:ollama4j",
            "io.github.amithkoujalgi:ollama4j",
            "io.quarkiverse.langchain4j:quarkus-langchain4j-ollama",
            "org.testcontainers:ollama",
            "org.testcontainers:testcontainers-ollama",
        ),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://docs.spring.io/spring-ai/reference/api/chat/openai-chat.html",
)
