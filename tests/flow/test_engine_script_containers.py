"""Values in objects, lists, branches and other people's hands."""

from tests.flow.flowing import agree


def test_an_enum_and_a_constant_from_another_file():
    agree({
        "models.ts": """
            export const MODELS = { chat: 'qwen2.5:7b', embed: 'bge-m3' } as const  #: model-tag qwen2.5:7b, bge-m3
            export enum Kind { Small = 'phi3:mini' }  #: model-tag phi3:mini
        """,
        "main.ts": """
            import ollama from 'ollama'
            import { Kind, MODELS } from './models'
            await ollama.chat({ model: MODELS.chat, messages: [] })  #: sdk-call chat
            await ollama.embed({ model: MODELS['embed'], input: 'x' })  #: sdk-call embed
            await ollama.generate({ model: Kind.Small, prompt: 'x' })  #: sdk-call generate, request-key prompt
        """,
    })


def test_dependency_injection_by_constructor():
    agree({
        "llm.ts": """
            import { Ollama } from 'ollama'
            export class Llm {
              constructor(private client = new Ollama()) {}  #: client
              list() { return this.client.list() }  #: sdk-call tags
            }
        """,
        "report.ts": """
            import { Llm } from './llm'
            export class Report {
              constructor(private readonly llm: Llm) {}
              async lines() {
                const { models } = await this.llm.list()  #: response-access models
                return models.map((m) => `${m.name}: ${m.size}`)  #: response-access models[].name, models[].size
              }
            }
        """,
    })


def test_a_middleware_style_pipeline_of_functions():
    agree({
        "pipe.js": """
            import ollama from 'ollama'
            const ask = (prompt) => ollama.generate({ model: 'm', prompt })  #: sdk-call generate, model-tag m, request-key prompt
            const text = (r) => r.response  #: response-access response
            const trim = (s) => s.trim()
            export const run = async (prompt) => trim(text(await ask(prompt)))
        """,
    })


def test_a_queue_of_answers():
    agree({
        "queue.ts": """
            import ollama from 'ollama'
            const results: any[] = []
            for (const prompt of ['a', 'b']) results.push(await ollama.generate({ model: 'm', prompt }))  #: sdk-call generate, model-tag m, request-key prompt
            while (results.length) console.log(results.shift()!.response)  #: response-access response
        """,
    })


def test_a_map_as_a_cache():
    agree({
        "cache.ts": """
            import ollama from 'ollama'
            const cache = new Map<string, any>()
            export async function show(model: string) {
              if (!cache.has(model)) cache.set(model, await ollama.show({ model }))  #: sdk-admin show
              return cache.get(model).capabilities  #: response-access capabilities
            }
        """,
    })


def test_the_choice_of_a_branch():
    agree({
        "branch.js": """
            import ollama from 'ollama'
            export async function run(kind) {
              let result
              switch (kind) {
                case 'chat': result = await ollama.chat({ model: 'm', messages: [] }); break  #: sdk-call chat, model-tag m
                default: result = null
              }
              return result ? result.message.content : undefined  #: response-access message, message.content
            }
        """,
    })


def test_a_variable_that_is_something_else_later():
    agree({
        "later.js": """
            import ollama from 'ollama'
            let data = await ollama.list()  #: sdk-call tags
            console.log(data.models.length)  #: response-access models
            data = { models: ['a'] }
            console.log(data.models[0])
        """,
    })
