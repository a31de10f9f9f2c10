"""`with`, loops, `try`, `match` and other statements of Python, lowered."""

from tests.flow.python_forms import lowered


def test_with_binds_what_is_inside():
    source = """
        with a as b, f() as (c, d), e: g(b, c, d)
        async def h():
            async with x as y: return y
    """
    assert lowered(source) == [
        '`b` get `a`.[with] @a',
        '(b) <- `b`',
        '`f()` call `f`()',
        '`(c, d)` get `f()`.[with] @f()',
        '`c` get `(c, d)`.0 @c',
        '(c) <- `c`',
        '`d` get `(c, d)`.1 @d',
        '(d) <- `d`',
        '`g(b, c, d)` call `g`(`b`, `c`, `d`)',
        '`h` function h()',
        '`y` get `x`.[with] @x',
        '_1 <- `y`',
        '(h returns) <- `y`',
        '(h) <- `h`',
        '`a` global a',
        '`f` global f',
        '`e` global e',
        '`g` global g',
        '`x` global x',
    ]


def test_with_in_parentheses():
    assert lowered('with (a as b, c): f(b)') == [
        '`b` get `a`.[with] @a',
        '(b) <- `b`',
        '`f(b)` call `f`(`b`)',
        '`a` global a',
        '`c` global c',
        '`f` global f',
    ]


def test_a_string_with_holes_alone_is_evaluated():
    assert lowered('f"{a()}"') == [
        '`a()` call `a`()',
        '`f"{a()}"` join `a()`',
        '`a` global a',
    ]


def test_a_loop_over_an_asynchronous_iterable():
    source = """
        async def f():
            async for part in await g(): yield part
    """
    assert lowered(source) == [
        '`f` function f()',
        '`g()` call `g`()',
        '`await g()` <- `g()`',
        '`part` get `await g()`.[] @await g()',
        '_1 <- `part`',
        '(f yields) <- `part`',
        '(f) <- `f`',
        '`g` global g',
    ]


def test_a_loop_unpacks():
    assert lowered('for a, b in xs: f(a, b)') == [
        '`a, b` get `xs`.[] @xs',
        '`a` get `a, b`.0 @a',
        '(a) <- `a`',
        '`b` get `a, b`.1 @b',
        '(b) <- `b`',
        '`f(a, b)` call `f`(`a`, `b`)',
        '`xs` global xs',
        '`f` global f',
    ]


def test_a_loop_fills_an_attribute():
    assert lowered('for x.a in xs: pass') == [
        '`x.a` get `xs`.[] @xs',
        'put `x`.a <- `x.a`',
        '`xs` global xs',
        '`x` global x',
    ]


def test_an_exception_is_an_instance_of_what_is_caught():
    source = """
        try: f()
        except A as e: g(e)
        except (B, c.D): pass
        except* E: pass
        except: pass
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '`e` is a `A`',
        '(e) <- `e`',
        '`g(e)` call `g`(`e`)',
        '_1 is a `B`',
        '`c.D` get `c`.D',
        '_1 is a `c.D`',
        '_2 is a `E`',
        '`f` global f',
        '`A` global A',
        '`g` global g',
        '`B` global B',
        '`c` global c',
        '`E` global E',
    ]


def test_a_handler_sees_both_what_was_and_what_the_body_left():
    source = """
        x = a
        try:
            x = b
        except A:
            f(x)
            raise
        else:
            g(x)
        h(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '(x) <- `b`',
        '`g(x)` call `g`(`b` @x)',
        '_1 <- `b`',
        '_1 <- `a`',
        '_2 is a `A`',
        '`f(x)` call `f`(_1 @x)',
        '`h(x)` call `h`(`b` @x)',
        '`a` global a',
        '`b` global b',
        '`g` global g',
        '`A` global A',
        '`f` global f',
        '`h` global h',
    ]


def test_a_body_that_returns_is_still_seen_by_the_handler():
    source = """
        def f():
            x = a
            try:
                x = b
                return x
            except A:
                g(x)
            return x
    """
    assert lowered(source) == [
        '`f` function f()',
        '_1 <- `a`',
        '_1 <- `b`',
        '(f returns) <- `b`',
        '_2 <- `b`',
        '_2 <- `a`',
        '_3 is a `A`',
        '`g(x)` call `g`(_2 @x)',
        '(f returns) <- _2',
        '(f) <- `f`',
        '`a` global a',
        '`b` global b',
        '`A` global A',
        '`g` global g',
    ]


