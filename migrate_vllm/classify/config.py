"""Sites of configuration, scripts, prose and of languages that are read as lines → findings. Pure.

By the language of the part first, then by the dialect of the file, then by what the value says itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from migrate_vllm.classify.code import classify_code
from migrate_vllm.classify.dependencies import classify_manifest, go_module, package
from migrate_vllm.classify.deployment import classify_deployment, is_whole, script_kind
from migrate_vllm.classify.finding import Context, Finding, whole
from migrate_vllm.classify.lines import classify_line
from migrate_vllm.classify.shell import classify_shell
from migrate_vllm.classify.values import assigned, endpoint, model, of_database, part, read, text_kind
from migrate_vllm.model import Need
from migrate_vllm.sites.site import Construct, Site
from migrate_vllm.sites.syntax import CODE

_Reader = Callable[[Site, Context], Iterable[Finding]]
_SHELLS = frozenset({"shell", "make", "just"})


def classify_config(site: Site, context: Context) -> tuple[Finding, ...]:
    """What a site means; empty when an `endpoint` or `model` hit turns out to mean nothing where it stands."""
    if _is_own(site, context):
        return (whole(site, "own-config"),) if site.hit.needle in ("ollama", "11434") else ()
    if _is_alias(site):
        return tuple(replace(found, need=Need.TEXT) for found in _named(site, context))
    return tuple(_named(site, context))


def _is_own(site: Site, context: Context) -> bool:
    """A setting of this program."""
    if context.language != "toml" or site.construct is Construct.COMMENT:
        return False
    return site.path[:2] == ("tool", "migrate-vllm") or context.path.name in ("migrate-vllm.toml", ".migrate-vllm.toml")


def _is_alias(site: Site) -> bool:
    """The name that a proxy gives to a model: callers go on to use it."""
    return tuple(key.lower() for key in site.path[-2:]) == ("model_list", "model_name")


def _named(site: Site, context: Context) -> tuple[Finding, ...]:
    if site.language in CODE:
        return classify_code(site, replace(context, language=site.language))
    if site.hit.needle in ("endpoint", "model"):
        return tuple(_positional(site, context))
    if reader := _CONSTRUCTS.get(site.construct):
        return tuple(reader(site, context))
    language = site.language or context.language
    return tuple(_LANGUAGES.get(language, _setting)(site, context))


def _positional(site: Site, context: Context) -> Iterable[Finding]:
    """An endpoint's path or a model's name: in prose and comments it is nothing that has to be found."""
    if site.construct in (Construct.PROSE, Construct.COMMENT, Construct.KEY) or is_whole(site, context):
        return ()
    if site.construct is Construct.DIRECTIVE and site.path == ("FROM",) and context.language == "modelfile":
        return [Finding("model-tag", site.hit.start, site.hit.end, site.text, None, site.text.split()[-1])] if site.hit.needle == "model" else ()
    return model(site) if site.hit.needle == "model" else endpoint(site, context.says_ollama)


# -- by construct, in every language


def _always(kind: str) -> _Reader:
    return lambda site, _context: (whole(site, kind),)


_PROSE: Mapping[str, str] = MappingProxyType({"ignore": "string", "i18n": "i18n", "log": "string"})


def _prose(site: Site, context: Context) -> Iterable[Finding]:
    return (whole(site, _PROSE.get(context.dialect, "documentation")),)


_CONSTRUCTS: Mapping[Construct, _Reader] = MappingProxyType(
    {Construct.COMMENT: _always("comment"), Construct.PROSE: _prose, Construct.IMPORT: _always("import")}
)


# -- by language


def _shell(site: Site, context: Context) -> Iterable[Finding]:
    if site.construct in (Construct.COMMAND, Construct.STRING, Construct.RAW) and (kind := script_kind(site, context)):
        return (whole(site, "own-name" if of_database(site) else kind),)
    if context.dialect == "i18n":
        return (whole(site, "i18n"),)
    found = classify_shell(site, context)
    return (_in_dockerfile(one, site) for one in found)


def _in_dockerfile(found: Finding, site: Site) -> Finding:
    inside = site.path[:1] and site.path[0] in ("RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL", "ONBUILD")
    return replace(found, kind="docker-run") if inside and found.kind == "cli-command" else found


_OF_THE_SERVER = re.compile(r"--from=\S*ollama|/\.ollama|bin/ollama|modelfile|\.sh\b|ollama/models|install", re.IGNORECASE)
"""what is copied of Ollama itself or runs it; other files that carry its name are the project's own"""
_INSTRUCTIONS: Mapping[str, str] = MappingProxyType({"FROM": "docker-from", "LABEL": "string", "MAINTAINER": "string", "STOPSIGNAL": "string"})


