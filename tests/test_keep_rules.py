from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from references import reference

from migrate_vllm.keep_rules import KeepRule, apply_keep_rules
from migrate_vllm.model import Exemption, Need, Reference, Remark

CONFIG = PurePosixPath("pyproject.toml")


@pytest.mark.parametrize(
    "rule",
    [
        KeepRule("why"),
        KeepRule("why", kind="sdk-call"),
        KeepRule("why", path="src/"),
        KeepRule("why", path="*.py"),
        KeepRule("why", path="src/**/app.py"),
        KeepRule("why", text="chat"),
        KeepRule("why", "sdk-call", "src", "ollama.chat"),
    ],
)
def test_a_rule_covers_what_is_all_that_it_says(rule: KeepRule) -> None:
    one = reference("src/a/app.py")
    exempt = reference("src/a/app.py", exemption=Exemption("config", "why"))
    assert apply_keep_rules([one], [rule], CONFIG) == ((exempt,), ())


@pytest.mark.parametrize(
    ("rule", "what"),
    [
        (KeepRule("why", kind="client"), 'kind = "client"'),
        (KeepRule("why", path="app.py/"), 'path = "app.py/"'),
        (KeepRule("why", path="/app.py"), 'path = "/app.py"'),
        (KeepRule("why", text="Chat"), 'text = "Chat"'),
        (KeepRule("why", "sdk-call", "docs/", "chat"), 'kind = "sdk-call", path = "docs/", text = "chat"'),
    ],
)
def test_a_rule_that_covers_nothing_is_told(rule: KeepRule, what: str) -> None:
    one = reference("src/a/app.py")
    remark = Remark(CONFIG, 0, "unused-suppression", f"this `keep` covers nothing ({what}): remove it")
    assert apply_keep_rules([one], [rule], CONFIG) == ((one,), (remark,))
    assert apply_keep_rules([one], [rule], CONFIG, partial=True) == ((one,), ())


@pytest.mark.parametrize("one", [reference(need=Need.KEEP), reference("b\udce9.ts", need=Need.KEEP)])
def test_what_stays_anyway_needs_no_rule(one: Reference) -> None:
    references, remarks = apply_keep_rules([one], [KeepRule("all of it")], CONFIG)
    assert references == (one,)
    assert remarks == (Remark(CONFIG, 0, "unused-suppression", "this `keep` covers nothing (all of it): remove it"),)


def test_the_first_rule_says_why_and_both_are_used() -> None:
    references, remarks = apply_keep_rules([reference("caf\udce9.py")], [KeepRule("one"), KeepRule("two", path="*.py")], CONFIG)
    assert ([r.exemption for r in references], remarks) == ([Exemption("config", "one")], ())


def test_a_comment_that_exempts_stays_and_the_rule_is_used() -> None:
    one = reference(exemption=Exemption("comment", "here"))
    assert apply_keep_rules([one], [KeepRule("why")], CONFIG) == ((one,), ())
