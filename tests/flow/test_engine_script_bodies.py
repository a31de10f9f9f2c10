"""Requests by `fetch`: bodies, settings and shapes of answers."""

from tests.flow.flowing import agree


def test_the_text_is_parsed_by_hand():
    agree({
        "t.js": """
            const res = await fetch('http://localhost:11434/api/tags')  #: endpoint /api/tags
            const text = await res.text()
            const data = JSON.parse(text)
            console.log(data.models[0].name)  #: response-access models, models[].name
        """,
    })


def test_a_body_in_a_variable_of_its_own():
    agree({
        "b.js": """
            const URL_ = 'http://localhost:11434/api/chat'  #: endpoint /api/chat
            function bodyFor(messages, { json = false, keep = '5m' } = {}) {
              const body = { model: 'm', messages }  #: model-tag m
              if (json) body.format = 'json'  #: request-key format
              body.keep_alive = keep  #: request-key keep_alive
              return JSON.stringify(body)
            }
            export const ask = (messages) => fetch(URL_, { method: 'POST', body: bodyFor(messages) })
        """,
    })


def test_request_options_in_an_object():
    agree({
        "b.js": r"""
            const url = 'http://localhost:11434/api/generate'  #: endpoint /api/generate
            const init = { method: 'POST', headers: {} }
            init.body = JSON.stringify({ model: 'm', prompt: 'x', raw: true, options: { stop: ['\n'] } })  #: model-tag m, request-key prompt, raw, options, option stop
            const answer = await fetch(url, init).then((r) => r.json())
            console.log(answer.response)  #: response-access response
        """,
    })


def test_a_request_that_can_be_aborted():
    agree({
        "a.ts": """
            const controller = new AbortController()
            export async function ask(prompt: string) {
              const timer = setTimeout(() => controller.abort(), 30_000)
              try {
                const res = await fetch('http://localhost:11434/api/generate', {  #: endpoint /api/generate
                  method: 'POST', signal: controller.signal,
                  body: JSON.stringify({ model: 'm', prompt, stream: false }),  #: model-tag m, request-key prompt
                })
                return ((await res.json()) as { response: string }).response  #: response-access response, response
              } finally {
                clearTimeout(timer)
              }
            }
        """,
    })


def test_a_request_object():
    agree({
        "r.js": """
            const request = new Request('http://localhost:11434/api/embed', { method: 'POST', body: JSON.stringify({ model: 'm', input: 'x' }) })  #: endpoint /api/embed, model-tag m
            const res = await fetch(request)
            console.log((await res.json()).embeddings)  #: response-access embeddings
        """,
    })


def test_an_await_in_parentheses_in_javascript():
    agree({
        "p.js": """
            async function names() {
              const data = await (await fetch('http://localhost:11434/api/tags')).json()  #: endpoint /api/tags
              return data.models.map((m) => m.name)  #: response-access models, models[].name
            }
        """,
    })


def test_a_host_that_is_put_together_from_parts():
    agree({
        "h.js": """
            const { OLLAMA_PROTOCOL = 'http', OLLAMA_HOST = 'localhost', OLLAMA_PORT = 11434 } = process.env
            const base = `${OLLAMA_PROTOCOL}://${OLLAMA_HOST}:${OLLAMA_PORT}`
            const res = await fetch(`${base}/api/tags`)  #: endpoint /api/tags
            console.log((await res.json()).models.length)  #: response-access models
        """,
    })


def test_an_endpoint_table():
    agree({
        "e.ts": """
            const HOST = 'http://localhost:11434'
            const ENDPOINTS = {
              chat: `${HOST}/api/chat`,  #: endpoint /api/chat
              tags: `${HOST}/api/tags`,  #: endpoint /api/tags
            } as const
            export const list = async () => (await (await fetch(ENDPOINTS.tags)).json()).models  #: response-access models
            export const chat = async (messages: object[]) => {
              const res = await fetch(ENDPOINTS.chat, { method: 'POST', body: JSON.stringify({ model: 'm', messages, stream: false }) })  #: model-tag m
              return (await res.json()).message.content  #: response-access message, message.content
            }
        """,
    })


def test_an_environment_of_deno():
    agree({
        "d.ts": """
            const base = Deno.env.get('OLLAMA_URL') ?? 'http://localhost:11434'
            const res = await fetch(`${base}/api/tags`)  #: endpoint /api/tags
            const { models } = await res.json()  #: response-access models
            Deno.serve(() => new Response(String(models.length)))
        """,
    })


def test_a_status_check_alone():
    agree({
        "s.ts": """
            export async function isUp(base = 'http://localhost:11434') {
              try {
                return (await fetch(`${base}/api/version`, { signal: AbortSignal.timeout(500) })).ok  #: endpoint /api/version
              } catch {
                return false
              }
            }
        """,
    })
