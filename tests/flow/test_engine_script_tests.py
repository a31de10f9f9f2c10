"""Tests that build answers, and types that programs declare."""

from tests.flow.flowing import agree


def test_a_mock_of_the_client():
    agree({
        "chat.ts": """
            import ollama from 'ollama'
            export const ask = async () => (await ollama.chat({ model: 'm', messages: [] })).message.content  #: sdk-call chat, model-tag m, response-access message, message.content
        """,
        "chat.test.ts": """
            import { expect, it, vi } from 'vitest'
            import { ask } from './chat'
            vi.mock('ollama', () => ({
              default: { chat: vi.fn().mockResolvedValue({ message: { role: 'assistant', content: 'hi' }, done: true }) },  #: test-mock message, message.content, done
            }))
            it('asks', async () => {
              expect(await ask()).toBe('hi')
            })
        """,
    })


def test_a_handler_of_msw():
    agree({
        "handlers.test.ts": """
            import { http, HttpResponse } from 'msw'
            export const handlers = [
              http.post('http://localhost:11434/api/generate', () => HttpResponse.json({ response: 'x', done: true, eval_count: 1 })),  #: endpoint /api/generate, test-mock response, done, eval_count
              http.get('https://api.example.com/things', () => HttpResponse.json({ response: 'x', id: 1 })),
            ]
        """,
    })


def test_errors_of_the_client_by_class():
    agree({
        "err.ts": """
            import { Ollama } from 'ollama'
            const client = new Ollama()  #: client
            try {
              await client.list()  #: sdk-call tags
            } catch (error) {
              if (error instanceof Error) console.log(error.message)
            }
        """,
    })


def test_types_of_requests():
    agree({
        "req.ts": """
            import ollama, { type ChatRequest, type Message, type Options } from 'ollama'
            const options: Partial<Options> = { num_ctx: 4096, seed: 1 }  #: sdk-type, option num_ctx, seed
            const messages: Message[] = [{ role: 'user', content: 'x', images: ['a.png'] }]  #: sdk-type chat, request-key messages[].images
            export async function ask(extra: Partial<ChatRequest>) {  #: sdk-type chat
              return ollama.chat({ model: 'm', messages, options, stream: false, ...extra } as any)  #: sdk-call chat, model-tag m, request-key options
            }
        """,
    })


def test_own_classes_for_answers():
    agree({
        "m.ts": """
            import ollama from 'ollama'
            interface Tag { name: string; size: number; details: { family: string } }  #: response-access models[].name, models[].size, models[].details, models[].details.family
            export async function tags(): Promise<Tag[]> {
              const { models } = await ollama.list()  #: sdk-call tags, response-access models
              return models as unknown as Tag[]
            }
        """,
    })
