"""Expressions of Python, lowered."""

from tests.flow.python_forms import lowered


def test_attributes_and_keys_are_got():
    assert lowered('r.message["content"]') == [
        '`r.message` get `r`.message',
        '`r.message["content"]` get `r.message`.content',
        '`r` global r',
    ]


def test_an_index_is_a_number_or_unknown():
    source = """
        x[0]
        x[-1]
        x[i]
        x[a, b]
        x[f()]
    """
    assert lowered(source) == [
        '`x[0]` get `x`.0',
        '`x[-1]` get `x`.[] @-1',
        '`x[i]` get `x`.[] @i',
        '`x[a, b]` get `x`.[] @x[a, b]',
        '`f()` call `f`()',
        '`x[f()]` get `x`.[] @f()',
        '`x` global x',
        '`i` global i',
        '`a` global a',
        '`b` global b',
        '`f` global f',
    ]


def test_a_slice_is_the_whole():
    assert lowered('x[1:n]') == [
        '`x[1:n]` <- `x`',
        '`x` global x',
        '`n` global n',
    ]


def test_what_is_written_is_put():
    source = """
        x.a = 1
        x["b"] = 2
        x[0] = 3
        x[i] = 4
    """
    assert lowered(source) == [
        'put `x`.a <- `1`',
        'put `x`.b <- `2`',
        'put `x`.0 <- `3`',
        'put `x`.[] <- `4` @i',
        '`x` global x',
        '`i` global i',
    ]


def test_await_is_a_copy_and_parentheses_are_nothing():
    assert lowered('(await f)') == [
        '`await f` <- `f`',
        '`f` global f',
    ]


def test_either_operand_of_or_and_and_may_be_the_value():
    source = """
        a or b or c
        a and b
    """
    assert lowered(source) == [
        '`a or b or c` <- `a`',
        '`a or b or c` <- `b`',
        '`a or b or c` <- `c`',
        '`a and b` <- `a`',
        '`a and b` <- `b`',
        '`a` global a',
        '`b` global b',
        '`c` global c',
    ]


def test_either_side_of_a_conditional_may_be_the_value():
    assert lowered('a if c() else b') == [
        '`c()` call `c`()',
        '`a if c() else b` <- `a`',
        '`a if c() else b` <- `b`',
        '`c` global c',
        '`a` global a',
        '`b` global b',
    ]


def test_a_comparison_says_nothing_of_values():
    source = """
        a.b == f()
        not x.y
    """
    assert lowered(source) == [
        '`a.b` get `a`.b',
        '`f()` call `f`()',
        '`x.y` get `x`.y',
        '`a` global a',
        '`f` global f',
        '`x` global x',
    ]


def test_asking_whether_a_key_is_there_gets_it():
    source = """
        "k" in x
        "k" not in x
        k in x
    """
    assert lowered(source) == [
        '_1 get `x`.k',
        '_2 get `x`.k',
        '`x` global x',
        '`k` global k',
    ]


def test_a_sum_is_joined_in_order():
    assert lowered('a + "/b" + f"{c}"') == [
        '`"/b"` text \'/b\'',
        '`f"{c}"` join `c`',
        '`a + "/b" + f"{c}"` join `a` + `"/b"` + `f"{c}"`',
        '`a` global a',
        '`c` global c',
    ]


def test_other_arithmetic_is_unknown():
    assert lowered('a * b.c - d') == [
        '`b.c` get `b`.c',
        '`a` global a',
        '`b` global b',
        '`d` global d',
    ]


def test_a_merge_of_dicts_is_both():
    assert lowered('a | b') == [
        '`a | b` <- `a`',
        '`a | b` <- `b`',
        '`a` global a',
        '`b` global b',
    ]


def test_an_f_string_joins_its_parts():
    assert lowered('x = f"{host}:{port!r:>{width}}/api\\n{{x}}"') == [
        "`:` text ':'",
        "`/api\\n{{x}}` text '/api\\n{x}' @/api\\n{{x}}",
        '`f"{host}:{port!r:>{width}}/api\\n{{x}}"` join `host` + `:` + `port` + `/api\\n{{x}}`',
        '(x) <- `f"{host}:{port!r:>{width}}/api\\n{{x}}"`',
        '`host` global host',
        '`width` global width',
        '`port` global port',
    ]


def test_adjacent_strings_are_joined():
    assert lowered('("a" f"{b}" \'c\')') == [
        "`a` text 'a'",
        "`c` text 'c'",
        '`"a" f"{b}" \'c\'` join `a` + `b` + `c`',
        '`b` global b',
    ]


def test_a_percent_template_is_filled_in():
    source = """
        "%s/api/%d" % (base, n)
        "%(host)s/x" % vars
        URL % base
        n % 2
    """
    assert lowered(source) == [
        "`/api/` text '/api/'",
        '`"%s/api/%d" % (base, n)` join `base` + `/api/` + `n`',
        '`%(host)s` get `vars`.host',
        "`/x` text '/x'",
        '`"%(host)s/x" % vars` join `%(host)s` + `/x`',
        '`URL % base` join `URL` + `base`',
        '`base` global base',
        '`n` global n',
        '`vars` global vars',
        '`URL` global URL',
    ]


def test_a_format_template_is_filled_in():
    source = """
        "{}/api/{name}".format(base, name=n)
        "{0.a}{{}}{1!r}".format(a, b)
        URL.format(a, b=c)
    """
    assert lowered(source) == [
        "`/api/` text '/api/'",
        '`"{}/api/{name}".format(base, name=n)` join `base` + `/api/` + `n`',
        "`{{}}` text '{{}}'",
        '`"{0.a}{{}}{1!r}".format(a, b)` join `a` + `{{}}` + `b`',
        '`URL.format(a, b=c)` join `URL` + `a` + `c`',
        '`base` global base',
        '`n` global n',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`URL` global URL',
    ]


