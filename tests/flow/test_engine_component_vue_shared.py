"""Components of Vue: props, composables, services."""

from tests.flow.flowing import agree


def test_a_prop_of_a_child_component():
    agree({
        "Card.vue": """
            <script setup lang="ts">
            const props = defineProps<{ model: any }>()
            const title = props.model.name.toUpperCase()  #: response-access models[].name
            </script>
            <template>
              <h3>{{ title }}</h3>
              <p>{{ model.details.parameter_size }}</p>  #: response-access models[].details, models[].details.parameter_size
            </template>
        """,
        "List.vue": """
            <script setup lang="ts">
            import { ref } from 'vue'
            import ollama from 'ollama'
            import Card from './Card.vue'
            const models = ref([])
            ollama.list().then(({ models: all }) => { models.value = all })  #: sdk-call tags, response-access models
            </script>
            <template>
              <Card v-for="m in models" :key="m.name" :model="m" />  #: response-access models[].name
            </template>
        """,
    })


def test_a_prop_that_is_written_with_dashes():
    agree({
        "ReplyBox.vue": """
            <script setup>
            defineProps(['lastReply'])
            </script>
            <template><p>{{ lastReply.message.content }}</p></template>  #: response-access message, message.content
        """,
        "Page.vue": """
            <script setup>
            import { ref } from 'vue'
            import ollama from 'ollama'
            import ReplyBox from './ReplyBox.vue'
            const reply = ref(null)
            const ask = async () => { reply.value = await ollama.chat({ model: 'm', messages: [] }) }  #: sdk-call chat, model-tag m
            </script>
            <template><reply-box :last-reply="reply" @again="ask" /></template>
        """,
    })


def test_a_template_ref_of_another_name_is_left_alone():
    agree({
        "Other.vue": """
            <script setup>
            import { ref } from 'vue'
            import ollama from 'ollama'
            const models = ref([{ name: 'own', size: 1 }])
            const text = ref('')
            const ask = async () => { text.value = (await ollama.generate({ model: 'm', prompt: 'x' })).response }  #: sdk-call generate, model-tag m, request-key prompt, response-access response
            </script>
            <template>
              <p v-for="m in models" :key="m.name">{{ m.size }}</p>
              <p>{{ text.response }}</p>
            </template>
        """,
    })


def test_the_stream_fills_a_message():
    agree({
        "Stream.vue": """
            <script setup lang="ts">
            import { ref } from 'vue'
            import ollama from 'ollama/browser'
            const messages = ref<{ role: string; content: string }[]>([])
            async function send(content: string) {
              messages.value.push({ role: 'user', content })
              const stream = await ollama.chat({ model: 'm', messages: messages.value, stream: true })  #: sdk-call chat, model-tag m
              const reply = { role: 'assistant', content: '' }
              messages.value.push(reply)
              for await (const part of stream) {
                reply.content += part.message.content  #: response-access message, message.content
              }
            }
            </script>
            <template><p v-for="m in messages" @click="send('x')">{{ m.role }}: {{ m.content }}</p></template>
        """,
    })


def test_whole_messages_are_kept():
    agree({
        "Keep.vue": """
            <script setup lang="ts">
            import { ref } from 'vue'
            import ollama from 'ollama'
            const history = ref<any[]>([])
            const send = async () => {
              const { message } = await ollama.chat({ model: 'm', messages: history.value })  #: sdk-call chat, model-tag m, response-access message
              history.value.push(message)
            }
            </script>
            <template>
              <p v-for="m in history" @click="send">{{ m.content }} <i>{{ m.thinking }}</i></p>  #: response-access message.content, message.thinking
            </template>
        """,
    })


def test_a_service_with_fetch_behind_a_view():
    agree({
        "src/services/llm.ts": """
            const BASE_URL = import.meta.env.VITE_LLM_URL ?? 'http://localhost:11434'
            export const llm = {
              async models() {
                const res = await fetch(`${BASE_URL}/api/tags`)  #: endpoint /api/tags
                return (await res.json()).models  #: response-access models
              },
            }
        """,
        "src/views/Models.vue": """
            <script setup lang="ts">
            import { ref } from 'vue'
            import { llm } from '@/services/llm'
            const models = ref(await llm.models())
            </script>
            <template>
              <tr v-for="model in models">
                <td>{{ model.name }}</td>  #: response-access models[].name
                <td>{{ (model.size / 1e9).toFixed(1) }} GB</td>  #: response-access models[].size
              </tr>
            </template>
        """,
    })


def test_to_refs_of_a_composable():
    agree({
        "useChat.ts": """
            import { reactive, toRefs } from 'vue'
            import ollama from 'ollama'
            export function useChat() {
              const state = reactive({ last: null as any })
              async function run() { state.last = await ollama.chat({ model: 'm', messages: [] }) }  #: sdk-call chat, model-tag m
              return { ...toRefs(state), run }
            }
        """,
        "Chat.vue": """
            <script setup>
            import { useChat } from './useChat'
            const { last, run } = useChat()
            const copy = () => navigator.clipboard.writeText(last.value.message.content)  #: response-access message, message.content
            </script>
            <template><b @click="run" @dblclick="copy">{{ last.done_reason }}</b></template>  #: response-access done_reason
        """,
    })


def test_provide_and_inject():
    agree({
        "Root.vue": """
            <script setup>
            import { provide } from 'vue'
            import ollama from 'ollama'
            provide('llm', ollama)
            </script>
            <template><slot /></template>
        """,
        "Leaf.vue": """
            <script setup>
            import { inject, ref } from 'vue'
            const llm = inject('llm')
            const text = ref('')
            </script>
            <template>{{ text }}</template>
        """,
    })


def test_an_emitted_chunk():
    agree({
        "Source.vue": """
            <script setup lang="ts">
            import ollama from 'ollama'
            const emit = defineEmits<{ part: [any] }>()
            for await (const part of await ollama.generate({ model: 'm', prompt: 'x', stream: true })) emit('part', part.response)  #: sdk-call generate, model-tag m, request-key prompt, response-access response
            </script>
            <template><i /></template>
        """,
    })


def test_a_slot_with_a_value():
    agree({
        "Loader.vue": """
            <script setup>
            import { ref } from 'vue'
            import ollama from 'ollama'
            const models = ref([])
            ollama.list().then((r) => (models.value = r.models))  #: sdk-call tags, response-access models
            </script>
            <template>
              <slot :models="models" :count="models.length" />
            </template>
        """,
    })


def test_the_class_of_an_element_depends_on_a_chunk():
    agree({
        "Bind.vue": """
            <script setup>
            import { shallowRef } from 'vue'
            import ollama from 'ollama'
            const last = shallowRef(null)
            const run = async () => { last.value = await ollama.generate({ model: 'm', prompt: 'x' }) }  #: sdk-call generate, model-tag m, request-key prompt
            </script>
            <template>
              <div :class="{ done: last.done }" :title="`${last.total_duration / 1e6} ms`" @click="run">x</div>  #: response-access done, total_duration
            </template>
        """,
    })
