"""The survey: what a whole repository uses of Ollama, from the references and what the flow knows. Pure.

    words(report, uses)                     what to look for in the files of configuration
    survey_of(report, uses, repository)     one `Survey`
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from migrate_vllm.facts.options import OPTIONS
from migrate_vllm.facts.vllm import PORT
from migrate_vllm.flow.given import Given, Where
from migrate_vllm.flow.mocking import is_test
from migrate_vllm.flow.uses import Address, Option, Use
from migrate_vllm.model import Need, Report
from migrate_vllm.survey.code import code
from migrate_vllm.survey.configured import Configured, configured
from migrate_vllm.survey.decisions import decisions
from migrate_vllm.survey.features import features
from migrate_vllm.survey.models import models, open_uses
from migrate_vllm.survey.nouns import Repository, Setting, Survey, Variable
from migrate_vllm.survey.scopes import by_scope
from migrate_vllm.survey.servers import Wanted, servers
from migrate_vllm.survey.variables import names_of, variables

__all__ = ["Repository", "Survey", "survey_of", "words"]

_ADDRESSES = frozenset({"base-url"})
_MOST_CONTEXT = 10_000_000


def words(report: Report, uses: tuple[Use, ...]) -> frozenset[str]:
    """What a file of configuration must hold one of for the survey to read it."""
    return names_of(report, uses) | {"ollama", "num_ctx", str(PORT)}


def survey_of(report: Report, uses: tuple[Use, ...], repository: Repository) -> Survey:
    """`report`: of the whole repository; `uses`: `flow.uses.uses_of` of the analysis that it was made with, empty when there was
    none; `repository`: what else was read. Nothing here reads a file."""
    said = configured(repository.settings, names_of(report, uses))
    found = variables(report, uses, said)
    used, waiting = models(report, uses, found, said), open_uses(uses, found)
    options = _settings(uses, found)
    contexts = _contexts(options, found, said)
    taken = by_scope(said.ports)
    needed = servers(used, Wanted(waiting, int(contexts[0].value) if contexts else 0, taken, _origins(found)))
    shown = features(report, uses)
    survey = Survey(
        models=used, open_uses=waiting, settings=options, context=contexts, variables=found, addresses=_addresses(report, uses), features=shown,
        servers=needed, port_taken=taken,
        own_names=_own_names(report, repository), code=code(repository.paths, repository.manifests),
    )  # fmt: skip
    return replace(survey, decisions=decisions(survey))


def _origins(found: tuple[Variable, ...]) -> tuple[str, ...]:
    """Of pages that Ollama lets ask it; vLLM knows no wildcard inside a host."""
    given = [each.value for variable in found if variable.name == "OLLAMA_ORIGINS" for each in variable.definitions]
    origins = dict.fromkeys(origin.strip() for value in given for origin in value.split(",") if origin.strip())
    return tuple(origin for origin in origins if "*" not in origin or origin == "*")


def _settings(uses: tuple[Use, ...], found: tuple[Variable, ...]) -> tuple[Setting, ...]:
    """In the order of the table of options. A variable's values are those that are set, and its defaults."""
    held = {variable.name: (*variable.definitions, *variable.defaults) for variable in found}
    by_name: dict[str, list[Option]] = {}
    for use in uses:
        if isinstance(use, Option) and not is_test(use.where.path):
            by_name.setdefault(use.name, []).append(use)
    return tuple(_setting(name, by_name[name], held) for name in OPTIONS if name in by_name)


def _setting(name: str, options: list[Option], held: dict[str, tuple[Given, ...]]) -> Setting:
    given = [each for option in options for value in option.values for each in (held.get(value.variable, ()) if value.variable else (value,))]
    kept = sorted({each for each in given if each.value and not is_test(each.where.path)}, key=lambda each: (each.where, each.value))
    unknown = tuple(option.where for option in options if not option.values)
    return Setting(name, tuple(sorted(kept, key=_size, reverse=True)), tuple(option.where for option in options), unknown)


def _size(given: Given) -> float:
    try:
        return float(given.value.replace("_", ""))
    except ValueError:
        return float("-inf")


def _contexts(options: tuple[Setting, ...], found: tuple[Variable, ...], said: Configured) -> tuple[Given, ...]:
    """Of requests, of variables that say so, and of Modelfiles."""
    given = [
        *(each for setting in options if setting.name == "num_ctx" for each in setting.values),
        *(each for variable in found if variable.role == "context" for each in (*variable.definitions, *variable.defaults)),
        *said.contexts,
    ]
    sizes = {Given(each.value.replace("_", ""), each.where) for each in given if 0 < _size(each) < _MOST_CONTEXT}
    whole = sorted((each for each in sizes if each.value.isdigit()), key=lambda each: each.where)
    return tuple(sorted(whole, key=_size, reverse=True))


def _addresses(report: Report, uses: tuple[Use, ...]) -> tuple[Given, ...]:
    return tuple(sorted(set(_all_addresses(report, uses)), key=lambda given: (given.where, given.value)))


def _all_addresses(report: Report, uses: tuple[Use, ...]) -> Iterator[Given]:
    for reference in report.references:
        if reference.kind in _ADDRESSES and reference.need is Need.CHANGE and not is_test(reference.path) and "://" in reference.text:
            yield Given(reference.text, Where(reference.path, reference.region.line))
    yield from (Given(use.value, use.where) for use in uses if isinstance(use, Address) and not is_test(use.where.path))


def _own_names(report: Report, repository: Repository) -> tuple[str, ...]:
    said = {reference.text for reference in report.references if reference.kind == "own-name"}
    return tuple(sorted(said.union(filter(None, repository.own_names))))
