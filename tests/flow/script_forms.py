"""Sources of JavaScript and TypeScript, and components, lowered and printed."""

from textwrap import dedent

from migrate_vllm.flow.component import lower_component
from migrate_vllm.flow.script import lower_script
from tests.flow.printing import printed


def lowered(source: str, language: str = "typescript") -> list[str]:
    data = dedent(source).strip("\n").encode()
    form = lower_component(data, language) if language in ("vue", "svelte", "html") else lower_script(data, language)
    assert all(place < form.places for place in [*form.spans, *form.exports.values()])
    return printed(form, data)
