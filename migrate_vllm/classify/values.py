"""What the text of a value says, whatever file it stands in: addresses, variables, names, sentences. Pure.

Every reading answers for the hit of its site alone: a value with two hits is read twice, and the scan drops what is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from migrate_vllm.classify.finding import Finding, whole
from migrate_vllm.classify.finding import part as of_piece
from migrate_vllm.facts.models import lookup
from migrate_vllm.literal import Piece, is_model_name, pieces
from migrate_vllm.model import Need
from migrate_vllm.sites.site import Site

_VARIABLE = re.compile(r"(?:\$\{?(?:env[.:]|\{\s*(?:env|vars|secrets|inputs)\.)?|os\.environ/)(\w*ollama\w*)|%(\w*ollama\w*)%|\{\{\s*(?:env\.)?(\w*OLLAMA\w*)\s*\}\}", re.IGNORECASE)
_EXPRESSION = re.compile(r"\{\{(?:[^{}\n]|\{[^{}\n]*\})*\}\}")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_MEMBER = re.compile(r"[\w.-]+")
_ASSIGNED = re.compile(r"^\s*(?:[-\"']\s*)?(?:export\s+|set\s+|setx\s+)?(?P<name>[A-Za-z_]\w*)(?:\[[^\]=]*\])?\s*\+?=\s*(?P<value>.*)$")
_FILE = re.compile(r"^(?:\.{0,2}|~)/|\.(?:py|ts|tsx|js|mjs|md|sh|ya?ml|json|svg|png|ico|vue|txt|log|db|toml|go|conf|env|gguf|service|modelfile)$|[*]", re.IGNORECASE)
_MODEL_KEY = re.compile(r"(?:^|[._-])(?:model|models|model_?name|model_?id|default_?model|llm|chat_?model|embed(?:ding|dings)?(?:_?model)?|vision_?model|model_?tag|ollama_?model\w*)s?$|model(?:name|id)?$", re.IGNORECASE)
_LISTED = re.compile(r"[^\s,;|\[\]()\"']+")
_MODEL_FIELD = re.compile(r"[\"']?\b(?:model|name)[\"']?\s*[:=]\s*\\?[\"']?$")
_TEXT_KEYS = re.compile(r"(?:^|[._-])(?:description|title|label|help|summary|placeholder|tooltip|message|text|subtitle|caption|hint|display_?name|notes?|comment|about|tagline|headline|greeting|prompt)s?$|Description$|Title$|Label$|DisplayName$", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"@?(?:[a-z0-9.]+[-_])*ollama(?:[-_][a-z0-9.]+)*", re.IGNORECASE)
_CLASS_KEYS = re.compile(r"(?:^|[._-])(?:class|type|provider|backend|engine|target|module|factory|llm|model|embedder|adapter|driver|client|service|kind)(?:_?(?:name|type|class|path))?$", re.IGNORECASE)
_DATABASE = re.compile(r"(?:postgres\w*|mysql|mariadb|mongo\w*|db|database|redis|pg)_?(?:initdb_?)?(?:root_?)?(?:user(?:name)?|db|name|database|url|uri|password|dsn)$", re.IGNORECASE)
_DATABASE_TOOL = re.compile(r"\b(?:pg_isready|psql|pg_dump|pg_restore|createdb|mysqladmin|mysqldump|mongosh|mongodump)\s+-|\$\{?(?:POSTGRES|MYSQL|MARIADB|MONGO\w*|DB)_(?:USER|DB|NAME|DATABASE)\b:?-", re.IGNORECASE)
_DATABASE_URL = re.compile(r"(?:postgres\w*|mysql|mariadb|mongodb|redis|sqlite)(?:\+\w+)?:/")
_BEGINS = re.compile(r"^\s*(?:[-\"']\s*)?(?:(?:export|override|define|set|setx)\s+)*[\w.-]+(?:\[[^\]=]*\])?\s*(?:[:?+!]*=|$)|^\s*[A-Z][A-Z0-9_]+\s")
_NAME_KEYS = re.compile(r"^(?:name|id|title|label|slug|alias|display_?name|short_name|productname|appid|identifier|author|owner|org|repo|user|username|maintainer|namespace|tag|branch|sourceid|source|destination|app|repository|homepage|url|bugs|shortcut|[\w-]*tags|keywords|topics|categories|tools|(?:[\w-]*[_-])?(?:api_?key|token|password|secret)"
                        r"|[\w-]*(?:container|volume|network|service|project|user|group|role|instance|cluster|release|domain|database|stack|key)_?name)$", re.IGNORECASE)  # fmt: skip
_STRICT_ENDPOINTS = frozenset({"/api/tags", "/api/embeddings", "/api/embed", "/api/pull", "/api/show", "/api/ps", "/api/blobs"})
_LOCAL_NAME = re.compile(r"_(?:PID|LOG|LOGS|STATUS|RUNNING|BIN|CMD|OK|READY|CONTAINER|DIR|PATH|FOUND|INSTALLED|AVAILABLE|VER|RESPONSE|OUTPUT|COUNT|UP|SCRIPT)S?$")


def part(site: Site, start: int, end: int, kind: str, subject: str = "", need: Need | None = None) -> Finding:
    """The finding of the characters `start:end` of the site's text."""
    return of_piece(site, Piece(start, end, kind, subject), need=need)


