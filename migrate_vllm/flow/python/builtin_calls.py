"""Built-in functions that say more of values than a call does: `getattr`, `isinstance`, `next`, `zip`, `super`. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from migrate_vllm.flow.form import EACH, REST, Argument, Call, Copy, Entry, Get, Import, Instance, Place, Put, Record
from migrate_vllm.flow.python.annotations import PLAIN, annotate
from migrate_vllm.flow.python.literals import constant, joined
from migrate_vllm.flow.python.lowering import Lowering, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node


class _Made(Protocol):
    """A call that was lowered, without its first argument."""

    @property
    def target(self) -> Place: ...
    @property
    def base(self) -> Place: ...
    @property
    def nodes(self) -> list[Node]: ...
    @property
    def arguments(self) -> list[Argument]: ...


# -- besides: the handlers get the call and the node of its first argument


def _get_attribute(low: Lowering, made: _Made, _first: Node) -> None:
    """`getattr(x, "k", d)`"""
    if made.nodes and (known := constant(low, made.nodes[0])) is not None:
        low.form.operations.append(Get(made.target, made.base, *known))
        low.form.operations += [Copy(made.target, default.place) for default in made.arguments[1:2]]


def _set_attribute(low: Lowering, made: _Made, _first: Node) -> None:
    if len(made.nodes) == 2 and (known := constant(low, made.nodes[0])) is not None:
        low.form.operations.append(Put(made.base, known[0], made.arguments[1].place, known[1]))


def _has_attribute(low: Lowering, made: _Made, _first: Node) -> None:
    if made.nodes and (known := constant(low, made.nodes[0])) is not None:
        low.form.operations.append(Get(low.form.place(), made.base, *known))


def _import_module(low: Lowering, made: _Made, first: Node) -> None:
    if (known := constant(low, first)) is not None:
        low.form.operations.append(Import(made.target, known[0], "*", known[1]))


BESIDES: Mapping[str, Callable[[Lowering, _Made, Node], None]] = {
    "getattr": _get_attribute,
    "setattr": _set_attribute,
    "hasattr": _has_attribute,
    "import_module": _import_module,
    "__import__": _import_module,
}


# -- instead: None leaves it an ordinary call


def _is_instance(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`isinstance(x, (A, B))`. The place is that of `x` itself: what is read from it later on is read from an A or a B."""
    if len(nodes) != 2:
        return None
    asked = low.expression(nodes[0])
    for kind in parts(nodes[1]) if nodes[1].type == "tuple" else (nodes[1],):
        if kind.type != "identifier" or low.text(kind) not in PLAIN:
            low.instance(asked, kind)
    return low.place(node)


def cast(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`cast(T, x)`"""
    if len(nodes) != 2:
        return None
    place = low.copied(node, low.expression(nodes[1]))
    annotate(low, nodes[0], place)
    return place


def url_join(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`urljoin(a, b)`, `os.path.join(a, b)`"""
    return joined(low, node, [low.expression(each.children[-1] if each.type == "list_splat" else each) for each in nodes])


def _next(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    if not nodes:
        return None
    place = low.get(low.expression(nodes[0]), EACH, span(nodes[0]), node)
    low.form.operations += [Copy(place, low.expression(default)) for default in nodes[1:]]
    return place


def _enumerate(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    if not nodes:
        return None
    element = _element(low, nodes[0])
    for start in nodes[1:]:
        low.expression(start.children[-1] if start.type == "keyword_argument" else start)
    return _pairs(low, node, (Entry("1", element, span(nodes[0])),))


def _zip(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    plain = [each for each in nodes if each.type not in ("keyword_argument", "list_splat")]
    if not plain or len(plain) < len([each for each in nodes if each.type != "keyword_argument"]):
        return None
    return _pairs(
        low, node, tuple(Entry(str(number), _element(low, each), span(each)) for number, each in enumerate(plain))
    )


def _element(low: Lowering, node: Node) -> Place:
    place = low.form.place()
    low.form.operations.append(Get(place, low.expression(node), EACH, span(node)))
    return place


def _pairs(low: Lowering, node: Node, entries: tuple[Entry, ...]) -> Place:
    """An iterable, each of which has these entries."""
    pair = low.form.place()
    low.form.operations.append(Record(pair, entries))
    return _each(low, node, pair)


def _each(low: Lowering, node: Node, element: Place) -> Place:
    target = low.place(node)
    low.form.operations.append(Record(target, (Entry(EACH, element, span(node)),)))
    return target


def _map(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`map(f, xs)`: what f gives for each."""
    if len(nodes) < 2 or nodes[1].type.endswith("splat"):
        return None
    callee = low.expression(nodes[0])
    arguments = tuple(Argument("", _element(low, each), span(each)) for each in nodes[1:])
    given = low.form.place()
    low.form.operations.append(Call(given, callee, arguments, span(nodes[0])))
    return _each(low, node, given)


def _filter(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`filter(f, xs)`: xs, with f called for each."""
    if len(nodes) != 2:
        return None
    callee, given = low.expression(nodes[0]), low.expression(nodes[1])
    element = low.form.place()
    low.form.operations.append(Get(element, given, EACH, span(nodes[1])))
    low.form.operations.append(
        Call(low.form.place(), callee, (Argument("", element, span(nodes[1])),), span(nodes[0]))
    )
    return low.copied(node, given)


def _dict(low: Lowering, node: Node, nodes: list[Node]) -> Place | None:
    """`dict(base, a=1, **more)`; `dict(x)` is an ordinary call."""
    if all(each.type not in ("keyword_argument", "dictionary_splat") for each in nodes):
        return None
    entries = []
    for each in nodes:
        if each.type == "keyword_argument":
            named, value = each.children[0], each.children[-1]
            entries.append(Entry(low.text(named), low.expression(value), span(named)))
        else:
            entries.append(Entry(REST, low.expression(each.children[-1] if each.type.endswith("splat") else each), span(each)))
    target = low.place(node)
    low.form.operations.append(Record(target, tuple(entries)))
    return target


def _super(low: Lowering, node: Node, _nodes: list[Node]) -> Place | None:
    """`super()` is `self`; that it has its bases' methods, too, is said by `Instance`, since its class may override them."""
    this = low.scope.this
    if this is None:
        return None
    place = low.copied(node, this)
    low.form.operations += [Instance(place, base, span(node.children[0])) for base in low.scope.bases]
    return place


INSTEAD: Mapping[str, Callable[[Lowering, Node, list[Node]], Place | None]] = {
    "isinstance": _is_instance,
    "cast": cast,
    "urljoin": url_join,
    "next": _next,
    "anext": _next,
    "enumerate": _enumerate,
    "zip": _zip,
    "map": _map,
    "filter": _filter,
    "dict": _dict,
    "super": _super,
}
