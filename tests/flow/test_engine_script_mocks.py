"""Tests that build answers by hand."""

from tests.flow.flowing import agree


def test_a_spy():
    agree({
        "a.test.ts": """
            import ollama from 'ollama'
            import { ask } from './a'
            it('asks', async () => {
              const spy = vi.spyOn(ollama, 'chat').mockResolvedValue({ message: { role: 'assistant', content: 'x' }, done: true } as any)  #: test-mock message, message.content, done
              await ask()
              expect(spy).toHaveBeenCalled()
            })
        """,
        "a.ts": """
            import ollama from 'ollama'
            export const ask = async () => (await ollama.chat({ model: 'm', messages: [] })).message.content  #: sdk-call chat, model-tag m, response-access message, message.content
        """,
    })


def test_a_stream_of_a_mock():
    agree({
        "a.test.ts": """
            import { vi } from 'vitest'
            vi.mock('ollama', () => ({ Ollama: class { async *chat() {
              yield { message: { content: 'a' }, done: false }  #: test-mock message, message.content, done
              yield { message: { content: 'b' }, done: true, eval_count: 2 }  #: test-mock message, message.content, done, eval_count
            } } }))
        """,
    })


def test_what_was_asked():
    agree({
        "a.test.ts": """
            import ollama from 'ollama'
            jest.mock('ollama')
            expect(ollama.chat).toHaveBeenCalledWith({ model: 'phi3:mini', messages: [], options: { num_ctx: 4096 }, keep_alive: 0 })  #: model-tag phi3:mini, request-key options, keep_alive, option num_ctx
        """,
    })


def test_a_test_that_has_nothing_to_do_with_ollama():
    agree({
        "cars.test.ts": """
            import { cars } from './cars'
            it('lists', () => expect(cars()).toEqual({ models: [{ name: 'a', size: 1 }], done: true, response: 'x' }))
        """,
        "cars.ts": """
            export const cars = () => ({ models: [{ name: 'a', size: 1 }] })
        """,
        "a.ts": """
            import ollama from 'ollama'
            await ollama.list()  #: sdk-call tags
        """,
    })
