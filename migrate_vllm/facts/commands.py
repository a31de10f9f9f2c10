"""The commands and flags of the `ollama` program, and what is run in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    fate: Fate
    vllm: str
    """what is run instead; empty: nothing"""
    why: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommandFlag:
    name: str
    commands: tuple[str, ...]
    fate: Fate
    vllm: str
    """a field of the request or a flag of `vllm serve`; empty: nothing"""
    why: str


_COMMANDS = (
    Command("serve", _LOSSY, "vllm serve MODEL",
            "The model is chosen at start and there is one server a model; it is ready when `/health` answers, which takes "
            "minutes.", ("start",)),
    Command("run", _LOSSY, "vllm chat",
            "Talks to a server that runs already; `vllm chat --quick PROMPT` answers once. An embedding model is asked with a "
            "request to `/v1/embeddings`."),
    Command("pull", _LOSSY, "hf download REPO",
            "Or nothing: the server fetches its weights when it starts. Gated models want `HF_TOKEN`."),
    Command("list", _LOSSY, "curl -fsS http://localhost:8000/v1/models",
            "Lists what is served; `hf cache ls` lists what lies on the disk.", ("ls",)),
    Command("ps", _LOSSY, "curl -fsS http://localhost:8000/v1/models", "The model is loaded for as long as the server runs; load is told by `/metrics`."),
    Command("show", _GONE, "",
            "Template, parameters and context are in the Hugging Face repository. Run it once before the move: it tells which build a tag is."),
    Command("stop", _LOSSY, "", "Stop the server's process or container: a model is never unloaded by itself."),
    Command("rm", _LOSSY, "", "Delete the weights from the Hugging Face cache.", ("delete",)),
    Command("cp", _LOSSY, "vllm serve MODEL --served-model-name A B", "One model answers to several names.", ("copy",)),
    Command("create", _HUMAN, "", "What the Modelfile says becomes flags of `vllm serve`; a system prompt moves into the application."),
    Command("push", _GONE, "", "Models are published with Hugging Face's tools."),
    Command("signin", _GONE, "", "There are no accounts.", ("login",)),
    Command("signout", _GONE, "", "There are no accounts.", ("logout",)),
    Command("launch", _HUMAN, "", "Set the tool's own base URL to vLLM's."),
)  # fmt: skip

_FLAGS = (
    CommandFlag("--version", (), _EXACT, "vllm --version", "Same question, another program."),
    CommandFlag("--format", ("run",), _LOSSY, "response_format", "A field of the request."),
    CommandFlag("--think", ("run",), _LOSSY, "reasoning_effort", "A field of the request; the server needs `--reasoning-parser`."),
    CommandFlag("--hidethinking", ("run",), _LOSSY, "include_reasoning", "A field of the request; the server needs `--reasoning-parser`."),
    CommandFlag("--keepalive", ("run",), _GONE, "", "The model stays loaded."),
    CommandFlag("--verbose", ("run", "show"), _GONE, "", "Durations are measured by the client, or told by `--enable-per-request-metrics`."),
    CommandFlag("--nowordwrap", ("run",), _GONE, "", "Concerns the terminal only."),
    CommandFlag("--truncate", ("run",), _LOSSY, "truncate_prompt_tokens", "A field of the request for embeddings; -1 cuts to what the model takes."),
    CommandFlag("--dimensions", ("run",), _LOSSY, "dimensions", "Refused unless the model declares that its vectors can be cut."),
    CommandFlag("--insecure", ("run", "pull", "push"), _GONE, "", "Concerns Ollama's registry."),
    CommandFlag("--modelfile", ("show",), _GONE, "", "There are no Modelfiles."),
    CommandFlag("--license", ("show",), _GONE, "", "Said by the model's repository."),
    CommandFlag("--parameters", ("show",), _GONE, "", "Defaults for sampling are in the repository's generation_config.json."),
    CommandFlag("--template", ("show",), _GONE, "", "The template is in the repository's tokenizer; `/tokenizer_info` tells it with `--enable-tokenizer-info-endpoint`."),
    CommandFlag("--system", ("show",), _GONE, "", "The server has no system prompt."),
    CommandFlag("--file", ("create",), _HUMAN, "", "What the Modelfile says becomes flags of `vllm serve`."),
    CommandFlag("--experimental", ("create",), _GONE, "", "Weights in safetensors are served as they are."),
    CommandFlag("--draft-quantize", ("create",), _HUMAN, "", "A draft model is chosen with `--speculative-config`."),
    CommandFlag("--quantize", ("create",), _HUMAN, "", "Choose a repository whose weights are quantised already (AWQ, GPTQ, FP8)."),
)  # fmt: skip

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {name: row for row in _COMMANDS for name in (row.name, *row.aliases)}
)
"""aliases included"""
COMMAND_FLAGS: Mapping[str, CommandFlag] = MappingProxyType({row.name: row for row in _FLAGS})
COMMAND_WORDS = frozenset(COMMANDS)
