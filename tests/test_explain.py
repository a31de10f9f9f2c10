"""`explain`: what is said, for which spellings, and what is offered instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.codemods import load
from migrate_vllm.explain import catalogue, explain, suggestions
from migrate_vllm.facts.env import VARIABLES
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.options import OPTIONS

CODEMODS = load()

NUM_CTX = """\
num_ctx - option
  becomes     --max-model-len
  lossy: works, but a value, a default or a detail changes
  Not per request: the server is started with the largest that the program
  asks for, and the model's own limit holds.
  where       a flag of `vllm serve`
  default     4096, 32768 or 262144 by graphics memory
  on vLLM     the model's own limit"""

STOP = """\
stop - option
  becomes     stop
  lossy: works, but a value, a default or a detail changes
  At most four, none of them empty. Stops that only repeat the template's end marks can go.
  where       an argument of the OpenAI SDK
  default     none, and what the Modelfile says
  on vLLM     none

stop - command of `ollama`
  lossy: works, but a value, a default or a detail changes
  Stop the server's process or container: a model is never unloaded by itself."""


def test_an_option_is_explained_within_the_width() -> None:
    assert explain("num_ctx", width=76) == NUM_CTX


def test_all_meanings_of_a_name_are_told() -> None:
    assert explain("stop", width=100) == STOP


def test_a_variable_is_explained_in_both_roles() -> None:
    text = explain("OLLAMA_HOST") or ""
    assert [line for line in text.splitlines() if line.startswith("OLLAMA_HOST")] == [
        "OLLAMA_HOST - variable of Ollama's server",
        "OLLAMA_HOST - variable of an application",
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("`num_ctx`", "num_ctx"),
        ("NUM_CTX", "num_ctx"),
        ("numCtx", "num_ctx"),
        ("options.num_ctx", "num_ctx"),
        ("PARAMETER num_ctx", "num_ctx"),
        ("ollama pull", "pull"),
        ("POST /api/chat", "/api/chat"),
        ("api/chat", "/api/chat"),
        ("http://localhost:11434/api/chat", "/api/chat"),
        ("$OLLAMA_HOST", "OLLAMA_HOST"),
        ("${OLLAMA_HOST}", "OLLAMA_HOST"),
        ("ollama_host", "OLLAMA_HOST"),
        ("system", "system"),
        ("compose_image", "compose-image"),
    ],
)
def test_a_name_is_taken_as_it_is_met(written: str, name: str) -> None:
    assert explain(written) == explain(name) is not None


@pytest.mark.parametrize(
    ("name", "first_line"),
    [
        ("compose-image", "compose-image - kind of reference"),
        ("compose", "compose - codemod"),
        ("ChatOllama", "dart - codemod"),
        ("langchain-ollama", "langchain_python - codemod"),
        ("--max-model-len", "--max-model-len - flag of `vllm serve`"),
        ("VLLM_PORT", "VLLM_PORT - variable of vLLM's server"),
        ("VITE_OLLAMA_URL", "VITE_OLLAMA_URL - variable of an application"),
        ("--keepalive", "--keepalive - flag of `ollama run`"),
        ("SYSTEM", "SYSTEM - directive of a Modelfile"),
        ("eval_count", "eval_count - field of the answer of /api/chat, /api/generate"),
        ("message.content", "message.content - field of the answer of /api/chat"),
        ("web_search", "web_search - function of the Ollama clients"),
        ("llama3.1:latest", "llama3.1:latest - model"),
    ],
)
def test_every_sort_of_name_is_explained(name: str, first_line: str) -> None:
    assert (explain(name, CODEMODS, width=200) or "").splitlines()[0] == first_line


def test_a_flag_of_vllm_tells_what_it_takes_the_place_of() -> None:
    assert (explain("--max-num-seqs") or "").endswith("in place of variable OLLAMA_NUM_PARALLEL")


@pytest.mark.parametrize("name", ["", "frobnicate", "num ctx", "https://example.com", "--"])
def test_what_has_no_meaning_is_not_explained(name: str) -> None:
    assert explain(name, CODEMODS) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("num_cxt", "num_ctx"),
        ("OLLAMA_BASEURL", "OLLAMA_BASE_URL"),
        ("compose-imgae", "compose-image"),
        ("/api/tag", "/api/tags"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(name: str, meant: str) -> None:
    assert suggestions(name, CODEMODS)[0] == meant


def test_a_word_like_none_of_ours_is_answered_with_nothing() -> None:
    assert suggestions("zzzzzzzz", CODEMODS) == ()


def test_everything_in_the_catalogue_is_explained() -> None:
    listed = [
        name
        for line in catalogue(CODEMODS, width=10_000).splitlines()
        if line[:1] == " "
        for name in line.strip().split(", ")
    ]
    assert {*KINDS, *OPTIONS, *VARIABLES, *(codemod.name for codemod in CODEMODS)} <= set(listed)
    assert [name for name in listed if explain(name, CODEMODS) is None] == []


@given(st.sampled_from(sorted({*KINDS, *OPTIONS, *VARIABLES})), st.integers(min_value=40, max_value=160))
def test_no_line_is_wider_than_asked_unless_a_word_is(name: str, width: int) -> None:
    text = explain(name, CODEMODS, width) or ""
    assert [line for line in text.splitlines() if len(line) > width and " " in line[14:].strip()] == []


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for(text: str) -> None:
    explain(text, CODEMODS)
    assert len(suggestions(text, CODEMODS)) <= 3
