"""Sites of programming languages → findings. Pure.

What a name or a string is, is decided by the call around it and by what the file imports; the tables below say which calls
mean what. A name that nothing binds to an Ollama library is the program's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from migrate_vllm.classify.finding import Context, Finding
from migrate_vllm.facts.client_api import ADMIN_METHODS, CALL_METHODS, CLIENT_CLASSES
from migrate_vllm.facts.endpoints import COMMON_PATHS
from migrate_vllm.facts.models import lookup
from migrate_vllm.literal import Piece, is_model_name, pieces
from migrate_vllm.model import Need
from migrate_vllm.sites.site import Construct, Site

_Reader = Callable[[Site, Context], Iterator[Finding]]

# Calls by the end of their dotted name, lower case. The first row that matches decides.
_CALLS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        ("mock", r"(^|\.)(patch|patch\.object|patch\.dict|setattr|delattr|mock|domock|unmock|dontmock|importactual|requireactual|stub)$"),
        ("set-env", r"(^|\.)(setenv|delenv|stubenv|putenv|setdefault|set_var)$"),
        ("env", r"(^|\.)(getenv|environ\[\]|environ\.(get|pop)|env\.get|env\[\]|process\.env\[\]|env\{\}|os\.getenv|lookupenv|env|env\.(str|int|bool|url|list)"
                r"|env\.var|var|var_os|env!|option_env|getenvironmentvariable|config|decouple\.config|get_env|env_var|getenvordefault|getenvwithdefault|viper\.\w+"
                r"|bindenv|env\.fetch|fetchenv|field|settings_field|envvar|validationalias|aliaschoices)$"),
        ("load", r"^(require|require\.resolve|import|import_module|importlib\.import_module|__import__|find_spec|importlib\.util\.find_spec|importlib\.reload"
                 r"|pytest\.importorskip|importorskip|version|importlib\.metadata\.version|defineasynccomponent|lazy)$"),
        ("run", r"(^|\.)(subprocess\.\w+|check_output|check_call|popen|os\.system|system|exec|execsync|execfile|execfilesync|spawn|spawnsync|execa"
                r"|create_subprocess_exec|create_subprocess_shell|which|shutil\.which|exec\.command|processbuilder|command::new|command|shell_exec|runcommand|sh)$"),
        ("route", r"(^|\.)(app|router|routes?|bp|blueprint|api|server|fastify|hono|r|mux|group)\.(get|post|put|delete|patch|head|options|route|use|all|api_route"
                  r"|websocket|include_router|mount|handlefunc|handle)$|(^|\.)(path|re_path|apirouter|blueprint|requestmapping|getmapping|postmapping|route|controller)$"),
        ("raise", r"(^|\.)(raise|\w*error|\w*exception|httpexception|reject|fail|panic|bail|anyhow|createerror|errors\.new|fmt\.errorf|errorf|abort|die|pytest\.skip|skip)!?$"),
        ("log", r"(^|\.)(log|logger|logging|console|log\w*|_log\w*|slog|winston|tracing)\.\w+$|(^|\.)(print|println|printf|fprintf|eprintln|sprintf|echo|secho|warn|warning"
                r"|info|debug|error|critical|exception|success|fatal|log|logf|fatalf|puts|write|write_line|writeline|rprint|pprint|print_\w+|log_\w+|cprint|panel|panel\.fit"
                r"|console\.print|add_row|println!|info!|warn!|error!|debug!|format)!?$"),
        ("ui", r"(^|\.)(add_argument|argumentparser|option|argument|help|toast(\.\w+)?|alert|confirm|prompt|notify|notification|message(\.\w+)?|elmessage(\.\w+)?|enqueuesnackbar"
               r"|st\.\w+|sidebar\.\w+|gr\.\w+|markdown|setlabel|settext|title|label|describe|it|test|skipif|mark\.skipif|usage|t|\$t|i18n\.t|setdescription|settitle|addoption|description|summary"
               r"|typer\.\w+|click\.\w+|messagebox\.\w+|new setting)$"),
    )
)  # fmt: skip

_NAMED = re.compile(r"(^|[._])(model|models|model_?name|model_?id|default_?model|llm|chat_?model|embed(ding)?_?model|vision_?model|model_?tag)s?$", re.I)
_UI_KEYS = frozenset("help description label title placeholder tooltip message text summary subtitle caption hint alt detail".split())
_RELATIVE = re.compile(r"^(\.|@/|~|#|src/|/|\$lib|app/)")
_SDK_MODULES = frozenset({"ollama", "ollama/browser"})
_ENV_CHAINS = re.compile(r"^(process\.env|import\.meta\.env|Bun\.env|Deno\.env|os\.environ|ENV|__ENV|env)\.(\w+)$")
_ENV_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_I18N = frozenset({"i18n", "locales", "locale", "lang", "langs", "languages", "translations", "messages"})
_STARTS_COMMAND = re.compile(r"^\s*$|(&&|\|\||[;|`$(])\s*$|^\s*(sudo|exec|nohup|time|env|docker (compose )?(exec|run))\b[^.,]*$")
_PROVIDER = re.compile(
    r"(local|chat|openai|lollms|langchain|llamaindex|remote|self-hosted|provider|llm|model)?[-_:]?ollama[-_]?"
    r"(chat|local|cloud|openai|llm|api|server|text|embed|embeddings?|embedder|provider|remote|turbo|native|generate|functions|tools|\d)?",
    re.IGNORECASE,
)
"""names of providers: what else is made of the name belongs to the program"""



_AMBIGUOUS = COMMON_PATHS - {"/api/tags", "/api/embeddings"}
"""paths that an application has itself as often as not; the two are rare elsewhere, and this is a file that says Ollama"""


def classify_code(site: Site, context: Context) -> tuple[Finding, ...]:
    """What a site of a programming language means; empty when an `endpoint` or `model` hit turns out to mean nothing."""
    if site.hit.needle == "model":
        return tuple(_model(site))
    if site.hit.needle == "endpoint":
        return tuple(_endpoint(site, context))
    if not _I18N.isdisjoint(context.path.parts) and site.construct in (Construct.STRING, Construct.KEY, Construct.DEFINITION) and not _addresses(site.text):
        return (_whole(site, "i18n"),)
    return tuple(_READERS[site.construct](site, context))


def _addresses(text: str) -> bool:
    return any(piece.kind in ("base-url", "endpoint") for piece in pieces(text)) and " " not in text


def meaning_of(callee: str) -> str:
    """What a call does with a string: `env`, `log`, `raise`, `mock`, `run`, `load`, `route`, `ui`, `set-env`; else empty."""
    name = callee.removeprefix("new ").lower()
    return next((meaning for meaning, pattern in _CALLS if pattern.search(name)), "") if name else ""


def _whole(site: Site, kind: str, subject: str = "", need: Need | None = None) -> Finding:
    return Finding(kind, site.start, site.end, site.text, need, subject)


def _part(site: Site, piece: Piece, kind: str = "", need: Need | None = None) -> Finding:
    """The finding of a piece; offsets of characters become offsets of bytes."""
    start = site.start + len(site.text[: piece.start].encode())
    text = site.text[piece.start : piece.end]
    return Finding(kind or piece.kind, start, start + len(text.encode()), text, need, piece.name)


# -- imports and names


def _import(site: Site, context: Context) -> Iterator[Finding]:
    names = [name for name in site.path if "ollama" in name.lower()]
    if owner := _library(site.text, names, context):
        yield _whole(site, "import", owner)
    else:
        yield _whole(site, "identifier-use")


def _library(module: str, names: list[str], context: Context) -> str:
    """The module, or `module.name`, or the class, by which a library is known; empty when the import is the program's own."""
    if _RELATIVE.match(module):
        return ""
    owners = context.owners
    for name in (module, *(f"{module}.{name}" for name in names)):
        if owners.owner(context.language, name):
            return name
    root = re.split(r"[./:\\]", module.lstrip("@"))[0]
    if root in context.own_modules:
        return ""
    return next((name for name in names if owners.owner_of_symbol(name, context.language)), module if "ollama" in module.lower() else "")


