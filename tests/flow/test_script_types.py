"""Types of TypeScript, lowered."""

from tests.flow.script_forms import lowered


def test_an_interface_is_a_class_of_declared_members():
    source = """
        interface State extends Base { models: Model[]; at?: A | null; m(): Promise<B>; [k: string]: C }
        let s: State
        s.models
    """
    assert lowered(source) == [
        "`Model` is a `Model`'2",
        '`models` record {[]: `Model`}',
        '`at` is a `A`',
        '(m returns) is a `B`',
        '`m(): Promise<B>` function m()',
        '`[k: string]: C` is a `C`',
        '`interface State extends Base { models: …` class State(`Base`) {models: `models`, at: `at`, m: `m(): Promise<B>`, []: `[k: string]: C`}',
        '_1 <- `interface State extends Base { models: …`',
        '`s` <- `s: State`',
        '`s` is a `interface State extends Base { models: …` @State',
        '_2 <- `s`',
        '_3 <- _2',
        '`s.models` get _2.models',
        '`Base` global Base',
        "`Model`'2 global Model",
        '`A` global A',
        '`B` global B',
        '`C` global C',
    ]


def test_an_alias_is_what_it_names():
    source = """
        type A = B
        type C = D | { e: E }
        type F = Partial<G>
        type H = m.I
    """
    assert lowered(source) == [
        '`type A = B` <- `B`',
        '_1 <- `type A = B`',
        '`e` is a `E`',
        '`{ e: E }` class () {e: `e`}',
        '`type C = D | { e: E }` <- `D`',
        '`type C = D | { e: E }` <- `{ e: E }`',
        '_2 <- `type C = D | { e: E }`',
        '_3 is a `G`',
        '`type F = Partial<G>` <- `Partial`',
        '_4 <- `type F = Partial<G>`',
        '`I` get `m`.I',
        '`type H = m.I` <- `I`',
        '_5 <- `type H = m.I`',
        '`B` global B',
        '`D` global D',
        '`E` global E',
        '`G` global G',
        '`Partial` global Partial',
        '`m` global m',
    ]


def test_lists_and_maps_hold_instances():
    source = """
        let a: A[]
        let b: Array<B>
        let c: Record<string, C>
        let d: [D, E]
        let e: Promise<AsyncIterable<F>>
    """
    assert lowered(source) == [
        '`a` <- `a: A[]`',
        "`A` is a `A`'2",
        '`a` record {[]: `A`}',
        '_1 <- `a`',
        '_2 <- _1',
        '`b` <- `b: Array<B>`',
        "`B` is a `B`'2",
        '`b` record {[]: `B`}',
        '_3 <- `b`',
        '_4 <- _3',
        '`c` <- `c: Record<string, C>`',
        "`C` is a `C`'2",
        '`c` record {[]: `C`}',
        '_5 <- `c`',
        '_6 <- _5',
        '`d` <- `d: [D, E]`',
        "`D` is a `D`'2",
        "`E` is a `E`'2",
        '`d` record {[]: `D`, 0: `D`, []: `E`, 1: `E`}',
        '_7 <- `d`',
        '_8 <- _7',
        '`e` <- `e: Promise<AsyncIterable<F>>`',
        "`F` is a `F`'2",
        '`e` record {[]: `F`}',
        '_9 <- `e`',
        '_10 <- _9',
        "`A`'2 global A",
        "`B`'2 global B",
        "`C`'2 global C",
        "`D`'2 global D",
        "`E`'2 global E",
        "`F`'2 global F",
    ]


def test_an_object_type():
    assert lowered('let a: { b: B; c(): C }') == [
        '`a` <- `a: { b: B; c(): C }`',
        '`b` is a `B`',
        '(c returns) is a `C`',
        '`c(): C` function c()',
        '`a` record {b: `b`, c: `c(): C`}',
        '_1 <- `a`',
        '_2 <- _1',
        '`B` global B',
        '`C` global C',
    ]


def test_other_generics_are_seen():
    assert lowered('let a: Ref<A>') == [
        '`a` <- `a: Ref<A>`',
        '`a` is a `Ref`',
        '_1 is a `A`',
        '_2 <- `a`',
        '_3 <- _2',
        '`Ref` global Ref',
        '`A` global A',
    ]


def test_an_enumeration_is_an_object():
    assert lowered('enum E { A = "a", B }') == [
        '`"a"` text \'a\'',
        '`enum E { A = "a", B }` record {A: `"a"`, B: `B`}',
        '_1 <- `enum E { A = "a", B }`',
    ]


def test_primitive_types_say_nothing():
    source = """
        let a: string = b
        let c: "x" | typeof d
    """
    assert lowered(source) == [
        '`a` <- `b`',
        '_1 <- `a`',
        '_2 <- _1',
        '`c` <- `c: "x" | typeof d`',
        '_3 <- `c`',
        '_4 <- _3',
        '`b` global b',
    ]


def test_a_qualified_name():
    assert lowered('let a: ollama.ChatResponse') == [
        '`a` <- `a: ollama.ChatResponse`',
        '`ChatResponse` get `ollama`.ChatResponse',
        '`a` is a `ChatResponse` @ollama.ChatResponse',
        '_1 <- `a`',
        '_2 <- _1',
        '`ollama` global ollama',
    ]
