"""References that don't say Ollama: what the flow found becomes references with evidence `flow` and the way to them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from migrate_vllm.classify.finding import Finding
from migrate_vllm.codemods import Owners
from migrate_vllm.defined import definitions
from migrate_vllm.discover import Discovery
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.models import lookup
from migrate_vllm.flow.analysis import Analysis, Files
from migrate_vllm.flow.engine import Found
from migrate_vllm.flow.mocking import is_test
from migrate_vllm.flow.modules import Modules
from migrate_vllm.flow.ways import kind_of, way_of
from migrate_vllm.languages import language_of
from migrate_vllm.model import Evidence, Need, Reference, Remark, SourceFile, Step
from migrate_vllm.placed_text import PlacedText
from migrate_vllm.programs import Programs
from migrate_vllm.project import Project

_SAME_PLACE = frozenset({"sdk-call", "sdk-admin", "client", "endpoint", "base-url", "framework", "error-handling", "sdk-type"})
"""kinds that a name gives away as well: on a line that the name was found on they aren't said twice"""


@dataclass(frozen=True, slots=True)
class Flow:
    """What Ollama's values reach."""

    references: dict[PurePosixPath, tuple[Reference, ...]] = field(default_factory=dict)
    """by file, in the order of their places"""
    remarks: tuple[Remark, ...] = ()
    analysis: Analysis | None = None


def flow(discovery: Discovery, project: Project, seeds: Mapping[PurePosixPath, str]) -> Flow:
    """What Ollama's values reach from the programs given."""
    programs = Programs(discovery)
    modules = Modules(programs.paths(tuple(seeds)), programs.read)
    analysis = Analysis(Files(programs.read, programs.mentioning), modules, lambda module, name, language: is_framework(project.owners, module, name, language))
    found = _references(analysis, analysis.run(tuple(seeds.items())), project.owners)
    read = {v.name: Step(v.spot.path, analysis.line_of(v.spot), f"reads `{v.name}`") for v in analysis.engine.variables if v.name in analysis.engine.models}
    for path, references in definitions(programs.settings(frozenset(read)), read, project.owners):
        found[path] = (*found.get(path, ()), *references)
    return Flow(found, _cut(analysis), analysis)


def _cut(analysis: Analysis) -> tuple[Remark, ...]:
    if analysis.unread is not None:
        return (Remark(analysis.unread, 0, "flow-limit", "not followed into this file and further ones: Ollama's values reach too much code"),)
    if analysis.engine.graph.exhausted:
        return (Remark(next(iter(analysis.texts)), 0, "flow-limit", "not followed to the end: Ollama's values take too many ways"),)
    return ()


_NO_FRAMEWORKS = frozenset({"ollama_python", "ollama_js", "openai_python", "openai_js"})


def is_framework(owners: Owners, module: str, name: str, language: str) -> bool:
    """Whether what is imported is a framework's class or function for Ollama."""
    if "ollama" not in name.lower() and not (name == "default" and "ollama" in module.lower()):
        return False
    owner = owners.owner(language, f"{module}.{name}") or owners.owner_of_symbol(name, language)
    return owner is not None and owner.name not in _NO_FRAMEWORKS


def _references(analysis: Analysis, found: Iterable[Found], owners: Owners) -> dict[PurePosixPath, tuple[Reference, ...]]:
    by_path: dict[PurePosixPath, list[Found]] = {}
    for each in found:
        by_path.setdefault(each.spot.path, []).append(each)
    return {path: tuple(_in_file(analysis, path, each, owners)) for path, each in by_path.items()}


def _in_file(analysis: Analysis, path: PurePosixPath, found: Iterable[Found], owners: Owners) -> Iterator[Reference]:
    text = analysis.texts[path]
    language = language_of(path, text[:200].partition("\n")[0])
    placed = PlacedText(SourceFile(path, text, language))
    for each in sorted(found, key=lambda one: (one.spot.at, one.kind)):
        if _is_made_up(each):
            continue
        kind = kind_of(analysis.engine, each)
        start, end = _one_line(placed.data, *each.spot.at)
        finding = Finding(kind, start, end, "", _need(each), each.subject)
        owner = owners.owner_of_kind(kind, language)
        reference = placed.reference(finding, finding.need or KINDS[kind].need, owner.name if owner else "")
        yield replace(reference, evidence=Evidence.FLOW, why=way_of(analysis, each))


def _is_made_up(found: Found) -> bool:
    """A model's name in a test that no library knows."""
    return found.kind == "model-tag" and is_test(found.spot.path) and lookup(found.subject) is None and ":" not in found.subject


def _need(found: Found) -> Need | None:
    return Need.DECIDE if found.kind == "model-tag" and lookup(found.subject) is None else None


def _one_line(data: bytes, start: int, end: int) -> tuple[int, int]:
    """A span that goes over several lines is shown by its first."""
    line_end = data.find(b"\n", start, end)
    return start, end if line_end < 0 else max(start, line_end)


def merged(named: tuple[Reference, ...], flow: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Both, without those by flow that stand where a name says it already."""
    taken = [(r.region.line, r.region.column, r.region.end_column) for r in named if r.need is not Need.KEEP and r.kind != "comment"]
    said = {(r.region.line, r.kind) for r in named}
    new = tuple(
        r
        for r in flow
        if not (r.kind in _SAME_PLACE and (r.region.line, r.kind) in said)
        and not any(line == r.region.line and first < r.region.end_column and r.region.column < last for line, first, last in taken)
    )
    return tuple(sorted((*named, *new), key=lambda r: (r.region.line, r.region.column, r.kind))) if new else named
