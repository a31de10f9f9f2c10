"""What the audit says of programs, in sources as people write them."""

import pytest
from auditing import audited

URL = ("base-url", "change", "http://localhost:11434")


def some(source: str, path: str = "x.py") -> list[tuple[str, str, str]]:
    """Without names that only follow a definition."""
    return [found for found in audited(source, path) if not found[0].startswith("identifier-")]


# -- the official clients


def test_the_python_client_by_module_and_by_names():
    source = """import ollama
from ollama import Client as OllamaClient, ResponseError
class A:
    def __init__(self):
        self.ollama = OllamaClient(host="http://localhost:11434")
    def run(self, question):
        try:
            reply = self.ollama.chat(model="llama3.1", messages=[])
            self.ollama.pull("llama3.1")
        except ollama.ResponseError:
            return ollama.list()
"""
    assert audited(source) == [
        ("import", "change", "import ollama"),
        ("import", "change", "from ollama import Client as OllamaClient, ResponseError"),
        ("identifier-definition", "text", "self.ollama"),
        ("client", "change", "OllamaClient"),
        URL,
        ("sdk-call", "change", "self.ollama.chat"),
        ("model-tag", "change", "llama3.1"),
        ("sdk-admin", "decide", "self.ollama.pull"),
        ("sdk-type", "change", "ollama.ResponseError"),
        ("sdk-call", "change", "ollama.list"),
    ]


def test_the_javascript_client_by_default_import_and_by_instance():
    source = """import { Ollama, type ChatResponse as OllamaResponse } from 'ollama/browser'
const ollama = new Ollama({ host: 'http://localhost:11434' })
export const ask = async (): Promise<OllamaResponse> => ollama.chat({ model: 'qwen3:8b', messages: [] })
ollama.abort()
"""
    assert audited(source, "a.ts") == [
        ("import", "change", "import { Ollama, type ChatResponse as OllamaResponse } from 'ollama/browser'"),
        ("identifier-definition", "text", "ollama"),
        ("client", "change", "Ollama"),
        URL,
        ("sdk-type", "change", "OllamaResponse"),
        ("sdk-call", "change", "ollama.chat"),
        ("model-tag", "change", "qwen3:8b"),
        ("sdk-admin", "decide", "ollama.abort"),
    ]


def test_a_parameter_of_the_clients_type_is_a_client():
    source = "import { type Ollama } from 'ollama'\nexport const all = async (ollama: Ollama) => (await ollama.list()).models\n"
    assert some(source, "a.ts")[1:] == [("sdk-type", "change", "Ollama"), ("sdk-call", "change", "ollama.list")]


def test_the_client_that_nuxt_imports_by_itself():
    source = "const ollama = useOllama()\nexport default defineEventHandler(() => ollama.list())\n"
    assert audited(source, "server/api/list.get.ts") == [
        ("identifier-definition", "text", "ollama"),
        ("framework", "change", "useOllama"),
        ("sdk-call", "change", "ollama.list"),
    ]


def test_a_call_of_the_client_is_no_name_of_a_project_that_is_called_alike():
    source = (
        "import { Ollama } from 'ollama'\nconst ollama = new Ollama()\nollama.chat({})\nconst title = 'Ollama Chat'\n"
    )
    assert [found for found in audited(source, "a.js", "ollama-chat") if found[0] in ("sdk-call", "own-name")] == [
        ("sdk-call", "change", "ollama.chat"),
        ("own-name", "keep", "Ollama Chat"),
    ]


# -- frameworks


def test_framework_classes_by_alias_by_module_and_by_star():
    source = """from langchain_ollama import ChatOllama as Chat, OllamaLLM
import langchain_ollama as lo
from langchain_community.llms import *
llm = OllamaLLM(model="llama3.1")
other = lo.OllamaEmbeddings(model="nomic-embed-text")
third = ChatOllama(model="mistral")
"""
    assert audited(source) == [
        ("import", "change", "from langchain_ollama import ChatOllama as Chat, OllamaLLM"),
        ("import", "change", "import langchain_ollama as lo"),
        ("framework", "change", "OllamaLLM"),
        ("model-tag", "change", "llama3.1"),
        ("framework", "change", "lo.OllamaEmbeddings"),
        ("model-tag", "change", "nomic-embed-text"),
        ("framework", "change", "ChatOllama"),
        ("model-tag", "change", "mistral"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "class OllamaEmbeddings:\n    pass\nembed = OllamaEmbeddings()\n",
        "from .embeddings import OllamaEmbeddings\nembed = OllamaEmbeddings()\n",
        "from app.llm import ChatOllama\nllm = ChatOllama()\n",
        "def ask(ollama):\n    return ollama.chat('hi')\n",
        "ollama = make_client()\nollama.generate('x')\n",
    ],
)
def test_the_programs_own_names_are_only_names(source: str):
    assert some(source) == []


