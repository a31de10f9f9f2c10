"""One file → references. Pure.

Hits in the bytes become sites by the language's front end, sites become findings by `classify`, findings become references.
What only looks like Ollama is recognised before that. No line that says Ollama is ever lost: a hit that nothing
explains is a `mention`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from migrate_vllm.classify import classify
from migrate_vllm.classify.dialects import dialect_of
from migrate_vllm.classify.finding import Context, Finding
from migrate_vllm.classify.names import client_names, factory_names
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.languages import LANGUAGES
from migrate_vllm.model import Excerpt, Need, Origin, Reference, Region, Remark, SourceFile
from migrate_vllm.placed_text import CROP, PlacedText
from migrate_vllm.project import Project
from migrate_vllm.sites.code import Located
from migrate_vllm.sites.front_ends import locate
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import text_of
from migrate_vllm.wording import message_of
from migrate_vllm.words import hits, names_rivals, other_word, plain_hits

_ORIGIN_KINDS = {
    Origin.LOCK: "lock-entry",
    Origin.VENDORED: "vendored",
    Origin.GENERATED: "generated",
    Origin.MINIFIED: "minified",
}


@dataclass(frozen=True, slots=True)
class Scan:
    references: tuple[Reference, ...]
    remarks: tuple[Remark, ...] = ()


def scan(file: SourceFile, project: Project) -> Scan:
    """Everything in one file that says Ollama, in the order of its places, `keep` included."""
    text = PlacedText(file)
    if file.origin is not Origin.AUTHORED:
        return Scan(tuple(_kept_by_origin(text, plain_hits(text.data))))
    found = hits(text.data)
    located = (
        locate(text.data, found, file.language)
        if file.parse
        else Located(tuple(_raw(text, hit) for hit in found), {}, False)
    )
    references = tuple(_references(text, located, project))
    return Scan(references, tuple(_remarks(file, located)) if references else ())


def _remarks(file: SourceFile, located: Located) -> Iterator[Remark]:
    if located.broken and any(site.broken for site in located.sites):
        yield Remark(file.path, 0, "parse-error", "parsed with errors: some references were matched as text")


def _raw(text: PlacedText, hit: Hit) -> Site:
    start, end = text.window(hit)
    return Site(start, end, Construct.RAW, text_of(text.data, start, end), (), "", hit)


def _kept_by_origin(text: PlacedText, found: Sequence[Hit]) -> Iterator[Reference]:
    """One reference a line: nothing in such a file is told apart."""
    seen = set()
    for hit in found:
        line = text.line_of(hit.start)
        if line not in seen:
            seen.add(line)
            yield text.reference(
                Finding(_ORIGIN_KINDS[text.file.origin], hit.start, hit.end, text_of(text.data, hit.start, hit.end)),
                Need.KEEP,
            )


# -- hits to references


def _references(text: PlacedText, located: Located, project: Project) -> Iterator[Reference]:
    context = _context(text.file, located, project)
    seen: set[tuple[int, int, str]] = set()
    for site in located.sites:
        for finding in _findings(text, site, context, project):
            if (key := (finding.start, finding.end, finding.kind)) not in seen:
                seen.add(key)
                yield text.reference(
                    finding, _need(finding, site, text.file), _codemod(finding, text.file.language, project), site.hit
                )


def _findings(text: PlacedText, site: Site, context: Context, project: Project) -> Iterable[Finding]:
    if site.hit.needle in ("endpoint", "model"):
        return classify(site, context)
    if kept := _kept(text, site, context, project):
        return (kept,)
    found = classify(site, context)
    return found or (Finding("mention", site.start, site.end, site.text),)


def _kept(text: PlacedText, site: Site, context: Context, project: Project) -> Finding | None:
    """The finding of a hit that is no Ollama, or the project's own name."""
    line_start, line = text.around(site.hit)
    start = len(text.data[line_start : site.hit.start].decode("utf-8", "replace"))
    end = start + len(site.hit.needle)
    near = (max(0, start - CROP), end + CROP)
    own = (
        next((m for m in project.own_names.finditer(line, *near) if m.start() <= start < m.end()), None)
        if project.own_names
        else None
    )
    if own and not _is_symbol(line, own.start(), own.end(), site, context) and not _is_member(own.group(), site):
        first = line_start + len(line[: own.start()].encode())
        return Finding("own-name", first, first + len(own.group().encode()), own.group())
    kind = other_word(line, start, end)
    return (
        Finding(kind, site.hit.start, site.hit.end, text_of(text.data, site.hit.start, site.hit.end)) if kind else None
    )


