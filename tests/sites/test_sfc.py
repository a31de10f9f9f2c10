"""Vue, Svelte and HTML files: blocks, and hits inside scripts, templates and expressions."""

import re

from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.sites.sfc import blocks, locate_sfc
from migrate_vllm.sites.site import Hit


def seen(source: str, language: str = "vue") -> list[tuple[str, ...]]:
    data = source.encode()
    hits = [Hit(m.start(), m.end(), m.group().decode().lower()) for m in re.finditer(rb"ollama|11434", data, re.I)]
    return [(s.construct.value, s.text, "/".join(s.path), s.callee) for s in locate_sfc(data, hits, language).sites]


def kinds_of(source: str) -> list[tuple[str, str]]:
    data = source.encode()
    return [(block.kind, data[block.start : block.end].decode()) for block in blocks(data)]


def test_scripts_templates_and_styles_are_read_each_in_its_language():
    assert seen("""<script setup lang="ts">
const url: string = 'http://localhost:11434'
</script>
<template>
  <OllamaCard :title="ollamaTitle" placeholder="http://localhost:11434" @click="run('ollama')">
    <!-- Ollama card --> Use Ollama at {{ ollamaUrl }} <template #ollama>x</template>
  </OllamaCard>
</template>
<style>.ollama { color: red }</style>
""") == [
        ("string", "http://localhost:11434", "url", ""),
        ("name", "OllamaCard", "OllamaCard", ""),
        ("name", "ollamaTitle", "title", ""),
        ("markup", "http://localhost:11434", "OllamaCard/placeholder", ""),
        ("string", "ollama", "@click", "run"),
        ("comment", "Ollama card", "", ""),
        ("markup", "Use Ollama at", "", ""),
        ("name", "ollamaUrl", "", ""),
        ("name", "ollama", "template", ""),
        ("name", "OllamaCard", "OllamaCard", ""),
        ("raw", ".ollama { color: red }", "", ""),
    ]


def test_both_scripts_of_a_component_are_read():
    source = "<script>export default { name: 'Ollama' }</script>\n<script setup lang='ts'>import ollama from 'ollama'</script>\n"
    assert [site[0] for site in seen(source)] == ["string", "import", "import"]


def test_html_scripts_and_attributes():
    assert seen(
        """<meta content="connect-src http://localhost:11434"><script>fetch("http://localhost:11434/api/tags")</script>
<script type="application/json">{"ollama": 1}</script><p>Ollama is here</p>""",
        "html",
    ) == [
        ("markup", "connect-src http://localhost:11434", "meta/content", ""),
        ("string", "http://localhost:11434/api/tags", "", "fetch"),
        ("raw", '{"ollama": 1}', "", ""),
        ("markup", "Ollama is here", "", ""),
    ]


def test_a_nested_template_does_not_end_the_outer_one():
    source = "<template><template v-if='a'>x</template>{{ '</template>' }}<!-- </template> --></template><script>s</script>"
    assert kinds_of(source) == [
        ("template", "<template v-if='a'>x</template>{{ '</template>' }}<!-- </template> -->"),
        ("script", "s"),
    ]


def test_a_template_in_another_language_is_raw_text():
    assert kinds_of("<template lang='pug'>\np <template>\n</template><script>s</script>") == [
        ("template", "\np <template>\n"),
        ("script", "s"),
    ]


def test_custom_blocks_hold_anything():
    assert kinds_of("<i18n>{\"a\": \"<script>x</script>\"}</i18n><SCRIPT>s</SCRIPT>") == [
        ("custom", '{"a": "<script>x</script>"}'),
        ("script", "s"),
    ]


@given(st.sampled_from(["vue", "svelte", "html"]), st.lists(st.sampled_from(
    ["ollama", "11434", "<script>", "</script>", "<template>", "</template>", "<style>", "{{", "}}", "<!--", "-->", "<p ", "a=\"", "\"", ">", ":x='", "'", "\n", " ", "é", "{", "}"]
), max_size=30))  # fmt: skip
def test_every_hit_has_a_site_on_its_own_line(language: str, words: list[str]):
    data = "".join(words).encode()
    hits = [Hit(m.start(), m.end(), m.group().decode()) for m in re.finditer(rb"ollama|11434", data)]
    for hit, site in zip(hits, locate_sfc(data, hits, language).sites, strict=True):
        assert site.hit == hit
        assert 0 <= site.start <= hit.start < hit.end <= site.end <= len(data)
        assert b"\n" not in data[site.start : site.end]
