"""`OpenAI(base_url="http://...:11434/v1")`: code that speaks OpenAI's protocol to Ollama already.

Only the address, the model and the values change that Ollama ignored and vLLM honours (`n`, `tool_choice`,
`logit_bias`, `max_completion_tokens`). It has no signs of its own: the address gives it away.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="openai_python",
    summary="The OpenAI SDK for Python, pointed at Ollama",
    languages=("python", "notebook"),
    signs=Signs(),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
