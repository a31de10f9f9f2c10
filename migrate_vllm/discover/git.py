"""Run git on a repository that isn't trusted: nothing in it gets executed, nothing is written. Touches the disk.

Where a repository's own configuration could start a program (fsmonitor, filters, remote helpers for a missing object,
pagers) it is overruled. That is also why `safe.directory` may be lifted: in a CI container the checkout usually
belongs to another user, and the check guards against nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import BinaryIO

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "safe.directory=*",
    "safe.bareRepository=explicit",
    "protocol.allow=never",
    "grep.fullName=false",
    "grep.fallbackToNoIndex=false",
    "submodule.recurse=false",
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
}
# Everything else that starts with GIT_ would redirect us: in a hook, GIT_DIR names the repository of the hook.
_KEPT = ("GIT_CONFIG", "GIT_EXEC_PATH")

_Stream = int | BinaryIO


@dataclass(frozen=True, slots=True)
class Answer:
    code: int
    out: bytes
    err: bytes

    @property
    def records(self) -> list[bytes]:
        """What `-z` separated."""
        return self.out.split(b"\0")[:-1]

    @property
    def failed(self) -> bool:
        """`git grep` and `git diff` say 1 for "nothing"."""
        return self.code not in (0, 1)


class Running:
    """A process that works while we do something else."""

    def __init__(self, process: subprocess.Popen[bytes], given: bytes) -> None:
        self._process = process
        self._given = given
        self._answer = Answer(-1, b"", b"")
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        out, err = self._process.communicate(self._given)
        self._answer = Answer(self._process.returncode, out, err)

    def wait(self) -> Answer:
        self._thread.join()
        return self._answer


class Writing:
    """A process that writes its answer into files without a name: nobody has to read along. Reading a pipe in a thread, beside
    one that imports modules, waited for the interpreter at each of three hundred pieces."""

    def __init__(self, process: subprocess.Popen[bytes], out: BinaryIO, err: BinaryIO) -> None:
        self._process, self._out, self._err = process, out, err

    def wait(self) -> Answer:
        code = self._process.wait()
        return Answer(code, _content(self._out), _content(self._err))

    def stop(self) -> None:
        self._process.kill()
        self.wait()


def _content(file: BinaryIO) -> bytes:
    with file:
        file.seek(0)
        return file.read()


def _nameless_file() -> BinaryIO:
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("git"), "w+b")
    from tempfile import TemporaryFile

    return TemporaryFile()


@dataclass(frozen=True, slots=True)
class Git:
    """git in one directory."""

    program: str
    root: bytes
    settings: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()

    def start(self, *arguments: str | bytes) -> Writing:
        out, err = _nameless_file(), _nameless_file()
        return Writing(self._open(arguments, subprocess.DEVNULL, out, err), out, err)

    def run(self, *arguments: str | bytes) -> Answer:
        return self.start(*arguments).wait()

    def talk(self, *arguments: str | bytes) -> subprocess.Popen[bytes]:
        """A process that is asked and answers through pipes."""
        return self._open(arguments, subprocess.PIPE, subprocess.PIPE, subprocess.DEVNULL)

    def _open(self, arguments: Sequence[str | bytes], given: _Stream, out: _Stream, err: _Stream) -> subprocess.Popen[bytes]:
        options = [word for setting in (*_SETTINGS, *self.settings) for word in ("-c", setting)]
        return subprocess.Popen(
            [self.program, "--no-pager", *options, *arguments],
            cwd=self.root,
            env={**_environment(os.environ), **dict(self.variables)},
            stdin=given,
            stdout=out,
            stderr=err,
        )


def find_git(path: str) -> str:
    """The git on the search path; empty when there is none.

    Only absolute folders count: with `.` on the path, git would be looked up in the scanned repository.
    """
    name = "git.exe" if sys.platform == "win32" else "git"
    places = (os.path.join(folder, name) for folder in path.split(os.pathsep) if os.path.isabs(folder))
    return next((place for place in places if os.path.isfile(place) and os.access(place, os.X_OK)), "")


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return kept | _ENVIRONMENT
