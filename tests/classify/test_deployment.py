"""Compose files, Kubernetes manifests, charts, workflows, images: whole outputs on files as people write them."""

from tests.classify.reading import found


def test_a_compose_file_in_long_and_short_forms() -> None:
    source = """\
services:
  ollama:
    image: ollama/ollama:0.5.4
    container_name: ollama
    ports:
      - "11434:11434"
      - target: 11434
        published: "${OLLAMA_PORT:-11434}"
    expose: [11434]
    volumes:
      - ollama:/root/.ollama
      - ./entrypoint.sh:/entrypoint.sh
    environment:
      - OLLAMA_KEEP_ALIVE=24h
      - "OLLAMA_HOST=0.0.0.0:11434"
    healthcheck:
      test: ["CMD", "ollama", "list"]
    networks:
      backend:
        aliases: [ollama-server]
  api:
    build: .
    depends_on:
      ollama:
        condition: service_healthy
    environment:
      OLLAMA_BASE_URL: http://ollama:11434
      LLM_PROVIDER: ollama
      CHAT_MODEL: llama3.1:8b
      DATABASE_URL: postgres://u:p@db/ollama_chat
    command: sh -c "until curl -sf http://ollama:11434/api/tags; do sleep 1; done; uvicorn app:app"
    extra_hosts:
      - "ollama:host-gateway"
  worker:
    <<: *ollama-base
    links: [ollama]
    depends_on: [ollama, redis]  # waits for ollama
    labels:
      - traefik.http.services.ollama.loadbalancer.server.port=11434
  puller:
    image: curlimages/curl
    entrypoint: >
      sh -c "curl -X POST http://ollama:11434/api/pull
      -d '{\\"name\\": \\"llama3\\"}'"
    profiles: [with-ollama]
volumes:
  ollama:
networks:
  ollama-net: {}
"""
    assert found("docker-compose.yml", source) == [
        "2 compose-service: ollama",
        "3 compose-image: ollama/ollama:0.5.4",
        "4 compose-service: ollama",
        "6 compose-port: 11434:11434",
        "7 compose-port: 11434",
        "8 compose-port: ${OLLAMA_PORT:-11434}",
        "9 compose-port: 11434",
        "11 compose-volume: ollama:/root/.ollama",
        "14 env-definition: OLLAMA_KEEP_ALIVE",
        "15 env-definition: OLLAMA_HOST",
        "15 base-url: 0.0.0.0:11434",
        "17 compose-healthcheck: ollama",
        "20 compose-network: ollama-server",
        "24 compose-depends-on: ollama",
        "27 env-definition: OLLAMA_BASE_URL",
        "27 base-url: http://ollama:11434",
        "28 provider-id: ollama",
        "29 model-tag: llama3.1:8b",
        "30 own-name: postgres://u:p@db/ollama_chat",
        "31 compose-command: until curl -sf http://ollama:11434/api/tags; do sleep 1; done; uvicorn app:app",
        "33 compose-network: ollama:host-gateway",
        "35 config-key: ollama-base",
        "36 compose-network: ollama",
        "37 compose-depends-on: ollama",
        "37 comment: waits for ollama",
        "39 proxy: traefik.http.services.ollama.loadbalancer.server.port=11434",
        "43 compose-command: curl -X POST http://ollama:11434/api/pull",
        "45 config-key: with-ollama",
        "47 compose-volume: ollama",
        "49 compose-network!text: ollama-net",
    ]


def test_a_kubernetes_manifest_of_several_documents() -> None:
    source = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ollama
  labels: {app: ollama}
spec:
  template:
    spec:
      containers:
        - name: ollama
          image: ollama/ollama:latest
          ports:
            - name: ollama-http
              containerPort: 11434
          readinessProbe:
            httpGet: {path: /api/version, port: 11434}
          env:
            - name: OLLAMA_HOST
              value: 0.0.0.0:11434
            - name: OLLAMA_URL
              valueFrom:
                configMapKeyRef: {name: ollama-config, key: OLLAMA_URL}
          command: ["/bin/sh", "-c", "ollama serve & sleep 5 && ollama pull llama3"]
          lifecycle:
            postStart:
              exec:
                command: [ollama, pull, llama3]
          volumeMounts:
            - name: ollama-data
              mountPath: /root/.ollama
---
apiVersion: v1
kind: ConfigMap
metadata: {name: app}
data:
  OLLAMA_BASE_URL: "http://ollama.default.svc:11434"
  provider: ollama
