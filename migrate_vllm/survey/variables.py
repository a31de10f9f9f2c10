"""Environment variables of the program: what each is for, where it is set and read, and what doesn't fit together. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from migrate_vllm.facts.env import SERVER_VARIABLES, application_variable
from migrate_vllm.flow.given import Given, Where
from migrate_vllm.flow.mocking import is_test
from migrate_vllm.flow.uses import ADDRESS, MODEL, Read, Use
from migrate_vllm.languages import language_of
from migrate_vllm.model import Need, Report
from migrate_vllm.survey.configured import Configured
from migrate_vllm.survey.nouns import Scope, Variable
from migrate_vllm.survey.scopes import by_scope, scope_of

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*$")
_CONTEXT = re.compile(r"NUM_CTX|CONTEXT_(LENGTH|SIZE|WINDOW)")
_KINDS = frozenset({"env-definition", "env-read"})
_ROLES = ("address", "model", "context", "other", "server")


def names_of(report: Report, uses: Iterable[Use]) -> frozenset[str]:
    """Every variable that the survey is about."""
    said = {name for reference in report.references if reference.kind in _KINDS and reference.need in _PRESSING and (name := _name(reference.text))}
    return frozenset(said | {use.name for use in uses if isinstance(use, Read)})


_PRESSING = frozenset({Need.CHANGE, Need.DECIDE})


def _name(text: str) -> str:
    """In capitals: a settings class reads `ollama_host` from `OLLAMA_HOST`."""
    found = _NAME.search(text.strip("}) "))
    return (found[0].upper() if found[0].islower() else found[0]) if found else ""


def variables(report: Report, uses: tuple[Use, ...], configured: Configured) -> tuple[Variable, ...]:
    """By role, then by name. What tests set is left out."""
    reads = _reads(report, uses, configured)
    seen = {(use.name, use.where) for use in uses if isinstance(use, Read)} | {(name, where) for name, places in configured.reads.items() for where in places}

    def followed(name: str) -> bool:
        return all((name, where) in seen for where in reads.get(name, ()))

    found = [
        Variable(
            name, _role(name, into := _into(name, uses)), tuple(_own(configured.definitions.get(name, ()))), by_scope(reads.get(name, ())),
            tuple(_own((*_defaults(name, uses), *configured.defaults.get(name, ())))), followed(name), into,
        )
        for name in sorted(names_of(report, uses))
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda variable: (_ROLES.index(variable.role), variable.name)))


def _own(given: Iterable[Given]) -> list[Given]:
    return [each for each in sorted(set(given), key=lambda each: (each.where, each.value)) if not is_test(each.where.path)]


def _reads(report: Report, uses: Iterable[Use], configured: Configured) -> dict[str, list[Where]]:
    reads: dict[str, set[Where]] = {name: set(places) for name, places in configured.reads.items()}
    for reference in report.references:
        if reference.kind == "env-read" and reference.need in _PRESSING:
            reads.setdefault(_name(reference.text), set()).add(Where(reference.path, reference.region.line))
    for use in uses:
        if isinstance(use, Read):
            reads.setdefault(use.name, set()).add(use.where)
    return {name: sorted(places) for name, places in reads.items()}


def _into(name: str, uses: Iterable[Use]) -> tuple[str, ...]:
    return tuple(sorted({goal for use in uses if isinstance(use, Read) and use.name == name for goal in use.into}))


def _defaults(name: str, uses: Iterable[Use]) -> Iterator[Given]:
    for use in uses:
        if isinstance(use, Read) and use.name == name:
            yield from use.defaults


def _role(name: str, into: tuple[str, ...]) -> str:
    row = application_variable(name)
    if ADDRESS in into or (row is not None and "URL" in row.target):
        return "address"
    if MODEL in into or (row is not None and "MODEL" in row.target):
        return "model"
    if "num_ctx" in into or _CONTEXT.search(name):
        return "context"
    if row is None and name in SERVER_VARIABLES:
        return "server"
    if re.search(r"OLLAMA\w*(URL|HOST|ENDPOINT)|(URL|HOST)\w*OLLAMA", name):
        return "address"
    return "model" if re.search(r"OLLAMA\w*MODEL|MODEL\w*OLLAMA", name) else "other"


# -- what doesn't fit together


def unread(variable: Variable) -> bool:
    """It is set, and nothing reads it. The Python client reads `OLLAMA_HOST` by itself, Ollama its own."""
    return bool(variable.definitions) and not variable.reads and variable.name not in SERVER_VARIABLES


def unset(variable: Variable) -> bool:
    """It is read, and neither set anywhere nor given a default."""
    return variable.followed and variable.role in ("address", "model") and bool(variable.reads) and not variable.definitions and not variable.defaults


def differing(variable: Variable) -> tuple[Given, ...]:
    """The first of each value that is taken where nothing else is said, if there are several; of models also what is set. That a
    container has another address than a workstation is as it should be."""
    offered = [*variable.defaults, *(variable.definitions if variable.role == "model" else ())]
    first: dict[str, Given] = {}
    for given in offered:
        elsewhere = variable.role == "address" and language_of(given.where.path) in ("yaml", "dockerfile")
        if given.value and not elsewhere and scope_of(given.where.path) is not Scope.CI:
            first.setdefault(_plain(given.value), given)
    return tuple(first.values()) if len(first) > 1 else ()


def _plain(value: str) -> str:
    return re.sub(r"127\.0\.0\.1|0\.0\.0\.0", "localhost", value.rstrip("/")).removesuffix(":latest").lower()
