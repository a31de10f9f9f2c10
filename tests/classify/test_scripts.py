"""Shell scripts, recipes and PowerShell: whole outputs."""

from tests.classify.reading import found


def test_a_start_script() -> None:
    source = """\
#!/usr/bin/env bash
set -e
# Starts Ollama
export OLLAMA_HOST="${OLLAMA_HOST:-http://localhost:11434}"
OLLAMA_PID=$!
ollama_url=http://localhost:11434
check_ollama() {
  curl -s "$OLLAMA_HOST/api/tags" >/dev/null
}
if ! command -v ollama >/dev/null; then brew install ollama; fi
pgrep -x ollama || nohup ollama serve > /tmp/ollama.log 2>&1 &
check_ollama && echo "Ollama is running on 11434" || log_error "start ollama first"
docker run -d --name ollama \\
  -p 11434:11434 -v ollama:/root/.ollama \\
  ollama/ollama
docker exec ollama ollama pull llama3
if [ "$PROVIDER" = "ollama" ]; then python app.py --provider ollama; fi
curl http://localhost:11434/api/generate -d '{"model": "llama3.2", "prompt": "hi"}'
cat > .env <<EOF
OLLAMA_BASE_URL=http://localhost:11434
EOF
sudo systemctl restart ollama
pip install ollama langchain-ollama
for m in llama3 mistral; do ollama pull "$m"; done
helm install ollama ollama-helm/ollama
kill $OLLAMA_PID
"""
    assert found("start.sh", source) == [
        "3 comment: Starts Ollama",
        "4 env-definition: OLLAMA_HOST",
        "4 env-read: OLLAMA_HOST",
        "4 base-url: http://localhost:11434",
        "5 identifier-definition: OLLAMA_PID",
        "6 identifier-definition: ollama_url",
        "6 base-url: http://localhost:11434",
        "7 identifier-definition: check_ollama",
        "8 env-read: OLLAMA_HOST",
        "8 endpoint: /api/tags",
        "10 cli-command: command -v ollama",
        "10 install: brew install ollama",
        "11 cli-command: pgrep -x ollama",
        "11 cli-command: ollama serve",
        "11 string: /tmp/ollama.log",
        "12 identifier-use: check_ollama",
        "12 log-text: Ollama is running on 11434",
        "12 log-text: start ollama first",
        "13 cli-command: docker run -d --name ollama \\",
        "14 port: 11434:11434",
        "14 cli-command: ollama:/root/.ollama",
        "15 cli-command: ollama/ollama",
        "16 cli-command: ollama",
        "16 cli-command: ollama pull llama3",
        "17 provider-id: ollama",
        "18 base-url: http://localhost:11434",
        "18 endpoint: /api/generate",
        "18 model-tag: llama3.2",
        "20 env-definition: OLLAMA_BASE_URL",
        "20 base-url: http://localhost:11434",
        "22 cli-command: sudo systemctl restart ollama",
        "23 dependency: pip install ollama langchain-ollama",
        "24 cli-command: ollama pull",
        "25 helm-chart: helm install ollama ollama-helm/ollama",
        "26 identifier-use: OLLAMA_PID",
    ]


def test_a_makefile() -> None:
    source = """\
OLLAMA_MODEL ?= llama3.1:8b
export OLLAMA_HOST := http://localhost:11434
.PHONY: ollama-up
ollama-up: ## Start Ollama
	@docker compose up -d ollama
	@echo "Waiting for Ollama..."
	-ollama pull $(OLLAMA_MODEL)
test: ollama-up
	OLLAMA_HOST=x pytest -k ollama
"""
    assert found("Makefile", source) == [
        "1 env-definition: OLLAMA_MODEL",
        "2 env-definition: OLLAMA_HOST",
        "3 identifier-use: .PHONY: ollama-up",
        "4 identifier-definition: ollama-up",
        "4 comment: Start Ollama",
        "5 cli-command: docker compose up -d ollama",
        "6 log-text: Waiting for Ollama...",
        "7 cli-command: ollama pull",
        "7 env-read: OLLAMA_MODEL",
        "8 identifier-use: test: ollama-up",
        "9 env-definition: OLLAMA_HOST",
        "9 string: OLLAMA_HOST=x pytest -k ollama",
    ]


def test_a_powershell_script() -> None:
    source = """\
# Ollama
$env:OLLAMA_HOST = "http://localhost:11434"
if (-not (Get-Command ollama -ErrorAction SilentlyContinue)) { Write-Host "Ollama missing" }
$ollamaPath = "C:\\\\ollama.exe"
Start-Process "ollama" -ArgumentList "serve"
ollama pull llama3
"""
    assert found("run.ps1", source) == [
        "1 comment: Ollama",
        "2 env-definition: OLLAMA_HOST",
        "2 base-url: http://localhost:11434",
        "3 cli-command: ollama",
        "3 log-text: Ollama missing",
        "4 identifier-definition: $ollamaPath",
        "4 string: C:\\\\ollama.exe",
        "5 cli-command: ollama",
        "6 cli-command: ollama pull llama3",
    ]


