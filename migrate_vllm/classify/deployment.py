"""Compose files, Kubernetes manifests, Helm charts, workflows and their like: the path of keys → the kind. Pure.

Paths are lower case, joined with `/`; items of a list add nothing. The first row of the dialect that matches and has a
kind for the construct decides; where it says `read`, the value speaks for itself and the row's other kind is for what
says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from migrate_vllm.classify.finding import Context, Finding, whole
from migrate_vllm.classify.values import assigned, is_assigned, read
from migrate_vllm.literal import pieces
from migrate_vllm.model import Need
from migrate_vllm.sites.site import Construct, Site


@dataclass(frozen=True, slots=True)
class Row:
    path: re.Pattern[str]
    key: str = ""
    value: str = ""
    """a kind; with `read:` in front, the fallback of what the value says; `env` for an item `NAME=value`; `image`"""


def _rows(*rows: tuple[str, str, str]) -> tuple[Row, ...]:
    return tuple(Row(re.compile(path), key, value) for path, key, value in rows)


_SERVICE = r"^(?:services|x-[\w-]+)/[^/]+/"
_ENV = r"(?:^|/)(?:environment|env|envvars|env_vars|environment_variables|variables|containerenv|remoteenv|build_args)"

_COMPOSE = _rows(
    (r"^services/[^/]+$", "compose-service", "read:config-value"),
    (r"(?:^|/)environment$|/build/args$", "env-definition", "env"),
    (r"(?:^|/)environment/[^/]+$|/build/args/[^/]+$", "env-definition", "read:config-value"),
    (r"/env_file(?:/|$)", "config-key", "string"),
    (r"/image$", "", "image"),
    (r"/build(?:/|$)", "config-key", "compose-service"),
    (r"ollama[^/]*/container_name$", "", "compose-service"),
    (r"/container_name$", "", "string"),
    (r"/networks/[^/]+/aliases$", "", "compose-network"),
    (r"/networks(?:/|$)|^networks(?:/|$)", "network", "network"),
    (r"/(?:hostname|links|external_links|network_mode|extra_hosts|domainname)(?:/|$)", "compose-network", "compose-network"),
    (r"/(?:ports|expose)(?:/|$)", "config-key", "compose-port"),
    (r"/(?:volumes|tmpfs|volumes_from|devices)(?:/|$)|^volumes(?:/|$)", "compose-volume", "compose-volume"),
    (r"/depends_on(?:/|$)", "compose-depends-on", "compose-depends-on"),
    (r"/healthcheck(?:/|$)", "config-key", "compose-healthcheck"),
    (r"/(?:command|entrypoint|post_start|pre_stop)(?:/|$)", "config-key", "compose-command"),
    (r"/labels(?:/|$)", "config-key", "labels"),
    (r"/profiles(?:/|$)", "config-key", "config-key"),
    (r"/extends(?:/|$)", "config-key", "compose-service"),
    (r"^(?:secrets|configs)/", "config-key", "read:config-value"),
    (r"^name$", "", "own-name"),
    (r"/(?:configs|secrets|develop|deploy)(?:/|$)", "config-key", "read:config-value"),
)  # fmt: skip

_KUBERNETES = _rows(
    (r"^(?:apiversion|kind)$", "", "config-value"),
    (r"/valuesfrom/targetpath$", "", "helm-value"),
    (r"/valuesfrom/valueskey$", "", "config-key"),
    (r"^images/", "", "k8s-image"),
    (r"^(?:resources|bases|components|patches\w*|crds)(?:/path)?$", "", "string"),
    (r"generator/(?:literals|envs)$", "", "env"),
    (r"/(?:chart|repourl)$|/chart/spec/", "", "helm-chart"),
    (r"^spec/values(?:/|$)|/helm/(?:values|parameters|valuesobject)(?:/|$)", "helm-value", "helm-value"),
    (r"/image$|^image$", "config-key", "image"),
    (r"(?:liveness|readiness|startup)probe(?:/|$)", "config-key", "k8s-probe"),
    (r"/lifecycle(?:/|$)|/(?:command|args)$", "config-key", "k8s-command"),
    (r"/env/name$", "", "env-definition"),
    (r"/env/value$", "", "read:config-value"),
    (r"/env/valuefrom/.*/name$|/envfrom/.*/name$", "", "k8s-name"),
    (r"/env/valuefrom/.*/key$", "", "env-read"),
    (r"^(?:string|binary)?data/[a-z0-9_]*ollama[a-z0-9_]*$|^(?:string)?data/[a-z0-9_]+$", "env-definition", "read:config-value"),
    (r"^(?:string|binary)?data/", "config-key", "read:config-value"),
    (r"/ports/name$|/ports/(?:container|target|node|host)?port$|/port(?:/(?:number|name))?$|/(?:container|target|node)port$", "", "k8s-port"),
    (r"/volume\w*(?:/|$)|claimname$|/mountpath$|/persistentvolumeclaim/|/hostpath/", "k8s-volume", "k8s-volume"),
    (r"(?:^|/)namespace$|/namespaces/[^/]+$", "config-key", "namespace"),
    (r"(?:^|/)(?:labels|matchlabels|selector|annotations|name|generatename|namespace|servicename|serviceaccountname|app|component|instance|secretname|host|hosts|subjects|roleref|values|resources"
     r"|configmapgenerator|matchexpressions|nameprefix|namesuffix|topologykey|scaletargetref|parentrefs|backendrefs|service)(?:/[^/]+){0,3}$", "k8s-name", "read-name"),
)  # fmt: skip

_CHART = _rows(
    (r"^(?:dependencies|releases|repositories)(?:/|$)", "config-key", "helm-chart"),
    (r"^(?:description|keywords|home|sources|maintainers|icon|annotations)(?:/|$)", "documentation", "documentation"),
    (r"^name$", "", "helm-chart"),
    (r"", "config-key", "read:string"),
)
_VALUES = _rows((r"", "helm-value", "helm-value"))

_WORKFLOW = _rows(
    (r"/uses$", "", "ci-action"),
    (r"(?:^|/)services(?:/|$)", "ci-action", "ci-action"),
    (r"/container(?:/image)?$|/image(?:/name)?$|^image$", "", "ci-action"),
    (_ENV + r"/[^/]+$", "env-definition", "read:config-value"),
    (r"/(?:name|title|run-name|description|if|needs|id|working-directory|stage)$|^(?:name|run-name|description|author)$", "string", "read-text"),
    (r"^jobs/[^/]+$", "string", ""),
    (r"/(?:path|paths|key|restore-keys|files|context|tags|images|repository|file|cache|branches|paths-ignore)(?:/|$)", "config-key", "read:string"),
    (r"", "config-key", "read:config-value"),
)  # fmt: skip

_DEVCONTAINER = _rows(
    (r"^features$", "", "install"),
    (r"^features/", "install", "read:config-value"),
    (r"^(?:forwardports|appport)$", "", "port"),
    (r"^portsattributes/", "port", "read:ui-text"),
    (_ENV + r"/[^/]+$", "env-definition", "read:config-value"),
    (r"^name$", "", "string"),
    (r"", "config-key", "read:config-value"),
)

_ANSIBLE = _rows(
    (r"(?:^|/)(?:ansible\.builtin\.)?(?:systemd|service|systemd_service)/name$", "", "service-unit"),
    (r"(?:^|/)(?:[\w.]+\.)?(?:apt|package|dnf|yum|homebrew|pip|get_url|unarchive)/(?:name|pkg|url|src)$", "", "install"),
    (r"/image$", "", "image"),
    (r"(?:^|/)(?:name|tags|when|register|notify|hosts|dest|path|owner|group|user|home)$", "string", "read-text"),
    (_ENV + r"/[^/]+$", "env-definition", "read:config-value"),
    (r"", "config-key", "read:config-value"),
)

_TABLES: Mapping[str, tuple[Row, ...]] = MappingProxyType(
    {
        "compose": _COMPOSE, "kubernetes": _KUBERNETES, "helm-chart": _CHART, "helm-values": _VALUES, "helm-template": _VALUES,
        "workflow": _WORKFLOW, "devcontainer": _DEVCONTAINER, "ansible": _ANSIBLE,
    }
)  # fmt: skip
_IMAGES: Mapping[str, str] = MappingProxyType({"compose": "compose-image", "kubernetes": "k8s-image", "workflow": "ci-action"})
_SCRIPTS = MappingProxyType({"compose-command": "", "compose-healthcheck": "", "k8s-command": "", "k8s-probe": ""})
"""kinds that hold for a whole script under such a path"""


def classify_deployment(site: Site, context: Context) -> tuple[Finding, ...] | None:
    """The findings of a key, value or name; None where the dialect has no rule for it."""
    dialect = _dialect(site, context)
    row_kind = _kind(site, dialect)
    if not row_kind:
        return None
    return tuple(_by_kind(site, row_kind, dialect))


def script_kind(site: Site, context: Context) -> str:
    """The kind of a command inside a script of a compose file or manifest; empty where it is what it is anywhere."""
    kind = _value_kind("/".join(site.path).lower(), _dialect(site, context))
    return kind if kind in _SCRIPTS else ""


def is_whole(site: Site, context: Context) -> bool:
    """Whether a rule speaks for the whole value, so that an endpoint or a model in it is nothing of its own."""
    if site.hit.needle == "model" and _dialect(site, context) in ("helm-values", "helm-template"):
        return False
    return _value_kind("/".join(site.path).lower(), _dialect(site, context)).startswith(("compose-", "k8s-", "helm-", "ci-", "image"))


def _dialect(site: Site, context: Context) -> str:
    """In a code block of prose the keys have to tell."""
    if not site.docs or context.dialect in _TABLES or site.language == "json":
        return context.dialect
    first = site.path[:1] or (site.text,)
    return "compose" if first[0] in ("services", "volumes", "networks") else "kubernetes" if first[0] in ("spec", "metadata") else ""


def _kind(site: Site, dialect: str) -> str:
    if site.construct is Construct.KEY:
        path = "/".join((*site.path, site.text)).lower()
        return next((row.key for row in _TABLES.get(dialect, ()) if row.key and row.path.search(path)), "")
    return _value_kind("/".join(site.path).lower(), dialect) if site.construct is Construct.VALUE else ""


@lru_cache(maxsize=1024)
def _value_kind(path: str, dialect: str) -> str:
    return next((row.value for row in _TABLES.get(dialect, ()) if row.value and row.path.search(path)), "")


def _by_kind(site: Site, kind: str, dialect: str) -> Iterator[Finding]:
    how, _, fallback = kind.partition(":")
    if how == "read":
        named = {"provider-id": "string"} if fallback == "string" else {}
        fallback = "string" if fallback == "config-value" and " " in site.text.strip() else fallback
        yield from read(site, fallback, {"image": _IMAGES.get(dialect, "docker-run"), **named})
    elif how == "read-name":
        piece_kinds = {piece.kind for piece in pieces(site.text)} & {"base-url", "endpoint", "port", "env-read"}
        yield from read(site, "k8s-name") if piece_kinds else [_of_another(site, "k8s-name") or whole(site, "k8s-name")]
    elif how == "read-text":
        yield from read(site, "string", {"provider-id": "string"})
    elif how == "env":
        yield from assigned(site) if is_assigned(site) else [whole(site, "env-definition", site.text)]
    elif how == "image":
        yield _image(site, _IMAGES.get(dialect, "docker-run"))
    elif how == "namespace":
        yield whole(site, "k8s-name", need=Need.TEXT)  # as it says nothing of what runs in it
    elif how == "network":
        yield whole(site, "compose-network", need=Need.TEXT)  # a network is no host name: it works under any name
    elif how == "labels":
        proxied = re.match(r"[\"']?(?:traefik|caddy|nginx|proxy|virtual_)", site.text, re.IGNORECASE) or "traefik" in "/".join(site.path)
        yield whole(site, "proxy" if proxied else "config-value")
    elif other := _of_another(site, kind):
        yield other
    else:
        yield whole(site, kind, site.text if kind == "env-definition" else "")


_NAMED = MappingProxyType(
    {"compose-service": "config-key", "compose-depends-on": "config-key", "compose-network": "config-key", "compose-volume": "string", "k8s-name": "string",
     "k8s-volume": "string"}
)  # fmt: skip
"""kinds that hold the name of a service, and what such a name is where the service is another one"""
_OTHERS = re.compile(r"(?<![a-z])(?:web-?ui|open-?web-?ui|ui|gui|exporter|monitor(?:ing)?|metrics|frontend|backend|dashboard|fastapi|flask|django|streamlit|gradio|n8n|flowise|"
                     r"bot|telegram|discord|rag|client|consumer|worker|postgres|redis|qdrant|chroma|nginx|ingress|certs?|tls)(?![a-z])", re.IGNORECASE)  # fmt: skip
_HELPERS = re.compile(r"(?:^|/)(?:curl|busybox|alpine|bash|ubuntu|debian|python|docker|bitnami/kubectl|buildpack-deps|badouralix)[^/]*$|^\$", re.IGNORECASE)
"""images that jobs for Ollama run in: to pull a model takes a shell"""


def _of_another(site: Site, kind: str) -> Finding | None:
    """The name of a service beside Ollama that merely says it, by the service's image or by the name: it works as it is."""
    if kind not in _NAMED:
        return None
    image = site.beside
    if image and kind == "compose-service":
        other = "ollama" not in _OTHERS.sub("", image.lower()) and not _HELPERS.search(image.partition(":")[0])
    else:
        other = any("ollama" in part.lower() and _OTHERS.search(part) for part in re.split(r"[:/.]", site.text)) and "/.ollama" not in site.text
    return whole(site, _NAMED[kind]) if other else None


def _image(site: Site, kind: str) -> Finding:
    """Of Ollama itself, of the project (`ollama-fastapi`), or of something made for it, where a person decides."""
    official = any(piece.kind == "image" for piece in pieces(site.text)) or re.search(r"[:/]ollama(?:[:@]|$)", site.text)
    if not official and _OTHERS.search(site.text.rsplit("/", 1)[-1]):
        return whole(site, "string")
    return whole(site, kind, need=None if official else Need.DECIDE)
