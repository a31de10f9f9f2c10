"""The tables of facts against the world: the installed `ollama` and `openai` packages, and what vLLM reads."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import ollama
import pydantic
import pytest
from openai.resources.chat.completions import Completions
from openai.resources.embeddings import Embeddings
from openai.resources.models import Models

from migrate_vllm.facts import vllm
from migrate_vllm.facts.client_api import ADMIN_METHODS, CALL_METHODS
from migrate_vllm.facts.commands import COMMAND_FLAGS, COMMANDS
from migrate_vllm.facts.endpoints import ADMIN, CALLS, ENDPOINTS, NATIVE_PATHS
from migrate_vllm.facts.env import APP_VARIABLES, OWN, SERVER_VARIABLES, VARIABLES, Role, application_variable
from migrate_vllm.facts.fate import Fate
from migrate_vllm.facts.fields import FIELDS, Side, fields
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.modelfile import DIRECTIVES
from migrate_vllm.facts.options import OPTIONS, Option, Place

CLIENT_SOURCE = inspect.getsource(import_module("ollama._client"))
SDK_ARGUMENTS = frozenset(inspect.signature(Completions.create).parameters)
CLIENT_FUNCTIONS = frozenset(
    name for name, _ in inspect.getmembers(ollama.Client, inspect.isfunction) if not name.startswith("_")
) - {"close"}


# -- options


def test_every_option_of_the_client_has_a_row() -> None:
    assert set(ollama.Options.model_fields) <= set(OPTIONS)


@pytest.mark.parametrize("option", OPTIONS.values(), ids=lambda option: option.name)
def test_an_option_goes_where_something_reads_it(option: Option) -> None:
    readers = {
        Place.TOP: SDK_ARGUMENTS & vllm.names("chat"),
        Place.EXTRA_BODY: vllm.names("chat") - SDK_ARGUMENTS,
        Place.FLAG: vllm.names("flag"),
        Place.ENV: vllm.names("variable"),
        Place.NOWHERE: {""},
    }
    assert option.vllm in readers[option.place]


def test_an_option_has_no_counterpart_where_it_goes_nowhere() -> None:
    assert {o.name for o in OPTIONS.values() if o.place is Place.NOWHERE} == {
        o.name for o in OPTIONS.values() if o.fate is Fate.UNSUPPORTED
    }


# -- endpoints


def recorded(name: str, tmp_path: Path) -> tuple[str, str]:
    """Method and path of the request that a function of the client makes."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json={})

    blob = tmp_path / "blob"
    blob.write_bytes(b"x")
    given = {"model": "m", "input": "x", "path": blob, "questions": {"q": {"type": "noul", "instructions": "x"}}}
    client = ollama.Client(transport=httpx.MockTransport(answer), headers={"authorization": "Bearer x"})
    function = getattr(client, name)
    takes = inspect.signature(function).parameters.values()
    wanted = [parameter.name for parameter in takes if parameter.default is parameter.empty or parameter.name in given]
    with client, suppress(pydantic.ValidationError):  # of the answer, which says nothing
        function(**{parameter: given.get(parameter, "x") for parameter in wanted})
    return asked[0].method, asked[0].url.path


@pytest.mark.parametrize("name", sorted(CLIENT_FUNCTIONS))
def test_a_function_of_the_client_calls_the_endpoint_of_its_row(name: str, tmp_path: Path) -> None:
    method, path = recorded(name, tmp_path)
    assert method in CALLS[name].methods
    assert path == CALLS[name].path or path.startswith(f"{CALLS[name].path}/")


def test_no_row_names_a_function_that_the_client_lacks() -> None:
    assert {call for row in ENDPOINTS.values() for call in row.calls} == CLIENT_FUNCTIONS


def test_every_function_of_the_client_is_a_call_or_an_administrative_one() -> None:
    assert CLIENT_FUNCTIONS <= CALL_METHODS | ADMIN_METHODS
    assert not CALL_METHODS & ADMIN_METHODS
    assert all(CALLS[name].vllm for name in CALL_METHODS)


def test_every_endpoint_that_the_client_names_has_a_row() -> None:
    named = set(re.findall(r"/(?:api|v1)/\w+", CLIENT_SOURCE))
    assert named
    assert named <= set(ENDPOINTS)


