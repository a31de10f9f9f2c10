"""Which Hugging Face model an Ollama tag stands for, and what serving it takes. Reads the table when first asked."""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

# Every name of Ollama's library, with a known counterpart or without: what a bare name or a tag is recognised by.
FAMILIES = frozenset(
    """
    alfred all-minilm athene-v2 aya aya-expanse bakllava bespoke-minicheck bge-large bge-m3 codebooga codegeex4
    codegemma codellama codeqwen codestral codeup cogito cogito-2.1 command-a command-r command-r-plus
    command-r7b command-r7b-arabic dbrx deepcoder deepscaler deepseek-coder deepseek-coder-v2 deepseek-llm
    deepseek-ocr deepseek-r1 deepseek-v2 deepseek-v2.5 deepseek-v3 deepseek-v3.1 deepseek-v3.2 devstral
    devstral-2 devstral-small-2 dolphin-llama3 dolphin-mistral dolphin-mixtral dolphin-phi dolphin3 dolphincoder
    duckdb-nsql embeddinggemma everythinglm exaone-deep exaone3.5 falcon falcon2 falcon3 firefunction-v2
    functiongemma gemini-3-flash-preview gemma gemma2 gemma3 gemma3n gemma4 glm-4.6 glm-4.7 glm-4.7-flash glm-5
    glm-ocr glm4 goliath gpt-oss gpt-oss-safeguard granite-code granite-embedding granite3-dense
    granite3-guardian granite3-moe granite3.1-dense granite3.1-moe granite3.2 granite3.2-vision granite3.3
    granite4 hermes3 internlm2 kimi-k2 kimi-k2-thinking kimi-k2.5 lfm2 lfm2.5-thinking llama-guard3 llama-pro
    llama2 llama2-chinese llama2-uncensored llama3 llama3-chatqa llama3-gradient llama3-groq-tool-use llama3.1
    llama3.2 llama3.2-vision llama3.3 llama4 llava llava-llama3 llava-phi3 magicoder magistral marco-o1
    mathstral meditron medllama2 megadolphin minicpm-v minimax-m2 minimax-m2.1 minimax-m2.5 minimax-m2.7
    ministral-3 mistral mistral-large mistral-large-3 mistral-nemo mistral-openorca mistral-small
    mistral-small3.1 mistral-small3.2 mistrallite mixtral moondream mxbai-embed-large nemotron nemotron-3-nano
    nemotron-3-super nemotron-cascade-2 nemotron-mini neural-chat nexusraven nomic-embed-text
    nomic-embed-text-v2-moe notus notux nous-hermes nous-hermes2 nous-hermes2-mixtral nuextract olmo-3 olmo-3.1
    olmo2 open-orca-platypus2 openchat opencoder openhermes openthinker orca-mini orca2 paraphrase-multilingual
    phi phi3 phi3.5 phi4 phi4-mini phi4-mini-reasoning phi4-reasoning phind-codellama qwen qwen2 qwen2-math
    qwen2.5 qwen2.5-coder qwen2.5vl qwen3 qwen3-coder qwen3-coder-next qwen3-embedding qwen3-next qwen3-vl
    qwen3.5 qwen3.6 qwq r1-1776 reader-lm reflection rnj-1 sailor2 samantha-mistral shieldgemma smallthinker
    smollm smollm2 snowflake-arctic-embed snowflake-arctic-embed2 solar solar-pro sqlcoder stable-beluga
    stable-code stablelm-zephyr stablelm2 starcoder starcoder2 starling-lm tinydolphin tinyllama translategemma
    tulu3 vicuna wizard-math wizard-vicuna wizard-vicuna-uncensored wizardcoder wizardlm wizardlm-uncensored
    wizardlm2 xwinlm yarn-llama2 yarn-mistral yi yi-coder zephyr
    """.split()
)

_REGISTRY = re.compile(r"(?:https?://)?(?:registry\.ollama\.ai/library/|(?:www\.)?ollama\.com/library/|library/)")
_QUANTISATION = re.compile(r"(?:^|-)((?:i?q\d\w*|[bf]?f(?:16|32)|fp\d+|mxfp\d+|nvfp\d+|int\d+)(?:[-_]\w+)*)$")
_SIZE = r"(?:e?\d+(?:\.\d+)?[bmt]|\d+x\d+(?:\.\d+)?[bm])"
_WORD = (
    "latest|cloud|instruct|chat|text|code|base|python|vision|mini|medium|thinking|scout|maverick"
    r"|i?q\d\w*|[bf]?f16|fp\d+|v\d[\w.]*"
)
_TAG = re.compile(rf"(?:{_SIZE}|{_WORD})(?:-[\w.]+)*")
_GGUF = re.compile(r"(?:hf\.co|huggingface\.co)/[\w.-]+/[\w.-]+:\w+")
_CHAT = re.compile(r"(?:^|-)(?:instruct|chat|it|qat)$")


