"""Strings and keys of programs → findings. Pure.

What a string is, is decided by the call around it (`calls`), by what it is given to, and then by what it says itself (`literal`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from migrate_vllm.classify.calls import meaning_of
from migrate_vllm.classify.finding import Context, Finding, part, whole
from migrate_vllm.classify.names import read_import
from migrate_vllm.facts.client_api import ADMIN_METHODS, CALL_METHODS, CLIENT_CLASSES
from migrate_vllm.facts.commands import COMMAND_WORDS
from migrate_vllm.literal import Piece, pieces
from migrate_vllm.model import Need
from migrate_vllm.sites.site import Construct, Site

Reader = Callable[[Site, Context], Iterator[Finding]]

# What a string or its key is given to, lower case without `_` and `-`, and what the string is for that.
_UI = frozenset(
    "help desc description label title placeholder tooltip summary subtitle caption hint alt arialabel datatooltipcontent displayname helptext".split()
)
_TOLD = frozenset("text message detail details".split())
_ERRORS = frozenset("error errormessage errormsg errors reason warning msg".split())
_SECRETS = frozenset("apikey key_ token authorization password bearer secret openaiapikey".split())
_CODES = frozenset("code errorcode type event action status state kind eventtype".split())

_ENV_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_NO_VARIABLE = re.compile(
    r"_(ERRORS?|FAILED|FAILURE|UNAVAILABLE|NOT_FOUND|OFFLINE|EXCEPTION|STARTED|STOPPED|CONNECTED|DISCONNECTED|SUCCESS|REQUEST|RESPONSE|EVENT"
    r"|CHANGED|LOADED|UNREACHABLE|DOWN|INIT|READY)$"
)
"""how codes of errors and events end"""
_STARTS_COMMAND = re.compile(
    r"^\s*$|(&&|\|\||[;|`$(])\s*$|^\s*(sudo|exec|nohup|time|env|docker (compose )?(exec|run))\b[^.,]*$"
)
_PROVIDER = re.compile(
    r"(local|chat|openai|lollms|langchain|llamaindex|self-hosted|provider|llm|model)?[-_:]?ollama[-_]?"
    r"(chat|local|cloud|openai|llm|embeddings?|provider|turbo|\d)?",
    re.IGNORECASE,
)
"""names of providers: what else is made of the name belongs to the program"""
_RIVALS = re.compile(
    r"(?<![a-z])(openai|anthropic|claude|groq|gemini|google\w*|mistral\w*|cohere|azure\w*|bedrock|deepseek|openrouter|lm-?_?studio|hugging_?face|together\w*"
    r"|perplexity|litellm|vllm|xai|vertex\w*|llama_?-?cpp|lollms|transformers|localai|fireworks)(?![a-z])",
    re.IGNORECASE,
)
"""other providers"""
_REGISTRY = re.compile(r"provider|backend|engine|registry|factor(y|ies)|clients\[\]|models\[\]|support", re.IGNORECASE)
"""what is looked up in by a provider's name"""
_MOCKED = re.compile(
    r"(^|\.)(requests|httpx|aiohttp|urllib3?|fetch|axios|get|post|request|Session|ClientSession|AsyncClient|Client|AsyncOpenAI|OpenAI)$"
)
_STARTS_COMMAND_NAME = re.compile(
    r"ollama|11434|^\s*(open|start|taskkill|killall|pkill|pgrep|osascript|brew|systemctl)\b"
)
"""a command says the name in lower case, unless it is about the application: `open -a Ollama`"""
_IN_COMMANDS = frozenset({"cli-command", "install", "image", "base-url", "endpoint", "dependency"})
_COMMAND_LINE = COMMAND_WORDS | {"ollama"}
"""what follows `ollama` in a list of arguments; the first of two is a container"""
_CLIENT_NAMES = CLIENT_CLASSES | CALL_METHODS | ADMIN_METHODS
_EMBEDDED = {
    "go": re.compile(r'\b(?:env|envconfig|mapstructure):"(?P<name>\w*OLLAMA\w*)'),
    "java": re.compile(r"\$\{(?P<name>[A-Z]\w*OLLAMA_\w+|OLLAMA_\w+)(?=[:}])"),
}
"""variables that a string of the language names for a library: struct tags, Spring's placeholders"""
_COMMANDS = re.compile(r"\s*(curl|wget|docker|ollama|sudo|export|set|http|nc|ssh|open|start|npx|python3?|uvicorn)\b")


