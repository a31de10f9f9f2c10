"""Make a tree, look at it, and say everything that was seen."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from migrate_vllm.discover import Discovery, Raw, Target, discover

NEEDLES = (b"ollama", b"11434")
HIT = "import ollama\n"
MISS = "import os\n"

_ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def git(folder: Path, *arguments: str, given: str = "", **variables: str) -> str:
    command = ["git", "-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main", *arguments]
    environment = _ENVIRONMENT | variables
    done = subprocess.run(command, cwd=folder, env=environment, input=given.encode(), capture_output=True, check=True)
    return os.fsdecode(done.stdout)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def repository(root: Path, files: Mapping[str, str | bytes], *, commit: bool = True) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    write(root, files)
    git(root, "init", "-q")
    git(root, "add", "-A")
    if commit:
        git(root, "commit", "-q", "--allow-empty", "-m", "first")
    return root


def look(root: Path, needles: tuple[bytes, ...] = NEEDLES, **wishes: object) -> Discovery:
    return discover(Target(root, **wishes), needles)  # type: ignore[arg-type]  # wishes are fields of Target


def seen(discovery: Discovery) -> dict[str, object]:
    """Everything a discovery has to tell, in plain values; what is empty is left out."""
    texts, skipped = [], [*discovery.skipped]
    for each in discovery.candidates():
        if isinstance(each, Raw):
            texts.append(str(each.path))
        else:
            skipped.append(each)
    told = {
        "files": [os.fsdecode(path) for path in discovery.files],
        "texts": texts,
        "names": [str(path) for path in discovery.names],
        "skipped": [(str(each.path), each.reason, each.incomplete) for each in skipped],
    }
    return {what: values for what, values in told.items() if values}


def raws(discovery: Discovery) -> list[Raw]:
    return [each for each in discovery.candidates() if isinstance(each, Raw)]
