"""Modelfiles: a model built on another.

`FROM` is the model that is served, `PARAMETER` becomes a flag or an overridden generation config, `ADAPTER` a
LoRA module. `TEMPLATE` is a Go template and is ported by hand; `SYSTEM` and `MESSAGE` move into the
application.

https://docs.vllm.ai/en/stable/features/lora/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="modelfile",
    summary="Modelfiles: base model, parameters, template, system prompt",
    languages=("modelfile",),
    signs=Signs(
        kinds=("modelfile", "model-tag"),
    ),
    documentation="https://docs.vllm.ai/en/stable/features/lora/",
)
