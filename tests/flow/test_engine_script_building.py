"""Requests that are put together in many ways."""

from tests.flow.flowing import agree


def test_conditional_keys():
    agree({
        "a.js": """
            import ollama from 'ollama'
            export const ask = (prompt, { json, system, warm } = {}) => ollama.generate({  #: sdk-call generate
              model: 'm',  #: model-tag m
              prompt,  #: request-key prompt
              ...(json && { format: 'json' }),  #: request-key format
              ...(system ? { system } : {}),  #: request-key system
              ...(warm ? { keep_alive: -1 } : { keep_alive: 0 }),  #: request-key keep_alive, keep_alive
            })
        """,
    })


def test_object_assign():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const base = { model: 'm', messages: [] }  #: model-tag m
            Object.assign(base, { options: { top_p: 0.9, num_thread: 4 } })  #: request-key options, option top_p, num_thread
            await ollama.chat(Object.assign({}, base, { think: false }))  #: sdk-call chat, request-key think
        """,
    })


def test_a_builder():
    agree({
        "a.ts": """
            import ollama from 'ollama'
            class Builder {
              private body: any = { model: 'm' }  #: model-tag m
              prompt(text: string) { this.body.prompt = text; return this }  #: request-key prompt
              option(name: string, value: unknown) { (this.body.options ??= {})[name] = value; return this }  #: request-key options
              seed(n: number) { this.body.options = { ...this.body.options, seed: n }; return this }  #: request-key options, option seed
              send() { return ollama.generate(this.body) }  #: sdk-call generate
            }
            console.log((await new Builder().prompt('x').seed(1).send()).response)  #: response-access response
        """,
    })


def test_defaults_of_a_class():
    agree({
        "a.ts": """
            import { Ollama } from 'ollama'
            interface Settings { model: string; options: { num_ctx: number } }
            class Llm {
              private static readonly defaults: Settings = { model: 'phi3:mini', options: { num_ctx: 2048 } }  #: model-tag phi3:mini, request-key options, option num_ctx
              private client = new Ollama()  #: client
              constructor(private settings: Settings = Llm.defaults) {}
              ask(prompt: string) {
                return this.client.generate({ ...this.settings, prompt })  #: sdk-call generate, request-key prompt
              }
            }
            export default new Llm()
        """,
    })


def test_settings_from_a_table_of_profiles():
    agree({
        "profiles.js": """
            export const PROFILES = {
              fast: { model: 'phi3:mini', options: { num_predict: 64 } },  #: model-tag phi3:mini, option num_predict
              good: { model: 'llama3.1:70b', options: { num_predict: 1024 } },  #: model-tag llama3.1:70b, option num_predict
              other: { label: 'none' },
            }
        """,
        "a.js": """
            import ollama from 'ollama'
            import { PROFILES } from './profiles.js'
            export const ask = (name, messages) => {
              const { model, options } = PROFILES[name]
              return ollama.chat({ model, messages, options })  #: sdk-call chat, request-key options
            }
        """,
    })


def test_a_model_from_the_environment():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const model = process.env.CHAT_MODEL || 'qwen2.5:7b'  #: model-tag qwen2.5:7b
            const { LLM_EMBED_MODEL = 'bge-m3' } = process.env  #: model-tag bge-m3
            await ollama.chat({ model, messages: [] })  #: sdk-call chat
            await ollama.embed({ model: LLM_EMBED_MODEL, input: 'x' })  #: sdk-call embed
        """,
    })


def test_a_function_gives_the_body():
    agree({
        "body.ts": """
            export function body(prompt: string, temperature = 0.2) {
              const options: Record<string, unknown> = { temperature }  #: option temperature
              if (temperature === 0) options.seed = 42  #: option seed
              options['num_ctx'] = 8192  #: option num_ctx
              return { model: 'm', prompt, stream: true, options }  #: model-tag m, request-key prompt, options
            }
        """,
        "a.ts": """
            import { body } from './body'
            const url = process.env.OLLAMA_URL + '/api/generate'  #: endpoint /api/generate
            export const go = (p: string) => fetch(url, { method: 'POST', body: JSON.stringify(body(p, 0)) })
        """,
    })


def test_a_schema_in_the_format():
    agree({
        "a.ts": """
            import ollama from 'ollama'
            const schema = { type: 'object', properties: { options: { type: 'string' }, seed: { type: 'number' } } }
            const r = await ollama.generate({ model: 'm', prompt: 'x', format: schema })  #: sdk-call generate, model-tag m, request-key prompt, format
            console.log(JSON.parse(r.response).seed)  #: response-access response
        """,
    })


def test_a_tool_with_parameters_of_the_same_names():
    agree({
        "a.ts": """
            import ollama from 'ollama'
            const tool = { type: 'function', function: { name: 'f', parameters: { properties: { format: {}, keep_alive: {}, num_ctx: {} } } } }
            await ollama.chat({ model: 'm', messages: [{ role: 'tool', content: 'x', tool_name: 'f' }], tools: [tool] })  #: sdk-call chat, model-tag m, request-key messages[].tool_name
        """,
    })


def test_a_message_of_the_assistant_goes_back():
    agree({
        "a.ts": """
            import ollama from 'ollama'
            const messages: any[] = []
            const { message } = await ollama.chat({ model: 'm', messages, tools: [] })  #: sdk-call chat, model-tag m, response-access message
            messages.push({ role: 'assistant', content: message.content, tool_calls: message.tool_calls })  #: response-access message.content, message.tool_calls, request-key messages[].tool_calls
            await ollama.chat({ model: 'm', messages })  #: sdk-call chat, model-tag m
        """,
    })
