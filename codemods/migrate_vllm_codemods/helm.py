"""The chart `otwld/ollama-helm` as a dependency, and values that configure it.

The counterpart is vLLM's production-stack chart with one `modelSpec` for each model: a person decides.

https://docs.vllm.ai/en/stable/deployment/integrations/production-stack/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="helm",
    summary="Helm charts and values of Ollama",
    languages=("yaml", "template"),
    signs=Signs(
        kinds=("helm-chart", "helm-value"),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/integrations/production-stack/",
)
