"""Packages that bring Ollama to another program: LLM, scikit-learn, Airflow, TruLens, OpenTelemetry,
Testcontainers.

The program's OpenAI package takes their place; a person decides.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="plugins_python",
    summary="Ollama plug-ins of other Python programs",
    languages=("python", "notebook"),
    signs=Signs(
        modules=(
            "llm_ollama",
            "skollama",
            "ollama_python",
            "trulens.providers.ollama",
            "airflow_ollama",
            "opentelemetry.instrumentation.ollama",
            "openinference.instrumentation.ollama",
            "testcontainers.ollama",
            "testcontainers.community.ollama",
            "lfx_ollama",
            "ollama_utils",
        ),
        symbols=("OllamaContainer", "OllamaInstrumentor"),
        distributions=(
            "llm-ollama",
            "llm-embed-ollama",
            "scikit-ollama",
            "ollama-python",
            "ollama-utils",
            "trulens-providers-ollama",
            "airflow-ollama",
            "lfx-ollama",
            "opentelemetry-instrumentation-ollama",
            "openinference-instrumentation-ollama",
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