"""
    assert found("k8s/ollama.yaml", source) == [
        "4 k8s-name: ollama",
        "5 k8s-name: ollama",
        "10 k8s-name: ollama",
        "11 k8s-image: ollama/ollama:latest",
        "13 k8s-port: ollama-http",
        "14 k8s-port: 11434",
        "16 k8s-probe: 11434",
        "18 env-definition: OLLAMA_HOST",
        "19 base-url: 0.0.0.0:11434",
        "20 env-definition: OLLAMA_URL",
        "22 k8s-name: ollama-config",
        "22 env-read: OLLAMA_URL",
        "23 k8s-command: ollama serve",
        "23 k8s-command: ollama pull llama3",
        "27 k8s-command: ollama",
        "29 k8s-volume: ollama-data",
        "30 k8s-volume: /root/.ollama",
        "36 env-definition: OLLAMA_BASE_URL",
        "36 base-url: http://ollama.default.svc:11434",
        "37 provider-id: ollama",
    ]


def test_a_workflow_with_a_service_an_action_and_scripts() -> None:
    source = """\
name: Test with Ollama
on: push
env:
  OLLAMA_HOST: http://localhost:11434
jobs:
  test:
    services:
      ollama:
        image: ollama/ollama
        ports: ["11434:11434"]
    steps:
      - name: Set up Ollama
        uses: ai-action/setup-ollama@v1
      - run: |
          curl -fsSL https://ollama.com/install.sh | sh
          ollama serve &
          # wait for Ollama
          until curl -s $OLLAMA_HOST/api/tags; do sleep 1; done
          ollama pull ${{ env.OLLAMA_MODEL }}
          echo "Ollama is up"
      - run: pytest -m ollama
      - uses: actions/cache@v4
        with:
          path: ~/.ollama
          key: ollama-models
"""
    assert found(".github/workflows/ci.yml", source) == [
        "1 string: Test with Ollama",
        "4 env-definition: OLLAMA_HOST",
        "4 base-url: http://localhost:11434",
        "8 ci-action: ollama",
        "9 ci-action: ollama/ollama",
        "10 ci-action: 11434:11434",
        "12 string: Set up Ollama",
        "13 ci-action: ai-action/setup-ollama@v1",
        "15 install: https://ollama.com/install.sh",
        "16 cli-command: ollama serve",
        "17 comment: wait for Ollama",
        "18 env-read: OLLAMA_HOST",
        "18 endpoint: /api/tags",
        "19 cli-command: ollama pull ${{ env.OLLAMA_MODEL }}",
        "19 env-read: OLLAMA_MODEL",
        "20 log-text: Ollama is up",
        "21 string: pytest -m ollama",
        "24 string: ~/.ollama",
        "25 string: ollama-models",
    ]


def test_a_dockerfile_with_continued_lines_and_comments() -> None:
    source = """\
# syntax=docker/dockerfile:1
FROM ollama/ollama:0.5 AS base
ARG OLLAMA_VERSION=0.5
ENV OLLAMA_HOST=0.0.0.0:11434 \\
    OTHER=1
RUN apt-get update \\
    # Ollama needs curl
    && curl -fsSL https://ollama.com/install.sh | sh
RUN ollama serve & sleep 5 && ollama pull llama3
COPY --from=ollama/ollama /bin/ollama /bin/ollama
EXPOSE 11434
HEALTHCHECK CMD curl -f http://localhost:11434/ || exit 1
LABEL description="Ollama API"
ENTRYPOINT ["ollama"]
CMD ["serve", "--host", "${OLLAMA_HOST}"]
"""
    assert found("Dockerfile", source) == [
        "2 docker-from: FROM ollama/ollama:0.5 AS base",
        "3 env-definition: OLLAMA_VERSION",
        "4 env-definition: OLLAMA_HOST",
        "4 base-url: 0.0.0.0:11434",
        "7 comment: Ollama needs curl",
        "8 install: https://ollama.com/install.sh",
        "9 docker-run: ollama serve",
        "9 docker-run: ollama pull llama3",
        "10 docker-run: COPY --from=ollama/ollama /bin/ollama /bin/ollama",
        "11 port: 11434",
        "12 base-url: http://localhost:11434",
        '13 string: LABEL description="Ollama API"',
        '14 docker-run: ENTRYPOINT ["ollama"]',
        '15 docker-run: CMD ["serve", "--host", "${OLLAMA_HOST}"]',
    ]


def test_a_chart_that_depends_on_ollamas() -> None:
    source = """\
apiVersion: v2
name: app
description: App with Ollama
dependencies:
  - name: ollama
    repository: https://otwld.github.io/ollama-helm/
"""
    assert found("chart/Chart.yaml", source) == [
        "3 documentation: App with Ollama",
        "5 helm-chart: ollama",
        "6 helm-chart: https://otwld.github.io/ollama-helm/",
    ]


def test_the_values_of_a_chart() -> None:
    source = """\
ollama:
  enabled: true  # run Ollama
  image: ollama/ollama
