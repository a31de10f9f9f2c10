"""Destructuring in JavaScript, lowered."""

from tests.flow.script_forms import lowered


def test_an_object_in_a_declaration():
    assert lowered('const { a, b: c, d = 1, e: { f }, "g": h, ...rest } = x') == [
        '`a` get `x`.a',
        '_1 <- `a`',
        '`b` get `x`.b',
        '_2 <- `b`',
        '`d` get `x`.d',
        '`d` <- `1`',
        '_3 <- `d`',
        '`e` get `x`.e',
        '`f` get `e`.f',
        '_4 <- `f`',
        '`g` get `x`.g',
        '_5 <- `g`',
        '_6 <- `x`',
        '`x` global x',
    ]


def test_an_array_in_a_declaration():
    assert lowered('let [a, , b = 1, ...rest] = x') == [
        '`a` get `x`.0 @a',
        '_1 <- `a`',
        '_2 <- _1',
        '`b = 1` get `x`.2 @b = 1',
        "`b = 1`'2 <- `b = 1`",
        "`b = 1`'2 <- `1`",
        "_3 <- `b = 1`'2",
        '_4 <- _3',
        '_5 <- `x`',
        '_6 <- _5',
        '`x` global x',
    ]


def test_patterns_in_assignments():
    source = """
        [a, b.c] = x;
        ({ d, e: f[0] } = y)
    """
    assert lowered(source) == [
        '`a` get `x`.0 @a',
        '_1 <- `a`',
        '_2 <- _1',
        '`b.c` get `x`.1 @b.c',
        'put `b`.c <- `b.c`',
        '`d` get `y`.d',
        '_3 <- `d`',
        '_4 <- _3',
        '`e` get `y`.e',
        'put `f`.0 <- `e`',
        '`x` global x',
        '`b` global b',
        '`y` global y',
        '`f` global f',
    ]


def test_patterns_in_parameters():
    assert lowered('function f({ a = 1, ...b }, [c], d = 2, ...e) {}', "javascript") == [
        '`a` get `{ a = 1, ...b }`.a',
        '`a` <- `1`',
        '_1 <- `a`',
        '_2 <- `{ a = 1, ...b }`',
        '`c` get `[c]`.0 @c',
        '_3 <- `c`',
        '`d = 2` <- `2`',
        '_4 <- `d = 2`',
        '_5 <- `...e`',
        '`function f({ a = 1, ...b }, [c], d = 2,…` function f(: `{ a = 1, ...b }`, : `[c]`, d: `d = 2`, *e: `...e`)',
        '_6 <- `function f({ a = 1, ...b }, [c], d = 2,…`',
    ]


def test_a_pattern_in_a_handler():
    assert lowered('try {} catch ({ message: m }) { m }') == [
        '`message` get `{ message: m }`.message',
        '_1 <- `message`',
        '_2 <- _1',
    ]


def test_a_computed_key():
    assert lowered('const { [k]: a, ["b"]: c } = x') == [
        "`k`'2 get `x`.[] @k",
        "_1 <- `k`'2",
        '`b` get `x`.b',
        '_2 <- `b`',
        '`x` global x',
        '`k` global k',
    ]
