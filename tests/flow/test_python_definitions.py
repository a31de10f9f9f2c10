"""Functions, their parameters and types, decorators, classes."""

from tests.flow.python_forms import lowered


def test_a_function_has_parameters_with_defaults_and_types():
    source = """
        def f(a, /, b: A = x, *c: B, d=y, **e) -> C:
            return a
    """
    assert lowered(source) == [
        '`b` is a `A`',
        '`b` <- `x`',
        '_1 is a `B`',
        '`c` record {[]: _1 @B}',
        '`d` <- `y`',
        '`f` function f(a: `a`, b: `b`, *c: `c`, d: `d`, **e: `e`)',
        '(f returns) is a `C`',
        '_2 <- `a`',
        '_3 <- `b`',
        '_4 <- `c`',
        '_5 <- `d`',
        '_6 <- `e`',
        '(f returns) <- `a`',
        '(f) <- `f`',
        '`A` global A',
        '`x` global x',
        '`B` global B',
        '`y` global y',
        '`C` global C',
    ]


def test_types_say_what_is_inside():
    assert lowered('def f(a: Optional[A], b: list[A], c: A | None, d: dict[str, "m.A"], e: tuple[A, int], g: type[A], h: Callable[[A], B], i: AsyncIterator[t.A], j: Page[A], k: str) -> Awaitable[A]: pass') == [
        '`a` is a `A`',
        '_1 is a `A`',
        '`b` record {[]: _1 @A}',
        '`c` is a `A`',
        '`m.A` get `m`.A',
        '_2 is a `m.A`',
        '`d` record {[]: _2 @"m.A"}',
        '_3 is a `A`',
        '`e` record {0: _3 @A}',
        '`g` <- `A`',
        '`t.A` get `t`.A',
        '_4 is a `t.A`',
        '`i` record {[]: _4 @t.A}',
        '`j` is a `Page`',
        '`f` function f(a: `a`, b: `b`, c: `c`, d: `d`, e: `e`, g: `g`, h: `h`, i: `i`, j: `j`, k: `k`)',
        '(f returns) is a `A`',
        '_5 <- `a`',
        '_6 <- `b`',
        '_7 <- `c`',
        '_8 <- `d`',
        '_9 <- `e`',
        '_10 <- `g`',
        '_11 <- `h`',
        '_12 <- `i`',
        '_13 <- `j`',
        '_14 <- `k`',
        '(f) <- `f`',
        '`A` global A',
        '`m` global m',
        '`t` global t',
        '`Page` global Page',
    ]


def test_an_annotated_parameter_holds_what_the_call_gives():
    assert lowered('def f(a: Annotated[A, Depends(g)]): pass') == [
        '`a` is a `A`',
        '`Depends(g)` call `Depends`(`g`)',
        '`a` <- `Depends(g)`',
        '`f` function f(a: `a`)',
        '_1 <- `a`',
        '(f) <- `f`',
        '`A` global A',
        '`Depends` global Depends',
        '`g` global g',
    ]


def test_optional_types_in_strings():
    assert lowered('def f(a: "Optional[A]", b: "A | None", c: "list[A]", d: "str"): pass') == [
        '`a` is a `A`',
        '`b` is a `A`',
        '`f` function f(a: `a`, b: `b`, c: `c`, d: `d`)',
        '_1 <- `a`',
        '_2 <- `b`',
        '_3 <- `c`',
        '_4 <- `d`',
        '(f) <- `f`',
        '`A` global A',
    ]


def test_a_default_that_is_a_call_is_what_the_parameter_holds():
    assert lowered('def f(a=Depends(g)): return a') == [
        '`Depends(g)` call `Depends`(`g`)',
        '`a` <- `Depends(g)`',
        '`f` function f(a: `a`)',
        '_1 <- `a`',
        '(f returns) <- `a`',
        '(f) <- `f`',
        '`Depends` global Depends',
        '`g` global g',
    ]


def test_a_decorator_is_called_with_the_function():
    source = """
        @app.get("/chat")
        @retry
        def f(): pass
    """
    assert lowered(source) == [
        '`app.get` get `app`.get',
        '`"/chat"` text \'/chat\'',
        '`app.get("/chat")` call `app.get`(`"/chat"`)',
        '`app.get("/chat")` get `app`./chat',
        '`f` function f()',
        '`@retry` call `retry`(`f`)',
        '`@retry` <- `f`',
        '`@app.get("/chat")` call `app.get("/chat")`(`@retry`)',
        '`@app.get("/chat")` <- `@retry`',
        '(f) <- `@app.get("/chat")`',
        '`app` global app',
        '`retry` global retry',
    ]


def test_a_class_has_members_and_this():
    source = """
        class A(B, m.C[D], metaclass=M):
            x: E = None
            y = 1
            def f(self, a):
                self.x = a
                return self.f
    """
    assert lowered(source) == [
        '`m.C` get `m`.C',
        '`x` <- `None`',
        '`x` is a `E`',
        '_1 <- `x`',
        '_2 <- `1`',
        '`f` function f(a: `a`)',
        '(f this) <- (A this)',
        '_3 <- (f this)',
        '_4 <- `a`',
        'put (f this).x <- `a`',
        '`self.f` get (f this).f',
        '(f returns) <- `self.f`',
        '_5 <- `f`',
        '`A` class A(`B`, `m.C`) {x: _1, y: _2, f: _5}',
        '(A) <- `A`',
        '`B` global B',
        '`m` global m',
        '`M` global M',
        '`E` global E',
    ]


