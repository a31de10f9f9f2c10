"""The front end of programming languages: which thing holds a hit, and what is around it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.sites.code import Located, locate_code
from migrate_vllm.sites.site import Hit
from migrate_vllm.sites.syntax import SYNTAX


def located(source: str, language: str) -> Located:
    data = source.encode()
    hits = [Hit(m.start(), m.end(), m.group().decode().lower()) for m in re.finditer(rb"ollama|11434", data, re.I)]
    return locate_code(data, hits, language)


def seen(source: str, language: str = "python") -> list[tuple[str, ...]]:
    """Construct, text, path joined, callee of each site."""
    return [(s.construct.value, s.text, "/".join(s.path), s.callee) for s in located(source, language).sites]


def test_an_import_lists_its_module_and_names_on_every_line_that_says_ollama():
    source = "from langchain_ollama import (\n    ChatOllama as Chat,\n    OllamaEmbeddings,\n)\n"
    found = located(source, "python")
    assert [source[s.start : s.end] for s in found.sites] == [
        "from langchain_ollama import (",
        "ChatOllama as Chat,",
        "OllamaEmbeddings,",
    ]
    assert {s.text for s in found.sites} == {"langchain_ollama"}
    assert found.bindings == {
        "Chat": "langchain_ollama:ChatOllama",
        "OllamaEmbeddings": "langchain_ollama:OllamaEmbeddings",
    }


def test_an_import_of_several_modules_gives_the_one_of_the_hit():
    assert seen("import os, ollama.types as t, sys") == [("import", "ollama.types", "", "")]


def test_a_python_env_read_knows_its_reader_and_where_it_goes():
    assert seen('OLLAMA_HOST = os.getenv("OLLAMA_HOST", "http://localhost:11434")') == [
        ("definition", "OLLAMA_HOST", "", ""),
        ("string", "OLLAMA_HOST", "OLLAMA_HOST", "os.getenv"),
        ("string", "http://localhost:11434", "OLLAMA_HOST", "os.getenv"),
    ]
    assert seen('x = os.environ["OLLAMA_HOST"]') == [("string", "OLLAMA_HOST", "x", "os.environ[]")]


def test_a_settings_field_knows_its_class():
    source = "class Settings(BaseSettings):\n    ollama_url: str = 'http://localhost:11434'\n"
    assert seen(source) == [
        ("definition", "ollama_url", "", "class Settings(BaseSettings)"),
        ("string", "http://localhost:11434", "ollama_url", "class Settings(BaseSettings)"),
    ]


def test_calls_uses_and_definitions_of_names():
    source = """
def ollama_chat(self, ollama_model=None):
    self.ollama = ollama.AsyncClient(timeout=3)
    reply = await self.ollama.chat(model=m)
    for ollama_part in reply: ...
    raise ollama.ResponseError("x")
"""
    assert seen(source) == [
        ("definition", "ollama_chat", "", ""),
        ("definition", "ollama_model", "", ""),
        ("definition", "self.ollama", "", ""),
        ("call", "ollama.AsyncClient", "self.ollama", ""),
        ("call", "self.ollama.chat", "reply", ""),
        ("definition", "ollama_part", "", ""),
        ("call", "ollama.ResponseError", "", "raise"),
    ]


def test_a_docstring_is_a_comment_line_by_line_and_an_f_string_is_code_inside():
    assert seen('"""Talks to Ollama.\n\nOllama runs here.\n"""\nlog.info(f"no ollama at {OLLAMA_URL}")  # ollama\n') == [
        ("comment", "Talks to Ollama.", "", ""),
        ("comment", "Ollama runs here.", "", ""),
        ("string", "no ollama at {OLLAMA_URL}", "", "log.info"),
        ("name", "OLLAMA_URL", "", "log.info"),
        ("comment", "ollama", "", ""),
    ]


def test_javascript_imports_of_every_form():
    source = """import ollama, { Ollama as O } from 'ollama'