def _name(site: Site, context: Context) -> Iterator[Finding]:
    if env := _ENV_CHAINS.match(site.text):
        yield _whole(site, "env-read", env.group(2))
        return
    root, _, rest = site.text.partition(".")
    bound = context.bindings.get(root, "")
    module, _, imported = bound.partition(":")
    if bound and _library(module, [imported], context):
        yield _whole(site, _use_kind(module, imported, rest, site.construct), module)
    elif site.text.rpartition(".")[0] in context.clients and (kind := _method_kind(site.text.rpartition(".")[2])):
        yield _whole(site, kind, "ollama")
    elif not bound and (symbol := _known_symbol(site.text, context)):
        yield _whole(site, "framework", symbol)
    else:
        yield _whole(site, "identifier-use")


def _use_kind(module: str, imported: str, rest: str, construct: Construct) -> str:
    """The kind of a use of an imported name: `rest` is what follows it, `ollama.chat` → `chat`."""
    if module not in _SDK_MODULES:
        return "framework"
    last = (rest or imported).rsplit(".", 1)[-1]
    if last in CLIENT_CLASSES:
        return "client" if construct is Construct.CALL else "sdk-type"
    return _method_kind(last) or ("sdk-type" if last[:1].isupper() else "identifier-use")


def _method_kind(name: str) -> str:
    return "sdk-admin" if name in ADMIN_METHODS else "sdk-call" if name in CALL_METHODS else ""


