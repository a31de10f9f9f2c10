"""The directives of a Modelfile, and what serving says in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN


@dataclass(frozen=True, slots=True)
class Directive:
    name: str
    fate: Fate
    vllm: str
    """arguments of `vllm serve`; empty when none"""
    why: str


_ROWS = (
    Directive("FROM", _LOSSY, "MODEL",
              "The Hugging Face repository of the same model. A GGUF file needs a plug-in that the stock image lacks, and a "
              "tokenizer: a person decides. The name that the Modelfile is created under becomes `--served-model-name`."),
    Directive("PARAMETER", _LOSSY, "--override-generation-config JSON",
              "Defaults for sampling. `num_ctx` is `--max-model-len`, `num_predict` is `max_new_tokens`; `stop` can't be set "
              "on the server."),
    Directive("TEMPLATE", _HUMAN, "--chat-template FILE",
              "A Go template is ported to Jinja by hand; one that only repeats the model's own format can go."),
    Directive("SYSTEM", _LOSSY, "", "Moves into the application as its first message: the server has no default system prompt."),
    Directive("MESSAGE", _LOSSY, "", "Moves into the application, in front of its messages."),
    Directive("ADAPTER", _LOSSY, "--enable-lora --lora-modules NAME=PATH",
              "Requests name the adapter as their model. GGUF adapters don't load; a rank over 16 needs `--max-lora-rank`."),
    Directive("LICENSE", _EXACT, "", "Said by the model's repository."),
    Directive("REQUIRES", _EXACT, "", "Names a version of Ollama."),
    Directive("RENDERER", _LOSSY, "--tool-call-parser NAME --reasoning-parser NAME", "vLLM's parsers of the same family."),
    Directive("PARSER", _LOSSY, "--tool-call-parser NAME --reasoning-parser NAME", "vLLM's parsers of the same family."),
    Directive("DRAFT", _HUMAN, "--speculative-config JSON", "Needs a draft model that vLLM can use: a person chooses it."),
)  # fmt: skip

DIRECTIVES: Mapping[str, Directive] = MappingProxyType({row.name: row for row in _ROWS})
