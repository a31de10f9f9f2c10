"""What only looks like Ollama: nothing is said of it."""

from tests.flow.flowing import agree


def test_a_chat_function_of_ones_own():
    agree({
        "chat.ts": """
            import ollama from './local'
            export async function chat(messages: object[]) {
              return { message: { content: String(messages.length) }, done: true }
            }
            const reply = await chat([])
            console.log(reply.message.content, reply.done, ollama)
        """,
    })


def test_a_local_variable_of_that_name():
    agree({
        "a.js": """
            const ollama = { chat: async () => ({ message: { content: 'x' } }) }
            const r = await ollama.chat({ options: { num_ctx: 1 } })
            console.log(r.message.content)
        """,
    })


def test_a_parameter_of_that_name():
    agree({
        "a.js": """
            import ollama from 'ollama'
            export const run = (ollama) => ollama.chat({ options: { num_ctx: 1 } }).message.content
            run({ chat: () => ({ message: { content: 'x' } }) })
        """,
    })


def test_a_variable_in_a_function_hides_the_import():
    agree({
        "a.js": """
            import ollama from 'ollama'
            function f() {
              const ollama = makeOther()
              return ollama.list().models
            }
            f()
        """,
    })


def test_openais_answers():
    agree({
        "o.ts": """
            import OpenAI from 'openai'
            import ollama from 'ollama'
            const client = new OpenAI()
            const r = await client.chat.completions.create({ model: 'gpt-4o', messages: [], stream: false })
            console.log(r.choices[0].message.content, r.usage?.total_tokens, r.model)
            export default ollama
        """,
    })


def test_openais_stream():
    agree({
        "o.ts": """
            import OpenAI from 'openai'
            import 'ollama'
            const stream = await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [], stream: true })
            for await (const part of stream) process.stdout.write(part.choices[0]?.delta?.content ?? '')
        """,
    })


def test_anthropics_message():
    agree({
        "a.ts": """
            import Anthropic from '@anthropic-ai/sdk'
            import ollama from 'ollama'
            const message = await new Anthropic().messages.create({ model: 'claude', max_tokens: 10, messages: [] })
            console.log(message.content[0].text, message.stop_reason)
            void ollama
        """,
    })


def test_openai_by_fetch():
    agree({
        "f.js": r"""
            // not ollama
            const res = await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-4o', messages: [], stream: true }) })
            const reader = res.body.getReader()
            const decoder = new TextDecoder()
            const { value } = await reader.read()
            for (const line of decoder.decode(value).split('\n')) {
              if (line.startsWith('data: ')) console.log(JSON.parse(line.slice(6)).choices[0].delta.content)
            }
        """,
    })


def test_a_chat_route_of_the_apps_own_that_returns_something_else():
    agree({
        "server.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.post('/api/chat', (req, res) => res.json({ message: { content: 'static' }, done: true, models: [{ name: 'x' }] }))
            export { ollama }
        """,
        "web.js": """
            const data = await (await fetch('/api/chat', { method: 'POST' })).json()
            console.log(data.message.content, data.done, data.models[0].name)
        """,
    })


def test_a_route_that_is_not_served_here():
    agree({
        "web.js": """
            // the server has ollama behind it, or not
            const data = await (await fetch('/api/chat', { method: 'POST', body: JSON.stringify({ options: { num_ctx: 1 } }) })).json()
            console.log(data.message.content)
        """,
    })


def test_another_host():
    agree({
        "a.js": """
            // unlike ollama
            const res = await fetch('https://cms.example.com/api/tags')
            const { models } = await res.json()
            console.log(models[0].name)
        """,
    })


def test_a_host_of_ones_own_with_the_same_path():
    agree({
        "a.js": """
            const API = 'https://backend.example.com'
            const OLLAMA = 'http://localhost:11434'
            export const list = async () => (await (await fetch(`${API}/api/tags`)).json()).models
            console.log(OLLAMA)
        """,
    })


def test_the_same_keys_in_unrelated_objects():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const options = { num_ctx: 4096, temperature: 0.2, keep_alive: 1 }
            const event = { message: { content: 'x' }, done: true, response: 'y' }
            console.log(options.num_ctx, event.message.content, event.response, ollama)
        """,
    })


def test_data_of_react_query():
    agree({
        "q.tsx": """
            import { useQuery } from '@tanstack/react-query'
            import ollama from 'ollama'
            export function Q() {
              const { data } = useQuery({ queryKey: ['x'], queryFn: () => fetch('/things').then((r) => r.json()) })
              return <p title={String(!!ollama)}>{data.message.content} {data.models.length}</p>
            }
        """,
    })


def test_a_car_shop():
    agree({
        "cars.vue": """
            <script setup>
            import { ref } from 'vue'
            import ollama from 'ollama'
            const models = ref([])
            fetch('https://cars.example.com/models').then((r) => r.json()).then((d) => { models.value = d.models })
            console.log(typeof ollama)
            </script>
            <template><p v-for="m in models">{{ m.name }} {{ m.size }} {{ m.details.family }}</p></template>
        """,
    })


def test_a_chat_of_a_messenger():
    agree({
        "bot.js": """
            import { Client } from 'discord.js'
            import ollama from 'ollama'
            const client = new Client({})
            client.on('messageCreate', async (message) => {
              console.log(message.content, message.author.name)
              const r = await ollama.generate({ model: 'm', prompt: message.content })  #: sdk-call generate, model-tag m, request-key prompt
              message.reply(r.response)  #: response-access response
            })
        """,
    })


def test_errors_of_axios():
    agree({
        "a.js": """
            import axios from 'axios'
            import ollama from 'ollama'
            try {
              await axios.get('https://example.com/api/chat')
            } catch (e) {
              console.log(e.response.data.error, e.response.status)
            }
            ollama.list
        """,
    })


def test_the_response_of_an_express_handler():
    agree({
        "s.js": """
            import express from 'express'
            import ollama from 'ollama'
            const app = express()
            app.use((req, response, next) => { response.done = true; next(req.body.message.content) })
            console.log(ollama)
        """,
    })
