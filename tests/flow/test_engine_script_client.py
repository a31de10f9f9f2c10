"""The official client: ways to get hold of it, and what it answers."""

from tests.flow.flowing import agree


def test_the_default_clients_answer_is_read_where_it_arrives():
    agree({
        "chat.ts": """
            import ollama from 'ollama'

            const response = await ollama.chat({  #: sdk-call chat
              model: 'llama3.2',  #: model-tag llama3.2
              messages: [{ role: 'user', content: 'Why is the sky blue?' }],
            })
            console.log(response.message.content)  #: response-access message, message.content
            console.log(response.done_reason, response.eval_count)  #: response-access done_reason, eval_count
        """,
    })


def test_a_renamed_default_import_is_the_client():
    agree({
        "chat.ts": """
            import llm from 'ollama'

            export async function ask(question: string) {
              const { message } = await llm.chat({ model: 'llama3.2', messages: [{ role: 'user', content: question }] })  #: sdk-call chat, model-tag llama3.2, response-access message
              return message.content  #: response-access message.content
            }
        """,
    })


def test_an_instance_with_a_host_of_its_own():
    agree({
        "client.ts": """
            import { Ollama } from 'ollama'

            const client = new Ollama({ host: process.env.LLM_URL ?? 'http://gpu:11434' })  #: client, host

            export async function complete(prompt: string): Promise<string> {
              const result = await client.generate({ model: 'mistral:7b', prompt, stream: false })  #: sdk-call generate, model-tag mistral:7b, request-key prompt
              return result.response.trim()  #: response-access response
            }
        """,
    })


def test_the_build_for_browsers_is_the_same_client():
    agree({
        "chat.js": """
            import { Ollama } from 'ollama/browser'

            const api = new Ollama({ host: 'http://127.0.0.1:11434' })  #: client, host
            export const names = async () => {
              const { models } = await api.list()  #: sdk-call tags, response-access models
              return models.map((m) => m.name)  #: response-access models[].name
            }
        """,
    })


def test_the_default_of_the_browsers_build():
    agree({
        "chat.js": """
            import ollama from 'ollama/browser'

            const all = await ollama.list()  #: sdk-call tags
            for (const model of all.models) {  #: response-access models
              console.log(model.name, model.size, model.details.family)  #: response-access models[].name, models[].size, models[].details, models[].details.family
            }
        """,
    })


def test_a_required_client():
    agree({
        "ask.cjs": """
            const { default: llm } = require('ollama')

            module.exports = async function ask(prompt) {
              const res = await llm.generate({ model: 'phi3', prompt })  #: sdk-call generate, model-tag phi3, request-key prompt
              return res.response  #: response-access response
            }
        """,
    })


def test_a_required_class():
    agree({
        "ask.cjs": """
            const { Ollama } = require('ollama')
            const llm = new Ollama()  #: client
            async function main() {
              const res = await llm.chat({ model: 'phi3', messages: [] })  #: sdk-call chat, model-tag phi3
              process.stdout.write(res.message.content)  #: response-access message, message.content
            }
            main()
        """,
    })


def test_a_class_of_a_required_module():
    agree({
        "ask.cjs": """
            const lib = require('ollama')
            const llm = new lib.Ollama({ host: 'http://localhost:11434' })  #: client, host
            llm.chat({ model: 'phi3', messages: [] }).then((res) => {  #: sdk-call chat, model-tag phi3
              console.log(res.message.content)  #: response-access message, message.content
            })
        """,
    })


def test_a_client_that_is_imported_when_it_is_needed():
    agree({
        "ask.js": """
            export async function ask(prompt) {
              const { default: llm } = await import('ollama')
              const res = await llm.generate({ model: 'phi3', prompt })  #: sdk-call generate, model-tag phi3, request-key prompt
              return res.response  #: response-access response
            }
        """,
    })


def test_a_dynamic_import_by_then():
    agree({
        "ask.js": """
            export const ask = (messages) =>
              import('ollama').then(({ Ollama }) => new Ollama())  #: client
                .then((client) => client.chat({ model: 'phi3', messages }))  #: sdk-call chat, model-tag phi3
                .then((answer) => answer.message.content)  #: response-access message, message.content
        """,
    })


