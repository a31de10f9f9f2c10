"""Imports, names and definitions of programs → findings. Pure.

A name that nothing binds to an Ollama library is the program's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from migrate_vllm.classify.calls import meaning_of
from migrate_vllm.classify.finding import Context, Finding, whole
from migrate_vllm.facts.client_api import ADMIN_METHODS, CALL_METHODS, CLIENT_CLASSES
from migrate_vllm.sites.site import Construct, Site

_RELATIVE = re.compile(r"^(\.|@/|~|#|src/|/|\$lib|app/)")
_ENV_MODULES = re.compile(r"^\$env/|^virtual:env|^astro:env")
"""modules whose names are environment variables: SvelteKit's and Astro's"""
_SDK_MODULES = frozenset({"ollama", "ollama/browser"})
_CLIENT_GIVERS = frozenset({"useOllama"})
"""functions of other libraries that return a client of the official one"""
_PROVIDER_MAKERS = frozenset({"createOllama"})
_MODEL_MAKERS = frozenset(
    "chat languageModel completion embedding embeddingModel textEmbedding textEmbeddingModel".split()
)
_ENV_CHAINS = re.compile(
    r"^(process\.env|import\.meta\.env|Bun\.env|Deno\.env|os\.environ|ENV|__ENV|env)\.(\w+)$|^[\w.]+\.env\.([A-Z][A-Z0-9_]+)$"
)
_MEMBER = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*\.OLLAMA|[A-Z][A-Za-z0-9]*(?:Provider|Type|Backend|Kind|Vendor|Source)s?\.(?:OLLAMA|Ollama|ollama)(?:\.value)?")
"""a member of an enumeration of providers: `LLMBackend.OLLAMA`"""
_SETTINGS = re.compile(r"^class \w*\(.*(?<!Model)Settings\b", re.IGNORECASE)
_MAYBE_SETTINGS = re.compile(r"^class (\w*(Settings|Config)|\w*Env\w*)\(")
"""of what stands in its body, only names in capitals are taken for variables"""


def read_import(site: Site, context: Context) -> Iterator[Finding]:
    names = [name for name in site.path if "ollama" in name.lower()]
    if _ENV_MODULES.match(site.text):
        yield whole(site, "env-read", names[0] if names else "")
    elif owner := library(site.text, names, context):
        yield whole(site, "import", owner)
    else:
        yield whole(site, "identifier-use")


def library(module: str, names: list[str], context: Context) -> str:
    """The module, or `module.name`, or the class, by which a library is known; empty when the import is the program's own."""
    if _RELATIVE.match(module):
        return ""
    owners = context.owners
    for name in (module, *(f"{module}.{name}" for name in names)):
        if owners.owner(context.language, name):
            return name
    root = re.split(r"[./:\\]", module.lstrip("@"))[0]
    if root in context.own_modules or (context.own_names and context.own_names.search(module)):
        return ""
    return next(
        (name for name in names if owners.owner_of_symbol(name, context.language)),
        module if "ollama" in module.lower() else "",
    )


def read_name(site: Site, context: Context) -> Iterator[Finding]:
    if env := _ENV_CHAINS.match(site.text):
        yield whole(site, "env-read", env[2] or env[3])
        return
    root, _, rest = site.text.partition(".")
    bound = context.bindings.get(root, "")
    module, _, imported = bound.partition(":")
    if bound and library(module, [imported], context):
        yield whole(site, _use_kind(module, imported, rest, site.construct), module)
    elif _on_a_client(site.text, context) and (kind := _method_kind(site.text.rpartition(".")[2])):
        yield whole(site, kind, "ollama")
    elif root in context.factories and (not rest or rest in _MODEL_MAKERS) and site.construct is Construct.CALL:
        yield whole(site, "framework")
    elif _MEMBER.fullmatch(site.text):
        yield whole(site, "provider-id")
    elif not bound and (symbol := _known_symbol(site.text, context)):
        yield whole(site, "framework", symbol)
    else:
        yield whole(site, "identifier-use")


def _on_a_client(text: str, context: Context) -> bool:
    receiver = text.rpartition(".")[0]
    return receiver in context.clients or receiver.removeprefix("this.").removeprefix("self.") in context.clients


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
    """What a client of the official library is given to, or is declared as: `ollama` in `const ollama = new Ollama()` and
    `(ollama: Ollama)`."""
    holders = (site for site in sites if site.construct in (Construct.CALL, Construct.NAME) and site.path)
    return frozenset(site.path[-1] for site in holders if _gives_client(site.text, bindings))


def _gives_client(text: str, bindings: Mapping[str, str]) -> bool:
    root, _, rest = text.partition(".")
    module, _, imported = bindings.get(root, "").partition(":")
    return text in _CLIENT_GIVERS or (module in _SDK_MODULES and (rest or imported) in CLIENT_CLASSES)


def factory_names(sites: Iterable[Site], bindings: Mapping[str, str]) -> frozenset[str]:
    """What a framework's provider is given to, which makes models when it is called: `ollama` in `const ollama = createOllama()`."""
    return frozenset(
        site.path[-1]
        for site in sites
        if site.construct is Construct.CALL and site.path and site.text in _PROVIDER_MAKERS & set(bindings)
    )


def _known_symbol(text: str, context: Context) -> str:
    last = text.rsplit(".", 1)[-1]
    own = last in context.definitions or last in context.own_modules
    return last if not own and context.owners.owner_of_symbol(last, context.language) else ""


def read_definition(site: Site, context: Context) -> Iterator[Finding]:
    if _SETTINGS.match(site.callee) or (_MAYBE_SETTINGS.match(site.callee) and site.text.isupper()):
        yield whole(site, "env-read", site.text.upper())
    elif meaning_of(site.callee) == "env" and site.callee.endswith("{}"):
        yield whole(site, "env-read", site.text)
    elif env := _ENV_CHAINS.match(site.text):
        yield whole(site, "env-definition", env[2] or env[3])
    elif (bound := context.bindings.get(site.text)) and library(bound.partition(":")[0], [], context):
        yield whole(site, "import", bound.partition(":")[0])
    else:
        yield whole(site, "identifier-definition")
