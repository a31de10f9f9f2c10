"""`dspy.LM("ollama_chat/NAME")` and the older `dspy.OllamaLocal`.

Become `dspy.LM("hosted_vllm/NAME", api_base=".../v1", api_key=...)`.

https://dspy.ai/learn/programming/language_models/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="dspy_python",
    summary="DSPy: dspy.OllamaLocal and ollama_chat models",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("dspy.OllamaLocal", "dsp.modules.ollama"),
        symbols=("OllamaLocal",),
    ),
    documentation="https://dspy.ai/learn/programming/language_models/",
)
