"""Jupyter notebooks: code cells, magics, prose, outputs, and how a place in a cell finds its way back to the file."""

import json

from auditing import audited, scanned


def notebook(*cells: str | list[str], kind: str = "code", indent: int | None = 1) -> str:
    made = [{"cell_type": kind, "metadata": {}, "outputs": [], "source": cell} for cell in cells]
    return json.dumps({"cells": made, "nbformat": 4}, indent=indent)


def seen(*cells: str | list[str], kind: str = "code") -> list[tuple[str, str, str]]:
    return audited(notebook(*cells, kind=kind), "a.ipynb")


def test_a_code_cell_is_python_and_its_imports_hold_for_that_cell():
    assert seen(["import ollama\n", "reply = ollama.chat(\n", "    model='llama3.1', messages=[])\n"]) == [
        ("import", "change", "import ollama"),
        ("sdk-call", "change", "ollama.chat"),
        ("model-tag", "change", "llama3.1"),
    ]


def test_imports_hold_in_the_cells_below():
    assert seen(["from langchain_ollama import ChatOllama as OllamaChat"], ["llm = OllamaChat()"])[1:] == [
        ("framework", "change", "OllamaChat")
    ]


def test_a_cell_may_be_one_string():
    assert seen("import os\nos.environ['OLLAMA_HOST'] = 'http://localhost:11434'\n") == [
        ("env-definition", "change", "OLLAMA_HOST"),
        ("base-url", "change", "http://localhost:11434"),
    ]


def test_shell_lines_are_commands():
    assert seen(
        ["!ollama pull llama3.2\n", "!nohup ollama serve &\n", "%pip install -q langchain-ollama\n", "x = 1\n"]
    ) == [
        ("cli-command", "change", "ollama pull llama3.2"),
        ("cli-command", "change", "ollama serve"),
        ("dependency", "change", "pip install -q langchain-ollama"),
    ]


def test_shell_cells_and_variables():
    assert [
        found[0]
        for found in seen(["%%bash\n", "# start ollama\n", "ollama serve &\n"], ["%env OLLAMA_HOST=0.0.0.0:11434\n"])
    ] == [
        "comment",
        "cli-command",
        "env-definition",
        "base-url",
    ]


def test_markdown_cells_are_prose():
    assert {need for _, need, _ in seen(["# Ollama\n", "Run `ollama serve` first.\n"], kind="markdown")} == {"text"}


def test_columns_count_in_the_files_own_line():
    source = notebook(['print("\u00e9\\t", "\\"Ollama\\" is up")  # \U0001f999\n'])
    (found,) = scanned(source, "a.ipynb").references
    line = source.splitlines()[found.region.line - 1]
    assert line[found.region.column - 1 : found.region.end_column - 1] == r"\\\"Ollama\\\" is up"
    assert found.text == r"\\\"Ollama\\\" is up"


def test_every_line_of_a_broken_notebook_is_still_reported():
    assert [
        found[0] for found in audited('{"cells": [{"cell_type": "code", "source": ["import ollama\\n"', "a.ipynb")
    ] != []


def test_a_notebook_on_one_line():
    assert audited(notebook("import ollama\nollama.list()\n", indent=None), "a.ipynb") == [
        ("import", "change", "import ollama"),
        ("sdk-call", "change", "ollama.list"),
    ]
