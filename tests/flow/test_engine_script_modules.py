"""From file to file: aliases, re-exports, CommonJS, packages."""

from tests.flow.flowing import agree


def test_an_alias_of_tsconfig():
    agree({
        "tsconfig.json": """
            { "compilerOptions": { "baseUrl": ".", "paths": { "@app/*": ["source/*"] } } }
        """,
        "source/llm/client.ts": """
            import { Ollama } from 'ollama'
            export const llm = new Ollama()  #: client
        """,
        "pages/home.ts": """
            import { llm } from '@app/llm/client'
            const { models } = await llm.list()  #: sdk-call tags, response-access models
            console.log(models[0].name)  #: response-access models[].name
        """,
    })


def test_the_customary_alias():
    agree({
        "package.json": """
            { "dependencies": { "ollama": "0.5" } }
        """,
        "src/lib/llm.ts": """
            import ollama from 'ollama'
            export const ask = (prompt: string) => ollama.generate({ model: 'm', prompt })  #: sdk-call generate, model-tag m, request-key prompt
        """,
        "src/views/Home.ts": """
            import { ask } from '@/lib/llm'
            const { response } = await ask('x')  #: response-access response
            export default response
        """,
    })


def test_a_re_export_by_name():
    agree({
        "llm/client.ts": """
            import ollama from 'ollama'
            export default ollama
        """,
        "llm/index.ts": """
            export { default as llm } from './client'
        """,
        "main.ts": """
            import { llm } from './llm'
            const answer = await llm.chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m
            console.log(answer.message.content)  #: response-access message, message.content
        """,
    })


def test_a_re_export_of_all():
    agree({
        "llm/chat.ts": """
            import ollama from 'ollama'
            export async function chat(messages: object[]) {
              return ollama.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
            }
        """,
        "llm/index.ts": """
            export * from './chat'
        """,
        "main.ts": """
            import { chat } from './llm/index'
            export const text = (await chat([])).message.content  #: response-access message, message.content
        """,
    })


def test_the_client_itself_is_re_exported():
    agree({
        "sdk.ts": """
            export { Ollama, default } from 'ollama'
            export type { ChatResponse } from 'ollama'
        """,
        "main.ts": """
            import llm, { Ollama, type ChatResponse } from './sdk'
            const other = new Ollama({ host: 'http://gpu:11434' })  #: client, host
            const print = (r: ChatResponse) => console.log(r.message.content)  #: sdk-type chat, response-access message, message.content
            print(await llm.chat({ model: 'm', messages: [] }))  #: sdk-call chat, model-tag m
            print(await other.chat({ model: 'm', messages: [] }))  #: sdk-call chat, model-tag m
        """,
    })


def test_a_default_export_of_a_class():
    agree({
        "service.js": """
            import ollama from 'ollama'
            export default class Service {
              summary(text) {
                return ollama.generate({ model: 'm', prompt: text })  #: sdk-call generate, model-tag m, request-key prompt
              }
            }
        """,
        "main.js": """
            import Service from './service.js'
            new Service().summary('x').then((s) => console.log(s.response))  #: response-access response
        """,
    })


def test_a_default_export_of_an_object():
    agree({
        "api.js": """
            import ollama from 'ollama'
            const list = () => ollama.list()  #: sdk-call tags
            export default { list, version: 1 }
        """,
        "main.js": """
            import api from './api.js'
            const { models } = await api.list()  #: response-access models
            api.version.models
        """,
    })


def test_a_namespace_of_an_own_module():
    agree({
        "llm.ts": """
            import ollama from 'ollama'
            export async function tags() { return (await ollama.list()).models }  #: sdk-call tags, response-access models
        """,
        "main.ts": """
            import * as llm from './llm'
            const sizes = (await llm.tags()).map((m) => m.size)  #: response-access models[].size
        """,
    })


def test_commonjs_both_ways():
    agree({
        "llm.js": """
            const { Ollama } = require('ollama')
            const client = new Ollama()  #: client
            exports.chat = async (messages) => {
              const r = await client.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
              return r
            }
            module.exports.list = () => client.list()  #: sdk-call tags
        """,
        "main.js": """
            const llm = require('./llm')
            const { list } = require('./llm.js')
            llm.chat([]).then((r) => console.log(r.message.content))  #: response-access message, message.content
            list().then((r) => console.log(r.models.length))  #: response-access models
        """,
    })


def test_module_exports_as_one_object():
    agree({
        "llm.js": """
            const ollama = require('ollama').default
            async function chat(messages) { return ollama.chat({ model: 'm', messages }) }  #: sdk-call chat, model-tag m
            module.exports = { chat }
        """,
        "bot.js": """
            const { chat } = require('./llm')
            module.exports = async (text) => (await chat([{ role: 'user', content: text }])).message.content  #: response-access message, message.content
        """,
    })


def test_a_module_that_is_loaded_when_it_is_needed():
    agree({
        "llm.ts": """
            import ollama from 'ollama'
            export const chat = (messages: object[]) => ollama.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
        """,
        "main.ts": """
            export async function run() {
              const { chat } = await import('./llm')
              const m = await import('./llm')
              console.log((await chat([])).message, (await m.chat([])).done)  #: response-access message, done
            }
        """,
    })
