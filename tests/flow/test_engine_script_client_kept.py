"""The official client in classes, closures and callbacks."""

from tests.flow.flowing import agree


def test_a_class_that_holds_its_client():
    agree({
        "service.ts": """
            import { Ollama, type ChatResponse } from 'ollama'

            export class LlmService {
              private readonly client: Ollama  #: sdk-type
              constructor(private readonly model: string, host: string) {
                this.client = new Ollama({ host })  #: client, host
              }
              async reply(history: { role: string; content: string }[]) {
                const r = await this.client.chat({ model: this.model, messages: history })  #: sdk-call chat
                return this.textOf(r)
              }
              private textOf(response: ChatResponse) {  #: sdk-type chat
                return response.message.content  #: response-access message, message.content
              }
            }
        """,
    })


def test_a_field_with_its_initial_value():
    agree({
        "service.js": """
            import { Ollama } from 'ollama'
            class Service {
              client = new Ollama()  #: client
              #cache = null
              async models() {
                this.#cache ??= (await this.client.list()).models  #: sdk-call tags, response-access models
                return this.#cache.map(({ name }) => name)  #: response-access models[].name
              }
            }
            export default new Service()
        """,
    })


def test_a_method_is_called_from_another_file():
    agree({
        "llm.js": """
            import { Ollama } from 'ollama'
            export class Llm {
              client = new Ollama()  #: client
              chat(messages) {
                return this.client.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
              }
            }
        """,
        "main.js": """
            import { Llm } from './llm.js'
            const llm = new Llm()
            const reply = await llm.chat([])
            console.log(reply.message.content)  #: response-access message, message.content
        """,
    })


def test_a_subclass_has_what_its_base_has():
    agree({
        "base.ts": """
            import { Ollama } from 'ollama'
            export abstract class Base {
              protected client = new Ollama()  #: client
              protected ask(prompt: string) {
                return this.client.generate({ model: 'm', prompt })  #: sdk-call generate, model-tag m, request-key prompt
              }
            }
        """,
        "titles.ts": """
            import { Base } from './base'
            export class Titles extends Base {
              async title(text: string) {
                const { response } = await this.ask(`A title for ${text}`)  #: response-access response
                return response.trim()
              }
            }
        """,
    })


def test_a_static_method():
    agree({
        "llm.ts": """
            import ollama from 'ollama'
            export class Llm {
              static async embed(text: string) {
                return (await ollama.embed({ model: 'm', input: text })).embeddings[0]  #: sdk-call embed, model-tag m, response-access embeddings
              }
            }
        """,
    })


def test_a_getter_makes_the_client():
    agree({
        "llm.ts": """
            import { Ollama } from 'ollama'
            class Registry {
              private made?: Ollama  #: sdk-type
              get client() {
                return (this.made ??= new Ollama())  #: client
              }
            }
            const registry = new Registry()
            const { message } = await registry.client.chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m, response-access message
        """,
    })


def test_a_closure_keeps_the_client():
    agree({
        "make.js": """
            import { Ollama } from 'ollama'
            export function createChat(host) {
              const client = new Ollama({ host })  #: client, host
              return async (messages) => (await client.chat({ model: 'm', messages })).message  #: sdk-call chat, model-tag m, response-access message
            }
        """,
        "use.js": """
            import { createChat } from './make.js'
            const chat = createChat('http://gpu:1234')
            const answer = await chat([])
            console.log(answer.content)  #: response-access message.content
        """,
    })


def test_an_object_of_functions():
    agree({
        "api.js": """
            import ollama from 'ollama'
            export const api = {
              models: () => ollama.list(),  #: sdk-call tags
              async chat(messages) {
                return await ollama.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
              },
            }
        """,
        "use.js": """
            import { api } from './api.js'
            const { models } = await api.models()  #: response-access models
            const reply = await api.chat([])
            console.log(models.length, models[0].digest, reply.message.content)  #: response-access models[].digest, message, message.content
        """,
    })


def test_a_callback_gets_the_text_alone():
    agree({
        "stream.ts": """
            import ollama from 'ollama'
            export async function streamChat(messages: object[], onChunk: (text: string) => void) {
              const stream = await ollama.chat({ model: 'm', messages, stream: true })  #: sdk-call chat, model-tag m
              for await (const part of stream) onChunk(part.message.content)  #: response-access message, message.content
            }
        """,
        "page.ts": """
            import { streamChat } from './stream'
            let text = ''
            await streamChat([], (t) => { text += t })
            await streamChat([], (t) => { console.log(t.length, t.content) })
        """,
    })


def test_a_callback_gets_the_chunk():
    agree({
        "stream.ts": """
            import ollama from 'ollama'
            type Handlers = { onPart: (part: unknown) => void; onEnd?: (last: unknown) => void }
            export async function streamChat(messages: object[], { onPart, onEnd }: Handlers) {
              for await (const part of await ollama.chat({ model: 'm', messages, stream: true })) {  #: sdk-call chat, model-tag m
                onPart(part)
                if (part.done) onEnd?.(part)  #: response-access done
              }
            }
        """,
        "page.ts": """
            import { streamChat } from './stream'
            await streamChat([], {
              onPart: (p) => console.log(p.message.content),  #: response-access message, message.content
              onEnd(p) {
                console.log(p.eval_count)  #: response-access eval_count
              },
            })
        """,
    })


def test_a_client_that_is_made_once():
    agree({
        "client.ts": """
            import { Ollama } from 'ollama'
            let instance: Ollama | null = null  #: sdk-type
            export function getClient() {
              if (!instance) instance = new Ollama({ host: 'http://localhost:11434' })  #: client, host
              return instance
            }
        """,
        "models.ts": """
            import { getClient } from './client'
            export async function smallest() {
              const { models } = await getClient().list()  #: sdk-call tags, response-access models
              return models.sort((a, b) => a.size - b.size)[0].name  #: response-access models[].size, models[].size, models[].name
            }
        """,
    })
