"""Small whole applications in which a person labelled every line that must change, before the program read them.

A label is a line of `labels.tsv`: path, line, kind, and whether the line says Ollama (`named`) or not (`implicit`).
"""

from functools import cache
from pathlib import Path

import pytest

from migrate_vllm.audit import audit
from migrate_vllm.codemods import load
from migrate_vllm.discover import Target, discover
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.needles import NEEDLES
from migrate_vllm.model import Need

ROOT = Path(__file__).parents[2] / "fixtures/flow"
APPS = sorted(path.name for path in ROOT.iterdir() if path.is_dir())

Lines = set[tuple[str, int]]

GAPS: dict[str, set[int]] = {
    "aiohttp_wrapper/newsbot/ollama_client.py": {71},
    "axios_express/server/routes/chat.js": {25, 34},
    "flask_urllib/app.py": {28, 38, 40},
    "flask_urllib/service/transport.py": {37, 48, 49, 55, 56},
    "flask_urllib/service/writer.py": {7, 20, 21, 22, 23, 39, 40, 44, 48, 52, 53},
    "flask_urllib/templates/index.html": {28, 29},
    "mocked_tests/tests/conftest.py": {7, 8, 9, 10},
    "mocked_tests/tests/test_client.py": {13, 18, 36, 37},
    "mocked_tests/web/tests/chat.test.js": {6, 12, 17},
    "nuxt_app/components/ModelPicker.vue": {4, 9, 10},
    "nuxt_app/composables/useAdvice.ts": {7, 8},
    "nuxt_app/nuxt.config.ts": {4},
    "nuxt_app/server/api/advice.post.ts": {3, 4, 5},
    "nuxt_app/server/api/diary.post.ts": {3, 8, 10, 13},
    "nuxt_app/server/api/models.get.ts": {3},
    "nuxt_app/server/utils/llm.ts": {4},
    "react_callbacks/src/llm/base.ts": {43},
    "react_callbacks/src/llm/ollama.ts": {15},
}
"""Labels that aren't found yet. When one is mended its row has to go."""

SURPLUS: dict[str, set[int]] = {
    "axios_express/server/routes/chat.js": {10, 33},
    "httpx_tools/agent/loop.py": {27, 35},
    "langchain_rag/rag/chain.py": {20},
    "look_alikes/bot/cloud.py": {42},
    "mocked_tests/web/tests/chat.test.js": {26},
    "react_callbacks/src/llm/ollama.ts": {44},
    "requests_ndjson/tutor/lesson.py": {14},
}
"""Lines that are reported though nothing of them must change."""


def rows(app: str) -> list[list[str]]:
    return [row.split("\t") for row in (ROOT / app / "labels.tsv").read_text().splitlines()]


def labelled(app: str) -> Lines:
    return {(path, int(line)) for path, line, *_ in rows(app)}


@cache
def found(app: str) -> Lines:
    references = audit(discover(Target(ROOT / app), NEEDLES), load()).references
    pressing = [r for r in references if r.need in (Need.CHANGE, Need.DECIDE) and r.region.line]
    return {(str(r.path), r.region.line) for r in pressing if str(r.path) != "labels.tsv"}


def of(app: str, table: dict[str, set[int]]) -> Lines:
    return {
        (path, line) for key, lines in table.items() for line in lines if (path := key.removeprefix(f"{app}/")) != key
    }


@pytest.mark.parametrize("app", APPS)
def test_a_label_names_a_line_and_a_kind(app: str):
    for path, line, kind, says in rows(app):
        text = (ROOT / app / path).read_text().split("\n")[int(line) - 1].lower()
        assert text.strip()
        assert kind in KINDS
        assert says == ("named" if "ollama" in text or "11434" in text else "implicit")


@pytest.mark.parametrize("app", APPS)
def test_every_line_that_must_change_is_found(app: str):
    assert labelled(app) - found(app) == of(app, GAPS)


@pytest.mark.parametrize("app", APPS)
def test_no_other_line_is_reported(app: str):
    assert found(app) - labelled(app) == of(app, SURPLUS)


def test_the_tables_speak_of_files_that_exist():
    assert [path for path in (*GAPS, *SURPLUS) if not (ROOT / path).is_file()] == []
