"""What the user may choose about a report. Pure; standard library only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """One value for all renderers; each reads what concerns it. The first two concern every format."""

    show_all: bool = False
    """list `keep` and exempted references as well"""
    prefix: str = ""
    """posix path from the repository's root to the scanned folder, put before paths in `sarif`, `github`, `gitlab`
    and `rdjson`, whose readers resolve them against the repository"""

    width: int = 100
    """columns of the terminal (`text`)"""
    color: bool = False
    """ANSI styles; without them a reference is underlined with `^^^^` on a line of its own (`text`)"""
    quiet: bool = False
    """the summary only (`text`)"""
    statistics: bool = False
    """a table of kinds and needs instead of the places (`text`)"""
    all_lines: bool = False
    """fold nothing (`text`)"""
    why: bool = False
    """the way to each reference that was found by flow, a step a line (`text`)"""
    limit: int = 4
    """places of one kind that are shown in one file before the rest is folded into a count (`text`)"""
    max_files: int = 25
    """files that are shown in full before the rest is folded into a count (`text`)"""


DEFAULT = Options()
