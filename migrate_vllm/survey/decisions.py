"""What only a person can decide, before anything is rewritten: a sentence each, most pressing first. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from migrate_vllm.facts.vllm import PORT
from migrate_vllm.flow.given import Where
from migrate_vllm.survey.models import is_foreign
from migrate_vllm.survey.nouns import Scope, Survey
from migrate_vllm.survey.servers import GATED
from migrate_vllm.survey.variables import differing, unread, unset

_CHECKED = frozenset({"address", "model", "context"})
"""roles of variables that must fit together"""
_FEATURES = ("model administration", "answers relayed to the browser", "suffix of generate", "context of generate", "template of generate", "Modelfile")


def decisions(survey: Survey) -> tuple[str, ...]:
    """Of a survey that is complete but for them."""
    parts = (_of_servers, _of_foreign, _of_named, _of_vectors, _of_context, _of_port, _of_features, _of_variables, _of_ci)
    return tuple(said for part in parts for said in part(survey))


def _of_servers(survey: Survey) -> Iterator[str]:
    notes: dict[str, list[str]] = {}
    for server in survey.servers:
        for note in server.notes:
            notes.setdefault(note, []).append(server.tags[0])
    yield from (f"{', '.join(tags)}: {note}" for note, tags in sorted(notes.items(), key=lambda item: item[0] == GATED))
    if len(survey.servers) > 1:
        count = len(survey.servers)
        yield f"{count} models are {count} servers, each with its own address: on one GPU their --gpu-memory-utilization together stays under 1"
    if not survey.servers:
        asked = f" (asked for: {', '.join(survey.open_uses)})" if survey.open_uses else ""
        yield f"no model is named: whoever installs or uses the program chooses it{asked}, and the server must be started with it"


def _of_foreign(survey: Survey) -> Iterator[str]:
    names = [use.tag for use in survey.models if use.scope is Scope.APP and is_foreign(use)]
    if names:
        yield f"{', '.join(names)}: no tag of Ollama's library, so another provider's or a Hugging Face id; does Ollama serve it at all?"


def _of_named(survey: Survey) -> Iterator[str]:
    """Names without a request, where other models have one."""
    own = [use for use in survey.models if use.scope is Scope.APP and not is_foreign(use)]
    named = [use for use in own if not use.uses]
    if named and len(named) < len(own):
        yield f"{', '.join(use.tag for use in named)}: named ({said(tuple(where for use in named for where in use.places))}), but no request was seen: used at all?"


def _of_vectors(survey: Survey) -> Iterator[str]:
    places = tuple(where for feature in survey.features if feature.name.startswith("embeddings") for where in feature.places)
    if places:
        yield f"stored vectors have to be made anew, since vLLM's differ ({said(places)})"


def _of_context(survey: Survey) -> Iterator[str]:
    unknown = tuple(where for setting in survey.settings if setting.name == "num_ctx" for where in setting.unknown)
    if unknown:
        largest = f"; the largest that is known is {survey.context[0].value}" if survey.context else ""
        yield f"num_ctx is worked out while the program runs ({said(unknown)}), --max-model-len is not{largest}"


def _of_port(survey: Survey) -> Iterator[str]:
    if survey.port_taken:
        ports = ", ".join(str(server.port) for server in survey.servers) or str(PORT + 1)
        yield f"the program listens on {PORT} itself ({said(survey.port_taken)}): vLLM gets {ports}"


def _of_features(survey: Survey) -> Iterator[str]:
    for feature in survey.features:
        if feature.name in _FEATURES:
            lost = "" if feature.becomes else " has no counterpart"
            yield f"{feature.name}{lost} ({said(feature.places)}): {_lower(feature.vllm.removeprefix('Nothing: '))}"


def _of_variables(survey: Survey) -> Iterator[str]:
    for variable in survey.variables:
        if variable.role not in _CHECKED:
            continue
        if different := differing(variable):
            yield f"{variable.name} has different defaults: {', '.join(f'{given.value} ({said((given.where,))})' for given in different)}"
        if unread(variable):
            yield f"{variable.name} is set ({said(tuple(given.where for given in variable.definitions))}) and nothing reads it"
        if unset(variable):
            yield f"{variable.name} is read ({said(variable.reads)}), never set, and has no default"


def _of_ci(survey: Survey) -> Iterator[str]:
    for use in survey.models:
        if use.scope is Scope.CI:
            yield f"{use.tag} is used by CI alone ({said(use.places)}): a runner without a GPU needs vLLM's CPU image or a stub"


def said(places: tuple[Where, ...], most: int = 2) -> str:
    """`a.py:3, b.py:9 and 4 more`"""
    shown = ", ".join(f"{where.path}:{where.line}" if where.line else str(where.path) for where in places[:most])
    return f"{shown} and {len(places) - most} more" if len(places) > most else shown


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
