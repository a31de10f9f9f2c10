"""Functions and classes of JavaScript, lowered."""

from tests.flow.script_forms import lowered


def test_a_function():
    assert lowered('async function f(a, b = 1) { return await a }', "javascript") == [
        '_1 <- `a`',
        '`b = 1` <- `1`',
        '_2 <- `b = 1`',
        '`await a` <- `a`',
        '(f returns) <- `await a`',
        '`async function f(a, b = 1) { return awa…` function f(a: `a`, b: `b = 1`)',
        '_3 <- `async function f(a, b = 1) { return awa…`',
    ]


def test_an_arrow_function_returns_its_expression():
    assert lowered('const f = a => a.b') == [
        '_1 <- `a`',
        '`a.b` get `a`.b',
        '(a => a.b returns) <- `a.b`',
        '`a => a.b` function (a: `a`)',
        '_2 <- `a => a.b`',
    ]


def test_a_function_expression_knows_its_name():
    assert lowered('const f = function g() { return g }') == [
        '_1 <- `function g() { return g }`',
        '(g returns) <- `function g() { return g }`',
        '`function g() { return g }` function g()',
        '_2 <- `function g() { return g }`',
    ]


def test_a_generator_yields():
    assert lowered('function* f() { const a = yield b; yield* c; return a }') == [
        '(f yields) <- `b`',
        '_1 <- `yield b`',
        '`yield* c` get `c`.[] @yield* c',
        '(f yields) <- `yield* c`',
        "`yield* c`'2 <- `c`",
        '(f returns) <- `yield b`',
        '`function* f() { const a = yield b; yiel…` function f()',
        '_2 <- `function* f() { const a = yield b; yiel…`',
        '`b` global b',
        '`c` global c',
    ]


def test_types_of_parameters_and_returns():
    assert lowered('function f(this: App, a: A, b?: B, ...c: C[]): Promise<D> {}') == [
        '(f this) is a `App`',
        '`a` is a `A`',
        '_1 <- `a`',
        '`b` is a `B`',
        '_2 <- `b`',
        "`C` is a `C`'2",
        '`...c` record {[]: `C`}',
        '_3 <- `...c`',
        '(f returns) is a `D`',
        '`function f(this: App, a: A, b?: B, ...c…` function f(a: `a`, b: `b`, *c: `...c`)',
        '_4 <- `function f(this: App, a: A, b?: B, ...c…`',
        '`App` global App',
        '`A` global A',
        '`B` global B',
        "`C`'2 global C",
        '`D` global D',
    ]


def test_the_type_of_a_generator_says_nothing_of_its_return():
    assert lowered('async function* f(): AsyncGenerator<A> { yield a }') == [
        "`A` is a `A`'2",
        '_1 record {[]: `A`}',
        '(f yields) <- `a`',
        '`async function* f(): AsyncGenerator<A> …` function f()',
        '_2 <- `async function* f(): AsyncGenerator<A> …`',
        "`A`'2 global A",
        '`a` global a',
    ]


def test_an_overload_and_a_declared_function():
    source = """
        declare function f(a: string): A
        function g(a: string): B
        function g(a: any) {}
    """
    assert lowered(source) == [
        '_1 <- `a`',
        '(f returns) is a `A`',
        '`function f(a: string): A` function f(a: `a`)',
        '_2 <- `function f(a: string): A`',
        "_3 <- `a`'2",
        '(g returns) is a `B`',
        "`function g(a: string): B` function g(a: `a`'2)",
        '_4 <- `function g(a: string): B`',
        "_5 <- `a`'3",
        "`function g(a: any) {}` function g(a: `a`'3)",
        '_4 <- `function g(a: any) {}`',
        '`A` global A',
        '`B` global B',
    ]


