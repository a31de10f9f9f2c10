"""What the repository calls itself, read from git's own files without git. Touches the disk."""

from __future__ import annotations

import configparser
import os

from migrate_vllm.discover import sweep

_MOST = 1 << 20


def remote_name(root: bytes) -> str:
    """The last part of the address of `origin` without `.git`; empty when there is none."""
    folder = _git_folder(root)
    config = _read(os.path.join(_common(folder), b"config")) if folder else ""
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        parser.read_string("\n".join(line.strip() for line in config.splitlines()))
    except configparser.Error:
        return ""
    address = parser.get('remote "origin"', "url", fallback="") or ""
    return address.strip().strip('"').rstrip("/").removesuffix(".git").replace(":", "/").rpartition("/")[2]


def _git_folder(folder: bytes) -> bytes:
    """The `.git` of this folder or the nearest one above, or where such a file (of a worktree, a submodule) points."""
    dot_git = os.path.join(folder, b".git")
    if os.path.isdir(dot_git):
        return dot_git
    if not os.path.isfile(dot_git):
        above = os.path.dirname(folder)
        return _git_folder(above) if above != folder else b""
    marker, _, target = _read(dot_git).partition(":")
    return os.path.join(folder, os.fsencode(target.strip())) if marker == "gitdir" else b""


def _common(folder: bytes) -> bytes:
    """A worktree has the configuration of the repository that it belongs to."""
    common = os.fsencode(_read(os.path.join(folder, b"commondir")).strip())
    return os.path.join(folder, common) if common else folder


def _read(path: bytes) -> str:
    try:
        descriptor = sweep.open_regular(path)
    except (OSError, sweep.NotRegularError):
        return ""
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_MOST).decode("utf-8", "surrogateescape")
