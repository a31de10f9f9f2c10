"""Helpers that serve Ollama and others alike: what goes in one way doesn't come out another."""

from tests.flow.flowing import agree


def test_a_copy_of_an_object():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const copy = (o) => ({ ...o })
            const mine = copy(await ollama.generate({ model: 'm', prompt: 'x' }))  #: sdk-call generate, model-tag m, request-key prompt
            const other = copy({ response: 'own' })
            console.log(other.response, typeof mine)
        """,
    })


def test_one_function_for_two_providers():
    agree({
        "a.ts": """
            import OpenAI from 'openai'
            import ollama from 'ollama'
            async function complete(provider: string, messages: any[]): Promise<string> {
              const answer = provider === 'local'
                ? (await ollama.chat({ model: 'm', messages })).message  #: sdk-call chat, model-tag m, response-access message
                : (await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages })).choices[0].message
              return answer.content ?? ''  #: response-access message.content
            }
            complete('local', []).then((text) => console.log(text.length))
        """,
    })


def test_a_logger_takes_everything():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const log = (thing) => { console.log(thing.name, thing.message) }  #: response-access message
            log(await ollama.chat({ model: 'm', messages: [] }))  #: sdk-call chat, model-tag m
            log({ name: 'x', message: 'y' })
        """,
    })


def test_a_list_of_two_sources():
    agree({
        "a.js": """
            import ollama from 'ollama'
            import OpenAI from 'openai'
            const local = (await ollama.list()).models.map((m) => ({ id: m.name, local: true }))  #: sdk-call tags, response-access models, models[].name
            const remote = (await new OpenAI().models.list()).data.map((m) => ({ id: m.id, local: false }))
            for (const model of [...local, ...remote]) console.log(model.id, model.name, model.size)
        """,
    })


def test_a_table_of_handlers():
    agree({
        "a.js": """
            import ollama from 'ollama'
            const handlers = {
              models: async () => (await ollama.list()).models,  #: sdk-call tags, response-access models
              users: async () => (await fetch('/users')).json(),
            }
            console.log((await handlers.models())[0].name, (await handlers.users())[0].name)  #: response-access models[].name
        """,
    })


def test_two_states_of_one_component():
    agree({
        "A.tsx": """
            import { useState } from 'react'
            import ollama from 'ollama'
            export function A() {
              const [models, setModels] = useState<any[]>([])
              const [users, setUsers] = useState<any[]>([])
              const load = async () => {
                setModels((await ollama.list()).models)  #: sdk-call tags, response-access models
                setUsers(await (await fetch('/users')).json())
              }
              return <p onClick={load}>{models.map((m) => m.name)}{users.map((u) => u.name)}</p>  #: response-access models[].name
            }
        """,
    })


def test_one_component_for_two_lists():
    agree({
        "Item.vue": """
            <script setup>
            defineProps(['title'])
            </script>
            <template><b>{{ title.name }}</b></template>
        """,
        "Page.vue": """
            <script setup>
            import Item from './Item.vue'
            import ollama from 'ollama'
            const { models } = await ollama.list()  #: sdk-call tags, response-access models
            </script>
            <template><Item v-for="m in models" :title="{ name: m.name }" /></template>  #: response-access models[].name
        """,
    })
