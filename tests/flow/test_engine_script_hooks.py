"""Hooks and libraries of React for data."""

from tests.flow.flowing import agree


def test_a_query_of_vue():
    agree({
        "A.vue": """
            <script setup lang="ts">
            import { useQuery } from '@tanstack/vue-query'
            import ollama from 'ollama'
            const { data: list } = useQuery({ queryKey: ['models'], queryFn: async () => (await ollama.list()).models })  #: sdk-call tags, response-access models
            </script>
            <template><p v-for="m in list">{{ m.name }}</p></template>  #: response-access models[].name
        """,
    })


def test_a_function_as_a_child():
    agree({
        "A.tsx": """
            import { useEffect, useState } from 'react'
            import ollama from 'ollama'
            export function Models({ children }: { children: (models: any[]) => any }) {
              const [models, setModels] = useState<any[]>([])
              useEffect(() => { ollama.list().then((r) => setModels(r.models)) }, [])  #: sdk-call tags, response-access models
              return children(models)
            }
        """,
        "B.tsx": """
            import { Models } from './A'
            export const B = () => <Models>{(models) => models.map((m) => <i key={m.digest}>{m.name}</i>)}</Models>  #: response-access models[].digest, models[].name
        """,
    })


def test_a_wrapped_component():
    agree({
        "A.tsx": """
            import { forwardRef, memo } from 'react'
            export const Card = memo(forwardRef(function Card({ model }: any, ref: any) {
              return <b ref={ref}>{model.name}</b>  #: response-access models[].name
            }))
        """,
        "B.tsx": """
            import ollama from 'ollama'
            import { Card } from './A'
            const { models } = await ollama.list()  #: sdk-call tags, response-access models
            export const B = () => <>{models.map((m) => <Card model={m} />)}</>
        """,
    })
