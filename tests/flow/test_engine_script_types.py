"""Types of the client where no value says anything."""

from tests.flow.flowing import agree


def test_a_promise_of_an_answer_in_an_interface():
    agree({
        "a.ts": """
            import type { ChatResponse } from 'ollama'
            interface Llm { chat(messages: object[]): Promise<ChatResponse> }  #: sdk-type chat
            export class Bot {
              constructor(private llm: Llm) {}
              async reply() {
                const r = await this.llm.chat([])
                return r.message.content  #: response-access message, message.content
              }
            }
        """,
    })


def test_a_stream_of_a_type():
    agree({
        "a.ts": """
            import type { GenerateResponse } from 'ollama'
            export async function print(stream: AsyncIterable<GenerateResponse>) {  #: sdk-type generate
              for await (const part of stream) process.stdout.write(part.response)  #: response-access response
            }
        """,
    })


def test_a_list_of_a_type():
    agree({
        "a.ts": """
            import type { ModelResponse } from 'ollama'
            export const sizes = (models: ModelResponse[]) => models.map((m) => m.size)  #: sdk-type tags, response-access models[].size
            export function byName(models: Array<ModelResponse>) {  #: sdk-type tags
              return new Map(models.map((m) => [m.name, m]))  #: response-access models[].name
            }
        """,
    })


def test_props_of_a_component_of_react():
    agree({
        "A.tsx": """
            import type { ModelResponse } from 'ollama'
            interface Props { model: ModelResponse; onPick: (name: string) => void }  #: sdk-type tags
            export const A = ({ model, onPick }: Props) => <b onClick={() => onPick(model.name)}>{model.size}</b>  #: response-access models[].name, models[].size
        """,
    })


def test_a_field_of_a_class():
    agree({
        "a.ts": """
            import type { ChatResponse, Message } from 'ollama'
            export class Chat {
              last?: ChatResponse  #: sdk-type chat
              history: Message[] = []  #: sdk-type chat
              text() { return this.last?.message.content ?? '' }  #: response-access message, message.content
            }
        """,
    })


def test_the_result_of_a_function():
    agree({
        "a.ts": """
            import type { ListResponse } from 'ollama'
            declare function load(): Promise<ListResponse>  #: sdk-type tags
            const { models } = await load()  #: response-access models
            console.log(models[0].name)  #: response-access models[].name
        """,
    })


def test_a_union_with_an_answer():
    agree({
        "a.ts": """
            import type { ChatResponse } from 'ollama'
            type Result = { ok: true; value: ChatResponse } | { ok: false; error: string }  #: sdk-type chat
            export const show = (r: Result) => (r.ok ? r.value.message.content : r.error)  #: response-access message, message.content
        """,
    })


def test_a_partial_request():
    agree({
        "a.ts": """
            import ollama from 'ollama'
            import type { ChatRequest } from 'ollama'
            const defaults: Omit<ChatRequest, 'messages'> = { model: 'phi3:mini', options: { num_ctx: 1024 }, keep_alive: 60 }  #: sdk-type chat, model-tag phi3:mini, request-key options, keep_alive, option num_ctx
            export const ask = (messages: any[]) => ollama.chat({ ...defaults, messages, stream: false })  #: sdk-call chat
        """,
    })


def test_own_types_of_the_same_names_arent_the_clients():
    agree({
        "a.ts": """
            import ollama from 'ollama'
            type Message = { content: string; thinking?: string }
            type ChatResponse = { message: Message }
            export const show = (m: Message, r: ChatResponse) => m.thinking + r.message.content + String(ollama)
        """,
    })


def test_errors_of_the_client():
    agree({
        "a.ts": """
            import ollama, { ResponseError } from 'ollama'
            try {
              await ollama.show({ model: 'x:1b' })  #: sdk-admin show, model-tag x:1b
            } catch (error) {
              if (error instanceof ResponseError && error.status_code === 404) console.log(error.error)  #: error-handling, status_code, error
            }
        """,
    })
