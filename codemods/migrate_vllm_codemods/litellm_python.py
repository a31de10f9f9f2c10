"""LiteLLM calls with `ollama/NAME` or `ollama_chat/NAME`, and the same names in the libraries that are built on
it.

Become `hosted_vllm/NAME` with `api_base` ending in `/v1`. The prefix `vllm/` is no counterpart: it runs the
engine in the process.

https://docs.litellm.ai/docs/providers/vllm
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="litellm_python",
    summary="LiteLLM in Python, and model names with its prefix",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("litellm.llms.ollama", "litellm.llms.ollama_chat", "litellm.types.llms.ollama"),
        kinds=("model-prefix",),
    ),
    documentation="https://docs.litellm.ai/docs/providers/vllm",
)
