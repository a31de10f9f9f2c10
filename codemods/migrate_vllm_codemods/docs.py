"""Markdown, reStructuredText and plain text.

Commands, addresses and code in the blocks follow the program; prose is the author's.

https://docs.vllm.ai/en/stable/serving/online_serving/
"""

from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="docs",
    summary="Documentation: prose and the code blocks in it",
    languages=("markdown", "rst", "text"),
    signs=Signs(
        kinds=(
            "documentation",
            *(kind.name for kind in KINDS.values() if kind.group in ("code", "config", "deployment")),
        ),
    ),
    documentation="https://docs.vllm.ai/en/stable/serving/online_serving/",
)
