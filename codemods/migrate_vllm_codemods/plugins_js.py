"""Packages that bring Ollama to another program: elizaOS, embedjs, Theia, Node-RED, Testcontainers.

The program's OpenAI package takes their place; a person decides.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="plugins_js",
    summary="Ollama plug-ins of other JavaScript programs",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(
        modules=(
            "@elizaos/plugin-ollama",
            "@cherrystudio/embedjs-ollama",
            "@llm-tools/embedjs-ollama",
            "@theia/ai-ollama",
            "@testcontainers/ollama",
            "@promptbook/ollama",
            "@aigne/ollama",
            "@agentic-kit/ollama",
            "@memberjunction/ai-ollama",
            "ollama-node",
        ),
        symbols=("OllamaContainer", "StartedOllamaContainer"),
        distributions=(
            "@elizaos/plugin-ollama",
            "@cherrystudio/embedjs-ollama",
            "@llm-tools/embedjs-ollama",
            "@theia/ai-ollama",
            "@testcontainers/ollama",
            "@promptbook/ollama",
            "@aigne/ollama",
            "@agentic-kit/ollama",
            "@memberjunction/ai-ollama",
            "ollama-node",
            "node-red-contrib-ollama",
            "ollama-mcp",
            "@rawveg/ollama-mcp",
            "@huggingface/ollama-utils",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
