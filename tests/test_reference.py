"""The reference pages of the documentation say what the tables say."""

from __future__ import annotations

from pathlib import Path

import pytest

from migrate_vllm.codemods import load
from migrate_vllm.reference import pages

DOCS = Path(__file__).parents[1] / "docs"
PAGES = pages(load())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_tables_say(name: str, pytestconfig: pytest.Config) -> None:
    """`--record` writes the pages anew."""
    if pytestconfig.getoption("--record", default=False):
        (DOCS / name).write_text(PAGES[name], encoding="utf-8")
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_every_row_has_the_cells_of_its_header(name: str) -> None:
    tables = [block for block in PAGES[name].split("\n\n") if block.startswith("|")]
    assert tables
    for table in tables:
        assert len({line.replace(r"\|", "").count("|") for line in table.splitlines()}) == 1


@pytest.mark.parametrize("name", sorted(PAGES.keys() - {"kinds.md", "codemods.md"}))
def test_every_table_of_facts_says_where_it_comes_from(name: str) -> None:
    sections = PAGES[name].split("\n## ")[1:]
    assert sections
    assert [section.partition("\n")[0] for section in sections if "Source: " not in section] == []
