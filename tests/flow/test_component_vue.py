"""Components of Vue, lowered."""

from tests.flow.script_forms import lowered


def test_setup_and_template():
    source = """
        <script setup lang="ts">
        const { url } = defineProps<Props>()
        const models = ref([])
        </script>
        <template>
          <li v-for="(m, i) in models" :key="i">{{ m.name }}</li>
          <p v-if="url">{{ m }}</p>
        </template>
    """
    assert lowered(source, "vue") == [
        '_1 is a `Props`',
        '`defineProps<Props>()` call `defineProps`()',
        '`defineProps<Props>()` <- _2',
        '_3 is a `Props`',
        '`url` get `defineProps<Props>()`.url',
        '_4 <- `url`',
        '`[]` record {}',
        '`ref([])` call `ref`(`[]`)',
        '_5 <- `ref([])`',
        "`models`'2 get `models`.[] @models",
        "_6 <- `models`'2",
        '_7 <- `i`',
        "`m.name` get `models`'2.name",
        '`models` get _5.value @models',
        "`url`'2 get _4.value @url",
        '`m` get _2.m',
        '_8 function [component](: _2)',
        '(default) <- _8',
        '`Props` global Props',
        '`defineProps` global defineProps',
        '`ref` global ref',
        '`models` <- _5',
        "`url`'2 <- _4",
        '`m` global m',
    ]


def test_defaults_of_properties():
    source = """
        <script setup lang="ts">
        const props = withDefaults(defineProps<{ a: A }>(), { a: 1 })
        </script>
    """
    assert lowered(source, "vue") == [
        '`a` is a `A`',
        '_1 record {a: `a`}',
        '`defineProps<{ a: A }>()` call `defineProps`()',
        '`defineProps<{ a: A }>()` <- _2',
        "`a`'2 is a `A`",
        "_3 record {a: `a`'2}",
        '`{ a: 1 }` record {a: `1`}',
        '`withDefaults(defineProps<{ a: A }>(), {…` call `withDefaults`(`defineProps<{ a: A }>()`, `{ a: 1 }`)',
        '`withDefaults(defineProps<{ a: A }>(), {…` <- _2',
        '_4 <- `withDefaults(defineProps<{ a: A }>(), {…`',
        '_5 function [component](: _2)',
        '(default) <- _5',
        '`withDefaults` global withDefaults',
        '`A` global A',
        '`defineProps` global defineProps',
    ]


def test_a_plain_script_is_seen_by_the_setup():
    source = """
        <script setup>
        f(a)
        </script>
        <script>
        const a = 1
        export const b = 2
        </script>
    """
    assert lowered(source, "vue") == [
        '_1 <- `1`',
        '_2 <- `2`',
        '`f(a)` call `f`(`1` @a)',
        '_4 function [component](: _3)',
        '(default) <- _4',
        '(b) <- _2',
        '`f` global f',
    ]


def test_options():
    source = """
        <script>
        export default { data() { return { m: 1 } } }
        </script>
        <template><a @click="m = go()">{{ m.name }}</a></template>
    """
    assert lowered(source, "vue") == [
        '(data this) <- `{ data() { return { m: 1 } } }`',
        '`{ m: 1 }` record {m: `1`}',
        '(data returns) <- `{ m: 1 }`',
        '`data() { return { m: 1 } }` function data()',
        '`{ data() { return { m: 1 } } }` record {data: `data() { return { m: 1 } }`}',
        '(default) <- `{ data() { return { m: 1 } } }`',
        "`{ data() { return { m: 1 } } }`'2 <- `{ data() { return { m: 1 } } }`",
        '_1 global [component] @{ data() { return { m: 1 } } }',
        "`{ data() { return { m: 1 } } }`'3 call _1(`{ data() { return { m: 1 } } }`'2, _2 @{ data() { return { m: 1 } } }) @{ data() { return { m: 1 } } }",
        '`go()` call `go`()',
        '_3 <- `go()`',
        "`go()`'2 <- `go()`",
        '`m.name` get `m`.name',
        '`go` get _2.go',
        "`go` get `{ data() { return { m: 1 } } }`'3.go",
        '`m` get _2.m',
        "`m` get `{ data() { return { m: 1 } } }`'3.m",
        "put _3.value <- `go()`'2 @go()",
        "put `{ data() { return { m: 1 } } }`'3.m <- `go()`'2 @go()",
        '_4 function [component](: _2)',
        '(default) <- _4',
        '`go` global go',
        '`m` <- _3',
    ]


