from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.masking import mask, mask_spans, masked
from migrate_vllm.model import Excerpt

HIDDEN = [
    # dotenv, shell, Dockerfile
    ("OLLAMA_API_KEY=abc", "OLLAMA_API_KEY=***"),
    ("OLLAMA_API_KEY=abc # mine", "OLLAMA_API_KEY=*** # mine"),
    ("OLLAMA_API_KEY = abc", "OLLAMA_API_KEY = ***"),
    ("export X_TOKEN='a b c'", "export X_TOKEN='***'"),
    ("DB_PASSWORD=a,b;c&d", "DB_PASSWORD=***"),
    ("DB_PASS=hunter2", "DB_PASS=***"),
    ("SECRET_KEY_BASE=hunter", "SECRET_KEY_BASE=***"),
    ("API_KEY_2=abc", "API_KEY_2=***"),
    ("OPENAI_API_KEYS=abc,def", "OPENAI_API_KEYS=***"),
    ("KEY=abc", "KEY=***"),
    ("X_TOKEN=abc ollama serve", "X_TOKEN=*** ollama serve"),
    ("X_TOKEN=abc; ollama serve", "X_TOKEN=***; ollama serve"),
    ("ENV OLLAMA_API_KEY abc", "ENV OLLAMA_API_KEY ***"),
    ("ENV OLLAMA_API_KEY=abc OLLAMA_HOST=0.0.0.0", "ENV OLLAMA_API_KEY=*** OLLAMA_HOST=0.0.0.0"),
    ("ARG HF_TOKEN=abc", "ARG HF_TOKEN=***"),
    ("setx OLLAMA_API_KEY abc", "setx OLLAMA_API_KEY ***"),
    ("set -gx OLLAMA_API_KEY abc", "set -gx OLLAMA_API_KEY ***"),
    ('$env:OLLAMA_API_KEY = "abc"', '$env:OLLAMA_API_KEY = "***"'),
    ("app --api-key abc --model x", "app --api-key *** --model x"),
    ("app --api-key=abc --model x", "app --api-key=*** --model x"),
    ("kubectl create secret generic x --from-literal=password=abc", "kubectl create secret generic x --from-literal=password=***"),
    ('curl -H "Authorization: Bearer abc" http://o:11434', 'curl -H "Authorization: Bearer ***" http://o:11434'),
    ("curl -s -u me:abc http://o:11434/api/tags", "curl -s -u *** http://o:11434/api/tags"),
    ("KEY_PASSWORD=${X:-abc}", "KEY_PASSWORD=${X:-***}"),
    ("- OLLAMA_API_KEY=${OLLAMA_API_KEY:-abc}", "- OLLAMA_API_KEY=${OLLAMA_API_KEY:-***}"),
    ("echo ${OLLAMA_API_KEY:-abc} ${OLLAMA_HOST:-ollama}", "echo ${OLLAMA_API_KEY:-***} ${OLLAMA_HOST:-ollama}"),
    # YAML, TOML, INI, properties
    ("  api_key: ollama", "  api_key: ***"),
    ("  OLLAMA_API_KEY: abc  # mine", "  OLLAMA_API_KEY: ***  # mine"),
    ("password: correct horse battery", "password: ***"),
    ("password: 12345678", "password: ***"),
    ("token: a1b2c3d4", "token: ***"),
    ("- {name: OLLAMA_API_KEY, value: abc}", "- {name: OLLAMA_API_KEY, value: ***}"),
    ("[auth]\npassword = hunter2\n", "[auth]\npassword = ***\n"),
    ("spring.ai.ollama.api-key=abc", "spring.ai.ollama.api-key=***"),
    ("api-key=${OLLAMA_API_KEY:abc}", "api-key=${OLLAMA_API_KEY:***}"),
    # JSON, XML
    ('"apiKey": "abc"', '"apiKey": "***"'),
    ('{"api_key":"a\\"b","model":"x"}', '{"api_key":"***","model":"x"}'),
    ('"{\\"api_key\\": \\"abc\\"}"', '"{\\"api_key\\": \\"***\\"}"'),
    ('{"name": "OLLAMA_API_KEY", "value": "abc"}', '{"name": "OLLAMA_API_KEY", "value": "***"}'),
    ('<add key="ApiKey" value="abc" />', '<add key="ApiKey" value="***" />'),
    ("<apiKey>abc</apiKey>", "<apiKey>***</apiKey>"),
    # code
    ('Client(api_key="ollama", host=h)', 'Client(api_key="***", host=h)'),
    ('api_key: str = "abc"', 'api_key: str = "***"'),
    ('api_key: str | None = "abc"', 'api_key: str | None = "***"'),
    ("const apiKey: string = 'abc';", "const apiKey: string = '***';"),
    ("{ apiKey: `abc`, x }", "{ apiKey: `***`, x }"),
    ('os.environ["OLLAMA_API_KEY"] = "abc"', 'os.environ["OLLAMA_API_KEY"] = "***"'),
    ('os.environ.setdefault("OLLAMA_API_KEY", "abc")', 'os.environ.setdefault("OLLAMA_API_KEY", "***")'),
    ('os.getenv("OLLAMA_API_KEY", "abc")', 'os.getenv("OLLAMA_API_KEY", "***")'),
    ('os.getenv("OLLAMA_API_KEY") or "abc"', 'os.getenv("OLLAMA_API_KEY") or "***"'),
    ("process.env.OLLAMA_API_KEY || 'abc'", "process.env.OLLAMA_API_KEY || '***'"),
    ("process.env.OLLAMA_API_KEY ?? 'abc'", "process.env.OLLAMA_API_KEY ?? '***'"),
    ("headers.set('Authorization', 'Bearer abc')", "headers.set('Authorization', 'Bearer ***')"),
    ("headers={'Authorization': 'Bearer abc'}", "headers={'Authorization': 'Bearer ***'}"),
    ("'api_key' => 'abc',", "'api_key' => '***',"),
    ('if password == "abc":', 'if password == "***":'),
    ('f(password=b"abc")', 'f(password=b"***")'),
    ('api_key: SecretStr = Field(default="abc")', 'api_key: SecretStr = Field(default="***")'),
    ('api_key: str = Field("abc", min_length=1)', 'api_key: str = Field("***", min_length=1)'),
    # cropped in the middle of the value
    ('api_key="abcdef', 'api_key="***'),
    # URLs
    ("http://user:pass@ollama:11434", "http://***@ollama:11434"),
    ("http://user:p@ss@ollama:11434/api", "http://***@ollama:11434/api"),
    ("url=postgres://${U:-me}:${P:-abc}@db:5432/x", "url=postgres://***@db:5432/x"),
    ("https://abc@sentry.example/1", "https://***@sentry.example/1"),
    ("http://o/api?token=abc&x=1", "http://o/api?token=***&x=1"),
    ("http://o/api?x=1&key=abc", "http://o/api?x=1&key=***"),
    # shapes
    ("x = 'sk-proj-abcdefghij0123456789'", "x = '***'"),
    ("see hf_abcdefghijklmnopqrstuv there", "see *** there"),
    ("ghp_abcdefghijklmnopqrstuv0123", "***"),
    ("xoxb-1234567890-abcdef", "***"),
    ("AKIAABCDEFGHIJKLMNOP", "***"),
    ("t(eyJhbGciOiJI.eyJzdWIiOiIx.sig_na-ture)", "t(***)"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIab\ncd==\n-----END RSA PRIVATE KEY-----",
     "-----BEGIN RSA PRIVATE KEY-----\n***\n***\n-----END RSA PRIVATE KEY-----"),
]  # fmt: skip

