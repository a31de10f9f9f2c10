"""Requests by libraries: axios, ofetch, ky, got, node-fetch, undici."""

from tests.flow.flowing import agree


def test_axios_with_a_whole_url():
    agree({
        "a.js": """
            import axios from 'axios'
            const { data } = await axios.post('http://localhost:11434/api/generate', { model: 'm', prompt: 'x', stream: false })  #: endpoint /api/generate, model-tag m, request-key prompt
            console.log(data.response, data.context)  #: response-access response, context
        """,
    })


def test_an_axios_instance():
    agree({
        "http.js": """
            import axios from 'axios'
            export default axios.create({ baseURL: 'http://localhost:11434/api', timeout: 60_000 })
        """,
        "models.js": """
            import http from './http.js'
            export async function details(name) {
              const res = await http.post('/show', { model: name })  #: endpoint /api/show
              return res.data.details.parameter_size  #: response-access details, details.parameter_size
            }
            export const list = () => http.get('/tags').then(({ data }) => data.models)  #: endpoint /api/tags, response-access models
        """,
    })


def test_an_axios_request_as_an_object():
    agree({
        "a.cjs": """
            const axios = require('axios')
            const URL_ = 'http://localhost:11434'
            axios({ method: 'post', url: `${URL_}/api/embeddings`, data: { model: 'm', prompt: 'x' } })  #: endpoint /api/embeddings, model-tag m, request-key prompt
              .then((response) => console.log(response.data.embedding.length))  #: response-access embedding
        """,
    })


def test_an_axios_stream():
    agree({
        "s.js": r"""
            import axios from 'axios'
            const res = await axios.post('http://localhost:11434/api/chat', { model: 'm', messages: [] }, { responseType: 'stream' })  #: endpoint /api/chat, model-tag m
            let text = ''
            res.data.on('data', (chunk) => {
              for (const line of chunk.toString().split('\n')) {  #: stream-parse split
                if (!line) continue
                const part = JSON.parse(line)  #: stream-parse JSON
                text += part.message.content  #: response-access message, message.content
                if (part.done) console.log(text)  #: response-access done
              }
            })
        """,
    })


def test_ofetch_gives_the_answer_itself():
    agree({
        "o.ts": """
            import { ofetch } from 'ofetch'
            const api = ofetch.create({ baseURL: 'http://localhost:11434' })
            const { models } = await api<{ models: { name: string }[] }>('/api/tags')  #: endpoint /api/tags, response-access models
            export const names = models.map((m) => m.name)  #: response-access models[].name
        """,
    })


def test_ofetch_with_a_whole_url():
    agree({
        "o.ts": """
            import { $fetch } from 'ofetch'
            const answer = await $fetch('http://localhost:11434/api/generate', { method: 'POST', body: { model: 'm', prompt: 'x', stream: false } })  #: endpoint /api/generate, model-tag m, request-key prompt
            export const text = answer.response  #: response-access response
        """,
    })


def test_ky():
    agree({
        "k.ts": """
            import ky from 'ky'
            const api = ky.create({ prefixUrl: 'http://localhost:11434/api' })
            const answer = await api.post('chat', { json: { model: 'm', messages: [], stream: false } }).json()  #: endpoint /api/chat, model-tag m
            console.log(answer.message.content)  #: response-access message, message.content
        """,
    })


def test_got():
    agree({
        "g.mjs": """
            import got from 'got'
            const { models } = await got('http://localhost:11434/api/tags').json()  #: endpoint /api/tags, response-access models
            const reply = await got.post('http://localhost:11434/api/chat', { json: { model: 'm', messages: [], stream: false } }).json()  #: endpoint /api/chat, model-tag m
            console.log(models.length, reply.message.content)  #: response-access message, message.content
        """,
    })


def test_got_with_the_body():
    agree({
        "g.mjs": """
            import got from 'got'
            const { body } = await got.post('http://localhost:11434/api/generate', { json: { model: 'm', prompt: 'x', stream: false }, responseType: 'json' })  #: endpoint /api/generate, model-tag m, request-key prompt
            console.log(body.response)  #: response-access response
        """,
    })


def test_node_fetch():
    agree({
        "n.mjs": """
            import fetch from 'node-fetch'
            const res = await fetch('http://localhost:11434/api/tags')  #: endpoint /api/tags
            const { models } = await res.json()  #: response-access models
            console.log(models.map(({ digest }) => digest))  #: response-access models[].digest
        """,
    })


def test_undici():
    agree({
        "u.mjs": """
            import { request } from 'undici'
            const { statusCode, body } = await request('http://localhost:11434/api/tags')  #: endpoint /api/tags
            if (statusCode === 200) console.log((await body.json()).models)  #: response-access models
        """,
    })
