"""Programs that go round in circles, or are very long: the flow ends soon, raises nothing, and still finds what is beside them."""

import time

import pytest

from tests.flow.flowing import found

SIGN = "import ollama from 'ollama'\n"
ANSWER = "const answer = await ollama.generate({ prompt: 'x' })\n"
ASKED = ["a.js:2 request-key prompt", "a.js:2 sdk-call generate"]


def soon(files: dict[str, str]) -> list[str]:
    """What is found, by file, line and kind."""
    started = time.process_time()
    rows = found(files)
    assert time.process_time() - started < 20
    return sorted(rows)


def test_ten_thousand_assignments_in_a_cycle():
    names = [f"v{number}" for number in range(10_000)]
    declared = f"let {', '.join(names)}\n"
    cycle = "".join(f"{a} = {b}\n" for a, b in zip(names, [*names[1:], names[0]], strict=True))
    source = f"{SIGN}{ANSWER}{declared}function go() {{\n{cycle}}}\nv0 = answer\nconsole.log(answer.response)\n"
    rows = soon({"a.js": source})
    assert rows == ["a.js:10007 response-access response", *ASKED]


def test_ten_thousand_assignments_in_a_row():
    chain = "".join(f"const v{n + 1} = v{n}\n" for n in range(10_000))
    assert soon({"a.js": f"{SIGN}{ANSWER}const v0 = answer\n{chain}v10000.response\n"}) == ["a.js:10004 response-access response", *ASKED]


def thens(number: int) -> dict[str, str]:
    return {"a.js": f"{SIGN}{ANSWER}Promise.resolve(answer)\n" + "  .then((r) => r)\n" * number + "  .then((r) => r.response)\n"}


def test_fifty_thens():
    assert soon(thens(50)) == [*ASKED, "a.js:54 response-access response"]


def test_two_thousand_thens_are_nested_too_deeply():
    assert soon(thens(2_000)) == ASKED


def test_two_thousand_awaited_wrappers():
    wrappers = "".join(f"async function f{n + 1}() {{ return await f{n}() }}\n" for n in range(2_000))
    source = f"{SIGN}const f0 = async () => ollama.list()\n{wrappers}console.log((await f2000()).models)\n"
    assert soon({"a.js": source}) == ["a.js:2 sdk-call tags", "a.js:2003 response-access models"]


def test_functions_that_call_each_other():
    source = SIGN + (
        "function even(r, n) { return n ? odd(r, n - 1) : r }\n"
        "function odd(r, n) { return n ? even(r, n - 1) : r }\n"
        "console.log(even(await ollama.list(), 9).models)\n"
    )
    assert soon({"a.js": source}) == ["a.js:4 response-access models", "a.js:4 sdk-call tags"]


def test_a_function_that_returns_itself():
    source = SIGN + "const f = () => f\nf()()()().models\nconst g = (h) => h(h)\ng(g)\nollama.list().then(g)\n"
    assert soon({"a.js": source}) == ["a.js:6 sdk-call tags"]


def test_an_object_that_holds_itself():
    source = SIGN + "const o = { answer: await ollama.list() }\no.self = o\no.self.self.self.answer.models\n"
    assert soon({"a.js": source}) == ["a.js:2 sdk-call tags", "a.js:4 response-access models"]


def test_an_object_that_spreads_itself():
    source = SIGN + "let o = { answer: await ollama.list() }\nfor (;;) o = { ...o, inner: { ...o } }\no.inner.inner.answer.models\n"
    assert soon({"a.js": source}) == ["a.js:2 sdk-call tags", "a.js:4 response-access models"]


def test_a_request_that_spreads_itself():
    source = SIGN + "let body = { prompt: 'x' }\nfor (;;) { body = { ...body, options: { ...body.options, seed: 1 } } }\nollama.generate(body)\n"
    assert soon({"a.js": source}) == [
        "a.js:2 request-key prompt", "a.js:3 option seed", "a.js:3 request-key options", "a.js:4 sdk-call generate",
    ]  # fmt: skip


def test_a_class_that_is_its_own_base():
    source = SIGN + "class A extends B {}\nclass B extends A { list() { return ollama.list() } }\nnew A().list().then((r) => r.models)\n"
    assert soon({"a.js": source}) == ["a.js:3 sdk-call tags", "a.js:4 response-access models"]


def test_a_proxy_route_that_asks_itself():
    source = (
        "import express from 'express'\nconst app = express()\n"
        "app.post('/api/chat', async (req, res) => {\n"
        "  const r = await fetch('/api/chat', { method: 'POST', body: JSON.stringify(req.body) })\n"
        "  res.json(await r.json())\n})\nconst OLLAMA = 1\n"
    )
    assert soon({"server.js": source}) == []


def test_two_routes_that_ask_each_other():
    route = "import express from 'express'\nexpress().get('/{}', async (req, res) => res.json(await (await fetch('/{}')).json()))\n"
    reader = "import 'ollama'\nconst r = await (await fetch('/one')).json()\nr.message.content\n"
    assert soon({"one.js": route.format("one", "two"), "two.js": route.format("two", "one"), "a.js": reader}) == []


def test_modules_that_import_each_other():
    files = {
        "a.js": "import ollama from 'ollama'\nimport { b } from './b.js'\nexport const a = () => b\nexport const list = () => ollama.list()\n",
        "b.js": "import { a, list } from './a.js'\nexport const b = () => a\nexport * from './c.js'\n(await list()).models\n",
        "c.js": "export * from './b.js'\nexport { d } from './d.js'\n",
        "d.js": "export { d } from './c.js'\nimport { d } from './d.js'\nd.models\n",
    }
    assert soon(files) == ["a.js:4 sdk-call tags", "b.js:4 response-access models"]