STAYS = [
    "OLLAMA_API_KEY",
    "OLLAMA_API_KEY=",
    'OLLAMA_API_KEY=""',
    "OLLAMA_API_KEY=${OLLAMA_API_KEY}",
    "OLLAMA_API_KEY=$OLLAMA_API_KEY",
    "OLLAMA_API_KEY=${OLLAMA_API_KEY:?must be set}",
    "OLLAMA_API_KEY=$(cat /run/secrets/key)",
    "OLLAMA_API_KEY: ${{ secrets.OLLAMA_API_KEY }}",
    "api_key: {{ .Values.apiKey }}",
    "OLLAMA_API_KEY=<your key>",
    'api_key=os.getenv("OLLAMA_API_KEY")',
    'api_key = os.environ["OLLAMA_API_KEY"]',
    'API_KEY = os.environ.get("OLLAMA_API_KEY", "")',
    "apiKey: process.env.OLLAMA_API_KEY,",
    "apiKey: import.meta.env.VITE_KEY",
    "apiKey: this.config.apiKey",
    "Client(api_key=api_key, token=self.token)",
    "const apiKey = await readKey();",
    "private apiKey: string;",
    "api_key: str",
    "api_key: Optional[str] = None",
    "api_key: SecretStr | None = None",
    "apiKey: null",
    "password: true",
    '"private": true,',
    "headers={'Authorization': f'Bearer {token}'}",
    "Authorization: `Bearer ${token}`",
    '"Authorization": "Bearer " + token',
    "Bearer authentication is not needed for Ollama",
    "keep_alive=300",
    'keep_alive: "5m"',
    "tokenizer = 'llama'",
    "max_tokens: 4096",
    "num_tokens=12",
    "<li key={m.name}>",
    "{ key: 'ollama', label: 'Ollama' }",
    "primary_key=True",
    "primaryKey: 'id'",
    "keyboard: 'us'",
    "monkey = 'x'",
    "monkeypatch.setattr('ollama.chat', fake)",
    "STORAGE_KEY = 'ollama-settings'",
    "for token in stream:",
    "token = chunk['message']['content']",
    "token = chunk.message.content",
    "token = chunk",
    "token = part.get('response', '')",
    "yield token",
    "apiTokenKey: 'OPENAI_API_KEY',",
    'print("token:", chunk)',
    'api_key: str = Field(default="", description="Key for Ollama")',
    "tokens = response.eval_count",
    "tokens => tokens.length",
    "eos_token: '</s>'",
    "Token: the unit that Ollama counts",
    "author: Ollama",
    "AUTH_URL=http://ollama:11434",
    "PASSWORD_FILE=/run/secrets/x",
    "http://ollama:11434/api/chat",
    "https://unpkg.com/ollama@0.5.0/dist",
    "git+ssh://git@github.com/x/y",
    "http://${USER}:${PASS}@ollama:11434",
    "docker run -u 1000:1000 ollama/ollama",
    "task-with-a-very-long-name-1234567890",
    "from ollama import Client",
    "compass: north",
    "a == b",
]


