"""How a name is found in whatever spelling it is met: the index of all meanings, and the spellings that are tried. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from migrate_vllm.meaning import Meaning
from migrate_vllm.meanings import meanings, open_meanings
from migrate_vllm.model import Codemod

_WRAPPING = re.compile(
    r"^(?:ollama |vllm serve |options\.|parameter |(?:get|post|put|delete|head) |https?://[^/]+(?=/)|\$\{?)|[}:]$", re.IGNORECASE
)
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_KEY = re.compile(r"""\[\s*["']([\w-]+)["']\s*\]|\.get\(\s*["']([\w-]+)["'][^)]*\)""")
_ARGUMENT = re.compile(r"^([\w.]+)\(\s*(\w+)\s*=.*")
_NUMBER = re.compile(r"\[\d+\]")


def loose(name: str) -> str:
    """The same for all spellings of a name: `numCtx`, `NUM_CTX` and `num-ctx`, `--max-model-len` and `max_model_len`."""
    text = _NUMBER.sub("[]", name) if "choices" not in name else name
    return re.sub(r"[\s_-]+", "-", _HUMPS.sub("-", text).lower()).strip("-/ ")


def spellings(name: str) -> Iterator[str]:
    """The name as it was written, then without what surrounds it where it is met."""
    bare = name.strip()
    yield bare
    bare = bare.strip("`'\"")
    yield bare
    while (peeled := _WRAPPING.sub("", bare)) != bare:
        bare = peeled
        yield bare
    path = _KEY.sub(lambda key: "." + (key[1] or key[2]), _ARGUMENT.sub(r"\1.\2", bare)).partition("=")[0].partition("(")[0]
    yield path
    while "." in path and "/" not in path:
        path = path.partition(".")[2]
        yield path


@cache
def index(codemods: tuple[Codemod, ...]) -> Index:
    return Index(codemods)


class Index:
    """All meanings by their names."""

    def __init__(self, codemods: tuple[Codemod, ...]) -> None:
        self._meanings = meanings(codemods)

    def find(self, name: str) -> tuple[Meaning, ...]:
        """The meanings of a name: of exactly this one, else of one that is written alike, else of a word of a meaning.

        Each is tried with all spellings before the next, so that `ollama pull` is the command `pull`.
        """
        tried = tuple(dict.fromkeys(spellings(name)))
        ways = (self._exactly, self._alike, self._by_word, self._only_on_vllm)
        return next(filter(None, (way(spelling) for way in ways for spelling in tried if spelling)), ())

    def others(self, name: str) -> tuple[Meaning, ...]:
        """What the name is a word of, or is written like it."""
        key = loose(name)
        return (*self._loose.get(key, ()), *self._lesser.get(key, ()))

    def _exactly(self, name: str) -> tuple[Meaning, ...]:
        """A path such as `choices[0].message.content` is vLLM's before its end is Ollama's."""
        return tuple(self._exact.get(name, ())) or open_meanings(name) or (self._only_on_vllm(name) if "." in name else ())

    def _alike(self, name: str) -> tuple[Meaning, ...]:
        """A name without dashes is that of an argument as well as that of a flag."""
        key = loose(name)
        alike = tuple(self._loose.get(key, ())) if key else ()
        if all(meaning.name.startswith("-") for meaning in alike):
            arguments = tuple(meaning for meaning in self._lesser.get(key, ()) if meaning.name == name and meaning.names)
            alike = (*arguments, *alike)
        return alike or open_meanings(f"--{key}") or open_meanings(name.upper())

    def _by_word(self, name: str) -> tuple[Meaning, ...]:
        return tuple(self._lesser.get(loose(name), ()))

    def taken_from(self, name: str) -> tuple[str, ...]:
        """What becomes this name, where that is another name: `option num_ctx`."""
        return tuple(dict.fromkeys(f"{old.noun} {old.name}" for old in self._targets.get(name, ()) if old.name != name))

    def spelled(self) -> Mapping[str, str]:
        """Every name, by its loose spelling."""
        words = (name for meaning in self._meanings for name in meaning.lesser)
        names = (name for meaning in self._meanings for name in reversed(_primary(meaning)))
        return {key: name for name in (*words, *names) if (key := loose(name))}

    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The names by heading."""
        groups: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for meaning in self._meanings:
            groups[meaning.group][meaning.name] = None
        return {title: tuple(names) for title, names in groups.items() if title}

    def _only_on_vllm(self, name: str) -> tuple[Meaning, ...]:
        if not self.taken_from(name):
            return ()
        sources = dict.fromkeys(old.source for old in self._targets[name] if old.source)
        return (Meaning(name, "name on vLLM's side", "", "", "", source="; ".join(list(sources)[:2])),)

    @cached_property
    def _exact(self) -> Mapping[str, list[Meaning]]:
        return _gathered((name, meaning) for meaning in self._meanings for name in _primary(meaning))

    @cached_property
    def _loose(self) -> Mapping[str, list[Meaning]]:
        return _gathered((loose(name), meaning) for meaning in self._meanings for name in _primary(meaning))

    @cached_property
    def _lesser(self) -> Mapping[str, list[Meaning]]:
        return _gathered((loose(name), meaning) for meaning in self._meanings for name in meaning.lesser)

    @cached_property
    def _targets(self) -> Mapping[str, list[Meaning]]:
        return _gathered((target, meaning) for meaning in self._meanings for target in _targets(meaning))


def _targets(meaning: Meaning) -> tuple[str, ...]:
    """The names that take the place of a meaning's own."""
    if not meaning.becomes or meaning.sort.startswith(("argument", "function")):
        return ()
    last = (meaning.becomes.rpartition(".")[2],) if meaning.sort.startswith(("class", "type")) else ()
    return tuple(dict.fromkeys((meaning.becomes, *last, *(word for word in meaning.becomes.split() if word.startswith("-")))))


def _primary(meaning: Meaning) -> tuple[str, ...]:
    return tuple(name for name in (meaning.name, *meaning.names) if name not in meaning.lesser)


def _gathered(pairs: Iterator[tuple[str, Meaning]]) -> Mapping[str, list[Meaning]]:
    found: defaultdict[str, list[Meaning]] = defaultdict(list)
    for name, meaning in pairs:
        if meaning not in found[name]:
            found[name].append(meaning)
    return dict(found)
