"""Platforms, proxies, frameworks and lesser languages: whole outputs on files as people write them."""

from tests.classify.reading import found


def test_a_pipeline_of_gitlab() -> None:
    source = """\
image: python:3.11
variables:
  OLLAMA_HOST: http://ollama:11434
test:
  services:
    - name: ollama/ollama:latest
      alias: ollama
  script:
    - curl http://ollama:11434/api/pull -d '{"name":"llama3"}'
    - pytest
ollama-test:
  needs: [ollama]
"""
    assert found(".gitlab-ci.yml", source) == [
        "3 env-definition: OLLAMA_HOST",
        "3 base-url: http://ollama:11434",
        "6 ci-action: ollama/ollama:latest",
        "7 ci-action: ollama",
        "9 base-url: http://ollama:11434",
        "9 endpoint: /api/pull",
        "11 config-key: ollama-test",
        "12 string: ollama",
    ]


def test_a_proxy_in_yaml() -> None:
    source = """\
http:
  routers:
    ollama:
      service: ollama
  services:
    ollama:
      loadBalancer:
        servers:
          - url: "http://ollama:11434"
"""
    assert found("traefik.yml", source) == [
        "3 config-key: ollama",
        "4 proxy: ollama",
        "6 config-key: ollama",
        "9 proxy: http://ollama:11434",
    ]


def test_a_platform_in_toml() -> None:
    source = """\
app = "my-ollama"
[build]
  image = "ollama/ollama"
[http_service]
  internal_port = 11434
[env]
  OLLAMA_HOST = "0.0.0.0"
[mounts]
  source = "ollama_data"
  destination = "/root/.ollama"
"""
    assert found("fly.toml", source) == [
        "1 string: my-ollama",
        "3 docker-run: ollama/ollama",
        "5 port: 11434",
        "7 env-definition: OLLAMA_HOST",
        "9 string: ollama_data",
        "10 string: /root/.ollama",
    ]


def test_a_program_of_supervisor() -> None:
    source = """\
[program:ollama]
command=/usr/local/bin/ollama serve
environment=OLLAMA_HOST="0.0.0.0:11434"
stdout_logfile=/var/log/ollama.log
"""
    assert found("supervisord.conf", source) == [
        "1 service-unit: program:ollama",
        "2 service-unit: /usr/local/bin/ollama serve",
        "3 env-definition: OLLAMA_HOST",
        "3 base-url: 0.0.0.0:11434",
        "4 service-unit: /var/log/ollama.log",
    ]


def test_terraform() -> None:
    source = """\
# Ollama
resource "docker_container" "ollama" {
  image = "ollama/ollama:latest"
  name  = "ollama"
  env   = ["OLLAMA_HOST=0.0.0.0:11434"]
  ports { internal = 11434 }
}
variable "ollama_url" { default = "http://localhost:11434" }
resource "helm_release" "ollama" {
  chart = "ollama"
  repository = "https://otwld.github.io/ollama-helm/"
}
"""
    assert found("main.tf", source) == [
        "1 comment: Ollama",
        '2 identifier-definition: "docker_container" "ollama"',
        "3 docker-run: ollama/ollama:latest",
        "4 string: ollama",
        "5 env-definition: OLLAMA_HOST",
        "5 base-url: 0.0.0.0:11434",
        "6 port: 11434",
        '8 identifier-definition: "ollama_url"',
        "8 base-url: http://localhost:11434",
        '9 identifier-definition: "helm_release" "ollama"',
        "10 helm-chart: ollama",
        "11 string: https://otwld.github.io/ollama-helm/",
    ]


def test_a_nix_module() -> None:
    source = """\
{
  services.ollama = {
    enable = true;
    environmentVariables.OLLAMA_HOST = "0.0.0.0";
  };
  packages = [ pkgs.ollama ];
}
"""
    assert found("flake.nix", source) == [
        "2 service-unit: services.ollama",
        "4 env-definition: OLLAMA_HOST",
        "6 dependency: pkgs.ollama",
    ]


