"""The nouns: what the stages hand to each other. Pure; standard library only.

Paths are posix and relative to the scanned root. Offsets are byte offsets into the UTF-8 form of a text;
lines and columns are 1-based, columns count characters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from migrate_vllm.errors import MigrateError as MigrateError


class Need(StrEnum):
    """What has to happen to a reference, most pressing first."""

    CHANGE = "change"
    """must be rewritten for the program to work on vLLM"""
    DECIDE = "decide"
    """must change, but only a person can say to what"""
    TEXT = "text"
    """prose, comment, UI string or name: nothing breaks"""
    KEEP = "keep"
    """stays: the project's own name, a lock file, vendored or generated code"""


class Evidence(StrEnum):
    """Why we believe that a place refers to Ollama."""

    NAME = "name"
    """the place itself says so"""
    FLOW = "flow"
    """a value that came from Ollama gets here"""


class Origin(StrEnum):
    """Who writes a file. Only authored files are ever edited."""

    AUTHORED = "authored"
    LOCK = "lock"
    VENDORED = "vendored"
    GENERATED = "generated"
    MINIFIED = "minified"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One decoded file; the only thing that the pure stages are given."""

    path: PurePosixPath
    text: str
    language: str
    """a name of `languages.LANGUAGES`"""
    origin: Origin = Origin.AUTHORED
    parse: bool = True
    """False when the file is over the size cap: matched as text, never parsed"""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a reference stands. Line 0 is the file's own name. `end_column` is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int
    utf16_column: int
    """the same columns in UTF-16 code units, which SARIF and LSP count in"""
    utf16_end_column: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line a reference stands on, cropped around it and with secrets masked."""

    text: str
    start: int
    """0-based character offsets of the reference inside `text`"""
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way on which a value reached a reference (evidence `flow`)."""

    path: PurePosixPath
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why the gate doesn't count a reference."""

    by: str
    """`comment`, `config` or `baseline`"""
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One trace of Ollama: one thing at one place."""

    path: PurePosixPath
    region: Region
    kind: str
    """a name of `facts.kinds.KINDS`"""
    need: Need
    text: str
    """the thing itself (`ollama.chat`, `OLLAMA_HOST`), white space normalised, secrets masked"""
    message: str
    """one or two sentences: what this is and what becomes of it"""
    excerpt: Excerpt
    codemod: str = ""
    """the codemod that is responsible for it; empty when none is"""
    evidence: Evidence = Evidence.NAME
    why: tuple[Step, ...] = ()
    fingerprint: str = ""
    """stable under edits elsewhere in the file: kind, path, normalised text, ordinal; see `fingerprints`"""
    exemption: Exemption | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not scanned, or not in full."""

    path: PurePosixPath
    reason: str
    incomplete: bool = False
    """True when the answer may lack something because of it (unreadable, vanished): exit code 4"""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the run that the user should know: parse errors, an unused suppression, a stale baseline entry."""

    path: PurePosixPath
    line: int
    """0 when the remark is about the whole file"""
    rule: str
    """`parse-error`, `unused-suppression`, `stale-baseline`, `unknown-kind`, `flow-limit`"""
    message: str


@dataclass(frozen=True, slots=True)
class Signs:
    """What gives one client library or kind of file away, as that library spells it."""

    modules: tuple[str, ...] = ()
    """import roots: `ollama`, `langchain_community.chat_models.ollama`, `ollama/browser`"""
    symbols: tuple[str, ...] = ()
    """class and function names that mean this library wherever they are imported from: `ChatOllama`"""
    distributions: tuple[str, ...] = ()
    """names in requirements.txt, pyproject.toml, package.json, go.mod, …"""
    kinds: tuple[str, ...] = ()
    """kinds of reference that this codemod is responsible for (others are found through the names above)"""


@dataclass(frozen=True, slots=True)
class Codemod:
    """One client library or kind of file. A value, not a base class."""

    name: str
    summary: str
    languages: tuple[str, ...]
    """names of `languages.LANGUAGES` that it reads"""
    signs: Signs
    documentation: str = ""
    """the page that says what the new form is"""
    rewrite: Callable[..., object] | None = None
    """None: it can find and not change"""


@dataclass(frozen=True, slots=True)
class Report:
    """What an audit has to tell: the one value that every renderer and the gate read."""

    references: tuple[Reference, ...]
    """sorted by path, line, column, kind; `keep` included"""
    scanned: int
    """files looked at"""
    skipped: tuple[Skipped, ...] = ()
    remarks: tuple[Remark, ...] = ()
    codemods: tuple[Codemod, ...] = ()
    root: str = "."
    seconds: float = field(default=0.0, compare=False)
    """wall time; shown to people only, never in a machine format"""

    @property
    def open(self) -> tuple[Reference, ...]:
        """References that the gate counts: not `keep`, not suppressed, not in the baseline."""
        return tuple(r for r in self.references if r.need is not Need.KEEP and r.exemption is None)
