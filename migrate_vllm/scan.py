"""One file → references. Pure.

Hits in the bytes become sites by the language's front end, sites become findings by `classify`, findings become references.
What only looks like Ollama is recognised before that. No line that says Ollama is ever lost: a hit that nothing
explains is a `mention`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePosixPath

from migrate_vllm.classify import classify
from migrate_vllm.classify.dialects import dialect_of
from migrate_vllm.classify.finding import Context, Finding
from migrate_vllm.classify.names import client_names, factory_names
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.languages import LANGUAGES
from migrate_vllm.masking import masked
from migrate_vllm.model import Excerpt, Need, Origin, Reference, Region, Remark, SourceFile
from migrate_vllm.project import Project
from migrate_vllm.sites.code import Located
from migrate_vllm.sites.front_ends import locate
from migrate_vllm.sites.site import Construct, Hit, Site
from migrate_vllm.sites.spans import between_characters, line_around, text_of
from migrate_vllm.wording import message_of
from migrate_vllm.words import hits, names_rivals, other_word, plain_hits

_ORIGIN_KINDS = {
    Origin.LOCK: "lock-entry",
    Origin.VENDORED: "vendored",
    Origin.GENERATED: "generated",
    Origin.MINIFIED: "minified",
}
_CROP = 160
"""characters of a line that are shown on each side of a reference"""
_WORD = 20
"""and a hit inside"""


@dataclass(frozen=True, slots=True)
class Scan:
    references: tuple[Reference, ...]
    remarks: tuple[Remark, ...] = ()


def scan(file: SourceFile, project: Project) -> Scan:
    """Everything in one file that says Ollama, in the order of its places, `keep` included."""
    text = _Text(file)
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


def _raw(text: _Text, hit: Hit) -> Site:
    start, end = text.window(hit)
    return Site(start, end, Construct.RAW, text_of(text.data, start, end), (), "", hit)


def _kept_by_origin(text: _Text, found: Sequence[Hit]) -> Iterator[Reference]:
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


def _references(text: _Text, located: Located, project: Project) -> Iterator[Reference]:
    context = _context(text.file, located, project)
    seen: set[tuple[int, int, str]] = set()
    for site in located.sites:
        for finding in _findings(text, site, context, project):
            if (key := (finding.start, finding.end, finding.kind)) not in seen:
                seen.add(key)
                yield text.reference(
                    finding, _need(finding, site, text.file), _codemod(finding, text.file.language, project), site.hit
                )


def _findings(text: _Text, site: Site, context: Context, project: Project) -> Iterable[Finding]:
    if site.hit.needle in ("endpoint", "model"):
        return classify(site, context)
    if kept := _kept(text, site, context, project):
        return (kept,)
    found = classify(site, context)
    return found or (Finding("mention", site.start, site.end, site.text),)


def _kept(text: _Text, site: Site, context: Context, project: Project) -> Finding | None:
    """The finding of a hit that is no Ollama, or the project's own name."""
    line_start, line = text.around(site.hit)
    start = len(text.data[line_start : site.hit.start].decode("utf-8", "replace"))
    end = start + len(site.hit.needle)
    near = (max(0, start - _CROP), end + _CROP)
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


# -- places in the text


class _Text:
    """The bytes of a file and where its lines begin."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.data = file.text.encode("utf-8", "replace")
        self._starts = _line_starts(self.data)

    def line_of(self, at: int) -> int:
        return bisect_right(self._starts, at)

    def window(self, hit: Hit) -> tuple[int, int]:
        """The line of the hit, or the part of a huge line around it, cut between characters."""
        start, end = line_around(self.data, hit.start)
        return between_characters(self.data, max(start, hit.start - 4 * _CROP)), between_characters(
            self.data, min(end, hit.end + 4 * _CROP)
        )

    def around(self, hit: Hit) -> tuple[int, str]:
        start, end = self.window(hit)
        return start, text_of(self.data, start, end)

    def reference(self, finding: Finding, need: Need, codemod: str = "", hit: Hit | None = None) -> Reference:
        excerpt = self._excerpt(*self._shown(finding, hit))
        return Reference(
            path=self.file.path, region=self._region(finding.start, finding.end), kind=finding.kind, need=need,
            text=_normal(excerpt.text[excerpt.start : excerpt.end]), message=message_of(finding), excerpt=excerpt, codemod=codemod,
        )  # fmt: skip

    def _region(self, start: int, end: int) -> Region:
        line = self.line_of(start)
        before = self.data[self._starts[line - 1] : start].decode("utf-8", "replace")
        inside = self.data[start:end].decode("utf-8", "replace")
        column, utf16 = len(before) + 1, _utf16(before) + 1
        return Region(line, column, line, column + len(inside), utf16, utf16 + _utf16(inside))

    def _shown(self, finding: Finding, hit: Hit | None) -> tuple[int, int]:
        """The finding, or the part of a huge one around the hit."""
        if hit is None or finding.end - finding.start <= 2 * _CROP or not finding.start <= hit.start < finding.end:
            return finding.start, finding.end
        start, end = max(finding.start, hit.start - _CROP), min(finding.end, hit.end + _CROP)
        return between_characters(self.data, start), between_characters(self.data, end)

    def _excerpt(self, start: int, end: int) -> Excerpt:
        first, last = self.window(Hit(start, end, ""))
        before = text_of(self.data, first, start)[-_CROP:].lstrip()
        inside = text_of(self.data, start, end)[: 2 * _CROP + _WORD]
        after = text_of(self.data, end, max(last, end))[:_CROP].rstrip()
        return masked(before + inside + after, len(before), len(before) + len(inside))


def _line_starts(data: bytes) -> list[int]:
    return list(accumulate(map((1).__add__, map(len, data.split(b"\n"))), initial=0))


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def _normal(text: str) -> str:
    return " ".join(text.split())


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
