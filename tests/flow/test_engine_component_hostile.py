"""Components and stores that go round in circles: the flow ends soon and raises nothing."""

import time

import pytest

from tests.flow.flowing import found


def soon(files: dict[str, str]) -> list[str]:
    """What is found, by file, line and kind."""
    started = time.process_time()
    rows = found(files)
    assert time.process_time() - started < 20
    return sorted(rows)


def test_a_list_that_is_looped_over_under_its_own_name():
    source = """
        <script>
        import ollama from 'ollama'
        let models = (await ollama.list()).models
        </script>
        {#each models as models}{#each models as models}<p>{models.name}</p>{/each}{/each}
    """
    assert soon({"A.svelte": source}) == ["A.svelte:3 response-access models", "A.svelte:3 sdk-call tags"]


def test_a_loop_of_vue_under_its_own_name():
    source = """
        <script setup>
        import ollama from 'ollama'
        const { models } = await ollama.list()
        </script>
        <template><p v-for="models in models">{{ models.name }}</p></template>
    """
    assert soon({"A.vue": source}) == [
        "A.vue:3 response-access models", "A.vue:3 sdk-call tags", "A.vue:5 response-access models[].name",
    ]  # fmt: skip


def test_a_component_of_svelte_that_renders_itself():
    source = """
        <script>
        import ollama from 'ollama'
        import Self from './Self.svelte'
        export let node
        const answer = ollama.list()
        </script>
        <Self node={node} /><Self node={answer} /><svelte:self node={node.models} />{node.models}
    """
    assert soon({"Self.svelte": source}) == [
        "Self.svelte:5 sdk-call tags",
        "Self.svelte:7 response-access models", "Self.svelte:7 response-access models",
    ]  # fmt: skip


def test_composables_that_use_each_other():
    files = {
        "useA.js": "import ollama from 'ollama'\nimport { useB } from './useB'\nexport const useA = () => ({ ...useB(), list: ollama.list() })\n",
        "useB.js": "import { useA } from './useA'\nexport const useB = () => ({ ...useA(), b: useA().list.models })\n",
    }
    assert soon(files) == ["useA.js:3 sdk-call tags", "useB.js:2 response-access models"]


def test_a_computed_value_of_two_that_need_each_other():
    source = """
        <script setup>
        import { computed } from 'vue'
        import ollama from 'ollama'
        const list = await ollama.list()
        const a = computed(() => (b.value ? list : a.value))
        const b = computed(() => a.value.models)
        </script>
        <template>{{ a.models }}{{ b[0].name }}</template>
    """
    assert soon({"A.vue": source}) == [
        "A.vue:4 sdk-call tags", "A.vue:6 response-access models",
        "A.vue:8 response-access models", "A.vue:8 response-access models[].name",
    ]  # fmt: skip


def test_a_store_whose_state_is_the_store():
    source = """
        import { defineStore } from 'pinia'
        import ollama from 'ollama'
        export const useA = defineStore('a', {
          state: () => ({ self: useA(), list: null }),
          getters: { again() { return this.again ?? this.self.self } },
          actions: { async load() { this.list = await ollama.list(); this.self.again.list.models } },
        })
    """
    assert soon({"a.js": source}) == ["a.js:6 response-access models", "a.js:6 sdk-call tags"]


@pytest.mark.parametrize("number", [10, 400])
def test_many_components_one_inside_of_the_other(number: int):
    """Files are opened in rounds, so a very deep tree isn't followed to its end."""
    inner = "<script setup>\nimport C from './C{}.vue'\ndefineProps(['r'])\n</script>\n<template><C :r='r' /></template>\n"
    files = {f"C{n}.vue": inner.format(n + 1) for n in range(1, number)}
    files[f"C{number}.vue"] = "<script setup>\ndefineProps(['r'])\n</script>\n<template>{{ r.x }}</template>\n"
    files["C0.vue"] = "<script setup>\nimport ollama from 'ollama'\nimport C from './C1.vue'\nconst r = ollama.list()\n</script>\n<template><C :r='r' /></template>\n"
    assert soon(files) == ["C0.vue:4 sdk-call tags"]


def test_a_page_of_five_hundred_lists():
    lists = "".join(f"<p v-for='m{n} in models'>{{{{ m{n}.name }}}}</p>\n" for n in range(500))
    source = f"<script setup>\nimport ollama from 'ollama'\nconst {{ models }} = await ollama.list()\n</script>\n<template>\n{lists}</template>\n"
    assert soon({"A.vue": source}) == sorted(
        ["A.vue:3 response-access models", "A.vue:3 sdk-call tags", *(f"A.vue:{n + 6} response-access models[].name" for n in range(500))]
    )
