"""Everything that a name can mean, read off the tables: what `explain` shows and the reference pages list. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from migrate_vllm.facts.commands import COMMAND_FLAGS, COMMANDS
from migrate_vllm.facts.endpoints import CALLS, ENDPOINTS, Endpoint
from migrate_vllm.facts.env import VARIABLES, Role, Variable, application_variable
from migrate_vllm.facts.fields import FIELDS, Field, Side
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.modelfile import DIRECTIVES
from migrate_vllm.facts.models import Model, lookup
from migrate_vllm.facts.options import OPTIONS
from migrate_vllm.facts.sources import source
from migrate_vllm.meaning import FATES, NEEDS, PLACES, Details, Meaning, told
from migrate_vllm.meanings_classes import argument_meanings, class_meanings, type_meanings
from migrate_vllm.meanings_vllm import difference_meanings, unlisted, vllm_meanings
from migrate_vllm.model import Codemod


def meanings(codemods: tuple[Codemod, ...]) -> tuple[Meaning, ...]:
    """Every meaning of every name in a table, in the order in which they are told."""
    return tuple(meaning for table in _TABLES for meaning in table()) + tuple(map(_codemod, codemods))


def open_meanings(name: str) -> tuple[Meaning, ...]:
    """What is too many for a list: models, variables with a bundler's prefix, all names of vLLM."""
    return (*_prefixed(name), *_model(name), *unlisted(name))


def _kinds() -> Iterator[Meaning]:
    for name, kind in KINDS.items():
        yield Meaning(name, "kind of reference", "", NEEDS[kind.need], kind.becomes, (("what", kind.summary),), group="Kinds of reference")


def _codemod(codemod: Codemod) -> Meaning:
    """By its own name, or by a module or package that it is about; less surely by a class."""
    signs = codemod.signs
    rows = (
        ("languages", codemod.languages), ("modules", signs.modules), ("names", signs.symbols),
        ("packages", signs.distributions), ("kinds", signs.kinds), ("read on", (codemod.documentation,)),
    )  # fmt: skip
    does = "finds and rewrites" if codemod.rewrite else "finds, doesn't rewrite"
    return Meaning(
        codemod.name, "codemod", "", does, codemod.summary, told((label, ", ".join(values)) for label, values in rows),
        names=(*signs.modules, *signs.distributions), lesser=signs.symbols, group="Codemods",
    )  # fmt: skip


def _options() -> Iterator[Meaning]:
    for name, option in OPTIONS.items():
        details = told((("where", PLACES[option.place]), ("default", option.default), ("on vLLM", option.vllm_default)))
        yield Meaning(name, "option", option.vllm, FATES[option.fate], option.why, details, source("option", name), group="Options")


def _endpoints() -> Iterator[Meaning]:
    for path, endpoint in ENDPOINTS.items():
        last = path.rpartition("/")[2]
        yield _endpoint(endpoint, path, "endpoint", (last,) if path.startswith("/api/") and last not in CALLS else ())
    for name, endpoint in CALLS.items():
        yield _endpoint(endpoint, name, "function of the Ollama clients", ())


def _endpoint(endpoint: Endpoint, name: str, sort: str, names: tuple[str, ...]) -> Meaning:
    asked = (("asks", f"{', '.join(endpoint.methods)} {endpoint.path}"),)
    group = "Endpoints" if sort == "endpoint" else ""
    return Meaning(name, sort, endpoint.vllm, FATES[endpoint.fate], endpoint.why, asked, source("endpoint", endpoint.path), names, group=group)


def _variables() -> Iterator[Meaning]:
    yield from (_variable(row) for rows in VARIABLES.values() for row in rows)


def _prefixed(name: str) -> Iterator[Meaning]:
    if name not in VARIABLES and (row := application_variable(name)):
        yield _variable(row)


def _variable(row: Variable) -> Meaning:
    reader, table, example = _READERS[row.role]
    default: Details = ((example, row.default),) if row.default else ()
    return Meaning(
        row.name, f"variable of {reader}", row.target, FATES[row.fate], row.why, default, source(table, row.name), group="Variables"
    )


_READERS = {
    Role.SERVER: ("Ollama's server", "server variable", "default"),
    Role.APP: ("an application", "application variable", "such as"),
}


def _commands() -> Iterator[Meaning]:
    for name, command in COMMANDS.items():
        also: Details = (("also", ", ".join((command.name, *command.aliases))),) if command.aliases else ()
        yield Meaning(
            name, "command of `ollama`", command.vllm, FATES[command.fate], command.why, also, source("command", name), group="Commands"
        )
    for name, flag in COMMAND_FLAGS.items():
        of = "`, `ollama ".join(flag.commands)
        sort = f"flag of `ollama {of}`" if of else "flag of `ollama`"
        yield Meaning(
            name, sort, flag.vllm, FATES[flag.fate], flag.why, (), source("command flag", name), group="Flags of commands"
        )


def _directives() -> Iterator[Meaning]:
    for name, row in DIRECTIVES.items():
        yield Meaning(
            name, "directive of a Modelfile", row.vllm, FATES[row.fate], row.why, (), source("directive", name),
            group="Directives of a Modelfile",
        )  # fmt: skip


def _fields() -> Iterator[Meaning]:
    yield from map(_field, FIELDS)


def _field(row: Field) -> Meaning:
    sort = f"field of the {row.side} of {', '.join(f'/api/{end}' for end in row.endpoints)}"
    chunk: Details = (("in a chunk", row.chunk),) if row.chunk else ()
    table = "request field" if row.side is Side.REQUEST else "answer field"
    return Meaning(
        row.path, sort, row.vllm, FATES[row.fate], row.why, chunk, source(table, row.path), (row.name,),
        group="Fields of requests and answers",
    )  # fmt: skip


def _model(name: str) -> Iterator[Meaning]:
    if model := lookup(name):
        verdict = "sure" if model.sure else "to be checked by a person"
        yield Meaning(name, "model", model.repo, verdict, model.note or "The same checkpoint.", _needs(model), source("model"))


def _needs(model: Model) -> Details:
    rows = (
        ("same as", model.tag), ("task", model.task), ("context", str(model.context)), ("quantised", model.quantised),
        ("flags", " ".join(model.flags)), ("tools", model.tool_parser), ("reasoning", model.reasoning_parser),
        ("gated", "" if model.gated == "no" else model.gated),
        ("vLLM", "" if model.supported else "can't run this architecture"),
    )  # fmt: skip
    return told(rows)


_TABLES: tuple[Callable[[], Iterator[Meaning]], ...] = (
    _kinds, _options, _endpoints, _variables, _commands, _directives, _fields, class_meanings, type_meanings, argument_meanings,
    vllm_meanings, difference_meanings,
)  # fmt: skip
