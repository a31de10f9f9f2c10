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
from migrate_vllm.meanings import meanings

CODEMODS = load()

NUM_CTX = """\
num_ctx - option
  becomes     --max-model-len
  lossy: works, but a value, a default or a detail changes
  Not per request: the server is started with the largest that the program
  asks for, and the model's own limit holds.
  where       a flag of `vllm serve`
  default     4096, 32768 or 262144 by graphics memory
  on vLLM     the model's own limit
  source      ollama server/routes.go, docs/context-length.mdx; vllm
              config/model.py

see also      ChatOllama.num_ctx, OllamaEmbeddings.num_ctx,
              ChatOllama.numCtx"""

STOP = """\
stop - option
  becomes     stop
  lossy: works, but a value, a default or a detail changes
  At most four, none of them empty. Stops that only repeat the template's end marks can go.
  where       an argument of the OpenAI SDK
  default     none, and what the Modelfile says
  on vLLM     none
  source      ollama api/types.go; vllm envs.py; tried with vllm 0.33.0's own request models

stop - command of `ollama`
  lossy: works, but a value, a default or a detail changes
  Stop the server's process or container: a model is never unloaded by itself.
  source      ollama cmd/cmd.go, docs/cli.mdx; vllm entrypoints/cli

see also      ChatOllama.stop, OllamaEmbeddings.stop"""

UNAUTHORIZED = """\
unauthorized - error of a server
  lossy: works, but a value, a default or a detail changes
  Comes with `--api-key` or `VLLM_API_KEY` on the server, for paths under `/v1`.
  on Ollama   never: Ollama takes any key
  on vLLM     401, `{"error": "Unauthorized"}`
  source      vllm entrypoints/serve/middleware/authenticate.py"""

MAX_MODEL_LEN = """\
--max-model-len - flag of `vllm serve`
  How many tokens prompt and answer may have together: the model's own limit
  unless it is set. A number that doesn't fit into memory stops the start;
  `auto` takes the largest that fits.
  in place of option num_ctx, variable OLLAMA_CONTEXT_LENGTH, variable
              OLLAMA_NUM_CTX
  source      vllm 0.33.0 engine/arg_utils.py, entrypoints/common/cli_args.py

see also      owner of a model under /v1"""

CHROMA = """\
OllamaEmbeddingFunction - class of Chroma, Python
  becomes     chromadb.utils.embedding_functions.OpenAIEmbeddingFunction
  lossy: works, but a value, a default or a detail changes
  Collections remember the function by name: they are made anew, with new
  vectors.
  from        chromadb.utils.embedding_functions
  arguments   url -> api_base
  stay        model_name
  go          timeout
  source      chromadb 1.5.9 utils/embedding_functions"""

NUM_PREDICT = """\
num_predict - argument of ChatOllama (LangChain), OllamaLLM (LangChain)
  becomes     max_tokens
  lossy: works, but a value, a default or a detail changes
  0, -1 and -2 are refused: leave the field out instead.
  source      langchain-ollama 1.1.0 chat_models.py, llms.py, embeddings.py;
              langchain-openai 1.7.4 chat_models/base.py, llms/base.py,
              embeddings/base.py

see also      num_predict, ChatOllama.numPredict"""

GUIDED = """\
guided_json - field of older versions of vLLM
  becomes     structured_outputs.json
  Since 0.12 it is ignored with a warning: the answer follows no schema, and
  nobody says so.
  source      vllm docs/features/structured_outputs.md,
              entrypoints/serve/engine/protocol.py"""


def test_an_option_is_explained_within_the_width() -> None:
    assert explain("num_ctx", width=76) == NUM_CTX


def test_all_meanings_of_a_name_are_told() -> None:
    assert explain("stop", width=100) == STOP


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("401", UNAUTHORIZED),
        ("max_model_len", MAX_MODEL_LEN),
        ("OllamaEmbeddingFunction", CHROMA),
        ("ChatOllama.num_predict", NUM_PREDICT),
        ("guided_json", GUIDED),
    ],
)
def test_what_is_said_of_other_sorts_of_names_within_80_columns(name: str, text: str) -> None:
    assert explain(name) == text


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
        ("num ctx", "num_ctx"),
        ("max-model-len", "--max-model-len"),
        ("vllm serve --max-model-len", "--max-model-len"),
        ("-tp", "--tensor-parallel-size"),
        ("--disable-prefix-caching", "--enable-prefix-caching"),
        ("block_size", "--block-size"),
        ("vllm_port", "VLLM_PORT"),
        ("tags", "/api/tags"),
        ("message.tool_calls[0].function.arguments", "message.tool_calls[].function.arguments"),
        ("response['message']['content']", "message.content"),
        ("part.message.content", "message.content"),
        ('r.get("done_reason", "")', "done_reason"),
        ("ollama.chat", "chat"),
        ("ollama.Client(host=", "Client.host"),
        ("extra_body.top_k", "top_k"),
        ("OllamaTools.host", "OllamaEmbedder.host"),
        ("[done]", "[DONE]"),
        ("ECONNREFUSED", "connection refused"),
        ("404", "not found"),
    ],
)
def test_a_name_is_taken_as_it_is_met(written: str, name: str) -> None:
    assert explain(written) == explain(name) is not None


