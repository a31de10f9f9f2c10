"""What classes, types and arguments of the clients and frameworks mean. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from migrate_vllm.facts.constructors import CLIENTS, TYPES, Argument, Constructor
from migrate_vllm.facts.frameworks import JAVASCRIPT_CLASSES, PYTHON_CLASSES
from migrate_vllm.facts.sources import source
from migrate_vllm.meaning import FATES, Details, Meaning, told

CLASSES = (*CLIENTS.values(), *PYTHON_CLASSES.values(), *JAVASCRIPT_CLASSES.values())

_TO = "\N{NO-BREAK SPACE}->\N{NO-BREAK SPACE}"


def class_meanings() -> Iterator[Meaning]:
    for row in CLASSES:
        dotted = tuple(f"{module}.{row.name}" for module in row.modules)
        yield Meaning(
            row.name, f"class of {row.library}, {row.language}", row.to, FATES[row.fate], row.why,
            _arguments(row), row.source, (*dotted, *row.also), group="Classes of clients and frameworks",
        )  # fmt: skip


def _arguments(row: Constructor) -> Details:
    renamed = (f"{each.name}{_TO}{each.to}" for each in row.arguments if each.to not in ("", each.name))
    same = (each.name for each in row.arguments if each.to == each.name)
    gone = (each.name for each in row.arguments if not each.to)
    lists = (("from", row.modules), ("also", row.also), ("arguments", renamed), ("stay", same), ("go", gone))
    return told((label, ", ".join(names)) for label, names in lists)


def type_meanings() -> Iterator[Meaning]:
    for name, row in TYPES.items():
        yield Meaning(
            name, "type of the Ollama clients", row.to, FATES[row.fate], row.why, (), source("type", name),
            (f"ollama.{name}",), group="Types and errors of the clients",
        )  # fmt: skip


def argument_meanings() -> Iterator[Meaning]:
    """One for each thing that becomes of an argument, with all classes where it does."""
    rows: dict[Argument, list[Constructor]] = {}
    for row in CLASSES:
        for argument in row.arguments:
            rows.setdefault(argument, []).append(row)
    yield from (_argument(argument, classes) for argument, classes in rows.items())


def _argument(argument: Argument, classes: list[Constructor]) -> Meaning:
    of = ", ".join(dict.fromkeys(f"{row.name} ({row.library})" for row in classes))
    names = tuple(f"{owner}.{argument.name}" for row in classes for owner in (row.name, *row.also))
    where = tuple(dict.fromkeys(row.source for row in classes))
    return Meaning(
        argument.name, f"argument of {of}", argument.to, FATES[argument.fate], argument.why, (), "; ".join(where), names, (argument.name,)
    )
