"""The official client, its functions and answers, handed about in one program."""

from tests.flow.flowing import agree


def test_an_error_of_the_client():
    agree({
        "err.ts": """
            import { Ollama } from 'ollama'
            const client = new Ollama()  #: client
            export async function safe(messages: object[]) {
              try {
                return (await client.chat({ model: 'm', messages })).message.content  #: sdk-call chat, model-tag m, response-access message, message.content
              } catch (e: any) {
                if (e.name === 'ResponseError' && e.status_code === 404) await client.pull({ model: 'm' })  #: sdk-admin pull, model-tag m
                throw e
              }
            }
        """,
    })


def test_the_answer_has_a_type_of_the_clients():
    agree({
        "types.ts": """
            import type { ChatResponse, GenerateResponse, ListResponse, ModelResponse } from 'ollama'
            export const textOf = (r: ChatResponse) => r.message.content  #: sdk-type chat, response-access message, message.content
            export function plain(r: GenerateResponse): string {  #: sdk-type generate
              return r.response  #: response-access response
            }
            export const names = (l: ListResponse): string[] => l.models.map((m: ModelResponse) => m.name)  #: sdk-type tags, tags, response-access models, models[].name
        """,
    })


def test_conditional_clients():
    agree({
        "pick.ts": """
            import local, { Ollama } from 'ollama'
            const client = process.env.REMOTE ? new Ollama({ host: process.env.REMOTE }) : local  #: client, host
            const { models } = await client.list()  #: sdk-call tags, response-access models
            console.log(models.at(0)?.name)  #: response-access models[].name
        """,
    })


def test_a_bound_method():
    agree({
        "bound.js": """
            import { Ollama } from 'ollama'
            const client = new Ollama()  #: client
            export const chat = client.chat.bind(client)
        """,
        "use.js": """
            import { chat } from './bound.js'
            const r = await chat({ model: 'm', messages: [], keep_alive: 0 })  #: sdk-call chat, model-tag m, request-key keep_alive
            console.log(r.message.content)  #: response-access message, message.content
        """,
    })


def test_a_method_that_is_taken_out():
    agree({
        "out.js": """
            import ollama from 'ollama'
            const { chat, list } = ollama
            const answer = await chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m
            console.log(answer.message.content, (await list()).models)  #: sdk-call tags, response-access message, message.content, models
        """,
    })


def test_a_wrapper_that_passes_its_request_on():
    agree({
        "wrap.ts": """
            import { Ollama } from 'ollama'
            const client = new Ollama()  #: client
            export async function retry<T>(work: () => Promise<T>, times = 3): Promise<T> {
              for (let i = 0; ; i++) {
                try { return await work() } catch (e) { if (i >= times) throw e }
              }
            }
            export const chat = (request: any) => retry(() => client.chat({ ...request, stream: false }))  #: sdk-call chat
        """,
        "use.ts": """
            import { chat } from './wrap'
            const reply = await chat({ model: 'm', messages: [], options: { top_k: 20 } })  #: model-tag m, request-key options, option top_k
            export const text = reply.message.content  #: response-access message, message.content
        """,
    })


def test_a_parallel_loop_of_prompts():
    agree({
        "many.ts": """
            import ollama from 'ollama'
            const answers = await Promise.all(['a', 'b'].map((prompt) => ollama.generate({ model: 'm', prompt })))  #: sdk-call generate, model-tag m, request-key prompt
            const texts = answers.map((a) => a.response)  #: response-access response
            for (const a of answers) console.log(a.eval_duration)  #: response-access eval_duration
        """,
    })


def test_an_aborted_stream():
    agree({
        "abort.ts": """
            import { Ollama } from 'ollama'
            const client = new Ollama()  #: client
            const stream = await client.generate({ model: 'm', prompt: 'x', stream: true })  #: sdk-call generate, model-tag m, request-key prompt
            setTimeout(() => stream.abort(), 1000)  #: sdk-call abort
            for await (const part of stream) console.log(part.response)  #: response-access response
        """,
    })


def test_the_first_of_an_answer_and_a_timeout():
    agree({
        "ask.ts": """
            import ollama from 'ollama'
            export async function ask(messages: object[]) {
              const asked = ollama.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
              const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), 1000))
              const response = await Promise.race([asked, timeout])
              return response.message.content  #: response-access message, response-access message.content
            }
        """,
        "fast.js": """
            import { Ollama } from 'ollama'
            const [near, far] = [new Ollama({ host: 'http://a:1' }), new Ollama({ host: 'http://b:1' })]  #: client, client host, client, client host
            export const first = () => Promise.any([near.list(), far.list()]).then(({ models }) => models)  #: sdk-call tags, sdk-call tags, response-access models
        """,
    })
