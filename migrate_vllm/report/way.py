"""The way on which a value reached a reference, in words for people. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from migrate_vllm.model import Evidence, Reference, Step
from migrate_vllm.report.safe import placed, visible


@dataclass(frozen=True, slots=True)
class Leg:
    """Steps that follow each other on one line."""

    path: PurePosixPath
    line: int
    whats: tuple[str, ...]


def legs(reference: Reference) -> list[Leg]:
    """The way from its beginning on: `a client` and `the call` on one line are one leg."""
    way: list[Leg] = []
    for step in reference.why:
        same = way and (way[-1].path, way[-1].line) == (step.path, step.line)
        before = way.pop().whats if same else ()
        way.append(Leg(step.path, step.line, (*before, visible(step.what))))
    return way


def place_of(step: Step | Leg, reference: Reference, prefix: str = "") -> str:
    """`line 12` in the reference's own file, `app/client.py:6` in another."""
    if step.path == reference.path and step.line:
        return f"line {step.line}"
    path = visible(str(placed(step.path, prefix)))
    return f"{path}:{step.line}" if step.line else path


def entrance(reference: Reference) -> Step | None:
    """Where the value was last before it came into this file; None when it never was elsewhere."""
    return next((step for step in reversed(reference.why) if step.path != reference.path), None)


def origin(reference: Reference) -> Step | None:
    """Where the way begins; None when that is the reference's own line, which is no news."""
    first = reference.why[0] if reference.why else None
    return None if first is None or (first.path, first.line) == (reference.path, reference.region.line) else first


def message_of(reference: Reference, prefix: str = "") -> str:
    """The message, with the beginning of the way for readers that show nothing else of it."""
    first = origin(reference)
    return reference.message if first is None else f"{reference.message} (from {place_of(first, reference, prefix)})"


def by_flow(reference: Reference) -> bool:
    return reference.evidence is Evidence.FLOW
