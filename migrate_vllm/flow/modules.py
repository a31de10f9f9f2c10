"""Which file of the repository an import statement leads to, and which URL leads to a file. Pure: reading is passed in.

Each language has its module: `python_modules`, `script_modules`; `nuxt` and `routes` know what works by place alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import PurePosixPath

from migrate_vllm.flow.nuxt import Nuxt
from migrate_vllm.flow.python_modules import PythonModules
from migrate_vllm.flow.repository import Repository
from migrate_vllm.flow.routes import route_of
from migrate_vllm.flow.script_modules import ScriptModules
from migrate_vllm.languages import LANGUAGES


def _suffixes(*languages: str) -> frozenset[str]:
    return frozenset(suffix for language in languages for suffix in LANGUAGES[language].suffixes)


_PYTHON = _suffixes("python", "notebook")
_SCRIPTS = _suffixes("javascript", "typescript", "tsx", "vue", "svelte", "html")
_LONGEST = 1000
"""characters of a specifier; what is longer is data"""


class Modules:
    """The modules of one repository. Cheap to make: files are indexed, and settings read, when first needed."""

    def __init__(self, paths: Collection[PurePosixPath], read: Callable[[PurePosixPath], str | None]) -> None:
        """`paths`: every file; `read`: the text of one, None when it can't be read."""
        self._repository = Repository(paths, read)
        self._nuxt = Nuxt(self._repository)
        self._python = PythonModules(self._repository)
        self._scripts = ScriptModules(self._repository, self._nuxt)

    def resolve(self, importer: PurePosixPath, module: str) -> PurePosixPath | None:
        """The file that `module`, as written in `importer`, leads to; None for a package from outside and when it isn't certain.

        In Python a submodule has to be asked for by its full name: `from app import chat` is `app`, then `app.chat`."""
        if not module or len(module) > _LONGEST:
            return None
        suffix = importer.suffix.lower()
        if suffix in _PYTHON:
            found = self._python.resolve(str(importer), module)
        else:
            found = self._scripts.resolve(str(importer), module) if suffix in _SCRIPTS else None
        return None if found is None else self._repository.files[found]

    def automatic(self, importer: PurePosixPath, name: str) -> tuple[PurePosixPath, ...]:
        """Nuxt: the files that may define a name that the importer uses without an import. They mention it; whether they export it is not looked at."""
        return tuple(self._repository.files[path] for path in self._nuxt.automatic(str(importer), name))

    def route(self, path: PurePosixPath) -> str | None:
        """The URL path that a file serves by its place: `{}` for a segment that varies, `{*}` for any number of them."""
        return route_of(self._repository, str(path))
