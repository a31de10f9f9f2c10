"""What a literal text says by itself: an address, an endpoint, an image, a command line, a provider's name. Pure.

Works on any text, whatever language it stands in; offsets count characters. Pieces don't overlap and come in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from migrate_vllm.facts.commands import COMMAND_WORDS
from migrate_vllm.facts.endpoints import NATIVE_PATHS
from migrate_vllm.facts.models import FAMILIES, is_tag


@dataclass(frozen=True, slots=True)
class Piece:
    start: int
    end: int
    kind: str
    """a name of `facts.kinds.KINDS`"""
    name: str = ""
    """what a codemod or a fact is looked up by: endpoint path, command word, model, host"""


_HOST = r"[\w.\-${}\[\]%()]{1,200}"
_SCHEME = r"(?:https?|wss?|tcp)(?:://|%3A%2F%2F)"
_USER = r"(?:[^\s/@'\"]{1,100}@)?"
_PATHS = "|".join(re.escape(path) for path in sorted(NATIVE_PATHS, key=len, reverse=True))
_WORDS = "|".join(sorted(COMMAND_WORDS, key=len, reverse=True))
_PREFIXES = "ollama_chat|ollama_text|ollama"

# Tried in this order at every place; the first that matches takes the text.
_RULES: tuple[tuple[str, str], ...] = (
    ("install", r"(?:https?://)?(?:www\.)?ollama\.(?:com|ai)/(?:install\.(?:sh|ps1)|download/ollama-)[\w./-]*"),
    ("install", r"\b(?:brew|winget|choco|scoop|apt|apt-get|snap|pacman|dnf|yum|apk)\s+(?:-\S+\s+)*(?:install|add|-S)\s+(?:-\S+\s+){0,6}(?:Ollama\.)?ollama\b(?![\w-])"),
    ("dependency", r"\b(?:(?:uv\s+)?pip3?\s+install|uv\s+add|poetry\s+add|pipx\s+install|conda\s+install|npm\s+(?:i|install|add)|pnpm\s+(?:i|add)|yarn\s+add|bun\s+(?:i|add)|go\s+get|cargo\s+add|composer\s+require|gem\s+install)\b(?=[^\n|;&]{0,200}ollama)[^\n|;&`'\"]*"),
    ("string", r"(?<![\w.-])(?:https?://)?(?:[\w-]{1,40}\.){0,4}ollama\.(?:com|ai|org|dev)(?:/[^\s\"'<>`)\]]*)?(?!\w)"),
    ("string", r"https?://(?:[\w-]{1,40}\.){0,4}(?:github|githubusercontent|gitlab|huggingface|hub\.docker|docker|npmjs|pypi|readthedocs|discord|medium|langchain|llamaindex|shields|dev|reddit|youtube|ghcr|jsdelivr|unpkg|npmmirror|python\.langchain|api\.python\.langchain|cloudflare|vercel|microsoft|google|stackoverflow|star-history)\.(?:com|io|org|co|gg|to|dev|ai|net|so)(?:/[^\s\"'<>`)\]]*)?"),
    ("base-url", rf"{_SCHEME}{_USER}{_HOST}:11434(?!\d)(?:/v1/?(?![\w/-])|/api/?(?![\w/-]))?"),
    ("base-url", rf"{_SCHEME}{_USER}(?=[\w.\-]{{0,80}}?ollama)[\w.\-]{{1,120}}(?::(?:\d{{1,5}}|\$\{{?\w+\}}?))?(?:/v1/?(?![\w/-])|/api/?(?![\w/-]))?"),
    ("port", r"(?<![\w.])(?:[\d.]{7,15}:)?(?:\$\{\w+:?-?)?(?:11434\}?:\d{2,5}|\d{2,5}\}?:11434|\$\{?\w+\}?:11434)(?:/tcp)?(?![\w.])"),
    ("base-url", r"(?:(?<![\w/@.-])|(?<=\w:-))(?:\$\{\w{1,60}:?-[\w.-]{1,100}\}|[\w$.}][\w.\-${}]{0,199}):11434(?!\d)"),
    ("image", r"(?<![\w.-])(?:[\w.-]+(?::\d+)?/){0,3}(?:ollama|alpine)/ollama(?:-\w+)?(?![\w/-]|\.\w)(?:[:@][\w.:${}-]+)?"),
    ("model-prefix", rf"(?<![\w./@-])(?-i:{_PREFIXES})/(?!api\b|v1\b|ollama\b)[a-zA-Z0-9][\w.:-]*(?:/[\w.:-]+)?(?![\w/])"),
    ("model-prefix", rf"(?<![\w./@-])(?:{_PREFIXES}):(?!//|\d)(?=[a-z])[\w.-]+(?::[\w.-]+)?(?![\w/])"),
    ("cli-command", rf"(?<![\w./@:-])(?:/usr/(?:local/)?bin/|/bin/)?(?-i:ollama)(?:\.exe)?[ \t]+(?:{_WORDS}|--version|-v)(?![\w:=(.])(?:[ \t]+(?:\$\{{\{{[^{{}}\n]{{1,80}}\}}\}}|[a-zA-Z0-9_$][\w.:/${{}}-]*(?=[\s\"'`;&|)]|$)))?"),
    ("endpoint", rf"(?:{_PATHS})(?![\w-])"),
    ("port", r"(?<![\w.])11434(?:/tcp)?(?![\w.]\d|\w)"),
)  # fmt: skip

_PATTERN = re.compile("|".join(f"(?P<r{i}>{rule})" for i, (_, rule) in enumerate(_RULES)), re.IGNORECASE)
_PROVIDER = re.compile(r"[\w@/.-]{0,24}ollama[\w-]{0,24}", re.IGNORECASE | re.ASCII)
_ENV_NAME = re.compile(r"(?=.*OLLAMA)[A-Z][A-Z0-9_]*_[A-Z0-9_]+")
_MENTIONS = re.compile("ollama|11434|/api/", re.IGNORECASE)


@lru_cache(maxsize=256)
def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of `text` that mean something by themselves. A text that is a name alone gives one `provider-id`
    or, in capitals, one `env-read`; a strict model tag (`llama3.1:8b`) gives one `model-tag`."""
    return tuple(_pieces(text)) or tuple(_whole(text))


def _pieces(text: str) -> Iterator[Piece]:
    if not _MENTIONS.search(text):
        return
    for match in _PATTERN.finditer(text):
        kind = _RULES[int((match.lastgroup or "r0")[1:])][0]
        yield Piece(match.start(), match.end(), kind, _name(kind, match.group()))


def _name(kind: str, found: str) -> str:
    if kind == "endpoint":
        return found.lower()
    if kind == "cli-command":
        return found.split()[1].lower()
    if kind == "model-prefix":
        return re.split("[/:]", found, maxsplit=1)[1]
    return found


def _whole(text: str) -> Iterator[Piece]:
    bare = text.strip()
    start = text.find(bare) if bare else 0
    if kind := _kind_of_word(bare):
        yield Piece(start, start + len(bare), kind, bare)


def _kind_of_word(word: str) -> str:
    if _ENV_NAME.fullmatch(word):
        return "env-read"
    if _PROVIDER.fullmatch(word):
        return "provider-id"
    return "model-tag" if is_tag(word) else ""


def is_model_name(text: str) -> bool:
    """Whether `text`, in the position of a model, names one of Ollama's library: a tag, or a bare family name."""
    return is_tag(text) or text.lower() in FAMILIES
