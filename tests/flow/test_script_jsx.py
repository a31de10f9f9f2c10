"""JSX, lowered."""

from tests.flow.script_forms import lowered


def test_a_component_is_called_with_its_attributes():
    assert lowered('<C.D a={x} b="s" {...y} c>{z} text</C.D>', "tsx") == [
        '`"s"` text \'s\'',
        '_1 <- `z`',
        '`<C.D a={x} b="s" {...y} c>` record {a: `x`, b: `"s"`, ...: `y` @...y, c: `c`, children: _1 @<C.D a={x} b="s" {...y} c>{z} text</C.D>}',
        '`C.D` get `C`.D',
        '`<C.D a={x} b="s" {...y} c>{z} text</C.D>` call `C.D`(`<C.D a={x} b="s" {...y} c>`)',
        '`x` global x',
        '`y` global y',
        '`z` global z',
        '`C` global C',
    ]


def test_an_element_is_no_call():
    assert lowered('<p class="x" onClick={() => go(a.b)}>{a.c}</p>', "tsx") == [
        '`"x"` text \'x\'',
        '`a.b` get `a`.b',
        '`go(a.b)` call `go`(`a.b`)',
        '(() => go(a.b) returns) <- `go(a.b)`',
        '`() => go(a.b)` function ()',
        '`a.c` get `a`.c',
        '`go` global go',
        '`a` global a',
    ]


def test_functions_inside_of_markup():
    assert lowered('<ul>{models.map(m => <li key={m.name}>{m.size}</li>)}</ul>', "javascript") == [
        '`models.map` get `models`.map',
        '_1 <- `m`',
        '`m.name` get `m`.name',
        '`m.size` get `m`.size',
        '(m => <li key={m.name}>{m.size}</li> returns) <- `<li key={m.name}>{m.size}</li>`',
        '`m => <li key={m.name}>{m.size}</li>` function (m: `m`)',
        '`models.map(m => <li key={m.name}>{m.siz…` call `models.map`(`m => <li key={m.name}>{m.size}</li>`)',
        '`models` global models',
    ]


def test_a_fragment():
    assert lowered('<><A/>{/* none */}{...b}</>', "tsx") == [
        '`<A/>` record {}',
        "`<A/>`'2 call `A`(`<A/>`)",
        '`A` global A',
        '`b` global b',
    ]