@pytest.mark.parametrize(
    ("name", "first_line"),
    [
        ("compose-image", "compose-image - kind of reference"),
        ("compose", "compose - codemod"),
        ("ChatOllama", "ChatOllama - class of LangChain, Python"),
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
        ("ChatOllamaAI", "elixir - codemod"),
        ("ResponseError", "ResponseError - type of the Ollama clients"),
        ("request_timeout", "request_timeout - argument of Ollama (LlamaIndex)"),
        ("structured_outputs", "structured_outputs - field of vLLM's requests"),
        ("length_penalty", "length_penalty - field of vLLM's requests"),
        ("usage.completion_tokens", "usage.completion_tokens - field of vLLM's answers"),
        ("choices[0].message.content", "choices[0].message.content - name on vLLM's side"),
        ("ChatOpenAI", "ChatOpenAI - name on vLLM's side"),
        ("/health", "/health - path of vLLM"),
        ("HF_TOKEN", "HF_TOKEN - variable that the move brings"),
        ("VLLM_CONTEXT_LENGTH", "VLLM_CONTEXT_LENGTH - no variable of vLLM's server"),
        ("VLLM_USE_TRITON_AWQ", "VLLM_USE_TRITON_AWQ - variable of vLLM's server"),
        ("--task", "--task - flag of older versions of vLLM"),
        ("healthcheck", "healthcheck - key of a compose file"),
        ("startupProbe", "livenessProbe - key of a Kubernetes manifest"),
        ("ollama.models.pull", "ollama.models.pull - value of the chart ollama-helm"),
        ("systemd", "ollama.service - part of an installation"),
        ("/", "/ - endpoint"),
        ("hermes", "hermes - value of `--tool-call-parser`"),
        ("olmo3", "olmo3 - value of `--tool-call-parser` and `--reasoning-parser`"),
    ],
)
def test_every_sort_of_name_is_explained(name: str, first_line: str) -> None:
    assert (explain(name, CODEMODS, width=200) or "").splitlines()[0] == first_line


@pytest.mark.parametrize(
    ("name", "replaced"),
    [
        ("--max-num-seqs", "variable OLLAMA_NUM_PARALLEL"),
        ("--port", "variable OLLAMA_HOST"),
        ("--runner", "flag --task"),
        ("choices[0].message.content", "field message.content, field response"),
        ("/v1/models", "endpoint /api/tags, endpoint /api/ps, endpoint /v1/models/{id}"),
        ("OpenAILike", "class Ollama"),
    ],
)
def test_a_name_of_vllm_tells_what_it_takes_the_place_of(name: str, replaced: str) -> None:
    assert f"  in place of {replaced}" in (explain(name, width=200) or "").splitlines()


def test_a_variable_of_ollamas_that_was_renamed_leads_to_its_flag() -> None:
    assert (explain("VLLM_CONTEXT_LENGTH") or "").splitlines()[1] == "  becomes     --max-model-len"


def test_a_status_tells_every_case_of_it() -> None:
    text = explain("400") or ""
    told = [line.partition(" - ")[0] for line in text.splitlines() if line[:1].strip() and " - " in line]
    assert told == [
        "malformed request", "content type", "prompt too long", "empty tools", "tools without a parser", "tool call in history", "stop strings",
        "values out of range", "thinking unsupported", "dimensions", "empty prompt", "short thinking budget", "stream_options without stream", "image_url under /v1",
        "name of a JSON schema under /v1",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["", "frobnicate", "num?ctx", "https://example.com", "--", "//"])
def test_what_has_no_meaning_is_not_explained(name: str) -> None:
    assert explain(name, CODEMODS) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("num_cxt", "num_ctx"),
        ("OLLAMA_BASEURL", "OLLAMA_BASE_URL"),
        ("compose-imgae", "compose-image"),
        ("/api/tag", "/api/tags"),
        ("ChatOlama", "ChatOllama"),
        ("--max-modle-len", "--max-model-len"),
        ("guided_jason", "guided_json"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(name: str, meant: str) -> None:
    assert suggestions(name, CODEMODS)[0] == meant


def test_only_names_about_as_near_as_the_best_are_offered() -> None:
    assert suggestions("num_ctxx", CODEMODS) == ("num_ctx",)


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


def test_everything_but_our_own_words_has_a_source() -> None:
    ours = ("kind of reference", "codemod")
    assert [meaning.name for meaning in meanings(CODEMODS) if not meaning.source and meaning.sort not in ours] == []


def test_every_word_that_a_meaning_is_found_by_finds_one() -> None:
    words = {word for meaning in meanings(CODEMODS) for word in (*meaning.names, *meaning.lesser)}
    assert [word for word in words if explain(word, CODEMODS) is None] == []


@given(st.sampled_from(sorted({*KINDS, *OPTIONS, *VARIABLES})), st.integers(min_value=40, max_value=160))
def test_no_line_is_wider_than_asked_unless_a_word_is(name: str, width: int) -> None:
    text = explain(name, CODEMODS, width) or ""
    assert [line for line in text.splitlines() if len(line) > width and " " in line[14:].strip()] == []


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for(text: str) -> None:
    explain(text, CODEMODS)
    assert len(suggestions(text, CODEMODS)) <= 3
