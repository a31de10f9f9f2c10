"""JavaScript and TypeScript, lowered to `form`. Pure."""

from __future__ import annotations

from migrate_vllm.flow.form import Form
from migrate_vllm.flow.script.lowering import Lowering
from migrate_vllm.flow.script.tables import TABLES
from migrate_vllm.sites.grammars import parse


def lower_script(data: bytes, language: str) -> Form:
    """A file in `javascript`, `typescript` or `tsx`. Whatever is in it, this doesn't raise."""
    low = Lowering(TABLES)
    low.data = data
    low.statement(parse(data, language).root_node)
    return low.close()