def read_string(site: Site, context: Context) -> Iterator[Finding]:
    reader = _BY_MEANING.get(meaning_of(site.callee))
    yield from reader(site, context) if reader else read_literal(site, context)


def is_told(site: Site) -> str:
    """`ui-text` or `log-text` where a string is given to something that people read; else empty."""
    name = _last(site)
    return "ui-text" if name in _UI else "log-text" if name in _ERRORS else ""


def _last(site: Site) -> str:
    return re.sub(r"[-_]", "", site.path[-1].rpartition(".")[2]).lower() if site.path else ""


# -- by the call


def _env_string(site: Site, context: Context) -> Iterator[Finding]:
    if _ENV_NAME.fullmatch(site.text) and not (site.text.islower() and "_" not in site.text):
        yield whole(site, "env-read", site.text)
    else:
        yield from read_literal(site, context)


def _field(site: Site, context: Context) -> Iterator[Finding]:
    """`Field(alias="ollama_url")`, `config("OLLAMA_URL")`: calls that many a library and program has."""
    named = _last(site) in ("env", "alias", "validationalias", "envprefix", "choices")
    if _ENV_NAME.fullmatch(site.text) and (site.text.isupper() or named):
        yield whole(site, "env-read", site.text)
    else:
        yield from read_literal(site, context)


def _set_env(site: Site, context: Context) -> Iterator[Finding]:
    if _ENV_NAME.fullmatch(site.text) and site.text.isupper():
        yield whole(site, "env-definition", site.text)
    else:
        yield from read_literal(site, context)


def _loaded(site: Site, context: Context) -> Iterator[Finding]:
    yield from read_import(replace(site, construct=Construct.IMPORT, path=(), callee=""), context)


def _mocked(site: Site, context: Context) -> Iterator[Finding]:
    """A mock of the client, of the HTTP library or of a setting follows the code; one of the program's own function stays right."""
    if not re.fullmatch(r"[\w./@~-]+", site.text):
        yield from read_literal(site, context)
        return
    last = re.split(r"[./]", site.text)[-1]
    own = site.text[:1] in "./@~" or "." in site.text
    library = (
        _MOCKED.search(site.text) or last in _CLIENT_NAMES or context.owners.owner_of_symbol(last, context.language)
    )
    follows = library or last.isupper()
    yield whole(site, "test-mock", site.text, None if follows or not own else Need.TEXT)


def _run(site: Site, context: Context) -> Iterator[Finding]:
    if re.fullmatch(r"(?:\S*/)?ollama(\.exe)?", site.text.strip().lower()) or " " in site.text.strip():
        found = [part(site, piece) for piece in pieces(site.text) if piece.kind in _IN_COMMANDS]
        yield from found
        told = any(finding.kind == "cli-command" or finding.start <= site.hit.start < finding.end for finding in found)
        if not told and not _STARTS_COMMAND_NAME.search(site.text):
            yield from read_literal(site, context)
        elif not told:
            yield whole(site, "cli-command")
    else:
        yield from read_literal(site, context)


def _told(kind: str) -> Reader:
    def reader(site: Site, context: Context) -> Iterator[Finding]:
        found = pieces(site.text)
        if " " in site.text.strip() or not found or (found[0].kind == "provider-id" and site.text[:1].isupper()):
            yield whole(site, kind)
        else:
            yield from read_literal(site, context)

    return reader


def _titled(site: Site, _: Context) -> Iterator[Finding]:
    yield whole(site, "string")


def _routed(site: Site, _: Context) -> Iterator[Finding]:
    found = [piece for piece in pieces(site.text) if piece.kind == "base-url"]
    yield from (part(site, piece) for piece in found)
    if not found:
        yield whole(site, "string")


_BY_MEANING: dict[str, Reader] = {
    "env": _env_string, "field": _field, "set-env": _set_env, "load": _loaded, "mock": _mocked, "run": _run, "route": _routed,
    "title": _titled, "log": _told("log-text"), "raise": _told("log-text"), "ui": _told("ui-text"),
}  # fmt: skip


# -- by what it says


def read_literal(site: Site, context: Context) -> Iterator[Finding]:
    embedded = _EMBEDDED.get(context.language)
    variables = list(embedded.finditer(site.text)) if embedded else []
    yield from (part(site, Piece(*m.span("name"), "env-read", m["name"])) for m in variables)
    found = pieces(site.text)
    if not found and not variables:
        yield whole(site, is_told(site) or ("ui-text" if _last(site) in _TOLD else "string"))
    for piece in found:
        yield from _piece(site, piece, context)


