"""git outside of any repository: an empty one in the temporary folder lends its rules. Touches the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from migrate_vllm.discover.git import Git

PREFIX = "migrate-vllm-scratch-"


@contextmanager
def scratch(git: Git) -> Iterator[Git]:
    """The same git with a repository that tracks nothing. Only the .gitignore files of the folder itself count.

    Fails with OSError where there is no temporary folder to write to.
    """
    from tempfile import TemporaryDirectory  # slow to import, seldom needed

    with TemporaryDirectory(prefix=PREFIX) as folder:
        # named .git, so that it isn't listed when the scan covers the temporary folder
        home = os.path.join(folder, ".git")
        for name in (home, os.path.join(home, "objects"), os.path.join(home, "refs")):
            os.mkdir(name)
        with open(os.path.join(home, "HEAD"), "wb") as file:
            file.write(b"ref: refs/heads/main\n")
        place = (("GIT_DIR", home), ("GIT_WORK_TREE", os.fsdecode(git.root)))
        yield replace(git, settings=(*git.settings, "core.excludesFile="), variables=(*git.variables, *place))