def test_options_in_a_call():
    source = """
        <script>
        export default defineComponent({ a })
        </script>
    """
    assert lowered(source, "vue") == [
        '`{ a }` record {a: `a`}',
        '`defineComponent({ a })` call `defineComponent`(`{ a }`)',
        '(default) <- `defineComponent({ a })`',
        "`{ a }`'2 <- `{ a }`",
        "`{ a }`'2 <- `defineComponent({ a })`",
        '_1 global [component] @{ a }',
        "`{ a }`'3 call _1(`{ a }`'2, _2 @{ a }) @{ a }",
        '_3 function [component](: _2)',
        '(default) <- _3',
        '`defineComponent` global defineComponent',
        '`a` global a',
    ]


def test_handlers():
    source = """
        <script setup>
        let a = ref()
        function go(x) {}
        </script>
        <template><a @click="go(a); a = 1" v-on:x="go" @y="e => go(e)" /></template>
    """
    assert lowered(source, "vue") == [
        '`ref()` call `ref`()',
        '_1 <- `ref()`',
        '_2 <- _1',
        '_3 <- `x`',
        '`function go(x) {}` function go(x: `x`)',
        '_4 <- `function go(x) {}`',
        '`go(a)` call `go`(`a`)',
        '_2 <- `1`',
        "`1`'2 <- `1`",
        '_5 <- `e`',
        "`go(e)` call `go`'3(`e`)",
        '(e => go(e) returns) <- `go(e)`',
        "`go`'3 <- `go`",
        '`e => go(e)` function (e: `e`)',
        '`go` get _4.value @go',
        '`a` get _2.value @a',
        "put _2.value <- `1`'2 @1",
        '_7 function [component](: _6)',
        '(default) <- _7',
        "_1 <- `1`'2",
        '`ref` global ref',
        '`go` <- _4',
        '`a` <- _2',
    ]


def test_children():
    source = """
        <template>
          <model-card :the-model="m" title="x" v-model="a" v-model:b="c" v-bind="d" :e @pick="go" v-html="h"/>
        </template>
    """
    assert lowered(source, "vue") == [
        "`x` text 'x'",
        '`model-card` record {theModel: `m` @:the-model, title: `x`, modelValue: `a` @v-model, b: `c` @v-model:b, ...: `d` @v-bind, e: `e` @:e, onPick: `go` @@pick}',
        "`model-card`'2 call `model-card`'3(`model-card`)",
        '`m` get _1.m',
        '`a` get _1.a',
        '`c` get _1.c',
        '`d` get _1.d',
        '`e` get _1.e',
        '`go` get _1.go',
        '`h` get _1.h',
        "`model-card`'3 get _1.ModelCard @model-card",
        '_2 function [component](: _1)',
        '(default) <- _2',
        '`m` global m',
        '`a` global a',
        '`c` global c',
        '`d` global d',
        '`e` global e',
        '`go` global go',
        '`h` global h',
        "`model-card`'3 global ModelCard @model-card",
    ]


def test_slots():
    source = """
        <template>
          <Card v-slot="{ item }"><template #row="{ r }">{{ r.a }}</template>{{ item.b }}</Card>{{ item }}
        </template>
    """
    assert lowered(source, "vue") == [
        '`item` get `{ item }`.item',
        '_1 <- `item`',
        '`Card` record {}',
        "`Card`'2 call `Card`'3(`Card`)",
        '`r` get `{ r }`.r',
        '_2 <- `r`',
        '`r.a` get `r`.a',
        '`item.b` get `item`.b',
        "`Card`'3 get _3.Card",
        "`item`'2 get _3.item",
        '_4 function [component](: _3)',
        '(default) <- _4',
        "`Card`'3 global Card",
        "`item`'2 global item",
    ]


def test_entities_are_undone():
    assert lowered('<template><a :b="x &amp;&amp; y"/></template>', "vue") == [
        '`x` get _1.x',
        '`y` get _1.y',
        '_2 function [component](: _1)',
        '(default) <- _2',
        '`x` global x',
        '`y` global y',
    ]


def test_a_template_that_never_ends():
    assert lowered('<template><a :b="x', "vue") == [
        '`x` get _1.x',
        '_2 function [component](: _1)',
        '(default) <- _2',
        '`x` global x',
    ]
