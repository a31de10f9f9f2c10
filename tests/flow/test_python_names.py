"""Names, what is assigned to them, and which version is read where."""

from tests.flow.python_forms import lowered


def test_a_name_holds_what_was_last_assigned():
    source = """
        x = a
        x = b
        print(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '(x) <- `b`',
        '`print(x)` call `print`(`b` @x)',
        '`a` global a',
        '`b` global b',
        '`print` global print',
    ]


def test_a_chain_of_assignments_gives_one_value_to_all():
    assert lowered('a = b.c = d[0] = e') == [
        'put `d`.0 <- `e`',
        'put `b`.c <- `e`',
        '(a) <- `e`',
        '`e` global e',
        '`d` global d',
        '`b` global b',
    ]


def test_unpacking_gets_by_number_and_by_none_behind_a_star():
    source = """
        a, (b, *c), d = x
        f(a, b, c, d)
    """
    assert lowered(source) == [
        '`a` get `x`.0 @a',
        '(a) <- `a`',
        '`(b, *c)` get `x`.1 @(b, *c)',
        '`b` get `(b, *c)`.0 @b',
        '(b) <- `b`',
        '`*c` <- `(b, *c)`',
        '(c) <- `*c`',
        '`d` get `x`.2 @d',
        '(d) <- `d`',
        '`f(a, b, c, d)` call `f`(`a`, `b`, `*c` @c, `d`)',
        '`x` global x',
        '`f` global f',
    ]


def test_two_values_at_once_are_a_record():
    assert lowered('a, b = x, y') == [
        '`x, y` record {[]: `x`, 0: `x`, []: `y`, 1: `y`}',
        '`a` get `x, y`.0 @a',
        '(a) <- `a`',
        '`b` get `x, y`.1 @b',
        '(b) <- `b`',
        '`x` global x',
        '`y` global y',
    ]


def test_an_augmented_plus_joins_and_others_copy():
    source = """
        x += a
        x |= b
        c.d += 1
    """
    assert lowered(source) == [
        '`x += a` join `x` + `a`',
        '(x) <- `x += a`',
        '`x |= b` <- `x += a`',
        '`x |= b` <- `b`',
        '(x) <- `x |= b`',
        '`c.d` get `c`.d',
        '`c.d += 1` join `c.d` + `1`',
        'put `c`.d <- `c.d += 1`',
        '`x` <- (x)',
        '`a` global a',
        '`b` global b',
        '`c` global c',
    ]


def test_an_annotated_variable_is_an_instance():
    source = """
        x: A = v
        y: B
    """
    assert lowered(source) == [
        '`x` <- `v`',
        '`x` is a `A`',
        '(x) <- `x`',
        '`y` is a `B`',
        '(y) <- `y`',
        '`v` global v',
        '`A` global A',
        '`B` global B',
    ]


def test_the_type_of_a_variable_is_not_said_of_the_value_it_is_given():
    source = """
        x: A = y
        print(y)
    """
    assert lowered(source) == [
        '`x` <- `y`',
        '`x` is a `A`',
        '(x) <- `x`',
        '`print(y)` call `print`(`y`)',
        '`y` global y',
        '`A` global A',
        '`print` global print',
    ]


def test_an_annotated_attribute_is_an_instance():
    assert lowered('self.x: A = v') == [
        '`self.x` <- `v`',
        '`self.x` is a `A`',
        'put `self`.x <- `self.x`',
        '`v` global v',
        '`A` global A',
        '`self` global self',
    ]


def test_a_walrus_binds_and_is_its_value():
    assert lowered('if (n := f()) and n.a: g(n)') == [
        '`f()` call `f`()',
        '(n) <- `f()`',
        '`n.a` get `f()`.a',
        '`(n := f()) and n.a` <- `f()`',
        '`(n := f()) and n.a` <- `n.a`',
        '`g(n)` call `g`(`f()` @n)',
        '`f` global f',
        '`g` global g',
    ]


def test_a_deleted_name_stays():
    source = """
        x = a
        del x
        print(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '`print(x)` call `print`(`a` @x)',
        '`a` global a',
        '`print` global print',
    ]


