"""A repository can't make us execute or write anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .trees import HIT, git, look, repository, seen, write

WISHES = ({}, {"staged": True}, {"changed_since": "HEAD"})


def _snapshot(root: Path) -> dict[str, tuple[int, bytes]]:
    files = (place for place in sorted(root.rglob("*")) if place.is_file())
    return {str(place): (place.stat().st_mtime_ns, place.read_bytes()) for place in files}


@pytest.mark.parametrize("wishes", WISHES)
def test_no_program_named_in_the_configuration_is_started(tmp_path: Path, wishes: dict[str, object]) -> None:
    root = repository(tmp_path / "root", {"a.py": HIT, ".gitattributes": "* filter=x=y diff=d\n"})
    proof = tmp_path / "proof"
    write(root, {"staged.py": HIT})
    git(root, "add", "staged.py")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{proof}'\ncat\n")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "filter.x=y.clean", "filter.x=y.process", "diff.external", "diff.d.command",
                "diff.d.textconv", "core.pager", "pager.grep", "pager.ls-files", "core.sshCommand", "core.editor",
                "alias.ls-files", "alias.grep"):  # fmt: skip
        git(root, "config", key, str(program))
    for name in ("post-index-change", "fsmonitor-watchman", "pre-commit"):
        write(root, {f".git/hooks/{name}": program.read_bytes()})
        (root / ".git/hooks" / name).chmod(0o755)
    write(root, {"a.py": HIT + "#\n", "new.py": HIT})
    os.utime(root / "a.py", ns=(os.stat(root / ".git/index").st_mtime_ns + 10**9,) * 2)
    before = _snapshot(root)
    assert seen(look(root, **wishes))
    assert not proof.exists()
    assert _snapshot(root) == before


def test_a_missing_object_is_not_fetched(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", {"a.py": HIT})
    write(root, {"b.py": HIT})
    git(root, "add", "b.py")
    blob = git(root, "hash-object", "b.py").strip()
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    git(root, "remote", "add", "origin", f"ext::sh -c 'touch {tmp_path / 'proof'}'")
    for key, value in {"remote.origin.promisor": "true", "extensions.partialClone": "origin",
                       "core.repositoryFormatVersion": "1", "protocol.ext.allow": "always"}.items():  # fmt: skip
        git(root, "config", key, value)
    assert seen(look(root, staged=True)) == {
        "files": ["b.py"],
        "skipped": [("b.py", "git doesn't have its contents", True)],
    }
    assert not (tmp_path / "proof").exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("grep.fullName", "true"),
        ("grep.patternType", "perl"),
        ("grep.threads", "100000"),
        ("color.ui", "always"),
        ("submodule.recurse", "true"),
        ("core.quotePath", "false"),
        ("core.worktree", "/"),
        ("core.bare", "true"),
        ("grep.fallbackToNoIndex", "nonsense"),
    ],
)
def test_no_setting_changes_the_answer(tmp_path: Path, key: str, value: str) -> None:
    root = repository(tmp_path, {"d/a.py": HIT, "d/.gitignore": "*.log\n"})
    write(root, {"d/b.log": HIT})
    git(root, "config", key, value)
    assert seen(look(root / "d")) == {"files": [".gitignore", "a.py"], "texts": ["a.py"]}


def test_a_git_in_the_repository_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path / "root", {"a.py": HIT, "git": f"#!/bin/sh\ntouch '{tmp_path}/proof'\n"})
    (root / "git").chmod(0o755)
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", os.environ["PATH"]]))
    assert seen(look(Path())) == {"files": ["a.py", "git"], "texts": ["a.py"]}
    assert not (tmp_path / "proof").exists()
