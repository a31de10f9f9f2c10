"""The three ways to list a tree agree: git in its repository, git outside of any, and our own walk."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .trees import HIT, git, look, write

NAMES = ("a", "b", "A.py", "a.py", "b.py", "x.log", "build", "!a", "#b", " c", "d ", "[e]", "é")
TREE = {f"{folder}{name}": HIT for folder in ("", "p/", "p/q/", "r/p/", "r/.s/") for name in NAMES}

words = st.sampled_from(
    ["a", "b", "a.py", "*.py", "*", "**", "?.py", "[ab]", "[!a]*", "[a-", "x.log", "*.log", "build", "p", "q", "r", ".s",
     "\\!a", "\\#b", "\\ c", "d\\ ", " c", "d ", "[[]e]", "\\[e\\]", "é", "[^b].py", "[a-b].py", "*a*", "***", "a\\"]
)  # fmt: skip
patterns = st.builds(
    lambda negated, anchored, parts, folder: f"{negated}{anchored}{'/'.join(parts)}{folder}",
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "", "/"]),
    st.lists(words, min_size=1, max_size=3),
    st.sampled_from(["", "", "/"]),
)
rules = st.lists(st.one_of(patterns, st.sampled_from(["", "# a", "/", "!", "*\n!*/\n!*.py"])), max_size=6).map(
    "\n".join
)
folders = st.dictionaries(st.sampled_from(["", "p/", "p/q/", "r/"]), rules, min_size=1, max_size=3)


@settings(
    max_examples=int(os.environ.get("EXAMPLES", "60")), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(folders)
def test_git_and_the_walk_list_the_same_files(ignores: dict[str, str]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        root = write(Path(folder), TREE | {f"{inside}.gitignore": text for inside, text in ignores.items()})
        outside = look(root).files
        patch.setenv("PATH", "")
        walked = look(root).files
        patch.undo()
        git(root, "init", "-q")
        listed = git(root, "ls-files", "-z", "--others", "--exclude-standard").split("\0")[:-1]
        assert look(root).files == outside == walked == tuple(sorted(map(os.fsencode, listed)))
