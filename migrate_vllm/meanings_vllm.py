"""What names on vLLM's side mean, and the differences that no single name says. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from migrate_vllm.facts import vllm
from migrate_vllm.facts.constructors import HABITS
from migrate_vllm.facts.deployment import CI, COMPOSE, DOCKER, HELM, INSTALL, KUBERNETES
from migrate_vllm.facts.differences import COMPATIBLE, ERRORS, STREAMING, TOPICS, Difference
from migrate_vllm.facts.env import OWN, SERVER_VARIABLES
from migrate_vllm.facts.frameworks import PROVIDERS
from migrate_vllm.facts.models import catalogue
from migrate_vllm.facts.serving import ANSWER_FIELDS, FLAGS, GONE, NEW_VARIABLES, PATHS, REQUEST_FIELDS, RequestField
from migrate_vllm.facts.sources import source
from migrate_vllm.meaning import FATES, PLACES, Details, Meaning, told

_REQUESTS = {"chat": "/v1/chat/completions", "completion": "/v1/completions", "embedding": "/v1/embeddings"}

DIFFERENCES: tuple[tuple[str, str, str, Mapping[str, Difference]], ...] = (
    ("topic", "As a whole", "difference between the servers", TOPICS),
    ("error", "Errors", "error of a server", ERRORS),
    ("streaming", "Streams", "difference of streams", STREAMING),
    ("compatible", "Ollama's own /v1", "difference under Ollama's own /v1", COMPATIBLE),
    ("habit", "Ways to use the clients", "way to use the Ollama clients", HABITS),
    ("provider", "Names of providers", "name of Ollama for frameworks", PROVIDERS),
    ("docker", "Docker", "part of a Docker set-up", DOCKER),
    ("compose", "Compose", "key of a compose file", COMPOSE),
    ("kubernetes", "Kubernetes", "key of a Kubernetes manifest", KUBERNETES),
    ("helm", "Helm", "value of the chart ollama-helm", HELM),
    ("ci", "CI", "step of CI", CI),
    ("install", "Installation", "part of an installation", INSTALL),
)
"""table, heading, what a row of it is, rows"""


def difference_meanings() -> Iterator[Meaning]:
    for table, group, sort, rows in DIFFERENCES:
        for name, row in rows.items():
            sides = told((("on Ollama", row.ollama), ("on vLLM", row.vllm)))
            yield Meaning(name, sort, "", FATES[row.fate], row.why, sides, source(table, name), (), row.also, group)


def vllm_meanings() -> Iterator[Meaning]:
    for name, flag in FLAGS.items():
        yield Meaning(name, "flag of `vllm serve`", "", "", flag.meaning, _flag(name), source("vllm flag", name), vllm.spellings(name)[1:],
                      group="Flags of `vllm serve`")  # fmt: skip
    for name, field in REQUEST_FIELDS.items():
        yield Meaning(name, "field of vLLM's requests", "", "", field.meaning, _request(field), source("vllm request field"), (f"extra_body.{name}",),
                      group="Fields of vLLM")  # fmt: skip
    for path, answer in ANSWER_FIELDS.items():
        yield Meaning(path, "field of vLLM's answers", "", "", answer.meaning, (), source("vllm answer field"), group="Fields of vLLM")
    for path, endpoint in PATHS.items():
        yield Meaning(path, "path of vLLM", "", "", endpoint.meaning, (), source("vllm path"), group="Paths of vLLM")
    for name, gone in GONE.items():
        yield Meaning(name, f"{_sort(name)} of older versions of vLLM", gone.instead, "", gone.why, (), source("gone", name), group="Gone from vLLM")
    yield from _variables()


def _variables() -> Iterator[Meaning]:
    for name, own in OWN.items():
        yield Meaning(name, "variable of vLLM's server", "", own.meaning, own.why, (), source("own variable"), group="Variables of vLLM's server")
    for name, new in NEW_VARIABLES.items():
        yield Meaning(name, "variable that the move brings", "", "", new.meaning, (), source("new variable"), group="Variables that the move brings")


def _sort(name: str) -> str:
    return "flag" if name.startswith("--") else "field" if "_" in name else "part"


_CHOICES = {"--tool-call-parser": "tool-parser", "--reasoning-parser": "reasoning-parser", "--quantization": "quantization"}


def _flag(name: str) -> Details:
    takes = sorted(vllm.names(_CHOICES[name])) if name in _CHOICES else ()
    return told((("also", ", ".join(vllm.spellings(name)[1:])), ("default", vllm.default("flag", name)), ("takes", ", ".join(takes))))


def _request(field: RequestField) -> Details:
    sorts = [sort for sort in _REQUESTS if field.name in vllm.names(sort)]
    defaults = (f"{value} for {_REQUESTS[sort]}" for sort in sorts if (value := vllm.default(sort, field.name)))
    rows = (("where", PLACES[field.place]), ("asked of", ", ".join(_REQUESTS[sort] for sort in sorts)), ("default", ", ".join(defaults)))
    return told(rows)


def unlisted(name: str) -> Iterator[Meaning]:
    """A flag, field or variable that vLLM reads and no table says a word about, or one that it would only warn of."""
    if name in vllm.names("flag"):
        yield from (_unlisted_flag(name),) if vllm.spellings(name)[0] not in FLAGS else ()
    elif name in vllm.names("variable"):
        yield from (Meaning(name, "variable of vLLM's server", "", "", "A real setting: use it on purpose.", (), source("own variable")),) if name not in OWN else ()
    elif fields := [sort for sort in _REQUESTS if name in vllm.names(sort)]:
        asked = (("asked of", ", ".join(_REQUESTS[sort] for sort in fields)), ("default", vllm.default(fields[0], name)))
        yield from (Meaning(name, "field of vLLM's requests", "", "", "", told(asked), source("vllm request field")),) if name not in REQUEST_FIELDS else ()
    elif flags := [flag for flag, sort in _CHOICES.items() if name in vllm.names(sort)]:
        yield Meaning(name, f"value of `{'` and `'.join(flags)}`", "", "", "", _models(name), source("vllm value"))
    elif name.startswith("VLLM_") and name not in NEW_VARIABLES:
        yield _unknown_variable(name)


def _models(parser: str) -> Details:
    users = (model.tag for model in catalogue() if parser in (model.tool_parser, model.reasoning_parser))
    return told((("for", ", ".join(users)),))


def _unlisted_flag(name: str) -> Meaning:
    first = vllm.spellings(name)[0]
    return Meaning(first, "flag of `vllm serve`", "", "", "No migration needs it by itself.", _flag(first), source("vllm flag"))


def _unknown_variable(name: str) -> Meaning:
    row = SERVER_VARIABLES.get(f"OLLAMA_{name.removeprefix('VLLM_')}")
    return Meaning(
        name, "no variable of vLLM's server", row.target if row else "", "",
        "The server warns of it and takes nothing from it; with `--fail-on-environ-validation` it doesn't start. An application may use the name.",
        (), source("own variable"),
    )  # fmt: skip
