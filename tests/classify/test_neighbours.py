"""What stands beside Ollama and only says its name, and what is the reader's own: whole outputs."""

from tests.classify.reading import found


def test_a_user_interface_beside_ollama_in_a_compose_file() -> None:
    source = """\
services:
  ollama:
    image: ollama/ollama
  ollama-webui:
    image: ghcr.io/open-webui/open-webui:main
    container_name: ollama-webui
    volumes:
      - ./ollama/ollama-webui:/app/backend/data
    depends_on:
      - ollama
  ollama-pull:
    image: curlimages/curl
  ollama-chat:
    image: registry.example.com/chat
  ollama-rag:
    build: .
  app:
    depends_on:
      - ollama-webui
    environment:
      OLLAMA_HOST: ${OLLAMA_HOST:-ollama:11434}
"""
    assert found("compose.yaml", source) == [
        "2 compose-service: ollama",
        "3 compose-image: ollama/ollama",
        "4 config-key: ollama-webui",
        "6 config-key: ollama-webui",
        "8 string: ./ollama/ollama-webui:/app/backend/data",
        "10 compose-depends-on: ollama",
        "11 compose-service: ollama-pull",
        "13 config-key: ollama-chat",
        "15 config-key: ollama-rag",
        "19 config-key: ollama-webui",
        "21 env-definition: OLLAMA_HOST",
        "21 env-read: OLLAMA_HOST",
        "21 base-url: ollama:11434",
    ]


def test_a_user_interface_beside_ollama_in_a_cluster() -> None:
    source = """\
apiVersion: v1
kind: Service
metadata:
  name: ollama-webui
  namespace: ollama
spec:
  selector:
    app: ollama
"""
    assert found("k8s/service.yaml", source) == [
        "4 string: ollama-webui",
        "5 k8s-name!text: ollama",
        "8 k8s-name: ollama",
    ]


def test_a_file_in_a_config_map_is_read_in_its_language() -> None:
    source = """\
apiVersion: v1
kind: ConfigMap
data:
  app.py: |
    import os
    URL = os.getenv("OLLAMA_URL")
    print("Ollama is down")
  pull.sh: |
    ollama pull llama3
  note: |
    Ollama, in words
"""
    assert found("k8s/config.yaml", source) == [
        "6 env-read: OLLAMA_URL",
        "7 log-text: Ollama is down",
        "9 cli-command: ollama pull llama3",
        "11 string: Ollama, in words",
    ]


def test_names_and_expressions_of_a_playbook() -> None:
    source = """\
- hosts: all
  vars:
    ollama_container_name: ollama
    ollama_pull_models: [llama3.1:8b, nomic-embed-text]
  tasks:
    - name: Pull
      uri:
        url: "http://{{ ollama_host }}:{{ ollama_port }}/api/pull"
      loop: "{{ ollama_pull_models | default([]) }}"
    - debug:
        msg: "{{ found.name | default('ollama_data') }}"
"""
    assert found("site.yml", source) == [
        "3 config-key: ollama_container_name",
        "3 string: ollama",
        "4 config-key: ollama_pull_models",
        "4 model-tag: llama3.1:8b",
        "4 model-tag: nomic-embed-text",
        "8 identifier-use: ollama_host",
        "8 identifier-use: ollama_port",
        "8 endpoint: /api/pull",
        "9 identifier-use: ollama_pull_models",
        "11 string: {{ found.name | default('ollama_data') }}",
    ]


def test_models_of_a_chart_are_models() -> None:
    source = """\
ollama:
  models:
    pull:
      - llama3.2
    run: [qwen3:8b]
"""
    assert found("values.yaml", source) == [
        "1 helm-value: ollama",
        "4 model-tag: llama3.2",
        "5 model-tag: qwen3:8b",
    ]


def test_lists_of_models_in_variables() -> None:
    source = """\
OLLAMA_MODELS="llama3.2 nomic-embed-text"
MODELS=qwen3:8b,mistral
"""
    assert found("models.env", source) == [
        "1 env-definition: OLLAMA_MODELS",
        "1 model-tag: llama3.2",
        "1 model-tag: nomic-embed-text",
        "2 model-tag: qwen3:8b",
        "2 model-tag: mistral",
    ]


