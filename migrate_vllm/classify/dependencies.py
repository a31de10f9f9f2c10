"""Where a project lists what it depends on: manifests of every ecosystem → findings. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from migrate_vllm.classify.finding import Context, Finding, whole
from migrate_vllm.classify.values import hit_in, part, read, text_kind
from migrate_vllm.sites.site import Construct, Site


@dataclass(frozen=True, slots=True)
class Manifest:
    ecosystem: str
    lists: re.Pattern[str]
    """paths of lists and tables of packages, keys joined with `/`, lower case"""
    told: re.Pattern[str] = re.compile(r"^(?:project/|package/|metadata/|tool/poetry/)?(?:description|keywords|homepage|repository|bugs|urls|author|authors|classifiers|documentation|contributors|funding|topics)(?:/|$)")
    """paths of what only tells people something"""
    named: re.Pattern[str] = re.compile(r"^(?:project/|package/|metadata/|tool/poetry/)?(?:name|displayname|productname|module|title|bin(?:/.*)?)$")


_MANIFESTS: Mapping[str, Manifest] = MappingProxyType(
    {
        dialect: Manifest(ecosystem, re.compile(pattern))
        for dialect, ecosystem, pattern in (
            ("package-json", "npm", r"^(?:pnpm/)?(?:\w*dependencies|overrides|resolutions|packageextensions|onlybuiltdependencies|patcheddependencies)(?:/|$)|^jest/transformignorepatterns"),
            ("pyproject", "pypi", r"^(?:project/(?:optional-)?dependencies|dependency-groups|build-system/requires|tool/(?:poetry|pdm|hatch|uv|pixi|rye)/.*(?:dependencies|sources|dependency|packages))(?:/|$)"),
            ("setup-cfg", "pypi", r"(?:install_requires|extras_require|setup_requires|tests_require|deps)"),
            ("pipfile", "pypi", r"^(?:dev-)?packages(?:/|$)"),
            ("conda-env", "pypi", r"^(?:dependencies|requirements)(?:/|$)"),
            ("pre-commit", "pypi", r"additional_dependencies"),
            ("cargo", "cargo", r"^(?:workspace/|target/.*/)?(?:dev-|build-)?dependencies(?:/|$)|^patch/"),
            ("composer-json", "composer", r"^(?:require|require-dev|conflict|replace)(?:/|$)"),
            ("pubspec", "pub", r"^(?:dev_)?dependencies(?:/|$)|^dependency_overrides"),
            ("gradle", "maven", r"^(?:libraries|plugins|bundles|versions)(?:/|$)"),
        )
    }
)  # fmt: skip

_RAW_LINES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "csproj": re.compile(r"<(?:PackageReference|PackageVersion|package|Reference)\b[^>]*\b(?:Include|Update|id)\s*=\s*[\"'](?P<name>[^\"']*ollama[^\"']*)", re.I),
        "pom": re.compile(r"<(?:artifactId|groupId)>\s*(?P<name>[^<]*ollama[^<]*?)\s*<", re.I),
        "gradle": re.compile(r"\b(?:implementation|api|compileOnly|runtimeOnly|testImplementation|platform|kapt|classpath)\b.*?[\"'(](?P<name>[\w.:-]*ollama[\w.:-]*)", re.I),
        "swift": re.compile(r"\.package\([^)]*?(?P<name>https?://[^\"']*ollama[^\"']*)", re.I),
        "elixir": re.compile(r"\{:(?P<name>\w*ollama\w*),\s*(?:\"~>|\"[>=\d]|git|github|path)", re.I),
    }
)
_RAW_ECOSYSTEMS = MappingProxyType({"csproj": "nuget", "pom": "maven", "gradle": "maven", "swift": "swift", "elixir": "hex"})
_GROUPS = re.compile(r"^(?:project/optional-dependencies|dependency-groups|tool/poetry/(?:extras|group))$|/features$|extras_require$")
"""tables whose keys are names of groups, not of packages"""
_REQUIREMENT = re.compile(r"(?:-e\s+)?(?P<name>(?:git\+)?https?://\S+|[A-Za-z0-9@][\w./-]*)(?P<extras>\[[^\]]*\])?")


def classify_manifest(site: Site, context: Context) -> tuple[Finding, ...] | None:
    """The findings of a key or value of a manifest; None where it is no list of packages, nor what a manifest tells."""
    manifest = _MANIFESTS.get(context.dialect)
    if manifest is None or site.construct not in (Construct.KEY, Construct.VALUE):
        return None
    is_key = site.construct is Construct.KEY
    path = "/".join((*site.path, site.text) if is_key else site.path).lower()
    parents = "/".join(site.path).lower()
    if is_key and _GROUPS.search(parents):
        return (whole(site, "config-key"),)
    if manifest.lists.search(parents):
        return tuple(_listed(site, manifest, context))
    if manifest.told.search(path):
        return (whole(site, "documentation"),)
    if manifest.named.search(path) and not is_key:
        return (whole(site, "own-name"),)
    return None


def _listed(site: Site, manifest: Manifest, context: Context) -> Iterator[Finding]:
    if site.construct is Construct.VALUE and context.dialect in ("package-json", "composer-json", "cargo", "pubspec"):
        yield whole(site, "dependency", site.text) if site.text.startswith("npm:") else next(read(site, text_kind(site.path), {"provider-id": "string", "image": "string"}))
    else:
        yield from package(site, manifest.ecosystem)


def package(site: Site, _ecosystem: str = "pypi") -> Iterator[Finding]:
    """A requirement: a dependency when the package, an extra of it or its address says Ollama."""
    match = _REQUIREMENT.search(site.text)
    if match is None or hit_in(site) >= match.end():
        yield whole(site, "string")
    else:
        yield whole(site, "dependency", match.group("name"))


def raw_dependency(site: Site, dialect: str) -> Finding | None:
    """A package named on a line of a manifest that is read as text; None where there is none at the hit."""
    match = pattern.search(site.text) if (pattern := _RAW_LINES.get(dialect)) else None
    if match is None or not match.start("name") <= hit_in(site) < match.end("name"):
        return None
    return part(site, match.start("name"), match.end("name"), "dependency", match.group("name"))


def go_module(site: Site) -> Finding:
    """A line of go.mod."""
    if site.path == ("module",):
        return whole(site, "own-name")
    match = re.search(r"[\w./-]*ollama[\w./-]*", site.text, re.IGNORECASE)
    return part(site, match.start(), match.end(), "dependency", match.group()) if match else whole(site, "string")