def client_names(sites: Iterable[Site], bindings: Mapping[str, str]) -> frozenset[str]:
    """What a client of the official library is given to: `ollama` in `const ollama = new Ollama()`."""
    return frozenset(site.path[-1] for site in sites if site.construct is Construct.CALL and site.path and _constructs(site.text, bindings))


def _constructs(text: str, bindings: Mapping[str, str]) -> bool:
    root, _, rest = text.partition(".")
    module, _, imported = bindings.get(root, "").partition(":")
    return module in _SDK_MODULES and (rest or imported) in CLIENT_CLASSES


def _known_symbol(text: str, context: Context) -> str:
    last = text.rsplit(".", 1)[-1]
    own = last in context.definitions or last in context.own_modules
    return last if not own and context.owners.owner_of_symbol(last, context.language) else ""


def _definition(site: Site, context: Context) -> Iterator[Finding]:
    if site.callee.startswith("class (") and "settings" in site.callee.lower():
        yield _whole(site, "env-read", site.text.upper())
    elif meaning_of(site.callee) == "env" and site.callee.endswith("{}"):
        yield _whole(site, "env-read", site.text)
    elif (bound := context.bindings.get(site.text)) and _library(bound.partition(":")[0], [], context):
        yield _whole(site, "import", bound.partition(":")[0])
    else:
        yield _whole(site, "identifier-definition")


def _key(site: Site, context: Context) -> Iterator[Finding]:
    found = [piece for piece in pieces(site.text) if piece.kind not in ("provider-id", "env-read")]
    if found:
        yield from _string(site, context)
    elif re.fullmatch(r"[A-Z0-9_]*OLLAMA_[A-Z0-9_]+", site.text) and _is_environment(site):
        yield _whole(site, "env-definition", site.text)
    else:
        yield _whole(site, "identifier-use")


def _is_environment(site: Site) -> bool:
    """`env={"OLLAMA_HOST": …}`, `Popen(env=…)`, Vite's `define`."""
    return any(re.search(r"env(iron(ment)?)?$|^define$", name, re.I) for name in site.path) or meaning_of(site.callee) in ("run", "env", "set-env")


# -- strings


def _string(site: Site, context: Context) -> Iterator[Finding]:
    meaning = meaning_of(site.callee)
    reader = _BY_MEANING.get(meaning)
    yield from reader(site, context) if reader else _literal(site, context)


def _env_string(site: Site, context: Context) -> Iterator[Finding]:
    if _ENV_NAME.fullmatch(site.text) and not _default_of(site):
        yield _whole(site, "env-read", site.text)
    else:
        yield from _literal(site, context)


def _default_of(site: Site) -> bool:
    """`getenv("LLM_PROVIDER", "ollama")`: lower case is a value, not a name."""
    return site.text.islower() and "_" not in site.text


def _set_env(site: Site, context: Context) -> Iterator[Finding]:
    if _ENV_NAME.fullmatch(site.text) and site.text.isupper():
        yield _whole(site, "env-definition", site.text)
    else:
        yield from _literal(site, context)


def _loaded(site: Site, context: Context) -> Iterator[Finding]:
    yield from _import(Site(site.start, site.end, Construct.IMPORT, site.text, (), "", site.hit), context)


def _mocked(site: Site, context: Context) -> Iterator[Finding]:
    if re.fullmatch(r"[\w./@~-]+", site.text):
        yield _whole(site, "test-mock", site.text)
    else:
        yield from _literal(site, context)


def _run(site: Site, context: Context) -> Iterator[Finding]:
    if re.fullmatch(r"(?:\S*/)?ollama(\.exe)?", site.text.strip().lower()) or " " in site.text.strip():
        found = [piece for piece in pieces(site.text) if piece.kind in ("cli-command", "install", "image", "base-url", "endpoint")]
        yield from (_part(site, piece) for piece in found)
        if not any(piece.kind == "cli-command" for piece in found):
            yield _whole(site, "cli-command")
    else:
        yield from _literal(site, context)


def _told(kind: str) -> _Reader:
    def reader(site: Site, context: Context) -> Iterator[Finding]:
        if " " in site.text.strip() or not pieces(site.text):
            yield _whole(site, kind)
        else:
            yield from _literal(site, context)

    return reader


def _routed(site: Site, context: Context) -> Iterator[Finding]:
    found = [piece for piece in pieces(site.text) if piece.kind == "base-url"]
    yield from (_part(site, piece) for piece in found)
    if not found:
        yield _whole(site, "string")


