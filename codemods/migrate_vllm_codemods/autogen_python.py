"""AutoGen's Ollama client and the older `config_list` entries with `api_type` `ollama`.

Become `OpenAIChatCompletionClient`, which needs `model_info` for a model that isn't OpenAI's.

https://docs.vllm.ai/en/stable/deployment/frameworks/autogen/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="autogen_python",
    summary="AutoGen: OllamaChatCompletionClient",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("autogen_ext.models.ollama", "autogen.oai.ollama"),
        symbols=("OllamaChatCompletionClient",),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/frameworks/autogen/",
)
