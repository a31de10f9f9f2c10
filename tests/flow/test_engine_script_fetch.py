"""Requests by `fetch`: how their address is put together."""

from tests.flow.flowing import agree


def test_a_base_url_from_the_environment_with_a_default():
    agree({
        "src/api.ts": """
            const BASE = import.meta.env.VITE_OLLAMA_URL || 'http://localhost:11434'

            export async function models(): Promise<string[]> {
              const res = await fetch(`${BASE}/api/tags`)  #: endpoint /api/tags
              if (!res.ok) throw new Error(res.statusText)
              const data = await res.json()
              return data.models.map((m: { name: string }) => m.name)  #: response-access models, models[].name, models[].name
            }
        """,
    })


def test_a_base_url_whose_name_doesnt_say_what_it_is():
    agree({
        "src/config.js": """
            export const API_BASE = process.env.API_BASE ?? 'http://localhost:11434'
        """,
        "src/api.js": """
            import { API_BASE } from './config.js'

            export async function complete(prompt) {
              const response = await fetch(API_BASE + '/api/generate', {  #: endpoint /api/generate
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ model: 'phi3', prompt, stream: false }),  #: model-tag phi3, request-key prompt
              })
              const json = await response.json()
              return json.response  #: response-access response
            }
        """,
    })


def test_the_address_is_an_argument():
    agree({
        "src/api.js": """
            export const tags = (host) => fetch(`${host}/api/tags`).then((r) => r.json())  #: endpoint /api/tags
        """,
        "src/main.js": """
            import { tags } from './api.js'

            tags('http://localhost:11434').then(({ models }) => {  #: response-access models
              for (const { name, size } of models) console.log(name, size)  #: response-access models[].name, models[].size
            })
        """,
    })


def test_a_whole_url_in_a_constant():
    agree({
        "chat.js": """
            const CHAT_URL = 'http://localhost:11434/api/chat'  #: endpoint /api/chat

            async function chat(messages) {
              const payload = { model: 'm', messages, stream: false }  #: model-tag m
              const res = await fetch(CHAT_URL, { method: 'POST', body: JSON.stringify(payload) })
              if (!res.ok) {
                const { error } = await res.json()  #: error-handling error
                throw new Error(error)
              }
              const { message } = await res.json()  #: response-access message
              messages.push(message)
              return message.content  #: response-access message.content
            }
        """,
    })


def test_a_url_by_new_url():
    agree({
        "list.mjs": """
            const base = 'http://localhost:11434'
            const url = new URL('/api/tags', base)  #: endpoint /api/tags
            const res = await fetch(url)
            const body = await res.json()
            console.log(body.models[0].details.quantization_level)  #: response-access models, models[].details, models[].details.quantization_level
        """,
    })


def test_a_chain_of_then_on_fetch():
    agree({
        "list.js": """
            const OLLAMA = 'http://localhost:11434'
            fetch(`${OLLAMA}/api/ps`)  #: endpoint /api/ps
              .then((res) => res.json())
              .then((data) => data.models)  #: response-access models
              .then((loaded) => loaded.forEach((m) => console.log(m.name, m.expires_at)))  #: response-access models[].name, models[].expires_at
        """,
    })


def test_a_function_makes_the_url():
    agree({
        "api.ts": """
            const host = process.env.OLLAMA_HOST ?? 'http://localhost:11434'
            const endpoint = (path: string) => `${host}/api/${path}`  #: endpoint
            export async function version() {
              return (await fetch(endpoint('version'))).json()  #: endpoint /api/version
            }
            export async function embed(input: string) {
              const res = await fetch(endpoint('embed'), { method: 'POST', body: JSON.stringify({ model: 'm', input }) })  #: endpoint /api/embed, model-tag m
              const { embeddings } = (await res.json()) as { embeddings: number[][] }  #: response-access embeddings, embeddings
              return embeddings[0]
            }
        """,
    })


def test_a_wrapper_of_fetch_that_gets_the_path():
    agree({
        "http.ts": """
            const BASE = 'http://localhost:11434'
            export async function post<T>(path: string, body: unknown): Promise<T> {
              const res = await fetch(`${BASE}${path}`, { method: 'POST', body: JSON.stringify(body) })
              return res.json() as Promise<T>
            }
        """,
        "chat.ts": """
            import { post } from './http'
            interface Reply { message: { content: string }; done: boolean }
            export async function chat(messages: object[]) {
              const reply = await post<Reply>('/api/chat', { model: 'm', messages, stream: false, options: { num_ctx: 4096 } })  #: endpoint /api/chat, model-tag m, request-key options, option num_ctx
              return reply.done ? reply.message.content : ''  #: response-access done, message, message.content
            }
        """,
    })


def test_a_class_with_a_base_url():
    agree({
        "client.ts": """
            export class LocalModels {
              constructor(private baseUrl = 'http://localhost:11434') {}
              private async get(path: string) {
                const r = await fetch(`${this.baseUrl}${path}`)
                return r.json()
              }
              async names() {
                const { models } = await this.get('/api/tags')  #: endpoint /api/tags, response-access models
                return models.map((m: any) => m.model)  #: response-access models[].model
              }
            }
        """,
    })
