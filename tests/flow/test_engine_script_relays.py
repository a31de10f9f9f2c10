"""Routes that pass answers on, and what the browser reads of them."""

from tests.flow.flowing import agree


def test_an_express_route_that_passes_the_answer_on():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.post('/api/ask', async (req, res) => {
              const answer = await ollama.chat({ model: 'm', messages: req.body.messages })  #: sdk-call chat, model-tag m
              res.json(answer)  #: relay
            })
        """,
        "public/app.js": """
            async function ask(messages) {
              const res = await fetch('/api/ask', { method: 'POST', body: JSON.stringify({ messages }) })
              const answer = await res.json()
              document.title = answer.message.content  #: relayed-access message, message.content
            }
        """,
    })


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


def test_a_body_that_is_piped_through():
    agree({
        "server.ts": """
            import express from 'express'
            const app = express()
            app.post('/api/proxy', async (req, res) => {
              const upstream = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: JSON.stringify(req.body) })  #: endpoint /api/chat
              for await (const chunk of upstream.body as any) res.write(chunk)  #: relay
              res.end()
            })
        """,
        "web/a.ts": r"""
            const res = await fetch('/api/proxy', { method: 'POST', body: JSON.stringify({ model: 'm', messages: [], keep_alive: 0 }) })  #: model-tag m, request-key keep_alive
            const text = await res.text()
            for (const line of text.split('\n')) if (line) console.log(JSON.parse(line).message.content)  #: relayed-access split, JSON, message, message.content
        """,
    })


def test_a_route_of_next_that_returns_the_upstreams_body():
    agree({
        "next.config.js": """
            module.exports = {}
        """,
        "app/api/chat/route.ts": """
            export async function POST(request: Request) {
              const body = await request.json()
              const upstream = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: JSON.stringify(body) })  #: endpoint /api/chat
              return new Response(upstream.body, { headers: { 'Content-Type': 'application/x-ndjson' } })  #: relay
            }
        """,
        "app/page.tsx": """
            'use client'
            export default function Page() {
              async function send() {
                const res = await fetch('/api/chat', { method: 'POST', body: JSON.stringify({ model: 'm', messages: [] }) })  #: model-tag m
                const reader = res.body!.getReader()
                const { value } = await reader.read()
                console.log(JSON.parse(new TextDecoder().decode(value)).message.content)  #: relayed-access JSON, message, message.content
              }
              return <button onClick={send}>Send</button>
            }
        """,
    })


def test_an_api_page_of_next():
    agree({
        "next.config.js": """
            module.exports = {}
        """,
        "pages/api/generate.ts": """
            import type { NextApiRequest, NextApiResponse } from 'next'
            import ollama from 'ollama'
            export default async function handler(req: NextApiRequest, res: NextApiResponse) {
              const out = await ollama.generate({ model: 'm', prompt: req.body.prompt })  #: sdk-call generate, model-tag m, request-key prompt
              res.status(200).json(out)  #: relay
            }
        """,
        "pages/index.tsx": """
            export default function Home() {
              const run = async () => {
                const { response } = await fetch('/api/generate', { method: 'POST' }).then((r) => r.json())  #: relayed-access response
                alert(response)
              }
              return <button onClick={run}>Run</button>
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


def test_a_route_of_sveltekit():
    agree({
        "svelte.config.js": """
            export default {}
        """,
        "src/routes/api/tags/+server.ts": """
            import { json } from '@sveltejs/kit'
            import ollama from 'ollama'
            export async function GET() {
              return json(await ollama.list())  #: sdk-call tags, relay
            }
        """,
        "src/routes/+page.svelte": """
            <script>
              let models = []
              async function load() {
                models = (await (await fetch('/api/tags')).json()).models  #: relayed-access models
              }
            </script>
            {#each models as m}<p>{m.name}</p>{/each}  #: relayed-access models[].name
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
