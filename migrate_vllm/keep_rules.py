"""The `keep` tables of the configuration file: what stays, where, and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from migrate_vllm.discover.filters import keeper
from migrate_vllm.model import Exemption, Need, Reference, Remark


@dataclass(frozen=True, slots=True)
class KeepRule:
    """Covers the references that are all of what it says. One that says nothing but why covers everything."""

    reason: str
    kind: str = ""
    path: str = ""
    """a pattern as in .gitignore"""
    text: str = ""
    """a part of the reference's text, case and all"""


def apply_keep_rules(
    references: Sequence[Reference], rules: Sequence[KeepRule], source: PurePosixPath, *, partial: bool = False
) -> tuple[tuple[Reference, ...], tuple[Remark, ...]]:
    """The references, those that a rule covers exempted; and a remark at `source`, the configuration file, for each rule that covers none.

    `partial`: only some files were scanned, so a rule that covers nothing means nothing.
    """
    matchers = [_Matcher(rule, keeper((rule.path,), ()) if rule.path else None) for rule in rules]
    hits = [[m.covers(r) for m in matchers] if r.need is not Need.KEEP else [] for r in references]
    applied = tuple(_exempted(r, rules, hit) for r, hit in zip(references, hits, strict=True))
    unused = [rule for index, rule in enumerate(rules) if not any(hit and hit[index] for hit in hits)]
    return applied, () if partial else tuple(_remark(rule, source) for rule in unused)


@dataclass(frozen=True, slots=True)
class _Matcher:
    rule: KeepRule
    on_path: Callable[[bytes], bool] | None

    def covers(self, reference: Reference) -> bool:
        return (
            self.rule.kind in ("", reference.kind)
            and self.rule.text in reference.text
            and (self.on_path is None or self.on_path(str(reference.path).encode("utf-8", "surrogateescape")))
        )


def _exempted(reference: Reference, rules: Sequence[KeepRule], hit: list[bool]) -> Reference:
    if reference.exemption or not any(hit):
        return reference
    return replace(reference, exemption=Exemption("config", rules[hit.index(True)].reason))


def _remark(rule: KeepRule, source: PurePosixPath) -> Remark:
    named = (("kind", rule.kind), ("path", rule.path), ("text", rule.text))
    what = ", ".join(f'{name} = "{value}"' for name, value in named if value)
    return Remark(source, 0, "unused-suppression", f"this `keep` covers nothing ({what or rule.reason}): remove it")
