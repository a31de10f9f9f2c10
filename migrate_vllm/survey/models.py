"""Which models are used, what for, and where each is named. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from migrate_vllm.facts.models import FAMILIES, Model, lookup
from migrate_vllm.flow.given import Given, Where
from migrate_vllm.flow.mocking import is_test
from migrate_vllm.flow.uses import Field, Request, Use
from migrate_vllm.model import Evidence, Need, Reference, Report
from migrate_vllm.survey.configured import Configured
from migrate_vllm.survey.nouns import USES, ModelUse, Scope, Variable
from migrate_vllm.survey.scopes import by_scope, rank, scope_of

_PREFIX = re.compile(r"^ollama(_chat)?[/:]")
_FALSE = frozenset({"false", "none", "null", "0"})
_ENDPOINTS = {"chat": "chat", "generate": "generate", "embed": "embed", "embeddings": "embed"}


def models(report: Report, uses: tuple[Use, ...], variables: tuple[Variable, ...], configured: Configured) -> tuple[ModelUse, ...]:
    """The program's first. Spellings of one tag (`x`, `x:latest`) are one model."""
    held = {variable.name: (*variable.definitions, *variable.defaults) for variable in variables if variable.role == "model"}
    places = _places(report, uses, held, configured)
    asked = _asked(uses, held)
    found = [_model(key, given, asked, held) for key, given in places.items()]
    return tuple(sorted(found, key=_rank))


def _rank(use: ModelUse) -> tuple[int, bool, bool, bool, int, str]:
    """Those that answer first; of these the ones that are known, asked, and named most often."""
    return rank(use.scope), embeds(use), use.model is None, not use.uses, -len(use.places), use.tag


def embeds(use: ModelUse) -> bool:
    return use.model.task == "embed" if use.model is not None else use.uses == ("embed",)


def is_foreign(use: ModelUse) -> bool:
    """A name like `org/model`: another provider's, or a Hugging Face id already."""
    return use.model is None and "/" in use.tag and ":" not in use.tag


def open_uses(uses: tuple[Use, ...], variables: tuple[Variable, ...]) -> tuple[str, ...]:
    """Uses of requests of which no model is known."""
    held = {variable.name: (*variable.definitions, *variable.defaults) for variable in variables}
    waiting = [use for use in uses if isinstance(use, Request) and not _tags(use, held) and not is_test(use.where.path)]
    return _ordered(what for request in waiting for what in uses_of_request(request))


def _model(key: str, given: list[Given], asked: dict[str, set[str]], held: dict[str, tuple[Given, ...]]) -> ModelUse:
    places = by_scope(each.where for each in given)
    holders = tuple(sorted(name for name, values in held.items() if any(_key(value.value) == key for value in values)))
    model = lookup(key)
    uses = asked.get(key, set()) or ({"embed"} if model is not None and model.task == "embed" else set())
    return ModelUse(key, model, scope_of(places[0].path), _ordered(uses), holders, places)


def _ordered(uses: Iterable[str]) -> tuple[str, ...]:
    found = set(uses)
    return tuple(use for use in USES if use in found)


def _key(tag: str) -> str:
    return _PREFIX.sub("", tag.strip()).removesuffix(":latest")


def _places(report: Report, uses: Iterable[Use], held: dict[str, tuple[Given, ...]], configured: Configured) -> dict[str, list[Given]]:
    named = [given for reference in report.references if reference.need in (Need.CHANGE, Need.DECIDE) for given in _named(reference)]
    asked = [given for use in uses if isinstance(use, Request) and _sends(use) for given in use.models if not given.variable]
    places: dict[str, list[Given]] = {}
    for given in (*named, *asked, *(each for values in held.values() for each in values), *configured.models):
        if _is_name(given.value):
            places.setdefault(_key(given.value), []).append(given)
    return places


_NAME = re.compile(r"[\w./-]*[A-Za-z][\w./-]*(:[\w.-]+)?")


def _is_name(text: str) -> bool:
    """Not a folder of models, and not what stands for nothing."""
    return bool(_NAME.fullmatch(text)) and not text.startswith(("/", "./", "../")) and text.lower() not in ("none", "null", "true", "false")


def _named(reference: Reference) -> Iterator[Given]:
    where = Where(reference.path, reference.region.line)
    text = reference.text.strip("\"'")
    sure = reference.evidence is Evidence.FLOW or ":" in text or _key(text).partition(":")[0].lower() in FAMILIES or lookup(text) is not None
    if (reference.kind == "model-tag" and sure) or (reference.kind == "model-prefix" and _PREFIX.match(reference.text) and len(reference.text) > 8):
        yield Given(text, where)


def _sends(request: Request) -> bool:
    return request.endpoint in _ENDPOINTS or request.by == "framework" or request.endpoint == "pull"


def _asked(uses: Iterable[Use], held: dict[str, tuple[Given, ...]]) -> dict[str, set[str]]:
    """What each model is asked for."""
    asked: dict[str, set[str]] = {}
    for use in uses:
        if isinstance(use, Request):
            for tag in _fitting(use, _tags(use, held)):
                asked.setdefault(tag, set()).update(uses_of_request(use))
    return asked


def _tags(request: Request, held: dict[str, tuple[Given, ...]]) -> dict[str, str]:
    """With the variable that each is held by."""
    given = [(each, model.variable) for model in request.models for each in (held.get(model.variable, ()) if model.variable else (model,))]
    ordered = sorted(given, key=lambda pair: pair[1])
    return {_key(each.value): variable for each, variable in ordered if each.value}


def _fitting(request: Request, tags: dict[str, str]) -> list[str]:
    """Where a request is asked with models of both sorts, each sort is for its own endpoints."""
    embedders = {tag for tag, variable in tags.items() if _is_embedder(tag, variable)}
    if len(tags) == len(embedders) or not embedders:
        return list(tags)
    return [tag for tag in tags if (tag in embedders) == ("embed" in uses_of_request(request))]


def _is_embedder(tag: str, variable: str) -> bool:
    model = lookup(tag)
    return model.task == "embed" if model is not None else "embed" in f"{tag} {variable}".lower()


def uses_of_request(request: Request) -> set[str]:
    """Of USES."""
    if request.by == "framework":
        found = {"embed" if "embed" in request.endpoint.lower() else "chat"}
    else:
        found = {_ENDPOINTS[request.endpoint]} if request.endpoint in _ENDPOINTS else set()
    return found | {use for field in request.fields if found for use in _of_field(field)}


def _of_field(field: Field) -> Iterator[str]:
    said = {given.value.lower() for given in field.values}
    name = field.name
    if name in ("images", "messages[].images"):
        yield "vision"
    elif name == "tools":
        yield "tools"
    elif name in ("think", "reasoning") and not (field.fixed and said <= _FALSE):
        yield "thinking"
    elif name == "format":
        if "json" in said:
            yield "JSON"
        if field.thing or not said:
            yield "JSON schema"


def is_served(use: ModelUse) -> bool:
    """Whether it wants a server: a model of the program that is asked, or that is known at least."""
    return use.scope is Scope.APP and not is_foreign(use) and (bool(use.uses) or use.model is not None)


def unsure(model: Model | None) -> bool:
    return model is None or not model.sure
