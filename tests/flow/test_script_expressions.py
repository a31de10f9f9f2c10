"""Expressions of JavaScript, lowered."""

from tests.flow.script_forms import lowered


def test_members_and_keys_are_got():
    assert lowered('a.b?.c["d"]?.[0]') == [
        '`a.b` get `a`.b',
        '`a.b?.c` get `a.b`.c',
        '`a.b?.c["d"]` get `a.b?.c`.d',
        '`a.b?.c["d"]?.[0]` get `a.b?.c["d"]`.0',
        '`a` global a',
    ]


def test_an_unknown_index_gets_each():
    source = """
        a[i]
        a[-1]
        a[`k`]
        a[f()]
    """
    assert lowered(source) == [
        '`a[i]` get `a`.[] @i',
        '`a[-1]` get `a`.[] @-1',
        '`a[`k`]` get `a`.k',
        '`f()` call `f`()',
        '`a[f()]` get `a`.[] @f()',
        '`a` global a',
        '`i` global i',
        '`f` global f',
    ]


def test_what_is_written_is_put():
    source = """
        a.b = 1
        a["c"] = 2
        a[0] = 3
        a[i] = 4
        a!.d = 5
    """
    assert lowered(source) == [
        'put `a`.b <- `1`',
        'put `a`.c <- `2`',
        'put `a`.0 <- `3`',
        'put `a`.[] <- `4` @i',
        'put `a`.d <- `5`',
        '`a` global a',
        '`i` global i',
    ]


def test_a_text_has_its_escapes_undone():
    assert lowered('x = "a\\"b\\n\\u0041\\x42\\u{43}\\q"') == [
        '`"a\\"b\\n\\u0041\\x42\\u{43}\\q"` text \'a"b\\nABCq\' @a\\"b\\n\\u0041\\x42\\u{43}\\q',
        '_1 <- `"a\\"b\\n\\u0041\\x42\\u{43}\\q"`',
        '_2 <- _1',
    ]


def test_a_long_text_is_none():
    assert lowered('x = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"') == [
        '_1 <- `"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…`',
        '_2 <- _1',
    ]


def test_a_template_joins():
    assert lowered('`${host}/api/${path}?x`') == [
        "`/api/` text '/api/'",
        "`?x` text '?x'",
        '``${host}/api/${path}?x`` join `host` + `/api/` + `path` + `?x`',
        '`host` global host',
        '`path` global path',
    ]


def test_a_template_without_values_is_a_text():
    assert lowered('`plain`') == [
        "`plain` text 'plain'",
    ]


def test_a_tagged_template_joins():
    assert lowered('sql`a ${b}`') == [
        "`a` text 'a ' @a",
        '``a ${b}`` join `a` + `b`',
        '`sql` global sql',
        '`b` global b',
    ]


def test_a_chain_of_pluses_is_one_join():
    assert lowered('x = a + "/" + b + 1') == [
        '`"/"` text \'/\'',
        '`a + "/" + b + 1` join `a` + `"/"` + `b` + `1`',
        '_1 <- `a + "/" + b + 1`',
        '_2 <- _1',
        '`a` global a',
        '`b` global b',
    ]


def test_a_sum_inside_of_a_comparison():
    assert lowered('a + b > c + d') == [
        '`a + b` join `a` + `b`',
        '`c + d` join `c` + `d`',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`d` global d',
    ]


def test_new_url_joins_the_base_first():
    assert lowered('new URL("/api/chat", base)') == [
        '`"/api/chat"` text \'/api/chat\'',
        '`new URL("/api/chat", base)` call `URL`(`"/api/chat"`, `base`)',
        '`new URL("/api/chat", base)` join `base` + `"/api/chat"`',
        '`URL` global URL',
        '`base` global base',
    ]


def test_joining_an_array():
    assert lowered('[host, "api", ...rest].join("/")') == [
        '`"/"` text \'/\'',
        '`"api"` text \'api\'',
        '`[host, "api", ...rest].join("/")` join `host` + `"/"` + `"api"` + `"/"` + `rest`',
        '`host` global host',
        '`rest` global rest',
    ]


def test_joining_anything_else_is_a_call():
    assert lowered('parts.join("/")') == [
        '`parts.join` get `parts`.join',
        '`"/"` text \'/\'',
        '`parts.join("/")` call `parts.join`(`"/"`)',
        '`parts` global parts',
    ]


def test_either_may_be_the_value():
    assert lowered('x = a || b ?? c && d') == [
        '`a || b` <- `a`',
        '`a || b` <- `b`',
        '`c && d` <- `c`',
        '`c && d` <- `d`',
        '`a || b ?? c && d` <- `a || b`',
        '`a || b ?? c && d` <- `c && d`',
        '_1 <- `a || b ?? c && d`',
        '_2 <- _1',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`d` global d',
    ]


def test_a_condition_has_both_values():
    assert lowered('x = c ? a : b') == [
        '`c ? a : b` <- `a`',
        '`c ? a : b` <- `b`',
        '_1 <- `c ? a : b`',
        '_2 <- _1',
        '`c` global c',
        '`a` global a',
        '`b` global b',
    ]


def test_operators_without_a_value_that_flows():
    source = """
        x = -a * b === !c
        typeof a
        delete a.b
        void f()
        i++
    """
    assert lowered(source) == [
        '_1 <- `-a * b === !c`',
        '_2 <- _1',
        '`a.b` get `a`.b',
        '`f()` call `f`()',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`f` global f',
        '`i` global i',
    ]