def test_the_alias_that_a_proxy_gives_to_a_model_stays() -> None:
    source = """\
model_list:
  - model_name: ollama/llama3.1
    litellm_params:
      model: ollama/llama3.1
"""
    assert found("litellm_config.yaml", source) == [
        "2 model-prefix!text: ollama/llama3.1",
        "4 model-prefix: ollama/llama3.1",
    ]


def test_settings_of_this_program_are_its_own() -> None:
    source = """\
[project]
dependencies = ["ollama"]

[tool.migrate-vllm]
keep = ["tests/ollama_fixture.py"]

[tool.migrate-vllm.models]
"llama3" = "org/llama"
"""
    assert found("pyproject.toml", source) == ["2 dependency: ollama", "5 own-config: tests/ollama_fixture.py"]
    assert found("migrate-vllm.toml", 'exclude = ["ollama/**"]\n') == ["1 own-config: ollama/**"]


def test_a_banner_in_a_file_of_variables_is_a_comment() -> None:
    source = """\
##########
| OLLAMA |
##########
OLLAMA_API_KEY=ollama
"""
    assert found(".env.dist", source) == ["2 comment: | OLLAMA |", "4 env-definition: OLLAMA_API_KEY", "4 string: ollama"]


def test_code_in_a_workflow_of_n8n() -> None:
    source = """\
{"nodes": [{"type": "@n8n/n8n-nodes-langchain.code",
"parameters": {"code": "const { OllamaEmbeddings } = require('@langchain/ollama')"}}]}
"""
    assert found("flow.json", source) == ["2 config-value: const { OllamaEmbeddings } = require('@langchain/ollama')"]


def test_files_of_the_project_in_a_dockerfile() -> None:
    source = """\
FROM node:22
COPY ./ollama.ts /app/src/ollama.ts
WORKDIR /srv/ollama-app
COPY --from=ollama/ollama /bin/ollama /bin/ollama
COPY pull-ollama.sh /
"""
    assert found("Dockerfile", source) == [
        "2 string: COPY ./ollama.ts /app/src/ollama.ts",
        "3 string: WORKDIR /srv/ollama-app",
        "4 docker-run: COPY --from=ollama/ollama /bin/ollama /bin/ollama",
        "5 docker-run: COPY pull-ollama.sh /",
    ]


def test_later_lines_of_an_assignment_name_nothing() -> None:
    source = """\
paths=(
  "$HOME/.ollama"
  "/usr/bin/ollama"
)
NOTE="Builds a set
of agents on Ollama"
docker run -e LLM_PROVIDER='ollama' -e OTHER_PROVIDER=ollama app
"""
    assert found("setup.sh", source) == [
        '2 string: "$HOME/.ollama"',
        '3 string: "/usr/bin/ollama"',
        '6 string: of agents on Ollama"',
        "7 provider-id: ollama",
    ]


def test_names_that_choose_nothing() -> None:
    source = """\
galaxy_tags: [ollama]
shortcut: ollama
engine: ollama
note: Ollama/LiteLLM/Qdrant
model: ollama/llama3
"""
    assert found("settings.yml", source) == [
        "1 string: ollama",
        "2 string: ollama",
        "3 provider-id: ollama",
        "4 ui-text: Ollama/LiteLLM/Qdrant",
        "5 model-prefix: ollama/llama3",
    ]


def test_a_copy_of_a_file_is_read_like_the_file() -> None:
    assert found("config.json.template", '{"provider": "ollama"}') == ["1 provider-id: ollama"]
    assert found("page.bare", "markdownPrint('[Install Ollama](https://ollama.com/download)')\n") == [
        "1 mention: markdownPrint('[Install Ollama](https://ollama.com/download)')"
    ]


def test_the_image_of_the_project_is_no_image_of_ollama() -> None:
    source = """\
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - image: registry.example.com/ollama-fastapi:v1
        - image: ollama/ollama:latest
        - image: registry.example.com/ollama-gpu:v1
"""
    assert found("k8s/app.yaml", source) == [
        "7 string: registry.example.com/ollama-fastapi:v1",
        "8 k8s-image: ollama/ollama:latest",
        "9 k8s-image!decide: registry.example.com/ollama-gpu:v1",
    ]