def test_finally_sees_all_and_keeps_what_it_sets():
    source = """
        def f():
            x = a
            try:
                x = b
            except A:
                x = c
                return x
            finally:
                y = x
            return x, y
    """
    assert lowered(source) == [
        '`f` function f()',
        '_1 <- `a`',
        '_1 <- `b`',
        '_2 <- `b`',
        '_2 <- `a`',
        '_3 is a `A`',
        '_1 <- `c`',
        '(f returns) <- `c`',
        '_4 <- `b`',
        '_4 <- `c`',
        '_5 <- _4',
        '`x, y` record {[]: `b` @x, 0: `b` @x, []: _4 @y, 1: _4 @y}',
        '(f returns) <- `x, y`',
        '(f) <- `f`',
        '`a` global a',
        '`b` global b',
        '`A` global A',
        '`c` global c',
    ]


def test_an_import_that_may_fail_is_either():
    source = """
        try:
            import ollama
        except ImportError:
            ollama = None
        ollama.chat
    """
    assert lowered(source) == [
        '`ollama` import ollama * @ollama',
        '(ollama) <- `ollama`',
        '_1 is a `ImportError`',
        '(ollama) <- `None`',
        '_2 <- `ollama`',
        '_2 <- `None`',
        '`ollama.chat` get _2.chat',
        '`ImportError` global ImportError',
    ]


def test_match_captures_the_subject():
    source = """
        match x:
            case y if y.a: f(y)
            case _: pass
    """
    assert lowered(source) == [
        '(y) <- `x`',
        '`y.a` get `x`.a',
        '`f(y)` call `f`(`x` @y)',
        '`x` global x',
        '`f` global f',
    ]


def test_match_gets_keys_and_numbers():
    source = """
        match x:
            case {"a": a, "b": {"c": c}, **rest}: f(a, c, rest)
            case [a, *b, c]: f(a, b, c)
            case a, b: f(a, b)
    """
    assert lowered(source) == [
        '`a` get `x`.a',
        '(a) <- `a`',
        '`{"c": c}` get `x`.b',
        '`c` get `{"c": c}`.c',
        '(c) <- `c`',
        '(rest) <- `x`',
        '`f(a, c, rest)` call `f`(`a`, `c`, `x` @rest)',
        "`a`'2 get `x`.0 @a",
        "(a) <- `a`'2",
        '(b) <- `x`',
        "`c`'2 get `x`.[] @c",
        "(c) <- `c`'2",
        "`f(a, b, c)` call `f`(`a`'2, `x` @b, `c`'2)",
        "`a`'3 get `x`.0 @a",
        "(a) <- `a`'3",
        '`b` get `x`.1 @b',
        '(b) <- `b`',
        "`f(a, b)` call `f`(`a`'3, `b`)",
        '_1 <- `a`',
        "_1 <- `a`'2",
        "_1 <- `a`'3",
        '_2 <- `c`',
        "_2 <- `c`'2",
        '_3 <- `x`',
        '_3 <- `b`',
        '`x` global x',
        '`f` global f',
    ]


def test_match_by_class_is_an_instance():
    source = """
        match x:
            case A(b, c=c) | d.E(f=str() as c): f(b, c)
            case str(y): f(y)
            case "s" | 1 | None | K.v: pass
    """
    assert lowered(source) == [
        '`x` is a `A`',
        '(b) <- `b`',
        '`c=c` get `x`.c',
        '(c) <- `c=c`',
        '`d.E` get `d`.E',
        '`x` is a `d.E`',
        '`f=str()` get `x`.f',
        '(c) <- `f=str()`',
        '`f(b, c)` call `f`(`b`, `f=str()` @c)',
        '(y) <- `x`',
        '`f(y)` call `f`(`x` @y)',
        '`x` global x',
        '`A` global A',
        '`d` global d',
        '`f` global f',
        '`K` global K',
    ]


def test_match_of_several_subjects():
    source = """
        match x, y:
            case a, b: f(a, b)
    """
    assert lowered(source) == [
        '`x, y` record {[]: `x`, 0: `x`, []: `y`, 1: `y`}',
        '`a` get `x, y`.0 @a',
        '(a) <- `a`',
        '`b` get `x, y`.1 @b',
        '(b) <- `b`',
        '`f(a, b)` call `f`(`a`, `b`)',
        '`x` global x',
        '`y` global y',
        '`f` global f',
    ]


def test_statements_without_values_say_nothing():
    source = '''
        """Documentation."""
        pass
        assert x.a, "no"
        ...
        # comment
    '''
    assert lowered(source) == [
        '`x.a` get `x`.a',
        '`"no"` text \'no\'',
        '`x` global x',
    ]


def test_a_raised_error_ends_a_branch():
    source = """
        def f(c):
            x = a
            if c:
                x = b
                raise E(x) from y
            return x
    """
    assert lowered(source) == [
        '`f` function f(c: `c`)',
        '_1 <- `c`',
        '_2 <- `a`',
        '_2 <- `b`',
        '`E(x)` call `E`(`b` @x)',
        '(f returns) <- `a`',
        '(f) <- `f`',
        '`a` global a',
        '`b` global b',
        '`E` global E',
        '`y` global y',
    ]