def test_the_openai_sdk_asks_the_paths_that_take_the_place_of_ollamas() -> None:
    source = "".join(map(inspect.getsource, (Completions, Embeddings, Models)))
    asked = {f"/v1{path}" for path in re.findall(r'"(/[a-z/]+)"', source)}
    assert {CALLS[name].vllm for name in ("chat", "generate", "embed", "embeddings", "list")} <= asked


def test_what_nothing_answers_is_no_exact_counterpart() -> None:
    assert {ENDPOINTS[path].fate for path in ADMIN} == {Fate.UNSUPPORTED, Fate.NEEDS_HUMAN}


def test_functions_have_their_javascript_spelling() -> None:
    assert CALLS["webSearch"] is CALLS["web_search"]
    assert CALLS["createBlob"] is CALLS["create_blob"]


def test_a_path_that_every_program_has_is_not_recognised() -> None:
    assert "/api/me" in ENDPOINTS
    assert "/api/me" not in NATIVE_PATHS


# -- fields

_ITEMS = {
    "choices": "choice", "message": "message", "delta": "delta", "usage": "usage", "data": "embedding-data",
    "tool_calls": "tool-call", "function": "function-call",
}  # fmt: skip


def unread(path: str, sort: str) -> Iterator[str]:
    """The segments of a path that vLLM's answer doesn't have."""
    for segment in path.split("."):
        name = segment.partition("[")[0]
        if name not in vllm.names(sort):
            yield f"{name} of {sort}"
            return
        sort = _ITEMS.get(name, sort)


@pytest.mark.parametrize("name", ["chat", "generate", "embed", "embeddings"])
def test_every_argument_of_a_call_has_a_row(name: str) -> None:
    arguments = set(inspect.signature(getattr(ollama.Client, name)).parameters) - {"self"}
    assert arguments <= {path.partition("[")[0] for path in fields(name, Side.REQUEST)}


@pytest.mark.parametrize(
    ("name", "answer"),
    [("chat", ollama.ChatResponse), ("generate", ollama.GenerateResponse), ("embeddings", ollama.EmbeddingsResponse)],
)
def test_every_field_of_an_answer_has_a_row(name: str, answer: type[pydantic.BaseModel]) -> None:
    assert set(answer.model_fields) <= set(fields(name, Side.ANSWER))


def test_every_field_of_a_message_and_a_listed_model_has_a_row() -> None:
    message = set(ollama.Message.model_fields)
    assert {f"messages[].{name}" for name in message} <= set(fields("chat", Side.REQUEST))
    assert {f"message.{name}" for name in message} <= set(fields("chat", Side.ANSWER))
    listed = ollama.ListResponse.Model.model_fields
    assert {f"models[].{name}" for name in listed} <= set(fields("tags", Side.ANSWER))


def test_a_request_is_rewritten_to_fields_that_vllm_reads() -> None:
    reads = {
        "chat": vllm.names("chat"),
        "generate": vllm.names("chat") | vllm.names("completion"),
        "embed": vllm.names("embedding"),
        "embeddings": vllm.names("embedding"),
    }
    asked = [(end, row.vllm) for row in FIELDS if row.side is Side.REQUEST and row.vllm for end in row.endpoints]
    assert [pair for pair in asked if pair[1].partition("[")[0] not in reads[pair[0]]] == []


def test_an_answer_is_read_from_fields_that_vllm_tells() -> None:
    sorts = {
        "chat": "chat-response",
        "generate": "chat-response",
        "embed": "embedding-response",
        "embeddings": "embedding-response",
    }
    told = [
        (row.vllm, sorts[end]) for row in FIELDS if row.side is Side.ANSWER for end in row.endpoints if end in sorts
    ]
    assert [lack for path, sort in told if path and path != "error.message" for lack in unread(path, sort)] == []


def test_a_chunk_is_read_from_fields_that_vllm_tells() -> None:
    deltas: set[str] = set()
    others: set[str] = set()
    for chunk in (row.chunk for row in FIELDS if row.chunk):
        _, delta, path = chunk.rpartition("choices[0].delta")
        (deltas if delta else others).add(path.lstrip(".").partition("[")[0] if delta else path.lstrip("."))
    assert deltas - {""} <= vllm.names("delta")
    assert [lack for path in others for lack in unread(path, "chunk")] == []


