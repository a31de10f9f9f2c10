"""Routes that make something of their own of answers, or hand them on in other ways."""

from tests.flow.flowing import agree


def test_fastify():
    agree({
        "server.js": """
            import Fastify from 'fastify'
            import ollama from 'ollama'
            const app = Fastify()
            app.get('/version', async () => ({ ok: true }))
            app.get('/running', async (request, reply) => {
              return ollama.ps()  #: sdk-admin ps, relay
            })
        """,
        "web.js": """
            const data = await fetch('/running').then((r) => r.json())
            console.log(data.models[0].size_vram)  #: relayed-access models, models[].size_vram
            const v = await fetch('/version').then((r) => r.json())
            console.log(v.models)
        """,
    })


def test_server_sent_events_of_an_own_shape():
    agree({
        "server.js": r"""
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.get('/events', async (req, res) => {
              for await (const part of await ollama.chat({ model: 'm', messages: [], stream: true })) {  #: sdk-call chat, model-tag m
                res.write(`data: ${JSON.stringify({ text: part.message.content, done: part.done })}\n\n`)  #: response-access message, message.content, done
              }
            })
        """,
        "web.js": """
            const source = new EventSource('/events')
            source.onmessage = (event) => {
              const { text, done } = JSON.parse(event.data)
              console.log(text, done)
            }
        """,
    })


def test_axios_in_the_browser():
    agree({
        "server.js": """
            const express = require('express')
            const { Ollama } = require('ollama')
            const app = express()
            const client = new Ollama()  #: client
            app.get('/api/show/:name', async (req, res) => {
              res.send(await client.show({ model: req.params.name }))  #: sdk-admin show, relay
            })
        """,
        "web.js": """
            import axios from 'axios'
            export const family = (name) => axios.get(`/api/show/${name}`).then(({ data }) => data.details.family)  #: relayed-access details, details.family
        """,
    })


def test_a_controller_in_another_file():
    agree({
        "routes.js": """
            const express = require('express')
            const controller = require('./controller')
            const router = express.Router()
            router.post('/chat', controller.chat)
            module.exports = router
        """,
        "controller.js": """
            const ollama = require('ollama').default
            exports.chat = async (req, res, next) => {
              try {
                const answer = await ollama.chat({ model: 'm', messages: req.body.messages })  #: sdk-call chat, model-tag m
                res.status(200).json({ success: true, data: answer })  #: relay
              } catch (e) {
                next(e)
              }
            }
        """,
        "web/chat.js": """
            import axios from 'axios'
            export async function send(messages) {
              const { data } = await axios.post('/chat', { messages })
              return data.data.message.content  #: relayed-access message, message.content
            }
        """,
    })


def test_the_body_goes_through_to_the_server():
    agree({
        "server.js": """
            import express from 'express'
            import axios from 'axios'
            const app = express()
            app.post('/api/generate-text', async (req, res) => {
              const { data } = await axios.post('http://localhost:11434/api/generate', req.body)  #: endpoint /api/generate
              res.json({ text: data.response })  #: response-access response
            })
        """,
        "web.js": """
            const body = { model: 'm', prompt: 'x', options: { temperature: 0 } }  #: model-tag m, request-key prompt, options, option temperature
            const { text } = await fetch('/api/generate-text', { method: 'POST', body: JSON.stringify(body) }).then((r) => r.json())
        """,
    })


def test_a_stream_that_is_built_in_the_route():
    agree({
        "next.config.js": """
            module.exports = {}
        """,
        "app/api/chat/route.ts": """
            import ollama from 'ollama'
            export async function POST(req: Request) {
              const { messages } = await req.json()
              const stream = await ollama.chat({ model: 'm', messages, stream: true })  #: sdk-call chat, model-tag m
              const body = new ReadableStream({
                async start(controller) {
                  for await (const part of stream) controller.enqueue(new TextEncoder().encode(part.message.content))  #: response-access message, message.content
                  controller.close()
                },
              })
              return new Response(body)
            }
        """,
        "web.ts": r"""
            const res = await fetch('/api/chat', { method: 'POST', body: '{}' })
            const text = await res.text()
            console.log(text.split('\n'), text.length)
        """,
    })


def test_the_request_of_a_route_has_its_own_names():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.post('/summarise', async (req, res) => {
              const { text, model = 'm' } = req.body  #: model-tag m
              const { response } = await ollama.generate({ model, prompt: text })  #: sdk-call generate, request-key prompt, response-access response
              res.json({ summary: response })
            })
        """,
        "web.js": """
            const { summary } = await (await fetch('/summarise', { method: 'POST', body: JSON.stringify({ text: 'x', options: { num_ctx: 1 } }) })).json()
        """,
    })


def test_a_websocket_hands_text_on():
    agree({
        "ws.js": """
            import { WebSocketServer } from 'ws'
            import ollama from 'ollama'
            const wss = new WebSocketServer({ port: 8080 })
            wss.on('connection', (ws) => {
              ws.on('message', async (raw) => {
                const { messages } = JSON.parse(raw)
                for await (const part of await ollama.chat({ model: 'm', messages, stream: true })) {  #: sdk-call chat, model-tag m
                  ws.send(part.message.content)  #: response-access message, message.content
                }
              })
            })
        """,
    })


def test_ipc_of_electron():
    agree({
        "main.js": """
            const { ipcMain } = require('electron')
            const ollama = require('ollama').default
            ipcMain.handle('models', async () => {
              const { models } = await ollama.list()  #: sdk-call tags, response-access models
              return models.map((m) => ({ id: m.name, bytes: m.size }))  #: response-access models[].name, models[].size
            })
        """,
        "renderer.js": """
            const models = await window.electron.ipcRenderer.invoke('models')
            console.log(models[0].id, models[0].bytes)
        """,
    })
