"""A few lines of every language, as people write them, for the fuzzer to break."""

from __future__ import annotations

PYTHON = '''"""Talks to Ollama.\n\nOn port 11434.\n"""\nimport os\nfrom ollama import AsyncClient as Ollama, ResponseError\n
OLLAMA_HOST = os.getenv("OLLAMA_HOST", f"http://localhost:{11434}")  # ollama serve\n
class Settings(BaseSettings):\n    ollama_model: str = Field("llama3.1:8b", alias="OLLAMA_MODEL")\n
async def ask(self, question: str) -> "ollama.ChatResponse":\n    try:\n        reply = await self.ollama.chat(model="qwen3", messages=[{"role": "user"}])
    except (ResponseError, ollama.RequestError) as error:\n        raise RuntimeError(f"Ollama says {error!r} at {OLLAMA_HOST}/api/chat") from error
    subprocess.run(["ollama", "pull", r"llama3\\n"], env={"OLLAMA_HOST": b"x:11434"})\n    return PROVIDERS["ollama"] or {"ollama": 1, "openai": 2}\n'''

SCRIPT = """import ollama, { Ollama, type ChatResponse } from 'ollama/browser'\nexport * from './ollama'\nconst { OLLAMA_URL = 'http://localhost:11434', x: { y } } = process.env
const ollamaClient = new Ollama({ host: `${OLLAMA_URL}/api/${'tags'}`, apiKey: 'ollama' }) // ollama\nconst m = await import("ollama")
type Provider = 'ollama' | 'openai'; enum E { Ollama = 'ollama' }\nfor await (const part of await ollama.chat({ model: 'llama3.2', stream: true })) console.log("Ollama: ", part?.message!.content)
/* Ollama\n * on 11434 */\nexport const labels = { ollama: 'Ollama', openai: 'OpenAI', [`ollama-${1}`]: /ollama|11434/gi }\nthrow new Error('Ollama at ' + OLLAMA_URL + '/api/chat')\n"""

TSX = (
    SCRIPT
    + """export const A = () => <div title="Ollama" {...ollamaProps}>Use Ollama {on ? 'ollama' : <OllamaCard url={`http://x:11434`} />} &amp; more<option value="ollama">Ollama</option></div>\n"""
)

VUE = (
    """<script setup lang="ts">\n""" + SCRIPT + """</script>\n<template lang="html">\n  <OllamaCard :title="ok ? 'Ollama' : ollamaTitle" @click="run('ollama')" v-if="a < b"> <!-- Ollama -->
  {{ ollama.url || 'http://localhost:11434' }} Ollama <template #ollama="{ x }">x</template></OllamaCard>\n</template>\n<style>.ollama { color: red }</style>\n<i18n>{"ollama": "Ollama"}</i18n>\n"""
)  # fmt: skip

SVELTE = """<script lang="ts">\nimport { Ollama } from 'ollama'\nlet url = 'http://localhost:11434'\n</script>
{#if ollama}<p class="ollama">{ollama.url} Ollama</p>{:else}<Ollama {url} on:click={() => run('ollama')} />{/if}\n"""

HTML = """<!doctype html><meta http-equiv="Content-Security-Policy" content="connect-src http://localhost:11434"><title>Ollama</title><!-- Ollama -->
<script>fetch('http://localhost:11434/api/tags') // ollama</script><script type="text/html" data-x="ollama"><p>Ollama</p></script>
<script type="application/json">{"ollama": "11434"}</script><style>.ollama{}</style><select><option value='ollama' selected>Ollama</select><a href=https://ollama.com>Ollama</a>\n"""

NOTEBOOK = r"""{"cells": [{"cell_type": "code", "source": ["import ollama\n", "!ollama pull llama3  # é\n", "x = \"Ollama 🦙\"\n"], "outputs": [{"text": "ollama 11434"}]},
 {"cell_type": "markdown", "source": "# Ollama\nat `localhost:11434`"}, {"source": "%%bash\nollama serve &\n", "cell_type": "code"}], "metadata": {"name": "ollama"}}
"""

YAML = """# ollama\nservices:\n  ollama: &ollama\n    image: ollama/ollama:latest\n    ports: ["11434:11434", '${OLLAMA_PORT:-11434}:11434']\n    environment:\n      - OLLAMA_HOST=0.0.0.0:11434
      - "OLLAMA_KEEP_ALIVE=24h"\n    healthcheck: {test: [CMD, curl, "http://localhost:11434/api/tags"]}\n    entrypoint: |\n      ollama serve &\n      ollama pull llama3.1\n  app: {depends_on: [ollama], <<: *ollama}
---\nkind: Deployment\nmetadata: {name: ollama}\njobs:\n  a:\n    steps:\n      - run: curl -fsSL https://ollama.com/install.sh | sh\n        if: ${{ env.OLLAMA_URL }}\n"""

