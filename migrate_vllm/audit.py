"""The audit: from what `discover` found to a report. Reads files through the discovery alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from migrate_vllm.codemods import owners
from migrate_vllm.discover import Discovery, Raw
from migrate_vllm.discover.values import as_path
from migrate_vllm.fingerprints import with_fingerprints
from migrate_vllm.implied import Flow, flow, merged
from migrate_vllm.languages import language_of
from migrate_vllm.model import Codemod, Need, Origin, Reference, Remark, Report, Skipped, SourceFile
from migrate_vllm.origin import origin_of
from migrate_vllm.project import Modules, Project, is_manifest
from migrate_vllm.scan import scan, scan_names
from migrate_vllm.suppressions import suppress

Progress = Callable[[int, int], None]
"""called with the files done and all that there are"""


_STARTS = frozenset(
    "import client sdk-call sdk-admin sdk-type framework endpoint base-url port env-read model-prefix test-mock env-definition cli-command".split()
)
"""kinds of reference from which values may flow"""


_PRESSING = frozenset({Need.CHANGE, Need.DECIDE})


@dataclass(slots=True)
class _Found:
    """What the files have told so far."""

    names: dict[PurePosixPath, Reference]
    """the names of files and folders; those of read files move to `references`"""
    references: list[Reference] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    programs: dict[PurePosixPath, tuple[SourceFile, tuple[Reference, ...]]] = field(default_factory=dict)
    """those that values may flow from, with their references by name: they wait for those by flow"""


def audit(discovery: Discovery, codemods: tuple[Codemod, ...], own_names: tuple[str, ...] = (), progress: Progress | None = None) -> Report:
    """Everything that refers to Ollama in what was discovered with `facts.needles`, by name and by flow, `keep` included."""
    return audit_with_flow(discovery, codemods, own_names, progress)[0]


def audit_with_flow(
    discovery: Discovery, codemods: tuple[Codemod, ...], own_names: tuple[str, ...] = (), progress: Progress | None = None
) -> tuple[Report, Flow]:
    """The same, with the flow that it was found by, for whoever wants to know more of it."""
    project = _project(discovery, codemods, own_names)
    found = _Found({reference.path: reference for reference in scan_names(discovery.names, project)}, skipped=list(discovery.skipped))
    for done, candidate in enumerate(discovery.candidates()):
        _look_at(candidate, project, found)
        if progress is not None:
            progress(done + 1, len(discovery.hits))
    followed = _follow(discovery, project, found)
    report = Report(
        references=with_fingerprints((*found.references, *found.names.values())), scanned=discovery.scanned,
        skipped=tuple(sorted(found.skipped, key=lambda skipped: (str(skipped.path), skipped.reason))),
        remarks=tuple(sorted(found.remarks, key=lambda remark: (str(remark.path), remark.line, remark.rule, remark.message))),
        codemods=codemods,
    )  # fmt: skip
    return report, followed


def _look_at(candidate: Raw | Skipped, project: Project, found: _Found) -> None:
    if isinstance(candidate, Skipped):
        found.skipped.append(candidate)
        return
    file = _source(candidate)
    scanned = scan(file, project)
    found.remarks += scanned.remarks
    name = found.names.pop(file.path, None)
    references = (*((name,) if name else ()), *scanned.references)
    if file.parse and file.origin is Origin.AUTHORED and any(r.kind in _STARTS and r.need in _PRESSING for r in references):
        found.programs[file.path] = file, references
    else:
        _settle(found, file, references)


def _settle(found: _Found, file: SourceFile, references: tuple[Reference, ...]) -> None:
    kept, remarks = suppress(file, references)
    found.references += kept
    found.remarks += remarks


def _follow(discovery: Discovery, project: Project, found: _Found) -> Flow:
    """What the values of those programs reach, in whatever file."""
    followed = flow(discovery, project, {path: file.text for path, (file, _) in found.programs.items()}) if found.programs else Flow()
    found.remarks += followed.remarks
    by_flow = dict(followed.references)
    for path, (file, named) in found.programs.items():
        _settle(found, file, merged(named, by_flow.pop(path, ())))
    for path, references in by_flow.items():
        if (raw := discovery.read(path)) is not None:
            _settle(found, _source(raw), references)
    return followed


def _source(raw: Raw) -> SourceFile:
    language = language_of(raw.path, raw.text[:200].partition("\n")[0])
    return SourceFile(raw.path, raw.text, language, origin_of(raw.path, raw.text), raw.parse)


def _project(discovery: Discovery, codemods: tuple[Codemod, ...], own_names: tuple[str, ...]) -> Project:
    manifests = {raw.path: raw.text for raw in _manifests(discovery)}
    return Project.of(owners(codemods), Modules(discovery.context), manifests, (*own_names, discovery.remote_name))


def _manifests(discovery: Discovery) -> Iterator[Raw]:
    """Only those that say Ollama: a name that doesn't is none to tell apart."""
    for path in map(as_path, discovery.hits):
        if is_manifest(path) and (raw := discovery.read(path)) is not None:
            yield raw
