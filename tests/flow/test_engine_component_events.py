"""What components tell one another by events, slots and bindings."""

from tests.flow.flowing import agree


def test_two_scripts_of_one_component():
    agree({
        "A.vue": """
            <script lang="ts">
            import ollama from 'ollama'
            export const load = async () => (await ollama.list()).models  #: sdk-call tags, response-access models
            export default { name: 'A' }
            </script>
            <script setup lang="ts">
            import { ref } from 'vue'
            const models = ref<any[]>(await load())
            </script>
            <template><p v-for="m in models">{{ m.name }}</p></template>  #: response-access models[].name
        """,
    })


def test_a_composable_with_an_effect():
    agree({
        "A.vue": """
            <script setup>
            import { ref, watchEffect } from 'vue'
            import ollama from 'ollama'
            const model = ref('llama3.2:1b')  #: model-tag llama3.2:1b
            const info = ref(null)
            watchEffect(async () => { info.value = await ollama.show({ model: model.value }) })  #: sdk-admin show
            </script>
            <template><p v-if="info">{{ info.details.family }} {{ info.license }}</p></template>  #: response-access details, details.family, license
        """,
    })


def test_a_callback_prop_of_svelte():
    agree({
        "Ask.svelte": """
            <script>
              import ollama from 'ollama'
              let { onanswer } = $props()
              const ask = async () => onanswer(await ollama.generate({ model: 'm', prompt: 'x' }))  #: sdk-call generate, model-tag m, request-key prompt
            </script>
            <button onclick={ask}>x</button>
        """,
        "Page.svelte": """
            <script>
              import Ask from './Ask.svelte'
              let text = $state('')
            </script>
            <Ask onanswer={(a) => (text = a.response)} />{text}  #: response-access response
        """,
    })


def test_constants_in_markup():
    agree({
        "A.svelte": """
            <script>
              import ollama from 'ollama'
              let list = $state(null)
              ollama.list().then((r) => (list = r))  #: sdk-call tags
            </script>
            {#if list}
              {#each list.models as m, i}  #: response-access models
                {@const family = m.details.family}  #: response-access models[].details, models[].details.family
                <p class:big={m.size > 1e9}>{i} {family}</p>  #: response-access models[].size
              {/each}
            {/if}
        """,
    })


def test_another_list_beside():
    agree({
        "A.svelte": """
            <script>
              import ollama from 'ollama'
              let models = []
              let users = [{ name: 'own', size: 1 }]
              ollama.list().then((r) => (models = r.models))  #: sdk-call tags, response-access models
            </script>
            {#each users as m}<p>{m.name} {m.size}</p>{/each}
            {#each models as m}<p>{m.name}</p>{/each}  #: response-access models[].name
        """,
    })


def test_a_page_that_fetches_its_own_route():
    agree({
        "A.svelte": """
            <script>
              // ollama is somewhere behind it
              let models = []
              fetch('/shop/models').then((r) => r.json()).then((d) => (models = d.models))
            </script>
            {#each models as m}<p>{m.name} {m.details.family}</p>{/each}
        """,
    })