def test_a_justfile() -> None:
    source = """\
model := "llama3.1:8b"
# start Ollama
ollama-up:
    docker compose up -d ollama
    @echo "Ollama started"
    ollama pull {{model}}
"""
    assert found("justfile", source) == [
        "2 comment: start Ollama",
        "3 identifier-definition: ollama-up",
        "4 cli-command: docker compose up -d ollama",
        "5 log-text: Ollama started",
        "6 cli-command: ollama pull",
    ]


def test_a_list_of_variables() -> None:
    source = """\
services:
  - type: web
    name: ollama-api
    envVars:
      - key: OLLAMA_BASE_URL
        value: http://ollama:11434
      - key: X
        fromService: {name: ollama, property: host}
"""
    assert found("render.yaml", source) == [
        "3 string: ollama-api",
        "5 env-definition: OLLAMA_BASE_URL",
        "6 base-url: http://ollama:11434",
        "8 string: ollama",
    ]


def test_a_kustomization() -> None:
    source = """\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [ollama.yaml]
images:
  - name: ollama/ollama
    newTag: "0.5"
configMapGenerator:
  - name: app
    literals: [OLLAMA_HOST=http://ollama:11434]
"""
    assert found("kustomization.yaml", source) == [
        "3 string: ollama.yaml",
        "5 k8s-image: ollama/ollama",
        "9 env-definition: OLLAMA_HOST",
        "9 base-url: http://ollama:11434",
    ]


def test_a_service_an_ingress_and_a_job() -> None:
    source = """\
apiVersion: v1
kind: Service
metadata:
  name: ollama
  namespace: ollama
spec:
  selector: {app: ollama}
  ports:
    - port: 11434
      targetPort: 11434
      name: ollama
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: llm
spec:
  rules:
    - host: ollama.example.com
      http:
        paths:
          - path: /
            backend: {service: {name: ollama, port: {number: 11434}}}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ollama-pvc
---
apiVersion: batch/v1
kind: Job
metadata: {name: pull}
spec:
  template:
    spec:
      initContainers:
        - name: wait
          command: ['sh', '-c', 'until wget -q http://ollama:11434; do sleep 1; done']
      containers:
        - name: pull
          image: curlimages/curl
          args: ["-X", "POST", "http://ollama:11434/api/pull"]
      volumes:
        - name: data
          persistentVolumeClaim: {claimName: ollama-pvc}
"""
    assert found("svc.yaml", source) == [
        "4 k8s-name: ollama",
        "5 k8s-name!text: ollama",
        "7 k8s-name: ollama",
        "9 k8s-port: 11434",
        "10 k8s-port: 11434",
        "11 k8s-port: ollama",
        "19 k8s-name: ollama.example.com",
        "23 k8s-name: ollama",
        "23 k8s-port: 11434",
        "28 k8s-name: ollama-pvc",
        "38 k8s-command: wget -q http://ollama:11434",
        "42 k8s-command: http://ollama:11434/api/pull",
        "45 k8s-volume: ollama-pvc",
    ]


def test_a_configuration_of_litellm() -> None:
    source = """\
model_list:
  - model_name: llama3
    litellm_params:
      model: ollama_chat/llama3.1
      api_base: http://localhost:11434
      api_base_env: os.environ/OLLAMA_API_BASE
"""
    assert found("litellm_config.yaml", source) == [
        "2 model-tag!text: llama3",
        "4 model-prefix: ollama_chat/llama3.1",
        "5 base-url: http://localhost:11434",
        "6 env-read: OLLAMA_API_BASE",
    ]


def test_properties_of_spring() -> None:
    source = """\
spring.ai.ollama.base-url=http://localhost:11434
spring.ai.ollama.chat.options.model=llama3.1
# Ollama
llm.provider=ollama
"""
    assert found("application.properties", source) == [
        "1 config-key: spring.ai.ollama.base-url",
        "1 base-url: http://localhost:11434",
        "2 config-key: spring.ai.ollama.chat.options.model",
        "2 model-tag: llama3.1",
        "3 comment: Ollama",
        "4 provider-id: ollama",
    ]


def test_settings_of_dotnet() -> None:
    source = """\
{"Ollama": {"Endpoint": "http://localhost:11434/api/chat", "Model": "phi3"}, "ConnectionStrings": {"ollama": "Endpoint=http://localhost:11434;Model=phi3"}}"""
    assert found("appsettings.json", source) == [
        "1 config-key: Ollama",
        "1 base-url: http://localhost:11434",
        "1 endpoint: /api/chat",
        "1 model-tag: phi3",
        "1 config-key: ollama",
    ]


