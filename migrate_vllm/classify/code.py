"""Sites of programming languages → findings. Pure.

Strings are read in `strings`, names in `names`; here is who reads what, and what means something only in the right
position: endpoints, models, numbers, markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from migrate_vllm.classify.calls import meaning_of
from migrate_vllm.classify.finding import Context, Finding, part, whole
from migrate_vllm.classify.names import read_definition, read_import, read_name
from migrate_vllm.classify.strings import Reader, read_key, read_literal, read_string
from migrate_vllm.facts.endpoints import COMMON_PATHS
from migrate_vllm.facts.models import lookup
from migrate_vllm.literal import is_model_name, pieces
from migrate_vllm.model import Need
from migrate_vllm.sites.site import Construct, Site

_NAMED = re.compile(
    r"(^|[._])(model|models|model_?name|model_?id|default_?model|llm|chat_?model|embed(ding)?_?model|vision_?model|model_?tag)s?$",
    re.I,
)
_I18N = frozenset({"i18n", "locales", "locale", "translations"})
_MAYBE_I18N = frozenset({"lang", "langs", "languages", "messages"})
"""translations, where the file or a folder is called after a language"""
_LANGUAGE_TAG = re.compile(r"[a-z]{2}([-_][a-zA-Z]{2,4})?")
_AMBIGUOUS = COMMON_PATHS - {"/api/tags", "/api/embeddings"}
"""paths that an application has itself as often as not; the two are rare elsewhere, and this is a file that says Ollama"""
_REQUESTS = re.compile(r"\._?(post|get|stream|request|send|build_request|fetch|call)\w*$")
_IMPORT_LINE = re.compile(r"^\s*(?:from|import)\s+([\w.]+)|(?:\bfrom|\brequire\(|\bimport\(?)\s*['\"]([^'\"]+)['\"]")
"""in a text that is too large to be parsed, or in a broken part of one"""
_VALUE_ATTRIBUTES = frozenset("href src action content value key model".split())
_NAME_ATTRIBUTES = re.compile(r"^(id|for|class|name|ref|slot|is|type|rel|data-[\w-]+|aria-controls|xlink:href)$")
_NEAR = 300
"""bytes between a model's bare name and a mention of Ollama, in a file that names other providers too"""


def classify_code(site: Site, context: Context) -> tuple[Finding, ...]:
    """What a site of a programming language means; empty when an `endpoint` or `model` hit turns out to mean nothing."""
    if site.hit.needle == "model":
        return tuple(_model(site, context))
    if site.hit.needle == "endpoint":
        return tuple(_endpoint(site, context))
    if (
        _is_translation(context)
        and site.construct in (Construct.STRING, Construct.KEY, Construct.DEFINITION)
        and not _addresses(site.text)
    ):
        return (whole(site, "i18n"),)
    return tuple(_READERS[site.construct](site, context))


def _is_translation(context: Context) -> bool:
    parts = context.path.parts
    if not _I18N.isdisjoint(parts):
        return True
    return not _MAYBE_I18N.isdisjoint(parts) and any(
        _LANGUAGE_TAG.fullmatch(name) for name in (context.path.stem, *parts[-2:-1])
    )


def _addresses(text: str) -> bool:
    return any(piece.kind in ("base-url", "endpoint") for piece in pieces(text)) and " " not in text


# -- endpoints and models: something only in the right position


def _endpoint(site: Site, context: Context) -> Iterator[Finding]:
    if site.construct not in (Construct.STRING, Construct.MARKUP, Construct.KEY) or meaning_of(site.callee) in (
        "route",
        "log",
        "raise",
        "mock",
        "title",
    ):
        return
    for piece in pieces(site.text) if not _points_elsewhere(site) else ():
        if piece.kind == "endpoint" and (piece.name not in _AMBIGUOUS or _says_ollama(site, context)):
            yield part(site, piece)


def _points_elsewhere(site: Site) -> bool:
    return bool(re.search(r"https?://(?!\S*(ollama|11434))[\w.]+\.\w+", site.text, re.I))


def _says_ollama(site: Site, context: Context) -> bool:
    around = " ".join((site.text, site.callee, *site.path, site.beside, context.path.name)).lower()
    return (
        "ollama" in around
        or "11434" in around
        or any(name in f"{site.text} {site.beside}" for name in context.pointers)
        or _is_requested(site, context)
    )


def _is_requested(site: Site, context: Context) -> bool:
    """`self._client.post("/api/chat")` in a back end that says Ollama. In a test it may be the application's own path, and a
    front end has such paths itself."""
    return (
        context.language in ("python", "notebook")
        and context.says_ollama
        and site.text.startswith("/api/")
        and _REQUESTS.search(site.callee) is not None
        and not any("test" in part for part in context.path.parts)
    )


def _model(site: Site, context: Context) -> Iterator[Finding]:
    if site.construct is not Construct.STRING or not is_model_name(site.text) or not _is_ollamas(site, context):
        return
    if any(_NAMED.search(name) for name in site.path[-2:]) or _NAMED.search(site.callee.rstrip("[]{}")):
        known = lookup(site.text) is not None
        yield whole(site, "model-tag", site.text, None if known else Need.DECIDE)


def _is_ollamas(site: Site, context: Context) -> bool:
    """A bare `mistral-large` among other providers is Ollama's only beside its name; Ollama writes names in lower case."""
    if ":" in site.text:
        return True
    near = not context.rivals or any(abs(site.start - at) < _NEAR for at in context.mentions)
    return site.text.islower() and near


# -- the rest


def _number(site: Site, context: Context) -> Iterator[Finding]:
    around = " ".join((site.callee, *site.path)).lower()
    says = re.search(r"port|host|url|addr|server|ollama|listen|connect|socket", around)
    yield whole(site, "port" if site.text == "11434" and (says or context.says_ollama) else "number")


def _markup(site: Site, context: Context) -> Iterator[Finding]:
    attribute = site.path[1].lower() if len(site.path) > 1 else ""
    if attribute in _VALUE_ATTRIBUTES:
        yield from read_literal(site, context)
    else:
        yield whole(site, "string" if _NAME_ATTRIBUTES.match(attribute) else "ui-text")


def _raw(site: Site, context: Context) -> Iterator[Finding]:
    if match := _IMPORT_LINE.search(site.text):
        yield from read_import(replace(site, construct=Construct.IMPORT, text=match[1] or match[2]), context)
        return
    found = pieces(site.text)
    yield from (part(site, piece) for piece in found)
    if not found:
        yield whole(site, "mention")


def _comment(site: Site, _: Context) -> Iterator[Finding]:
    yield whole(site, "comment")


_READERS: dict[Construct, Reader] = {
    Construct.IMPORT: read_import, Construct.CALL: read_name, Construct.NAME: read_name, Construct.DEFINITION: read_definition,
    Construct.KEY: read_key, Construct.STRING: read_string, Construct.NUMBER: _number, Construct.COMMENT: _comment,
    Construct.MARKUP: _markup,
}  # fmt: skip
for _construct in Construct:
    _READERS.setdefault(_construct, _raw)