# -- variables


def test_every_variable_that_the_client_reads_has_a_row() -> None:
    read = set(re.findall(r"getenv\('(\w+)'", CLIENT_SOURCE))
    assert read
    assert read <= set(APP_VARIABLES)


def test_a_server_variable_becomes_a_flag_or_a_variable_that_vllm_knows() -> None:
    elsewhere = {"HF_HOME", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"} | {
        name for name in SERVER_VARIABLES if not name.startswith("OLLAMA_")
    }
    targets = {target for row in SERVER_VARIABLES.values() for target in row.target.split()}
    assert targets <= vllm.names("flag") | vllm.names("variable") | elsewhere


def test_an_application_variable_never_becomes_one_that_means_something_to_the_server() -> None:
    targets = {row.target for row in APP_VARIABLES.values()}
    assert targets & vllm.names("variable") == {"VLLM_API_KEY"}
    assert "VLLM_API_KEY" in OWN


def test_the_server_reads_what_is_said_to_be_its_own() -> None:
    assert set(OWN) <= vllm.names("variable")


def test_a_name_has_at_most_one_row_a_role() -> None:
    assert [name for name, rows in VARIABLES.items() if len({row.role for row in rows}) != len(rows)] == []
    assert {row.role for row in VARIABLES["OLLAMA_HOST"]} == set(Role)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("OLLAMA_URL", "VLLM_BASE_URL"),
        ("VITE_OLLAMA_URL", "VITE_VLLM_BASE_URL"),
        ("NEXT_PUBLIC_OLLAMA_MODEL", "NEXT_PUBLIC_VLLM_MODEL"),
        ("VITE_OLLAMA_NUM_CTX", "--max-model-len"),
        ("VITE_OLLAMA_KEEP_ALIVE", ""),
    ],
)
def test_the_prefix_that_a_bundler_wants_stays(name: str, target: str) -> None:
    row = application_variable(name)
    assert row is not None
    assert row.target == target


@pytest.mark.parametrize("name", ["OLLAMA_FROBNICATE", "MY_OLLAMA_URL", "VITE_", ""])
def test_an_unknown_variable_is_not_guessed(name: str) -> None:
    assert application_variable(name) is None


# -- commands and Modelfiles


def test_a_directive_becomes_flags_that_vllm_has() -> None:
    flags = {word for row in DIRECTIVES.values() for word in row.vllm.split() if word.startswith("--")}
    assert flags <= vllm.names("flag")


def test_a_commands_flag_becomes_a_field_that_vllm_reads() -> None:
    names = {row.vllm for row in COMMAND_FLAGS.values() if row.vllm}
    assert names - {"vllm --version"} <= vllm.names("chat") | vllm.names("embedding")


def test_an_alias_is_the_same_command() -> None:
    assert COMMANDS["ls"] is COMMANDS["list"]
    assert COMMANDS["start"] is COMMANDS["serve"]


# -- what the sentences name


def sentences() -> Iterator[str]:
    tables: tuple[Mapping[str, Any], ...] = (
        OPTIONS,
        ENDPOINTS,
        SERVER_VARIABLES,
        APP_VARIABLES,
        COMMANDS,
        COMMAND_FLAGS,
        DIRECTIVES,
        OWN,
    )
    yield from (row.why for table in tables for row in table.values())
    yield from (row.why for row in FIELDS)
    yield from (kind.becomes for kind in KINDS.values())


def test_flags_that_a_sentence_names_exist() -> None:
    flags = {flag for text in sentences() for flag in re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)}
    assert flags - {"--quick"} <= vllm.names("flag")


def test_variables_of_vllm_that_a_sentence_names_exist() -> None:
    named = {name for text in sentences() for name in re.findall(r"\bVLLM_[A-Z_]+\b", text)}
    ours = {"VLLM_BASE_URL", "VLLM_MODEL", "VLLM_EMBED_BASE_URL"}
    assert named - ours <= vllm.names("variable")
    assert not ours & vllm.names("variable")


def test_sentences_end_as_sentences() -> None:
    assert [text for text in sentences() if not re.fullmatch(r"(?s)\S.*\.", text) or "  " in text] == []