def hit_in(site: Site) -> int:
    """Where the hit begins in the site's text, in characters."""
    return len(site.text.encode()[: max(0, site.hit.start - site.start)].decode("utf-8", "ignore"))


def covering(site: Site) -> Piece | None:
    """The piece of the text that holds the hit."""
    at = hit_in(site)
    piece = next((piece for piece in pieces(site.text) if piece.start <= at < piece.end), None)
    return replace(piece, kind="string") if piece and piece.kind == "model-prefix" and _FILE.search(piece.name) else piece


def variable_at(site: Site) -> Finding | None:
    """`${OLLAMA_HOST}` and its like, where the hit stands in the name."""
    at = hit_in(site)
    for match in _VARIABLE.finditer(site.text):
        group = next(group for group in (1, 2, 3) if match.group(group))
        if match.start(group) <= at < match.end(group):
            name = match.group(group)
            return part(site, match.start(group), match.end(group), variable_kind(name, "env-read", "identifier-use"), name)
    return None


def expression_at(site: Site) -> Finding | None:
    """The name in `{{ ollama_models | list }}` and its like, where the hit stands in it and in no string."""
    at = hit_in(site)
    for match in _EXPRESSION.finditer(site.text):
        if match.start() <= at < match.end() and not any(q.start() <= at < q.end() for q in _QUOTED.finditer(site.text, match.start(), match.end())):
            word = next(word for word in _MEMBER.finditer(site.text) if word.start() <= at < word.end())
            return part(site, word.start(), word.end(), "identifier-use", word.group())
    return None


def variable_kind(name: str, environment: str, local: str) -> str:
    """A variable of a script: of the environment when it looks like a setting, local otherwise."""
    return environment if name.isupper() and "_" in name and not _LOCAL_NAME.search(name) else local


_NO_KINDS: Mapping[str, str] = MappingProxyType({})


def read(site: Site, fallback: str, kinds: Mapping[str, str] = _NO_KINDS) -> Iterator[Finding]:
    """The one finding of the hit: the variable or piece that holds it, or the whole text as `fallback`.

    `kinds` says what a kind of piece is called here (an image in a compose file). Links are `string` unless it says otherwise.
    """
    if variable := variable_at(site) or expression_at(site):
        yield variable
        return
    piece = covering(site)
    if of_database(site):
        yield whole(site, "own-name")
    elif piece is None or (piece.kind == "env-read" and " " in site.text):
        yield whole(site, "string" if fallback == "config-value" and _FILE.search(site.text) and " " not in site.text else fallback)
    elif piece.kind == "string" and "string" not in kinds:
        yield whole(site, fallback if fallback in _TOLD | {"mention"} else "string")
    elif piece.kind == "provider-id":
        yield _named(site, piece, fallback, kinds)
    elif sentence(site.text) and piece.kind in ("cli-command", "install", "dependency", "port") and fallback in _TOLD:
        yield whole(site, fallback)
    else:
        yield part(site, piece.start, piece.end, kinds.get(piece.kind, _PIECES.get(piece.kind, piece.kind)), piece.name)


def of_database(site: Site) -> bool:
    """The user or the name of a database is the project's own, and data hang on it."""
    return site.hit.needle == "ollama" and bool(_DATABASE_URL.match(site.text) or _DATABASE_TOOL.search(site.text) or (site.path and _DATABASE.search(site.path[-1])))


_TOLD = frozenset({"ui-text", "documentation", "string", "log-text", "i18n"})
_PIECES: Mapping[str, str] = MappingProxyType({"image": "docker-run"})


