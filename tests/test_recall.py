"""No line that says Ollama is lost: held to a plain search over real trees, the bundled application and this very repository."""

import re
from pathlib import Path

import pytest

from migrate_vllm.audit import audit
from migrate_vllm.codemods import load
from migrate_vllm.discover import Target, discover
from migrate_vllm.facts.needles import NEEDLES
from migrate_vllm.model import Evidence, Need, Report

ROOT = Path(__file__).parent.parent
APP = ROOT / "fixtures/apps/lab_assistant"
SAYS = re.compile(rb"ollama|11434", re.IGNORECASE)


def audited(root: Path) -> Report:
    return audit(discover(Target(root), NEEDLES), load())


def searched(root: Path) -> set[tuple[str, int]]:
    found = set()
    for name in discover(Target(root), NEEDLES).files:
        content = (root / name.decode()).read_bytes()
        if b"\0" not in content[:8192]:
            found |= {(name.decode(), number) for number, line in enumerate(content.split(b"\n"), 1) if SAYS.search(line)}
    return found


@pytest.mark.parametrize("root", [APP, ROOT], ids=["application", "repository"])
def test_every_line_that_says_ollama_is_accounted_for(root: Path):
    lines = searched(root)
    covered = {(str(reference.path), reference.region.line) for reference in audited(root).references}
    assert len(lines) > 200
    assert lines - covered == set()


def test_no_reference_stands_on_a_line_without_a_reason():
    """What is found where no name stands is an endpoint's path or a model's name."""
    lines = searched(APP)
    beyond = [r for r in audited(APP).references if r.region.line and (str(r.path), r.region.line) not in lines]
    assert {r.kind for r in beyond if r.evidence is Evidence.NAME} <= {"endpoint", "model-tag"}
    assert all(r.why for r in beyond if r.evidence is Evidence.FLOW)


def test_the_bundled_application_shows_most_of_what_there_is_to_find():
    kinds = {reference.kind for reference in audited(APP).references if reference.need is not Need.KEEP}
    assert kinds >= {
        "import", "sdk-type", "endpoint", "base-url", "env-read", "env-definition", "model-tag", "test-mock", "dependency", "compose-service",
        "compose-image", "compose-port", "compose-volume", "compose-depends-on", "compose-healthcheck", "compose-command", "ci-action", "proxy",
        "cli-command", "identifier-definition", "identifier-use", "log-text", "ui-text", "comment", "documentation", "file-name",
    }  # fmt: skip
