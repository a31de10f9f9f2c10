"""The tables that `explain` alone reads, against the world: the installed `ollama` and `openai` packages, and what vLLM reads."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import ollama
import openai
import pytest
from openai.resources.chat.completions import Completions
from openai.resources.embeddings import Embeddings

from migrate_vllm.codemods import load
from migrate_vllm.facts import vllm
from migrate_vllm.facts.commands import COMMAND_FLAGS, COMMANDS
from migrate_vllm.facts.constructors import CLIENTS, JAVASCRIPT, PYTHON, TYPES, Constructor
from migrate_vllm.facts.differences import ERRORS
from migrate_vllm.facts.endpoints import ENDPOINTS
from migrate_vllm.facts.env import APP_VARIABLES, OWN, SERVER_VARIABLES
from migrate_vllm.facts.fate import Fate
from migrate_vllm.facts.fields import FIELDS, Side
from migrate_vllm.facts.modelfile import DIRECTIVES
from migrate_vllm.facts.options import OPTIONS, Place
from migrate_vllm.facts.serving import ANSWER_FIELDS, FLAGS, GONE, NEW_VARIABLES, PATHS, REQUEST_FIELDS
from migrate_vllm.facts.sources import ROWS, TABLES, source
from migrate_vllm.meanings_classes import CLASSES
from migrate_vllm.meanings_vllm import DIFFERENCES

SDK_ARGUMENTS = frozenset(inspect.signature(Completions.create).parameters) | frozenset(
    inspect.signature(Embeddings.create).parameters
)
REQUESTS = ("chat", "completion", "embedding")
CLIENT_ARGUMENTS = frozenset(inspect.signature(import_module("ollama._client").BaseClient.__init__).parameters)
SDK_CLIENT_ARGUMENTS = frozenset(inspect.signature(openai.OpenAI.__init__).parameters)


# -- vLLM's own names


def test_a_flag_is_named_by_its_first_spelling() -> None:
    assert [name for name in FLAGS if vllm.spellings(name)[:1] != (name,)] == []


def test_every_spelling_of_a_flag_leads_to_all_of_them() -> None:
    for name in vllm.names("flag"):
        assert name in vllm.spellings(name)
        assert all(vllm.spellings(other) == vllm.spellings(name) for other in vllm.spellings(name))
    assert vllm.spellings("-tp") == ("--tensor-parallel-size", "-tp")
    assert vllm.spellings("--enable-reasoning") == ()


@pytest.mark.parametrize(
    ("what", "name", "default"),
    [
        ("flag", "--gpu-memory-utilization", "0.92"),
        ("flag", "--port", str(vllm.PORT)),
        ("flag", "--max-model-len", ""),
        ("completion", "max_tokens", "16"),
        ("chat", "max_tokens", ""),
        ("chat", "messages", "required"),
        ("chat", "frobnicate", ""),
    ],
)
def test_a_name_has_the_default_that_vllm_gives_it(what: str, name: str, default: str) -> None:
    assert vllm.default(what, name) == default


def test_a_request_field_is_one_that_vllm_reads() -> None:
    assert [name for name in REQUEST_FIELDS if not any(name in vllm.names(sort) for sort in REQUESTS)] == []


def test_a_request_field_is_where_the_openai_sdk_takes_it() -> None:
    top = {name for name, row in REQUEST_FIELDS.items() if row.place is Place.TOP}
    assert top == REQUEST_FIELDS.keys() & SDK_ARGUMENTS
    assert {row.place for row in REQUEST_FIELDS.values()} == {Place.TOP, Place.EXTRA_BODY}


def test_an_answer_field_is_one_that_vllm_tells() -> None:
    answers = ("chat-response", "choice", "completion-choice", "message", "chunk", "delta", "embedding-response", "embedding-data", "usage")
    told = frozenset[str]().union(*map(vllm.names, answers)) | {"delta"}
    assert {segment.partition("[")[0] for path in ANSWER_FIELDS for segment in path.split(".")} <= told


def test_what_is_gone_is_gone_and_what_takes_its_place_is_there() -> None:
    assert GONE.keys() & (vllm.names("flag") | vllm.names("chat")) == set()
    assert vllm.names("removed") <= GONE.keys()
    instead = {word for row in GONE.values() for word in row.instead.split()}
    fields = {word.partition(".")[0] for word in instead if not word.startswith("-")}
    assert {word for word in instead if word.startswith("-")} <= vllm.names("flag")
    assert fields <= vllm.names("chat") | vllm.names("message")


def test_the_server_knows_none_of_the_variables_that_a_rewritten_program_reads() -> None:
    ours = {name for name in NEW_VARIABLES if name.startswith("VLLM_")}
    assert ours == {"VLLM_BASE_URL", "VLLM_EMBED_BASE_URL", "VLLM_MODEL"}
    assert ours & vllm.names("variable") == set()
    assert OWN.keys() & NEW_VARIABLES.keys() == set()


def test_the_openai_sdk_reads_its_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"OPENAI_BASE_URL", "OPENAI_API_KEY"} <= NEW_VARIABLES.keys()
    monkeypatch.setenv("OPENAI_BASE_URL", "http://vllm:8000/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "any text")
    client = openai.OpenAI()
    assert (str(client.base_url), client.api_key) == ("http://vllm:8000/v1/", "any text")


# -- clients


@pytest.mark.parametrize("name", ["Client", "AsyncClient"])
def test_a_client_has_a_row_for_each_of_its_arguments_and_each_goes_to_one_of_the_sdk(name: str) -> None:
    row = CLIENTS["ollama", name]
    assert {argument.name for argument in row.arguments} == CLIENT_ARGUMENTS - {"self", "client"}
    assert {argument.to for argument in row.arguments} <= SDK_CLIENT_ARGUMENTS
    assert hasattr(openai, row.to.removeprefix("openai."))


def test_the_sdk_wants_a_key_that_is_not_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(openai.OpenAIError):
        openai.OpenAI(api_key="", base_url="http://localhost:8000/v1")


def test_the_sdk_waits_and_retries_as_is_said() -> None:
    assert openai.DEFAULT_MAX_RETRIES == 2
    assert openai.DEFAULT_TIMEOUT.read == 600
    why = next(argument.why for argument in CLIENTS["ollama", "Client"].arguments if argument.name == "timeout")
    assert "600 seconds and retries twice" in why


def test_every_type_that_the_client_exports_has_a_row() -> None:
    assert set(ollama.__all__) - {"Client", "AsyncClient"} <= TYPES.keys()


def test_a_type_becomes_one_that_the_sdk_has() -> None:
    javascript_alone = {"openai.APIUserAbortError"}
    targets = {row.to for row in TYPES.values() if row.to} - javascript_alone
    named = [target.rpartition(".") for target in targets]
    assert [name for module, _, name in named if not hasattr(import_module(module), name)] == []


def test_an_error_named_for_a_status_is_the_sdks_error_for_it() -> None:
    for error, status in {"BadRequestError": 400, "AuthenticationError": 401, "NotFoundError": 404}.items():
        assert getattr(openai, error).__annotations__["status_code"] == f"Literal[{status}]"
        assert [row.name for row in ERRORS.values() if error in row.also and str(status) in row.also]


def test_the_clients_tool_call_has_no_id() -> None:
    assert set(ollama.Message.ToolCall.model_fields) == {"function"}
    assert "have no id" in ERRORS["tool call in history"].why


# -- frameworks


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: f"{row.library} {row.name}")
def test_a_class_is_one_that_a_codemod_finds(row: Constructor) -> None:
    signs = {module for codemod in load() for module in codemod.signs.modules}
    related = [sign for sign in signs for module in row.modules if f"{module}.".startswith(f"{sign}.") or sign.startswith(f"{module}.")]
    assert related


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: f"{row.library} {row.name}")
def test_an_argument_has_one_row_and_goes_somewhere_or_is_gone(row: Constructor) -> None:
    names = [argument.name for argument in row.arguments]
    assert len(names) == len(set(names))
    assert [a.name for a in row.arguments if (a.fate is Fate.UNSUPPORTED) != (not a.to)] == []


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: f"{row.library} {row.name}")
def test_an_argument_that_leaves_the_class_becomes_a_flag_a_variable_or_a_field_of_vllm(row: Constructor) -> None:
    for to in (argument.to for argument in row.arguments):
        holder, _, key = to.rpartition(".")
        if to.startswith("-"):
            assert to in vllm.names("flag")
        elif to.isupper():
            assert to in vllm.names("variable")
        elif holder in ("extra_body", "modelKwargs", "model_kwargs"):
            assert key in vllm.names("chat")


def test_an_option_as_an_argument_goes_where_the_option_goes() -> None:
    arguments = {argument.name: argument for row in CLASSES if row.name == "ChatOllama" and row.language == PYTHON for argument in row.arguments}
    places = {name: arguments[name].to for name in arguments.keys() & OPTIONS.keys()}
    assert places["num_predict"] == OPTIONS["num_predict"].vllm
    assert places["top_k"] == f"extra_body.{OPTIONS['top_k'].vllm}"
    assert places["num_ctx"] == OPTIONS["num_ctx"].vllm
    assert {name for name, to in places.items() if not to} == {name for name in places if OPTIONS[name].place is Place.NOWHERE}


def test_classes_of_javascript_have_arguments_in_camel_case() -> None:
    names = [argument.name for row in CLASSES if row.language == JAVASCRIPT for argument in row.arguments]
    assert [name for name in names if "_" in name] == []


# -- sources


def names_of(table: str) -> frozenset[str]:
    tables = {
        "option": OPTIONS, "endpoint": ENDPOINTS, "server variable": SERVER_VARIABLES, "application variable": APP_VARIABLES, "own variable": OWN,
        "new variable": NEW_VARIABLES, "command": COMMANDS, "command flag": COMMAND_FLAGS, "directive": DIRECTIVES, "vllm flag": FLAGS,
        "vllm request field": REQUEST_FIELDS, "vllm answer field": ANSWER_FIELDS, "vllm path": PATHS, "gone": GONE, "type": TYPES,
        **{table: rows for table, _, _, rows in DIFFERENCES},
    }  # fmt: skip
    sides = {"request field": Side.REQUEST, "answer field": Side.ANSWER}
    return frozenset(row.path for row in FIELDS if row.side is sides[table]) if table in sides else frozenset(tables[table])


def test_every_table_has_a_source_and_every_exception_is_a_row() -> None:
    assert [key for key in ROWS if key[1] not in names_of(key[0])] == []
    assert [table for table in TABLES if table not in ("model", "vllm value") and not names_of(table)] == []


def test_a_source_is_public_and_no_address_of_a_machine() -> None:
    sources = (*TABLES.values(), *ROWS.values(), *(row.source for row in CLASSES))
    assert [text for text in sources if re.search(r"://|localhost|/work|/home|/tmp|^/", text) or not text] == []


def test_a_row_without_a_source_of_its_own_has_that_of_its_table() -> None:
    assert source("option", "top_k") == TABLES["option"]
    assert source("option", "num_ctx") == ROWS["option", "num_ctx"] != TABLES["option"]
    with pytest.raises(KeyError):
        source("frobnicate")


# -- what the sentences name


def sentences() -> Iterator[str]:
    yield from (row.meaning for table in (FLAGS, REQUEST_FIELDS, ANSWER_FIELDS, PATHS, NEW_VARIABLES) for row in table.values())
    yield from (row.why for rows in (GONE, TYPES) for row in rows.values())
    yield from (row.why for _, _, _, rows in DIFFERENCES for row in rows.values())
    yield from (why for row in CLASSES for why in (row.why, *(argument.why for argument in row.arguments)))


def sides() -> Iterator[str]:
    yield from (row.vllm for _, _, _, rows in DIFFERENCES for row in rows.values())


def test_flags_that_a_sentence_names_exist() -> None:
    of_others = {"--gpus", "--ipc", "--shm-size", "--torch-backend"}
    flags = {flag for text in (*sentences(), *sides()) for flag in re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)}
    assert flags - of_others <= vllm.names("flag")


def test_variables_of_vllm_that_a_sentence_names_exist() -> None:
    named = {name for text in sentences() for name in re.findall(r"\bVLLM_[A-Z_]+\b", text) if not name.endswith("_")}
    assert named - NEW_VARIABLES.keys() <= vllm.names("variable")


def test_sentences_end_as_sentences() -> None:
    assert [text for text in sentences() if not re.fullmatch(r"(?s)\S.*\.", text) or "  " in text] == []


def test_a_difference_has_a_side_of_ollama_or_one_of_vllm() -> None:
    rows = [row for _, _, _, rows in DIFFERENCES for row in rows.values()]
    assert [row.name for row in rows if not row.ollama and not row.vllm] == []
    assert [row.name for row in rows if row.fate is Fate.UNSUPPORTED and row.vllm and row.vllm != "400"] == []


def test_the_audit_reads_none_of_the_tables_that_explain_alone_needs() -> None:
    """They are large: an audit would load them for nothing."""
    alone = ("serving", "differences", "deployment", "constructors", "frameworks", "sources", "vllm")
    code = f"import sys, migrate_vllm.audit; print([m for m in {alone} if f'migrate_vllm.facts.{{m}}' in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