def _dockerfile(site: Site, context: Context) -> Iterable[Finding]:
    if site.construct is Construct.ASSIGNMENT:
        return assigned(site)
    if site.construct is Construct.VARIABLE:
        return classify_shell(site, context)
    word = site.path[0] if site.path else ""
    if word == "EXPOSE":
        return read(site, "port")
    if word in ("CMD", "ENTRYPOINT", "HEALTHCHECK") and "11434" in site.text:
        return read(site, "docker-run")
    if word in ("COPY", "ADD", "WORKDIR", "USER") and not _OF_THE_SERVER.search(site.text):
        return (whole(site, "string"),)
    return (whole(site, _INSTRUCTIONS.get(word, "docker-run")),)


def _modelfile(site: Site, _context: Context) -> Iterable[Finding]:
    return (whole(site, "modelfile"),)


def _requirements(site: Site, _context: Context) -> Iterable[Finding]:
    return (whole(site, "string"),) if site.text.startswith(("-r", "-c", "--requirement", "--constraint")) else package(site)


def _go_module(site: Site, _context: Context) -> Iterable[Finding]:
    return (go_module(site),)


def _env(site: Site, _context: Context) -> Iterable[Finding]:
    """A line that sets nothing is a banner."""
    return assigned(site) if site.construct is Construct.ASSIGNMENT else read(site, "comment")


def _proxy(site: Site, _context: Context) -> Iterable[Finding]:
    return (whole(site, "proxy"),)


def _line(site: Site, context: Context) -> Iterable[Finding]:
    return classify_line(site, context)


# -- keys and values of YAML, JSON, TOML, ini


def _setting(site: Site, context: Context) -> Iterable[Finding]:
    if site.construct not in (Construct.KEY, Construct.VALUE, Construct.NAME):
        return classify_line(site, context)
    for reader in (classify_manifest, classify_deployment):
        if (found := reader(site, context)) is not None:
            return found
    if dialect := _DIALECTS.get(context.dialect):
        return dialect(site, context)
    return _plain(site, context)


def _plain(site: Site, _context: Context) -> Iterable[Finding]:
    """A setting of a program of which nothing is known."""
    if site.construct is Construct.NAME:
        return (whole(site, "config-key"),)
    if site.construct is Construct.KEY:
        return (whole(site, "env-definition" if _is_environment(site) else "config-key", site.text),)
    if "connect-src" in site.text or (site.path and re.search(r"csp|content-?security", site.path[-1], re.IGNORECASE)):
        return read(site, "csp", {"base-url": "csp", "port": "csp"})
    if _SHOUTED.match(site.text):
        return assigned(site)
    if site.path and site.path[-1].lower() in ("key", "name") and _ENVIRONMENTS.search("/".join(site.path[:-1])):
        return (whole(site, "env-definition", site.text),)
    return read(site, text_kind(site.path, "string" if " " in site.text.strip() else "config-value"))


_SHOUTED = re.compile(r"[A-Z][A-Z0-9]*_[A-Z0-9_]*=")
_ENVIRONMENTS = re.compile(r"(?:^|/)(?:environment|env|envvars|env_vars|environment_variables|variables|containerenv|remoteenv|envs)$", re.IGNORECASE)


