"""The crate `ollama-rs` and the Ollama providers of Rust frameworks.

The counterpart is `async-openai` with `OpenAIConfig::with_api_base`, or the framework's OpenAI provider.

https://docs.rs/async-openai
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="rust",
    summary="Rust: ollama-rs, rig, langchain-rust; found, never changed",
    languages=("rust",),
    signs=Signs(
        modules=(
            "ollama_rs",
            "rig::providers::ollama",
            "rig_core::providers::ollama",
            "langchain_rust::llm::ollama",
            "langchain_rust::llm::client::Ollama",
            "langchain_rust::embedding::ollama",
            "swiftide::integrations::ollama",
            "swiftide_integrations::ollama",
            "kalosm_ollama",
            "ollama_workflows",
        ),
        distributions=("ollama-rs", "ollama-workflows"),
        kinds=tuple(kind.name for kind in KINDS.values() if kind.group == "code"),
    ),
    documentation="https://docs.rs/async-openai",
)
