"""Calls of Python, and what they do besides."""

from tests.flow.python_forms import lowered


def test_a_call_has_positional_named_and_spread_arguments():
    assert lowered('f(a, *b, c=d, **e)') == [
        '`f(a, *b, c=d, **e)` call `f`(`a`, ...=`b` @*b, c=`d`, ...=`e` @**e)',
        '`f` global f',
        '`a` global a',
        '`b` global b',
        '`d` global d',
        '`e` global e',
    ]


def test_get_with_a_constant_key_is_a_get_too():
    source = """
        x.get("k", d)
        x.get(k)
        queue.get()
    """
    assert lowered(source) == [
        '`x.get` get `x`.get',
        '`"k"` text \'k\'',
        '`x.get("k", d)` call `x.get`(`"k"`, `d`)',
        '`x.get("k", d)` get `x`.k',
        '`x.get("k", d)` <- `d`',
        "`x.get`'2 get `x`.get",
        "`x.get(k)` call `x.get`'2(`k`)",
        '`queue.get` get `queue`.get',
        '`queue.get()` call `queue.get`()',
        '`queue.get()` get `queue`.[] @queue.get()',
        '`x` global x',
        '`d` global d',
        '`k` global k',
        '`queue` global queue',
    ]


def test_what_is_given_by_name_to_get_is_no_default():
    assert lowered('requests.get("/x", params=p)') == [
        '`requests.get` get `requests`.get',
        '`"/x"` text \'/x\'',
        '`requests.get("/x", params=p)` call `requests.get`(`"/x"`, params=`p`)',
        '`requests.get("/x", params=p)` get `requests`./x',
        '`requests` global requests',
        '`p` global p',
    ]


def test_pop_and_setdefault_are_gets_too():
    source = """
        x.pop("k", d)
        x.pop(0)
        x.setdefault("k", d)
    """
    assert lowered(source) == [
        '`x.pop` get `x`.pop',
        '`"k"` text \'k\'',
        '`x.pop("k", d)` call `x.pop`(`"k"`, `d`)',
        '`x.pop("k", d)` get `x`.k',
        '`x.pop("k", d)` <- `d`',
        "`x.pop`'2 get `x`.pop",
        "`x.pop(0)` call `x.pop`'2(`0`)",
        '`x.pop(0)` get `x`.[] @x.pop(0)',
        '`x.setdefault` get `x`.setdefault',
        '`"k"`\'2 text \'k\'',
        '`x.setdefault("k", d)` call `x.setdefault`(`"k"`\'2, `d`)',
        '`x.setdefault("k", d)` get `x`.k',
        '`x.setdefault("k", d)` <- `d`',
        'put `x`.k <- `d`',
        '`x` global x',
        '`d` global d',
    ]


def test_getattr_and_its_like_with_a_constant_name():
    source = """
        getattr(x, "k", d)
        hasattr(x, "k")
        setattr(x, "k", v)
        getattr(x, k)
    """
    assert lowered(source) == [
        '`"k"` text \'k\'',
        '`getattr(x, "k", d)` call `getattr`(`x`, `"k"`, `d`)',
        '`getattr(x, "k", d)` get `x`.k',
        '`getattr(x, "k", d)` <- `d`',
        '`"k"`\'2 text \'k\'',
        '`hasattr(x, "k")` call `hasattr`(`x`, `"k"`\'2)',
        '_1 get `x`.k',
        '`"k"`\'3 text \'k\'',
        '`setattr(x, "k", v)` call `setattr`(`x`, `"k"`\'3, `v`)',
        'put `x`.k <- `v`',
        '`getattr(x, k)` call `getattr`(`x`, `k`)',
        '`getattr` global getattr',
        '`x` global x',
        '`d` global d',
        '`hasattr` global hasattr',
        '`setattr` global setattr',
        '`v` global v',
        '`k` global k',
    ]