def _is_environment(site: Site) -> bool:
    shouts = re.fullmatch(r"[A-Z][A-Z0-9]*_[A-Z0-9_]+", site.text) is not None
    return shouts or bool(_ENVIRONMENTS.search("/".join(site.path)) and re.fullmatch(r"\w+", site.text))


def _text(kind: str) -> _Reader:
    """Keys as well as values are texts for people."""
    return lambda site, _context: (whole(site, kind),)


def _values(fallback: str, kinds: Mapping[str, str] = MappingProxyType({})) -> _Reader:
    def reader(site: Site, _context: Context) -> Iterable[Finding]:
        return read(site, fallback, kinds) if site.construct is Construct.VALUE else (whole(site, "config-key"),)

    return reader


_ONLY_ADDRESSES = MappingProxyType({"provider-id": "string", "config-value": "string", "image": "string", "cli-command": "string"})


def _node_flow(site: Site, context: Context) -> Iterable[Finding]:
    """A workflow of n8n, Flowise or Langflow: types and credentials of nodes are what has to change."""
    last = site.path[-1].lower() if site.path else ""
    flowise = context.dialect == "flow"
    if last in ("content", "text", "description"):
        return (whole(site, "string"),)
    if last.endswith("code"):
        return read(site, "config-value", MappingProxyType({"string": "config-value"}))
    if site.construct is Construct.KEY:
        return (whole(site, "config-value" if "credentials" in site.path else "config-key"),)
    if last == "type" or (flowise and last in ("name", "credentialnames")):
        return (whole(site, "config-value"),)
    if "credentials" in site.path or flowise or last in ("name", "node", "label", "title", "description", "text", "content", "id", "category", "icon"):
        return read(site, "string", _ONLY_ADDRESSES)
    return _plain(site, context)


def _interface(site: Site, context: Context) -> Iterable[Finding]:
    """A description of an HTTP interface: names are given to providers in lists, defaults and examples alone."""
    if site.construct is Construct.VALUE and site.path[-1:] and site.path[-1] in ("enum", "default", "const", "url"):
        return _plain(site, context)
    return _values("documentation")(site, context)


def _unit(site: Site, _context: Context) -> Iterable[Finding]:
    """A unit of systemd or supervisor."""
    if site.construct is Construct.VALUE and site.path[-1:] and site.path[-1].lower() in ("environment", "environmentfile"):
        return _unit_environment(site)
    return (whole(site, "service-unit"),)


def _unit_environment(site: Site) -> Iterable[Finding]:
    for match in re.finditer(r"(\w+)=(?:[^\"'\s,]*)", site.text):
        inside = part(site, match.start(), match.end(), "")
        if inside.start <= site.hit.start < inside.end:
            return assigned(replace(site, start=inside.start, end=inside.end, text=inside.text))
    return read(site, "service-unit")


_DIALECTS: Mapping[str, _Reader] = MappingProxyType(
    {
        "i18n": _text("i18n"),
        "issue-template": _text("documentation"),
        "openapi": _interface,
        "manifest": _values("string", MappingProxyType({"provider-id": "string"})),
        "n8n": _node_flow,
        "flow": _node_flow,
        "service": _unit,
        "proxy": _values("proxy", MappingProxyType({"base-url": "proxy", "port": "proxy", "provider-id": "proxy"})),
        "monitoring": _values("string", MappingProxyType({"provider-id": "string", "cli-command": "string"})),
        "log": _values("string", MappingProxyType({"provider-id": "string", "base-url": "string", "cli-command": "string"})),
    }
)

_LANGUAGES: Mapping[str, _Reader] = MappingProxyType(
    {
        **dict.fromkeys(_SHELLS, _shell),
        "dockerfile": _dockerfile, "modelfile": _modelfile, "requirements": _requirements, "gomod": _go_module, "env": _env, "nginx": _proxy,
        "caddy": _proxy, "yaml": _setting, "json": _setting, "toml": _setting, "ini": _setting,
    }
)  # fmt: skip
