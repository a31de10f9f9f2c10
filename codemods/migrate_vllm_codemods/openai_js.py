"""`new OpenAI({ baseURL: "http://...:11434/v1" })`: code that speaks OpenAI's protocol to Ollama already.

Only the address, the model and the values change that Ollama ignored and vLLM honours. It has no signs of its
own: the address gives it away.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="openai_js",
    summary="The OpenAI SDK for JavaScript, pointed at Ollama",
    languages=("javascript", "typescript", "tsx", "vue", "svelte", "html"),
    signs=Signs(),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