def test_what_looks_like_a_response_and_isnt():
    source = '''"""Asks OpenAI, never Ollama."""
reply = client.chat.completions.create(model="gpt-4o", messages=[])
print(reply.choices[0].message.content)
def chat(): ...
chat()
'''
    assert audited(source) == [("comment", "text", "Asks OpenAI, never Ollama.")]


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("m.go", 'import "github.com/tmc/langchaingo/llms/ollama"\nvar l, _ = ollama.New(ollama.WithModel("llama3"))',
         [("import", "change", '"github.com/tmc/langchaingo/llms/ollama"'), ("framework", "change", "ollama.New"), ("framework", "change", "ollama.WithModel")]),
        ("A.java", "import org.springframework.ai.ollama.OllamaChatModel;\nclass A { Object m = OllamaChatModel.builder(); }",
         [("import", "change", "import org.springframework.ai.ollama.OllamaChatModel;"), ("framework", "change", "OllamaChatModel")]),
        ("A.cs", 'using OllamaSharp;\nvar c = new OllamaApiClient("http://localhost:11434");',
         [("import", "change", "using OllamaSharp;"), ("framework", "change", "OllamaApiClient"), URL]),
        ("a.rs", "use ollama_rs::Ollama;\nfn main() { let o = Ollama::default(); }",
         [("import", "change", "use ollama_rs::Ollama;"), ("framework", "change", "Ollama::default")]),
        ("a.php", "<?php\nuse ArdaGnsrn\\Ollama\\Ollama as Client;\n", [("import", "change", "use ArdaGnsrn\\Ollama\\Ollama as Client;")]),
        ("a.rb", "require 'ollama-ai'\n", [("import", "change", "ollama-ai")]),
    ],
)  # fmt: skip
def test_libraries_of_other_languages(path: str, source: str, expected: list[tuple[str, str, str]]):
    assert some(source, path) == expected


def test_a_check_for_the_package_is_an_import():
    assert some(
        'v = metadata.version("ollama")\nok = pm.is_installed("ollama")\nm = importlib.import_module("ollama")\n'
    ) == [
        ("import", "change", "ollama"),
        ("import", "change", "ollama"),
        ("import", "change", "ollama"),
    ]


def test_the_provider_that_a_framework_makes_is_called_for_models():
    source = """import { createOllama } from 'ai-sdk-ollama'
const ollama = createOllama({ baseURL: url })
streamText({ model: ollama('llama3.2', { keep_alive: 0 }) })
log(ollama)
"""
    assert audited(source, "a.ts") == [
        ("import", "change", "import { createOllama } from 'ai-sdk-ollama'"),
        ("identifier-definition", "text", "ollama"),
        ("framework", "change", "createOllama"),
        ("framework", "change", "ollama"),
        ("model-tag", "change", "llama3.2"),
        ("identifier-use", "text", "ollama"),
    ]


def test_a_package_of_the_project_itself_is_no_library():
    source = 'import "github.com/someone/gollama-chat/internal/connection"\nvar s = connection.OllamaStatus(1)\n'
    assert audited(source, "m.go", "gollama-chat") == [
        ("own-name", "keep", "gollama-chat"),
        ("identifier-use", "text", "connection.OllamaStatus"),
    ]


# -- the environment