def test_a_language_that_no_grammar_reads() -> None:
    source = """\
import com.example.ollama.Client
// talks to Ollama
class OllamaService(val url: String = "http://localhost:11434") {
  fun ask() = log.info("Ollama says")
}
"""
    assert found("Client.kt", source) == [
        "1 import: import com.example.ollama.Client",
        "2 comment: talks to Ollama",
        "3 identifier-definition: OllamaService",
        "3 base-url: http://localhost:11434",
        "4 log-text: Ollama says",
    ]


def test_a_path_of_a_file_is_no_model_and_no_command() -> None:
    source = "cp ollama/setup.sh /tmp\ncd ollama-app\nsed -i 's/ollama/x/' a.txt\n"
    assert found("a.sh", source) == ["1 string: ollama/setup.sh", "2 string: cd ollama-app", "3 string: s/ollama/x/"]


def test_a_path_of_another_protocol_is_no_endpoint() -> None:
    assert found("a.sh", "curl https://api.example.com/api/chat\n# ollama\n") == ["2 comment: ollama"]


def test_texts_that_a_script_tells_are_no_commands() -> None:
    source = 'echo "Run: ollama pull llama3"\nlog_info "http://localhost:11434"\nprintf "OLLAMA_HOST=%s" x >> .env\n'
    assert found("a.sh", source) == [
        "1 log-text: Run: ollama pull llama3",
        "2 log-text: http://localhost:11434",
        "3 env-definition: OLLAMA_HOST",
    ]


def test_a_broken_script_still_gives_its_lines() -> None:
    assert found("a.sh", 'if then fi ((( "\nollama serve\n')[0].startswith("2 ")


def test_an_endless_name_of_a_function_costs_no_time() -> None:
    assert found("a.sh", "a_" * 39 + 'x "Ollama is up"\n') == ["1 string: Ollama is up"]


def test_variables_that_a_script_keeps_to_itself() -> None:
    source = """\
OLLAMA_LOG_FILE=$(mktemp)
OLLAMA_URL=http://localhost:11434
OLLAMA_HOST=localhost:11434
OLLAMA_MODEL=${OLLAMA_MODEL:-llama3}
OLLAMA_TIMEOUT=5
export OLLAMA_TIMEOUT
PROFILE["x"]="Ollama and more"
rm "$OLLAMA_LOG_FILE"; curl "$OLLAMA_URL/api/tags" -m $OLLAMA_TIMEOUT; echo $OLLAMA_HOST $OLLAMA_MODEL
"""
    assert found("run.sh", source) == [
        "1 identifier-definition: OLLAMA_LOG_FILE",
        "2 identifier-definition: OLLAMA_URL",
        "2 base-url: http://localhost:11434",
        "3 env-definition: OLLAMA_HOST",
        "3 base-url: localhost:11434",
        "4 env-definition: OLLAMA_MODEL",
        "4 env-read: OLLAMA_MODEL",
        "5 env-definition: OLLAMA_TIMEOUT",
        "6 env-read: OLLAMA_TIMEOUT",
        "7 string: Ollama and more",
        "8 identifier-use: OLLAMA_LOG_FILE",
        "8 identifier-use: OLLAMA_URL",
        "8 endpoint: /api/tags",
        "8 env-read: OLLAMA_TIMEOUT",
        "8 env-read: OLLAMA_HOST",
        "8 env-read: OLLAMA_MODEL",
    ]


def test_programs_that_only_take_the_name() -> None:
    source = """\
$KUBECTL get pods -n ollama
"${KUBECTL}" logs deploy/ollama
$SUDO systemctl restart ollama
snap start ollama
brew services start ollama
snap install ollama
docker build -t ollama-fastapi:latest ./app
docker push registry.example.com/ollama-fastapi
exec bash "./tools/ollama_install.sh" "ollama openclaw docling"
record FAIL "ollama rc=$rc"
_error "ollama_chat: no model"
assert_ok "ollama is up" harbor up ollama
NAMES=(ollama_chat_stream ollama)
cat > /etc/sysctl.d/99.conf <<'EOF'
# For Ollama
EOF
"""
    assert found("deploy.sh", source) == [
        "1 cli-command: $KUBECTL get pods -n ollama",
        '2 cli-command: "${KUBECTL}" logs deploy/ollama',
        "3 cli-command: $SUDO systemctl restart ollama",
        "4 cli-command: snap start ollama",
        "5 cli-command: brew services start ollama",
        "6 install: snap install ollama",
        "7 string: docker build -t ollama-fastapi:latest ./app",
        "8 string: docker push registry.example.com/ollama-fastapi",
        "9 string: ./tools/ollama_install.sh",
        "9 string: ollama openclaw docling",
        "10 string: ollama rc=$rc",
        "11 log-text: ollama_chat: no model",
        "12 string: ollama is up",
        '12 string: assert_ok "ollama is up" harbor up ollama',
        "13 string: ollama_chat_stream",
        "13 provider-id: ollama",
        "15 comment: For Ollama",
    ]


def test_a_template_of_a_script_is_a_script() -> None:
    source = """\
if ! command -v ollama; then snap install ollama; fi
docker run -e OLLAMA_BASE_URL=http://${host}:11434 app
"""
    assert found("user-data.sh.tpl", source) == [
        "1 cli-command: command -v ollama",
        "1 install: snap install ollama",
        "2 env-definition: OLLAMA_BASE_URL",
        "2 base-url: http://${host}:11434",
    ]