def test_a_class():
    source = """
        class A extends m.B {
          x = f()
          #y: Y
          static z = 1
          constructor(a) { super(a); this.#y = a }
          m() { return this.x }
          static s() { return this.z }
          get p() { return this.#y }
          set p(v) {}
          h = () => this.x
        }
    """
    assert lowered(source) == [
        '`m.B` get `m`.B',
        '`f()` call `f`()',
        '`x` <- `f()`',
        '`#y` is a `Y`',
        '`z` <- `1`',
        '(constructor this) <- (A this)',
        '_1 <- `a`',
        '`super(a)` call `m.B`(`a`) @super',
        'put (constructor this).#y <- `a`',
        '`constructor(a) { super(a); this.#y = a }` function constructor(a: `a`)',
        '(m this) <- (A this)',
        '`this.x` get (m this).x',
        '(m returns) <- `this.x`',
        '`m() { return this.x }` function m()',
        '(s this) <- `class A extends m.B { x = f() #y: Y sta…`',
        '`this.z` get (s this).z',
        '(s returns) <- `this.z`',
        '`static s() { return this.z }` function s()',
        '(p this) <- (A this)',
        '`this.#y` get (p this).#y',
        '(p returns) <- `this.#y`',
        '`get p() { return this.#y }` function p()',
        "(p this)'2 <- (A this)",
        '_2 <- `v`',
        '`set p(v) {}` function p(v: `v`)',
        "`this.x`'2 get (A this).x",
        "(() => this.x returns) <- `this.x`'2",
        '`() => this.x` function ()',
        '`h` <- `() => this.x`',
        '`class A extends m.B { x = f() #y: Y sta…` class A(`m.B`) {x: `x`, #y: `#y`, z: `z`, __init__: `constructor(a) { super(a); this.#y = a }`, m: `m() { return this.x }`, s: `static s() { return this.z }`, p: `get p() { return this.#y }`, h: `h`} properties p',
        '_3 <- `class A extends m.B { x = f() #y: Y sta…`',
        '`m` global m',
        '`f` global f',
        '`Y` global Y',
    ]


def test_a_class_in_javascript():
    assert lowered('class A extends B { x = 1; static { f() } async *m() {} }', "javascript") == [
        '`x` <- `1`',
        '`f()` call `f`()',
        '(m this) <- (A this)',
        '`async *m() {}` function m()',
        '`class A extends B { x = 1; static { f()…` class A(`B`) {x: `x`, m: `async *m() {}`}',
        '_1 <- `class A extends B { x = 1; static { f()…`',
        '`B` global B',
        '`f` global f',
    ]


def test_parameter_properties_are_put():
    assert lowered('class A { constructor(private readonly client: Ollama, b: B) {} }') == [
        '(constructor this) <- (A this)',
        '`client` is a `Ollama`',
        '_1 <- `client`',
        'put (constructor this).client <- `client`',
        '`b` is a `B`',
        '_2 <- `b`',
        '`constructor(private readonly client: Ol…` function constructor(client: `client`, b: `b`)',
        '`class A { constructor(private readonly …` class A() {__init__: `constructor(private readonly client: Ol…`}',
        '_3 <- `class A { constructor(private readonly …`',
        '`Ollama` global Ollama',
        '`B` global B',
    ]


def test_what_is_implemented_is_said_of_this():
    assert lowered('class A implements I {}') == [
        '(A this) is a `I`',
        '`class A implements I {}` class A() {}',
        '_1 <- `class A implements I {}`',
        '`I` global I',
    ]


def test_decorators_of_a_class_and_of_a_field():
    source = """
        @Injectable()
        class A { @Input() a: B; @Get("x") m() {} }
    """
    assert lowered(source) == [
        '`a` is a `B`',
        '`Input()` call `Input`()',
        '_1 call `Input()`(`a`)',
        '_2 <- `a`',
        '_2 <- _1',
        '(m this) <- (A this)',
        '`m() {}` function m()',
        '`"x"` text \'x\'',
        '`Get("x")` call `Get`(`"x"`)',
        '_3 call `Get("x")`(`m() {}`)',
        '_4 <- `m() {}`',
        '_4 <- _3',
        '`@Injectable() class A { @Input() a: B; …` class A() {a: _2, m: _4}',
        '`Injectable()` call `Injectable`()',
        '_5 call `Injectable()`(`@Injectable() class A { @Input() a: B; …`)',
        '_6 <- `@Injectable() class A { @Input() a: B; …`',
        '_6 <- _5',
        '_7 <- _6',
        '`B` global B',
        '`Input` global Input',
        '`Get` global Get',
        '`Injectable` global Injectable',
    ]


def test_an_abstract_class():
    assert lowered('abstract class A { abstract m(): B; n(a: string): void; n(a: any) {} }') == [
        '(m returns) is a `B`',
        '`abstract m(): B` function m()',
        '_1 <- `a`',
        '`n(a: string): void` function n(a: `a`)',
        "(n this)'2 <- (A this)",
        "_2 <- `a`'2",
        "`n(a: any) {}` function n(a: `a`'2)",
        '`abstract class A { abstract m(): B; n(a…` class A() {m: `abstract m(): B`, n: `n(a: any) {}`}',
        '_3 <- `abstract class A { abstract m(): B; n(a…`',
        '`B` global B',
    ]


def test_a_class_expression():
    assert lowered('const A = class { m() {} }') == [
        '(m this) <- ( this)',
        '`m() {}` function m()',
        '`class { m() {} }` class () {m: `m() {}`}',
        '_1 <- `class { m() {} }`',
    ]
