"""Components of Svelte, lowered."""

from tests.flow.script_forms import lowered


def test_properties():
    source = """
        <script>
          export let models = [];
          $: first = models[0];
        </script>
        {first.name}
    """
    assert lowered(source, "svelte") == [
        '`[]` record {}',
        '_1 <- `[]`',
        '_2 <- _1',
        '`models[0]` get _1.0',
        '_3 <- `models[0]`',
        '_4 <- _3',
        '`let models = [];` get _5.models @let models = [];',
        '_2 <- `let models = [];`',
        "`let models = [];`'2 <- `let models = [];`",
        '`first.name` get `first`.name',
        '_6 function [component](: _5)',
        '(default) <- _6',
        "_1 <- `let models = [];`'2",
        '`first` <- _4',
    ]


def test_runes():
    source = """
        <script lang="ts">
          let { a, b = 1 }: Props = $props();
          let n = $state(f());
          let d = $derived(n.x);
          let e = $derived.by(() => n.y);
        </script>
    """
    assert lowered(source, "svelte") == [
        '`$props()` call `$props`()',
        '`$props()` <- _1',
        '`{ a, b = 1 }` <- `$props()`',
        '`{ a, b = 1 }` is a `Props`',
        '`a` get `{ a, b = 1 }`.a',
        '_2 <- `a`',
        '_3 <- _2',
        '`b` get `{ a, b = 1 }`.b',
        '`b` <- `1`',
        '_4 <- `b`',
        '_5 <- _4',
        '`f()` call `f`()',
        '`$state(f())` call `$state`(`f()`)',
        '`$state(f())` <- `f()`',
        '_6 <- `$state(f())`',
        '_7 <- _6',
        '`n.x` get _6.x',
        '`$derived(n.x)` call `$derived`(`n.x`)',
        '`$derived(n.x)` <- `n.x`',
        '_8 <- `$derived(n.x)`',
        '_9 <- _8',
        '`$derived.by` get `$derived`.by',
        '`n.y` get `n`.y',
        '(() => n.y returns) <- `n.y`',
        '`() => n.y` function ()',
        '`$derived.by(() => n.y)` call `$derived.by`(`() => n.y`)',
        '_10 <- `$derived.by(() => n.y)`',
        '_11 <- _10',
        '_12 function [component](: _1)',
        '(default) <- _12',
        '`$props` global $props',
        '`Props` global Props',
        '`$state` global $state',
        '`f` global f',
        '`$derived` global $derived',
        '`n` <- _7',
    ]


def test_stores():
    source = """
        <script>
          import { s } from "./s";
          function set(v) { $s = v }
        </script>
        {$s.a}
    """
    assert lowered(source, "svelte") == [
        '`s` import ./s s',
        '_1 <- `s`',
        '_2 <- `v`',
        '_3 <- `v`',
        "`v`'2 <- `v`",
        '`function set(v) { $s = v }` function set(v: `v`)',
        '_4 <- `function set(v) { $s = v }`',
        '`$s.a` get `$s`.a',
        '`$s` get _1.value @$s',
        'put _1.value <- `v` @v',
        '_3 get _1.value @v',
        '_6 function [component](: _5)',
        '(default) <- _6',
        '`$s` <- _3',
    ]


def test_each_and_if():
    assert lowered('{#if a}{#each xs as { b }, i (b)}{b.c}{:else}{d}{/each}{:else if e}{b}{/if}', "svelte") == [
        "`xs`'2 get `xs`.[] @xs",
        "`b` get `xs`'2.b",
        '_1 <- `b`',
        '_2 <- `i`',
        '`b.c` get `b`.c',
        '_4 function [component](: _3)',
        '(default) <- _4',
        '`a` global a',
        '`xs` global xs',
        '`d` global d',
        '`e` global e',
        "`b`'2 global b",
    ]


def test_await_blocks():
    assert lowered('{#await f() then v}{v.a}{:catch e}{e}{/await}{#await g()}{:then w}{w.b}{/await}{w}', "svelte") == [
        '`f()` call `f`()',
        '_1 <- `f()`',
        '`v.a` get `f()`.a',
        '_2 <- `e`',
        '`g()` call `g`()',
        '_3 <- `g()`',
        '`w.b` get `g()`.b',
        '_5 function [component](: _4)',
        '(default) <- _5',
        '`f` global f',
        '`g` global g',
        '`w` global w',
    ]


def test_constants_html_and_snippets():
    assert lowered('{#each xs as x}{@const y = x.a}{@html y}{/each}{#snippet s(p)}{p.b}{/snippet}{@render s(q)}', "svelte") == [
        "`xs`'2 get `xs`.[] @xs",
        "_1 <- `xs`'2",
        "`x.a` get `xs`'2.a",
        '_2 <- `x.a`',
        '_3 <- `p`',
        '`p.b` get `p`.b',
        '`s(q)` call `s`(`q`)',
        '_5 function [component](: _4)',
        '(default) <- _5',
        '`xs` global xs',
        '`s` global s',
        '`q` global q',
    ]


def test_attributes():
    assert lowered('<C a={x} {b} {...c} bind:d={e} bind:f on:click={() => g()} title="t {h}" k="v" let:item>{item}</C>{item}', "svelte") == [
        '`g()` call `g`()',
        '(() => g() returns) <- `g()`',
        '`() => g()` function ()',
        "`t` text 't ' @t",
        '`t {h}` join `t` + `h`',
        "`v` text 'v'",
        '_1 <- `item`',
        '`C` record {a: `x`, b: `b`, ...: `c` @...c, d: `e` @bind:d, f: `bind:f`, onClick: `() => g()` @on:click, title: `t {h}`, k: `v`}',
        "`C`'2 call `C`'3(`C`)",
        '_3 function [component](: _2)',
        '(default) <- _3',
        '`x` global x',
        '`b` global b',
        '`c` global c',
        '`e` global e',
        '`bind:f` global f @bind:f',
        '`g` global g',
        '`h` global h',
        "`C`'3 global C",
        "`item`'2 global item",
    ]


def test_braces_in_strings_and_templates():
    assert lowered('{f("}", `${ {a: 1}.a } }`)}{g}', "svelte") == [
        '`"}"` text \'}\'',
        '`{a: 1}` record {a: `1`}',
        '`{a: 1}.a` get `{a: 1}`.a',
        "`}` text ' }' @}",
        '``${ {a: 1}.a } }`` join `{a: 1}.a` + `}`',
        '`f("}", `${ {a: 1}.a } }`)` call `f`(`"}"`, ``${ {a: 1}.a } }`` @`${ {a: 1}.a } }`)',
        '_2 function [component](: _1)',
        '(default) <- _2',
        '`f` global f',
        '`g` global g',
    ]


def test_a_script_of_the_module():
    source = """
        <script>
          f(shared)
          export let p
        </script>
        <script context="module">
          export const shared = 1
        </script>
    """
    assert lowered(source, "svelte") == [
        '_1 <- `1`',
        '`f(shared)` call `f`(`1` @shared)',
        '_2 <- `p`',
        '_3 <- _2',
        '`let p` get _4.p @let p',
        '_3 <- `let p`',
        "`let p`'2 <- `let p`",
        '_5 function [component](: _4)',
        '(default) <- _5',
        "_2 <- `let p`'2",
        '(shared) <- _1',
        '`f` global f',
    ]