JSON = """{"name": "ollama-app", "scripts": {"start": "ollama serve & node ."}, "dependencies": {"ollama": "^0.5.0"}, "env": {"OLLAMA_HOST": "http://localhost:11434"}, // ollama
 "list": ["ollama", 11434, null, {"provider": "ollama", "model": "llama3:8b", "text": "a\\nollama \\u00e9"}]}\n"""

TOML = """# ollama\n[project]\nname = "ollama-x"\ndependencies = ["ollama>=0.4", 'langchain-ollama']\n[tool.x.ollama]\nurl = "http://localhost:11434"\ntext = \"\"\"\nollama\n11434\"\"\"\n"ollama.key" = {ollama = 11434}\n"""

ENV = """# ollama\nOLLAMA_HOST=http://localhost:11434 # ollama\nexport LLM_PROVIDER="ollama"\nOLLAMA_MODEL='llama3.1:8b\nX=${OLLAMA_HOST:-x}/api/chat\n"""

INI = """; ollama\n[Unit]\nAfter=ollama.service\n[Service]\nEnvironment="OLLAMA_HOST=0.0.0.0:11434"\nExecStart=/usr/local/bin/ollama serve\n[ollama]\nurl: http://localhost:11434\n  ollama\n"""

DOCKER = """# ollama\nFROM ollama/ollama:0.5 AS ollama\nENV OLLAMA_HOST=0.0.0.0:11434 \\\n    OLLAMA_MODELS=/models\nRUN ollama serve & sleep 5 && \\\n    ollama pull llama3.1 # ollama
RUN <<EOF\nollama list\nEOF\nEXPOSE 11434/tcp\nHEALTHCHECK CMD curl -f http://localhost:11434/api/tags || exit 1\nCOPY --from=ollama /bin/ollama /bin/\nENTRYPOINT ["ollama", "serve"]\n"""

SHELL = """#!/bin/bash\n# ollama\nexport OLLAMA_HOST="${OLLAMA_HOST:-http://localhost:11434}"\nif ! pgrep -x ollama >/dev/null; then nohup ollama serve > /dev/null 2>&1 & fi
for m in llama3 qwen; do ollama pull "$m"; done\ncat <<'EOF'\nollama on 11434\nEOF\ncurl -s $OLLAMA_HOST/api/tags | jq '.models[] | select(.name=="ollama")'\necho "Ollama is up"\n"""

MAKE = """OLLAMA_HOST ?= http://localhost:11434\n.PHONY: ollama\nollama: ## start ollama\n\t@ollama serve &\n\tcurl $(OLLAMA_HOST)/api/tags\nifdef OLLAMA\nendif\n"""

MARKDOWN = """---\ntitle: Ollama\n---\n# Ollama\n\nRun `ollama serve` at <http://localhost:11434>.\n\n```bash\n$ ollama pull llama3.1\n```\n\n| a | ollama |\n|---|---|\n\n> ```python\n> import ollama\n> ```\n\n<!-- ollama -->\n<div>Ollama</div>\n"""

TEXT = """Ollama 0.5 on port 11434, see https://ollama.com/library. scrollama 0.11434 sha256:9f2c11434ab7de00112233445566778899aabbccddeeff0011223344\n.. ollama::\n   http://localhost:11434\n"""

MODELFILE = '''# ollama\nFROM llama3.1:8b\nPARAMETER num_ctx 11434\nSYSTEM """You are Ollama.\nollama"""\nTEMPLATE "{{ .Prompt }} ollama"\n'''

REQUIREMENTS = """# ollama\nollama>=0.4 ; python_version > "3.9"  # ollama\nlangchain-ollama==0.2\n-e git+https://github.com/ollama/ollama-python#egg=ollama\n--find-links http://ollama:11434\n"""

GO = """package ollama\nimport (\n\tapi "github.com/ollama/ollama/api"\n\t"github.com/tmc/langchaingo/llms/ollama"\n)\n// ollama\ntype C struct { URL string `env:"OLLAMA_URL" envDefault:"http://localhost:11434"` }
func main() { h := os.Getenv("OLLAMA_HOST"); l, err := ollama.New(ollama.WithModel("llama3")); if err != nil { log.Fatalf("ollama: %v", err) }; m := map[string]int{"ollama": 11434}\n}\n"""

JAVA = """package com.ollama;\nimport io.github.ollama4j.OllamaAPI;\n/** Ollama on 11434 */\n@Value("${OLLAMA_URL:http://localhost:11434}")\nclass Ollama extends Base { final OllamaAPI api = new OllamaAPI("http://localhost:11434"); int p = 11434;
 void f() { if (System.getenv("OLLAMA_HOST") == null) throw new IllegalStateException("no Ollama"); ollama.chat("x"); } }\n"""

CSHARP = """using OllamaSharp;\nnamespace Ollama.App;\n/// <summary>Ollama</summary>\npublic class OllamaService { private readonly OllamaApiClient _ollama = new("http://localhost:11434");
  string h = Environment.GetEnvironmentVariable("OLLAMA_HOST") ?? $"http://{x}:11434"; [Option("ollama")] public string Ollama { get; set; } = @"ollama"; }\n"""

