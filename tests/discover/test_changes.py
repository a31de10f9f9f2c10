"""`--staged` and `--changed-since`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path, PurePosixPath

import pytest

from migrate_vllm.model import MigrateError

from .trees import HIT, MISS, git, look, raws, repository, seen, write


def test_staged_contents_come_from_the_index(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": MISS, "b.py": MISS, "c.py": HIT, "d.py": HIT, "e/f.py": MISS})
    write(root, {"a.py": HIT, "b.py": HIT, "e/f.py": HIT, "new.py": "# ollama\n", "untracked.py": HIT})
    git(root, "add", "a.py", "e/f.py", "new.py")
    git(root, "rm", "-q", "d.py")
    write(root, {"a.py": MISS, "e/f.py": MISS})
    (root / "new.py").unlink()
    found = look(root, staged=True)
    assert seen(found) == {"files": ["a.py", "e/f.py", "new.py"], "texts": ["a.py", "e/f.py", "new.py"]}
    assert [raw.text for raw in raws(found)] == [HIT, HIT, "# ollama\n"]
    assert seen(look(root / "e", staged=True)) == {"files": ["f.py"], "texts": ["f.py"]}


def test_an_import_is_followed_into_the_index(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": MISS, "b.py": "x = 1\n"})
    write(root, {"a.py": HIT, "b.py": "x = 2\n", "c.py": MISS})
    git(root, "add", "a.py")
    found = look(root, staged=True)
    assert found.paths() == {PurePosixPath("a.py"), PurePosixPath("b.py")}
    raw = found.read(PurePosixPath("b.py"))
    assert raw is not None
    assert raw.text == "x = 1\n"


def test_before_the_first_commit_everything_staged_counts(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": HIT, "b.py": MISS}, commit=False)
    assert seen(look(root, staged=True)) == {"files": ["a.py", "b.py"], "texts": ["a.py"]}


def test_a_hook_sees_the_index_of_its_commit(tmp_path: Path) -> None:
    """`git commit FILE` prepares an index of its own and names it to the hook."""
    root = repository(tmp_path / "root", {"a.py": MISS, "b.py": MISS})
    write(root, {"a.py": HIT, "b.py": HIT})
    git(root, "add", "b.py")
    code = "import sys; from pathlib import Path; sys.path[0:0] = [sys.argv[1]]; " \
        "from tests.discover.trees import look, seen; print(seen(look(Path('.'), staged=True)), file=open(sys.argv[2], 'w'))"  # fmt: skip
    hook = root / ".git/hooks/pre-commit"
    words = [sys.executable, "-c", code, str(Path(__file__).parents[2]), str(tmp_path / "told")]
    hook.write_text(f"#!/bin/sh\nexec {shlex.join(words)}\n")
    hook.chmod(0o755)
    git(root, "commit", "-q", "-m", "x", "a.py")
    assert eval((tmp_path / "told").read_text()) == {"files": ["a.py"], "texts": ["a.py"]}


def test_an_index_of_another_repository_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = repository(tmp_path / "other", {"x.py": HIT}, commit=False)
    root = repository(tmp_path / "root", {"a.py": HIT}, commit=False)
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert seen(look(root, staged=True)) == {"files": ["a.py"], "texts": ["a.py"]}


def test_links_and_submodules_are_not_staged_files(tmp_path: Path) -> None:
    part = repository(tmp_path / "part", {"in.py": HIT})
    root = repository(tmp_path / "root", {})
    git(root, "submodule", "--quiet", "add", str(part), "part")
    (root / "ollama").symlink_to("nowhere")
    git(root, "add", "ollama")
    assert seen(look(root, staged=True)) == {"files": [".gitmodules"]}


def test_changes_count_from_where_the_branches_parted(tmp_path: Path) -> None:
    root = repository(
        tmp_path, {"old.py": HIT, "a.py": MISS, "b.py": MISS, "c.py": MISS, "gone.py": HIT, ".gitignore": "*.log"}
    )
    git(root, "switch", "-q", "-c", "topic")
    write(root, {"a.py": HIT})
    git(root, "rm", "-q", "gone.py")
    git(root, "commit", "-q", "-a", "-m", "on topic")
    git(root, "switch", "-q", "main")
    write(root, {"main.py": HIT, "old.py": HIT + MISS})
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "on main")
    git(root, "switch", "-q", "topic")
    write(root, {"b.py": HIT, "c.py": HIT, "d/new.py": HIT, "x.log": HIT})
    git(root, "add", "c.py")
    found = look(root, changed_since="main")
    assert seen(found) == {"files": ["a.py", "b.py", "c.py", "d/new.py"], "texts": ["a.py", "b.py", "c.py", "d/new.py"]}
    assert PurePosixPath("old.py") in found.paths()
    assert seen(look(root / "d", changed_since="main")) == {"files": ["new.py"], "texts": ["new.py"]}


def test_a_submodule_that_moved_changed_as_a_whole(tmp_path: Path) -> None:
    part = repository(tmp_path / "part", {"in.py": HIT})
    root = repository(tmp_path / "root", {"a.py": HIT})
    git(root, "submodule", "--quiet", "add", str(part), "part")
    git(root, "commit", "-q", "-m", "part")
    assert seen(look(root, changed_since="HEAD")) == {}
    assert look(root, changed_since="HEAD~").files == (b".gitmodules", b"part/in.py")


def test_histories_without_a_common_past_are_compared_directly(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": HIT, "b.py": HIT})
    git(root, "switch", "-q", "--orphan", "other")
    write(root, {"a.py": HIT, "b.py": HIT + MISS})
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    assert look(root, changed_since="main").files == (b"b.py",)


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-h", "HEAD:a.py", "HEAD..HEAD"])
def test_a_revision_that_is_none_is_an_error(tmp_path: Path, revision: str) -> None:
    root = repository(tmp_path, {"a.py": HIT})
    with pytest.raises(MigrateError, match="is not a commit of this repository"):
        look(root, changed_since=revision)


@pytest.mark.parametrize("wish", [{"staged": True}, {"changed_since": "HEAD"}])
def test_without_a_work_tree_nothing_changed_can_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: dict[str, object]
) -> None:
    with pytest.raises(MigrateError, match="need git and a git work tree"):
        look(tmp_path, **wish)
    repository(tmp_path, {"a.py": HIT})
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MigrateError, match="need git and a git work tree"):
        look(tmp_path, **wish)
