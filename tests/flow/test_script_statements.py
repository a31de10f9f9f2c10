"""Statements of JavaScript, lowered."""

from tests.flow.script_forms import lowered


def test_a_constant_is_its_value():
    source = """
        const a = f()
        a.b
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '`a.b` get `f()`.b',
        '`f` global f',
    ]


def test_a_variable_has_versions():
    source = """
        let a = f()
        a = a.b
        a.c
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '_2 <- _1',
        '`a.b` get _1.b',
        '_3 <- `a.b`',
        '_2 <- _3',
        '`a.c` get _3.c',
        '`f` global f',
    ]


def test_branches_join():
    source = """
        let a = f()
        if (a) { a = g() } else { a = h() }
        a.b
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '_2 <- _1',
        '`g()` call `g`()',
        '_3 <- `g()`',
        '_2 <- _3',
        '`h()` call `h`()',
        '_4 <- `h()`',
        '_2 <- _4',
        '_5 <- _3',
        '_5 <- _4',
        '`a.b` get _5.b',
        '`f` global f',
        '`g` global g',
        '`h` global h',
    ]


def test_a_branch_that_ends_is_left_out():
    source = """
        function f() {
          let a = g()
          if (a) { a = h(); return }
          return a.b
        }
    """
    assert lowered(source) == [
        '`g()` call `g`()',
        '_1 <- `g()`',
        '_2 <- _1',
        '`h()` call `h`()',
        '_3 <- `h()`',
        '_2 <- _3',
        '`a.b` get _1.b',
        '(f returns) <- `a.b`',
        '`function f() { let a = g() if (a) { a =…` function f()',
        '_4 <- `function f() { let a = g() if (a) { a =…`',
        '`g` global g',
        '`h` global h',
    ]


def test_else_if_is_flat():
    source = """
        let a
        if (b) a = 1
        else if (c) a = 2
        a.d
    """
    assert lowered(source) == [
        '_1 <- `a`',
        '_2 <- _1',
        '_3 <- `1`',
        '_2 <- _3',
        '_4 <- `2`',
        '_2 <- _4',
        '_5 <- _3',
        '_5 <- _4',
        '_5 <- _1',
        '`a.d` get _5.d',
        '`b` global b',
        '`c` global c',
    ]


def test_a_loop_sees_the_last_round():
    source = """
        let a = f()
        while (a.b) { a = g(a) }
        a.c
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '_2 <- _1',
        '_3 <- _1',
        '`a.b` get _3.b',
        '`g(a)` call `g`(_3 @a)',
        '_4 <- `g(a)`',
        '_2 <- _4',
        '_3 <- _4',
        '_5 <- _4',
        '_5 <- _1',
        '`a.c` get _5.c',
        '`f` global f',
        '`g` global g',
    ]


def test_for_of_gets_each():
    assert lowered('for (const x of xs) { x.a }') == [
        '`x` get `xs`.[] @x',
        '_1 <- `x`',
        '`x.a` get `x`.a',
        '`xs` global xs',
    ]


def test_for_await_with_a_pattern():
    assert lowered('for await (const [k, { v }] of xs) { v.a }') == [
        '`[k, { v }]` get `xs`.[] @[k, { v }]',
        '`k` get `[k, { v }]`.0 @k',
        '_1 <- `k`',
        '`{ v }` get `[k, { v }]`.1 @{ v }',
        '`v` get `{ v }`.v',
        '_2 <- `v`',
        '`v.a` get `v`.a',
        '`xs` global xs',
    ]


def test_for_in_has_an_unknown_key():
    assert lowered('for (const k in o) { o[k] }') == [
        '_1 <- `k`',
        '`o[k]` get `o`.[] @k',
        '`o` global o',
    ]


def test_for_of_assigns_to_a_variable_outside():
    source = """
        let x
        for (x of xs) {}
        x.a
    """
    assert lowered(source) == [
        '_1 <- `x`',
        '_2 <- _1',
        "`x`'2 get `xs`.[] @x",
        "_3 <- `x`'2",
        '_2 <- _3',
        '_4 <- _3',
        '_4 <- _1',
        '`x.a` get _4.a',
        '`xs` global xs',
    ]


def test_a_plain_for():
    assert lowered('for (let i = 0, n = f(); i < n; i++) { g(xs[i]) }') == [
        '_1 <- `0`',
        '_2 <- _1',
        '`f()` call `f`()',
        '_3 <- `f()`',
        '_4 <- _3',
        '_5 <- _1',
        '_6 <- _3',
        '`xs[i]` get `xs`.[] @i',
        '`g(xs[i])` call `g`(`xs[i]`)',
        '_7 <- _5',
        '_7 <- _1',
        '_8 <- _6',
        '_8 <- _3',
        '`f` global f',
        '`g` global g',
        '`xs` global xs',
    ]


def test_a_switch_joins_its_cases():
    source = """
        let a
        switch (k) {
          case 1: a = f(); break
          default: a = g()
        }
        a.b
    """
    assert lowered(source) == [
        '_1 <- `a`',
        '_2 <- _1',
        '`f()` call `f`()',
        '_3 <- `f()`',
        '_2 <- _3',
        '`g()` call `g`()',
        '_4 <- `g()`',
        '_2 <- _4',
        '_5 <- _3',
        '_5 <- _4',
        '`a.b` get _5.b',
        '`k` global k',
        '`f` global f',
        '`g` global g',
    ]


