"""The references that a team has accepted for now, as a file to review: parse, format, apply, prune. Pure.

An entry is path, kind and text with a count, and no line: code may move. References that agree in all three are the same to it, so the first
`count` of them are covered and one more is new, wherever in the file it was added. A file that was renamed is new under its new name and stale
under its old one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from migrate_vllm.fingerprints import order
from migrate_vllm.model import Exemption, MigrateError, Need, Reference, Remark

SCHEMA = 1

_SURROGATE = re.compile("[\ud800-\udfff]")
_EXEMPT = Exemption("baseline", "in the baseline")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    path: str
    kind: str
    text: str
    """white space normalised, secrets masked"""
    count: int = 1

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.path, self.kind, self.text)


@dataclass(frozen=True, slots=True)
class Baseline:
    entries: tuple[Entry, ...] = ()
    """sorted, no two alike"""


def baseline_of(references: Iterable[Reference]) -> Baseline:
    """What makes the gate pass today: every reference that it would count, or that the baseline covers already."""
    return _baseline(Counter(_key(r) for r in references if _countable(r)))


def apply_baseline(
    references: Sequence[Reference], baseline: Baseline, *, partial: bool = False
) -> tuple[tuple[Reference, ...], tuple[Remark, ...]]:
    """The references, those in the baseline exempted, and a remark for each entry that covers less than it says.

    `partial`: only some files were scanned, so an entry without its reference means nothing.
    """
    left = Counter({entry.key: entry.count for entry in baseline.entries})
    covered = set()
    for index in sorted(range(len(references)), key=lambda i: order(references[i])):
        key = _key(references[index])
        if _countable(references[index]) and left[key] > 0:
            left[key] -= 1
            covered.add(index)
    applied = tuple(replace(r, exemption=_EXEMPT) if i in covered else r for i, r in enumerate(references))
    return applied, () if partial else _stale(baseline, left)


def prune(baseline: Baseline, references: Iterable[Reference]) -> Baseline:
    """The baseline without what is gone. It never grows."""
    today = Counter(_key(r) for r in references if _countable(r))
    return _baseline(Counter({entry.key: min(entry.count, today[entry.key]) for entry in baseline.entries}))


def format_baseline(baseline: Baseline) -> str:
    """One line an entry: a merge or a review sees each by itself."""
    lines = ",\n".join(f"  {_json(_object(entry))}" for entry in baseline.entries)
    body = f"\n{lines}\n" if lines else ""
    return f'{{\n"schema": {SCHEMA},\n"tool": "migrate-vllm",\n"references": [{body}]\n}}\n'


def parse_baseline(text: str, name: str) -> Baseline:
    """Raises `MigrateError` that names the file (`name`) and what is wrong with it."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _corrupt(name, f"not JSON: {error}") from None
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA or isinstance(schema, bool):
        raise _corrupt(name, f"its schema is {schema!r}; this version reads schema {SCHEMA}")
    rows = document.get("references")
    if not isinstance(rows, list):
        raise _corrupt(name, "`references` is not a list")
    entries = [_entry(row, name, f"references[{index}]") for index, row in enumerate(rows)]
    # A merge may have left an entry twice; that doesn't make two occurrences of it.
    return _baseline({e.key: max(o.count for o in group) for e, group in _grouped(entries)})


def _grouped(entries: list[Entry]) -> Iterable[tuple[Entry, list[Entry]]]:
    groups: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.key, []).append(entry)
    return ((group[0], group) for group in groups.values())


def _baseline(counts: dict[tuple[str, str, str], int]) -> Baseline:
    return Baseline(tuple(Entry(*key, count) for key, count in sorted(counts.items()) if count > 0))


def _key(reference: Reference) -> tuple[str, str, str]:
    return (str(reference.path), reference.kind, " ".join(reference.text.split()))


def _countable(reference: Reference) -> bool:
    exempted_by = reference.exemption.by if reference.exemption else "baseline"
    return reference.need is not Need.KEEP and exempted_by == "baseline"


def _stale(baseline: Baseline, left: Counter[tuple[str, str, str]]) -> tuple[Remark, ...]:
    return tuple(
        Remark(PurePosixPath(entry.path), 0, "stale-baseline", _stale_message(entry, left[entry.key]))
        for entry in baseline.entries
        if left[entry.key] > 0
    )


def _stale_message(entry: Entry, gone: int) -> str:
    what = f"`{entry.text}` ({entry.kind})"
    if gone == entry.count:
        return f"the baseline lists {what}, which is no longer there; --prune-baseline removes the entry"
    return f"the baseline lists {what} {entry.count} times, of which {entry.count - gone} are left; --prune-baseline corrects it"


def _object(entry: Entry) -> dict[str, str | int]:
    return {"path": entry.path, "kind": entry.kind, "text": entry.text, "count": entry.count}


def _json(value: object) -> str:
    # Readable, except what UTF-8 can't carry: a path that isn't UTF-8 has surrogate escapes.
    return _SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", json.dumps(value, ensure_ascii=False))


def _entry(row: object, name: str, where: str) -> Entry:
    match row:
        case {"path": str(path), "kind": str(kind), "text": str(text), "count": int(count)} if count > 0:
            return Entry(path, kind, text, int(count))
    raise _corrupt(name, f"{where} is not an object with path, kind, text and a count of at least 1")


def _corrupt(name: str, problem: str) -> MigrateError:
    return MigrateError(f"{name} is not a baseline: {problem}. Restore it, or write it anew with --write-baseline.")
