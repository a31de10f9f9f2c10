"""Ollama's own Go package and the Ollama back ends of Go frameworks.

The counterpart is `github.com/openai/openai-go` with `option.WithBaseURL(".../v1/")`, or the framework's OpenAI
back end.

https://github.com/openai/openai-go
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="go",
    summary="Go: the api package, LangChainGo, Eino and others; found, never changed",
    languages=("go",),
    signs=Signs(
        modules=(
            "github.com/ollama/ollama",
            "github.com/jmorganca/ollama",
            "github.com/tmc/langchaingo/llms/ollama",
            "github.com/cloudwego/eino-ext/components/model/ollama",
            "github.com/cloudwego/eino-ext/components/embedding/ollama",
            "github.com/firebase/genkit/go/plugins/ollama",
            "github.com/testcontainers/testcontainers-go/modules/ollama",
            "github.com/rozoomcool/go-ollama-sdk",
            "github.com/henomis/lingoose/llm/ollama",
            "github.com/henomis/lingoose/embedder/ollama",
        ),
        distributions=(
            "github.com/ollama/ollama",
            "github.com/jmorganca/ollama",
            "github.com/cloudwego/eino-ext/components/model/ollama",
            "github.com/cloudwego/eino-ext/components/embedding/ollama",
            "github.com/testcontainers/testcontainers-go/modules/ollama",
            "github.com/rozoomcool/go-ollama-sdk",
        ),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://github.com/openai/openai-go",
)
