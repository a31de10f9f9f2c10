"""What can become of an Ollama thing on vLLM. Standard library only."""

from __future__ import annotations

from enum import StrEnum


class Fate(StrEnum):
    EXACT = "exact"
    """means the same: safe to rewrite"""
    LOSSY = "lossy"
    """works, but a value, a unit, a default or a detail changes"""
    UNSUPPORTED = "unsupported"
    """has no counterpart: it goes"""
    NEEDS_HUMAN = "needs-human"
    """a decision about models, hardware or meaning that a program must not take"""
