"""Where a text says Ollama, and where it only seems to: other words, numbers, hashes, the project's own name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from migrate_vllm.facts.endpoints import NATIVE_PATHS
from migrate_vllm.facts.models import FAMILIES
from migrate_vllm.facts.needles import NEEDLES
from migrate_vllm.sites.site import Hit

_PATHS = "|".join(re.escape(path) for path in sorted(NATIVE_PATHS, key=len, reverse=True))
_ENDPOINT = re.compile(rf"(?:{_PATHS})(?![\w-])".encode())

_COMPOUNDS = frozenset(
    "ai app api ask call can chat check data dev docker enable for from get go has if in install into is lang langchain list lite llm "
    "load local mock my new no node non not nuxt of on only open or our ping pip pull py rag run set setup spring start stop test the "
    "to try use using via wait web with".split()
)
"""what is written together with the name; another short beginning makes another word (`scrollama`)"""

_BEFORE = re.compile(r"(?P<escape>\\)?(?P<letters>[a-z]+|[A-Z]+)\Z")
_HASH = re.compile(r"[0-9a-fA-F]{16,}|[A-Za-z0-9+/]{40,}={0,2}|[A-Za-z0-9_-]{48,}")


def _models() -> re.Pattern[bytes]:
    """Names of Ollama's library in a lower-case text, grouped by their beginnings so that a miss is cheap. It begins with one class of
    characters, which the engine skips to."""
    groups: dict[str, list[str]] = {}
    for family in sorted(FAMILIES, key=len, reverse=True):
        groups.setdefault(family[:2].lower(), []).append(re.escape(family[2:].lower()))
    tree = "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in sorted(groups.items()))
    before = r"[\"'`=:\-\[,m](?:(?<=[\"'`=])|(?<=[:-])[ \t]+|(?P<listed>(?<=[\[,]))[ \t]*|(?<=m)(?<=from)(?<![^\n]from)[ \t]+)"
    return re.compile(rf"{before}(?P<name>(?:{tree})(?::[\w.-]+)?)(?![\w/-])(?(listed)(?=[ \t]*[\],]))".encode())


_MODELS = _models()


def hits(data: bytes) -> list[Hit]:
    """Every place that says Ollama and, in a text that does, every endpoint path and model name. Sorted, not overlapping.

    The needles are `ollama`, `11434`, `endpoint` and `model`; the last two mean something only in the right position.
    """
    lower = data.lower()
    found = _plain(lower)
    if found:
        found += [Hit(m.start(), m.end(), "endpoint") for m in _ENDPOINT.finditer(data)]
    found += [Hit(*m.span("name"), "model") for m in _MODELS.finditer(lower) if found or b":" in m["name"]]
    return list(_apart(found))


def plain_hits(data: bytes) -> list[Hit]:
    """Every place that says Ollama by name or port. Sorted."""
    return _plain(data.lower())


def _plain(lower: bytes) -> list[Hit]:
    return sorted(Hit(at, at + len(needle), needle.decode()) for needle in NEEDLES for at in _places(lower, needle))


def _places(data: bytes, needle: bytes) -> Iterator[int]:
    at = data.find(needle)
    while at >= 0:
        yield at
        at = data.find(needle, at + len(needle))


def _apart(found: Iterable[Hit]) -> Iterator[Hit]:
    """Without a model's name inside another hit (`ollama/llama3`)."""
    end = -1
    for hit in sorted(found):
        if hit.start >= end:
            yield hit
            end = hit.end


_RIVALS = (
    "openai anthropic groq gemini mistralai cohere bedrock openrouter lmstudio lm_studio togetherai perplexity".split()
)


def names_rivals(text: str) -> bool:
    """Whether a text names two other providers: the models in it may be theirs. One is often a library (`openai`)."""
    lower = text.lower()
    return sum(name in lower for name in _RIVALS) > 1


# -- what is no Ollama


def own_name_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """All spellings of the project's own names that say Ollama and more: `chat-ollama`, `chat_ollama`, `ChatOllama`, and,
    in prose, `Chat Ollama`. A project called just `ollama` has no name of its own to tell apart."""
    spellings = sorted(
        {spelling for name in names for spelling in _spellings(name)}, key=lambda text: (-len(text), text)
    )
    return re.compile("|".join(spellings)) if spellings else None


def _spellings(name: str) -> Iterator[str]:
    parts = [part for part in re.split(r"[^A-Za-z0-9]+|(?i:(ollama))", name.rsplit("/", 1)[-1]) if part]
    if len(parts) > 1 and any(part.lower() == "ollama" for part in parts):
        yield r"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:" + "[-_]?".join(map(re.escape, parts)) + r")(?![a-z]{3})"
        yield " ".join(re.escape(part.capitalize()) for part in parts) + r"\b"


def other_word(text: str, start: int, end: int) -> str:
    """The `keep` kind of a hit at `start:end` that is no Ollama by itself: `number`, `hash`, `other-word`; else empty."""
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    if _in_hash(before, text[start:end], after):
        return "hash"
    if text[start:end] == "11434":
        return "number" if _only_digits(before, after) else ""
    return "other-word" if _longer_word(before, text[start:end]) else ""


def _in_hash(before: str, hit: str, after: str) -> bool:
    token = (
        (re.search(r"[A-Za-z0-9+/_-]*\Z", before) or [""])[0] + hit + (re.match(r"[A-Za-z0-9+/_=-]*", after) or [""])[0]
    )
    if not _HASH.fullmatch(token) or "ollama" in re.split(r"[-_/]", token.lower()):
        return False
    digits, uppers = sum(map(str.isdigit, token)), sum(map(str.isupper, token))
    return digits >= len(token) // 10 and (hit == "11434" or (digits >= 3 and uppers >= 3))


def _only_digits(before: str, after: str) -> bool:
    """Part of a longer number or word: `0.11434`, `114340`, `x11434`."""
    return bool(re.search(r"(?<!\\)[A-Za-z]\Z|[0-9.]\Z", before) or re.match(r"[A-Za-z0-9]|\.\d", after))


def _longer_word(before: str, hit: str) -> bool:
    found = _BEFORE.search(before)
    if not found or found["letters"].islower() != hit[0].islower():
        return False
    letters = found["letters"].lower()
    return all(map(_makes_another_word, (letters, letters[1:]) if found["escape"] else (letters,)))


def _makes_another_word(prefix: str) -> bool:
    """With the name behind it. After a backslash both readings count: `\\nollama` is a line end and the name, `C:\\tempollama` none."""
    return prefix.endswith("scr") or (0 < len(prefix) <= 3 and prefix not in _COMPOUNDS)
