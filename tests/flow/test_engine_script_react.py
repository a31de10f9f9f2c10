"""Components and hooks of React."""

from tests.flow.flowing import agree


def test_state_and_effect():
    agree({
        "Models.tsx": """
            import { useEffect, useState } from 'react'
            import ollama from 'ollama/browser'
            export function Models() {
              const [models, setModels] = useState<any[]>([])
              const [error, setError] = useState('')
              useEffect(() => {
                ollama.list().then((res) => setModels(res.models)).catch((e) => setError(e.message))  #: sdk-call tags, response-access models
              }, [])
              if (error) return <p>{error}</p>
              return <ul>{models.map((m) => <li key={m.digest}>{m.name} {m.details.family}</li>)}</ul>  #: response-access models[].digest, models[].name, models[].details, models[].details.family
            }
        """,
    })


def test_a_setter_with_a_function():
    agree({
        "Chat.jsx": """
            import { useState } from 'react'
            import ollama from 'ollama'
            export default function Chat() {
              const [messages, setMessages] = useState([])
              async function send(content) {
                const { message } = await ollama.chat({ model: 'm', messages: [{ role: 'user', content }] })  #: sdk-call chat, model-tag m, response-access message
                setMessages((old) => [...old, message])
              }
              return <div onClick={() => send('x')}>{messages.map((m, i) => <p key={i}>{m.content}</p>)}</div>  #: response-access message.content
            }
        """,
    })


def test_a_prop_of_a_component():
    agree({
        "Card.tsx": """
            type Props = { model: { name: string; size: number } }
            export const Card = ({ model }: Props) => (
              <b title={model.name}>{(model.size / 1e9).toFixed(1)}</b>  #: response-access models[].name, models[].size
            )
        """,
        "List.tsx": """
            import { useEffect, useState } from 'react'
            import ollama from 'ollama'
            import { Card } from './Card'
            export function List() {
              const [models, setModels] = useState([])
              useEffect(() => { (async () => setModels((await ollama.list()).models))() }, [])  #: sdk-call tags, response-access models
              return <>{models.map((m) => <Card key={m.name} model={m} />)}</>  #: response-access models[].name
            }
        """,
    })


def test_a_hook_of_ones_own():
    agree({
        "useModels.ts": """
            import { useCallback, useEffect, useState } from 'react'
            import { listModels } from './api'
            export function useModels() {
              const [models, setModels] = useState<any[]>([])
              const refresh = useCallback(async () => setModels(await listModels()), [])
              useEffect(() => { refresh() }, [refresh])
              return { models, refresh }
            }
        """,
        "api.ts": """
            const BASE = 'http://localhost:11434'
            export async function listModels() {
              const res = await fetch(`${BASE}/api/tags`)  #: endpoint /api/tags
              return (await res.json()).models  #: response-access models
            }
        """,
        "Picker.tsx": """
            import { useModels } from './useModels'
            export const Picker = () => {
              const { models } = useModels()
              return <select>{models.map(({ name }) => <option key={name}>{name}</option>)}</select>  #: response-access models[].name
            }
        """,
    })


def test_a_hook_that_returns_a_pair():
    agree({
        "useReply.ts": """
            import { useState } from 'react'
            import ollama from 'ollama'
            export function useReply() {
              const [reply, setReply] = useState<any>(null)
              const ask = async (prompt: string) => setReply(await ollama.generate({ model: 'm', prompt }))  #: sdk-call generate, model-tag m, request-key prompt
              return [reply, ask] as const
            }
        """,
        "View.tsx": """
            import { useReply } from './useReply'
            export function View() {
              const [reply, ask] = useReply()
              return <p onClick={() => ask('x')}>{reply?.response}</p>  #: response-access response
            }
        """,
    })


def test_a_ref():
    agree({
        "Abort.tsx": """
            import { useRef } from 'react'
            import { Ollama } from 'ollama/browser'
            export function Abort() {
              const client = useRef(new Ollama())  #: client
              const run = async () => {
                const s = await client.current.generate({ model: 'm', prompt: 'x', stream: true })  #: sdk-call generate, model-tag m, request-key prompt
                for await (const p of s) console.log(p.response)  #: response-access response
              }
              return <button onClick={run}>Run</button>
            }
        """,
    })


def test_a_memo():
    agree({
        "Memo.tsx": """
            import { useMemo, useState } from 'react'
            import ollama from 'ollama'
            export function Memo() {
              const [list, setList] = useState<any>()
              ollama.list().then(setList)  #: sdk-call tags
              const names = useMemo(() => list?.models.map((m) => m.name), [list])  #: response-access models, models[].name
              return <p>{names}</p>
            }
        """,
    })


def test_data_of_react_query():
    agree({
        "Q.tsx": """
            import { useQuery } from '@tanstack/react-query'
            import ollama from 'ollama'
            export function Q() {
              const { data, isLoading } = useQuery({ queryKey: ['models'], queryFn: () => ollama.list() })  #: sdk-call tags
              return isLoading ? null : <p>{data.models.map((m) => m.name)}</p>  #: response-access models, models[].name
            }
        """,
    })


def test_a_reducer():
    agree({
        "R.tsx": """
            import { useReducer } from 'react'
            import ollama from 'ollama'
            function reducer(state, action) {
              return action.type === 'set' ? { ...state, models: action.models } : state
            }
            export function R() {
              const [state, dispatch] = useReducer(reducer, { models: [] })
              const load = async () => dispatch({ type: 'set', models: (await ollama.list()).models })  #: sdk-call tags, response-access models
              return <p onClick={load}>{state.models.map((m) => m.name)}</p>  #: response-access models[].name
            }
        """,
    })


def test_a_callback_to_the_parent():
    agree({
        "Ask.tsx": """
            import ollama from 'ollama'
            export function Ask({ onAnswer }: { onAnswer: (a: any) => void }) {
              return <button onClick={async () => onAnswer(await ollama.generate({ model: 'm', prompt: 'x' }))}>Ask</button>  #: sdk-call generate, model-tag m, request-key prompt
            }
        """,
        "App.tsx": """
            import { useState } from 'react'
            import { Ask } from './Ask'
            export function App() {
              const [text, setText] = useState('')
              return <div>{text}<Ask onAnswer={(a) => setText(a.response)} /></div>  #: response-access response
            }
        """,
    })


def test_a_server_component_of_next():
    agree({
        "app/models/page.tsx": """
            import ollama from 'ollama'
            export default async function Page() {
              const { models } = await ollama.list()  #: sdk-call tags, response-access models
              return <ul>{models.map((m) => <li key={m.name}>{m.modified_at.toString()}</li>)}</ul>  #: response-access models[].name, models[].modified_at
            }
        """,
    })


def test_a_server_action():
    agree({
        "app/actions.ts": """
            'use server'
            import ollama from 'ollama'
            export async function ask(form: FormData) {
              const r = await ollama.generate({ model: 'm', prompt: String(form.get('q')) })  #: sdk-call generate, model-tag m, request-key prompt
              return { text: r.response, tokens: r.eval_count }  #: response-access response, eval_count
            }
        """,
        "app/page.tsx": """
            import { ask } from './actions'
            export default function Page() {
              const run = async () => console.log((await ask(new FormData())).text)
              return <button onClick={run}>x</button>
            }
        """,
    })