import type { ChatResponse } from "ollama/browser";
export * from './ollama'
const { Ollama, x: y } = require('ollama')
const m = await import('ollama')
"""
    found = located(source, "typescript")
    assert {(s.construct.value, s.text) for s in found.sites} == {
        ("import", "ollama"),
        ("import", "ollama/browser"),
        ("import", "./ollama"),
        ("definition", "Ollama"),
        ("string", "ollama"),
    }
    assert found.bindings == {
        "ollama": "ollama:default",
        "O": "ollama:Ollama",
        "ChatResponse": "ollama/browser:ChatResponse",
        "Ollama": "ollama:Ollama",
        "y": "ollama:x",
        "m": "ollama:default",
    }


def test_javascript_env_reads_by_member_and_by_destructuring():
    source = """const { OLLAMA_API_URL = 'http://localhost:11434' } = process.env
const url = process.env.OLLAMA_HOST ?? import.meta.env.VITE_OLLAMA_URL"""
    assert seen(source, "javascript") == [
        ("definition", "OLLAMA_API_URL", "", "process.env{}"),
        ("string", "http://localhost:11434", "OLLAMA_API_URL", "process.env{}"),
        ("name", "process.env.OLLAMA_HOST", "url", ""),
        ("name", "import.meta.env.VITE_OLLAMA_URL", "url", ""),
    ]


def test_typescript_types_enums_classes_and_jsx():
    source = """type P = 'ollama' | 'openai'
enum E { Ollama = 'ollama' }
class A { private ollama: Ollama; run() { return this.ollama?.chat({}) } }
const el = <p title="Ollama runs">Use Ollama {ollamaUrl}</p>
throw new Error(`Ollama down at ${host}:11434`)
"""
    assert seen(source, "tsx") == [
        ("string", "ollama", "P", ""),
        ("definition", "Ollama", "", ""),
        ("string", "ollama", "Ollama", ""),
        ("definition", "ollama", "", ""),
        ("name", "Ollama", "ollama", ""),
        ("call", "this.ollama.chat", "", ""),
        ("string", "Ollama runs", "el/title", ""),
        ("markup", "Use Ollama", "el", ""),
        ("name", "ollamaUrl", "el", ""),
        ("string", "Ollama down at ${host}:11434", "", "raise"),
        ("string", "Ollama down at ${host}:11434", "", "raise"),
    ]


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("go", 'import "github.com/ollama/ollama/api"', [("import", "github.com/ollama/ollama/api", "", "")] * 2),
        ("go", 'x := os.Getenv("OLLAMA_HOST")', [("string", "OLLAMA_HOST", "x", "os.Getenv")]),
        ("java", "class A { OllamaApi api = new OllamaApi(); }", [("name", "OllamaApi", "", ""), ("call", "OllamaApi", "api", "")]),
        ("csharp", "using OllamaSharp;", [("import", "OllamaSharp", "", "")]),
        ("rust", "use ollama_rs::Ollama;", [("import", "ollama_rs::Ollama", "", "")] * 2),
        ("php", "<?php $this->ollama->chat('x');", [("call", "this.ollama.chat", "", "")]),
        ("ruby", "url = ENV['OLLAMA_URL'] # ollama", [("string", "OLLAMA_URL", "url", "ENV[]"), ("comment", "ollama", "", "")]),
    ],
)
def test_languages_that_are_only_reported(language: str, source: str, expected: list[tuple[str, ...]]):
    assert seen(source, language) == expected


def test_a_broken_file_still_gives_a_site_for_every_hit():
    found = located("def f(:\n  ollama.chat(model='x'\nOLLAMA_HOST = 'http://localhost:11434\n", "python")
    assert len(found.sites) == 3
    assert found.broken


def test_ten_thousand_nested_brackets_are_no_trouble():
    assert len(located("x = " + "[" * 10_000 + "'ollama'" + "]" * 10_000, "python").sites) == 1


@given(st.sampled_from(sorted(SYNTAX)), st.lists(st.sampled_from(
    ["ollama", "OLLAMA_HOST", "11434", "import ", "from ", "(", ")", "{", "}", "[", "]", "'", '"', "`", "${", "\n", " ", "=", ".", "#", "//", "é", "\U0001f999", "<", ">"]
), max_size=40))  # fmt: skip
def test_every_hit_has_a_site_on_its_own_line(language: str, words: list[str]):
    source = "".join(words)
    data = source.encode()
    found = located(source, language)
    assert len(found.sites) == len(re.findall(rb"ollama|11434", data, re.I))
    for site in found.sites:
        assert 0 <= site.start <= site.hit.start < site.hit.end <= site.end <= len(data)
        assert b"\n" not in data[site.start : site.end]
