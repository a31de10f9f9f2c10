"""What a name says of an address, and what it doesn't."""

from tests.flow.flowing import agree


def test_an_argument_that_says_what_it_is():
    agree({
        "a.ts": """
            export async function models(ollamaUrl: string) {
              const res = await fetch(`${ollamaUrl}/api/tags`)  #: endpoint /api/tags
              return (await res.json()).models  #: response-access models
            }
        """,
    })


def test_another_path_of_the_same_server():
    agree({
        "a.ts": """
            export async function ask(ollamaUrl: string, messages: object[]) {
              const res = await fetch(`${ollamaUrl}/v1/chat/completions`, { method: 'POST', body: JSON.stringify({ messages }) })
              const data = await res.json()
              return data.choices[0].message.content
            }
        """,
    })


def test_a_file_that_is_called_after_ollama():
    agree({
        "src/providers/ollama.ts": """
            export class OllamaProvider {
              constructor(private baseUrl: string) {}
              async chat(messages: object[]) {
                const res = await fetch(`${this.baseUrl}/api/chat`, { method: 'POST', body: JSON.stringify({ model: 'm', messages, stream: false }) })  #: endpoint /api/chat, model-tag m
                return (await res.json()).message.content  #: response-access message, message.content
              }
            }
        """,
    })


def test_another_host_in_such_a_file():
    agree({
        "src/providers/ollama.ts": """
            // Ollama is elsewhere
            const shopUrl = 'https://cars.example.com'
            export async function cars() {
              return (await (await fetch(`${shopUrl}/api/tags`)).json()).models
            }
        """,
    })


def test_another_host_under_a_plain_name_in_such_a_file():
    agree({
        "src/providers/ollama.ts": """
            // Ollama is elsewhere
            const baseUrl = 'https://cars.example.com'
            export async function cars() {
              return (await (await fetch(`${baseUrl}/api/tags`)).json()).models
            }
        """,
    })


def test_the_own_back_end_under_a_plain_name_in_such_a_file():
    agree({
        "src/services/ollama.ts": """
            // Ollama is behind it
            const API_URL = '/backend'
            export async function ask(messages: object[]) {
              const res = await fetch(`${API_URL}/chat`, { method: 'POST', body: JSON.stringify({ messages }) })
              return (await res.json()).message
            }
        """,
    })


def test_a_key_is_no_address():
    agree({
        "a.ts": """
            const key = process.env.OLLAMA_API_KEY
            export const ask = () => fetch(`https://x.example.com/api/tags?key=${key}`).then((r) => r.json()).then((d) => d.models)
        """,
    })


def test_a_variable_of_the_environment_by_its_customary_name():
    agree({
        "a.js": """
            const base = process.env.OLLAMA_BASE_URL
            const res = await fetch(`${base}/api/ps`)  #: endpoint /api/ps
            console.log((await res.json()).models[0].size_vram)  #: response-access models, models[].size_vram
        """,
    })


def test_two_clients_under_one_name():
    agree({
        "a.ts": """
            import OpenAI from 'openai'
            import { Ollama } from 'ollama'
            const local = process.env.LOCAL === '1'
            const client: any = local ? new Ollama() : new OpenAI()  #: client
            export async function ask(messages: object[]) {
              if (local) return (await client.chat({ model: 'm', messages })).message.content  #: sdk-call chat, model-tag m, response-access message, message.content
              return (await client.chat.completions.create({ model: 'gpt-4o', messages })).choices[0].message.content
            }
        """,
    })


def test_the_status_of_a_response_and_the_status_of_a_pull():
    agree({
        "a.js": """
            const BASE = 'http://localhost:11434'
            const res = await fetch(`${BASE}/api/pull`, { method: 'POST', body: JSON.stringify({ model: 'm', stream: false }) })  #: endpoint /api/pull, model-tag m
            if (res.status !== 200 || res.error) throw new Error(res.statusText)
            const { status } = await res.json()  #: response-access status
            console.log(status)
        """,
    })
