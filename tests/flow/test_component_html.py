"""HTML and Astro, lowered."""

from tests.flow.script_forms import lowered


def test_scripts_and_handlers_share_names():
    source = """
        <button onclick="send(event)">x</button>
        <script>function send(e) { last = e }</script>
        <script type="module">last.a</script>
        <script type="application/json">{"a": 1}</script>
    """
    assert lowered(source, "html") == [
        '_1 <- `e`',
        '_2 <- `e`',
        "`e`'2 <- `e`",
        '`function send(e) { last = e }` function send(e: `e`)',
        '_3 <- `function send(e) { last = e }`',
        '`last.a` get _2.a',
        '`send(event)` call `send`(`event`)',
        '`send` <- _3',
        '`event` global event',
    ]


def test_astro():
    source = """
        ---
        const { models } = Astro.props
        ---
        <ul>{models.map(m => <li>{m.name}</li>)}</ul>
        <Card a={models} {...b} />
    """
    assert lowered(source, "html") == [
        '`Astro.props` get `Astro`.props',
        '`models` get `Astro.props`.models',
        '_1 <- `models`',
        "`models.map` get `models`'2.map",
        '_2 <- `m`',
        '`m.name` get `m`.name',
        '(m => <li>{m.name}</li> returns) <- `<li>{m.name}</li>`',
        '`m => <li>{m.name}</li>` function (m: `m`)',
        '`models.map(m => <li>{m.name}</li>)` call `models.map`(`m => <li>{m.name}</li>`)',
        "`Card` record {a: `models`'2, ...: `b` @...b}",
        "`Card`'2 call `Card`'3(`Card`)",
        '`Astro.props` <- _3',
        '_4 function [component](: _3)',
        '(default) <- _4',
        '`Astro` global Astro',
        "`models`'2 <- _1",
        '`b` global b',
        "`Card`'3 global Card",
    ]
