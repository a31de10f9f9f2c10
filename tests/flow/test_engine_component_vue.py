"""Components of Vue: refs, computed values, options, templates."""

from tests.flow.flowing import agree


def test_a_ref_filled_in_a_function_and_read_by_the_template():
    agree({
        "Models.vue": """
            <script setup lang="ts">
            import { onMounted, ref } from 'vue'
            import ollama from 'ollama/browser'
            const models = ref([])
            const error = ref('')
            async function load() {
              try {
                const response = await ollama.list()  #: sdk-call tags
                models.value = response.models  #: response-access models
              } catch (e) {
                error.value = e.message
              }
            }
            onMounted(load)
            </script>
            <template>
              <p v-if="error">{{ error }}</p>
              <li v-for="m in models" :key="m.digest">{{ m.name }} ({{ m.details.family }})</li>  #: response-access models[].digest, models[].name, models[].details, models[].details.family
            </template>
        """,
    })


def test_a_reactive_object():
    agree({
        "Chat.vue": """
            <script setup>
            import { reactive } from 'vue'
            import ollama from 'ollama'
            const state = reactive({ answer: null, busy: false })
            async function ask(prompt) {
              state.busy = true
              state.answer = await ollama.generate({ model: 'm', prompt })  #: sdk-call generate, model-tag m, request-key prompt
              state.busy = false
            }
            </script>
            <template>
              <pre @click="ask('x')">{{ state.answer?.response }}</pre>  #: response-access response
              <small v-if="state.answer">{{ state.answer.eval_count }} tokens</small>  #: response-access eval_count
            </template>
        """,
    })


def test_a_computed_value_over_a_ref():
    agree({
        "Sizes.vue": """
            <script setup lang="ts">
            import { computed, ref } from 'vue'
            import ollama from 'ollama'
            const list = ref()
            ollama.list().then((r) => { list.value = r })  #: sdk-call tags
            const names = computed(() => list.value?.models.map((m) => m.name) ?? [])  #: response-access models, models[].name
            const biggest = computed({
              get: () => list.value.models[0],  #: response-access models
              set: () => {},
            })
            </script>
            <template>
              <p>{{ names.join(', ') }}</p>
              <b>{{ biggest.size }}</b>  #: response-access models[].size
            </template>
        """,
    })


def test_a_watcher_is_given_the_value():
    agree({
        "Watch.vue": """
            <script setup lang="ts">
            import { ref, watch } from 'vue'
            import ollama from 'ollama'
            const info = ref()
            watch(info, (now) => {
              document.title = now.details.family  #: response-access details, details.family
            })
            async function pick(model: string) {
              info.value = await ollama.show({ model })  #: sdk-admin show
            }
            </script>
            <template><button @click="pick('m')">x</button></template>  #: model-tag m
        """,
    })


def test_a_composable_that_returns_refs():
    agree({
        "src/composables/useModels.ts": """
            import { ref } from 'vue'
            import ollama from 'ollama/browser'
            export function useModels() {
              const models = ref<any[]>([])
              const refresh = async () => { models.value = (await ollama.list()).models }  #: sdk-call tags, response-access models
              return { models, refresh }
            }
        """,
        "src/components/Picker.vue": """
            <script setup lang="ts">
            import { useModels } from '@/composables/useModels'
            const { models, refresh } = useModels()
            refresh()
            const smallest = () => models.value[0].size  #: response-access models[].size
            </script>
            <template>
              <option v-for="{ name, digest } in models" :key="digest">{{ name }}</option>  #: response-access models[].name, models[].digest
            </template>
        """,
    })


def test_the_options_api():
    agree({
        "Options.vue": """
            <script>
            import ollama from 'ollama'
            export default {
              name: 'ModelList',
              data() {
                return { models: [], current: null }
              },
              computed: {
                total() { return this.models.reduce((sum, m) => sum + m.size, 0) },  #: response-access models[].size
              },
              async mounted() {
                await this.refresh()
              },
              methods: {
                async refresh() {
                  const res = await ollama.list()  #: sdk-call tags
                  this.models = res.models  #: response-access models
                  this.current = this.models[0]
                  console.log(this.current.name)  #: response-access models[].name
                },
              },
            }
            </script>
            <template>
              <div>{{ total }} {{ current.modified_at }}</div>  #: response-access models[].modified_at
              <span v-for="(m, i) in models" :key="i">{{ m.name }}</span>  #: response-access models[].name
            </template>
        """,
    })


def test_define_component():
    agree({
        "Define.vue": """
            <script lang="ts">
            import { defineComponent } from 'vue'
            import ollama from 'ollama'
            export default defineComponent({
              setup() {
                const ask = async (prompt: string) => (await ollama.generate({ model: 'm', prompt })).response  #: sdk-call generate, model-tag m, request-key prompt, response-access response
                return { ask }
              },
            })
            </script>
            <template><button @click="ask('x')">{{ ask.message }}</button></template>
        """,
    })
