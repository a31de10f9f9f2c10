"""Which files of a git work tree are looked at."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

import pytest

from .trees import HIT, MISS, git, look, raws, repository, seen, write


def test_tracked_and_untracked_files_are_looked_at_and_ignored_ones_are_not(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": HIT, "b/c.py": MISS, ".gitignore": "out/\n*.log\n"})
    write(root, {"new.py": HIT, "out/x.py": HIT, "b/y.log": HIT})
    assert seen(look(root)) == {"files": [".gitignore", "a.py", "b/c.py", "new.py"], "texts": ["a.py", "new.py"]}


@pytest.mark.parametrize("many", [0, 1_200])
def test_a_tracked_file_counts_even_where_it_is_ignored(tmp_path: Path, many: int) -> None:
    root = repository(tmp_path, {"kept/a.py": HIT, **{f"n/{n}": MISS for n in range(many)}})
    write(root, {".gitignore": "kept/\n", "kept/b.py": HIT})
    found = look(root)
    assert found.hits == (b"kept/a.py",)
    assert found.scanned == many + 2


@pytest.mark.parametrize("many", [0, 1_200])
def test_what_git_would_read_from_its_index_is_read_from_the_disk(tmp_path: Path, many: int) -> None:
    root = repository(tmp_path, {"a.py": MISS, "b.py": MISS, "c.py": HIT, **{f"n/{n}": MISS for n in range(many)}})
    git(root, "update-index", "--assume-unchanged", "a.py", "c.py")
    git(root, "update-index", "--skip-worktree", "b.py")
    write(root, {"a.py": HIT, "b.py": HIT, "c.py": MISS})
    assert [str(raw.path) for raw in raws(look(root))] == ["a.py", "b.py"]


@pytest.mark.parametrize("many", [0, 1_200])
def test_what_git_attributes_call_binary_is_searched(tmp_path: Path, many: int) -> None:
    root = repository(
        tmp_path, {".gitattributes": "*.py -diff\n", "a.py": HIT, **{f"n/{n}": MISS for n in range(many)}}
    )
    assert look(root).hits == (b"a.py",)


def test_a_file_that_was_deleted_but_is_still_in_the_index_is_silently_not_there(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": HIT, "b.py": HIT, "c/d.py": HIT})
    (root / "b.py").unlink()
    (root / "c/d.py").unlink()
    (root / "c").rmdir()
    assert seen(look(root)) == {"files": ["a.py"], "texts": ["a.py"]}


def test_files_outside_of_a_sparse_checkout_are_not_there(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a/x.py": HIT, "b/y.py": HIT})
    git(root, "sparse-checkout", "set", "a")
    assert seen(look(root)) == {"files": ["a/x.py"], "texts": ["a/x.py"]}


def test_an_unmerged_file_is_one_file(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": MISS})
    blobs = [git(root, "hash-object", "-w", "a.py").strip()] * 3
    lines = "".join(f"100644 {blob} {stage}\ta.py\n" for stage, blob in enumerate(blobs, 1))
    git(root, "update-index", "--force-remove", "a.py")
    git(root, "update-index", "--index-info", given=lines)
    write(root, {"a.py": HIT})
    assert seen(look(root)) == {"files": ["a.py"], "texts": ["a.py"]}


def test_a_folder_of_a_work_tree_is_looked_at_alone(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": HIT, "b/c.py": HIT, ".gitignore": "*.log\n"})
    write(root, {"b/d.log": HIT, "b/new.py": HIT, "new.py": HIT})
    assert seen(look(root / "b")) == {"files": ["c.py", "new.py"], "texts": ["c.py", "new.py"]}


def test_submodules_and_clones_in_the_tree_belong_to_it(tmp_path: Path) -> None:
    part = repository(tmp_path / "part", {"in.py": HIT, ".gitignore": "*.log\n"})
    root = repository(tmp_path / "root", {"a.py": HIT})
    git(root, "submodule", "--quiet", "add", str(part), "libs/part")
    write(root, {"libs/part/new.py": HIT, "libs/part/x.log": HIT})
    repository(root / "clone", {"deep/b.py": HIT})
    assert seen(look(root)) == {
        "files": [
            ".gitmodules", "a.py", "clone/deep/b.py", "libs/part/.gitignore", "libs/part/in.py", "libs/part/new.py",
        ],
        "texts": ["a.py", "clone/deep/b.py", "libs/part/in.py", "libs/part/new.py"],
    }  # fmt: skip


def test_a_submodule_that_is_not_checked_out_is_empty(tmp_path: Path) -> None:
    part = repository(tmp_path / "part", {"in.py": HIT})
    root = repository(tmp_path / "root", {"a.py": HIT})
    git(root, "submodule", "--quiet", "add", str(part), "part")
    git(root, "submodule", "--quiet", "deinit", "-f", "part")
    assert seen(look(root)) == {"files": [".gitmodules", "a.py"], "texts": ["a.py"]}


def test_a_worktree_is_a_work_tree(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", {"a.py": HIT, ".gitignore": "*.log\n"})
    git(root, "worktree", "add", "-q", str(tmp_path / "other"))
    write(tmp_path / "other", {"b.py": HIT, "c.log": HIT})
    assert seen(look(tmp_path / "other")) == {"files": [".gitignore", "a.py", "b.py"], "texts": ["a.py", "b.py"]}


def test_a_repository_in_an_ignored_folder_can_be_the_root(tmp_path: Path) -> None:
    root = repository(tmp_path, {".gitignore": "vendor/\n", "a.py": HIT})
    repository(root / "vendor/lib", {"b.py": HIT, ".gitignore": "x\n"})
    write(root / "vendor/lib", {"x": HIT})
    assert seen(look(root / "vendor/lib")) == {"files": [".gitignore", "b.py"], "texts": ["b.py"]}
    assert seen(look(root)) == {"files": [".gitignore", "a.py"], "texts": ["a.py"]}


def test_an_ignored_folder_can_be_the_root(tmp_path: Path) -> None:
    root = write(
        repository(tmp_path, {".gitignore": "out/\n"}), {"out/a.py": HIT, "out/b.log": HIT, "out/.gitignore": "*.log"}
    )
    assert seen(look(root / "out")) == {"files": [".gitignore", "a.py"], "texts": ["a.py"]}


@pytest.mark.parametrize("broken", ["gitdir: /nowhere", "nonsense", "", "gitdir: .."])
def test_a_broken_repository_is_a_folder(tmp_path: Path, broken: str) -> None:
    root = write(tmp_path, {"a.py": HIT, "b.log": HIT, ".gitignore": "*.log\n", ".git": broken})
    assert seen(look(root)) == {"files": [".gitignore", "a.py"], "texts": ["a.py"]}


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert seen(look(tmp_path)) == {}
    assert seen(look(repository(tmp_path / "r", {}))) == {}


def test_a_link_may_be_the_root(tmp_path: Path) -> None:
    repository(tmp_path / "real", {"a.py": HIT})
    (tmp_path / "link").symlink_to("real")
    assert seen(look(tmp_path / "link")) == {"files": ["a.py"], "texts": ["a.py"]}


def test_a_file_may_be_the_root_even_an_ignored_one(tmp_path: Path) -> None:
    root = repository(tmp_path, {"b/a.py": HIT, "b/c.py": HIT, ".gitignore": "a.py\n"})
    assert seen(look(root / "b/a.py")) == {"files": ["a.py"], "texts": ["a.py"]}


def test_only_what_is_included_and_not_excluded_is_looked_at(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": HIT, "b.ts": HIT, "docs/c.py": HIT, "docs/d/e.py": MISS, "f.md": HIT})
    assert seen(look(root, include=("*.py", "/b.ts"))) == {
        "files": ["a.py", "b.ts", "docs/c.py", "docs/d/e.py"],
        "texts": ["a.py", "b.ts", "docs/c.py"],
    }
    assert seen(look(root, exclude=("docs/", "*.md"))) == {"files": ["a.py", "b.ts"], "texts": ["a.py", "b.ts"]}
    assert seen(look(root, include=("docs",), exclude=("docs/d",))) == {"files": ["docs/c.py"], "texts": ["docs/c.py"]}


def test_a_name_is_a_reference_whatever_the_file_holds(tmp_path: Path) -> None:
    root = repository(
        tmp_path, {"Ollama/x.py": MISS, "logo-ollama.png": b"\x89PNG\0", "b.png": b"\x89PNG\0 ollama", "c": b"\0"}
    )
    assert seen(look(root)) == {
        "files": ["Ollama/x.py", "b.png", "c", "logo-ollama.png"],
        "texts": ["Ollama/x.py"],
        "names": ["Ollama/x.py", "logo-ollama.png"],
        "skipped": [("b.png", "binary", False)],
    }


def test_any_file_of_the_tree_can_be_read(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": MISS, "b.py": HIT})
    write(tmp_path.parent, {"outside.py": MISS})
    found = look(root)
    assert found.paths() == {PurePosixPath("a.py"), PurePosixPath("b.py")}
    texts = [found.read(PurePosixPath(name)) for name in ("a.py", "b.py", "none.py", "../outside.py")]
    assert [text and text.text for text in texts] == [MISS, HIT, None, None]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("git@github.com:someone/chatollama.git", "chatollama"),
        ("https://user:secret@example.org/a/b.c/", "b.c"),
        ("/srv/git/thing", "thing"),
        ("host:thing.git", "thing"),
    ],
)
def test_the_name_at_the_origin_is_read_from_the_configuration(tmp_path: Path, address: str, name: str) -> None:
    root = repository(tmp_path / "root", {"sub/a": ""})
    git(root, "remote", "add", "other", "git@example.org:x/fork.git")
    assert look(root).remote_name == ""
    git(root, "remote", "add", "origin", address)
    git(root, "worktree", "add", "-q", str(tmp_path / "tree"))
    assert [look(place).remote_name for place in (root, root / "sub", tmp_path / "tree", tmp_path)] == [name] * 3 + [""]


def test_a_git_that_was_built_without_perls_expressions_finds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "root", {"a.py": HIT, "b.py": MISS, "c.txt": ("\ufeff" + HIT).encode("utf-16-le")})
    expected = look(root).hits
    program = write(tmp_path, {"bin/git": _WITHOUT_PERL.format(git=shutil.which("git"))}) / "bin/git"
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    assert look(root).hits == expected == (b"a.py", b"c.txt")


_WITHOUT_PERL = """#!/bin/sh
case " $* " in *" -P "*) exit 128;; esac
exec {git} "$@"
"""