def _piece(site: Site, piece: Piece, context: Context) -> Iterator[Finding]:
    runs = _STARTS_COMMAND.search(site.text[: piece.start]) and meaning_of(site.callee) != "compare"
    command = piece.kind == "cli-command" and not runs
    if kind := is_told(site) or _told_at_length(site):
        yield part(site, piece) if piece.kind == "base-url" and is_test(context.path) else whole(site, kind)
    elif piece.kind == "provider-id":
        yield _named(site, piece)
    elif piece.kind == "env-read":
        yield part(site, piece, "string" if _is_code(site, piece.name) else "env-read")
    elif (command or len(site.text.split()) > 4) and piece.kind in (
        "cli-command",
        "install",
        "dependency",
        "string",
        "port",
    ):
        yield whole(site, "string")
    elif piece.kind == "base-url" and "connect-src" in site.text:
        yield part(site, piece, "csp")
    else:
        yield part(site, piece)


def is_test(path: PurePosixPath) -> bool:
    """A test that expects an address fails when the address changes, whatever is told with it."""
    return bool(
        re.search(r"(^|/)(tests?|__tests__|spec|e2e)/|(^|/)(test_|conftest)|[._-](test|spec)s?\.\w+$", str(path))
    )


def _told_at_length(site: Site) -> str:
    """`Could not connect to Ollama on localhost:11434`: a sentence around an address."""
    words = [word for word in re.split(r"[\s.,:;!?()'\"]+", site.text) if word.isalpha() and len(word) > 1]
    said = (
        len(words) >= 4
        and 2 * len(words) > len(site.text.split())
        and not _COMMANDS.match(site.text)
        and "-src " not in site.text
    )
    return ("ui-text" if _last(site) in _TOLD else "string") if said else ""


def _is_code(site: Site, name: str) -> bool:
    """`code: "OLLAMA_CONNECTION_ERROR"`"""
    return _last(site) in _CODES or bool(_NO_VARIABLE.search(name))


def _named(site: Site, piece: Piece) -> Finding:
    """A string that is a name: a provider's, or a key, a file, a metric of the program's own."""
    if piece.name == "ollama" and site.beside.partition(" ")[0] in _COMMAND_LINE:
        return part(site, piece, "cli-command")
    if site.callee.endswith("[]") and not (piece.name.lower() == "ollama" and _REGISTRY.search(site.callee)):
        return part(site, piece, "identifier-use")
    if site.path[-1:] == ("__all__",):
        return part(site, piece, "identifier-use")
    if _last(site) == "envprefix":
        return part(site, piece, "env-read")
    if _is_label(site, piece.name) or (_last(site) in _TOLD and piece.name[:1].isupper()):
        return part(site, piece, "ui-text")
    return part(
        site, piece, "provider-id" if _PROVIDER.fullmatch(piece.name) and _last(site) not in _SECRETS else "string"
    )


def _is_label(site: Site, name: str) -> bool:
    """`ollama: "Ollama"`, `("ollama", "Ollama")`"""
    return name[:1].isupper() and name.lower() in (site.beside, *site.path[-1:])


# -- keys


def read_key(site: Site, context: Context) -> Iterator[Finding]:
    found = [piece for piece in pieces(site.text) if piece.kind not in ("provider-id", "env-read")]
    if found:
        yield from read_string(site, context)
    elif variable := re.fullmatch(r"(?:process\.env\.|import\.meta\.env\.)?([A-Z0-9_]*OLLAMA_[A-Z0-9_]+)", site.text):
        yield whole(site, "env-definition" if _is_environment(site) else "identifier-use", variable[1])
    elif site.text.lower() == "ollama" and _RIVALS.search(site.beside):
        yield whole(site, "provider-id", site.text)
    else:
        yield whole(site, "identifier-use")


def _is_environment(site: Site) -> bool:
    """`env={"OLLAMA_HOST": …}`, `Popen(env=…)`, `patch.dict(os.environ, {…})`, Vite's `define`."""
    named = any(re.search(r"env(iron(ment)?)?$|^define$", name, re.I) for name in site.path)
    return named or meaning_of(site.callee) in ("run", "env", "set-env") or site.callee.endswith("patch.dict")
