"""Readers of streams of JSON, a line a chunk."""

from tests.flow.flowing import agree


def test_a_reader_with_a_decoder_and_a_buffer():
    agree({
        "s.ts": r"""
            export async function stream(messages: object[], onText: (t: string) => void) {
              const res = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: JSON.stringify({ model: 'm', messages }) })  #: endpoint /api/chat, model-tag m
              const reader = res.body!.getReader()
              const decoder = new TextDecoder()
              let buffer = ''
              while (true) {
                const { done, value } = await reader.read()
                if (done) break
                buffer += decoder.decode(value, { stream: true })
                const lines = buffer.split('\n')  #: stream-parse split
                buffer = lines.pop() ?? ''
                for (const line of lines) {
                  if (!line.trim()) continue
                  try {
                    const part = JSON.parse(line)  #: stream-parse JSON
                    onText(part.message.content)  #: response-access message, message.content
                  } catch {
                    console.warn('bad line')
                  }
                }
              }
            }
        """,
    })


def test_the_map_has_a_function_around_the_parser():
    agree({
        "s.js": r"""
            const res = await fetch('http://localhost:11434/api/generate', { method: 'POST', body: '{}' })  #: endpoint /api/generate
            const reader = res.body.getReader()
            const decoder = new TextDecoder()
            let out = ''
            reader.read().then(function next({ done, value }) {
              if (done) return
              decoder.decode(value).trim().split('\n').map((l) => JSON.parse(l)).forEach((o) => {  #: stream-parse split, JSON
                out += o.response  #: response-access response
              })
              return reader.read().then(next)
            })
        """,
    })


def test_a_stream_through_a_decoder_stream():
    agree({
        "s.ts": r"""
            const res = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: '{}' })  #: endpoint /api/chat
            const reader = res.body!.pipeThrough(new TextDecoderStream()).getReader()
            while (true) {
              const { value, done } = await reader.read()
              if (done) break
              for (const line of value.split('\n')) {  #: stream-parse split
                if (line) console.log(JSON.parse(line).message.content)  #: stream-parse JSON, response-access message, message.content
              }
            }
        """,
    })


def test_a_body_that_is_iterated_over():
    agree({
        "s.mjs": """
            const res = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: '{}' })  #: endpoint /api/chat
            const decoder = new TextDecoder()
            for await (const bytes of res.body) {
              const part = JSON.parse(decoder.decode(bytes))  #: stream-parse JSON
              process.stdout.write(part.message.content)  #: response-access message, message.content
            }
        """,
    })


def test_a_generator_of_lines_in_a_file_of_its_own():
    agree({
        "ndjson.ts": r"""
            export async function* ndjson<T>(response: Response): AsyncGenerator<T> {
              const reader = response.body!.getReader()
              const decoder = new TextDecoder()
              let rest = ''
              for (;;) {
                const { done, value } = await reader.read()
                if (done) return
                rest += decoder.decode(value, { stream: true })
                let end
                while ((end = rest.indexOf('\n')) >= 0) {
                  const line = rest.slice(0, end)
                  rest = rest.slice(end + 1)
                  if (line) yield JSON.parse(line) as T  #: stream-parse JSON
                }
              }
            }
        """,
        "chat.ts": """
            import { ndjson } from './ndjson'
            export async function* reply(messages: object[]) {
              const res = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: JSON.stringify({ messages }) })  #: endpoint /api/chat
              for await (const part of ndjson<{ message: { content: string } }>(res)) {
                yield part.message.content  #: response-access message, message.content
              }
            }
        """,
    })


def test_the_last_line_has_the_counts():
    agree({
        "l.ts": r"""
            type Part = { response: string; done: boolean; eval_count?: number }  #: response-access response, done, eval_count
            const text = await (await fetch('http://localhost:11434/api/generate', { method: 'POST', body: '{}' })).text()  #: endpoint /api/generate
            const parts: Part[] = text.trim().split('\n').map((l) => JSON.parse(l) as Part)  #: stream-parse split, JSON
            console.log(parts.map((p) => p.response).join(''))  #: response-access response
            console.log(parts.at(-1)!.eval_count)  #: response-access eval_count
        """,
    })


def test_a_buffer_in_a_class():
    agree({
        "c.ts": r"""
            class LineBuffer {
              private rest = ''
              push(text: string): string[] {
                this.rest += text
                const lines = this.rest.split('\n')  #: stream-parse split
                this.rest = lines.pop()!
                return lines
              }
            }
            const res = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: '{}' })  #: endpoint /api/chat
            const buffer = new LineBuffer()
            const decoder = new TextDecoder()
            for await (const bytes of res.body as any) {
              for (const line of buffer.push(decoder.decode(bytes))) console.log(JSON.parse(line).message.content)  #: stream-parse JSON, response-access message, message.content
            }
        """,
    })


def test_a_parser_that_gives_null_for_what_is_broken():
    agree({
        "p.js": """
            const parse = (line) => { try { return JSON.parse(line) } catch { return null } }  #: stream-parse JSON
            const res = await fetch('http://localhost:11434/api/chat', { method: 'POST', body: '{}' })  #: endpoint /api/chat
            const reader = res.body.getReader()
            const { value } = await reader.read()
            const first = parse(new TextDecoder().decode(value))
            console.log(first?.message?.content)  #: response-access message, message.content
        """,
    })