@pytest.mark.parametrize(
    "read",
    [
        'os.getenv("OLLAMA_HOST")',
        'os.environ["OLLAMA_HOST"]',
        'os.environ.get("OLLAMA_HOST", default)',
        'config("OLLAMA_HOST", default="")',
        'env.str("OLLAMA_HOST")',
        'env("OLLAMA_HOST")',
        'dotenv_values(".env")["OLLAMA_HOST"]',
        '"OLLAMA_HOST" in os.environ',
        'Field(default="", alias="OLLAMA_HOST")',
        'Field(default="", validation_alias=AliasChoices("OLLAMA_HOST", "HOST"))',
    ],
)
def test_python_reads_of_the_environment(read: str):
    assert some(f"value = {read}\n") == [("env-read", "change", "OLLAMA_HOST")]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("process.env.OLLAMA_HOST", "process.env.OLLAMA_HOST"),
        ("process.env['OLLAMA_HOST']", "OLLAMA_HOST"),
        ("import.meta.env.VITE_OLLAMA_URL", "import.meta.env.VITE_OLLAMA_URL"),
        ("Deno.env.get('OLLAMA_HOST')", "OLLAMA_HOST"),
        ("Bun.env.OLLAMA_HOST", "Bun.env.OLLAMA_HOST"),
        ("c.env.OLLAMA_HOST", "c.env.OLLAMA_HOST"),
        ("this.configService.get<string>('OLLAMA_HOST')", "OLLAMA_HOST"),
    ],
)
def test_javascript_reads_of_the_environment(read: str, text: str):
    assert some(f"const host = {read}\n", "a.ts") == [("env-read", "change", text)]


def test_javascript_reads_by_destructuring_and_from_a_virtual_module():
    source = "const { OLLAMA_MODEL = 'llama3.2' } = process.env\nimport { OLLAMA_URL } from '$env/static/private'\n"
    assert some(source, "a.ts") == [
        ("env-read", "change", "OLLAMA_MODEL"),
        ("model-tag", "change", "llama3.2"),
        ("env-read", "change", "import { OLLAMA_URL } from '$env/static/private'"),
    ]


@pytest.mark.parametrize(
    ("path", "source", "text"),
    [
        ("m.go", 'var h = os.Getenv("OLLAMA_HOST")', "OLLAMA_HOST"),
        ("m.go", 'type C struct { U string `env:"OLLAMA_URL"` }', "OLLAMA_URL"),
        ("A.java", 'class A { String h = System.getenv("OLLAMA_HOST"); }', "OLLAMA_HOST"),
        ("A.java", 'class A { @Value("${OLLAMA_URL:none}") String u; }', "OLLAMA_URL"),
        ("A.cs", 'var h = Environment.GetEnvironmentVariable("OLLAMA_HOST");', "OLLAMA_HOST"),
        ("a.rs", 'fn f() { std::env::var("OLLAMA_HOST"); }', "OLLAMA_HOST"),
        ("a.php", "<?php $h = getenv('OLLAMA_HOST');", "OLLAMA_HOST"),
        ("a.rb", "h = ENV.fetch('OLLAMA_HOST')", "OLLAMA_HOST"),
    ],
)
def test_reads_in_other_languages(path: str, source: str, text: str):
    assert some(source, path) == [("env-read", "change", text)]


def test_settings_classes():
    source = """class Settings(BaseSettings):
    ollama_host: str = "http://localhost:11434"
    model_config = SettingsConfigDict(env_prefix="OLLAMA_")
class EnvConfig(BaseModel):
    OLLAMA_URL: str = ""
class OllamaSettings(ModelSettings, total=False):
    ollama_extra: str
class ConfigForm(BaseModel):
    OLLAMA_URL: str
"""
    assert audited(source) == [
        ("env-read", "change", "ollama_host"),
        URL,
        ("env-read", "change", "OLLAMA_"),
        ("env-read", "change", "OLLAMA_URL"),
        ("identifier-definition", "text", "OllamaSettings"),
        ("identifier-definition", "text", "ollama_extra"),
        ("identifier-definition", "text", "OLLAMA_URL"),
    ]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ('os.environ["OLLAMA_HOST"] = value', "x.py"),
        ('os.environ.setdefault("OLLAMA_HOST", value)', "x.py"),
        ('monkeypatch.setenv("OLLAMA_HOST", value)', "x.py"),
        ('subprocess.Popen(command, env={"OLLAMA_HOST": value})', "x.py"),
        ('patch.dict(os.environ, {"OLLAMA_HOST": value})', "x.py"),
        ("vi.stubEnv('OLLAMA_HOST', value)", "x.ts"),
    ],
)
def test_definitions_of_variables(source: str, path: str):
    assert some(source, path) == [("env-definition", "change", "OLLAMA_HOST")]