"""
    assert found("chart/values.yaml", source) == [
        "1 helm-value: ollama",
        "2 comment: run Ollama",
        "3 helm-value: ollama/ollama",
    ]


def test_a_devcontainer_with_comments_in_its_json() -> None:
    source = """\
{
  // Ollama in the container
  "features": {"ghcr.io/prulloac/devcontainer-features/ollama:1": {}},
  "forwardPorts": [11434],
  "postCreateCommand": "ollama pull llama3",
  "remoteEnv": {"OLLAMA_HOST": "http://localhost:11434"},
}"""
    assert found(".devcontainer/devcontainer.json", source) == [
        "2 comment: Ollama in the container",
        "3 install: ghcr.io/prulloac/devcontainer-features/ollama:1",
        "4 port: 11434",
        "5 cli-command: ollama pull llama3",
        "6 env-definition: OLLAMA_HOST",
        "6 base-url: http://localhost:11434",
    ]


def test_a_systemd_unit() -> None:
    source = """\
[Unit]
Description=Ollama Service
[Service]
ExecStart=/usr/bin/ollama serve
User=ollama
Environment="OLLAMA_HOST=0.0.0.0:11434" "OLLAMA_ORIGINS=*"
"""
    assert found("ollama.service", source) == [
        "2 service-unit: Ollama Service",
        "4 service-unit: /usr/bin/ollama serve",
        "5 service-unit: ollama",
        "6 env-definition: OLLAMA_HOST",
        "6 base-url: 0.0.0.0:11434",
        "6 env-definition: OLLAMA_ORIGINS",
    ]


def test_a_reverse_proxy() -> None:
    source = """\
server {
  # to Ollama
  location /ollama/ {
    proxy_pass http://ollama:11434/;
  }
}
"""
    assert found("nginx.conf", source) == [
        "2 comment: to Ollama",
        "3 proxy: location /ollama/ {",
        "4 proxy: proxy_pass http://ollama:11434/;",
    ]


def test_a_service_that_only_talks_to_ollama_keeps_its_names() -> None:
    source = """\
services:
  web:
    container_name: my-ollama-ui
    image: ghcr.io/me/app:1
    environment: [POSTGRES_USER=ollama, "LLM=ollama"]
"""
    assert found("compose.yaml", source) == ["3 string: my-ollama-ui", "5 own-name: ollama", "5 provider-id: ollama"]


def test_an_image_that_holds_ollama_and_more_is_for_a_person() -> None:
    source = "services:\n  ui:\n    image: me/ollama-tools:2\n  server:\n    image: ${IMAGE:-ollama/ollama:rocm}\n"
    assert found("compose.yml", source) == ["3 compose-image!decide: me/ollama-tools:2", "5 compose-image: ${IMAGE:-ollama/ollama:rocm}"]


def test_a_file_is_a_compose_file_by_its_shape() -> None:
    assert found("deploy/stack.yml", "version: '3'\nservices:\n  llm:\n    image: ollama/ollama\n") == ["4 compose-image: ollama/ollama"]


def test_anchors_and_merges_are_names_of_the_file_alone() -> None:
    source = "x-base: &ollama-base\n  image: ollama/ollama\nservices:\n  llm:\n    <<: *ollama-base\n"
    assert found("compose.yml", source) == ["1 config-key: ollama-base", "2 compose-image: ollama/ollama", "5 config-key: ollama-base"]


def test_a_template_of_a_chart_is_told_line_by_line() -> None:
    source = "{{- if .Values.ollama.enabled }}\nkind: Service\nmetadata:\n  # of Ollama\n  name: ollama\n{{- end }}\n"
    assert found("chart/templates/svc.yaml", source) == [
        "1 helm-value: {{- if .Values.ollama.enabled }}",
        "4 comment: of Ollama",
        "5 helm-value: name: ollama",
    ]


def test_a_release_by_argo_names_the_chart() -> None:
    source = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    chart: ollama\n    helm:\n      values: |\n        ollama: {}\n"
    assert found("apps/llm.yaml", source) == ["5 helm-chart: ollama", "8 helm-value: ollama: {}"]


def test_an_ansible_role_installs_and_starts_a_unit() -> None:
    source = """\
- name: Install Ollama
  hosts: all
  tasks:
    - name: Run the installer of Ollama
      shell: curl -fsSL https://ollama.com/install.sh | sh
    - ansible.builtin.systemd:
        name: ollama
        state: started
"""
    assert found("roles/llm/tasks.yml", source) == [
        "1 string: Install Ollama",
        "4 string: Run the installer of Ollama",
        "5 install: https://ollama.com/install.sh",
        "7 service-unit: ollama",
    ]


def test_the_users_and_names_of_databases_are_the_projects_own() -> None:
    source = """\
services:
  db:
    image: postgres
    environment:
      POSTGRES_USER: ollama_user
      POSTGRES_DB: ${POSTGRES_DB:-ollama_webui}
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U ${POSTGRES_USER:-ollama_user}"]
"""
    assert found("compose.yaml", source) == [
        "5 own-name: ollama_user",
        "6 own-name: ${POSTGRES_DB:-ollama_webui}",
        "8 own-name: pg_isready -U ${POSTGRES_USER:-ollama_user}",
    ]
