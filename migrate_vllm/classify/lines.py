"""Lines of languages that no grammar here reads, and of broken parts: what a line says by its shape → findings. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from migrate_vllm.classify.dependencies import raw_dependency
from migrate_vllm.classify.finding import Context, Finding, whole
from migrate_vllm.classify.values import assigned, covering, hit_in, part, read, variable_at
from migrate_vllm.literal import Piece
from migrate_vllm.sites.site import Construct, Site

# What a whole file is about decides what its lines are.
_BY_DIALECT: Mapping[str, str] = MappingProxyType(
    {"helm-template": "helm-value", "helm-values": "helm-value", "helm-chart": "helm-chart", "ignore": "string", "i18n": "i18n", "launchd": "service-unit",
     "service": "service-unit", "proxy": "proxy", "log": "string", "issue-template": "documentation"}
)  # fmt: skip
_CODE = frozenset("kotlin swift dart elixir scala c lua r sql css graphql starlark gradle".split())
_SCRIPTS = frozenset({"powershell", "batch"})
_DEPENDENCY_LANGUAGES = MappingProxyType({"swift": "swift", "elixir": "elixir", "kotlin": "gradle", "gradle": "gradle"})

_IMPORT = re.compile(r"^\s*(?:export\s+|@_exported\s+|public\s+)?(?:import|using|use|alias|include|#include|#import|@import|@use|open|library|require|from)\b[\s(\"'<{]*(?P<what>[^\s\"'>;(){},]*)", re.IGNORECASE)
_DEFINES = re.compile(r"\b(?:func|fun|def|defp|function|class|struct|enum|interface|protocol|trait|object|module|defmodule|record|type|typealias|let|var|val|const|final|static|case|param|filter|private|public|local|actor|extension)\s+(?:\w+\s+){0,2}[$@:.\w-]*$", re.IGNORECASE)
_SETS = re.compile(r"\$env:(?P<ps>\w+)\s*=|(?:^|\s)set(?:x)?\s+\"?(?P<batch>\w+)\s*=|SetEnvironmentVariable\(\s*[\"'](?P<call>\w+)", re.IGNORECASE)
_READS = re.compile(r"\$env:(?P<ps>\w+)|%(?P<batch>\w+)%|!(?P<late>\w+)!|(?:getenv|environment|env|get_env|fetch_env!?|fromEnvironment|Sys\.getenv|GetEnvironmentVariable)\s*[\[(]\s*[\"'](?P<call>\w+)", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:Write-\w+|echo|print\w*|puts|log\w*|logger|debug\w*|info|warn\w*|error|fatal\w*|throw|raise|NSLog|Timber|fprintf|cout|cerr|MsgBox|Read-Host|title|fail|abort)\b|Exception\(", re.IGNORECASE)
_RUNS = re.compile(r"\b(?:(?:Start|Stop|Get|Restart|Wait|New|Set)-(?:Process|Service|Command)|nssm(?:\.exe)?\b.*|net|sc(?:\.exe)?|taskkill|tasklist|where|start|winget|DependOnService)\b[^\n|;]*\Z|&\s*\Z", re.IGNORECASE)
_QUOTES = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`")
_ASSIGNS = re.compile(r"^\s*(?:(?:local|my|set|my|our)\s+)?[$@]?[\w.:]*$")
_GIVEN = re.compile(r"[\"']?(\w+)[\"']?\s*(?:=>|[=:])\s*[\[({]*\s*\Z")
_DECLARATIONS = tuple(
    (language, kind, re.compile(pattern))
    for language, kind, pattern in (
        ("terraform", "identifier-definition", r"^\s*(?:resource|data|module|variable|output|provider|locals)\s+(?P<name>\S[^{]*?)\s*(?:\{|$)"),
        ("nix", "env-definition", r"(?P<name>\bOLLAMA_[A-Z_]+)\s*="),
        ("nix", "service-unit", r"(?P<name>\bservices\.[\w-]*ollama[\w.-]*)"),
        ("nix", "dependency", r"(?P<name>\bpkgs\.[\w.-]*ollama[\w-]*)"),
    )
)
_KINDS = MappingProxyType({"image": "docker-run"})


def classify_line(site: Site, context: Context) -> Iterator[Finding]:
    """The finding of the hit on its line."""
    language = site.language or context.language
    if site.construct is Construct.COMMENT:
        yield whole(site, "comment")
    elif kind := _BY_DIALECT.get(context.dialect, ""):
        yield from _known(site, kind)
    elif dependency := raw_dependency(site, _DEPENDENCY_LANGUAGES.get(language, context.dialect)):
        yield dependency
    elif language in _CODE | _SCRIPTS:
        yield _of_code(site, language, context)
    elif language == "xml":
        shown = re.search(r">[^<>]*\Z", site.text[: hit_in(site)])
        yield from read(site, "ui-text" if shown else "string", _KINDS)
    elif site.docs:
        yield from read(site, "documentation", _KINDS)
    elif language in ("template", "terraform", "nix"):
        yield _of_code(site, language, context)
    else:
        yield from _unknown(site)


def _known(site: Site, kind: str) -> Iterator[Finding]:
    if kind == "helm-value" and (opening := re.match(r"\{\{-?\s*/\*\s*|#+\s*", site.text)):
        yield part(site, opening.end(), len(site.text), "comment")
    else:
        yield whole(site, kind)


def _unknown(site: Site) -> Iterator[Finding]:
    """Only what speaks for itself; the rest is a mention."""
    yield variable_at(site) or next(read(site, "mention", _KINDS))


def _of_code(site: Site, language: str, context: Context) -> Finding:
    at = hit_in(site)
    piece = covering(site)
    quoted = next((match for match in _QUOTES.finditer(site.text) if match.start() <= at < match.end()), None)
    if (match := _IMPORT.match(site.text)) and match.start("what") <= at < match.end("what"):
        return whole(site, "identifier-use" if _is_own(match.group("what"), context) else "import", match.group("what"))
    if named := _variable(site, at) or _declared(site, at, language):
        return named
    if quoted is not None and _TELLS.search(site.text[: quoted.start()]):
        return part(site, quoted.start() + 1, quoted.end() - 1, "log-text")
    if piece is not None and piece.kind not in ("provider-id", "env-read"):
        return _piece(site, piece)
    if quoted is not None and language in _SCRIPTS and _RUNS.search(site.text[: quoted.start()]) and re.search(r"ollama(?:\.exe)?.$", quoted.group(), re.IGNORECASE):
        return part(site, quoted.start() + 1, quoted.end() - 1, "cli-command")
    if quoted is not None:
        return _quoted(site, quoted)
    return _bare(site, at, language)


def _is_own(module: str, context: Context) -> bool:
    """A relative import, or one whose part that says Ollama is a folder or file of the repository."""
    parts = re.split(r"[./:\\]+", module)
    return module.startswith(".") or any("ollama" in part.lower() and part in context.own_modules for part in parts)


def _piece(site: Site, piece: Piece) -> Finding:
    return part(site, piece.start, piece.end, _KINDS.get(piece.kind, piece.kind), piece.name)


def _variable(site: Site, at: int) -> Finding | None:
    for kind, pattern in (("env-definition", _SETS), ("env-read", _READS)):
        for match in pattern.finditer(site.text):
            group = match.lastgroup or ""
            if match.start(group) <= at < match.end(group):
                return part(site, match.start(group), match.end(group), kind, match.group(group))
    return None


def _quoted(site: Site, quoted: re.Match[str]) -> Finding:
    inside = part(site, quoted.start() + 1, quoted.end() - 1, "string")
    key = _GIVEN.search(site.text[: quoted.start()])
    path = (key.group(1),) if key else ()
    inner = Site(inside.start, inside.end, Construct.STRING, inside.text, path, "", site.hit, docs=site.docs, language=site.language)
    if re.match(r"[A-Z][A-Z0-9]*_[A-Z0-9_]*=", inner.text):
        return next(assigned(inner))
    return next(read(inner, "helm-chart" if path == ("chart",) else "string", {**_KINDS, "provider-id": "helm-chart"} if path == ("chart",) else _KINDS))


def _declared(site: Site, at: int, language: str) -> Finding | None:
    """What Terraform and Nix declare under a name."""
    for wanted, kind, pattern in _DECLARATIONS:
        if wanted == language and (match := pattern.search(site.text)) and match.start("name") <= at < match.end("name"):
            return part(site, match.start("name"), match.end("name"), kind, match.group("name"))
    return None


def _bare(site: Site, at: int, language: str) -> Finding:
    before = re.search(r"[$@\w.:-]*\Z", site.text[:at])
    after = re.match(r"[\w-]*", site.text[at:])
    start, end = at - (len(before.group()) if before else 0), at + (after.end() if after else 0)
    word = site.text[start:end]
    if language in _SCRIPTS:
        return part(site, start, end, _script_kind(site.text[:start], word, site.text[end:]), word)
    defined = _DEFINES.search(site.text[:at]) or (re.match(r"\s*=(?!=)", site.text[end:]) and _ASSIGNS.match(site.text[:start]))
    return part(site, start, end, "identifier-definition" if defined else "identifier-use", word)


def _script_kind(before: str, word: str, after: str) -> str:
    if word.startswith("$") or re.match(r"\s*\+?=", after):
        return "identifier-definition" if re.match(r"\s*\+?=(?!=)", after) else "identifier-use"
    if re.search(r"\bgoto\s+:?$|\bcall\s+:$", before, re.IGNORECASE):
        return "identifier-use"
    if re.search(r"\bfunction\s+$", before, re.IGNORECASE) or word.startswith(":"):
        return "identifier-definition"
    if re.match(r"ollama(?:\.exe)?$", word, re.IGNORECASE) or _RUNS.search(before):
        return "log-text" if re.search(r"\becho\b|\btitle\b|Write-", before, re.IGNORECASE) else "cli-command"
    return "log-text" if re.search(r"\becho\b|\btitle\b|Write-", before, re.IGNORECASE) else "identifier-use"
