"""One program, two sources: only what Ollama told is found."""

from tests.flow.flowing import agree


def test_what_nuxt_tells_of_a_request_is_its_own():
    agree({
        "nuxt.config.ts": """
            export default defineNuxtConfig({})
        """,
        "server/api/models.get.ts": """
            import ollama from 'ollama'
            export default defineEventHandler(() => ollama.list())  #: sdk-call tags, relay
        """,
        "pages/index.vue": """
            <script setup lang="ts">
            const { data, error, status, pending, refresh } = await useFetch('/api/models')
            </script>
            <template>
              <p v-if="error" @click="refresh">{{ error.message }} {{ status }} {{ pending }}</p>
              <p v-for="m in data.models">{{ m.name }}</p>  #: relayed-access models, models[].name
            </template>
        """,
    })


def test_messages_of_the_clients_type_that_the_program_keeps():
    agree({
        "a.ts": """
            import type { Message } from 'ollama'
            const history: Message[] = [{ role: 'user', content: 'x' }]  #: sdk-type chat
            for (const m of history) console.log(m.role, m.content.length)
        """,
    })


def test_settings_of_an_agent():
    agree({
        "a.ts": """
            import { Agent } from 'node:http'
            import { Ollama } from 'ollama'
            const agent = new Agent({ keepAlive: true, timeout: 1000 })
            export const client = new Ollama({ host: 'http://localhost:11434', fetch: (url, init) => fetch(url, { ...init, agent } as any) })  #: client, host
        """,
    })


def test_the_request_of_a_server_is_read_in_chunks():
    agree({
        "a.js": """
            import http from 'node:http'
            import ollama from 'ollama'
            http.createServer(async (request, response) => {
              let body = ''
              for await (const chunk of request) body += chunk
              const { message } = JSON.parse(body)
              const answer = await ollama.chat({ model: 'm', messages: [message] })  #: sdk-call chat, model-tag m
              response.end(answer.message.content + message.content)  #: response-access message, message.content
            }).listen(3000)
        """,
    })


def test_two_routes_of_one_file():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.get('/users', async (req, res) => {
              const data = await db.users()
              res.json(data)
            })
            app.get('/tags', async (req, res) => {
              const data = await ollama.list()  #: sdk-call tags
              res.json(data)  #: relay
            })
        """,
        "a.js": """
            const users = await (await fetch('/users')).json()
            console.log(users.models, users.message.content)
        """,
    })


def test_a_shared_response_object_of_a_server():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.use(async (req, res, next) => { res.locals.models = (await ollama.list()).models; next() })  #: sdk-call tags, response-access models
            app.get('/count', (req, res) => res.json({ count: res.locals.models.length }))
        """,
        "a.js": """
            const data = await (await fetch('/count')).json()
            console.log(data.count, data.models)
        """,
    })


def test_two_requests_one_after_the_other():
    agree({
        "a.js": """
            const OLLAMA = 'http://localhost:11434'
            let res = await fetch(`${OLLAMA}/api/tags`)  #: endpoint /api/tags
            let data = await res.json()
            console.log(data.models)  #: response-access models
            res = await fetch('https://cars.example.com/models')
            data = await res.json()
            console.log(data.models)
        """,
    })


def test_the_address_in_one_branch():
    agree({
        "a.js": """
            async function models(kind) {
              if (kind === 'cars') {
                const res = await fetch('https://cars.example.com/models')
                const { models } = await res.json()
                return models.map((m) => m.name)
              }
              const res = await fetch('http://localhost:11434/api/tags')  #: endpoint /api/tags
              const { models } = await res.json()  #: response-access models
              return models.map((m) => m.name)  #: response-access models[].name
            }
        """,
    })


def test_an_own_stream_beside():
    agree({
        "a.js": """
            import fs from 'node:fs'
            import ollama from 'ollama'
            const stream = await ollama.chat({ model: 'm', messages: [], stream: true })  #: sdk-call chat, model-tag m
            for await (const part of stream) process.stdout.write(part.message.content)  #: response-access message, message.content
            const other = fs.createReadStream('x')
            for await (const part of other) console.log(part.message.content)
        """,
    })


def test_a_saved_answer_that_is_loaded_again():
    agree({
        "a.js": """
            import fs from 'node:fs'
            import ollama from 'ollama'
            fs.writeFileSync('x.json', JSON.stringify(await ollama.generate({ model: 'm', prompt: 'x' })))  #: sdk-call generate, model-tag m, request-key prompt
            const settings = JSON.parse(fs.readFileSync('y.json', 'utf8'))
            console.log(settings.response, settings.models)
        """,
    })


def test_an_emitter_of_another_thing():
    agree({
        "a.js": """
            import { EventEmitter } from 'node:events'
            import ollama from 'ollama'
            const bus = new EventEmitter()
            bus.on('user', (user) => console.log(user.message.content))
            bus.emit('model', await ollama.list())  #: sdk-call tags
        """,
    })


def test_elements_of_a_pair():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const load = async () => [await ollama.list(), await db.users()]  #: sdk-call tags
            const [list, users] = await load()
            console.log(list.models, users.models, users[0].name)  #: response-access models
        """,
    })


def test_fields_of_one_object():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const state = { llm: await ollama.list(), shop: await shop() }  #: sdk-call tags
            const { llm, shop: cars } = state
            console.log(llm.models, cars.models, state.shop.models, state.llm.message)  #: response-access models
        """,
    })


def test_a_function_that_gives_either():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const source = (kind) => (kind === 'llm' ? ollama : shopClient)
            const { models } = await source('llm').list()  #: sdk-call tags, response-access models
            console.log(models.length)
        """,
    })


def test_text_that_looks_like_an_answer():
    agree({
        "a.js": r"""
            import ollama from 'ollama'
            const { response } = await ollama.generate({ model: 'm', prompt: 'x' })  #: sdk-call generate, model-tag m, request-key prompt, response-access response
            const lines = response.split('\n').map((line) => JSON.parse(line))
            console.log(lines[0].response, lines[0].done, lines[0].message.content)
        """,
    })


def test_vectors_have_no_fields():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const { embeddings } = await ollama.embed({ model: 'm', input: ['x'] })  #: sdk-call embed, model-tag m, response-access embeddings
            const similar = (a, b) => a.reduce((sum, v, i) => sum + v * b[i], 0)
            console.log(similar(embeddings[0], embeddings[1]), embeddings.map((v) => v.length), embeddings[0].embedding)
        """,
    })


def test_the_environment_is_no_answer():
    agree({
        "a.js": """
            import ollama from 'ollama'
            console.log(process.env.models, process.env.message, import.meta.env.response, typeof ollama)
        """,
    })
