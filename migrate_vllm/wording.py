"""The sentence that goes with a reference, from the tables of facts. Pure."""

from __future__ import annotations

from migrate_vllm.classify.finding import Finding
from migrate_vllm.facts.kinds import KINDS


def message_of(finding: Finding) -> str:
    """What becomes of it on vLLM, and why."""
    return KINDS[finding.kind].becomes
