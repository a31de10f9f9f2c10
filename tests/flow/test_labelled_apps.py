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

GAPS: dict[str, set[str]] = {
    "aiohttp_wrapper": {"newsbot/ollama_client.py:71"},
    "axios_express": {"server/ollama.js:35", "server/routes/chat.js:25", "server/routes/chat.js:34"},
    "fastapi_vue_relay": {
        "backend/app/routes/chat.py:26",
        "frontend/src/components/ChatBox.vue:18", "frontend/src/components/ChatBox.vue:19", "frontend/src/components/ChatBox.vue:20",
    },
    "httpx_tools": {"agent/client.py:48"},
    "langchain_rag": {"rag/chain.py:23", "rag/chain.py:24", "rag/settings.py:12", "rag/settings.py:13"},
    "mocked_tests": {
        "tests/conftest.py:7", "tests/conftest.py:8", "tests/conftest.py:9", "tests/conftest.py:10",
        "tests/test_client.py:13", "tests/test_client.py:18", "tests/test_client.py:36", "tests/test_client.py:37",
        "web/tests/chat.test.js:6", "web/tests/chat.test.js:12", "web/tests/chat.test.js:17",
    },
    "nuxt_app": {
        "components/ModelPicker.vue:4", "components/ModelPicker.vue:9", "components/ModelPicker.vue:10",
        "composables/useAdvice.ts:7", "composables/useAdvice.ts:8",
        "nuxt.config.ts:4",
        "server/api/advice.post.ts:3", "server/api/advice.post.ts:4", "server/api/advice.post.ts:5",
        "server/api/diary.post.ts:3", "server/api/diary.post.ts:8", "server/api/diary.post.ts:10", "server/api/diary.post.ts:13",
        "server/api/models.get.ts:3",
        "server/utils/llm.ts:4",
    },
    "ollama_js_vue": {"src/services/llm.ts:42"},
    "requests_ndjson": {"tutor/lesson.py:13"},
}
"""Labels that aren't found yet. When one is mended its row has to go."""

SURPLUS: dict[str, set[str]] = {
    "axios_express": {"server/routes/chat.js:10"},
    "httpx_tools": {"agent/loop.py:27", "agent/loop.py:35"},
    "look_alikes": {"bot/cloud.py:42"},
    "mocked_tests": {"web/tests/chat.test.js:26"},
}
"""Lines that are reported though nothing of them must change."""


def rows(app: str) -> list[list[str]]:
    return [row.split("\t") for row in (ROOT / app / "labels.tsv").read_text().splitlines()]


def labelled(app: str) -> set[str]:
    return {f"{path}:{line}" for path, line, *_ in rows(app)}


@cache
def found(app: str) -> frozenset[str]:
    references = audit(discover(Target(ROOT / app), NEEDLES), load()).references
    pressing = [r for r in references if r.need in (Need.CHANGE, Need.DECIDE) and r.region.line]
    return frozenset(f"{r.path}:{r.region.line}" for r in pressing if str(r.path) != "labels.tsv")


@pytest.mark.parametrize("app", APPS)
def test_a_label_names_a_line_and_a_kind(app: str):
    for path, line, kind, says in rows(app):
        text = (ROOT / app / path).read_text().split("\n")[int(line) - 1].lower()
        assert text.strip()
        assert kind in KINDS
        assert says == ("named" if "ollama" in text or "11434" in text else "implicit")


@pytest.mark.parametrize("app", APPS)
def test_every_line_that_must_change_is_found(app: str):
    assert labelled(app) - found(app) == GAPS.get(app, set())


@pytest.mark.parametrize("app", APPS)
def test_no_other_line_is_reported(app: str):
    assert found(app) - labelled(app) == SURPLUS.get(app, set())


def test_the_tables_speak_of_these_applications():
    assert {*GAPS, *SURPLUS} <= set(APPS)
