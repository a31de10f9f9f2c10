"""`LiteLLMModel("ollama_chat/NAME")` and `OpenAIServerModel` at Ollama's address.

Become `OpenAIModel(model_id, api_base=".../v1", api_key=...)` or the prefix `hosted_vllm/`. `VLLMModel` is no
counterpart: it runs the engine in the process. It has no signs of its own: the prefix and the address give it
away.

https://huggingface.co/docs/smolagents/reference/models
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="smolagents_python",
    summary="smolagents on Ollama",
    languages=("python", "notebook"),
    signs=Signs(),
    documentation="https://huggingface.co/docs/smolagents/reference/models",
)
