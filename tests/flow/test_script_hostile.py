"""Nothing that is in a file makes its lowering fail, or slow."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate_vllm.flow.component import lower_component
from migrate_vllm.flow.script import lower_script

_SCRIPT = b"""
import { Ollama, type A as B } from "ollama"; export * from "m"
export class C<T> extends D implements E { @f() #x?: F[] = [1, ...g]; constructor(private h: I = j) { super(h) } get k() { return this.#x } }
async function* l({ m = 1, ...n }: { o: P }, [q]: R, ...s): Promise<T> { for await (const { t: [u] } of v) yield* `a${u}b`; }
try { let w = x?.y[0]!.z(async a => ({ b, ["c"]: d, ...e })) as F; w ||= g + "h" } catch ({ i }) { switch (i) { case 1: throw j } } finally {}
const k = <L m={n} {...o}>{p.map(q => <r s="t">{q}</r>)}</L>; enum U { V = "w" } namespace X { export type Y = Z | { a: B } }
module.exports = { a() { return this }, get b() { return 1 } }; if (a) b; else if (c) d; label: while (1) { break label }
"""
_COMPONENT = b"""
<script setup lang="ts">const { a } = defineProps<{ b: C }>(); let d = ref(e)</script>
<script context="module">export let f = $state(g); $h = i</script>
<template><A v-for="({ j }, k) in l" :m="n" @o="p = q" v-slot="{ r }" v-model:s="t">{{ u | v }}</A></template>
{#each w as { x }, y (z)}{@const a = b}<B {c} {...d} on:e={() => f} g="h {i}"/>{:else}{/each}{#await j then k}{/await}
<button onclick="l()">m</button><!-- n --><p
"""


@st.composite
def _mutated(draw: st.DrawFn, source: bytes) -> bytes:
    data = bytearray(source)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 30))
        data[at : at + length] = draw(st.sampled_from((b"", b"(", b"}", b"{", b"`", b"${", b"<", b'"', b"'", b"=>", b"\xff", b"\n", b"[", b"?.")))
    return bytes(data)


@settings(max_examples=60, deadline=None)
@given(_mutated(_SCRIPT) | st.binary(max_size=200), st.sampled_from(("javascript", "typescript", "tsx")))
def test_no_script_fails(data, language):
    form = lower_script(data, language)
    assert all(0 <= start <= end <= len(data) for start, end in form.spans.values())


@settings(max_examples=60, deadline=None)
@given(_mutated(_COMPONENT) | st.binary(max_size=200), st.sampled_from(("vue", "svelte", "html")))
def test_no_component_fails(data, language):
    lower_component(data, language)


@pytest.mark.parametrize(
    "source",
    [
        "\n".join(f"let x{i} = x{i - 1}" for i in range(10_000)),
        "let x;" + "x = f(x);" * 10_000,
        "x = " + " + ".join(["a"] * 5_000),
        "x = " + " && ".join(["a"] * 5_000),
        "x" + ".then(a => b)" * 5_000,
        "(" * 5_000 + ")" * 5_000,
        "x = " + "[" * 5_000 + "]" * 5_000,
        "x = " + "{a:" * 5_000 + "1" + "}" * 5_000,
        "f(" * 5_000,
        "a => " * 5_000 + "1",
        "function f() {" * 2_000,
        "if (a) {" * 2_000,
        "if (a) { x = 1 }" + " else if (a) { x = 1 }" * 1_000,
        "for (const x of x) {" * 2_000,
        "try {" * 1_500 + "} catch (e) {}" * 1_500,
        "`${" * 3_000,
        "<A>" * 3_000,
        "class A { m() {" * 2_000,
        "type X = " + " | ".join(["A"] * 5_000),
        "let x: " + "A<" * 3_000 + "B" + ">" * 3_000,
        "const " + "{a: " * 3_000,
        "export " * 3_000 + "class A {}",
    ],
    ids=lambda source: source[:30],
)
def test_long_and_deep_scripts_are_fast(source):
    started = time.process_time()
    lower_script(source.encode(), "tsx")
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("<template>" + "<div>" * 5_000, "vue"),
        ("<template>" + "<A :b='c'>{{ d }}</A>" * 1_000 + "</template>", "vue"),
        ("<template>" + "<div v-for='a in a'>" * 1_000 + "</template>", "vue"),
        ("<template><a v-for='a" + " " * 20_000 + "'></template>", "vue"),
        ("{#each a as b}" * 2_000, "svelte"),
        ("{#each a" + " as " * 3_000 + "}", "svelte"),
        ("{#await a" + " " * 20_000 + "}", "svelte"),
        ("{" * 10_000, "svelte"),
        ("{`${" * 3_000, "svelte"),
        ("<a>" * 3_000 + "</b>" * 3_000, "svelte"),
        ("<a onclick='f()'>" * 2_000, "html"),
    ],
    ids=lambda source: source[:30],
)
def test_long_and_deep_components_are_fast(source, language):
    started = time.process_time()
    lower_component(source.encode(), language)
    assert time.process_time() - started < 5