def test_a_description_of_an_interface() -> None:
    source = """\
openapi: 3.0.0
info: {title: Ollama proxy}
paths:
  /ollama/tags:
    get: {summary: List Ollama models, operationId: listOllama}
components:
  schemas:
    P: {enum: [ollama, openai], default: ollama, example: "http://localhost:11434"}
"""
    assert found("openapi.yaml", source) == [
        "2 documentation: Ollama proxy",
        "4 config-key: /ollama/tags",
        "5 documentation: List Ollama models",
        "5 documentation: listOllama",
        "8 provider-id: ollama",
        "8 base-url: http://localhost:11434",
    ]


def test_a_setup_cfg_with_values_over_lines() -> None:
    source = """\
[metadata]
name = ollama-thing
description = Uses Ollama
[options]
install_requires =
    ollama>=0.4
    httpx
[options.extras_require]
ollama = langchain-ollama
"""
    assert found("setup.cfg", source) == [
        "2 own-name: ollama-thing",
        "3 documentation: Uses Ollama",
        "6 dependency: ollama>=0.4",
        "9 config-key: ollama",
        "9 dependency: langchain-ollama",
    ]


def test_a_tox_ini() -> None:
    source = """\
[testenv]
deps = ollama
setenv = OLLAMA_HOST=http://localhost:11434
commands = pytest -m "not ollama"
"""
    assert found("tox.ini", source) == [
        "2 dependency: ollama",
        "3 env-definition: OLLAMA_HOST",
        "3 base-url: http://localhost:11434",
        '4 string: pytest -m "not ollama"',
    ]


def test_elixir() -> None:
    source = """\
defmodule App.Ollama do
  @moduledoc "Talks to Ollama"
  @url "http://localhost:11434/api/chat"
  def ask, do: Logger.info("Asking Ollama")
  def url, do: System.get_env("OLLAMA_URL") || @url
  alias App.OllamaClient
end
"""
    assert found("app.ex", source) == [
        "1 identifier-definition: App.Ollama",
        "2 string: Talks to Ollama",
        "3 base-url: http://localhost:11434",
        "3 endpoint: /api/chat",
        "4 log-text: Asking Ollama",
        "5 env-read: OLLAMA_URL",
        "6 import: alias App.OllamaClient",
    ]


def test_dart() -> None:
    source = """\
import 'package:ollama_dart/ollama_dart.dart';
import '../ollama_config.dart';
// Ollama
final client = OllamaClient(baseUrl: 'http://localhost:11434/api');
print('Ollama ready');
"""
    assert found("lib/ollama.dart", source) == [
        "1 import: import 'package:ollama_dart/ollama_dart.dart';",
        "2 identifier-use: import '../ollama_config.dart';",
        "3 comment: Ollama",
        "4 identifier-use: OllamaClient",
        "4 base-url: http://localhost:11434/api",
        "5 log-text: Ollama ready",
    ]


def test_a_batch_file() -> None:
    source = """\
@echo off
REM start Ollama
set OLLAMA_HOST=http://localhost:11434
where ollama >nul 2>nul || echo Ollama not found
start "" ollama serve
if "%PROVIDER%"=="ollama" goto ollama
:ollama
curl %OLLAMA_HOST%/api/tags
"""
    assert found("start.bat", source) == [
        "2 comment: start Ollama",
        "3 env-definition: OLLAMA_HOST",
        "3 base-url: http://localhost:11434",
        "4 cli-command: ollama",
        "4 log-text: Ollama",
        "5 cli-command: ollama serve",
        "6 provider-id: ollama",
        "6 identifier-use: ollama",
        "7 identifier-definition: :ollama",
        "8 env-read: OLLAMA_HOST",
        "8 endpoint: /api/tags",
    ]


def test_a_fish_script() -> None:
    source = """\
set -x OLLAMA_HOST http://localhost:11434
ollama serve
"""
    assert found("run.fish", source) == [
        "1 env-definition: OLLAMA_HOST",
        "1 base-url: http://localhost:11434",
        "2 cli-command: ollama serve",
    ]
