"""Other things beside Ollama's: only Ollama's are found."""

from tests.flow.flowing import agree


def test_a_text_that_is_split():
    agree({
        "t.js": r"""
            import ollama from 'ollama'
            import fs from 'node:fs'
            for (const line of fs.readFileSync('x.jsonl', 'utf8').split('\n')) console.log(JSON.parse(line).message.content)
            console.log(ollama)
        """,
    })


def test_an_event_source_of_another_server():
    agree({
        "e.js": """
            const OLLAMA = 'http://localhost:11434'
            const source = new EventSource('https://events.example.com/stream')
            source.onmessage = (e) => console.log(JSON.parse(e.data).response, OLLAMA)
        """,
    })


def test_events_of_openai_through_an_own_route():
    agree({
        "server.js": r"""
            import express from 'express'
            import OpenAI from 'openai'
            import ollama from 'ollama'
            const app = express()
            app.post('/ask', async (req, res) => {
              const stream = await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: req.body.messages, stream: true })
              for await (const part of stream) res.write(`data: ${JSON.stringify(part)}\n\n`)
            })
            export { ollama }
        """,
        "web.js": r"""
            const res = await fetch('/ask', { method: 'POST', body: '{}' })
            for (const line of (await res.text()).split('\n')) console.log(JSON.parse(line.slice(6)).choices[0].delta.content)
        """,
    })


def test_the_status_of_a_response():
    agree({
        "s.ts": """
            const res = await fetch('http://localhost:11434/')
            console.log(res.ok, res.status, res.statusText, res.headers.get('x'))
        """,
    })


def test_two_providers_in_one_function():
    agree({
        "p.ts": """
            import OpenAI from 'openai'
            import ollama from 'ollama'
            export async function ask(provider: string, messages: any[]) {
              if (provider === 'openai') {
                const r = await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages })
                return r.choices[0].message.content
              }
              const r = await ollama.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
              return r.message.content  #: response-access message, message.content
            }
        """,
    })


def test_what_is_read_from_the_text_of_an_answer_is_the_models_own():
    agree({
        "j.js": """
            import ollama from 'ollama'
            const r = await ollama.generate({ model: 'm', prompt: 'x', format: 'json' })  #: sdk-call generate, model-tag m, request-key prompt, format
            const own = JSON.parse(r.response)  #: response-access response
            console.log(own.response, own.models, own.message.content, own.done)
        """,
    })


def test_strings_have_no_fields():
    agree({
        "s.js": r"""
            import ollama from 'ollama'
            const { message } = await ollama.chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m, response-access message
            const text = message.content  #: response-access message.content
            console.log(text.length, text.split('\n')[0], text.content, text.message)
        """,
    })


def test_a_message_that_the_program_builds():
    agree({
        "m.js": """
            import ollama from 'ollama'
            const messages = [{ role: 'user', content: 'x' }]
            await ollama.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
            for (const message of messages) console.log(message.content, message.role)
        """,
    })


def test_options_of_another_library():
    agree({
        "c.js": """
            import ollama from 'ollama'
            import { Chart } from 'chart.js'
            new Chart('x', { type: 'bar', options: { seed: 1, stop: true, format: 'json' } })
            await ollama.generate({ model: 'm', prompt: 'x' })  #: sdk-call generate, model-tag m, request-key prompt
        """,
    })


def test_options_in_camel_case_mean_nothing_to_the_client():
    agree({
        "c.js": """
            import ollama from 'ollama'
            await ollama.generate({ model: 'm', prompt: 'x', keepAlive: '5m', options: { numCtx: 1, numPredict: 2, repeatPenalty: 1 } })  #: sdk-call generate, model-tag m, request-key prompt, options
        """,
    })


def test_a_class_of_that_name_without_the_import():
    agree({
        "Ollama.ts": """
            export class Ollama {
              chat() { return { message: { content: 'x' } } }
            }
        """,
        "main.ts": """
            import { Ollama } from './Ollama'
            console.log(new Ollama().chat().message.content)
        """,
    })


def test_a_store_without_ollama():
    agree({
        "store.ts": """
            import { defineStore } from 'pinia'
            export const useOllamaTheme = defineStore('theme', { state: () => ({ models: [{ name: 'dark', details: { family: 'x' } }] }) })
        """,
        "v.vue": """
            <script setup>
            import { useOllamaTheme } from './store'
            const s = useOllamaTheme()
            </script>
            <template><p v-for="m in s.models">{{ m.name }} {{ m.details.family }}</p></template>
        """,
    })


def test_a_graphql_answer():
    agree({
        "g.ts": """
            import ollama from 'ollama'
            const { data } = await fetch('/graphql', { method: 'POST', body: JSON.stringify({ query: '{ models { name } }' }) }).then((r) => r.json())
            console.log(data.models[0].name, ollama)
        """,
    })


def test_axios_with_another_base():
    agree({
        "x.js": """
            import axios from 'axios'
            const api = axios.create({ baseURL: 'https://api.example.com' })
            const other = axios.create({ baseURL: 'http://localhost:11434' })
            const { data } = await api.get('/api/tags')
            console.log(data.models[0].name, other)
        """,
    })


def test_two_addresses_in_one_table():
    agree({
        "t.js": """
            const HOSTS = { cms: 'https://cms.example.com', llm: 'http://localhost:11434' }
            const a = await fetch(`${HOSTS.cms}/api/tags`).then((r) => r.json())
            console.log(a.models[0].name)
        """,
    })
