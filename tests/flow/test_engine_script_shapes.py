"""Ways of taking values apart."""

from tests.flow.flowing import agree


def test_nested_patterns_with_defaults():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const { message: { content = '', tool_calls: calls = [] } = {}, done_reason } = await ollama.chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m, response-access message, message.content, message.tool_calls, done_reason
            for (const { function: { name, arguments: args } } of calls) console.log(name, args, content, done_reason)  #: response-access message.tool_calls[].function.arguments
        """,
    })


def test_brackets_instead_of_dots():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const r = await ollama['chat']({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m
            console.log(r['message']?.['content'], r?.["eval_count"])  #: response-access message, message.content, eval_count
        """,
    })


def test_loops_by_index():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const { models } = await ollama.list()  #: sdk-call tags, response-access models
            for (let i = 0; i < models.length; i++) console.log(models[i].name)  #: response-access models[].name
            for (const i in models) console.log(models[i].size)  #: response-access models[].size
        """,
    })


def test_a_named_function_for_each():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const label = (m) => `${m.name} ${m.size}`  #: response-access models[].name, models[].size
            function row({ name, details: { family } }) { return [name, family] }  #: response-access models[].name, models[].details, models[].details.family
            const { models } = await ollama.list()  #: sdk-call tags, response-access models
            console.log(models.map(label), models.map(row))
        """,
    })


def test_the_last_chunk():
    agree({
        "a.js": """
            import ollama from 'ollama'
            let last
            for await (const part of await ollama.generate({ model: 'm', prompt: 'x', stream: true })) last = part  #: sdk-call generate, model-tag m, request-key prompt
            console.log(last.context, last.total_duration)  #: response-access context, total_duration
        """,
    })


def test_a_method_that_is_a_generator():
    agree({
        "a.ts": """
            import { Ollama } from 'ollama'
            class Llm {
              private client = new Ollama()  #: client
              async *stream(prompt: string) {
                const parts = await this.client.generate({ model: 'm', prompt, stream: true })  #: sdk-call generate, model-tag m, request-key prompt
                for await (const part of parts) yield part
              }
              async *words(prompt: string) {
                for await (const part of this.stream(prompt)) yield part.response  #: response-access response
              }
            }
            for await (const word of new Llm().words('x')) process.stdout.write(word)
        """,
    })


def test_assertions_of_typescript():
    agree({
        "a.ts": """
            import ollama, { type ChatResponse } from 'ollama'
            const r = (await ollama.chat({ model: 'm', messages: [] })) as unknown as ChatResponse  #: sdk-call chat, model-tag m, sdk-type chat
            const text = (<any>r).message!.content as string  #: response-access message, message.content
            const again = r satisfies object
            console.log(text, again.done)  #: response-access done
        """,
    })


def test_a_conditional_expression():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const json = process.argv.includes('--json')
            const r = json ? await ollama.list() : null  #: sdk-call tags
            console.log(r && r.models, r?.models ?? [], (r || {}).models)  #: response-access models, models, models
        """,
    })


def test_a_default_parameter():
    agree({
        "a.js": """
            import ollama from 'ollama'
            export const ask = async (prompt, client = ollama, { model = 'phi3' } = {}) => {  #: model-tag phi3
              const { response } = await client.generate({ model, prompt })  #: sdk-call generate, request-key prompt, response-access response
              return response
            }
        """,
    })