def test_properties_and_static_and_class_methods():
    source = """
        class A:
            @property
            def a(self): return self
            @functools.cached_property
            def b(self): pass
            @computed_field(repr=False)
            def c(self): pass
            @classmethod
            def d(cls, x): return cls(x)
            @staticmethod
            def e(x): pass
            def __new__(cls): pass
    """
    assert lowered(source) == [
        '`a` function a()',
        '(a this) <- (A this)',
        '_1 <- (a this)',
        '(a returns) <- (a this)',
        '_2 <- `a`',
        '`b` function b()',
        '(b this) <- (A this)',
        '_3 <- (b this)',
        '_4 <- `b`',
        '`c` function c()',
        '(c this) <- (A this)',
        '_5 <- (c this)',
        '_6 <- `c`',
        '`d` function d(x: `x`)',
        '(d this) <- `A`',
        '_7 <- (d this)',
        '_8 <- `x`',
        '`cls(x)` call (d this)(`x`) @cls',
        '(d returns) <- `cls(x)`',
        '_9 <- `d`',
        "`e` function e(x: `x`'2)",
        "_10 <- `x`'2",
        '_11 <- `e`',
        '`__new__` function __new__()',
        '(__new__ this) <- `A`',
        '_12 <- (__new__ this)',
        '_13 <- `__new__`',
        '`A` class A() {a: _2, b: _4, c: _6, d: _9, e: _11, __new__: _13} properties a, b, c',
        '(A) <- `A`',
    ]


def test_fields_with_defaults():
    source = """
        @dataclass
        class A(BaseModel):
            host: str = Field("localhost", alias="h")
            model: str
            client: Client = field(default_factory=Client)
    """
    assert lowered(source) == [
        '`"localhost"` text \'localhost\'',
        '`"h"` text \'h\'',
        '`Field("localhost", alias="h")` call `Field`(`"localhost"`, alias=`"h"`)',
        '`host` <- `Field("localhost", alias="h")`',
        '_1 <- `host`',
        '_2 <- `model`',
        '`field(default_factory=Client)` call `field`(default_factory=`Client`)',
        '`client` <- `field(default_factory=Client)`',
        '`client` is a `Client`',
        '_3 <- `client`',
        '`A` class A(`BaseModel`) {host: _1, model: _2, client: _3}',
        '`@dataclass` call `dataclass`(`A`)',
        '`@dataclass` <- `A`',
        '(A) <- `@dataclass`',
        '`dataclass` global dataclass',
        '`BaseModel` global BaseModel',
        '`Field` global Field',
        '`field` global field',
        '`Client` global Client',
    ]


def test_a_nested_class_is_a_member():
    source = """
        class A:
            class B:
                x = 1
            y = B
    """
    assert lowered(source) == [
        '_1 <- `1`',
        '`B` class B() {x: _1}',
        '_2 <- `B`',
        '_3 <- `B`',
        '`A` class A() {B: _2, y: _3}',
        '(A) <- `A`',
    ]


def test_a_function_in_a_method_keeps_this():
    source = """
        class A(B):
            def f(self):
                def g(self): return super()
                return lambda: self
    """
    assert lowered(source) == [
        '`f` function f()',
        '(f this) <- (A this)',
        '_1 <- (f this)',
        "`g` function g(self: `self`'2)",
        "_2 <- `self`'2",
        '`super()` <- (f this)',
        '`super()` is a `B` @super',
        '(g returns) <- `super()`',
        '_3 <- `g`',
        '`lambda: self` function ()',
        "(lambda: self returns) <- `self`'3",
        '(f returns) <- `lambda: self`',
        "`self`'3 <- _1",
        '_4 <- `f`',
        '`A` class A(`B`) {f: _4}',
        '(A) <- `A`',
        '`B` global B',
    ]


def test_methods_do_not_see_the_names_of_their_class():
    source = """
        x = 1
        class A:
            x = 2
            def f(self): return x
    """
    assert lowered(source) == [
        '(x) <- `1`',
        '_1 <- `2`',
        '`f` function f()',
        '(f this) <- (A this)',
        '_2 <- (f this)',
        '(f returns) <- `x`',
        '_3 <- `f`',
        '`A` class A() {x: _1, f: _3}',
        '(A) <- `A`',
        '`x` <- (x)',
    ]


def test_an_asynchronous_function_is_a_function():
    assert lowered('async def f(x): return await x') == [
        '`f` function f(x: `x`)',
        '_1 <- `x`',
        '`await x` <- `x`',
        '(f returns) <- `await x`',
        '(f) <- `f`',
    ]


def test_a_recursive_function_knows_itself():
    assert lowered('def f(): return f()') == [
        '`f` function f()',
        "`f()` call `f`'2()",
        '(f returns) <- `f()`',
        '(f) <- `f`',
        "`f`'2 <- (f)",
    ]


def test_a_generic_function_and_class():
    source = """
        class A[T](B): pass
        def f[T](x: T): pass
    """
    assert lowered(source) == [
        '`A` class A(`B`) {}',
        '(A) <- `A`',
        '`x` is a `T`',
        '`f` function f(x: `x`)',
        '_1 <- `x`',
        '(f) <- `f`',
        '`B` global B',
        '`T` global T',
    ]