@dataclass(frozen=True, slots=True)
class Model:
    """One sized tag of Ollama's library."""

    tag: str
    size: str
    """as Ollama's library states it"""
    repo: str
    """Hugging Face id of the same checkpoint"""
    verified: str
    """whether that id was seen: `yes`, `public-code` (in others' code only) or `no`"""
    params_b: float
    """billions of parameters, all of them"""
    active_b: float | None
    """billions that are active for a token, where that differs"""
    task: str
    """`chat`, `vision` (chat with images), `code`, `embed` or `classify-chat`"""
    base: bool
    """whether it only completes text: it has no chat template"""
    context: int
    """the checkpoint's own limit, not Ollama's default"""
    gated: str
    """whether Hugging Face wants terms accepted: `yes`, `no`, `unknown`"""
    gated_why: str
    quantised: str
    """a repository with quantised weights (AWQ, GPTQ, FP8, MXFP4); empty when none is known"""
    quantised_bnb4: str
    """the same for bitsandbytes, which vLLM reads through a plug-in"""
    mirror: str
    """the same weights without terms to accept"""
    tool_parser: str
    """for `--tool-call-parser`; empty: leave automatic tool choice off"""
    chat_template: str
    """for `--chat-template`, relative to vLLM's source tree and to the image's working directory"""
    reasoning_parser: str
    supported: bool
    """whether vLLM can run the architecture"""
    flags: tuple[str, ...]
    """that `vllm serve` needs besides"""
    confidence: str
    """that the tag is this checkpoint: `high`, `medium` or `low`"""
    note: str

    @property
    def sure(self) -> bool:
        """Whether the id may be written into a program without asking."""
        return self.verified == "yes" and self.supported and self.confidence != "low"


def lookup(tag: str) -> Model | None:
    """The model that a tag stands for, however it is spelled; None when that isn't known for certain.

    Follows `:latest`, the registry's prefix and case; drops what says only how the weights are packed (`-q4_K_M`) or
    that it is the chat model (`-instruct`). Base models, cloud models, uploads of others and GGUF files are None.
    """
    name, _, rest = _REGISTRY.sub("", tag.strip(), count=1).partition(":")
    return None if "/" in name else _by_tag(name.lower(), rest.lower())


def _by_tag(name: str, rest: str) -> Model | None:
    if rest in ("", "latest"):
        return _catalogue().get(name)
    if found := _catalogue().get(f"{name}:{rest}"):
        return found
    shorter = _QUANTISATION.sub("", rest)
    if shorter != rest:
        return _by_tag(name, shorter) if shorter else None
    shorter = _CHAT.sub("", rest)
    found = _by_tag(name, shorter) if shorter != rest else None
    return None if found and found.base else found


def is_tag(text: str) -> bool:
    """Whether `text` is surely a model of Ollama: `family:tag` as the library has them, or a GGUF file by address."""
    name, colon, rest = _REGISTRY.sub("", text, count=1).lower().partition(":")
    return bool(colon and name in FAMILIES and _TAG.fullmatch(rest)) or bool(_GGUF.fullmatch(text))


def quantisation(tag: str) -> str:
    """What a tag says of how its weights are packed (`q4_k_m`, `fp16`); empty when it says nothing."""
    found = _QUANTISATION.search(tag.partition(":")[2].lower())
    return found.group(1) if found else ""


def catalogue() -> tuple[Model, ...]:
    """Every model of the table, once, in its order."""
    return tuple(dict.fromkeys(_catalogue().values()))


@cache
def _catalogue() -> Mapping[str, Model]:
    """By tag and by bare name, in lower case."""
    table = files("migrate_vllm.facts").joinpath("models.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    sized = {row["tag"]: _model(row) for row in rows if not row["alias_of"]}
    names = {row["tag"]: sized[row["alias_of"]] for row in rows if row["alias_of"]}
    return MappingProxyType({tag.lower(): model for tag, model in (sized | names).items()})


def _model(row: Mapping[str, str]) -> Model:
    return Model(
        tag=row["tag"],
        size=row["size"],
        repo=row["repo"],
        verified=row["verified"],
        params_b=float(row["params_b"]),
        active_b=float(row["active_b"]) if row["active_b"] else None,
        task=row["task"],
        base=row["base"] == "yes",
        context=int(row["context"]),
        gated=row["gated"],
        gated_why=row["gated_why"],
        quantised=row["quantised"],
        quantised_bnb4=row["quantised_bnb4"],
        mirror=row["mirror"],
        tool_parser=row["tool_parser"],
        chat_template=row["chat_template"],
        reasoning_parser=row["reasoning_parser"],
        supported=row["supported"] == "yes",
        flags=tuple(shlex.split(row["flags"])),
        confidence=row["confidence"],
        note=row["note"],
    )
