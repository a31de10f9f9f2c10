"""A short way to write a reference in a test."""

from __future__ import annotations

from pathlib import PurePosixPath

from migrate_vllm.model import Excerpt, Exemption, Need, Reference, Region


def reference(
    path: str = "app.py",
    line: int = 1,
    kind: str = "sdk-call",
    text: str = "ollama.chat",
    column: int = 1,
    *,
    need: Need = Need.CHANGE,
    end_line: int = 0,
    exemption: Exemption | None = None,
) -> Reference:
    end = column + len(text)
    region = Region(line, column, end_line or line, end, column, end)
    return Reference(PurePosixPath(path), region, kind, need, text, "", Excerpt(text, 0, len(text)), exemption=exemption)
