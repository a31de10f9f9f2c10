"""What of Ollama the program uses, and what vLLM has for each: the sentences are those of the tables in `facts`. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from migrate_vllm.facts.endpoints import ADMIN, ENDPOINTS
from migrate_vllm.facts.env import SERVER_VARIABLES
from migrate_vllm.facts.fields import Field as FieldRow
from migrate_vllm.facts.fields import Side, fields
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.flow.given import Where
from migrate_vllm.flow.mocking import is_test
from migrate_vllm.flow.uses import Field, Request, Use
from migrate_vllm.model import Need, Reference, Report
from migrate_vllm.survey.nouns import Feature
from migrate_vllm.survey.scopes import by_scope

_CHAT, _GENERATE = fields("chat", Side.REQUEST), fields("generate", Side.REQUEST)
_FALSE = frozenset({"false", "none", "null"})


def _always(_: Field) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    becomes: str
    vllm: str
    kinds: tuple[str, ...] = ()
    """of references that show it"""
    fields: tuple[str, ...] = ()
    """of requests that show it"""
    endpoints: tuple[str, ...] = ()
    text: str = ""
    """the reference says so too"""
    matters: Callable[[Field], bool] = _always


def _said(field: Field) -> frozenset[str]:
    return frozenset(given.value.lower() for given in field.values if given.value)


def _on(field: Field) -> bool:
    return not field.fixed or not _said(field) <= _FALSE


def _is_text(field: Field) -> bool:
    return "json" in _said(field)


def _is_schema(field: Field) -> bool:
    return field.thing or not _said(field)


_PATHS = ("chat", "generate", "embed", "embeddings")
_ADMIN = tuple(sorted(path.rpartition("/")[2] for path in ADMIN if path.startswith("/api/")))

def _of_endpoint(name: str, path: str) -> _Row:
    return _Row(name, ENDPOINTS[path].vllm, ENDPOINTS[path].why, endpoints=(path.rpartition("/")[2],))


def _of_field(name: str, row: FieldRow, matters: Callable[[Field], bool] = _always) -> _Row:
    return _Row(name, row.vllm, row.why, fields=(row.path,), matters=matters)


def _of_kind(name: str, kind: str, becomes: str = "") -> _Row:
    return _Row(name, becomes, KINDS[kind].becomes, kinds=(kind,))


def _kinds(prefix: str) -> tuple[str, ...]:
    return tuple(name for name in KINDS if name.startswith(prefix) and name != "compose-command")


_IMAGE = "vllm/vllm-openai"
_OPENAI = ENDPOINTS["/v1/chat/completions"]
_ORIGINS = SERVER_VARIABLES["OLLAMA_ORIGINS"]
_ROWS = (
    _of_endpoint("chat", "/api/chat"),
    _of_endpoint("generate", "/api/generate"),
    _of_endpoint("embeddings, /api/embed", "/api/embed"),
    _of_endpoint("embeddings, /api/embeddings", "/api/embeddings"),
    replace(_of_kind("streaming", "stream-parse", "server-sent events"), fields=("stream",), matters=_on),
    _of_field("tools", _CHAT["tools"]),
    _of_field("thinking", _CHAT["think"], _on),
    _of_field("thinking switched off", _CHAT["think"], lambda field: not _on(field)),
    _of_field("JSON mode", _CHAT["format"], _is_text),
    _of_field("JSON schema", _CHAT["format"], _is_schema),
    replace(_of_field("images", _CHAT["messages[].images"]), fields=("images", "messages[].images")),
    *(_of_field(f"{name} of generate", _GENERATE[name]) for name in ("raw", "suffix", "context", "template")),
    replace(_of_field("keep_alive", _CHAT["keep_alive"]), kinds=("request-key",), text="keep_alive"),
    _of_kind("frameworks", "framework", "their OpenAI classes"),
    _Row("OpenAI's protocol (/v1)", _OPENAI.vllm, _OPENAI.why, kinds=("base-url", "endpoint"), text="/v1"),
    _of_endpoint("list of models", "/api/tags"),
    replace(_of_kind("model administration", "sdk-admin"), endpoints=_ADMIN),
    _of_kind("answers relayed to the browser", "relay", "yours to choose"),
    replace(_of_kind("command line", "cli-command", "vllm serve"), kinds=("cli-command", "compose-command")),
    _of_kind("content security policy", "csp", _ORIGINS.target),
    _Row("CORS", _ORIGINS.target, _ORIGINS.why, kinds=("env-definition",), text=_ORIGINS.name),
    _of_kind("Modelfile", "modelfile", "flags of vllm serve"),
    replace(_of_kind("compose", "compose-service", _IMAGE), kinds=_kinds("compose-")),
    replace(_of_kind("Kubernetes", "k8s-image", _IMAGE), kinds=_kinds("k8s-")),
    replace(_of_kind("Helm", "helm-chart", "vllm/vllm-stack"), kinds=_kinds("helm-")),
    replace(_of_kind("Docker", "docker-from", _IMAGE), kinds=_kinds("docker-")),
    _of_kind("CI", "ci-action", "yours to choose"),
    _of_kind("reverse proxy", "proxy", "another address"),
    _of_kind("installation", "install", "image or pip"),
)


def features(report: Report, uses: tuple[Use, ...]) -> tuple[Feature, ...]:
    """Those that are used, in the order of the table. Tests are left out."""
    found = (Feature(row.name, row.becomes, row.vllm, by_scope(_places(row, report, uses))) for row in _ROWS)
    return tuple(feature for feature in found if feature.places)


def _places(row: _Row, report: Report, uses: tuple[Use, ...]) -> Iterator[Where]:
    for reference in report.references:
        if reference.kind in row.kinds and row.text in reference.text and _counts(reference):
            yield Where(reference.path, reference.region.line)
    asked = [use for use in uses if isinstance(use, Request) and not is_test(use.where.path)]
    for request in asked:
        yield from _in_request(row, request)
    followed = {request.where.path for request in asked if request.endpoint in row.endpoints}
    for reference in report.references:
        if reference.kind == "endpoint" and reference.path not in followed and reference.text.rpartition("/")[2] in row.endpoints and _counts(reference):
            yield Where(reference.path, reference.region.line)


def _in_request(row: _Row, request: Request) -> Iterator[Where]:
    if request.endpoint in row.endpoints:
        yield request.where
    asked = request.endpoint in _PATHS or request.by == "framework"
    yield from (field.where for field in request.fields if asked and field.name in row.fields and row.matters(field))


def _counts(reference: Reference) -> bool:
    return reference.need in (Need.CHANGE, Need.DECIDE) and not is_test(reference.path)


