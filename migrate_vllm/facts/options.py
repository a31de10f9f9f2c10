"""The keys of Ollama's `options` (and of `PARAMETER` in a Modelfile), and where each goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN


class Place(StrEnum):
    """Where an option goes."""

    TOP = "top"
    """an argument of the OpenAI SDK"""
    EXTRA_BODY = "extra_body"
    """vLLM's own field: in `extra_body` of the Python SDK, else beside the other fields of the body"""
    FLAG = "flag"
    """a flag of `vllm serve`: decided once, at start"""
    ENV = "env"
    """a variable of the server"""
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Option:
    name: str
    place: Place
    vllm: str
    """field, flag or variable; empty when it goes nowhere"""
    fate: Fate
    default: str
    """Ollama's"""
    vllm_default: str
    why: str
    removed: bool = False
    """whether Ollama's server ignores it already, while clients still know it"""


_CONFIG = "the model's generation_config.json"
_OLD = "Ollama's server ignores it already."

_ROWS = (
    Option("temperature", Place.TOP, "temperature", _LOSSY, "0.8 (1.0 under /v1)", f"{_CONFIG}, else 1.0",
           "The defaults differ, so an answer changes where none was given. Over 2.0 is refused."),
    Option("top_p", Place.TOP, "top_p", _EXACT, "0.9 (1.0 under /v1)", f"{_CONFIG}, else 1.0", "Same meaning; 0 is refused."),
    Option("top_k", Place.EXTRA_BODY, "top_k", _EXACT, "40", f"{_CONFIG}, else off", "Same meaning; 0 and -1 switch it off."),
    Option("min_p", Place.EXTRA_BODY, "min_p", _EXACT, "0.0", f"{_CONFIG}, else 0.0", "Same meaning."),
    Option("typical_p", Place.NOWHERE, "", _GONE, "1.0 (off)", "", "vLLM has no such sampler; 1.0 did nothing."),
    Option("tfs_z", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("repeat_penalty", Place.EXTRA_BODY, "repetition_penalty", _LOSSY, "1.0 (1.1 before August 2026)", f"{_CONFIG}, else 1.0",
           "vLLM looks at the whole prompt and answer, Ollama at the last `repeat_last_n` tokens. 0 is refused."),
    Option("repeat_last_n", Place.NOWHERE, "", _GONE, "64", "", "The penalty of vLLM has no window: it looks at everything."),
    Option("presence_penalty", Place.TOP, "presence_penalty", _EXACT, "0.0", f"{_CONFIG}, else 0.0", "Same meaning, from -2 to 2."),
    Option("frequency_penalty", Place.TOP, "frequency_penalty", _EXACT, "0.0", f"{_CONFIG}, else 0.0", "Same meaning, from -2 to 2."),
    Option("penalize_newline", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("mirostat", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("mirostat_tau", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("mirostat_eta", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("seed", Place.TOP, "seed", _LOSSY, "-1 (random)", "none",
           "Same meaning, but the numbers differ, and so do answers between batches of another size."),
    Option("stop", Place.TOP, "stop", _LOSSY, "none, and what the Modelfile says", "none",
           "At most four, none of them empty. Stops that only repeat the template's end marks can go."),
    Option("num_predict", Place.TOP, "max_tokens", _LOSSY, "-1 (until the context is full)", "what is left of the context; 16 for /v1/completions",
           "0, -1 and -2 are refused: leave the field out instead."),
    Option("num_ctx", Place.FLAG, "--max-model-len", _LOSSY, "4096, 32768 or 262144 by graphics memory", "the model's own limit",
           "Not per request: the server is started with the largest that the program asks for, and the model's own limit holds."),
    Option("num_keep", Place.NOWHERE, "", _GONE, "4", "", "vLLM never shifts the context: a prompt that is too long is refused."),
    Option("num_batch", Place.FLAG, "--max-num-batched-tokens", _LOSSY, "512", "2048, or 8192 on large GPUs",
           "Counts tokens of all requests together: don't copy the number."),
    Option("num_gpu", Place.NOWHERE, "", _GONE, "-1 (all layers)", "",
           "Counts layers, not GPUs, so it is never `--tensor-parallel-size`. 0 meant the CPU: then vLLM's CPU image is a person's decision."),
    Option("main_gpu", Place.ENV, "CUDA_VISIBLE_DEVICES", _LOSSY, "", "all", "The server is shown the GPUs that it may use."),
    Option("num_thread", Place.NOWHERE, "", _GONE, "0 (automatic)", "", "Concerns the CPU back end only, where it is `VLLM_CPU_OMP_THREADS_BIND`."),
    Option("numa", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("low_vram", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("f16_kv", Place.NOWHERE, "", _GONE, "", "", f"{_OLD} The type of the cache is `--kv-cache-dtype`.", removed=True),
    Option("logits_all", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("vocab_only", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("use_mlock", Place.NOWHERE, "", _GONE, "", "", _OLD, removed=True),
    Option("embedding_only", Place.NOWHERE, "", _GONE, "", "", f"{_OLD} An embedding model is served with `--runner pooling`.", removed=True),
    Option("use_mmap", Place.NOWHERE, "", _GONE, "automatic", "", "vLLM loads weights in its own way (`--load-format`)."),
    Option("draft_num_predict", Place.FLAG, "--speculative-config", _HUMAN, "4 with a draft model", "off",
           "Needs a draft model that vLLM can use: a person chooses it."),
    Option("rope_frequency_base", Place.FLAG, "--hf-overrides", _HUMAN, "", "from the model", f"{_OLD} A longer context is a person's decision.", removed=True),
    Option("rope_frequency_scale", Place.FLAG, "--hf-overrides", _HUMAN, "", "from the model", f"{_OLD} A longer context is a person's decision.", removed=True),
)  # fmt: skip

OPTIONS: Mapping[str, Option] = MappingProxyType({row.name: row for row in _ROWS})