def test_what_is_appended_is_put():
    source = """
        x.append(a)
        x.insert(0, b)
        x.extend(c)
        x.update({"k": d}, e=f)
    """
    assert lowered(source) == [
        '`x.append` get `x`.append',
        '`x.append(a)` call `x.append`(`a`)',
        'put `x`.[] <- `a` @a',
        '`x.insert` get `x`.insert',
        '`x.insert(0, b)` call `x.insert`(`0`, `b`)',
        'put `x`.[] <- `b` @b',
        '`x.extend` get `x`.extend',
        '`x.extend(c)` call `x.extend`(`c`)',
        'put `x`.... <- `c` @c',
        '`x.update` get `x`.update',
        '`{"k": d}` record {k: `d`}',
        '`x.update({"k": d}, e=f)` call `x.update`(`{"k": d}`, e=`f`)',
        'put `x`.... <- `{"k": d}` @{"k": d}',
        'put `x`.e <- `f`',
        '`x` global x',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`d` global d',
        '`f` global f',
    ]


def test_enumerate_and_zip_and_items_are_pairs():
    source = """
        for i, x in enumerate(xs): f(x)
        for a, b in zip(xs, ys): f(a, b)
        for k, v in d.items(): f(v)
    """
    assert lowered(source) == [
        '_1 get `xs`.[] @xs',
        '_2 record {1: _1 @xs}',
        '`enumerate(xs)` record {[]: _2 @enumerate(xs)}',
        '`i, x` get `enumerate(xs)`.[] @enumerate(xs)',
        '`i` get `i, x`.0 @i',
        '(i) <- `i`',
        '`x` get `i, x`.1 @x',
        '(x) <- `x`',
        '`f(x)` call `f`(`x`)',
        '_3 get `xs`.[] @xs',
        '_4 get `ys`.[] @ys',
        '_5 record {0: _3 @xs, 1: _4 @ys}',
        '`zip(xs, ys)` record {[]: _5 @zip(xs, ys)}',
        '`a, b` get `zip(xs, ys)`.[] @zip(xs, ys)',
        '`a` get `a, b`.0 @a',
        '(a) <- `a`',
        '`b` get `a, b`.1 @b',
        '(b) <- `b`',
        '`f(a, b)` call `f`(`a`, `b`)',
        '`d.items` get `d`.items',
        '`d.items()` call `d.items`()',
        '_6 get `d`.[] @d.items()',
        '_7 record {1: _6 @d.items()}',
        '`d.items()` record {[]: _7 @d.items()}',
        '`k, v` get `d.items()`.[] @d.items()',
        '`k` get `k, v`.0 @k',
        '(k) <- `k`',
        '`v` get `k, v`.1 @v',
        '(v) <- `v`',
        '`f(v)` call `f`(`v`)',
        '`xs` global xs',
        '`f` global f',
        '`ys` global ys',
        '`d` global d',
    ]


def test_pairs_within_pairs():
    assert lowered('for i, (a, b) in enumerate(zip(xs, ys)): f(a, b)') == [
        '_1 get `xs`.[] @xs',
        '_2 get `ys`.[] @ys',
        '_3 record {0: _1 @xs, 1: _2 @ys}',
        '`zip(xs, ys)` record {[]: _3 @zip(xs, ys)}',
        '_4 get `zip(xs, ys)`.[] @zip(xs, ys)',
        '_5 record {1: _4 @zip(xs, ys)}',
        '`enumerate(zip(xs, ys))` record {[]: _5 @enumerate(zip(xs, ys))}',
        '`i, (a, b)` get `enumerate(zip(xs, ys))`.[] @enumerate(zip(xs, ys))',
        '`i` get `i, (a, b)`.0 @i',
        '(i) <- `i`',
        '`(a, b)` get `i, (a, b)`.1 @(a, b)',
        '`a` get `(a, b)`.0 @a',
        '(a) <- `a`',
        '`b` get `(a, b)`.1 @b',
        '(b) <- `b`',
        '`f(a, b)` call `f`(`a`, `b`)',
        '`xs` global xs',
        '`ys` global ys',
        '`f` global f',
    ]


