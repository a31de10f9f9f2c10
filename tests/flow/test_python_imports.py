"""Imports of Python, lowered."""

from tests.flow.python_forms import lowered


def test_a_module_is_imported():
    assert lowered('import a') == [
        '`a` import a * @a',
        '(a) <- `a`',
    ]


def test_a_submodule_is_found_in_its_package():
    source = """
        import a.b.c
        a.b.c.d
    """
    assert lowered(source) == [
        '`a` import a * @a',
        '`a.b` import a.b * @a.b',
        'put `a`.b <- `a.b`',
        '`a.b.c` import a.b.c * @a.b.c',
        'put `a.b`.c <- `a.b.c`',
        '(a) <- `a`',
        "`a.b`'2 get `a`.b",
        "`a.b.c`'2 get `a.b`'2.c",
        "`a.b.c.d` get `a.b.c`'2.d",
    ]


def test_two_submodules_of_one_package():
    assert lowered('import a.b, a.c') == [
        '`a` import a * @a',
        '`a.b` import a.b * @a.b',
        'put `a`.b <- `a.b`',
        '(a) <- `a`',
        "`a`'2 import a * @a",
        '`a.c` import a.c * @a.c',
        "put `a`'2.c <- `a.c`",
        "(a) <- `a`'2",
    ]


def test_a_module_with_another_name():
    assert lowered('import a.b as c') == [
        '`c` import a.b * @c',
        '(c) <- `c`',
    ]


def test_names_are_imported():
    assert lowered('from a.b import c, d as e') == [
        '`c` import a.b c',
        '(c) <- `c`',
        '`e` import a.b d @e',
        '(e) <- `e`',
    ]


def test_relative_imports():
    source = """
        from . import a
        from ..b import (c,
          d as e)
        from .... import f
    """
    assert lowered(source) == [
        '`a` import . a',
        '(a) <- `a`',
        '`c` import ..b c',
        '(c) <- `c`',
        '`e` import ..b d @e',
        '(e) <- `e`',
        '`f` import .... f',
        '(f) <- `f`',
    ]


def test_all_names_are_exported_again():
    source = """
        from a import *
        from .b import *
        print(c)
    """
    assert lowered(source) == [
        '`print(c)` call `print`(`c`)',
        '`print` global print',
        '`c` global c',
        'reexports a',
        'reexports .b',
    ]


def test_an_import_within_a_function():
    source = """
        def f():
            import a
            return a.b
    """
    assert lowered(source) == [
        '`f` function f()',
        '`a` import a * @a',
        '_1 <- `a`',
        '`a.b` get `a`.b',
        '(f returns) <- `a.b`',
        '(f) <- `f`',
    ]


def test_an_import_for_types_alone():
    source = """
        if TYPE_CHECKING:
            from a import B
        def f(x: B): pass
    """
    assert lowered(source) == [
        '`B` import a B',
        '(B) <- `B`',
        '`x` is a `B`',
        '`f` function f(x: `x`)',
        '_1 <- `x`',
        '(f) <- `f`',
        '`TYPE_CHECKING` global TYPE_CHECKING',
    ]


def test_the_future_is_no_module():
    assert lowered('from __future__ import annotations') == [
    ]
