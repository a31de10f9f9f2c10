"""Whole pages in small."""

from tests.flow.flowing import agree


def test_a_chat_page_of_vue_with_fetch():
    agree({
        "src/api/chat.ts": r"""
            const HOST = import.meta.env.VITE_LLM ?? 'http://localhost:11434'
            export type Part = { message: { role: string; content: string }; done: boolean; eval_count?: number }  #: response-access message, message.content, done, eval_count
            export async function* chat(model: string, messages: object[], signal?: AbortSignal): AsyncGenerator<Part> {
              const res = await fetch(`${HOST}/api/chat`, {  #: endpoint /api/chat
                method: 'POST', signal, headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ model, messages, options: { num_ctx: 8192 } }),  #: request-key options, option num_ctx
              })
              if (!res.ok || !res.body) throw new Error(`HTTP ${res.status}`)
              const reader = res.body.getReader()
              const decoder = new TextDecoder()
              let buffer = ''
              for (;;) {
                const { done, value } = await reader.read()
                if (done) break
                buffer += decoder.decode(value, { stream: true })
                const lines = buffer.split('\n')  #: stream-parse split
                buffer = lines.pop() ?? ''
                for (const line of lines) if (line.trim()) yield JSON.parse(line) as Part  #: stream-parse JSON
              }
            }
        """,
        "src/stores/chat.ts": """
            import { ref } from 'vue'
            import { defineStore } from 'pinia'
            import { chat } from '@/api/chat'
            export const useChat = defineStore('chat', () => {
              const messages = ref<{ role: string; content: string }[]>([])
              const tokens = ref(0)
              const model = ref('llama3.2:3b')  #: model-tag llama3.2:3b
              let controller: AbortController | undefined
              async function send(content: string) {
                controller = new AbortController()
                messages.value.push({ role: 'user', content }, { role: 'assistant', content: '' })
                for await (const part of chat(model.value, messages.value, controller.signal)) {
                  messages.value[messages.value.length - 1].content += part.message.content  #: response-access message, message.content
                  if (part.done) tokens.value = part.eval_count ?? 0  #: response-access done, eval_count
                }
              }
              return { messages, tokens, model, send, stop: () => controller?.abort() }
            })
        """,
        "src/views/Chat.vue": """
            <script setup lang="ts">
            import { ref } from 'vue'
            import { useChat } from '@/stores/chat'
            const store = useChat()
            const text = ref('')
            </script>
            <template>
              <p v-for="(m, i) in store.messages" :key="i">{{ m.role }}: {{ m.content }}</p>
              <input v-model="text" @keydown.enter="store.send(text)">
              <small>{{ store.tokens }} {{ store.model }}</small>
            </template>
        """,
    })


def test_a_page_of_models_of_react_with_a_library_of_its_own():
    agree({
        "src/lib/llm.ts": """
            export class LlmError extends Error {}
            export const createLlm = (base = 'http://localhost:11434') => {
              const request = async <T,>(path: string, init?: RequestInit): Promise<T> => {
                const res = await fetch(`${base}${path}`, init)
                if (!res.ok) throw new LlmError((await res.json()).error)  #: error-handling error
                return res.json()
              }
              return {
                list: () => request<any>('/api/tags').then((r) => r.models),  #: endpoint /api/tags, response-access models
                show: (model: string) => request<any>('/api/show', { method: 'POST', body: JSON.stringify({ model }) }),  #: endpoint /api/show
              }
            }
        """,
        "src/hooks/useModels.ts": """
            import { useEffect, useMemo, useState } from 'react'
            import { createLlm } from '../lib/llm'
            export function useModels() {
              const llm = useMemo(() => createLlm(), [])
              const [models, setModels] = useState<any[]>([])
              useEffect(() => { llm.list().then(setModels) }, [llm])
              return { models, show: llm.show }
            }
        """,
        "src/Models.tsx": """
            import { useState } from 'react'
            import { useModels } from './hooks/useModels'
            export function Models() {
              const { models, show } = useModels()
              const [info, setInfo] = useState<any>(null)
              return (
                <ul>
                  {models.map((m) => <li key={m.digest} onClick={async () => setInfo(await show(m.name))}>{m.name}</li>)}  #: response-access models[].digest, models[].name, models[].name
                  {info && <pre>{info.details.family} {info.capabilities.join()}</pre>}  #: response-access details, details.family, capabilities
                </ul>
              )
            }
        """,
    })


def test_a_relay_of_events_and_its_reader_in_svelte():
    agree({
        "server.js": r"""
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.post('/api/ask', async (req, res) => {
              res.setHeader('Content-Type', 'text/event-stream')
              const stream = await ollama.chat({ model: 'm', messages: req.body.messages, stream: true })  #: sdk-call chat, model-tag m
              for await (const part of stream) res.write(`data: ${JSON.stringify(part)}\n\n`)  #: relay
              res.end()
            })
        """,
        "src/Chat.svelte": r"""
            <script>
              let text = ''
              async function ask(messages) {
                const res = await fetch('/api/ask', { method: 'POST', body: JSON.stringify({ messages }) })
                const reader = res.body.getReader()
                const decoder = new TextDecoder()
                while (true) {
                  const { done, value } = await reader.read()
                  if (done) break
                  for (const event of decoder.decode(value).split('\n\n')) {
                    if (event.startsWith('data: ')) text += JSON.parse(event.slice(6)).message.content  #: relayed-access message, message.content
                  }
                }
              }
            </script>
            <button on:click={() => ask([])}>{text}</button>
        """,
    })
