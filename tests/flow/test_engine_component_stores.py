"""Stores: Pinia, and state of one's own."""

from tests.flow.flowing import agree


def test_a_pinia_store_with_options():
    agree({
        "stores/models.ts": """
            import { defineStore } from 'pinia'
            import ollama from 'ollama'
            export const useModelStore = defineStore('models', {
              state: () => ({ models: [] as any[], selected: '' }),
              getters: {
                names: (state) => state.models.map((m) => m.name),  #: response-access models[].name
                first(): any { return this.models[0] },
              },
              actions: {
                async fetch() {
                  const res = await ollama.list()  #: sdk-call tags
                  this.models = res.models  #: response-access models
                },
              },
            })
        """,
        "List.vue": """
            <script setup lang="ts">
            import { useModelStore } from './stores/models'
            const store = useModelStore()
            store.fetch()
            </script>
            <template>
              <p v-for="m in store.models" :key="m.digest">{{ m.details.family }}</p>  #: response-access models[].digest, models[].details, models[].details.family
              <b>{{ store.first.size }}</b>  #: response-access models[].size
            </template>
        """,
    })


def test_a_pinia_store_with_setup():
    agree({
        "stores/chat.ts": """
            import { computed, ref } from 'vue'
            import { defineStore } from 'pinia'
            import { Ollama } from 'ollama/browser'
            export const useChat = defineStore('chat', () => {
              const client = new Ollama()  #: client
              const last = ref<any>(null)
              const text = computed(() => last.value?.message.content ?? '')  #: response-access message, message.content
              async function send(messages: object[]) {
                last.value = await client.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
              }
              return { last, text, send }
            })
        """,
        "Chat.vue": """
            <script setup lang="ts">
            import { storeToRefs } from 'pinia'
            import { useChat } from './stores/chat'
            const chat = useChat()
            const { last, text } = storeToRefs(chat)
            </script>
            <template>
              <p @click="chat.send([])">{{ text }} <i>{{ last.eval_count }}</i></p>  #: response-access eval_count
            </template>
        """,
    })


def test_a_store_calls_another():
    agree({
        "stores/settings.ts": """
            import { defineStore } from 'pinia'
            export const useSettings = defineStore('settings', { state: () => ({ host: 'http://localhost:11434', theme: 'dark' }) })
        """,
        "stores/models.ts": """
            import { defineStore } from 'pinia'
            import { useSettings } from './settings'
            export const useModels = defineStore('models', {
              state: () => ({ list: [] as any[] }),
              actions: {
                async load() {
                  const { host } = useSettings()
                  const data = await fetch(`${host}/api/tags`).then((r) => r.json())  #: endpoint /api/tags
                  this.list = data.models  #: response-access models
                },
                sizes() {
                  return this.list.map((m) => m.size)  #: response-access models[].size
                },
              },
            })
        """,
    })


def test_a_slice_of_redux():
    agree({
        "slice.ts": """
            import { createAsyncThunk, createSlice } from '@reduxjs/toolkit'
            import ollama from 'ollama'
            export const load = createAsyncThunk('models/load', async () => (await ollama.list()).models)  #: sdk-call tags, response-access models
            const slice = createSlice({
              name: 'models',
              initialState: { models: [] as any[] },
              reducers: {},
              extraReducers: (b) => b.addCase(load.fulfilled, (state, action) => { state.models = action.payload }),
            })
            export default slice.reducer
        """,
    })


def test_a_singleton_of_state_outside_of_any_store():
    agree({
        "state.ts": """
            import { reactive, readonly } from 'vue'
            import ollama from 'ollama'
            const state = reactive({ models: [] as any[] })
            export const load = async () => { state.models = (await ollama.list()).models }  #: sdk-call tags, response-access models
            export const models = readonly(state)
        """,
        "Picker.vue": """
            <script setup>
            import { load, models } from './state'
            load()
            </script>
            <template><i v-for="m of models.models">{{ m.name }}</i></template>  #: response-access models[].name
        """,
    })
