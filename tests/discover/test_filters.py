"""Which paths `--include` and `--exclude` patterns are about."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.discover.filters import keeper
from migrate_vllm.discover.ignore import parse, says

from .test_ignore_rules import TREE, patterns

PATHS = tuple(map(os.fsencode, TREE))


def _kept(include: tuple[str, ...], exclude: tuple[str, ...], paths: tuple[bytes, ...] = PATHS) -> list[bytes]:
    keep = keeper(include, exclude)
    return [path for path in paths if keep is None or keep(path)]


def _said(lines: list[str], path: bytes) -> bool:
    rules = parse("\n".join(lines).encode())
    parts = path.split(b"/")
    folders = (b"/".join(parts[:end]) for end in range(1, len(parts)))
    return bool(says(rules, path, is_folder=False)) or any(says(rules, folder, is_folder=True) for folder in folders)


@given(st.lists(patterns, min_size=1, max_size=4), st.lists(patterns, max_size=4))
def test_a_path_is_kept_when_it_or_a_folder_of_it_is_included_and_neither_is_excluded(
    include: list[str], exclude: list[str]
) -> None:
    expected = [path for path in PATHS if _said(include, path) and not _said(exclude, path)]
    assert _kept(tuple(include), tuple(exclude)) == expected


@pytest.mark.parametrize(
    ("exclude", "kept"),
    [
        ("/a.py", [b"d/a.py", b"d/e/b.py", b"docs", b"x.docs/c"]),
        ("a.py", [b"d/e/b.py", b"docs", b"x.docs/c"]),
        ("docs/", [b"a.py", b"d/a.py", b"d/e/b.py", b"docs", b"x.docs/c"]),
        ("d/*/b.*", [b"a.py", b"d/a.py", b"docs", b"x.docs/c"]),
        ("d", [b"a.py", b"docs", b"x.docs/c"]),
        ("[", [b"a.py", b"d/a.py", b"d/e/b.py", b"docs", b"x.docs/c"]),
    ],
)
def test_exclusions(exclude: str, kept: list[bytes]) -> None:
    assert _kept((), (exclude,), (b"a.py", b"d/a.py", b"d/e/b.py", b"docs", b"x.docs/c")) == kept


def test_a_pattern_can_take_back_what_another_says() -> None:
    assert _kept((), ("*.py", "!a.py"), (b"a.py", b"b.py", b"d/a.py")) == [b"a.py", b"d/a.py"]