def _literal(site: Site, context: Context) -> Iterator[Finding]:
    found = pieces(site.text)
    if not found:
        yield _whole(site, "ui-text" if site.path[-1:] and site.path[-1].lower() in _UI_KEYS else "string")
    for piece in found:
        yield from _piece(site, piece, context)


def _piece(site: Site, piece: Piece, context: Context) -> Iterator[Finding]:
    sentence = len(site.text.split()) > 4 or (piece.kind == "cli-command" and not _STARTS_COMMAND.search(site.text[: piece.start]))
    if piece.kind == "provider-id":
        yield _named(site, piece)
    elif piece.kind == "env-read":
        yield _part(site, piece, "env-read")
    elif piece.kind == "image":
        yield _part(site, piece, "docker-run")
    elif sentence and piece.kind in ("cli-command", "install", "dependency", "string", "port"):
        yield _whole(site, "ui-text" if site.path[-1:] and site.path[-1].lower() in _UI_KEYS else "string")
    elif piece.kind == "base-url" and "connect-src" in site.text:
        yield _part(site, piece, "csp")
    else:
        yield _part(site, piece)


def _named(site: Site, piece: Piece) -> Finding:
    """A string that is a name: a provider's, or a key, a file, a metric of the program's own."""
    if site.callee.endswith("[]") or site.path[-1:] == ("__all__",):
        return _part(site, piece, "identifier-use")
    if site.path[-1:] and site.path[-1].lower() in _UI_KEYS:
        return _part(site, piece, "ui-text")
    return _part(site, piece, "provider-id" if _PROVIDER.fullmatch(piece.name) else "string")


# -- endpoints and models: something only in the right position


def _endpoint(site: Site, context: Context) -> Iterator[Finding]:
    if site.construct not in (Construct.STRING, Construct.MARKUP, Construct.KEY) or meaning_of(site.callee) in ("route", "log", "raise", "mock"):
        return
    own = _points_elsewhere(site)
    for piece in pieces(site.text) if not own else ():
        if piece.kind == "endpoint" and (piece.name not in _AMBIGUOUS or _says_ollama(site, context)):
            yield _part(site, piece)


def _points_elsewhere(site: Site) -> bool:
    return bool(re.search(r"https?://(?!\S*(ollama|11434))[\w.]+\.\w+", site.text, re.I))


def _says_ollama(site: Site, context: Context) -> bool:
    around = " ".join((site.text, site.callee, *site.path, context.path.name)).lower()
    return "ollama" in around or "11434" in around or any(name in site.text for name in context.pointers)


def _model(site: Site) -> Iterator[Finding]:
    if site.construct is not Construct.STRING or not is_model_name(site.text):
        return
    if any(_NAMED.search(name) for name in site.path[-2:]) or _NAMED.search(site.callee.rstrip("[]{}")):
        known = lookup(site.text) is not None
        yield _whole(site, "model-tag", site.text, None if known else Need.DECIDE)


def _number(site: Site, context: Context) -> Iterator[Finding]:
    around = " ".join((site.callee, *site.path)).lower()
    says = re.search(r"port|host|url|addr|server|ollama|listen|connect|socket", around)
    yield _whole(site, "port" if site.text == "11434" and (says or context.says_ollama) else "number")


def _markup(site: Site, context: Context) -> Iterator[Finding]:
    attribute = site.path[1] if len(site.path) > 1 else ""
    if attribute in ("href", "src", "action", "content", "value", "id", "key", "name"):
        yield from _literal(site, context)
    else:
        yield _whole(site, "ui-text")


def _raw(site: Site, context: Context) -> Iterator[Finding]:
    found = pieces(site.text)
    yield from (_part(site, piece) for piece in found)
    if not found:
        yield _whole(site, "mention")


def _comment(site: Site, context: Context) -> Iterator[Finding]:
    yield _whole(site, "comment")


_BY_MEANING: dict[str, _Reader] = {
    "env": _env_string, "set-env": _set_env, "load": _loaded, "mock": _mocked, "run": _run, "route": _routed,
    "log": _told("log-text"), "raise": _told("log-text"), "ui": _told("ui-text"),
}  # fmt: skip

_READERS: dict[Construct, _Reader] = {
    Construct.IMPORT: _import, Construct.CALL: _name, Construct.NAME: _name, Construct.DEFINITION: _definition, Construct.KEY: _key,
    Construct.STRING: _string, Construct.NUMBER: _number, Construct.COMMENT: _comment, Construct.MARKUP: _markup,
}  # fmt: skip
for _construct in Construct:
    _READERS.setdefault(_construct, _raw)