def test_await_and_casts_are_copies():
    source = """
        x = await (f())
        y = a as T
        z = a satisfies T
        w = <T>a
        v = a!
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '`await (f())` <- `f()`',
        '_1 <- `await (f())`',
        '_2 <- _1',
        '`a as T` <- `a`',
        '`a as T` is a `T`',
        '_3 <- `a as T`',
        '_4 <- _3',
        '`a satisfies T` <- `a`',
        '`a satisfies T` is a `T`',
        '_5 <- `a satisfies T`',
        '_6 <- _5',
        '`<T>a` <- `a`',
        '`<T>a` is a `T`',
        '_7 <- `<T>a`',
        '_8 <- _7',
        '_9 <- `a`',
        '_10 <- _9',
        '`f` global f',
        '`a` global a',
        '`T` global T',
    ]


def test_a_comma_is_the_last_one():
    assert lowered('x = (f(), g)') == [
        '`f()` call `f`()',
        '_1 <- `g`',
        '_2 <- _1',
        '`f` global f',
        '`g` global g',
    ]


def test_instanceof_says_what_it_is():
    assert lowered('e instanceof ResponseError') == [
        '`e` is a `ResponseError`',
        '`e` global e',
        '`ResponseError` global ResponseError',
    ]


def test_in_asks_for_a_key():
    assert lowered('"k" in x') == [
        '`"k"` text \'k\'',
        '_1 get `x`.k',
        '`x` global x',
    ]


def test_an_augmented_assignment_joins_or_chooses():
    source = """
        let a = 1
        a += b
        a ||= c
        a -= d
        o.p ??= e
    """
    assert lowered(source) == [
        '_1 <- `1`',
        '_2 <- _1',
        '`a += b` join _1 + `b`',
        '_3 <- `a += b`',
        '_2 <- _3',
        '`a ||= c` <- _3',
        '`a ||= c` <- `c`',
        '_4 <- `a ||= c`',
        '_2 <- _4',
        '_5 <- `a -= d`',
        '_2 <- _5',
        '`o.p` get `o`.p',
        '`o.p ??= e` <- `o.p`',
        '`o.p ??= e` <- `e`',
        'put `o`.p <- `o.p ??= e`',
        '`b` global b',
        '`c` global c',
        '`d` global d',
        '`o` global o',
        '`e` global e',
    ]


def test_an_assignment_is_its_value():
    assert lowered('a = b = c') == [
        '_1 <- `c`',
        '_2 <- _1',
        '_3 <- `c`',
        '_4 <- _3',
        '`c` global c',
    ]


def test_an_object():
    assert lowered('x = { a, b: 1, "c": 2, ["d"]: 3, [e]: 4, ...f }') == [
        '`{ a, b: 1, "c": 2, ["d"]: 3, [e]: 4, ..…` record {a: `a`, b: `1`, c: `2`, d: `3`, []: `4` @e, ...: `f` @...f}',
        '_1 <- `{ a, b: 1, "c": 2, ["d"]: 3, [e]: 4, ..…`',
        '_2 <- _1',
        '`a` global a',
        '`e` global e',
        '`f` global f',
    ]


def test_methods_and_getters_of_an_object():
    assert lowered('x = { m() { return this }, get g() { return 1 }, set g(v) {}, f: function () { return this }, h: () => this }') == [
        '(m this) <- `{ m() { return this }, get g() { return…`',
        '(m returns) <- (m this)',
        '`m() { return this }` function m()',
        '(g this) <- `{ m() { return this }, get g() { return…`',
        '(g returns) <- `1`',
        '`get g() { return 1 }` function g()',
        "(g this)'2 <- `{ m() { return this }, get g() { return…`",
        '_1 <- `v`',
        '`set g(v) {}` function g(v: `v`)',
        '(function () { return this } this) <- `{ m() { return this }, get g() { return…`',
        '(function () { return this } returns) <- (function () { return this } this)',
        '`function () { return this }` function ()',
        '(() => this returns) <- _2',
        '`() => this` function ()',
        '`{ m() { return this }, get g() { return…` record {m: `m() { return this }`, g: (g returns), f: `function () { return this }`, h: `() => this`}',
        '_3 <- `{ m() { return this }, get g() { return…`',
        '_4 <- _3',
    ]


def test_an_array():
    assert lowered('x = [a, , b, ...c, d]') == [
        '`[a, , b, ...c, d]` record {[]: `a`, 0: `a`, []: `b`, 2: `b`, ...: `c` @...c, []: `d`}',
        '_1 <- `[a, , b, ...c, d]`',
        '_2 <- _1',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`d` global d',
    ]


def test_arrays_are_numbered_up_to_twenty():
    assert lowered('x = [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a]') == [
        '`[a, a, a, a, a, a, a, a, a, a, a, a, a,…` record {[]: `a`, 0: `a`, []: `a`, 1: `a`, []: `a`, 2: `a`, []: `a`, 3: `a`, []: `a`, 4: `a`, []: `a`, 5: `a`, []: `a`, 6: `a`, []: `a`, 7: `a`, []: `a`, 8: `a`, []: `a`, 9: `a`, []: `a`, 10: `a`, []: `a`, 11: `a`, []: `a`, 12: `a`, []: `a`, 13: `a`, []: `a`, 14: `a`, []: `a`, 15: `a`, []: `a`, 16: `a`, []: `a`, 17: `a`, []: `a`, 18: `a`, []: `a`, 19: `a`, []: `a`, []: `a`}',
        '_1 <- `[a, a, a, a, a, a, a, a, a, a, a, a, a,…`',
        '_2 <- _1',
        '`a` global a',
    ]


def test_this_of_a_file_is_unknown():
    assert lowered('this.a') == [
        '`this.a` get _1.a',
    ]


def test_meta_is_a_name():
    assert lowered('import.meta.env.VITE_URL') == [
        '`import.meta.env` get `import.meta`.env',
        '`import.meta.env.VITE_URL` get `import.meta.env`.VITE_URL',
        '`import.meta` global import.meta',
    ]
