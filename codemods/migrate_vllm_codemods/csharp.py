"""OllamaSharp and the Ollama connectors of .NET.

The counterpart is the package `OpenAI` with `OpenAIClientOptions.Endpoint`, or the connector for OpenAI with an
endpoint.

https://github.com/openai/openai-dotnet
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="csharp",
    summary="C#: OllamaSharp, Semantic Kernel, Microsoft.Extensions.AI, Aspire; found, never changed",
    languages=("csharp",),
    signs=Signs(
        modules=(
            "OllamaSharp",
            "Microsoft.SemanticKernel.Connectors.Ollama",
            "Microsoft.Extensions.AI.Ollama",
            "CommunityToolkit.Aspire.OllamaSharp",
            "CommunityToolkit.Aspire.Hosting.Ollama",
            "Aspire.Hosting.Ollama",
            "LangChain.Providers.Ollama",
            "Testcontainers.Ollama",
            "Ollama",
        ),
        symbols=(
            "OllamaApiClient",
            "OllamaChatClient",
            "OllamaEmbeddingGenerator",
            "OllamaPromptExecutionSettings",
            "AddOllama",
            "AddOllamaApiClient",
            "AddOllamaChatClient",
            "AddOllamaChatCompletion",
            "AddOllamaEmbeddingGenerator",
            "AddOllamaTextGeneration",
            "AddOllamaTextEmbeddingGeneration",
            "OllamaContainer",
            "OllamaBuilder",
        ),
        distributions=(
            "OllamaSharp",
            "Microsoft.SemanticKernel.Connectors.Ollama",
            "Microsoft.Extensions.AI.Ollama",
            "CommunityToolkit.Aspire.OllamaSharp",
            "CommunityToolkit.Aspire.Hosting.Ollama",
            "LangChain.Providers.Ollama",
            "Testcontainers.Ollama",
            "Ollama",
        ),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://github.com/openai/openai-dotnet",
)
