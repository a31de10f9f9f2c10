"""Calls in JavaScript, lowered."""

from tests.flow.script_forms import lowered


def test_a_call_with_all_kinds_of_arguments():
    assert lowered('f(a, { b: 1 }, ...c)') == [
        '`{ b: 1 }` record {b: `1`}',
        '`f(a, { b: 1 }, ...c)` call `f`(`a`, `{ b: 1 }`, ...=`c` @...c)',
        '`f` global f',
        '`a` global a',
        '`c` global c',
    ]


def test_an_optional_call():
    assert lowered('f?.(a)') == [
        '`f?.(a)` call `f`(`a`)',
        '`f` global f',
        '`a` global a',
    ]


def test_a_new_object_is_a_call():
    source = """
        new Ollama({ host })
        new X
    """
    assert lowered(source) == [
        '`{ host }` record {host: `host`}',
        '`new Ollama({ host })` call `Ollama`(`{ host }`)',
        '`new X` call `X`()',
        '`Ollama` global Ollama',
        '`host` global host',
        '`X` global X',
    ]


def test_type_arguments_are_seen():
    assert lowered('f<ChatResponse>(a)') == [
        '_1 is a `ChatResponse`',
        '`f<ChatResponse>(a)` call `f`(`a`)',
        '`ChatResponse` global ChatResponse',
        '`f` global f',
        '`a` global a',
    ]


def test_a_get_with_a_constant_key():
    source = """
        m.get("k")
        m.get(k)
        client.get("/api/tags")
        client.get("k", options)
    """
    assert lowered(source) == [
        '`m.get` get `m`.get',
        '`"k"` text \'k\'',
        '`m.get("k")` call `m.get`(`"k"`)',
        '`m.get("k")` get `m`.k',
        "`m.get`'2 get `m`.get",
        "`m.get(k)` call `m.get`'2(`k`)",
        '`m.get(k)` get `m`.[] @k',
        '`client.get` get `client`.get',
        '`"/api/tags"` text \'/api/tags\'',
        '`client.get("/api/tags")` call `client.get`(`"/api/tags"`)',
        "`client.get`'2 get `client`.get",
        '`"k"`\'2 text \'k\'',
        '`client.get("k", options)` call `client.get`\'2(`"k"`\'2, `options`)',
        '`m` global m',
        '`k` global k',
        '`client` global client',
        '`options` global options',
    ]


def test_asking_for_a_key():
    source = """
        m.has("k")
        m.hasOwnProperty("k")
        Object.hasOwn(m, "k")
    """
    assert lowered(source) == [
        '`m.has` get `m`.has',
        '`"k"` text \'k\'',
        '`m.has("k")` call `m.has`(`"k"`)',
        '_1 get `m`.k',
        '`m.hasOwnProperty` get `m`.hasOwnProperty',
        '`"k"`\'2 text \'k\'',
        '`m.hasOwnProperty("k")` call `m.hasOwnProperty`(`"k"`\'2)',
        '_2 get `m`.k',
        '`Object.hasOwn` get `Object`.hasOwn',
        '`"k"`\'3 text \'k\'',
        '`Object.hasOwn(m, "k")` call `Object.hasOwn`(`m`, `"k"`\'3)',
        '_3 get `m`.k',
        '`m` global m',
        '`Object` global Object',
    ]


def test_setting_a_key():
    source = """
        m.set("k", v)
        m.set(k, v)
    """
    assert lowered(source) == [
        '`m.set` get `m`.set',
        '`"k"` text \'k\'',
        '`m.set("k", v)` call `m.set`(`"k"`, `v`)',
        'put `m`.k <- `v`',
        "`m.set`'2 get `m`.set",
        "`m.set(k, v)` call `m.set`'2(`k`, `v`)",
        'put `m`.[] <- `v` @k',
        '`m` global m',
        '`v` global v',
        '`k` global k',
    ]


def test_adding_to_a_list():
    source = """
        xs.push(a, ...b)
        xs.unshift(c)
        set.add(d)
        xs.splice(0, 1, e)
    """
    assert lowered(source) == [
        '`xs.push` get `xs`.push',
        '`xs.push(a, ...b)` call `xs.push`(`a`, ...=`b` @...b)',
        'put `xs`.[] <- `a` @a',
        'put `xs`.... <- `b` @...b',
        '`xs.unshift` get `xs`.unshift',
        '`xs.unshift(c)` call `xs.unshift`(`c`)',
        'put `xs`.[] <- `c` @c',
        '`set.add` get `set`.add',
        '`set.add(d)` call `set.add`(`d`)',
        'put `set`.[] <- `d` @d',
        '`xs.splice` get `xs`.splice',
        '`xs.splice(0, 1, e)` call `xs.splice`(`0`, `1`, `e`)',
        'put `xs`.[] <- `e` @e',
        '`xs.splice(0, 1, e)` <- `xs`',
        '`xs` global xs',
        '`a` global a',
        '`b` global b',
        '`c` global c',
        '`set` global set',
        '`d` global d',
        '`e` global e',
    ]


