"""From a text to what it says: `json.loads`, `JSON.parse`, and what a route's answer is once it is read. Pure.

To write something as JSON is nothing here: `json.dumps(x)` holds what `x` holds. So what is read back is the same thing.
"""

from __future__ import annotations

from migrate_vllm.facts.roles import STEPS, Role
from migrate_vllm.flow.engine import Engine
from migrate_vllm.flow.form import EACH, Place
from migrate_vllm.flow.graph import Origin
from migrate_vllm.flow.values import Literal, Spot, Thing, Tool, Value


def parse(engine: Engine, source: Place, value: Value, target: Place, spot: Spot | None, relayed: bool = False) -> None:
    """`target` holds what `value` at `source` says. `relayed`: it came through a route of the program."""
    if isinstance(value, Role) and (step := STEPS.get((value.name, "loads()"))) is not None:
        engine.step(source, value, target, Role(step.to, value.endpoint), spot)
        engine.report(spot, "relayed-access" if relayed and step.kind else step.kind, "JSON", source, value)
    elif isinstance(value, Tool):
        if value.does == "wire":
            deliver(engine, value.place, target, spot)
        elif value.does == "own stream" and engine.graph.once("parse", value, target):
            engine.graph.watch(value.place, lambda inner: parse(engine, value.place, inner, target, spot, relayed))
    elif isinstance(value, Thing) and value.kind == "generator":
        if engine.graph.once("parse", value, target):
            engine.graph.watch(value.fields[EACH], lambda each: parse(engine, value.fields[EACH], each, target, spot, relayed))
    elif not isinstance(value, Literal):
        engine.graph.give(target, value, Origin(source, value))


def deliver(engine: Engine, answer: Place, target: Place, spot: Spot | None = None) -> None:
    """`target` holds what a route of the program answers, in the browser; it is parsed at `spot`."""
    if engine.graph.once("deliver", answer, target):
        engine.delivered.add(target)
        engine.graph.watch(answer, lambda value: parse(engine, answer, value, target, spot, relayed=True))
