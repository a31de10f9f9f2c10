"""Libraries that answers go through."""

from tests.flow.flowing import agree


def test_interceptors_of_axios():
    agree({
        "http.js": """
            import axios from 'axios'
            const http = axios.create({ baseURL: 'http://localhost:11434' })
            http.interceptors.response.use((res) => res.data)
            export default http
        """,
        "a.js": """
            import http from './http'
            const { models } = await http.get('/api/tags')  #: endpoint /api/tags, response-access models
            console.log(models[0].name)  #: response-access models[].name
        """,
    })


def test_markdown_of_an_answer():
    agree({
        "a.js": """
            import { marked } from 'marked'
            import ollama from 'ollama'
            const { message } = await ollama.chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m, response-access message
            const html = marked(message.content)  #: response-access message.content
            console.log(html.message, html.content)
        """,
    })


def test_a_database_in_between():
    agree({
        "a.js": """
            import Database from 'better-sqlite3'
            import ollama from 'ollama'
            const db = new Database('x')
            const { message } = await ollama.chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m, response-access message
            db.prepare('insert into m values (?)').run(message.content)  #: response-access message.content
            for (const row of db.prepare('select * from m').all()) console.log(row.content, row.message)
        """,
    })
