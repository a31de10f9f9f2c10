"""The table of models, the grammar of tags, and that every row is something `vllm serve` takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.facts import vllm
from migrate_vllm.facts.models import FAMILIES, Model, catalogue, is_tag, lookup, quantisation

TAGS = [model.tag for model in catalogue()]


@pytest.mark.parametrize(
    ("spelling", "tag"),
    [
        ("llama3.1", "llama3.1:8b"),
        ("llama3.1:latest", "llama3.1:8b"),
        ("Llama3.1:8B", "llama3.1:8b"),
        (" llama3.1:8b\n", "llama3.1:8b"),
        ("registry.ollama.ai/library/llama3.1", "llama3.1:8b"),
        ("library/llama3.1:8b", "llama3.1:8b"),
        ("llama3.1:8b-instruct-q4_K_M", "llama3.1:8b"),
        ("llama3.1:8b-instruct-fp16", "llama3.1:8b"),
        ("llama3.2:3b-instruct-q8_0", "llama3.2:3b"),
        ("llama2:13b-chat", "llama2:13b"),
        ("gemma3:4b-it-qat", "gemma3:4b"),
        ("mistral:instruct", "mistral:7b"),
        ("qwen3:4b-instruct", "qwen3:4b-instruct"),
        ("qwen3:4b-instruct-q4_K_M", "qwen3:4b-instruct"),
        ("nomic-embed-text", "nomic-embed-text:v1.5"),
    ],
)
def test_a_tag_is_found_however_it_is_spelled(spelling: str, tag: str) -> None:
    model = lookup(spelling)
    assert model is not None
    assert model.tag == tag


@pytest.mark.parametrize(
    "tag",
    [
        "",
        ":",
        "my-model",
        "llama3.1:9b",
        "codellama:7b-code",
        "llama3:8b-text-q4_0",
        "qwen2.5-coder:7b-base",
        "mistral:7b-instruct-v0.2-q4_0",
        "mistral:q4_0",
        "starcoder2:15b-instruct",
        "gpt-oss:120b-cloud",
        "gpt-oss:cloud",
        "someone/llama3.1:8b",
        "hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M",
        "gpt-4o",
    ],
)
def test_what_is_not_known_for_certain_is_not_guessed(tag: str) -> None:
    assert lookup(tag) is None


@given(st.text(max_size=40))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert lookup(text) is None or text.strip()
    assert is_tag(text) in (True, False)


@given(st.sampled_from(TAGS), st.sampled_from(["", "-q4_0", "-q4_K_M", "-q8_0", "-fp16"]))
def test_how_weights_are_packed_makes_no_other_model(tag: str, packing: str) -> None:
    model, packed = lookup(tag), lookup(tag + packing)
    assert packed is model or quantisation(tag)
    assert lookup((tag + packing).upper()) is packed


@pytest.mark.parametrize(
    ("tag", "packing"),
    [("llama3.1:8b-instruct-q4_K_M", "q4_k_m"), ("llama3.1:8b-fp16", "fp16"), ("llama3.1:8b", ""), ("llama3.1", "")],
)
def test_quantisation_is_what_the_tag_says_of_it(tag: str, packing: str) -> None:
    assert quantisation(tag) == packing


@pytest.mark.parametrize(
    "tag", [*TAGS, "Llama3.1:8B", "hf.co/bartowski/x-GGUF:Q4_K_M", "gpt-oss:120b-cloud", "llama3:text"]
)
def test_a_tag_is_a_tag(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize(
    "text",
    ["", "llama3.1", "localhost:8000", "redis:7", "ollama:latest", "phi:rest", "yi:", "mistral:7", "aya:something",
     "use llama3.1:8b", "someone/llama3.1:8b", "hf.co/org/repo", "foo:7b"],
)  # fmt: skip
def test_a_look_alike_is_no_tag(text: str) -> None:
    assert not is_tag(text)


def test_every_bare_name_of_the_table_is_a_family() -> None:
    assert {tag.partition(":")[0] for tag in TAGS} <= FAMILIES


@pytest.mark.parametrize("model", catalogue(), ids=lambda model: model.tag)
def test_a_model_is_something_that_vllm_serve_takes(model: Model) -> None:
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", model.repo)
    assert model.tool_parser in vllm.names("tool-parser") | {""}
    assert model.reasoning_parser in vllm.names("reasoning-parser") | {""}
    assert {flag for flag in model.flags if flag.startswith("--")} <= vllm.names("flag")
    assert model.context > 0 < model.params_b >= (model.active_b or 0)
    assert (model.task == "embed") == ("pooling" in model.flags)


def test_a_doubtful_model_is_not_sure() -> None:
    doubtful = {model.tag for model in catalogue() if not model.sure}
    assert {"deepseek-r1:8b", "llama3.2-vision:11b", "qwen3:4b", "hermes3:3b"} <= doubtful
    assert "llama3.1:8b" not in doubtful
