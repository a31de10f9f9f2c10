"""What the audit says of one source, through `scan`, with every installed codemod."""

from __future__ import annotations

from pathlib import PurePosixPath

from migrate_vllm.codemods import load, owners
from migrate_vllm.languages import language_of
from migrate_vllm.model import SourceFile
from migrate_vllm.project import Project
from migrate_vllm.scan import Scan, scan

OWNERS = owners(load())
MODULES = frozenset({"app", "services"})
"""folders of the repository that the sources stand in"""


def project(*names: str) -> Project:
    """A repository that calls itself by these names."""
    return Project.of(OWNERS, MODULES, {}, names)


def scanned(source: str, path: str = "x.py", name: str = "") -> Scan:
    file = SourceFile(PurePosixPath(path), source, language_of(PurePosixPath(path)))
    return scan(file, project(name) if name else project())


def audited(source: str, path: str = "x.py", name: str = "") -> list[tuple[str, str, str]]:
    """Kind, need and text of each reference."""
    return [(r.kind, r.need.value, r.text) for r in scanned(source, path, name).references]
