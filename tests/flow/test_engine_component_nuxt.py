"""Applications of Nuxt: what its places do without an import."""

from tests.flow.flowing import agree


def test_functions_of_server_utils_need_no_import():
    agree({
        "package.json": """
            { "dependencies": { "nuxt": "3" } }
        """,
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "server/utils/llm.ts": """
            import { Ollama } from 'ollama'
            export const useLlm = () => new Ollama()  #: client
        """,
        "server/api/chat.post.ts": """
            export default defineEventHandler(async (event) => {
              const { messages } = await readBody(event)
              const reply = await useLlm().chat({ model: 'm', messages, options: { num_ctx: 8192 } })  #: sdk-call chat, model-tag m, request-key options, option num_ctx
              return reply.message  #: response-access message, relay
            })
        """,
        "pages/index.vue": """
            <script setup lang="ts">
            const text = ref('')
            async function send(messages: object[]) {
              const message = await $fetch('/api/chat', { method: 'POST', body: { messages } })
              text.value = message.content  #: relayed-access message.content
            }
            </script>
            <template><p>{{ text }}</p></template>
        """,
    })


def test_a_composable_needs_no_import():
    agree({
        "package.json": """
            { "dependencies": { "nuxt": "3" } }
        """,
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "composables/useModels.ts": """
            import ollama from 'ollama/browser'
            export const useModels = () => {
              const models = ref<any[]>([])
              const load = async () => { models.value = (await ollama.list()).models }  #: sdk-call tags, response-access models
              return { models, load }
            }
        """,
        "components/ModelList.vue": """
            <script setup lang="ts">
            const { models, load } = useModels()
            await load()
            </script>
            <template><li v-for="m in models" :key="m.digest">{{ m.name }}</li></template>  #: response-access models[].digest, models[].name
        """,
    })


def test_async_data_of_nuxt():
    agree({
        "pages/index.vue": """
            <script setup lang="ts">
            import ollama from 'ollama'
            const { data } = await useAsyncData('models', () => ollama.list())  #: sdk-call tags
            </script>
            <template><i v-for="m in data.models" :key="m.digest">x</i></template>  #: response-access models, models[].digest
        """,
    })


def test_shared_state_of_nuxt():
    agree({
        "package.json": """
            { "dependencies": { "nuxt": "3" } }
        """,
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "composables/useReply.ts": """
            export const useReply = () => useState<any>('reply', () => null)
        """,
        "pages/index.vue": """
            <script setup lang="ts">
            import ollama from 'ollama'
            const reply = useReply()
            const ask = async () => { reply.value = await ollama.chat({ model: 'm', messages: [] }) }  #: sdk-call chat, model-tag m
            </script>
            <template><p @click="ask">{{ reply.message.content }}</p></template>  #: response-access message, message.content
        """,
    })


def test_a_request_with_transform():
    agree({
        "package.json": """
            { "dependencies": { "nuxt": "3" } }
        """,
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "server/api/models.ts": """
            export default eventHandler(async () => {
              const list = await $fetch('http://localhost:11434/api/tags')  #: endpoint /api/tags
              return list  #: relay
            })
        """,
        "pages/a.vue": """
            <script setup lang="ts">
            const { data, refresh } = useLazyFetch('/api/models')
            const first = computed(() => data.value?.models[0])  #: relayed-access models
            </script>
            <template><p @click="refresh">{{ first.name }} {{ first.details.family }}</p></template>  #: relayed-access models[].name, models[].details, models[].details.family
        """,
    })


def test_a_stream_that_a_route_sends_on():
    agree({
        "package.json": """
            { "dependencies": { "nuxt": "3" } }
        """,
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "server/api/stream.post.ts": """
            export default defineEventHandler(async (event) => {
              const body = await readBody(event)
              const res = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: JSON.stringify(body) })  #: endpoint /api/chat
              return sendStream(event, res.body)  #: relay
            })
        """,
        "composables/useStream.ts": r"""
            export function useStream() {
              return async (messages: object[], on: (t: string) => void) => {
                const res = await fetch('/api/stream', { method: 'POST', body: JSON.stringify({ model: 'm', messages, think: false }) })  #: model-tag m, request-key think
                const reader = res.body!.pipeThrough(new TextDecoderStream()).getReader()
                for (;;) {
                  const { value, done } = await reader.read()
                  if (done) break
                  for (const line of value.split('\n').filter(Boolean)) on(JSON.parse(line).message.content)  #: relayed-access split, JSON, message, message.content
                }
              }
            }
        """,
    })


def test_a_route_with_a_parameter():
    agree({
        "package.json": """
            { "dependencies": { "nuxt": "3" } }
        """,
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "server/api/models/[name].get.ts": """
            import ollama from 'ollama'
            export default defineEventHandler((event) => ollama.show({ model: getRouterParam(event, 'name')! }))  #: sdk-admin show, relay
        """,
        "pages/model/[name].vue": """
            <script setup lang="ts">
            const route = useRoute()
            const { data } = await useFetch(`/api/models/${route.params.name}`)
            </script>
            <template><p>{{ data.details.family }}</p></template>  #: relayed-access details, details.family
        """,
    })


def test_a_cached_handler():
    agree({
        "package.json": """
            { "dependencies": { "nuxt": "3" } }
        """,
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "server/api/running.get.ts": """
            import ollama from 'ollama'
            export default defineCachedEventHandler(async () => {
              const { models } = await ollama.ps()  #: sdk-admin ps, response-access models
              return models.map((m) => ({ name: m.name, expires: m.expires_at }))  #: response-access models[].name, models[].expires_at
            }, { maxAge: 10 })
        """,
        "pages/b.vue": """
            <script setup lang="ts">
            const { data } = await useFetch('/api/running')
            </script>
            <template><p v-for="m in data">{{ m.name }} {{ m.expires }}</p></template>
        """,
    })