def test_javascript_sets_a_variable():
    assert audited("process.env.OLLAMA_HOST = value", "a.js") == [
        ("env-definition", "change", "process.env.OLLAMA_HOST")
    ]
    assert audited(
        "export default defineConfig({ define: { 'process.env.OLLAMA_HOST': host } })", "vite.config.ts"
    ) == [("env-definition", "change", "process.env.OLLAMA_HOST")]


@pytest.mark.parametrize(
    "source",
    ["res.json({ code: 'OLLAMA_REFUSED' })", "throw new AppError('OLLAMA_CONNECTION_ERROR')", "emit('OLLAMA_STARTED')"],
)
def test_codes_of_errors_and_events_are_no_variables(source: str):
    assert audited(source, "a.js") == [("string", "text", source.split("'")[1])]


# -- providers


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ('if settings.provider == "ollama": ...', "x.py"),
        ('provider = os.getenv("LLM_PROVIDER", "ollama")', "x.py"),
        ('parser.add_argument("--backend", choices=["ollama", "openai"])', "x.py"),
        ("type Provider = 'ollama' | 'openai'", "x.ts"),
        ("switch (id) { case 'ollama': break }", "x.ts"),
        ("const el = <option value=\"ollama\" />", "x.tsx"),
        ("const backends = { openai: OpenAI, ollama: Local }", "x.ts"),
        ("ENGINES = {'ollama': Local, 'openai': OpenAI}", "x.py"),
        ("engine = PROVIDERS['ollama']", "x.py"),
        ('provider := "ollama"', "x.go"),
    ],
)  # fmt: skip
def test_provider_names(source: str, path: str):
    assert some(source, path) == [("provider-id", "decide", "ollama")]


@pytest.mark.parametrize(
    ("source", "path", "expected"),
    [
        ("url = config['ollama']['url']", "x.py", []),
        ("make(ollama=client, openai=other)", "x.py", []),
        ("const health = { ollama: up, database: up }", "x.ts", []),
        ("CHOICES = [(1, 'Ollama')]", "x.py", [("provider-id", "decide", "Ollama")]),
        (
            "CHOICES = [('ollama', 'Ollama')]",
            "x.py",
            [("provider-id", "decide", "ollama"), ("ui-text", "text", "Ollama")],
        ),
        ("const labels = { ollama: 'Ollama' }", "x.ts", [("ui-text", "text", "Ollama")]),
        ("const client = new OpenAI({ apiKey: 'ollama' })", "x.ts", [("string", "text", "***")]),
        ("collection = client.get_collection('ollama_docs')", "x.py", [("string", "text", "ollama_docs")]),
        ("localStorage.getItem('ollama-url')", "x.ts", [("string", "text", "ollama-url")]),
        ("describe('ollama', () => {})", "x.test.ts", [("string", "text", "ollama")]),
        ("icon: 'ollama.svg'", "x.ts", [("string", "text", "ollama.svg")]),
    ],
)
def test_names_that_select_no_provider(source: str, path: str, expected: list[tuple[str, str, str]]):
    assert some(source, path) == expected


def test_a_provider_in_front_of_a_model():
    assert some('completion(model="ollama/llama3.1")\nAgent("ollama:llama3.2")\n') == [
        ("model-prefix", "change", "ollama/llama3.1"),
        ("model-prefix", "change", "ollama:llama3.2"),
    ]


