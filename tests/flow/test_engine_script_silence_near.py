"""Near misses: the same routes, names and shapes, but no way that leads there."""

from tests.flow.flowing import agree


def test_a_proxy_of_the_apps_own_with_other_fields():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.get('/api/models', async (req, res) => {
              const { models } = await ollama.list()  #: sdk-call tags, response-access models
              res.json({ models: models.map((m) => ({ id: m.name })) })  #: response-access models[].name
            })
        """,
        "web.js": """
            const { models } = await (await fetch('/api/models')).json()
            console.log(models[0].id, models[0].name, models[0].size)
        """,
    })


def test_a_similar_route():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.get('/llm/models', async (req, res) => res.json(await ollama.list()))  #: sdk-call tags, relay
            app.get('/cars/models', (req, res) => res.json({ models: [] }))
        """,
        "web.js": """
            const { models } = await (await fetch('/cars/models')).json()
            console.log(models[0].name)
        """,
    })


def test_another_method_of_the_same_path():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.get('/things', (req, res) => res.json({ message: { content: 'x' } }))
            app.post('/things/ask', async (req, res) => res.json(await ollama.chat({ model: 'm', messages: [] })))  #: sdk-call chat, model-tag m, relay
        """,
        "web.js": """
            const thing = await (await fetch('/things')).json()
            console.log(thing.message.content)
        """,
    })


def test_the_health_of_a_server_that_says_ollama_is_running():
    agree({
        "h.ts": """
            export async function isOllamaUp(fetcher: typeof fetch) {
              const res = await fetcher('/health')
              const body = await res.json()
              return body.status === 'ok' && body.models.length > 0
            }
        """,
    })


def test_a_callback_with_an_error_first():
    agree({
        "e.js": """
            import ollama from 'ollama'
            function done(err, response) { console.log(err, response.message.content) }
            done(null, { message: { content: String(ollama) } })
        """,
    })


def test_named_like_a_chunk():
    agree({
        "n.js": """
            import ollama from 'ollama'
            const chunk = Buffer.from('x')
            const part = { message: { content: 1 } }
            for (const response of [part]) console.log(chunk.done, response.message.content, ollama)
        """,
    })


def test_a_map_of_a_list_of_models_that_were_typed_in():
    agree({
        "k.tsx": """
            import 'ollama'
            const models = [{ name: 'a', size: 1, details: { family: 'b' } }]
            export const K = () => <>{models.map((m) => <i key={m.name}>{m.size}{m.details.family}</i>)}</>
        """,
    })


def test_a_branch_that_never_sees_the_answer():
    agree({
        "b.js": """
            import ollama from 'ollama'
            let data = { message: { content: 'x' } }
            console.log(data.message.content)
            data = await ollama.list()  #: sdk-call tags
            console.log(data.models)  #: response-access models
        """,
    })


def test_an_own_type_with_the_same_fields():
    agree({
        "t.ts": """
            import ollama from 'ollama'
            interface ChatResponse { message: { content: string }; done: boolean }
            const fake = (r: ChatResponse) => r.message.content + r.done
            fake({ message: { content: 'x' }, done: true })
            console.log(ollama)
        """,
    })


def test_a_promise_of_something_else_beside():
    agree({
        "p.js": """
            import ollama from 'ollama'
            const [list, user] = await Promise.all([ollama.list(), fetch('/user').then((r) => r.json())])  #: sdk-call tags
            console.log(user.models, user.message.content, list.models)  #: response-access models
        """,
    })


def test_an_element_of_another_kind_in_an_array():
    agree({
        "p.js": """
            import ollama from 'ollama'
            const pair = [await ollama.list(), { models: ['own'] }]  #: sdk-call tags
            console.log(pair[1].models)
        """,
    })


def test_a_url_of_a_page():
    agree({
        "u.js": """
            const OLLAMA = 'http://localhost:11434'
            const link = new URL('/docs/api/chat', 'https://docs.example.com')
            const page = await (await fetch(link)).json()
            console.log(page.message.content, OLLAMA)
        """,
    })


def test_the_router_of_a_page():
    agree({
        "r.ts": """
            import { createRouter } from 'vue-router'
            import ollama from 'ollama'
            const router = createRouter({ routes: [{ path: '/api/chat', component: () => import('./x.vue') }] } as any)
            router.push('/api/chat').then((failure: any) => console.log(failure.message.content, ollama))
        """,
    })


def test_local_storage():
    agree({
        "l.js": """
            import ollama from 'ollama'
            const saved = JSON.parse(localStorage.getItem('models') ?? '{}')
            console.log(saved.models[0].name, saved.message.content, ollama)
        """,
    })


def test_a_worker_answers():
    agree({
        "w.js": """
            import ollama from 'ollama'
            const worker = new Worker('x.js')
            worker.onmessage = ({ data }) => console.log(data.message.content, data.done, ollama)
        """,
    })


def test_a_prompt_of_readline():
    agree({
        "r.js": """
            import readline from 'node:readline/promises'
            import ollama from 'ollama'
            const rl = readline.createInterface({ input: process.stdin })
            for await (const line of rl) console.log(JSON.parse(line).message.content, ollama)
        """,
    })


def test_a_hook_of_another_library():
    agree({
        "useChat.tsx": """
            import { useChat } from '@ai-sdk/react'
            import 'ollama'
            export function C() {
              const { messages, input } = useChat({ api: '/api/chat' })
              return <>{messages.map((m) => <p key={m.id}>{m.content}{input}</p>)}</>
            }
        """,
    })


def test_google_and_cohere():
    agree({
        "g.ts": """
            import { GoogleGenerativeAI } from '@google/generative-ai'
            import ollama from 'ollama'
            const model = new GoogleGenerativeAI('k').getGenerativeModel({ model: 'gemini-pro' })
            const result = await model.generateContent('x')
            console.log(result.response.text(), ollama)
            const cohere = await (await fetch('https://api.cohere.com/v1/embed', { method: 'POST', body: '{}' })).json()
            console.log(cohere.embeddings[0])
        """,
    })
