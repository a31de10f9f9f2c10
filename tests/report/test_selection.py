from __future__ import annotations

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import Codemod, Need, Report, Signs
from migrate_vllm.report.selection import MEANING, Handling, by_file, handling, kind_of, pressing, rewriters

from .sample import reference


def test_files_with_something_to_change_come_first() -> None:
    needs = {"a.py": Need.TEXT, "b.py": Need.DECIDE, "c.py": Need.CHANGE, "d.py": Need.CHANGE}
    found = [reference(path, 1, "«x»", "import", text="x", need=need) for path, need in needs.items()]
    assert [str(path) for path, _ in by_file(found)] == ["c.py", "d.py", "b.py", "a.py"]
    assert [r.need for r in pressing(found)] == [Need.CHANGE, Need.CHANGE, Need.DECIDE, Need.TEXT]


def test_who_handles_a_reference_depends_on_what_its_codemod_can_do() -> None:
    codemods = (
        Codemod("writes", "", (), Signs(), rewrite=lambda: None),
        Codemod("finds", "", (), Signs()),
    )
    able = rewriters(Report((), 0, codemods=codemods))
    made = {
        (need, name): handling(reference("a", 1, "«x»", "import", text="x", need=need, codemod=name), able)
        for need in Need
        for name in ("writes", "finds", "")
    }
    assert made == {
        (Need.CHANGE, "writes"): Handling.REWRITE,
        (Need.CHANGE, "finds"): Handling.HAND,
        (Need.CHANGE, ""): Handling.HAND,
        **{(Need.DECIDE, name): Handling.DECISION for name in ("writes", "finds", "")},
        (Need.TEXT, "writes"): Handling.REWRITE,
        (Need.TEXT, "finds"): Handling.OPTIONAL,
        (Need.TEXT, ""): Handling.OPTIONAL,
        **{(Need.KEEP, name): Handling.NOBODY for name in ("writes", "finds", "")},
    }


def test_every_need_is_explained() -> None:
    assert set(MEANING) == set(Need)


def test_a_kind_without_a_row_is_shown_by_its_name() -> None:
    assert kind_of("import") is KINDS["import"]
    assert (kind_of("go\x1b").title, kind_of("").name) == (r"go\x1b", "unknown")
