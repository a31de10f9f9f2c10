"""Streams that are piped, made and read line by line. Pure."""

from __future__ import annotations

from migrate_vllm.flow.arguments import argument_of, read_from
from migrate_vllm.flow.engine import Engine, Invocation
from migrate_vllm.flow.form import Place
from migrate_vllm.flow.reading import field_of
from migrate_vllm.flow.values import Thing, Tool, Value


def pour(engine: Engine, stream: Place, sink: Place, target: Place) -> None:
    """`stream.pipe(res)`, through as many as there are."""

    def arrive(value: Value) -> None:
        if isinstance(value, Tool) and value.does == "responder":
            engine.graph.link(stream, value.place)

    engine.graph.watch(sink, arrive)
    engine.graph.link(stream, target)


def pipe(engine: Engine, invocation: Invocation) -> None:
    """`pipeline(stream, res)`, `sendStream(event, stream)`"""
    places = [argument.place for argument in invocation.arguments if not argument.name]
    for source in places:
        engine.graph.link(source, invocation.target)
        for sink in places:
            if sink != source:
                pour(engine, source, sink, invocation.target)


def lines_of(engine: Engine, invocation: Invocation) -> None:
    """`readline.createInterface({ input })`"""
    if (given := argument_of(invocation)) is not None:
        read_from(engine, given, "input", invocation.target)


def new_stream(engine: Engine, invocation: Invocation) -> None:
    """`new ReadableStream({ start(controller) { controller.enqueue(x) } })`, and a `TransformStream` for a `pipeThrough`."""
    inside, written = engine.graph.place(), engine.graph.place()
    controller = engine.graph.place()
    engine.graph.give(controller, Tool("controller", inside))

    def arrive(value: Value) -> None:
        if isinstance(value, Thing):
            for name in ("start", "pull"):
                engine.invoke(field_of(engine, value, name), (controller,), engine.graph.place())
            engine.invoke(field_of(engine, value, "transform"), (written, controller), engine.graph.place())

    if (given := argument_of(invocation)) is not None:
        engine.graph.watch(given, arrive)
    engine.graph.give(invocation.target, Tool("own stream", inside, str(written)))


def enqueue(engine: Engine, invocation: Invocation, tool: Tool) -> None:
    if (given := argument_of(invocation)) is not None:
        engine.graph.link(given, tool.place)


def pass_through(engine: Engine, invocation: Invocation, source: Place) -> None:
    """`stream.pipeThrough(transform)`"""
    if (given := argument_of(invocation)) is not None:
        engine.graph.watch(given, lambda value: through(engine, source, value, invocation.target))


def through(engine: Engine, source: Place, value: Value, target: Place) -> None:
    if isinstance(value, Tool) and value.does == "own stream":
        engine.graph.link(source, int(value.text))
        engine.graph.give(target, value)
