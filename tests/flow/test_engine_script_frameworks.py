"""Frameworks' integrations of Ollama."""

from tests.flow.flowing import agree


def test_chatollama_of_langchain():
    agree({
        "chain.ts": """
            import { ChatOllama } from '@langchain/ollama'
            const llm = new ChatOllama({  #: framework ChatOllama
              model: 'llama3.1',  #: model-tag llama3.1
              baseUrl: 'http://localhost:11434',  #: base-url baseUrl
              temperature: 0,
              numCtx: 8192,  #: option num_ctx
              keepAlive: '10m',  #: request-key keep_alive
              format: 'json',  #: request-key format
            })
            const answer = await llm.invoke([['human', 'hi']])
            console.log(answer.content, answer.message)
        """,
    })


def test_chatollama_of_the_community_package():
    agree({
        "chain.js": """
            import { ChatOllama } from '@langchain/community/chat_models/ollama'
            const options = { model: 'phi3', numPredict: 128, repeatPenalty: 1.1 }  #: model-tag phi3, option num_predict, repeat_penalty
            export const llm = new ChatOllama({ ...options, baseUrl: process.env.LLM_URL })  #: framework ChatOllama, base-url baseUrl
        """,
    })


def test_embeddings_of_langchain():
    agree({
        "embed.ts": """
            import { OllamaEmbeddings } from '@langchain/ollama'
            const embeddings = new OllamaEmbeddings({ model: 'nomic-embed-text', baseUrl: 'http://localhost:11434', requestOptions: { num_ctx: 2048 } })  #: framework OllamaEmbeddings, model-tag nomic-embed-text, base-url baseUrl
            export const vectors = await embeddings.embedDocuments(['a'])
        """,
    })


def test_a_chain_and_its_parser():
    agree({
        "chain.ts": """
            import { Ollama } from '@langchain/ollama'
            import { StringOutputParser } from '@langchain/core/output_parsers'
            const llm = new Ollama({ model: 'phi3' })  #: framework Ollama, model-tag phi3
            const text = await llm.pipe(new StringOutputParser()).invoke('x')
            for await (const chunk of await llm.stream('x')) console.log(chunk, text)
        """,
    })


def test_a_model_in_a_file_of_its_own():
    agree({
        "model.ts": """
            export const MODEL = 'qwen2.5:7b'  #: model-tag qwen2.5:7b
        """,
        "llm.ts": """
            import { ChatOllama } from '@langchain/ollama'
            import { MODEL } from './model'
            export const llm = new ChatOllama({ model: MODEL })  #: framework ChatOllama
        """,
    })


def test_a_provider_of_the_vercel_ai_sdk():
    agree({
        "ai.ts": """
            import { createOllama } from 'ollama-ai-provider'
            import { generateText, streamText } from 'ai'
            const provider = createOllama({ baseURL: 'http://localhost:11434/api' })  #: framework createOllama, base-url baseURL
            const { text } = await generateText({ model: provider('phi3', { numCtx: 4096 }), prompt: 'x' })  #: model-tag phi3, option num_ctx
            const stream = streamText({ model: provider('llama3.1'), messages: [] })  #: model-tag llama3.1
            for await (const part of stream.textStream) console.log(part, text)
        """,
    })


def test_the_default_of_the_provider():
    agree({
        "ai.ts": """
            import { ollama } from 'ollama-ai-provider'
            import { generateObject } from 'ai'
            const { object } = await generateObject({ model: ollama('phi3'), schema: {}, prompt: 'x' })  #: framework ollama, model-tag phi3
            console.log(object.message)
        """,
    })


def test_llamaindex():
    agree({
        "li.ts": """
            import { Ollama } from '@llamaindex/ollama'
            import { Settings } from 'llamaindex'
            Settings.llm = new Ollama({ model: 'phi3', options: { num_ctx: 4096, temperature: 0.1 } })  #: framework Ollama, model-tag phi3, option num_ctx, temperature
        """,
    })


def test_openais_client_at_ollamas_address():
    agree({
        "oa.ts": """
            import OpenAI from 'openai'
            const client = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' })
            const res = await client.chat.completions.create({ model: 'm', messages: [] })
            console.log(res.choices[0].message.content)
        """,
    })
