"""The survey: what a whole repository uses of Ollama, and what a migration has to decide."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path, PurePosixPath

import pytest
from surveying import places, surveyed, values

from migrate_vllm.facts.models import lookup
from migrate_vllm.model import Report
from migrate_vllm.report.survey import survey_page
from migrate_vllm.survey import Repository, Survey, survey_of, words
from migrate_vllm.survey.nouns import Code, ModelUse, Scope, Server, Setting, Variable
from migrate_vllm.survey.servers import line

APP = Path(__file__).parent.parent / "fixtures" / "apps" / "lab_assistant"
EXPECTED = Path(__file__).parent / "expected"

CHAT = """
    import os
    import ollama

    MODEL = os.getenv("LLM_MODEL", "qwen3:8b")
    client = ollama.Client(host=os.getenv("LLM_SERVER", "http://localhost:11434"))

    def ask(messages, tools):
        return client.chat(model=MODEL, messages=messages, tools=tools, options={"num_ctx": 8192, "temperature": 0.2})
"""


def test_a_model_is_told_with_what_it_is_used_for_and_where_it_is_named() -> None:
    survey = surveyed({"app/ask.py": CHAT, ".env": "LLM_MODEL=qwen3:8b\n", "pull.sh": "ollama pull qwen3:8b\n"})
    assert survey.models == (
        ModelUse("qwen3:8b", lookup("qwen3:8b"), Scope.APP, ("chat", "tools"), ("LLM_MODEL",), places(".env:1", "app/ask.py:4", "pull.sh:1")),
    )


def test_options_have_their_values_and_the_largest_context_becomes_a_flag() -> None:
    survey = surveyed({"app/ask.py": CHAT, "Modelfile": "FROM qwen3:8b\nPARAMETER num_ctx 16384\n"})
    assert survey.settings == (
        Setting("temperature", values("0.2 app/ask.py:8"), places("app/ask.py:8")),
        Setting("num_ctx", values("8192 app/ask.py:8"), places("app/ask.py:8")),
    )
    assert survey.context == values("16384 Modelfile:2", "8192 app/ask.py:8")
    assert [line(server) for server in survey.servers] == [
        "vllm serve Qwen/Qwen3-8B --served-model-name Qwen/Qwen3-8B qwen3:8b --port 8000 --max-model-len 16384"
        " --enable-auto-tool-choice --tool-call-parser hermes --reasoning-parser qwen3"
    ]


def test_whoever_rewrites_asks_for_a_variable_and_for_the_server_of_a_tag() -> None:
    survey = surveyed({"app/ask.py": CHAT})
    variable, server = survey.variable("LLM_MODEL"), survey.server_of("qwen3:8b")
    assert variable is not None
    assert variable.reads == places("app/ask.py:4")
    assert server is survey.servers[0]
    assert (survey.variable("OTHER"), survey.server_of("phi4")) == (None, None)


def test_variables_are_told_by_what_they_hold_not_by_what_they_are_called() -> None:
    survey = surveyed({"app/ask.py": CHAT, ".env": "LLM_SERVER=http://gpu:11434\nLOG_LEVEL=debug\n"})
    assert survey.variables == (
        Variable(
            "LLM_SERVER", "address", values("http://gpu:11434 .env:1"), places("app/ask.py:5"), values("http://localhost:11434 app/ask.py:5"),
            followed=True, into=("address",),
        ),
        Variable("LLM_MODEL", "model", (), places("app/ask.py:4"), values("qwen3:8b app/ask.py:4"), followed=True, into=("model",)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "path, text, defined",
    [
        (".env", "export OLLAMA_MODEL='phi4'  # small\n", "phi4 .env:1"),
        ("Makefile", "OLLAMA_MODEL ?= phi4\n", "phi4 Makefile:1"),
        ("Dockerfile", "FROM python:3.12\nENV A=b \\\n    OLLAMA_MODEL=phi4\n", "phi4 Dockerfile:3"),
        ("compose.yml", "services:\n  app:\n    environment:\n      - OLLAMA_MODEL=phi4\n", "phi4 compose.yml:4"),
        ("compose.yml", "services:\n  app:\n    environment:\n      OLLAMA_MODEL: ${MODEL:-phi4}\n", "phi4 compose.yml:4"),
        ("k8s.yaml", "kind: Deployment\nenv:\n  - name: OLLAMA_MODEL\n    value: phi4\n", "phi4 k8s.yaml:4"),
        (".github/workflows/ci.yml", "env:\n  OLLAMA_MODEL: phi4\n", "phi4 .github/workflows/ci.yml:2"),
    ],
)
def test_a_variable_is_set_in_every_kind_of_file(path: str, text: str, defined: str) -> None:
    survey = surveyed({path: text})
    assert [variable.definitions for variable in survey.variables] == [values(defined)]


def test_what_is_set_to_itself_is_read_and_not_set() -> None:
    survey = surveyed({"start.sh": 'OLLAMA_MODEL="${OLLAMA_MODEL:-phi4}"\nollama pull "$OLLAMA_MODEL"\n'})
    assert survey.variables == (Variable("OLLAMA_MODEL", "model", (), places("start.sh:1", "start.sh:2"), values("phi4 start.sh:1"), followed=True),)


def test_secrets_never_get_into_a_survey() -> None:
    survey = surveyed({".env": "OLLAMA_API_KEY=sk-verysecret\nOLLAMA_BASE_URL=http://user:hunter2@gpu:11434\n", "a.py": "import ollama\n"})
    assert "verysecret" not in repr(survey)
    assert "hunter2" not in repr(survey)


def test_an_embedding_model_has_a_server_of_its_own_that_pools() -> None:
    survey = surveyed(
        {
            "a.py": """
            import ollama
            ollama.chat(model="llama3.2:3b", messages=[])
            ollama.embed(model="nomic-embed-text", input="x")
            """
        }
    )
    assert [(server.tags, line(server)) for server in survey.servers] == [
        (("llama3.2:3b",), "vllm serve meta-llama/Llama-3.2-3B-Instruct --served-model-name meta-llama/Llama-3.2-3B-Instruct llama3.2:3b --port 8000"),
        (
            ("nomic-embed-text",),
            "vllm serve nomic-ai/nomic-embed-text-v1.5 --served-model-name nomic-ai/nomic-embed-text-v1.5 nomic-embed-text --port 8001"
            " --runner pooling --trust-remote-code",
        ),
    ]


def test_a_model_that_nobody_knows_is_a_decision() -> None:
    survey = surveyed({"a.py": 'import ollama\nollama.chat(model="my-own:7b", messages=[])\n'})
    assert survey.servers == (Server(("my-own:7b",), None, 8000, (), ("no known counterpart: choose a Hugging Face repository",)),)
    assert survey.decisions == ("my-own:7b: no known counterpart: choose a Hugging Face repository",)


def test_models_of_tests_and_of_ci_want_no_server() -> None:
    survey = surveyed(
        {
            "a.py": 'import ollama\nollama.chat(model="qwen3:8b", messages=[])\n',
            "tests/test_a.py": 'import ollama\nollama.chat(model="phi4", messages=[])\n',
            ".github/workflows/ci.yml": "env:\n  OLLAMA_MODEL: qwen3:0.6b\n",
        }
    )
    assert [(use.tag, use.scope) for use in survey.models] == [("qwen3:8b", Scope.APP), ("qwen3:0.6b", Scope.CI), ("phi4", Scope.TEST)]
    assert [server.tags for server in survey.servers] == [("qwen3:8b",)]


def test_a_model_of_another_provider_wants_no_server() -> None:
    survey = surveyed({"a.py": 'import ollama\nollama.chat(model=os.getenv("M", "ibm/granite-13b"), messages=[])\nimport os\n'})
    assert survey.servers == ()
    assert "ibm/granite-13b: no tag of Ollama's library, so another provider's or a Hugging Face id; does Ollama serve it at all?" in survey.decisions


def test_a_model_that_is_only_named_is_asked_about() -> None:
    survey = surveyed({"app/ask.py": CHAT, "pull.sh": "ollama pull phi4\n"})
    assert [(use.tag, use.uses) for use in survey.models] == [("qwen3:8b", ("chat", "tools")), ("phi4", ())]
    assert "phi4: named (pull.sh:1), but no request was seen: used at all?" in survey.decisions


def test_a_model_that_chats_can_not_embed_on_the_same_server() -> None:
    survey = surveyed({"a.py": 'import ollama\nollama.embed(model="qwen3:8b", input="x")\nollama.chat(model="qwen3:8b", messages=[])\n'})
    assert [server.notes for server in survey.servers] == [
        ("asked for vectors as well: they want an embedding model, or a second server of this one (--runner pooling)",)
    ]


def test_requests_with_any_model_count_for_every_server() -> None:
    survey = surveyed(
        {
            "a.py": """
            import ollama
            def ask(model, tools):
                return ollama.chat(model=model, messages=[], tools=tools)
            """,
            ".env": "OLLAMA_MODEL=qwen3:8b\n",
        }
    )
    assert survey.open_uses == ("chat", "tools")
    assert "--tool-call-parser" in survey.servers[0].command


def test_the_port_that_the_program_listens_on_is_left_to_it() -> None:
    survey = surveyed({"app/ask.py": CHAT, "compose.yml": 'services:\n  app:\n    ports:\n      - "8000:8000"\n'})
    assert survey.port_taken == places("compose.yml:4")
    assert [server.port for server in survey.servers] == [8001]


@pytest.mark.parametrize("text", ["BACKEND_URL=http://localhost:8000\n", "# uvicorn --port 8000\n", "SIZE=18000\n", "vllm serve X --port 8000\n"])
def test_a_port_that_is_only_called_is_not_taken(text: str) -> None:
    assert surveyed({"app/ask.py": CHAT, "start.sh": text}).port_taken == ()


def test_defaults_that_differ_and_variables_that_nobody_reads_are_decisions() -> None:
    survey = surveyed(
        {
            "a.py": 'import os, ollama\nollama.chat(model=os.getenv("M", "phi4"), messages=[])\n',
            "b.py": 'import os, ollama\nollama.chat(model=os.getenv("M", "phi3"), messages=[])\n',
            ".env": "OLLAMA_CHAT_MODEL=phi4\n",
        }
    )
    assert [said for said in survey.decisions if "_MODEL" in said or said.startswith("M ")] == [
        "M has different defaults: phi4 (a.py:2), phi3 (b.py:2)",
        "OLLAMA_CHAT_MODEL is set (.env:1) and nothing reads it",
    ]


def test_a_container_may_have_another_address_than_a_workstation() -> None:
    survey = surveyed({"app/ask.py": CHAT, "compose.yml": "services:\n  app:\n    environment:\n      LLM_SERVER: http://ollama:11434\n"})
    assert not [said for said in survey.decisions if "different defaults" in said]


def test_a_context_that_is_worked_out_is_a_decision() -> None:
    survey = surveyed({"a.py": 'import ollama\nollama.chat(model="phi4", messages=m, options={"num_ctx": len(m)})\n'})
    assert survey.settings == (Setting("num_ctx", (), places("a.py:2"), places("a.py:2")),)
    assert "num_ctx is worked out while the program runs (a.py:2), --max-model-len is not" in survey.decisions


def test_features_are_told_by_what_requests_bring() -> None:
    survey = surveyed(
        {
            "a.py": """
            import ollama
            ollama.chat(model="qwen3:8b", messages=[{"role": "user", "content": "?", "images": [x]}], think=False, stream=True, format="json")
            ollama.generate(model="qwen3:8b", prompt="x", raw=True, keep_alive="5m")
            ollama.pull("qwen3:8b")
            """,
            "package.json": '{"type": "module"}',
            "compose.yml": "services:\n  ollama:\n    image: ollama/ollama\n    environment:\n      OLLAMA_ORIGINS: https://lab.example\n",
        }
    )
    assert [(feature.name, feature.becomes, feature.places) for feature in survey.features] == [
        ("chat", "/v1/chat/completions", places("a.py:2")),
        ("generate", "/v1/chat/completions", places("a.py:3")),
        ("streaming", "server-sent events", places("a.py:2")),
        ("thinking switched off", "chat_template_kwargs", places("a.py:2")),
        ("JSON mode", "response_format", places("a.py:2")),
        ("images", "messages[].content", places("a.py:2")),
        ("raw of generate", "prompt", places("a.py:3")),
        ("keep_alive", "", places("a.py:3")),
        ("model administration", "", places("a.py:4")),
        ("CORS", "--allowed-origins", places("compose.yml:5")),
        ("compose", "vllm/vllm-openai", places("compose.yml:2", "compose.yml:3")),
    ]
    assert survey.servers[0].command[-2:] == ("--allowed-origins", '["https://lab.example"]')


def test_the_program_is_told_by_its_files() -> None:
    survey = surveyed(
        {"backend/app/__init__.py": "", "backend/app/ask.py": CHAT, "web/package.json": '{"type": "module"}', "web/a.ts": "", "web/b.vue": "", "web/c.cjs": ""}
    )
    assert survey.code == Code(
        (("python", 2), ("javascript", 1), ("typescript", 1), ("vue", 1)), ("Python", "ESM", "CommonJS"), (PurePosixPath("backend"), PurePosixPath("web"))
    )


def test_a_repository_without_ollama_has_an_empty_survey_and_an_empty_page() -> None:
    assert replace(surveyed({}), decisions=()) == Survey()
    assert survey_page(Survey()) == ""


def test_a_survey_is_made_of_tuples_alone() -> None:
    def check(value: object) -> None:
        if is_dataclass(value) and not isinstance(value, type):
            for each in fields(value):
                check(getattr(value, each.name))
            hash(value)
        elif isinstance(value, tuple):
            for item in value:
                check(item)
        else:
            assert isinstance(value, str | int | float | bool | PurePosixPath | None), type(value)

    check(surveyed({"app/ask.py": CHAT, ".env": "LLM_MODEL=qwen3:8b\n"}))


def test_without_an_analysis_the_names_still_tell() -> None:
    assert words(Report((), 0), ()) == {"ollama", "num_ctx", "8000"}
    assert survey_of(Report((), 0), (), Repository()).decisions == (
        "no model is named: whoever installs or uses the program chooses it, and the server must be started with it",
    )


# -- the page


def _lab_assistant() -> Survey:
    texts = {path.relative_to(APP).as_posix(): path.read_text("utf-8") for path in sorted(APP.rglob("*")) if _is_source(path)}
    return surveyed(texts)


def _is_source(path: Path) -> bool:
    return path.is_file() and not {"node_modules", "__pycache__", "dist", ".pytest_cache"} & set(path.parts) and path.name != "package-lock.json"


@pytest.mark.parametrize("width", [80, 100, 140])
def test_the_page_of_the_example_is_as_recorded(width: int, pytestconfig: pytest.Config) -> None:
    """`--record` writes it anew: read it as its reader would."""
    page = survey_page(_lab_assistant(), width)
    file = EXPECTED / f"survey_{width}.txt"
    if pytestconfig.getoption("--record", default=False):
        file.parent.mkdir(exist_ok=True)
        file.write_text(page, "utf-8")
    assert page == file.read_text("utf-8")


def test_colour_changes_nothing_but_the_colour() -> None:
    survey = _lab_assistant()
    assert re.sub(r"\x1b\[[\d;]*m", "", survey_page(survey, 100, color=True)) == survey_page(survey, 100)


def test_what_a_file_says_never_reaches_the_terminal_as_a_command() -> None:
    survey = surveyed({"a.py": 'import ollama\nollama.chat(model="\x1b[31mx:7b", messages=[])\n', ".env": "OLLAMA_MODEL=\x1b]0;x\x07y\n"})
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", survey_page(survey))