def _named(site: Site, piece: Piece, fallback: str, kinds: Mapping[str, str]) -> Finding:
    """A text that is a name alone: of a file, of a thing that is called so, of a provider."""
    last = site.path[-1] if site.path else ""
    if _FILE.search(piece.name):
        return whole(site, "string")
    if _TEXT_KEYS.search(last) or fallback in ("documentation", "ui-text", "i18n", "log-text"):
        return whole(site, fallback if fallback in ("documentation", "i18n", "log-text") else "ui-text")
    if _NAME_KEYS.match(last):
        return whole(site, "string")
    kind = "provider-id" if _is_provider(piece.name, last) else "config-value" if _CLASS_KEYS.search(last) else "string"
    return part(site, piece.start, piece.end, kinds.get(kind, kind), piece.name)


def _is_provider(name: str, key: str) -> bool:
    """`ollama_chat_stream_json` is the name of something else, unless a key says that it is a class or type."""
    plain = _PLAIN_NAME.fullmatch(name) is not None
    return plain and (len(re.split("[-_.]", name)) < 3 or _CLASS_KEYS.search(key) is not None)


def sentence(text: str) -> bool:
    return len(text.split()) > 4


def text_kind(path: tuple[str, ...], otherwise: str = "string") -> str:
    """What a text under these keys is when it says nothing by itself."""
    return "ui-text" if path and _TEXT_KEYS.search(path[-1]) else otherwise


# -- NAME=value


def assigned(site: Site, defined: str = "env-definition", local: str = "env-definition") -> Iterator[Finding]:
    """`NAME=value`: a definition where the hit stands in the name, what the value says where it stands there."""
    match = _ASSIGNED.match(site.text)
    at = hit_in(site)
    if match is None and not _BEGINS.match(site.text):  # a later line of a value
        yield from read(site, "string", {"provider-id": "string"})
    elif match is None or at < match.start("value"):
        end = match.end("name") if match else len(re.split(r"\s*[:?+]*=|\s", site.text, maxsplit=1)[0])
        start = match.start("name") if match else 0
        name = site.text[start:end]
        yield part(site, start, end, variable_kind(name, defined, local), name)
    else:
        value = _value_of(site, match)
        yield from read(value, text_kind(value.path, "string" if " " in value.text else "config-value"))


def is_assigned(site: Site) -> bool:
    return _ASSIGNED.match(site.text) is not None


def _value_of(site: Site, match: re.Match[str]) -> Site:
    """The value as a site of its own, without quotes."""
    value = match.group("value")
    text = value.strip().strip("\"'")
    start = match.start("value") + (value.find(text) if text else 0)
    first = site.start + len(site.text[:start].encode())
    return Site(first, first + len(text.encode()), site.construct, text, (match.group("name"),), site.callee, site.hit, language=site.language)


# -- endpoints and models: something only in the right position


def endpoint(site: Site, says_ollama: bool) -> Iterator[Finding]:
    """A path of Ollama's protocol where it, or what stands around it, can be no other's."""
    piece = covering(site)
    if piece is None or piece.kind != "endpoint" or re.search(r"https?://(?!\S*(?:ollama|11434|\$))[\w.]+\.\w+", site.text, re.IGNORECASE):
        return
    around = " ".join((site.text, site.callee, *site.path)).lower()
    if "ollama" in around or "11434" in around or (piece.name in _STRICT_ENDPOINTS and says_ollama):
        yield part(site, piece.start, piece.end, "endpoint", piece.name)


def model(site: Site) -> Iterator[Finding]:
    """A model's name where a model is named: by the key, by the variable, by the field in a body of JSON."""
    match = _ASSIGNED.match(site.text)
    inner = _value_of(site, match) if match and match.start("value") <= hit_in(site) else site
    if _names_models(inner.path) and (names := _listed_models(inner)):
        yield from map(_model_tag, names)
        return
    start = hit_in(site)
    end = start + (site.hit.end - site.hit.start)
    if _MODEL_FIELD.search(site.text[:start]) and is_model_name(site.text[start:end]) and "model" in site.text[:start]:
        yield _model_tag(part(site, start, end, "model-tag", site.text[start:end]))


def _names_models(path: tuple[str, ...]) -> bool:
    """`model`, or what is done to models: `models/pull`."""
    if path and path[-1].lower() in ("pull", "run", "preload", "list", "names"):
        path = path[:-1]
    return bool(path) and _MODEL_KEY.search(path[-1]) is not None


def _listed_models(site: Site) -> list[Finding]:
    """The models of a value that names nothing else: one, or a list of them."""
    words = tuple(_LISTED.finditer(site.text))
    if not all(is_model_name(word.group()) for word in words):
        return []
    return [part(site, word.start(), word.end(), "model-tag", word.group()) for word in words]


def _model_tag(found: Finding) -> Finding:
    known = lookup(found.subject) is not None
    return found if known else Finding(found.kind, found.start, found.end, found.text, Need.DECIDE, found.subject)
