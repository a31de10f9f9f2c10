"""Types that are written down: what they say of a place's value. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from migrate_vllm.flow.form import EACH, Copy, Entry, Get, Instance, Place, Record
from migrate_vllm.flow.python.literals import constant
from migrate_vllm.flow.python.lowering import DEEPEST, Lowering, parts, span

if TYPE_CHECKING:
    from tree_sitter import Node

PLAIN = frozenset(
    "str int float bool bytes bytearray complex object None Any Self NoReturn Never LiteralString Hashable Callable Literal "
    "TypeVar ParamSpec dict Dict list List set Set tuple Tuple frozenset FrozenSet type Type Iterable Iterator Sequence "
    "Mapping MutableMapping Generator AsyncGenerator AsyncIterator AsyncIterable Awaitable Coroutine Optional Union".split()
)
"""types of the language: nothing follows of a value's being one"""
_DOTTED = re.compile(r"\s*(?:(?:typing\.|t\.)?Optional\[)?\s*([^\W\d]\w*(?:\.[^\W\d]\w*){0,8})\s*\]?\s*(?:\|\s*None\s*)?")
"""in a string: a name, maybe optional"""


def annotate(low: Lowering, node: Node, target: Place) -> None:
    """The place holds what the type says."""
    say = _TYPES.get(node.type)
    if say is not None and low.depth < DEEPEST:
        low.depth += 1
        say(low, node, target)
        low.depth -= 1


def annotate_rest(low: Lowering, node: Node, target: Place) -> None:
    """`*args: T`: each of them."""
    _each(low, [node], target)


def _all(low: Lowering, node: Node, target: Place) -> None:
    for child in parts(node):
        annotate(low, child, target)


def _named(low: Lowering, node: Node, target: Place) -> None:
    if _last_name(low, node) not in PLAIN:
        low.instance(target, node)


def _last_name(low: Lowering, node: Node) -> str:
    return low.text(node).rpartition(".")[2]


def _string(low: Lowering, node: Node, target: Place) -> None:
    """`"Client"` is the name that it holds; of longer types in strings nothing is said."""
    known = constant(low, node)
    match = _DOTTED.fullmatch(known[0]) if known else None
    if known is None or match is None or match[1].rpartition(".")[2] in PLAIN:
        return
    start = known[1][0] + match.start(1)
    first, *rest = match[1].split(".")
    end = start + len(first.encode())
    kind = low.names.read(first, (start, end))
    for name in rest:
        base, at = kind, (end + 1, end + 1 + len(name.encode()))
        kind, end = low.form.place((start, at[1])), at[1]
        low.form.operations.append(Get(kind, base, name, at))
    low.form.operations.append(Instance(target, kind, (start, end)))


def _generic(low: Lowering, node: Node, target: Place) -> None:
    """`Optional[T]`, `list[T]`, `Page[T]`."""
    head, *rest = parts(node)
    arguments = [part for child in rest for part in (parts(child) if child.type == "type_parameter" else (child,))]
    say = _GENERICS.get(_last_name(low, head))
    if say is not None:
        say(low, arguments, target)
    else:
        _named(low, head, target)


def _same(low: Lowering, arguments: list[Node], target: Place) -> None:
    for argument in arguments:
        annotate(low, argument, target)


def _last(low: Lowering, arguments: list[Node], target: Place) -> None:
    _same(low, arguments[-1:], target)


def _annotated(low: Lowering, arguments: list[Node], target: Place) -> None:
    """`Annotated[T, Depends(f)]`: a T, and what the call gives."""
    _same(low, arguments[:1], target)
    for argument in arguments[1:]:
        low.form.operations.append(Copy(target, low.expression(argument)))


def _each(low: Lowering, arguments: list[Node], target: Place) -> None:
    _elements(low, [(EACH, argument) for argument in arguments[:1]], target)


def _values(low: Lowering, arguments: list[Node], target: Place) -> None:
    _elements(low, [(EACH, argument) for argument in arguments[-1:]], target)


def _tuple(low: Lowering, arguments: list[Node], target: Place) -> None:
    if len(arguments) == 2 and low.text(arguments[1]) == "...":
        _each(low, arguments, target)
    else:
        _elements(low, [(str(number), argument) for number, argument in enumerate(arguments)], target)


def _elements(low: Lowering, named: list[tuple[str, Node]], target: Place) -> None:
    """A record of elements, when there is anything to say of one."""
    entries = []
    for name, argument in named:
        place, before = low.form.place(), len(low.form.operations)
        annotate(low, argument, place)
        if len(low.form.operations) > before:
            entries.append(Entry(name, place, span(argument)))
    if entries:
        low.form.operations.append(Record(target, tuple(entries)))


def _class(low: Lowering, arguments: list[Node], target: Place) -> None:
    """`type[T]` is T itself."""
    for argument in arguments[:1]:
        if _last_name(low, argument) not in PLAIN:
            low.form.operations.append(Copy(target, low.expression(argument)))


def _nothing(low: Lowering, arguments: list[Node], target: Place) -> None:
    """`Callable[[A], B]`, `Literal["a"]`"""


_GENERICS: Mapping[str, Callable[[Lowering, list[Node], Place], None]] = {
    **dict.fromkeys(("Optional", "Union", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "Awaitable"), _same),
    **dict.fromkeys(("Coroutine",), _last),
    **dict.fromkeys(("Annotated",), _annotated),
    **dict.fromkeys(("tuple", "Tuple"), _tuple),
    **dict.fromkeys(("type", "Type"), _class),
    **dict.fromkeys(("Callable", "Literal", "Concatenate", "TypeGuard"), _nothing),
    **dict.fromkeys(
        (
            "list List set Set frozenset FrozenSet deque Deque Sequence MutableSequence Iterable Iterator Collection "
            "Generator AsyncGenerator AsyncIterator AsyncIterable"
        ).split(),
        _each,
    ),
    **dict.fromkeys("dict Dict Mapping MutableMapping defaultdict DefaultDict OrderedDict".split(), _values),
}

_TYPES: Mapping[str, Callable[[Lowering, Node, Place], None]] = {
    "type": _all,
    "union_type": _all,
    "binary_operator": _all,
    "parenthesized_expression": _all,
    "identifier": _named,
    "attribute": _named,
    "member_type": _named,
    "string": _string,
    "generic_type": _generic,
    "subscript": _generic,
}