def test_branches_join_at_their_end():
    source = """
        x = a
        if c:
            x = b
        elif d:
            x = e
        print(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '(x) <- `b`',
        '(x) <- `e`',
        '_1 <- `b`',
        '_1 <- `e`',
        '_1 <- `a`',
        '`print(x)` call `print`(_1 @x)',
        '`a` global a',
        '`c` global c',
        '`b` global b',
        '`d` global d',
        '`e` global e',
        '`print` global print',
    ]


def test_a_branch_that_returns_is_left_out():
    source = """
        def f(c):
            x = a
            if c:
                x = b
                return x
            return x
    """
    assert lowered(source) == [
        '`f` function f(c: `c`)',
        '_1 <- `c`',
        '_2 <- `a`',
        '_2 <- `b`',
        '(f returns) <- `b`',
        '(f returns) <- `a`',
        '(f) <- `f`',
        '`a` global a',
        '`b` global b',
    ]


def test_a_loop_sees_what_its_last_round_left():
    source = """
        x = a
        for y in ys:
            f(x)
            x = y
        else:
            g(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '`y` get `ys`.[] @ys',
        '(y) <- `y`',
        '_1 <- `a`',
        '`f(x)` call `f`(_1 @x)',
        '(x) <- `y`',
        '_1 <- `y`',
        '_2 <- `y`',
        '_2 <- `a`',
        '`g(x)` call `g`(_2 @x)',
        '`a` global a',
        '`ys` global ys',
        '`f` global f',
        '`g` global g',
    ]


def test_a_while_loop_sees_what_its_last_round_left():
    source = """
        while x.next:
            x = x.next
    """
    assert lowered(source) == [
        '`x.next` get `x`.next',
        "`x.next`'2 get `x`.next",
        "(x) <- `x.next`'2",
        '`x` <- (x)',
    ]


def test_a_break_keeps_what_the_names_hold():
    source = """
        x = a
        while True:
            x = b
            break
        print(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '(x) <- `b`',
        '_1 <- `b`',
        '_1 <- `a`',
        '`print(x)` call `print`(_1 @x)',
        '`a` global a',
        '`b` global b',
        '`print` global print',
    ]


def test_global_and_nonlocal_names_are_those_outside():
    source = """
        x = a
        def f():
            global x
            x = b
        def g():
            y = c
            def h():
                nonlocal y
                y = d
            return y
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '`f` function f()',
        '(x) <- `b`',
        '(f) <- `f`',
        '`g` function g()',
        '_1 <- `c`',
        '`h` function h()',
        '_1 <- `d`',
        '_2 <- `h`',
        '(g returns) <- _1',
        '(g) <- `g`',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`d` global d',
    ]


def test_a_name_that_a_function_assigns_holds_whatever_it_ever_does():
    source = """
        x = a
        def f():
            global x
            x = b
        f()
        print(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '`f` function f()',
        '(x) <- `b`',
        '(f) <- `f`',
        '`f()` call `f`()',
        '`print(x)` call `print`((x) @x)',
        '`a` global a',
        '`b` global b',
        '`print` global print',
    ]


def test_a_function_sees_all_that_a_name_ever_holds():
    source = """
        x = a
        def f():
            return x
        x = b
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '`f` function f()',
        '(f returns) <- `x`',
        '(f) <- `f`',
        '(x) <- `b`',
        '`a` global a',
        '`x` <- (x)',
        '`b` global b',
    ]


def test_a_type_alias_is_the_types_in_it():
    source = """
        type Reply[T] = A | B
        Other = Optional[A]
    """
    assert lowered(source) == [
        '`A | B` <- `A`',
        '`A | B` <- `B`',
        '(Reply) <- `A | B`',
        '`Optional[A]` <- `A`',
        '(Other) <- `Optional[A]`',
        '`A` global A',
        '`B` global B',
        '`Optional` global Optional',
    ]


def test_the_main_guard_is_a_branch():
    source = """
        if __name__ == "__main__":
            x = f()
    """
    assert lowered(source) == [
        '`"__main__"` text \'__main__\'',
        '`f()` call `f`()',
        '(x) <- `f()`',
        '`__name__` global __name__',
        '`f` global f',
    ]