@pytest.mark.parametrize(("text", "expected"), HIDDEN, ids=[text for text, _ in HIDDEN])
def test_a_secret_is_hidden(text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize("text", STAYS)
def test_what_is_no_secret_stays(text: str) -> None:
    assert mask(text) == text


def test_the_span_of_an_excerpt_moves_with_its_text() -> None:
    text = "OLLAMA_API_KEY=abcdef ollama serve"
    assert masked(text, 22, 28) == Excerpt("OLLAMA_API_KEY=*** ollama serve", 19, 25)
    assert masked(text, 0, 14) == Excerpt("OLLAMA_API_KEY=*** ollama serve", 0, 14)
    assert masked(text, 16, 18) == Excerpt("OLLAMA_API_KEY=*** ollama serve", 15, 18)
    assert masked(text, 0, 34) == Excerpt("OLLAMA_API_KEY=*** ollama serve", 0, 31)


def test_an_underlined_url_keeps_its_end() -> None:
    text = "host = 'http://u:p@ollama:11434'"
    assert masked(text, 8, 31) == Excerpt("host = 'http://***@ollama:11434'", 8, 31)


def test_spans_are_those_of_the_values() -> None:
    text = "A_KEY=abc\nB_TOKEN='de'\n"
    assert [text[start:end] for start, end in mask_spans(text)] == ["abc", "de"]


PIECES = st.sampled_from(
    ["api_key", "TOKEN", "password", "=", ": ", " = ", "'", '"', "`", "\\", "$", "${", "}", "{{", "(", ")", "[", "]", ",", ";", "@",
     "://", "http", "?", "&", "key", "Bearer ", "sk-", "hf_", "eyJ", ".", "abc", "a1b2c3d4e5f6g7h8i9", "\n", "\r\n", " ", "-", "--",
     "***", "<", ">", "#", "os.getenv", "or", "||", "%", "é", "curl -u ", "value", "name", "PRIVATE KEY-----"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


@given(TEXTS)
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(TEXTS)
def test_masking_keeps_the_lines(text: str) -> None:
    once = mask(text)
    assert (once.count("\n"), once.count("\r")) == (text.count("\n"), text.count("\r"))


@given(TEXTS, st.data())
def test_a_moved_span_lies_in_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    moved = masked(text, start, end)
    assert 0 <= moved.start <= moved.end <= len(moved.text)


SECRET = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=8, max_size=40).map(lambda s: s + "7Q")
SPELLINGS = ["OLLAMA_API_KEY={}", "export A_TOKEN='{}'", '"apiKey": "{}",', "password: {}", 'f(api_key="{}")', "http://u:{}@o:11434",
             "Authorization: Bearer {}", "?token={}", "ENV HF_TOKEN={}", "const secret = '{}';", "client-secret = {}"]  # fmt: skip


@given(SECRET, st.sampled_from(SPELLINGS))
def test_no_spelling_shows_the_secret(secret: str, spelling: str) -> None:
    assert secret not in mask("x " + spelling.format(secret))


@pytest.mark.parametrize("piece", ["A_KEY=$", "A_KEY=${", "a_key: X_KEY ", "a", "a-", "A_KEY=", "a_key: ", "a_key: (", "'", "a_key='", "://", "sk-", "eyJ.", "-eyJ-", "${", "x@",
                                   "Bearer ", "curl ", "?a&", "[\"a_key\"", "\\"])  # fmt: skip
def test_time_is_linear_in_the_length(piece: str) -> None:
    began = time.perf_counter()
    mask(piece * (400_000 // len(piece)))
    assert time.perf_counter() - began < 5


def test_a_password_that_reads_like_a_name_is_hidden() -> None:
    assert mask("password: Credential7Q") == "password: ***"
    assert mask("password: Secret7QxxY") == "password: ***"
    assert mask("{ apiKey: apiKey, password=DB_PASSWORD }") == "{ apiKey: apiKey, password=DB_PASSWORD }"


def test_whether_there_is_a_secret_is_none() -> None:
    assert mask("authToken: !!process.env.OLLAMA_TOKEN,") == "authToken: !!process.env.OLLAMA_TOKEN,"
    assert mask("authToken: !config.token") == "authToken: !config.token"