# -- addresses, endpoints, models


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ('requests.post(f"{OLLAMA_URL}/api/chat", json={})', "x.py"),
        ("fetch(`${ollamaUrl}/api/chat`)", "x.ts"),
        ("fetch(process.env.OLLAMA_URL! + '/api/chat')", "x.ts"),
        ("fetch(ollamaUrl + (chat ? '/api/chat' : '/'))", "x.ts"),
        ("fetch('/ollama/api/chat')", "x.ts"),
    ],
)
def test_endpoints_of_ollama(source: str, path: str):
    assert ("endpoint", "change", "/api/chat") in audited(source, path)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("# ollama\nrequests.post('http://backend:8000/api/chat')", "x.py"),
        ("# ollama\n@app.post('/api/chat')\ndef chat(): ...", "x.py"),
        ("// ollama\nfetch('/api/chat')", "x.ts"),
        ("// ollama\napp.post('/api/generate', handler)", "x.js"),
        ("// ollama\nrouter.get('/api/tags', handler)", "x.js"),
        ("# ollama\nlog.info('POST /api/generate')", "x.py"),
    ],
)
def test_endpoints_of_the_program_itself(source: str, path: str):
    assert audited(source, path) == [("comment", "text", "ollama")]


def test_routes_under_the_name():
    source = "@app.get('/ollama/models')\nasync def models(): ...\napp.include_router(router, prefix='/api/ollama', tags=['ollama'])\n"
    assert some(source) == [
        ("string", "text", "/ollama/models"),
        ("string", "text", "/api/ollama"),
        ("string", "text", "ollama"),
    ]


def test_a_port_is_a_number_near_a_host():
    assert audited("connect(host, 11434)", "x.py") == [("port", "change", "11434")]
    assert audited("total = 11434", "x.py") == [("number", "keep", "11434")]


def test_a_models_bare_name_among_providers_is_ollamas_only_near_its_name():
    far = "\n" * 400
    source = f"providers = ['openai', 'anthropic', 'ollama']\n{far}models = [{{'model': 'mistral-large'}}, {{'model': 'llama3.1:8b'}}]\n"
    assert some(source) == [("provider-id", "decide", "ollama"), ("model-tag", "change", "llama3.1:8b")]


def test_a_model_without_a_counterpart_is_a_decision():
    assert some("# ollama\nmodel = 'granite-code'\n") == [
        ("comment", "text", "ollama"),
        ("model-tag", "decide", "granite-code"),
    ]


# -- the command line


@pytest.mark.parametrize(
    ("source", "path", "texts"),
    [
        ('subprocess.run(["ollama", "list"])', "x.py", ["ollama"]),
        ('cmd = ["ollama", "serve"]', "x.py", ["ollama"]),
        ('run(["docker", "exec", "ollama", "ollama", "pull", tag])', "x.py", ["ollama", "ollama"]),
        ('subprocess.run("ollama pull llama3", shell=True)', "x.py", ["ollama pull llama3"]),
        ('os.system("systemctl restart ollama")', "x.py", ["systemctl restart ollama"]),
        ('shutil.which("ollama")', "x.py", ["ollama"]),
        ("spawn('ollama', ['serve'])", "x.js", ["ollama"]),
        ("execSync(`ollama rm ${name}`)", "x.ts", ["ollama rm ${name}"]),
        ('exec.Command("ollama", "serve")', "x.go", ["ollama"]),
    ],
)
def test_command_lines(source: str, path: str, texts: list[str]):
    assert some(source, path) == [("cli-command", "change", text) for text in texts]


@pytest.mark.parametrize(
    ("source", "path"),
    [("if line.startswith('ollama run '): ...", "x.py"), ("if (text.includes('ollama pull')) go()", "x.js")],
)
def test_a_text_that_is_compared_with_a_command_runs_none(source: str, path: str):
    assert [found[:2] for found in some(source, path)] == [("string", "text")]


def test_a_title_that_reads_like_a_command_is_none():
    assert some("const node = { name: { value: 'Ollama Pull' } }", "x.js") == [("string", "text", "Ollama Pull")]


# -- tests


def test_targets_of_mocks():
    source = """@patch("ollama.chat")
@patch("app.services.llm.requests.post")
@patch("app.ollama.requests.post")
@patch("app.main.check_ollama")
def test_it(check, post): ...
"""
    assert some(source, "tests/test_it.py") == [
        ("test-mock", "change", "ollama.chat"),
        ("test-mock", "change", "app.ollama.requests.post"),
        ("test-mock", "text", "app.main.check_ollama"),
    ]
    assert some("vi.mock('ollama')\njest.mock('../src/services/ollama')\n", "a.test.ts") == [
        ("test-mock", "change", "ollama"),
        ("test-mock", "text", "../src/services/ollama"),
    ]


