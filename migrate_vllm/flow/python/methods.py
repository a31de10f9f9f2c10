"""Methods of the language's own types: what `x.get("k")`, `x.append(v)`, `"…".join(…)` do besides being calls, or instead. Pure.

The name alone tells them, whatever `x` is: the place of an object that isn't a dict or a list gets what nobody asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from migrate_vllm.flow.form import EACH, REST, Argument, Copy, Entry, Get, Import, Place, Put, Record, Span
from migrate_vllm.flow.python.builtin_calls import cast, url_join
from migrate_vllm.flow.python.literals import constant, filled, joined
from migrate_vllm.flow.python.lowering import Lowering, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node

_BRACES = re.compile(r"(?<!\{)(?:\{\{)*\{([^{}]*)\}")


class Made(NamedTuple):
    """A call that was lowered."""

    node: Node
    target: Place
    base: Place
    """the object of the method"""
    nodes: list[Node]
    arguments: list[Argument]
    """one for each of the nodes"""

    def positional(self) -> list[Argument]:
        return [argument for argument in self.arguments if not argument.name]


# -- besides


def _get(low: Lowering, made: Made) -> None:
    """`x.get("k", d)`; of a queue, `x.get()`."""
    if not made.nodes:
        _take(low, made)
    elif (known := constant(low, made.nodes[0])) is not None:
        low.form.operations.append(Get(made.target, made.base, *known))
        low.form.operations += [Copy(made.target, default.place) for default in made.positional()[1:2]]


def _pop(low: Lowering, made: Made) -> None:
    """`x.pop("k", d)` of a dict, `x.pop()` or `x.pop(0)` of a list."""
    if made.nodes and constant(low, made.nodes[0]) is not None:
        _get(low, made)
    elif len(made.nodes) < 2:
        _take(low, made)


def _take(low: Lowering, made: Made) -> None:
    low.form.operations.append(Get(made.target, made.base, EACH, span(made.node)))


def _set_default(low: Lowering, made: Made) -> None:
    _get(low, made)
    if made.nodes and (known := constant(low, made.nodes[0])) is not None:
        low.form.operations += [Put(made.base, known[0], value.place, known[1]) for value in made.positional()[1:2]]


def _append(low: Lowering, made: Made) -> None:
    low.form.operations += [Put(made.base, EACH, value.place, value.at) for value in made.positional()[:1]]


def _insert(low: Lowering, made: Made) -> None:
    low.form.operations += [Put(made.base, EACH, value.place, value.at) for value in made.positional()[1:2]]


def _extend(low: Lowering, made: Made) -> None:
    low.form.operations += [Put(made.base, REST, value.place, value.at) for value in made.positional()[:1]]


def _update(low: Lowering, made: Made) -> None:
    """`x.update({"k": v}, k=v)`"""
    low.form.operations += [Put(made.base, value.name or REST, value.place, value.at) for value in made.arguments]


def _items(low: Lowering, made: Made) -> None:
    """`for k, v in x.items()`: each is a pair, whose second part is each of x."""
    value, pair = low.form.place(), low.form.place()
    at = span(made.node)
    low.form.operations.append(Get(value, made.base, EACH, at))
    low.form.operations.append(Record(pair, (Entry("1", value, at),)))
    low.form.operations.append(Record(made.target, (Entry(EACH, pair, at),)))


def _import_module(low: Lowering, made: Made) -> None:
    if made.nodes and (known := constant(low, made.nodes[0])) is not None:
        low.form.operations.append(Import(made.target, known[0], "*", known[1]))


METHODS: Mapping[str, Callable[[Lowering, Made], None]] = {
    "get": _get,
    "get_nowait": _take,
    "pop": _pop,
    "popleft": _take,
    "setdefault": _set_default,
    "append": _append,
    "appendleft": _append,
    "add": _append,
    "put": _append,
    "put_nowait": _append,
    "insert": _insert,
    "extend": _extend,
    "update": _update,
    "items": _items,
    "import_module": _import_module,
}


# -- instead


def _join(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`"/".join([a, b])` and `os.path.join(a, b)`."""
    holder = node.children[0].children[0]
    if holder.type == "string" and len(nodes) == 1:
        separator = low.expression(holder)
        places = list(_pieces(low, nodes[0]))
        return joined(low, node, [place for piece in places for place in (separator, piece)][1:])
    if low.text(holder).rpartition(".")[2] in ("path", "posixpath"):
        return url_join(low, node, nodes)
    return None


def _pieces(low: Lowering, node: Node) -> Iterator[Place]:
    if node.type in ("list", "tuple") and not any(part.type == "list_splat" for part in parts(node)):
        yield from [low.expression(part) for part in parts(node)]
    else:
        place = low.form.place()
        low.form.operations.append(Get(place, low.expression(node), EACH, span(node)))
        yield place


def _format(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`"{}/api/{name}".format(base, name=n)`"""
    template = node.children[0].children[0]
    values: dict[str, Place] = {}
    for number, each in enumerate(nodes):
        keyword = each.type == "keyword_argument"
        name = low.text(each.children[0]) if keyword else str(number)
        values[name] = low.expression(each.children[-1] if keyword or each.type.endswith("_splat") else each)
    numbers = iter(range(len(nodes)))

    def fill(hole: str, _at: Span) -> Place | None:
        name = re.split(r"[.\[:!]", hole[hole.rindex("{") + 1 : -1])[0].strip()
        return values.get(name or str(next(numbers, "")))

    place = filled(low, node, template, _BRACES, fill)
    return joined(low, node, [low.expression(template), *values.values()]) if place is None else place


INSTEAD_OF_METHODS: Mapping[str, Callable[[Lowering, Node, list[Node]], Place | None]] = {
    "join": _join,
    "format": _format,
    "urljoin": url_join,
    "cast": cast,
}
