"""Comments that say that a reference stays. Pure; parses no language.

    migrate-vllm: keep[kind] reason          migrate-vllm: keep[kind1,kind2] reason
    migrate-vllm: keep reason                migrate-vllm: keep-file[kind] reason

The marker counts directly after what opens a comment in the file's language, outside a string of its line. A comment behind code covers its own
line; one alone on its line covers the next line that is neither blank nor a comment; `keep-file` covers the file, its name included.
JSON without comments has the configuration file.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.languages import LANGUAGES
from migrate_vllm.model import Exemption, Need, Reference, Remark, SourceFile

_MARKER = re.compile(r"migrate-vllm:[ \t]*keep(?P<file>-file)?(?:[ \t]*\[(?P<kinds>[^\]]*)\]|(?![\w\[-]))[ \t]*(?P<reason>.*)")
_CLOSERS = re.compile(r"(?:[ \t]*(?:\*/|-->|#>|[-#]?\}\}?|%>))+[ \t]*$")
_NO_REASON = "no reason given"

_ANY_LANGUAGE = ("#", "//", "/*", "<!--", "--", ";")
_FIRST_ON_LINE = frozenset({"*", "::", "..", ";", "REM", "rem"})
"""these open a comment only where the line begins"""
_NEVER_ALONE = frozenset({".."})
"""a line that starts so may be no comment: `.. code-block::`"""


@dataclass(frozen=True, slots=True)
class _Suppression:
    line: int
    column: int
    """1-based, of what opens the comment"""
    kinds: tuple[str, ...]
    unknown: tuple[str, ...]
    reason: str
    whole_file: bool
    covers_line: int
    """0: the whole file, or nothing is left below it"""

    @property
    def exemption(self) -> Exemption:
        return Exemption("comment", self.reason or _NO_REASON)

    def covers(self, reference: Reference) -> bool:
        if self.unknown and not self.kinds:
            return False
        if self.kinds and reference.kind not in self.kinds:
            return False
        region = reference.region
        return self.whole_file or 0 < region.line <= self.covers_line <= region.end_line

    def holds(self, reference: Reference) -> bool:
        """Whether the reference stands in the suppression itself: the word Ollama in its reason."""
        return reference.region.line == self.line and reference.region.column >= self.column


def suppress(file: SourceFile, references: tuple[Reference, ...]) -> tuple[tuple[Reference, ...], tuple[Remark, ...]]:
    """The references of a file, exempted where a comment says so; and a remark for each comment that covers nothing
    or names a kind that there isn't."""
    if "migrate-vllm:" not in file.text:
        return references, ()
    found = tuple(_suppressions(file))
    remarks = [*_unknown_kinds(file, found), *_unused(file, found, references)]
    return tuple(_exempted(r, found) for r in references), tuple(sorted(remarks, key=lambda r: r.line))


def _exempted(reference: Reference, found: Sequence[_Suppression]) -> Reference:
    by = next((s for s in found if s.holds(reference) or s.covers(reference)), None)
    return replace(reference, exemption=by.exemption) if by and reference.exemption is None else reference


def _unused(file: SourceFile, found: Sequence[_Suppression], references: Sequence[Reference]) -> Iterator[Remark]:
    outside = [r for r in references if r.need is not Need.KEEP and not any(s.holds(r) for s in found)]
    for suppression in found:
        misnamed = bool(suppression.unknown) and not suppression.kinds
        if not misnamed and not any(suppression.covers(r) for r in outside):
            yield Remark(file.path, suppression.line, "unused-suppression", "this `migrate-vllm: keep` covers nothing: remove it")


def _unknown_kinds(file: SourceFile, found: Sequence[_Suppression]) -> Iterator[Remark]:
    for suppression in found:
        for name in suppression.unknown:
            yield Remark(file.path, suppression.line, "unknown-kind", f"there is no kind `{name}`{near_miss(name, KINDS)}")


def near_miss(name: str, known: Iterable[str]) -> str:
    """`; did you mean …?`, or nothing."""
    close = difflib.get_close_matches(name.lower(), list(known), 1)
    return f"; did you mean `{close[0]}`?" if close else ""


def _suppressions(file: SourceFile) -> Iterator[_Suppression]:
    openers = LANGUAGES[file.language].comments or _ANY_LANGUAGE
    pattern = _comment(openers)
    lines = [_shown(line, file.language) for line in file.text.split("\n")]
    for index, line in enumerate(lines):
        if "migrate-vllm:" not in line:
            continue
        comment = next((m for m in pattern.finditer(line) if not _in_string(line[: m.start()])), None)
        if comment:
            yield _suppression(comment, index, lines, openers)


def _shown(line: str, language: str) -> str:
    """A line as its author saw it, at the same columns: one of a notebook is a JSON string."""
    if language == "notebook" and (cell := re.fullmatch(r'(\s*)"(.*?)(?:\\n)?",?\s*', line)):
        return f"{cell[1]} {cell[2]}"
    return line.removesuffix("\r")


def _comment(openers: tuple[str, ...]) -> re.Pattern[str]:
    anywhere = "|".join(re.escape(o) for o in openers if o not in _FIRST_ON_LINE)
    first = "|".join(re.escape(o) for o in openers if o in _FIRST_ON_LINE)
    places = [rf"(?<![\w:/#&$\\])(?:{anywhere})"] * bool(anywhere) + [rf"^[ \t]*(?:{first})"] * bool(first)
    return re.compile(rf"(?:{'|'.join(places)})[#/*!;-]*[ \t]*(?P<marker>{_MARKER.pattern})")


def _in_string(before: str) -> bool:
    """Whether a text ends inside a string. An apostrophe (`don't`) opens none."""
    quote, previous, escaped = "", "", False
    for character in before:
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif quote:
            quote = "" if character == quote else quote
        elif character in "\"`" or (character == "'" and not previous.isalnum()):
            quote = character
        previous = character
    return bool(quote)


def _suppression(comment: re.Match[str], index: int, lines: Sequence[str], openers: tuple[str, ...]) -> _Suppression:
    names = [name.strip() for name in (comment["kinds"] or "").split(",") if name.strip()]
    whole_file = comment["file"] is not None
    alone = not comment.string[: comment.start()].strip(" \t{")
    covers = 0 if whole_file else _next_code_line(index, lines, openers) if alone else index + 1
    return _Suppression(
        line=index + 1,
        column=comment.start() + 1,
        kinds=tuple(name for name in names if name in KINDS),
        unknown=tuple(name for name in names if name not in KINDS),
        reason=_CLOSERS.sub("", comment["reason"]).strip(),
        whole_file=whole_file,
        covers_line=covers,
    )


def _next_code_line(index: int, lines: Sequence[str], openers: tuple[str, ...]) -> int:
    starts = tuple(opener for opener in openers if opener not in _NEVER_ALONE)
    for number in range(index + 1, len(lines)):
        bare = lines[number].strip(" \t{")
        if bare and not bare.startswith(starts):
            return number + 1
    return 0