def _is_symbol(line: str, start: int, end: int, site: Site, context: Context) -> bool:
    """LangChain's `ChatOllama` in a project called `chat-ollama` is a reference all the same."""
    if site.construct not in (Construct.IMPORT, Construct.CALL, Construct.NAME):
        return False
    name = line[start:end]
    bound = context.bindings.get(name, "").partition(":")[0]
    return (
        bool(context.owners.owner_of_symbol(name, context.language))
        and not bound.startswith(".")
        and name not in context.definitions
    )


def _is_member(name: str, site: Site) -> bool:
    """`ollama.chat` is a call, also in a project called `ollama-chat`."""
    return "." in name and site.construct in (Construct.CALL, Construct.NAME, Construct.DEFINITION)


def _context(file: SourceFile, located: Located, project: Project) -> Context:
    definitions = frozenset(site.text for site in located.sites if site.construct is Construct.DEFINITION)
    mentions = tuple(site.hit.start for site in located.sites if site.hit.needle == "ollama")
    pointers = frozenset(
        site.path[-1]
        for site in located.sites
        if site.path and site.construct is Construct.STRING and "11434" in site.text
    )
    return Context(
        path=file.path, language=file.language, dialect=dialect_of(file.path, file.text, file.language), owners=project.owners,
        bindings=located.bindings, own_names=project.own_names, own_modules=project.modules, definitions=definitions, pointers=pointers,
        clients=client_names(located.sites, located.bindings), factories=factory_names(located.sites, located.bindings),
        says_ollama=bool(mentions) or "ollama" in str(file.path).lower(), mentions=mentions,
        rivals=any(site.hit.needle == "model" for site in located.sites) and names_rivals(file.text),
    )  # fmt: skip


def _need(finding: Finding, site: Site, file: SourceFile) -> Need:
    need = finding.need or KINDS[finding.kind].need
    prose = LANGUAGES[file.language].prose or site.docs or site.construct in (Construct.COMMENT, Construct.PROSE)
    return Need.TEXT if prose and need is not Need.KEEP else need


def _codemod(finding: Finding, language: str, project: Project) -> str:
    owners = project.owners
    owner = (
        owners.owner(language, finding.subject) or owners.owner_of_symbol(finding.subject, language)
        if finding.subject
        else None
    ) or owners.owner_of_kind(finding.kind, language)
    return owner.name if owner else ""


# -- names of files and folders


def scan_names(paths: Iterable[PurePosixPath], project: Project) -> tuple[Reference, ...]:
    """One reference for each file or folder whose own name says Ollama, at line 0."""
    parts = {
        PurePosixPath(*path.parts[: depth + 1])
        for path in paths
        for depth, part in enumerate(path.parts)
        if "ollama" in part.lower()
    }
    return tuple(_name_reference(path, project) for path in sorted(parts))


def _name_reference(path: PurePosixPath, project: Project) -> Reference:
    name = path.name
    start = name.lower().find("ollama")
    end = start + len("ollama")
    own = project.own_names is not None and any(m.start() <= start < m.end() for m in project.own_names.finditer(name))
    kind = "own-name" if own else other_word(name, start, end) or "file-name"
    region = Region(0, start + 1, 0, end + 1, start + 1, end + 1)
    return Reference(
        path=path, region=region, kind=kind, need=KINDS[kind].need, text=name, message=message_of(Finding(kind, 0, 0, name)),
        excerpt=Excerpt(name, start, end),
    )  # fmt: skip
