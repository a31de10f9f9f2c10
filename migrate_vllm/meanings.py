"""Everything that a name can mean, read off the tables: what `explain` shows and the reference pages list. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from migrate_vllm.facts import vllm
from migrate_vllm.facts.commands import COMMAND_FLAGS, COMMANDS, Command
from migrate_vllm.facts.endpoints import CALLS, ENDPOINTS, Endpoint
from migrate_vllm.facts.env import OWN, VARIABLES, Role, application_variable
from migrate_vllm.facts.fate import Fate
from migrate_vllm.facts.fields import FIELDS
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.modelfile import DIRECTIVES
from migrate_vllm.facts.models import Model, lookup
from migrate_vllm.facts.options import OPTIONS, Option, Place
from migrate_vllm.model import Codemod, Need

FATES = {
    Fate.EXACT: "exact: means the same",
    Fate.LOSSY: "lossy: works, but a value, a default or a detail changes",
    Fate.UNSUPPORTED: "unsupported: has no counterpart",
    Fate.NEEDS_HUMAN: "needs a person: a decision that the program doesn't take",
}
NEEDS = {
    Need.CHANGE: "change: must be rewritten for the program to work",
    Need.DECIDE: "decide: must change, but a person says to what",
    Need.TEXT: "text: nothing breaks",
    Need.KEEP: "keep: stays as it is",
}
PLACES = {
    Place.TOP: "an argument of the OpenAI SDK",
    Place.EXTRA_BODY: "a field of vLLM's own: in `extra_body` of the Python SDK, else beside the other fields",
    Place.FLAG: "a flag of `vllm serve`",
    Place.ENV: "a variable of the server",
    Place.NOWHERE: "",
}
_READERS = {Role.SERVER: "of Ollama's server", Role.APP: "of an application"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a name can mean."""

    name: str
    sort: str
    """`option`, `endpoint`, `variable of Ollama's server`, …"""
    becomes: str
    """empty: nothing"""
    verdict: str
    why: str
    details: tuple[tuple[str, str], ...] = ()


def meanings(name: str, codemods: tuple[Codemod, ...]) -> tuple[Meaning, ...]:
    """All meanings of exactly this name."""
    return tuple(meaning for look in _LOOKS for meaning in look(name)) + tuple(_codemod(name, codemods))


def _kind(name: str) -> Iterator[Meaning]:
    if kind := KINDS.get(name):
        yield Meaning(name, "kind of reference", "", NEEDS[kind.need], kind.becomes, (("what", kind.summary),))


def _codemod(name: str, codemods: tuple[Codemod, ...]) -> Iterator[Meaning]:
    """By its own name, or by a module, class or package that it is about."""
    for codemod in codemods:
        signs = codemod.signs
        if name in (codemod.name, *signs.modules, *signs.symbols, *signs.distributions):
            does = "finds and rewrites" if codemod.rewrite else "finds, doesn't rewrite"
            yield Meaning(codemod.name, "codemod", "", does, codemod.summary, _signs(codemod))


def _signs(codemod: Codemod) -> tuple[tuple[str, str], ...]:
    signs = codemod.signs
    rows = (
        ("languages", codemod.languages), ("modules", signs.modules), ("names", signs.symbols),
        ("packages", signs.distributions), ("kinds", signs.kinds), ("read on", (codemod.documentation,)),
    )  # fmt: skip
    return tuple((label, ", ".join(values)) for label, values in rows if any(values))


def _option(name: str) -> Iterator[Meaning]:
    if option := OPTIONS.get(name):
        yield Meaning(name, "option", option.vllm, FATES[option.fate], option.why, _defaults(option))


def _defaults(option: Option) -> tuple[tuple[str, str], ...]:
    rows = (("where", PLACES[option.place]), ("default", option.default), ("on vLLM", option.vllm_default))
    return tuple(row for row in rows if row[1])


def _endpoint(name: str) -> Iterator[Meaning]:
    if endpoint := ENDPOINTS.get(name):
        yield _of_endpoint(endpoint, name, "endpoint")
    if endpoint := CALLS.get(name):
        yield _of_endpoint(endpoint, name, "function of the Ollama clients")


