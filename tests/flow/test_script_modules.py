"""Imports and exports of JavaScript, lowered."""

from tests.flow.script_forms import lowered


def test_imports_of_all_kinds():
    source = """
        import d, { a as b, type C, default as e } from "m"
        import * as ns from "n"
        import type T from "t"
        import x = require("r")
        import "side"
    """
    assert lowered(source) == [
        '`d` import m default @d',
        '_1 <- `d`',
        '`b` import m a @b',
        '_2 <- `b`',
        '`C` import m C',
        '_3 <- `C`',
        '`e` import m default @e',
        '_4 <- `e`',
        '`ns` import n * @ns',
        '_5 <- `ns`',
        '`T` import t default @T',
        '_6 <- `T`',
        '`x` import r * @x',
        '_7 <- `x`',
    ]


def test_a_required_module():
    source = """
        const x = require("m")
        const { a } = require("m")
        require(name)
    """
    assert lowered(source) == [
        '`require("m")` import m * @m',
        '_1 <- `require("m")`',
        '`require("m")`\'2 import m * @m',
        '`a` get `require("m")`\'2.a',
        '_2 <- `a`',
        '`require(name)` call `require`(`name`)',
        '`require` global require',
        '`name` global name',
    ]


def test_a_require_that_was_made():
    source = """
        import { createRequire } from "module"
        const require = createRequire(import.meta.url)
        require("m")
    """
    assert lowered(source) == [
        '`createRequire` import module createRequire',
        '_1 <- `createRequire`',
        '`import.meta.url` get `import.meta`.url',
        '`createRequire(import.meta.url)` call `createRequire`(`import.meta.url`)',
        '_2 <- `createRequire(import.meta.url)`',
        '`require("m")` import m * @m',
        '`import.meta` global import.meta',
    ]


def test_a_require_of_ones_own():
    assert lowered('function f(require) { return require("m") }') == [
        '_1 <- `require`',
        '`"m"` text \'m\'',
        '`require("m")` call `require`(`"m"`)',
        '(f returns) <- `require("m")`',
        '`function f(require) { return require("m…` function f(require: `require`)',
        '_2 <- `function f(require) { return require("m…`',
    ]


def test_a_module_that_is_imported_later():
    source = """
        const m = await import("m");
        (await import("n")).default;
        import(name)
    """
    assert lowered(source) == [
        '`import("m")` import m * @m',
        '`await import("m")` <- `import("m")`',
        '_1 <- `await import("m")`',
        '`import("n")` import n * @n',
        '`await import("n")` <- `import("n")`',
        '`(await import("n")).default` get `await import("n")`.default',
        '`import(name)` call `import`(`name`)',
        '`name` global name',
    ]


def test_exported_declarations():
    source = """
        export const a = 1, { b } = c
        export function f() {}
        export class D {}
        export interface I {}
    """
    assert lowered(source) == [
        '_1 <- `1`',
        '`b` get `c`.b',
        '_2 <- `b`',
        '`function f() {}` function f()',
        '_3 <- `function f() {}`',
        '`class D {}` class D() {}',
        '_4 <- `class D {}`',
        '`interface I {}` class I() {}',
        '_5 <- `interface I {}`',
        '(a) <- _1',
        '(b) <- _2',
        '(f) <- _3',
        '(D) <- _4',
        '(I) <- _5',
        '`c` global c',
    ]


def test_an_exported_variable_has_all_its_versions():
    source = """
        export let a = f()
        a = g()
    """
    assert lowered(source) == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '_2 <- _1',
        '`g()` call `g`()',
        '_3 <- `g()`',
        '_2 <- _3',
        '(a) <- _2',
        '`f` global f',
        '`g` global g',
    ]


def test_exports_by_name():
    source = """
        const a = 1
        export { a as b, c }
    """
    assert lowered(source) == [
        '_1 <- `1`',
        '(b) <- _1',
        '(c) <- `c`',
        '`c` global c',
    ]


def test_exports_from_other_modules():
    source = """
        export { a as b, default as c } from "m"
        export * from "n"
        export * as o from "p"
    """
    assert lowered(source) == [
        '`a` import m a',
        '(b) <- `a`',
        '`default` import m default',
        '(c) <- `default`',
        '`o` import p * @o',
        '(o) <- `o`',
        'reexports n',
    ]


def test_default_exports():
    assert lowered('export default { a: 1 }') == [
        '`{ a: 1 }` record {a: `1`}',
        '(default) <- `{ a: 1 }`',
    ]


def test_a_default_function():
    assert lowered('export default function f() {}') == [
        '`function f() {}` function f()',
        '_1 <- `function f() {}`',
        '(default) <- _1',
    ]


def test_a_default_class_with_decorators():
    assert lowered('@D export default class A {}') == [
        '`class A {}` class A() {}',
        '_1 <- `class A {}`',
        '_2 call `D`(`class A {}`)',
        '_3 <- `class A {}`',
        '_3 <- _2',
        '_1 <- _3',
        '(default) <- _1',
        '`D` global D',
    ]


def test_an_export_of_the_whole():
    source = """
        const a = 1
        export = a
    """
    assert lowered(source) == [
        '_1 <- `1`',
        '(=) <- `1`',
    ]


def test_common_js():
    source = """
        module.exports = { a }
        module.exports.b = b
        exports.c = c
    """
    assert lowered(source, "javascript") == [
        '`{ a }` record {a: `a`}',
        '(=) <- `{ a }`',
        '(b) <- `b`',
        'put (=).b <- `b`',
        '(c) <- `c`',
        'put (=).c <- `c`',
        '`a` global a',
        '`b` global b',
        '`c` global c',
    ]
