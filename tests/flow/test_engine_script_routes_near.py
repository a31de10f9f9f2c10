"""Routes that are nearly the one."""

from tests.flow.flowing import agree


def test_a_route_whose_answer_depends():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.get('/models', async (req, res) => {
              if (!req.query.local) return res.json({ models: ['gpt-4o'] })
              return res.json(await ollama.list())  #: sdk-call tags, relay
            })
        """,
        "a.js": """
            const { models } = await fetch('/models?local=1').then((r) => r.json())  #: relayed-access models
            console.log(models[0].name)  #: relayed-access models[].name
        """,
    })


def test_a_library_for_lines_of_json():
    agree({
        "a.js": """
            import ndjson from 'ndjson'
            import axios from 'axios'
            const res = await axios.post('http://localhost:11434/api/generate', {}, { responseType: 'stream' })  #: endpoint /api/generate
            res.data.pipe(ndjson.parse()).on('data', (part) => process.stdout.write(part.response))  #: response-access response
        """,
    })


def test_a_parser_of_events_for_openai():
    agree({
        "a.js": """
            import { createParser } from 'eventsource-parser'
            const OLLAMA = 'http://localhost:11434'
            const parser = createParser({ onEvent: (event) => console.log(JSON.parse(event.data).choices[0].delta.content, JSON.parse(event.data).response) })
            const res = await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: '{}' })
            for await (const bytes of res.body) parser.feed(new TextDecoder().decode(bytes))
            console.log(OLLAMA)
        """,
    })
