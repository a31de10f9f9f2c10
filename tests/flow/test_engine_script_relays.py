"""Routes that pass answers on, and what the browser reads of them."""

from tests.flow.flowing import agree


def test_an_express_route_that_passes_the_text_on():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.post('/api/ask', async (req, res) => {
              const answer = await ollama.chat({ model: 'm', messages: req.body.messages })  #: sdk-call chat, model-tag m
              res.json({ text: answer.message.content, message: { content: 'x' } })  #: response-access message, message.content
            })
        """,
        "public/app.js": """
            const answer = await (await fetch('/api/ask', { method: 'POST' })).json()
            console.log(answer.text, answer.message.content)
        """,
    })


def test_an_express_route_that_streams_lines():
    agree({
        "server.ts": r"""
            import express from 'express'
            import ollama from 'ollama'
            const router = express.Router()
            router.post('/stream', async (req, res) => {
              const stream = await ollama.generate({ model: 'm', prompt: req.body.prompt, stream: true })  #: sdk-call generate, model-tag m, request-key prompt
              for await (const part of stream) res.write(JSON.stringify(part) + '\n')  #: relay
              res.end()
            })
            export default router
        """,
        "web/stream.ts": r"""
            export async function read(prompt: string, on: (t: string) => void) {
              const res = await fetch('/stream', { method: 'POST', body: JSON.stringify({ prompt }) })
              const reader = res.body!.getReader()
              const decoder = new TextDecoder()
              let rest = ''
              for (;;) {
                const { done, value } = await reader.read()
                if (done) return
                rest += decoder.decode(value)
                const lines = rest.split('\n')
                rest = lines.pop()!
                for (const line of lines) on(JSON.parse(line).response)  #: relayed-access response
              }
            }
        """,
    })


def test_a_route_of_nitro_and_its_reader():
    agree({
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "server/api/models.get.ts": """
            export default defineEventHandler(async () => {
              return await $fetch('http://localhost:11434/api/tags')  #: endpoint /api/tags, relay
            })
        """,
        "pages/index.vue": """
            <script setup lang="ts">
            const { data } = await useFetch('/api/models')
            </script>
            <template>
              <li v-for="m in data.models" :key="m.digest">{{ m.name }}</li>  #: relayed-access models, models[].digest, models[].name
            </template>
        """,
    })


def test_hono():
    agree({
        "server.ts": """
            import { Hono } from 'hono'
            import ollama from 'ollama'
            const app = new Hono()
            app.get('/models', async (c) => c.json(await ollama.list()))  #: sdk-call tags, relay
            export default app
        """,
        "web.ts": """
            const { models } = await fetch('/models').then((r) => r.json())  #: relayed-access models
            console.log(models[0].details.family)  #: relayed-access models[].details, models[].details.family
        """,
    })