def test_map_calls_its_function_and_filter_too():
    source = """
        map(f, xs)
        filter(f, xs)
    """
    assert lowered(source) == [
        '_1 get `xs`.[] @xs',
        '_2 call `f`(_1 @xs)',
        '`map(f, xs)` record {[]: _2 @map(f, xs)}',
        '_3 get `xs`.[] @xs',
        '_4 call `f`(_3 @xs)',
        '`filter(f, xs)` <- `xs`',
        '`f` global f',
        '`xs` global xs',
    ]


def test_next_is_one_of_them():
    source = """
        next(xs, d)
        await anext(xs)
    """
    assert lowered(source) == [
        '`next(xs, d)` get `xs`.[] @xs',
        '`next(xs, d)` <- `d`',
        '`anext(xs)` get `xs`.[] @xs',
        '`await anext(xs)` <- `anext(xs)`',
        '`xs` global xs',
        '`d` global d',
    ]


def test_isinstance_says_what_the_value_is():
    assert lowered('isinstance(x, (A, b.C, str))') == [
        '`x` is a `A`',
        '`b.C` get `b`.C',
        '`x` is a `b.C`',
        '`x` global x',
        '`A` global A',
        '`b` global b',
    ]


def test_a_cast_is_its_value():
    source = """
        cast(A, x)
        typing.cast("B", y)
    """
    assert lowered(source) == [
        '`cast(A, x)` <- `x`',
        '`cast(A, x)` is a `A`',
        '`typing.cast("B", y)` <- `y`',
        '`typing.cast("B", y)` is a `B`',
        '`x` global x',
        '`A` global A',
        '`y` global y',
        '`B` global B',
    ]


def test_a_dict_of_keywords_is_a_record():
    source = """
        dict(base, a=x, **more)
        dict(x)
    """
    assert lowered(source) == [
        '`dict(base, a=x, **more)` record {...: `base`, a: `x`, ...: `more` @**more}',
        '`dict(x)` call `dict`(`x`)',
        '`base` global base',
        '`x` global x',
        '`more` global more',
        '`dict` global dict',
    ]


def test_a_module_is_imported_by_a_call():
    source = """
        importlib.import_module("ollama")
        __import__("ollama")
        import_module(name)
    """
    assert lowered(source) == [
        '`importlib.import_module` get `importlib`.import_module',
        '`"ollama"` text \'ollama\'',
        '`importlib.import_module("ollama")` call `importlib.import_module`(`"ollama"`)',
        '`importlib.import_module("ollama")` import ollama * @ollama',
        '`"ollama"`\'2 text \'ollama\'',
        '`__import__("ollama")` call `__import__`(`"ollama"`\'2)',
        '`__import__("ollama")` import ollama * @ollama',
        '`import_module(name)` call `import_module`(`name`)',
        '`importlib` global importlib',
        '`__import__` global __import__',
        '`import_module` global import_module',
        '`name` global name',
    ]


def test_partial_is_an_ordinary_call():
    assert lowered('functools.partial(f, a=1)') == [
        '`functools.partial` get `functools`.partial',
        '`functools.partial(f, a=1)` call `functools.partial`(`f`, a=`1`)',
        '`functools` global functools',
        '`f` global f',
    ]


def test_super_is_this_as_an_instance_of_the_bases():
    source = """
        class A(B):
            def f(self):
                super().f(x)
    """
    assert lowered(source) == [
        '`f` function f()',
        '(f this) <- (A this)',
        '_1 <- (f this)',
        '`super()` <- (f this)',
        '`super()` is a `B` @super',
        '`super().f` get `super()`.f',
        '`super().f(x)` call `super().f`(`x`)',
        '_2 <- `f`',
        '`A` class A(`B`) {f: _2}',
        '(A) <- `A`',
        '`B` global B',
        '`x` global x',
    ]


def test_super_elsewhere_is_an_ordinary_call():
    assert lowered('super(x)') == [
        '`super(x)` call `super`(`x`)',
        '`super` global super',
        '`x` global x',
    ]
