"""Files that aren't plain readable text files: each is passed over, told of or matched, and never stops the run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from migrate_vllm.discover import Target, discover
from migrate_vllm.model import MigrateError

from .trees import HIT, MISS, NEEDLES, git, look, raws, repository, seen, write

WAYS = ("git", "outside", "walk")


@pytest.fixture(params=WAYS)
def tree(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is listed by git, by git outside of a repository, or without git."""
    root = tmp_path / "root"
    root.mkdir()
    if request.param == "git":
        git(root, "init", "-q")
    if request.param == "walk":
        monkeypatch.setenv("PATH", "")
    return root


def test_links_are_not_followed(tree: Path) -> None:
    write(tree.parent, {"out/secret.py": HIT})
    write(tree, {"a.py": HIT, "d/b.py": HIT})
    for name, target in {"l.py": "a.py", "out.py": "../out/secret.py", "out": "../out", "d/loop": "..", "self": "self",
                         "gone": "nowhere", "ollama.py": "a.py"}.items():  # fmt: skip
        (tree / name).symlink_to(target)
    assert seen(look(tree)) == {"files": ["a.py", "d/b.py"], "texts": ["a.py", "d/b.py"]}


def test_a_tracked_folder_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    root = repository(tmp_path / "root", {"a.py": HIT, "d/b.py": HIT})
    (root / "d").rename(tmp_path / "out")
    (root / "d").symlink_to("../out")
    assert seen(look(root)) == {"files": ["a.py"], "texts": ["a.py"]}


def test_fifos_and_sockets_are_named_and_not_waited_for(tree: Path) -> None:
    write(tree, {"a.py": HIT, "d/b.py": MISS})
    os.mkfifo(tree / "ollama.fifo")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(tree / "d")  # the path of a socket is limited to about a hundred bytes
        server.bind("s.sock")
        os.chdir(here)
    assert seen(look(tree)) == {
        "files": ["a.py", "d/b.py"],
        "texts": ["a.py"],
        "skipped": [("d/s.sock", "not a regular file", False), ("ollama.fifo", "not a regular file", False)],
    }


def test_a_tracked_file_that_became_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a.py": HIT, "b.py": HIT})
    (root / "b.py").unlink()
    os.mkfifo(root / "b.py")
    assert seen(look(root)) == {
        "files": ["a.py"],
        "texts": ["a.py"],
        "skipped": [("b.py", "not a regular file", False)],
    }


def test_names_may_hold_anything(tree: Path) -> None:
    names = ["a\nb.py", "q\"'.py", " lead.py", "-e", ":(top)x", "*.py", "\\n.py", "é.py", "e\u0301.py", "\t.py", "nl\n"]
    write(tree, dict.fromkeys(names, HIT))
    assert seen(look(tree)) == {"files": sorted(names), "texts": sorted(names)}


def test_a_name_that_is_not_utf_8_is_shown_escaped_and_its_file_only_matched(tree: Path) -> None:
    (tree / os.fsdecode(b"caf\xe9.py")).write_text(HIT)
    (tree / os.fsdecode(b"t\xe9.py")).write_text(MISS)
    found = look(tree)
    assert [(raw.path.name, raw.text, raw.parse) for raw in raws(found)] == [("caf\\xe9.py", HIT, False)]
    assert seen(found)["skipped"] == [("caf\\xe9.py", "its name is not UTF-8: matched as text, not parsed", False)]


def test_a_file_that_vanishes_before_it_is_read_is_named(tree: Path) -> None:
    write(tree, {"a.py": HIT, "b.py": HIT})
    found = look(tree)
    (tree / "a.py").unlink()
    assert seen(found)["skipped"] == [("a.py", "can't be read: No such file or directory", True)]
    assert [str(raw.path) for raw in raws(found)] == ["b.py"]


_AS_NOBODY = """
import os, sys, tempfile  # once we are nobody, the standard library may be out of reach
from pathlib import Path
sys.path[:0] = {path!r}
from tests.discover.trees import look, seen
root = Path(sys.argv[1])
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
print(seen(look(root)))
"""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("many", [0, 1_200])
def test_what_cant_be_read_is_named_and_makes_the_answer_incomplete(way: str, many: int) -> None:
    with TemporaryDirectory() as folder:  # not pytest's: those are for their owner alone
        root = write(Path(folder), {"a.py": HIT, "b.py": HIT, "c/d.py": HIT, **{f"n/{n}": MISS for n in range(many)}})
        if way == "git":
            git(root, "init", "-q")
            git(root, "add", "-A")
        write(root, {"n.py": HIT, "e/f.py": HIT})
        root.chmod(0o755)
        for name in ("b.py", "n.py", "e"):
            (root / name).chmod(0)
        told = _seen_by_nobody(root, "" if way == "walk" else os.environ["PATH"])
        (root / "e").chmod(0o755)
    assert told["skipped"] == [(name, "can't be read", True) for name in ("b.py", "e", "n.py")]
    assert told["texts"] == ["a.py", "c/d.py"]


def _seen_by_nobody(root: Path, path: str) -> dict[str, object]:
    script = _AS_NOBODY.format(path=[str(Path(__file__).parents[2])])
    environment = {"PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", script, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd="/", check=False)
    assert done.stderr == ""
    told: dict[str, object] = eval(done.stdout)
    return told


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user_is_a_repository(tmp_path: Path) -> None:
    root = write(repository(tmp_path, {"a.log": HIT}), {".gitignore": "*.log", "b.log": HIT})
    for place in (root, root / ".git"):
        os.chown(place, 12345, 12345)
    assert seen(look(root)) == {"files": [".gitignore", "a.log"], "texts": ["a.log"]}


def test_the_environment_of_a_hook_does_not_redirect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = repository(tmp_path / "other", {"x.py": HIT})
    root = repository(tmp_path / "root", {"a.py": HIT})
    for name, value in {
        "GIT_DIR": other / ".git",
        "GIT_WORK_TREE": other,
        "GIT_INDEX_FILE": other / ".git/index",
    }.items():
        monkeypatch.setenv(name, str(value))
    assert seen(look(root)) == {"files": ["a.py"], "texts": ["a.py"]}


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MigrateError, match="neither a folder nor a file"):
        look(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(MigrateError, match="neither a folder nor a file"):
        look(tmp_path / "fifo")


def test_many_files_are_searched_in_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {f"{n % 50}/{n}\n.py": HIT if n % 1000 == 7 else MISS for n in range(9_000)})
    monkeypatch.setenv("PATH", "")
    found = discover(Target(tmp_path, jobs=3), NEEDLES)
    assert found.scanned == 9_000
    assert found.hits == tuple(sorted(b"7/%d\n.py" % n for n in range(7, 9_000, 1000)))
    assert discover(Target(tmp_path, jobs=1), NEEDLES).hits == found.hits
