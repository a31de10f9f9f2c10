"""One report, built by hand: every need, evidence, exemption and kind of place that a renderer must show."""

from __future__ import annotations

from pathlib import PurePosixPath

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import (
    Codemod,
    Evidence,
    Excerpt,
    Exemption,
    Need,
    Reference,
    Region,
    Remark,
    Report,
    Signs,
    Skipped,
    Step,
)


def reference(
    path: str,
    line: int,
    source: str,
    kind: str,
    *,
    text: str,
    codemod: str = "",
    need: Need | None = None,
    message: str = "",
    why: tuple[Step, ...] = (),
    exemption: Exemption | None = None,
) -> Reference:
    """`source` is the line, with the reference between `«` and `»`."""
    before, rest = source.split("«")
    marked, after = rest.split("»")
    return Reference(
        path=PurePosixPath(path),
        region=_region(line, before, marked),
        kind=kind,
        need=need or KINDS[kind].need,
        text=text,
        message=message or _MESSAGES[kind],
        excerpt=Excerpt(before + marked + after, len(before), len(before) + len(marked)),
        codemod=codemod,
        evidence=Evidence.FLOW if why else Evidence.NAME,
        why=why,
        fingerprint=f"{kind}-{path.encode('utf-8', 'surrogateescape').hex()[-12:]}-{line}-{len(before)}",
        exemption=exemption,
    )


def _region(line: int, before: str, marked: str) -> Region:
    column, end = len(before) + 1, len(before) + len(marked) + 1
    return Region(line, column, line, end, _utf16(before) + 1, _utf16(before + marked) + 1)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_MESSAGES = {
    "import": "Imports the Ollama client. `from openai import OpenAI` takes its place.",
    "sdk-call": "Calls the model. `client.chat.completions.create`; options move into `extra_body`.",
    "model-tag": "A model tag. The Hugging Face id of the same model, or the old tag if the server answers to it.",
    "comment": "A comment. Nothing breaks; it is out of date after the migration.",
    "env-read": "Reads `OLLAMA_HOST`. `VLLM_BASE_URL` takes its place and ends in `/v1`.",
    "compose-image": "The Ollama image. `vllm/vllm-openai` with the model and flags as its command.",
    "compose-port": "Publishes Ollama's port. Container port 8000.",
    "documentation": "Prose. Nothing breaks; instructions are wrong after the migration.",
    "file-name": "The name of a file. Works as it is.",
    "lock-entry": "An entry of a lock file. Made anew by the package manager.",
    "cli-command": "Runs `ollama pull`. Nothing: vLLM loads the model that it is started with.",
    "endpoint": "Names `/api/tags`. `/v1/models`, with another response.",
}

CODEMODS = (
    Codemod("ollama_python", "The `ollama` package for Python", ("python",), Signs(), rewrite=lambda: None),
    Codemod("compose", "Compose files", ("yaml",), Signs()),
)

_CHAT = PurePosixPath("app/chat.py")
_RESPONSE = (Step(_CHAT, 9, "response of ollama.chat"), Step(_CHAT, 11, "iterated: a chunk of the stream"))

REFERENCES = (
    reference("app/chat.py", 1, "«import ollama»", "import", text="import ollama", codemod="ollama_python"),
    reference(
        "app/chat.py",
        9,
        '    stream = «ollama.chat»(model="llama3.1:8b", messages=history, stream=True)',
        "sdk-call",
        text="ollama.chat",
        codemod="ollama_python",
    ),
    reference(
        "app/chat.py",
        9,
        '    stream = ollama.chat(model="«llama3.1:8b»", messages=history, stream=True)',
        "model-tag",
        text="llama3.1:8b",
        need=Need.DECIDE,
    ),
    reference(
        "app/chat.py",
        12,
        '        show(«part["message"]["content"]»)',
        "sdk-call",
        text='part["message"]["content"]',
        codemod="ollama_python",
        why=_RESPONSE,
        message="Reads the text of a chunk. With the OpenAI SDK it is `part.choices[0].delta.content or ''`.",
    ),
    reference("app/chat.py", 20, "# «ollama» drops long histories", "comment", text="ollama drops long histories"),
    reference("app/config.py", 3, 'MODEL = "«llama3.1:8b»"', "model-tag", text="llama3.1:8b", need=Need.DECIDE),
    reference(
        "app/config.py",
        4,
        'HOST = os.environ.get("«OLLAMA_HOST»", "http://localhost:11434")',
        "env-read",
        text="OLLAMA_HOST",
        codemod="ollama_python",
    ),
    reference(
        "docker-compose.yml",
        4,
        "    image: «ollama/ollama:0.6.2»",
        "compose-image",
        text="ollama/ollama:0.6.2",
        codemod="compose",
    ),
    reference(
        "docker-compose.yml",
        9,
        '      - "«11434:11434»"',
        "compose-port",
        text="11434:11434",
        codemod="compose",
    ),
    reference(
        "docs/é t#1.md", 2, "🦙🦙 run `«ollama serve»` | **first** ]]> </script>", "documentation", text="ollama serve"
    ),
    reference("ollama_notes.txt", 0, "«ollama_notes.txt»", "file-name", text="ollama_notes.txt"),
    reference("package-lock.json", 310, '    "node_modules/«ollama»": {', "lock-entry", text="ollama"),
    reference(
        "scripts/pull.sh",
        7,
        "«ollama pull» llama3.1",
        "cli-command",
        text="ollama pull",
        exemption=Exemption("baseline", "known since 2026-03"),
    ),
    reference("web/b\udcffd.ts", 5, 'fetch(base + "«/api/tags»")', "endpoint", text="/api/tags"),
)

REPORT = Report(
    references=REFERENCES,
    scanned=41,
    skipped=(
        Skipped(PurePosixPath("assets/logo.png"), "binary"),
        Skipped(PurePosixPath("secrets/prod.env"), "permission denied", incomplete=True),
    ),
    remarks=(Remark(PurePosixPath("app/broken.py"), 14, "parse-error", "from here on matched as text only"),),
    codemods=CODEMODS,
    seconds=0.42,
)

EMPTY = Report(references=(), scanned=41)
