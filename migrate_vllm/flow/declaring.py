"""Types that the program declares for Ollama's answers: interfaces, object types, classes of models. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from migrate_vllm.facts.fields import ANSWERED, ANSWERED_INSIDE
from migrate_vllm.facts.roles import Role
from migrate_vllm.flow.engine import Engine
from migrate_vllm.flow.form import Place
from migrate_vllm.flow.values import Thing, Value


def declares(engine: Engine, place: Place, thing: Thing) -> None:
    """Where the place holds an answer, `thing` is what the program says of its shape."""

    def arrive(value: Value) -> None:
        if isinstance(value, Role) and value.name in ("answer", "chunk"):
            _declare(engine, thing, value, place)

    engine.graph.watch(place, arrive)


def _declare(engine: Engine, thing: Thing, role: Role, place: Place) -> None:
    if not engine.graph.once("declare", thing, role):
        return
    for name, member in _members(thing):
        path = role.inner(name)
        row = ANSWERED.get((role.endpoint, path))
        if row is not None and not row.stays:
            engine.report(engine.spot_of(member), "response-access", path, place, role)
        if (role.endpoint, path) in ANSWERED_INSIDE:
            _inside(engine, member, role._replace(path=path))


def _inside(engine: Engine, member: Place, role: Role) -> None:
    def arrive(value: Value) -> None:
        if isinstance(value, Thing):
            _declare(engine, value, role, member)

    engine.graph.watch(member, arrive)


def _members(thing: Thing) -> Iterator[tuple[str, Place]]:
    if thing.kind == "record":
        yield from ((entry.name, entry.place) for entry in thing.entries if not entry.name.isdigit())
    elif thing.of is not None and thing.of.declaration is not None:
        yield from thing.of.declaration.members
