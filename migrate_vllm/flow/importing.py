"""Imports and global names: the repository's own modules, Ollama's clients, libraries. Pure."""

from __future__ import annotations

from migrate_vllm.facts.library import ROOTS
from migrate_vllm.facts.roles import MODULE, Role
from migrate_vllm.flow.engine import Engine, Unit
from migrate_vllm.flow.form import Global, Import, Place
from migrate_vllm.flow.graph import Origin
from migrate_vllm.flow.reading import Reading, does_of, read
from migrate_vllm.flow.values import Name, Thing

_CLIENTS = frozenset({"ollama", "ollama/browser", "ollama._client", "ollama._types", "ollama/dist/browser", "ollama/src/interfaces"})
_CLIENT_MAKERS = frozenset({"useOllama"})
"""global functions that give a client"""


def imported(engine: Engine, unit: Unit, op: Import) -> None:
    target = unit.base + op.target
    whole = op.name in ("*", "default")
    if (module := engine.opener(unit, op.module)) is not None:
        _of_module(engine, unit, op, module, target)
    elif op.module in _CLIENTS or op.module.startswith(("npm:ollama", "https://esm.sh/ollama")):
        role = Role("client module") if whole else MODULE.get(op.name)
        if role is not None:
            engine.graph.give(target, role, Origin(target, Name(op.module), unit.spot(op.at)))
    elif not whole and engine.framework(op.module, op.name, unit.language):
        engine.graph.give(target, Role("framework class", "chat", op.name), Origin(target, Name(op.module), unit.spot(op.at)))
    else:
        _of_library(engine, op, target)
    if not unit.is_script and not whole and (sub := engine.opener(unit, _submodule(op))) is not None:
        engine.graph.give(target, sub)


def _submodule(op: Import) -> str:
    return f"{op.module}{op.name}" if op.module.endswith(".") else f"{op.module}.{op.name}"


def _of_module(engine: Engine, unit: Unit, op: Import, module: Thing, target: Place) -> None:
    if op.name == "*":
        engine.graph.give(target, module)
    else:
        read(engine, Reading(target, target, op.name, unit.spot(op.at)), module)


def _of_library(engine: Engine, op: Import, target: Place) -> None:
    whole = op.name in ("*", "default")
    dotted = op.module if whole else f"{op.module}.{op.name}"
    if whole or dotted in ROOTS or does_of(dotted):
        engine.graph.give(target, Name(dotted))


def named(engine: Engine, unit: Unit, op: Global, target: Place) -> None:
    """A global name: of the language, of the platform, or an automatic import."""
    if op.name in _CLIENT_MAKERS:
        engine.graph.give(target, Role("client maker"))
    elif op.name in ROOTS or does_of(op.name):
        engine.graph.give(target, Name(op.name))
    else:
        engine.automatic.append((unit, op.name, target))