RUST = """use ollama_rs::{Ollama, generation::X as O};\n// ollama\nconst OLLAMA_PORT: u16 = 11434;\nfn main() { let ollama = Ollama::default(); let h = std::env::var("OLLAMA_HOST").unwrap_or_else(|_| r#"http://localhost:11434"#.into()); println!("ollama {}", h); }\n"""

PHP = """<html>Ollama</html><?php\nuse ArdaGnsrn\\Ollama\\Ollama as Client;\n# ollama\n$c = Ollama::client(getenv('OLLAMA_HOST') ?: "http://localhost:11434/{$ollama->x}");\n$this->ollama->chat(['model' => 'llama3', 'ollama' => 11434]); ?>\n<p>Ollama</p>\n"""

RUBY = """require 'ollama-ai'\n# ollama\nclient = Ollama.new(credentials: { address: ENV.fetch('OLLAMA_URL', "http://localhost:#{11434}") }, ollama: :ollama)\nputs <<~EOS\n  ollama #{client.ollama}\nEOS\n"""

C_LIKE = """// ollama\n/* Ollama\n 11434 */\nval ollama = Ollama("http://localhost:11434") ; let x: String = "ollama"; print("Ollama is up \\(ollama)") # ollama\n@moduledoc "Ollama"\n-- ollama\nconfig :app, ollama: 11434\n"""

CSS = """/* ollama */ .ollama::before { content: "Ollama 11434"; background: url(ollama.png) }\n$ollama: red;\n"""

XML = """<?xml version="1.0"?><!-- ollama --><project><ollama url="http://localhost:11434">Ollama</ollama><PackageReference Include="OllamaSharp" Version="1" /><![CDATA[ollama]]></project>\n"""

NGINX = """# ollama\nupstream ollama { server ollama:11434; }\nserver { location /ollama/ { proxy_pass http://ollama/api/; proxy_set_header Host localhost:11434; } }\n:80 {\n  reverse_proxy /ollama/* localhost:11434\n}\n"""

TERRAFORM = """# ollama\nresource "helm_release" "ollama" {\n  chart = "ollama"\n  set { name = "ollama.port" value = 11434 }\n  env = { OLLAMA_HOST = "0.0.0.0:11434" }\n}\n"""

POWERSHELL = """# ollama\n$env:OLLAMA_HOST = "http://localhost:11434"\nif (Get-Process ollama -ErrorAction SilentlyContinue) { Write-Host "Ollama runs" }\nStart-Process ollama -ArgumentList "serve"\n<# ollama #>\nREM ollama\nset OLLAMA_HOST=0.0.0.0:11434\nollama pull llama3\n"""

LOCK = """ollama@^0.5.0:\n  version "0.5.0"\n  resolved "https://registry.yarnpkg.com/ollama/-/ollama-0.5.0.tgz#abc11434"\n"ollama@npm:^1": {}\nrequire github.com/ollama/ollama v0.5.0 // indirect\n"""

SEEDS = {
    "python": PYTHON, "notebook": NOTEBOOK, "javascript": SCRIPT, "typescript": SCRIPT, "tsx": TSX, "vue": VUE, "svelte": SVELTE, "html": HTML,
    "yaml": YAML, "json": JSON, "toml": TOML, "env": ENV, "ini": INI, "dockerfile": DOCKER, "shell": SHELL, "make": MAKE, "just": MAKE,
    "powershell": POWERSHELL, "batch": POWERSHELL, "markdown": MARKDOWN, "rst": TEXT, "text": TEXT, "modelfile": MODELFILE,
    "requirements": REQUIREMENTS, "yarnlock": LOCK, "gomod": LOCK, "go": GO, "java": JAVA, "csharp": CSHARP, "rust": RUST, "php": PHP,
    "ruby": RUBY, "kotlin": C_LIKE, "swift": C_LIKE, "dart": C_LIKE, "elixir": C_LIKE, "scala": C_LIKE, "c": C_LIKE, "lua": C_LIKE,
    "r": C_LIKE, "sql": C_LIKE, "css": CSS, "xml": XML, "gradle": C_LIKE, "nginx": NGINX, "caddy": NGINX, "nix": C_LIKE,
    "terraform": TERRAFORM, "graphql": C_LIKE, "template": YAML, "starlark": PYTHON, "unknown": TEXT,
}  # fmt: skip

PATHS = {
    "python": "app/x.py", "yaml": "docker-compose.yml", "json": "package.json", "toml": "pyproject.toml", "ini": "ollama.service",
    "env": ".env", "requirements": "requirements.txt", "dockerfile": "Dockerfile", "make": "Makefile", "gomod": "go.mod", "modelfile": "Modelfile",
}  # fmt: skip
"""where the name of a file says what kind of configuration it is"""
