"""Vue, Svelte and HTML files (Astro's too), lowered to `form`: their scripts, and the code in their markup. Pure."""

from __future__ import annotations

from migrate_vllm.flow.component.page import lower_html
from migrate_vllm.flow.component.svelte import lower_svelte
from migrate_vllm.flow.component.vue import lower_vue
from migrate_vllm.flow.form import Form

_LANGUAGES = {"vue": lower_vue, "svelte": lower_svelte, "html": lower_html}


def lower_component(data: bytes, language: str) -> Form:
    """A file in `vue`, `svelte` or `html`. Whatever is in it, this doesn't raise."""
    return _LANGUAGES[language](data).low.close()
