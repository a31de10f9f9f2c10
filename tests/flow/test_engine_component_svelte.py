"""Components of Svelte: blocks, runes, stores, props."""

from tests.flow.flowing import agree


def test_runes():
    agree({
        "Chat.svelte": """
            <script lang="ts">
              import ollama from 'ollama'
              let reply = $state<any>(null)
              const text = $derived(reply?.message.content)  #: response-access message, message.content
              async function ask() {
                reply = await ollama.chat({ model: 'm', messages: [] })  #: sdk-call chat, model-tag m
              }
            </script>
            <button onclick={ask}>{text}</button>
            {#if reply?.done}<i>{reply.eval_count}</i>{/if}  #: response-access done, eval_count
        """,
    })


def test_an_await_block():
    agree({
        "Await.svelte": """
            <script>
              import ollama from 'ollama'
              const pending = ollama.generate({ model: 'm', prompt: 'x' })  #: sdk-call generate, model-tag m, request-key prompt
            </script>
            {#await pending}
              <p>…</p>
            {:then result}
              <p>{result.response}</p>  #: response-access response
            {/await}
        """,
    })


def test_a_prop_of_a_child():
    agree({
        "Card.svelte": """
            <script>
              export let model
            </script>
            <b>{model.name}</b>  #: response-access models[].name
        """,
        "List.svelte": """
            <script>
              import ollama from 'ollama'
              import Card from './Card.svelte'
              let models = []
              ollama.list().then((r) => (models = r.models))  #: sdk-call tags, response-access models
            </script>
            {#each models as m}<Card model={m} />{/each}
        """,
    })


def test_props_by_a_rune():
    agree({
        "Card.svelte": """
            <script lang="ts">
              let { model }: { model: any } = $props()
            </script>
            <b>{model.details.family}</b>  #: response-access models[].details, models[].details.family
        """,
        "List.svelte": """
            <script lang="ts">
              import ollama from 'ollama'
              import Card from './Card.svelte'
              let models = $state([])
              $effect(() => { ollama.list().then((r) => (models = r.models)) })  #: sdk-call tags, response-access models
            </script>
            {#each models as model}<Card {model} />{/each}
        """,
    })


def test_a_reactive_statement():
    agree({
        "R.svelte": """
            <script>
              import ollama from 'ollama'
              let list = null
              ollama.list().then((r) => (list = r))  #: sdk-call tags
              $: names = list ? list.models.map((m) => m.name) : []  #: response-access models, models[].name
            </script>
            <p>{names}</p>
        """,
    })


def test_a_store_of_ones_own():
    agree({
        "chat.svelte.ts": """
            import ollama from 'ollama'
            class Chat {
              last = $state<any>()
              async send() { this.last = await ollama.chat({ model: 'm', messages: [] }) }  #: sdk-call chat, model-tag m
            }
            export const chat = new Chat()
        """,
        "View.svelte": """
            <script>
              import { chat } from './chat.svelte'
            </script>
            <p>{chat.last.message.content}</p>  #: response-access message, message.content
        """,
    })


def test_html_that_is_rendered():
    agree({
        "H.svelte": """
            <script>
              import { marked } from 'marked'
              import ollama from 'ollama'
              let r = {}
              const run = async () => { r = await ollama.generate({ model: 'm', prompt: 'x' }) }  #: sdk-call generate, model-tag m, request-key prompt
            </script>
            <button on:click={run}>{@html marked(r.response)}</button>  #: response-access response
        """,
    })