def _of_endpoint(endpoint: Endpoint, name: str, sort: str) -> Meaning:
    asked = (("asks", f"{', '.join(endpoint.methods)} {endpoint.path}"),)
    return Meaning(name, sort, endpoint.vllm, FATES[endpoint.fate], endpoint.why, asked)


def _variable(name: str) -> Iterator[Meaning]:
    rows = VARIABLES.get(name) or tuple(filter(None, (application_variable(name),)))
    for row in rows:
        default = (("default" if row.role is Role.SERVER else "such as", row.default),) if row.default else ()
        yield Meaning(name, f"variable {_READERS[row.role]}", row.target, FATES[row.fate], row.why, default)


def _command(name: str) -> Iterator[Meaning]:
    if command := COMMANDS.get(name):
        yield Meaning(name, "command of `ollama`", command.vllm, FATES[command.fate], command.why, _aliases(command))
    if flag := COMMAND_FLAGS.get(name):
        sort = f"flag of `ollama {'`, `ollama '.join(flag.commands)}`" if flag.commands else "flag of `ollama`"
        yield Meaning(name, sort, flag.vllm, FATES[flag.fate], flag.why)


def _aliases(command: Command) -> tuple[tuple[str, str], ...]:
    return (("also", ", ".join((command.name, *command.aliases))),) if command.aliases else ()


def _directive(name: str) -> Iterator[Meaning]:
    if directive := DIRECTIVES.get(name):
        yield Meaning(name, "directive of a Modelfile", directive.vllm, FATES[directive.fate], directive.why)


def _field(name: str) -> Iterator[Meaning]:
    for row in FIELDS:
        if name in (row.path, row.path.rpartition(".")[2]):
            where = f"field of the {row.side} of {', '.join(f'/api/{end}' for end in row.endpoints)}"
            details = (("in a chunk", row.chunk),) if row.chunk else ()
            yield Meaning(row.path, where, row.vllm, FATES[row.fate], row.why, details)


def _model(name: str) -> Iterator[Meaning]:
    if model := lookup(name):
        verdict = "sure" if model.sure else "to be checked by a person"
        yield Meaning(name, "model", model.repo, verdict, model.note or "The same checkpoint.", _needs(model))


def _needs(model: Model) -> tuple[tuple[str, str], ...]:
    rows = (
        ("same as", model.tag), ("task", model.task), ("context", str(model.context)), ("quantised", model.quantised),
        ("flags", " ".join(model.flags)), ("tools", model.tool_parser), ("reasoning", model.reasoning_parser),
        ("gated", "" if model.gated == "no" else model.gated),
        ("vLLM", "" if model.supported else "can't run this architecture"),
    )  # fmt: skip
    return tuple(row for row in rows if row[1])


def _of_vllm(name: str) -> Iterator[Meaning]:
    """A name on vLLM's side: its own meaning, and what it takes the place of."""
    own = OWN.get(name)
    taken = "; ".join(dict.fromkeys(_taken_from(name)))
    if own or taken or name in vllm.names("flag") or name in vllm.names("variable"):
        replaces = (("in place of", taken),) if taken else ()
        yield Meaning(name, _sort_on_vllm(name), "", own.meaning if own else "", own.why if own else "", replaces)


def _sort_on_vllm(name: str) -> str:
    if name.startswith("-"):
        return "flag of `vllm serve`"
    return "variable of vLLM's server" if name in vllm.names("variable") else "name on vLLM's side"


def _taken_from(name: str) -> Iterator[str]:
    """What becomes this name, where that is another name."""
    rows = (
        *(("option", row.name, row.vllm) for row in OPTIONS.values()),
        *(("variable", row.name, row.target) for group in VARIABLES.values() for row in group),
        *(("directive", row.name, row.vllm) for row in DIRECTIVES.values()),
        *(("endpoint", row.path, row.vllm) for row in ENDPOINTS.values()),
    )
    yield from (f"{sort} {old}" for sort, old, new in rows if name in new.split() and name != old)


_LOOKS: tuple[Callable[[str], Iterator[Meaning]], ...] = (
    _kind, _option, _endpoint, _variable, _command, _directive, _field, _model, _of_vllm,
)  # fmt: skip
