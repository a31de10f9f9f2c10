"""The content: one module per client library or kind of file, each with its `CODEMOD`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from migrate_vllm.model import Codemod

CODEMODS: tuple[Codemod, ...] = tuple(
    import_module(f"{__name__}.{module.name}").CODEMOD for module in iter_modules(__path__)
)
