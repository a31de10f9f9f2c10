"""Broken, deep and long programs: lowered without an exception, and in time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.flow.form import Call, Copy, Form, Join, Record
from migrate_vllm.flow.python import lower_python
from tests.flow.python_forms import lowered

_PIECES = [
    *"()[]{}:=,.*@|\\'\"", "\n", "\n    ", " ", "**", ":=", "+=", "->", "f'{", '"""', "%s", "...", "\0", "é",
    *"x y self None 1 'k' 0x1".split(), "_",
    *(f"{word} " for word in """def class async await lambda import from as if elif else for in while with try: except finally: match case
        return yield raise del global nonlocal assert not and or is type print""".split()),
    "def f(x, *y: A = 1) -> B:\n  ", "class A(B):\n  ", "match x:\n  case ", "try: x\nexcept A as e: ", "@a.b\n", "x.get('k', d)", "'{}'.format(x)",
]  # fmt: skip


def in_bounds(form: Form, length: int) -> bool:
    spans = list(form.spans.values())
    for operation in form.operations:
        spans += [at] if (at := getattr(operation, "at", None)) is not None else []
        spans += [entry.at for entry in operation.entries] if isinstance(operation, Record) else []
        spans += [argument.at for argument in operation.arguments] if isinstance(operation, Call) else []
    return all(0 <= start <= end <= length for start, end in spans)


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join).map(str.encode))
def test_any_words_of_the_language_are_lowered(data: bytes):
    assert in_bounds(lower_python(data), len(data))


@given(st.binary(max_size=80))
def test_any_bytes_are_lowered(data: bytes):
    assert in_bounds(lower_python(data), len(data))


def test_a_broken_program_is_still_read_around_the_break():
    source = """
        x = f(a
        def g(:
            y = h.i(
        z = j.k
    """
    assert "`j.k` get `j`.k" in lowered(source)


_DEEP = 5000


@pytest.mark.parametrize(
    "source",
    [
        "(" * _DEEP + "x" + ")" * _DEEP,
        "f(" * _DEEP,
        "x = " + "[" * _DEEP,
        "x" + ".y()" * _DEEP,
        "x: " + "list[" * _DEEP,
        "not " * _DEEP + "x",
        "lambda: " * _DEEP + "x",
        "x = " + "a if b else " * _DEEP + "c",
        " = ".join(["x"] * _DEEP),
        " - ".join(["x"] * _DEEP),
        "".join(" " * depth + "if x:\n" for depth in range(500)),
        "".join(" " * depth + "def f(x):\n" for depth in range(500)),
        "".join(" " * depth + "for x in y:\n" for depth in range(500)),
        "x = f'" + "{f'" * 500,
    ],
    ids=lambda source: source[:12],
)
def test_what_is_nested_too_deep_is_unknown(source: str):
    started = time.perf_counter()
    lower_python(source.encode())
    assert time.perf_counter() - started < 2


def test_a_long_sum_is_one_join():
    form = lower_python(" + ".join(["x"] * _DEEP).encode())
    assert [len(operation.parts) for operation in form.operations if isinstance(operation, Join)] == [_DEEP]


def test_a_long_program_takes_no_longer_for_each_line():
    def seconds(lines: int) -> float:
        data = "".join(f"x{line} = x{line - 1}\nif x: y = f(y)\n" for line in range(lines)).encode()
        started = time.perf_counter()
        lower_python(data)
        return time.perf_counter() - started

    assert seconds(20_000) < 40 * seconds(2_000)


def test_ten_thousand_assignments():
    form = lower_python(b"x = y\n" * 10_000)
    assert sum(isinstance(operation, Copy) for operation in form.operations) == 10_000