def test_paths_and_urls_are_joined():
    source = """
        urljoin(a, "/b")
        urllib.parse.urljoin(a, b)
        os.path.join(a, *b)
        "/".join([a, "b"])
        ", ".join(xs)
    """
    assert lowered(source) == [
        '`"/b"` text \'/b\'',
        '`urljoin(a, "/b")` join `a` + `"/b"`',
        '`urllib.parse.urljoin(a, b)` join `a` + `b`',
        '`os.path.join(a, *b)` join `a` + `b`',
        '`"/"` text \'/\'',
        '`"b"` text \'b\'',
        '`"/".join([a, "b"])` join `a` + `"/"` + `"b"`',
        '`", "` text \', \' @,',
        '_1 get `xs`.[] @xs',
        '`", ".join(xs)` join _1',
        '`a` global a',
        '`b` global b',
        '`xs` global xs',
    ]


def test_escapes_are_undone():
    source = r"""
        x = "a\n\x41\u00e9\\"
        y = r"a\n"
    """
    assert lowered(source) == [
        '`"a\\n\\x41\\u00e9\\\\"` text \'a\\nAé\\\\\' @a\\n\\x41\\u00e9\\\\',
        '(x) <- `"a\\n\\x41\\u00e9\\\\"`',
        '`r"a\\n"` text \'a\\\\n\'',
        '(y) <- `r"a\\n"`',
    ]


def test_a_long_string_is_no_text():
    assert lowered('x = "{}"'.format("a" * 301)) == ['(x) <- `"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…`']


def test_a_list_is_known_by_number_a_set_is_not():
    source = """
        [a, b]
        (a,)
        {a}
        [*a, b]
    """
    assert lowered(source) == [
        '`[a, b]` record {[]: `a`, 0: `a`, []: `b`, 1: `b`}',
        '`(a,)` record {[]: `a`, 0: `a`}',
        '`{a}` record {[]: `a`}',
        '`[*a, b]` record {...: `a` @*a, []: `b`}',
        '`a` global a',
        '`b` global b',
    ]


def test_a_dict_has_its_keys():
    assert lowered('{"a": x, 1: y, k: z, **more}') == [
        '`{"a": x, 1: y, k: z, **more}` record {a: `x`, 1: `y`, []: `z` @k, ...: `more` @**more}',
        '`x` global x',
        '`y` global y',
        '`k` global k',
        '`z` global z',
        '`more` global more',
    ]


def test_a_comprehension_is_a_list_of_one():
    source = """
        [f(x) for x in xs if x.a]
        {k: v.a for k, v in d.items()}
        (y async for x in xs for y in x)
    """
    assert lowered(source) == [
        '`x` get `xs`.[] @xs',
        '(x) <- `x`',
        '`x.a` get `x`.a',
        '`f(x)` call `f`(`x`)',
        '`[f(x) for x in xs if x.a]` record {[]: `f(x)`}',
        '`d.items` get `d`.items',
        '`d.items()` call `d.items`()',
        '_1 get `d`.[] @d.items()',
        '_2 record {1: _1 @d.items()}',
        '`d.items()` record {[]: _2 @d.items()}',
        '`k, v` get `d.items()`.[] @d.items()',
        '`k` get `k, v`.0 @k',
        '(k) <- `k`',
        '`v` get `k, v`.1 @v',
        '(v) <- `v`',
        '`v.a` get `v`.a',
        '`{k: v.a for k, v in d.items()}` record {[]: `v.a`}',
        "`x`'2 get `xs`.[] @xs",
        "(x) <- `x`'2",
        "`y` get `x`'2.[] @x",
        '(y) <- `y`',
        '`(y async for x in xs for y in x)` record {[]: `y`}',
        '`xs` global xs',
        '`f` global f',
        '`d` global d',
    ]


def test_a_comprehension_keeps_its_names_to_itself():
    source = """
        x = a
        [x for x in xs]
        print(x)
    """
    assert lowered(source) == [
        '(x) <- `a`',
        '`x` get `xs`.[] @xs',
        '(x) <- `x`',
        '`[x for x in xs]` record {[]: `x`}',
        '`print(x)` call `print`(`a` @x)',
        '`a` global a',
        '`xs` global xs',
        '`print` global print',
    ]


def test_a_generator_is_an_argument():
    assert lowered('any(x.a for x in xs)') == [
        '`x` get `xs`.[] @xs',
        '(x) <- `x`',
        '`x.a` get `x`.a',
        '`(x.a for x in xs)` record {[]: `x.a`}',
        '`any(x.a for x in xs)` call `any`(`(x.a for x in xs)`)',
        '`any` global any',
        '`xs` global xs',
    ]


def test_a_lambda_returns_its_body():
    assert lowered('f = lambda x, *y, z=d: x.a') == [
        '`z` <- `d`',
        '`lambda x, *y, z=d: x.a` function (x: `x`, *y: `y`, z: `z`)',
        '_1 <- `x`',
        '_2 <- `y`',
        '_3 <- `z`',
        '`x.a` get `x`.a',
        '(lambda x, *y, z=d: x.a returns) <- `x.a`',
        '(f) <- `lambda x, *y, z=d: x.a`',
        '`d` global d',
    ]


def test_yield_goes_to_what_is_yielded():
    source = """
        def f():
            x = yield a
            yield from b
            yield
    """
    assert lowered(source) == [
        '`f` function f()',
        '(f yields) <- `a`',
        '_1 <- `yield a`',
        '(f yields) get `b`.[] @b',
        '`yield from b` <- `b`',
        '(f) <- `f`',
        '`a` global a',
        '`b` global b',
    ]
