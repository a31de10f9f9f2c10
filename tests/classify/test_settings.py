"""Settings of applications, environment files, translations, Modelfiles, prose: whole outputs."""

from tests.classify.reading import found


def test_an_environment_file_with_quotes_exports_and_comments() -> None:
    source = """\
# Ollama settings
OLLAMA_HOST=http://localhost:11434  # where Ollama listens
export OLLAMA_MODEL="llama3.1:8b"
#OLLAMA_NUM_PARALLEL=4
LLM_PROVIDER='ollama'
LITELLM_MODEL=ollama/llama3.1
PORT=11434
TITLE=My Ollama Chat Room App
POSTGRES_DB=ollama
"""
    assert found(".env.example", source) == [
        "1 comment: Ollama settings",
        "2 env-definition: OLLAMA_HOST",
        "2 base-url: http://localhost:11434",
        "2 comment: where Ollama listens",
        "3 env-definition: OLLAMA_MODEL",
        "3 model-tag: llama3.1:8b",
        "4 comment: OLLAMA_NUM_PARALLEL=4",
        "5 provider-id: ollama",
        "6 model-prefix: ollama/llama3.1",
        "7 port: 11434",
        "8 ui-text: My Ollama Chat Room App",
        "9 own-name: ollama",
    ]


def test_settings_of_an_application() -> None:
    source = """\
llm:
  provider: ollama
  base_url: http://localhost:11434/v1
  model: ollama/llama3.1
  default_model: llama3.1:8b
  ollama_timeout: 30
  ollama:
    host: localhost
    port: 11434
    description: Local models through Ollama
ids: [13114345]
"""
    assert found("config/settings.yaml", source) == [
        "2 provider-id: ollama",
        "3 base-url: http://localhost:11434/v1",
        "4 model-prefix: ollama/llama3.1",
        "5 model-tag: llama3.1:8b",
        "6 config-key: ollama_timeout",
        "7 config-key: ollama",
        "9 port: 11434",
        "10 ui-text: Local models through Ollama",
        "11 config-value: 13114345",
    ]


def test_translations() -> None:
    source = """\
{"settings": {"ollamaUrl": "Ollama URL", "hint": "Default http://localhost:11434"}}"""
    assert found("locales/en.json", source) == [
        "1 i18n: ollamaUrl",
        "1 i18n: Ollama URL",
        "1 i18n: Default http://localhost:11434",
    ]


def test_a_content_security_policy() -> None:
    source = """\
{"app": {"security": {"csp": "default-src 'self'; connect-src http://localhost:11434"}}}"""
    assert found("src-tauri/tauri.conf.json", source) == [
        "1 csp: http://localhost:11434",
    ]


def test_a_readme_with_fences_of_every_kind() -> None:
    source = """\
---
title: Ollama Chat
---
# Chat with Ollama

Runs on `http://localhost:11434`. The scrollama library is not it.

```bash
# install
$ ollama pull llama3
export OLLAMA_HOST=http://localhost:11434
```

```python
import ollama
print(ollama.chat("llama3"))
```

~~~yaml
services:
  ollama:
    image: ollama/ollama
~~~

```
ollama list
```

- item
  ```json
  {"provider": "ollama"}
  ```
"""
    assert found("README.md", source) == [
        "2 ui-text: Ollama Chat",
        "4 documentation: # Chat with Ollama",
        "6 documentation: Runs on `http://localhost:11434`. The scrollama library is not it.",
        "10 cli-command: ollama pull llama3",
        "11 env-definition: OLLAMA_HOST",
        "11 base-url: http://localhost:11434",
        "15 import: import ollama",
        "16 identifier-use: ollama.chat",
        "21 compose-service: ollama",
        "22 compose-image: ollama/ollama",
        "26 cli-command: ollama list",
        "31 provider-id: ollama",
    ]


def test_nodes_of_n8n_change_in_their_types_and_credentials() -> None:
    source = """\
{"nodes": [{"name": "Ollama Chat Model", "type": "@n8n/n8n-nodes-langchain.lmChatOllama",
  "parameters": {"model": "llama3.1:latest"},
  "credentials": {"ollamaApi": {"id": "1", "name": "Ollama account"}}}]}
"""
    assert found("flow.json", source) == [
        "1 string: Ollama Chat Model",
        "1 config-value: @n8n/n8n-nodes-langchain.lmChatOllama",
        "2 model-tag: llama3.1:latest",
        "3 config-value: ollamaApi",
        "3 string: Ollama account",
    ]


def test_names_and_descriptions_are_no_providers() -> None:
    source = "app:\n  name: ollama\n  title: Ollama\n  description: ollama\n  image_path: ./static/ollama.png\n"
    assert found("app.yaml", source) == ["2 string: ollama", "3 ui-text: Ollama", "4 ui-text: ollama", "5 string: ./static/ollama.png"]


def test_a_broken_file_gives_its_lines_as_text() -> None:
    assert found("a.json", '{"provider": "ollama", {{{') != []
    assert found("a.toml", "= ollama =\n") != []


def test_a_huge_line_is_read_in_windows() -> None:
    source = '{"log": "' + "word ollama " * 300 + '"}'
    assert all(len(line) < 1400 for line in found("a.json", source))


def test_prose_is_one_reference_a_line() -> None:
    assert found("notes.txt", "Ollama and Ollama\nnothing\nport 11434\n") == ["1 documentation: Ollama and Ollama", "3 documentation: port 11434"]
    source = "Title\n\n.. code-block:: bash\n\n   ollama pull llama3\n\nAfter Ollama.\n"
    assert found("docs/a.rst", source) == ["5 cli-command: ollama pull llama3", "7 documentation: After Ollama."]


def test_an_unclosed_fence_runs_to_the_end() -> None:
    assert found("a.md", "Ollama\n```sh\nollama list\n") == ["1 documentation: Ollama", "3 cli-command: ollama list"]


def test_a_compound_of_the_name_is_a_provider_only_where_one_is_chosen() -> None:
    source = "llm_type: ChatOllama\nsource: latestOllamaVersion\nowner: ollama\nbackend: ollama_chat\ndir: charts/ollama\n"
    assert found("app.yaml", source) == [
        "1 config-value: ChatOllama",
        "2 string: latestOllamaVersion",
        "3 string: ollama",
        "4 provider-id: ollama_chat",
        "5 string: charts/ollama",
    ]


def test_patterns_of_ignored_files_are_strings() -> None:
    assert found(".dockerignore", "ollama_data/\n") == ["1 string: ollama_data/"]