def test_taking_from_a_list():
    source = """
        xs.pop()
        xs.shift()
        xs.at(-1)
        xs.at(0)
    """
    assert lowered(source) == [
        '`xs.pop` get `xs`.pop',
        '`xs.pop()` call `xs.pop`()',
        '`xs.pop()` get `xs`.[] @xs.pop()',
        '`xs.shift` get `xs`.shift',
        '`xs.shift()` call `xs.shift`()',
        '`xs.shift()` get `xs`.[] @xs.shift()',
        '`xs.at` get `xs`.at',
        '`xs.at(-1)` call `xs.at`(`-1`)',
        '`xs.at(-1)` get `xs`.[] @-1',
        "`xs.at`'2 get `xs`.at",
        "`xs.at(0)` call `xs.at`'2(`0`)",
        '`xs.at(0)` get `xs`.0',
        '`xs` global xs',
    ]


def test_concat_holds_both():
    assert lowered('a.concat(b)') == [
        '`a.concat` get `a`.concat',
        '`a.concat(b)` call `a.concat`(`b`)',
        '`a.concat(b)` <- `a`',
        '`a.concat(b)` <- `b`',
        '`a` global a',
        '`b` global b',
    ]


def test_assign_puts_all():
    assert lowered('Object.assign(a, b)') == [
        '`Object.assign` get `Object`.assign',
        '`Object.assign(a, b)` call `Object.assign`(`a`, `b`)',
        'put `a`.... <- `b` @b',
        '`Object.assign(a, b)` <- `a`',
        '`Object` global Object',
        '`a` global a',
        '`b` global b',
    ]


def test_entries_are_pairs():
    source = """
        Object.entries(d)
        xs.entries()
    """
    assert lowered(source) == [
        '`Object.entries` get `Object`.entries',
        '`Object.entries(d)` call `Object.entries`(`d`)',
        "`Object.entries(d)`'2 get `d`.[] @Object.entries(d)",
        "_1 record {1: `Object.entries(d)`'2}",
        '`Object.entries(d)` record {[]: _1 @Object.entries(d)}',
        '`xs.entries` get `xs`.entries',
        '`xs.entries()` call `xs.entries`()',
        "`xs.entries()`'2 get `xs`.[] @xs.entries()",
        "_2 record {1: `xs.entries()`'2}",
        '`xs.entries()` record {[]: _2 @xs.entries()}',
        '`Object` global Object',
        '`d` global d',
        '`xs` global xs',
    ]


def test_next_has_a_value():
    assert lowered('it.next().value') == [
        '`it.next` get `it`.next',
        '`it.next()` call `it.next`()',
        "`it.next()`'2 get `it`.[] @it.next()",
        "`it.next()` record {value: `it.next()`'2}",
        '`it.next().value` get `it.next()`.value',
        '`it` global it',
    ]


def test_super_calls_the_base():
    assert lowered('class A extends B { constructor(a) { super(a) } m() { return super.m() } }') == [
        '(constructor this) <- (A this)',
        '_1 <- `a`',
        '`super(a)` call `B`(`a`) @super',
        '`constructor(a) { super(a) }` function constructor(a: `a`)',
        '(m this) <- (A this)',
        '`super` is a `B` @super',
        '`super.m` get `super`.m',
        '`super.m()` call `super.m`()',
        '(m returns) <- `super.m()`',
        '`m() { return super.m() }` function m()',
        '`class A extends B { constructor(a) { su…` class A(`B`) {__init__: `constructor(a) { super(a) }`, m: `m() { return super.m() }`}',
        '_2 <- `class A extends B { constructor(a) { su…`',
        '`B` global B',
    ]


def test_super_without_a_base_is_unknown():
    assert lowered('class A { constructor() { super() } }') == [
        '(constructor this) <- (A this)',
        '`super()` call `super`()',
        '`constructor() { super() }` function constructor()',
        '`class A { constructor() { super() } }` class A() {__init__: `constructor() { super() }`}',
        '_1 <- `class A { constructor() { super() } }`',
    ]


def test_a_decorator_is_called():
    assert lowered('class A { @log("x") m() {} }') == [
        '(m this) <- (A this)',
        '`m() {}` function m()',
        '`"x"` text \'x\'',
        '`log("x")` call `log`(`"x"`)',
        '_1 call `log("x")`(`m() {}`)',
        '_2 <- `m() {}`',
        '_2 <- _1',
        '`class A { @log("x") m() {} }` class A() {m: _2}',
        '_3 <- `class A { @log("x") m() {} }`',
        '`log` global log',
    ]