def test_a_namespace_import():
    agree({
        "ask.ts": """
            import * as lib from 'ollama'

            const client = new lib.Ollama()  #: client
            const answer = await client.chat({ model: 'phi3', messages: [] })  #: sdk-call chat, model-tag phi3
            export const text = answer.message.content  #: response-access message, message.content
        """,
    })


def test_the_default_of_a_namespace_import():
    agree({
        "ask.ts": """
            import * as lib from 'ollama'

            const answer = await lib.default.chat({ model: 'phi3', messages: [] })  #: sdk-call chat, model-tag phi3
            export const text = answer.message.content  #: response-access message, message.content
        """,
    })


def test_chunks_of_a_stream():
    agree({
        "stream.ts": """
            import ollama from 'ollama'

            const stream = await ollama.chat({ model: 'llama3.2', messages: [], stream: true })  #: sdk-call chat, model-tag llama3.2
            let answer = ''
            for await (const part of stream) {
              answer += part.message.content  #: response-access message, message.content
              if (part.done) console.log(part.eval_count, part.total_duration)  #: response-access done, eval_count, total_duration
            }
        """,
    })


def test_a_stream_that_is_iterated_over_at_once():
    agree({
        "stream.ts": """
            import ollama from 'ollama'

            for await (const { message, done } of await ollama.chat({ model: 'm', messages: [], stream: true })) {  #: sdk-call chat, model-tag m, response-access message, done
              process.stdout.write(message.content)  #: response-access message.content
              if (done) break
            }
        """,
    })


def test_chains_of_then():
    agree({
        "then.js": """
            import ollama from 'ollama'

            ollama.list()  #: sdk-call tags
              .then((r) => r.models)  #: response-access models
              .then((models) => models.filter((m) => m.size < 5e9))  #: response-access models[].size
              .then((models) => console.log(models.map((m) => m.name)))  #: response-access models[].name
              .catch(console.error)
              .finally(() => console.log('done'))
        """,
    })


def test_the_promise_is_kept_in_a_variable():
    agree({
        "then.js": """
            import ollama from 'ollama'
            const pending = ollama.generate({ model: 'm', prompt: 'x' })  #: sdk-call generate, model-tag m, request-key prompt
            pending.then(show)
            function show(result) {
              document.title = result.response  #: response-access response
            }
        """,
    })


def test_a_generator_that_yields_the_text_alone():
    agree({
        "gen.ts": """
            import ollama from 'ollama'

            export async function* words(messages: object[]) {
              const stream = await ollama.chat({ model: 'm', messages, stream: true })  #: sdk-call chat, model-tag m
              for await (const part of stream) {
                yield part.message.content  #: response-access message, message.content
              }
            }
        """,
        "page.ts": """
            import { words } from './gen'
            for await (const word of words([])) {
              console.log(word.content, word.message)
            }
        """,
    })


def test_a_generator_that_yields_chunks_to_another_file():
    agree({
        "gen.ts": """
            import ollama from 'ollama'

            export async function* parts(messages: object[]) {
              yield* await ollama.chat({ model: 'm', messages, stream: true })  #: sdk-call chat, model-tag m
            }
        """,
        "page.ts": """
            import { parts } from './gen'
            for await (const part of parts([])) {
              console.log(part.message?.content ?? '')  #: response-access message, message.content
            }
        """,
    })


def test_a_generator_of_a_generator():
    agree({
        "gen.js": """
            import ollama from 'ollama'
            async function* raw() {
              for await (const c of await ollama.generate({ model: 'm', prompt: 'x', stream: true })) yield c  #: sdk-call generate, model-tag m, request-key prompt
            }
            export async function* texts() {
              for await (const c of raw()) yield { text: c.response, last: c.done }  #: response-access response, done
            }
        """,
        "use.js": """
            import { texts } from './gen.js'
            for await (const t of texts()) console.log(t.text, t.last, t.response)
        """,
    })