def test_a_module_that_exports_itself():
    assert soon({"a.js": SIGN + "export * from './a.js'\nexport * as all from './a.js'\nimport { all } from './a.js'\nall.all.all.ollama\n"}) == []


def test_a_component_that_renders_itself():
    source = """
        <script setup>
        import ollama from 'ollama'
        import Tree from './Tree.vue'
        const props = defineProps(['node'])
        const answer = await ollama.list()
        </script>
        <template>
          <p>{{ props.node.models }}</p>
          <Tree :node="answer" /><Tree :node="node" />
        </template>
    """
    assert soon({"Tree.vue": source}) == ["Tree.vue:5 sdk-call tags", "Tree.vue:8 response-access models"]


def test_components_of_react_that_render_each_other():
    files = {
        "A.jsx": "import ollama from 'ollama'\nimport { B } from './B'\nexport const A = ({ r }) => <B r={r ?? ollama.list()} />\n",
        "B.jsx": "import { A } from './A'\nexport const B = ({ r }) => <A r={r}>{r.models}</A>\n",
    }
    assert soon(files) == ["A.jsx:3 sdk-call tags", "B.jsx:2 response-access models"]


def test_stores_that_use_each_other():
    store = (
        "import {{ defineStore }} from 'pinia'\nimport {{ use{other} }} from './{other}'\n{first}"
        "export const use{name} = defineStore('{name}', {{\n"
        "  state: () => ({{ list: null, ...use{other}().$state }}),\n"
        "  actions: {{ async load() {{ this.list = {value}; this.list.models }} }},\n}})\n"
    )
    files = {
        "A.js": store.format(name="A", other="B", first=SIGN, value="await ollama.list()"),
        "B.js": store.format(name="B", other="A", first="\n", value="useA().list"),
    }
    assert soon(files) == [
        "A.js:6 response-access models", "A.js:6 sdk-call tags", "B.js:6 response-access models",
    ]  # fmt: skip


def test_a_ref_that_holds_itself():
    source = SIGN + "import { ref, computed } from 'vue'\nconst r = ref(null)\nr.value = r\nconst c = computed(() => c.value)\nr.value.value.models\n"
    assert soon({"a.js": source}) == []


def test_a_state_that_is_set_from_itself():
    source = (
        "import { useState } from 'react'\nimport ollama from 'ollama'\n"
        "export function A() {\n  const [s, set] = useState({})\n"
        "  set((old) => ({ ...old, inner: old, list: ollama.list() }))\n"
        "  return <p>{s.inner.inner.list.models}</p>\n}\n"
    )
    assert soon({"a.jsx": source}) == ["a.jsx:5 sdk-call tags", "a.jsx:6 response-access models"]


def test_a_generator_that_yields_itself():
    source = SIGN + "async function* g() { yield* g(); yield g(); yield await ollama.list() }\nfor await (const x of g()) x.models\n"
    assert soon({"a.js": source}) == ["a.js:2 sdk-call tags", "a.js:3 response-access models"]


def test_three_hundred_readers_of_one_answer():
    files = {f"r{n}.js": "import { f } from './a.js'\nconst { models } = await f()\nmodels[0].name\n" for n in range(300)}
    files["a.js"] = SIGN + "export const f = () => ollama.list()\n"
    rows = soon(files)
    assert sorted(rows) == sorted(
        ["a.js:2 sdk-call tags", *(row for n in range(300) for row in (f"r{n}.js:2 response-access models", f"r{n}.js:3 response-access models[].name"))]
    )


def test_three_hundred_routes_and_as_many_requests():
    routes = "".join(f"app.get('/r{n}', async (req, res) => res.json(await ollama.list()))\n" for n in range(300))
    asked = "".join(f"fetch('/r{n}').then((r) => r.json()).then((d) => d.models)\n" for n in range(300))
    rows = soon({"a.js": f"import express from 'express'\n{SIGN}const app = express()\n{routes}", "b.js": asked})
    assert [row for row in rows if row.startswith("b.js")] == sorted(f"b.js:{n + 1} relayed-access models" for n in range(300))


def nested(depth: int) -> dict[str, str]:
    return {"a.js": SIGN + "const o = " + "{ a: " * depth + "ollama.list()" + " }" * depth + "\no" + ".a" * depth + ".models\n"}


def test_a_deep_object():
    assert soon(nested(50)) == ["a.js:2 sdk-call tags", "a.js:3 response-access models"]


def test_a_very_deep_object_is_nested_too_deeply():
    assert soon(nested(3_000)) == []


def test_very_many_texts_in_one_place():
    texts = "".join(f"path = '/api/x{n}'\n" for n in range(3_000))
    source = f"const HOST = 'http://localhost:11434'\nlet path\n{texts}path = '/api/tags'\nconst go = () => fetch(HOST + path)\n"
    assert soon({"a.js": source}) in ([], ["a.js:3003 endpoint /api/tags"])


def test_a_template_that_refers_to_itself():
    source = "let u = 'http://localhost:11434'\nfor (;;) u = `${u}/api/tags`\nconst f = () => fetch(u).then((r) => r.json()).then((d) => d.models)\n"
    assert soon({"a.js": source}) == ["a.js:2 endpoint /api/tags", "a.js:3 response-access models"]


@pytest.mark.parametrize("source", ["\0", "import ollama from 'ollama'\n" + "{" * 3_000, "<script>\nimport ollama from 'ollama'\n" + "<" * 3_000, "ollama" * 20_000])
@pytest.mark.parametrize("path", ["a.js", "a.tsx", "a.vue", "a.svelte", "a.html"])
def test_broken_sources(path: str, source: str):
    assert soon({path: source}) == []
