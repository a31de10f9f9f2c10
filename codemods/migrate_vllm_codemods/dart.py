"""The pub packages `ollama_dart` and `langchain_ollama`.

The counterpart is `openai_dart` with `baseUrl`, or `langchain_openai`.

https://pub.dev/packages/openai_dart
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="dart",
    summary="Dart: ollama_dart, langchain_ollama; found, never changed",
    languages=("dart",),
    signs=Signs(
        modules=("package:ollama_dart", "package:langchain_ollama"),
        symbols=("ChatOllama", "OllamaEmbeddings"),
        distributions=("ollama_dart", "langchain_ollama"),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://pub.dev/packages/openai_dart",
)