def test_what_a_test_expects_changes_with_the_code():
    source = 'assert str(error) == "Could not connect to Ollama at http://localhost:11434"\nassert called("http://localhost:11434/api/chat")\n'
    assert audited(source, "tests/test_it.py") == [URL, URL, ("endpoint", "change", "/api/chat")]


# -- what people read


@pytest.mark.parametrize(
    ("source", "path", "kind"),
    [
        ('log.info("Ollama is up")', "x.py", "log-text"),
        ('raise ValueError("no answer from Ollama")', "x.py", "log-text"),
        ("throw new Error('Is Ollama running?')", "x.ts", "log-text"),
        ("res.status(502).json({ error: 'Ollama 服务错误' })", "x.js", "log-text"),
        ("log('Ollama')", "x.js", "log-text"),
        ("const item = { text: 'Ollama', link: '/x' }", "x.ts", "ui-text"),
        ("toast.error('测试Ollama连接失败')", "x.ts", "ui-text"),
        ("parser.add_argument('--url', help='where Ollama runs')", "x.py", "ui-text"),
        ("const el = <p>Start Ollama first</p>", "x.tsx", "ui-text"),
        ("const el = <Card title=\"Ollama settings\" />", "x.tsx", "ui-text"),
        ("<template><p>Start Ollama first</p></template>", "x.vue", "ui-text"),
        ("<template><input :placeholder=\"busy ? '' : 'Ask Ollama'\"></template>", "x.vue", "ui-text"),
        ("<p>Start Ollama first</p>", "x.svelte", "ui-text"),
        ("<title>Ollama chat</title>", "x.html", "ui-text"),
        ("it('asks Ollama', () => {})", "x.test.ts", "string"),
        ('return "Ollama said no"', "x.py", "string"),
        ('raise Retry(f"no answer from Ollama {x}")', "x.py", "log-text"),
        ("run({ terminalName: 'Start Ollama' })", "x.ts", "string"),
        ("export default { hello: 'Ask Ollama' }", "src/locales/de.ts", "i18n"),
        ("export default { hello: 'Ask Ollama' }", "src/lang/de.ts", "i18n"),
    ],
)  # fmt: skip
def test_texts(source: str, path: str, kind: str):
    assert [(found, need) for found, need, _ in audited(source, path)] == [(kind, "text")]


def test_an_address_inside_a_sentence_is_told_and_not_used():
    assert audited("const e = { error: 'Make sure Ollama is running on localhost:11434.' }", "a.ts") == [
        ("log-text", "text", "Make sure Ollama is running on localhost:11434.")
    ]
    assert audited("os.system('curl -s http://localhost:11434/api/tags')") == [URL, ("endpoint", "change", "/api/tags")]


def test_markup_of_pages():
    source = """<meta http-equiv="Content-Security-Policy" content="connect-src 'self' http://localhost:11434">
<a href="https://ollama.com" class="ollama-link">Get it</a><label for="ollama">x</label><option value="ollama">Ollama</option>
<script type="text/html" data-help-name="ollama-help"><p>Ask Ollama</p></script>
"""
    assert audited(source, "a.html") == [
        ("csp", "change", "http://localhost:11434"),
        ("string", "text", "https://ollama.com"),
        ("string", "text", "ollama-link"),
        ("string", "text", "ollama"),
        ("provider-id", "decide", "ollama"),
        ("ui-text", "text", "Ollama"),
        ("string", "text", "ollama-help"),
        ("ui-text", "text", "Ask Ollama"),
    ]


def test_a_request_of_a_back_end_that_says_ollama_is_to_ollama():
    source = 'class OllamaService:\n    async def ask(self):\n        return await self._client.post("/api/chat", json={})\n'
    assert ("endpoint", "change", "/api/chat") in audited(source)
    assert [kind for kind, _, _ in audited(source, "tests/test_service.py")].count("endpoint") == 0
    assert [kind for kind, _, _ in audited(source.replace("Ollama", "Model"))] == []


def test_a_route_of_the_programs_own_is_no_endpoint():
    source = '# the ollama api\n@app.post("/api/chat")\nasync def chat(): ...\n'
    assert [kind for kind, _, _ in audited(source)] == ["comment"]
