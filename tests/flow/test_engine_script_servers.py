"""Addresses and servers in other places."""

from tests.flow.flowing import agree


def test_a_configuration_with_levels():
    agree({
        "config.ts": """
            export default {
              llm: { url: process.env.LLM_URL || 'http://localhost:11434', model: 'phi3' },  #: model-tag phi3
              db: { url: process.env.DATABASE_URL },
            }
        """,
        "llm.ts": """
            import config from './config'
            export async function ask(prompt: string) {
              const res = await fetch(`${config.llm.url}/api/generate`, {  #: endpoint /api/generate
                method: 'POST', body: JSON.stringify({ model: config.llm.model, prompt, stream: false }),  #: request-key prompt
              })
              return (await res.json()).response  #: response-access response
            }
            export const db = () => fetch(`${config.db.url}/api/tags`).then((r) => r.json()).then((d) => d.models)
        """,
    })


def test_a_controller_of_nest():
    agree({
        "llm.service.ts": """
            import { Injectable } from '@nestjs/common'
            import { Ollama } from 'ollama'
            @Injectable()
            export class LlmService {
              private readonly client = new Ollama()  #: client
              list() { return this.client.list() }  #: sdk-call tags
            }
        """,
        "llm.controller.ts": """
            import { Controller, Get } from '@nestjs/common'
            import { LlmService } from './llm.service'
            @Controller('llm')
            export class LlmController {
              constructor(private readonly llm: LlmService) {}
              @Get('first')
              async first() {
                const { models } = await this.llm.list()  #: response-access models
                return { id: models[0].name }  #: response-access models[].name
              }
            }
        """,
    })


def test_a_page_with_a_script():
    agree({
        "index.html": """
            <!doctype html>
            <ul id="list"></ul>
            <script>
              fetch('http://localhost:11434/api/tags')  #: endpoint /api/tags
                .then((r) => r.json())
                .then(({ models }) => {  #: response-access models
                  document.querySelector('#list').innerHTML = models.map((m) => `<li>${m.name}</li>`).join('')  #: response-access models[].name
                })
            </script>
        """,
    })


def test_a_bot():
    agree({
        "bot.ts": """
            import { Telegraf } from 'telegraf'
            import ollama from 'ollama'
            const bot = new Telegraf('x')
            bot.on('text', async (ctx) => {
              const r = await ollama.chat({ model: 'm', messages: [{ role: 'user', content: ctx.message.text }] })  #: sdk-call chat, model-tag m
              await ctx.reply(r.message.content)  #: response-access message, message.content
            })
        """,
    })


def test_timers_and_events():
    agree({
        "a.js": """
            import ollama from 'ollama'
            setInterval(async () => {
              const { models } = await ollama.ps()  #: sdk-admin ps, response-access models
              document.title = models.map((m) => m.name).join()  #: response-access models[].name
            }, 5000)
            document.querySelector('form').addEventListener('submit', async (event) => {
              event.preventDefault()
              const r = await ollama.generate({ model: 'm', prompt: event.target.message.value })  #: sdk-call generate, model-tag m, request-key prompt
              event.target.response.value = r.response  #: response-access response
            })
        """,
    })


def test_a_request_of_the_browsers_old_kind_isnt_followed():
    agree({
        "a.js": """
            const xhr = new XMLHttpRequest()
            xhr.open('POST', 'http://localhost:11434/api/generate')
            xhr.onload = () => console.log(JSON.parse(xhr.responseText).response)
            xhr.send(JSON.stringify({ model: 'm', prompt: 'x' }))
        """,
    })
