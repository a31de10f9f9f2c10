"""What the official client is asked, and what comes back besides plain answers."""

from tests.flow.flowing import agree


def test_promise_all_keeps_its_order():
    agree({
        "both.js": """
            import ollama from 'ollama'
            const [list, running] = await Promise.all([ollama.list(), ollama.ps()])  #: sdk-call tags, sdk-admin ps
            console.log(list.models.map((m) => m.details.parameter_size))  #: response-access models, models[].details, models[].details.parameter_size
            console.log(running.models[0].size_vram)  #: response-access models, models[].size_vram
        """,
    })


def test_administrative_calls_and_their_answers():
    agree({
        "admin.ts": """
            import { Ollama } from 'ollama'
            const client = new Ollama()  #: client
            const stream = await client.pull({ model: 'm', stream: true })  #: sdk-admin pull, model-tag m
            for await (const p of stream) {
              console.log(p.status, Math.round((p.completed / p.total) * 100))  #: response-access status, completed, total
            }
            const info = await client.show({ model: 'm' })  #: sdk-admin show, model-tag m
            console.log(info.details.family, info.model_info['general.architecture'])  #: response-access details, details.family, model_info
            await client.delete({ model: 'm' })  #: sdk-admin delete, model-tag m
        """,
    })


def test_embeddings():
    agree({
        "embed.ts": """
            import ollama from 'ollama'
            export async function embed(texts: string[]) {
              const { embeddings } = await ollama.embed({ model: 'nomic-embed-text', input: texts, truncate: true })  #: sdk-call embed, model-tag nomic-embed-text, response-access embeddings, request-key truncate
              return embeddings.map((vector, i) => ({ vector, text: texts[i] }))
            }
            export const one = async (text: string) => (await ollama.embeddings({ model: 'm', prompt: text })).embedding  #: sdk-call embeddings, model-tag m, response-access embedding, request-key prompt
        """,
    })


def test_options_of_a_request():
    agree({
        "opts.ts": """
            import ollama from 'ollama'
            await ollama.generate({  #: sdk-call generate
              model: 'm',  #: model-tag m
              prompt: 'x',  #: request-key prompt
              system: 'You are brief.',  #: request-key system
              format: 'json',  #: request-key format
              keep_alive: '10m',  #: request-key keep_alive
              options: {  #: request-key options
                temperature: 0.2,  #: option temperature
                num_ctx: 8192,  #: option num_ctx
                num_predict: 256,  #: option num_predict
                numCtx: 1,
              },
            })
        """,
    })


def test_options_from_another_file():
    agree({
        "settings.ts": """
            export const sampling = {
              temperature: 0.1,  #: option temperature
              repeat_penalty: 1.1,  #: option repeat_penalty
              color: 'red',
            }
            export const MODEL = 'llama3.1:8b'  #: model-tag llama3.1:8b
        """,
        "chat.ts": """
            import ollama from 'ollama'
            import { MODEL, sampling } from './settings'
            export const ask = (messages: object[]) => ollama.chat({ model: MODEL, messages, options: sampling })  #: sdk-call chat, request-key options
        """,
    })


def test_options_that_are_spread_and_overridden():
    agree({
        "chat.ts": """
            import ollama from 'ollama'
            const defaults = { num_ctx: 4096 }  #: option num_ctx
            export function ask(messages: object[], creative = false) {
              const options = { ...defaults, ...(creative ? { temperature: 1.2 } : {}) }  #: option temperature
              return ollama.chat({ model: 'm', messages, options })  #: sdk-call chat, model-tag m, request-key options
            }
        """,
    })


def test_a_request_that_is_built_in_steps():
    agree({
        "chat.js": """
            import ollama from 'ollama'
            export async function ask(text, image, schema) {
              const request = { model: 'm', messages: [] }  #: model-tag m
              const message = { role: 'user', content: text }
              if (image) message.images = [image]  #: request-key messages[].images
              request.messages.push(message)
              if (schema) request.format = schema  #: request-key format
              request.options = {}  #: request-key options
              request.options.seed = 7  #: option seed
              request['keep_alive'] = -1  #: request-key keep_alive
              return (await ollama.chat(request)).message  #: sdk-call chat, response-access message
            }
        """,
    })


def test_a_loop_over_tools():
    agree({
        "tools.ts": """
            import ollama from 'ollama'
            const tools = [{ type: 'function', function: { name: 'weather', parameters: { type: 'object' } } }]
            const messages: any[] = [{ role: 'user', content: 'Weather in Ulm?' }]
            while (true) {
              const response = await ollama.chat({ model: 'm', messages, tools })  #: sdk-call chat, model-tag m
              messages.push(response.message)  #: response-access message
              if (!response.message.tool_calls?.length) break  #: response-access message, message.tool_calls
              for (const call of response.message.tool_calls) {  #: response-access message, message.tool_calls
                const result = await run(call.function.name, call.function.arguments)  #: response-access message.tool_calls[].function.arguments
                messages.push({ role: 'tool', content: result, tool_name: call.function.name })  #: request-key messages[].tool_name
              }
            }
            declare function run(name: string, args: object): Promise<string>
        """,
    })


def test_tools_as_a_map_of_functions():
    agree({
        "tools.js": """
            import ollama from 'ollama'
            const available = { add: ({ a, b }) => a + b }
            const res = await ollama.chat({ model: 'm', messages: [], tools: [] })  #: sdk-call chat, model-tag m
            for (const { function: fn } of res.message.tool_calls ?? []) {  #: response-access message, message.tool_calls
              const call = available[fn.name]
              console.log(call(fn.arguments))  #: response-access message.tool_calls[].function.arguments
            }
        """,
    })


def test_thinking():
    agree({
        "think.ts": """
            import ollama from 'ollama'
            const stream = await ollama.chat({ model: 'm', messages: [], think: true, stream: true })  #: sdk-call chat, model-tag m, request-key think
            for await (const chunk of stream) {
              if (chunk.message.thinking) process.stdout.write(chunk.message.thinking)  #: response-access message, message.thinking, message, message.thinking
              else process.stdout.write(chunk.message.content)  #: response-access message, message.content
            }
        """,
    })


def test_structured_output_is_parsed():
    agree({
        "schema.ts": """
            import ollama from 'ollama'
            import { z } from 'zod'
            import { zodToJsonSchema } from 'zod-to-json-schema'
            const Country = z.object({ name: z.string(), models: z.array(z.string()) })
            const response = await ollama.chat({  #: sdk-call chat
              model: 'm', messages: [],  #: model-tag m
              format: zodToJsonSchema(Country),  #: request-key format
            })
            const country = Country.parse(JSON.parse(response.message.content))  #: response-access message, message.content
            console.log(country.name, country.models)
        """,
    })