def test_a_handler_sees_both():
    source = """
        let a = f()
        try { a = g() } catch ({ message }) { a.b; message } finally { a.c }
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '_2 <- _1',
        '`g()` call `g`()',
        '_3 <- `g()`',
        '_2 <- _3',
        '_4 <- _3',
        '_4 <- _1',
        '`message` get `{ message }`.message',
        '_5 <- `message`',
        '_6 <- _5',
        '`a.b` get _4.b',
        '_7 <- _3',
        '_7 <- _4',
        '_7 <- _1',
        '`a.c` get _7.c',
        '`f` global f',
        '`g` global g',
    ]


def test_an_error_without_a_name():
    assert lowered('try { f() } catch { g() }') == [
        '`f()` call `f`()',
        '`g()` call `g`()',
        '`f` global f',
        '`g` global g',
    ]


def test_an_inner_block_has_its_own_names():
    source = """
        const a = f()
        { const a = g(); a.b }
        a.c
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '`g()` call `g`()',
        '_2 <- `g()`',
        '`a.b` get `g()`.b',
        '`a.c` get `f()`.c',
        '`f` global f',
        '`g` global g',
    ]


def test_a_loop_has_its_own_names():
    source = """
        const m = f()
        for (const m of xs) { m.a }
        m.b
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '`m` get `xs`.[] @m',
        '_2 <- `m`',
        '`m.a` get `m`.a',
        '`m.b` get `f()`.b',
        '`f` global f',
        '`xs` global xs',
    ]


def test_a_var_belongs_to_the_function():
    source = """
        function f() {
          if (c) { var a = g() }
          return a
        }
    """
    assert lowered(source) == [
        '`g()` call `g`()',
        '_1 <- `g()`',
        '_2 <- _1',
        '(f returns) <- _1',
        '`function f() { if (c) { var a = g() } r…` function f()',
        '_3 <- `function f() { if (c) { var a = g() } r…`',
        '`c` global c',
        '`g` global g',
    ]


def test_a_name_of_the_file_is_not_the_inner_one():
    source = """
        const a = f()
        function g() {
          { let a = h() }
          return a
        }
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '`h()` call `h`()',
        '_2 <- `h()`',
        '_3 <- _2',
        '(g returns) <- `a`',
        '`function g() { { let a = h() } return a…` function g()',
        '_4 <- `function g() { { let a = h() } return a…`',
        '`f` global f',
        '`h` global h',
        '`a` <- _1',
    ]


def test_a_function_is_known_before_it_is_defined():
    source = """
        f()
        function f() {}
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '`function f() {}` function f()',
        '_1 <- `function f() {}`',
        '`f` <- _1',
    ]


def test_an_inner_function_sees_all_versions():
    source = """
        let a = f()
        const g = () => a
        a = h()
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '_2 <- _1',
        '(() => a returns) <- `a`',
        '`() => a` function ()',
        '_3 <- `() => a`',
        '`h()` call `h`()',
        '_4 <- `h()`',
        '_2 <- _4',
        '`f` global f',
        '`a` <- _2',
        '`h` global h',
    ]


def test_what_a_callback_assigns_arrives():
    source = """
        function f() {
          let text = ""
          on(part => { text = part })
          return text
        }
    """
    assert lowered(source) == [
        '`""` text \'\'',
        '_1 <- `""`',
        '_2 <- _1',
        '_3 <- `part`',
        '_2 <- `part`',
        "`part`'2 <- `part`",
        '`part => { text = part }` function (part: `part`)',
        '`on(part => { text = part })` call `on`(`part => { text = part }`)',
        '(f returns) <- _2',
        "_1 <- `part`'2",
        '`function f() { let text = "" on(part =>…` function f()',
        '_4 <- `function f() { let text = "" on(part =>…`',
        '`on` global on',
    ]


def test_a_callback_assigns_to_the_right_function():
    source = """
        function f() {
          const g = () => { a = h() }
          let a
          return a
        }
    """
    assert lowered(source) == [
        '`h()` call `h`()',
        '_1 <- `h()`',
        "`h()`'2 <- `h()`",
        '`() => { a = h() }` function ()',
        '_2 <- `() => { a = h() }`',
        '_3 <- `a`',
        '_1 <- _3',
        '(f returns) <- _1',
        "_3 <- `h()`'2",
        '`function f() { const g = () => { a = h(…` function f()',
        '_4 <- `function f() { const g = () => { a = h(…`',
        '`h` global h',
    ]


def test_what_throws_ends():
    source = """
        function f() {
          let a = g()
          if (a) { a = h(); throw new E(a) }
          return a
        }
    """
    assert lowered(source) == [
        '`g()` call `g`()',
        '_1 <- `g()`',
        '_2 <- _1',
        '`h()` call `h`()',
        '_3 <- `h()`',
        '_2 <- _3',
        '`new E(a)` call `E`(_3 @a)',
        '(f returns) <- _1',
        '`function f() { let a = g() if (a) { a =…` function f()',
        '_4 <- `function f() { let a = g() if (a) { a =…`',
        '`g` global g',
        '`h` global h',
        '`E` global E',
    ]


def test_labels_and_empty_statements():
    assert lowered('outer: for (;;) { ; break outer }') == [
    ]


def test_a_namespace_is_an_object():
    source = """
        namespace N { export const a = 1; function f() {} }
        N.a
    """
    assert lowered(source) == [
        '_1 <- `1`',
        '`function f() {}` function f()',
        '_2 <- `function f() {}`',
        '`namespace N { export const a = 1; funct…` record {a: `1`, f: `function f() {}`}',
        '_3 <- `namespace N { export const a = 1; funct…`',
        '`N.a` get `namespace N { export const a = 1; funct…`.a',
    ]
