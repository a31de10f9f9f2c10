"""What a program asks of Ollama, read off the flow: requests, options, variables, addresses."""

from __future__ import annotations

from migrate_vllm.flow.given import Given
from migrate_vllm.flow.uses import Address, Field, Option, Read, Request, uses_of
from tests.flow.flowing import analysed


def uses(**files: str) -> list[str]:
    """A row for each use; `_` in a file's name stands for its dot."""
    analysis, _ = analysed({name.replace("__", "/").replace("_", "."): text for name, text in files.items()})
    return [_row(use) for use in uses_of(analysis)]


def _row(use: Request | Option | Read | Address) -> str:
    at = f"{use.where.path}:{use.where.line}"
    match use:
        case Request():
            return f"{at} {use.by} {use.endpoint} of {_said(use.models)}: {', '.join(map(_field, use.fields))}"
        case Option():
            return f"{at} option {use.name} {_said(use.values)}"
        case Read():
            return f"{at} reads {use.name} for {', '.join(use.into) or 'nothing'}, else {_said(use.defaults)}"
        case Address():
            return f"{at} address {use.value}"


def _field(field: Field) -> str:
    shown = _said(field.values) if field.values else "an object" if field.thing else "?"
    return f"{field.name} {shown}{' always' if field.fixed else ''}"


def _said(given: tuple[Given, ...]) -> str:
    return " or ".join(f"${each.variable}" if each.variable else f"{each.value} ({each.where.path}:{each.where.line})" for each in given) or "?"


def test_a_call_of_the_client_has_a_model_fields_and_options() -> None:
    assert uses(
        a_py="""
        import os
        import ollama

        MODEL = os.getenv("LLM_MODEL", "qwen3:8b")
        ollama.chat(MODEL, messages, tools=[weather], stream=True, options={"num_ctx": 4096, "temperature": 0.5})
        """
    ) == [
        "a.py:5 client chat of $LLM_MODEL or qwen3:8b (a.py:4): messages ?, tools an object, stream True (a.py:5) always, options an object",
        "a.py:5 option num_ctx 4096 (a.py:5)",
        "a.py:5 option temperature 0.5 (a.py:5)",
        "a.py:4 reads LLM_MODEL for model, else qwen3:8b (a.py:4)",
    ]


def test_a_number_is_followed_back_through_names_conversions_and_files() -> None:
    rows = uses(
        a_py="""
        import os
        import ollama
        from sizes import LARGE

        SMALL = 2_048
        FROM_ENV = int(os.getenv("NUM_CTX", "8192"))
        def ask(size):
            return ollama.generate(model="qwen3:8b", prompt="x", options={"num_ctx": size})
        ask(SMALL)
        ask(FROM_ENV)
        ask(LARGE)
        """,
        sizes_py="LARGE = 16384  # for Ollama\n",
    )
    assert rows[1:] == [
        "a.py:8 option num_ctx 2_048 (a.py:5) or $NUM_CTX or 8192 (a.py:6) or 16384 (sizes.py:1)",
        "a.py:6 reads NUM_CTX for num_ctx, else 8192 (a.py:6)",
    ]


def test_a_number_that_is_worked_out_is_not_guessed() -> None:
    assert uses(
        a_py="""
        import ollama

        ollama.generate(model="qwen3:8b", prompt=text, options={"num_ctx": len(text) // 3, "seed": 2 * 21})
        """
    ) == [
        "a.py:3 client generate of qwen3:8b (a.py:3): prompt ?, options an object",
        "a.py:3 option num_ctx ?",
        "a.py:3 option seed ?",
    ]


def test_a_default_beside_the_variable_is_its_default() -> None:
    assert uses(
        a_ts="""
        import ollama from 'ollama'

        const size = Number(process.env.NUM_CTX || '4096')
        const model = process.env.CHAT_MODEL ?? 'llama3.2'
        await ollama.chat({ model, messages, options: { num_ctx: size } })
        """
    ) == [
        "a.ts:5 client chat of $CHAT_MODEL or llama3.2 (a.ts:4): messages ?, options an object",
        "a.ts:5 option num_ctx $NUM_CTX or 4096 (a.ts:3)",
        "a.ts:3 reads NUM_CTX for num_ctx, else 4096 (a.ts:3)",
        "a.ts:4 reads CHAT_MODEL for model, else llama3.2 (a.ts:4)",
    ]


def test_a_body_that_a_helper_posts_is_for_the_path_that_stands_beside_it() -> None:
    rows = uses(
        a_py="""
        import requests

        def post(path, body):
            return requests.post(f"http://localhost:11434{path}", json=body).json()

        post("/api/chat", {"model": "qwen3:8b", "messages": [{"role": "user", "content": "?", "images": [picture]}]})
        post("/api/embeddings", {"model": "nomic-embed-text", "prompt": "x"})
        """
    )
    assert rows[:2] == [
        "a.py:6 http chat of qwen3:8b (a.py:6): messages an object, messages[].images an object",
        "a.py:7 http embeddings of nomic-embed-text (a.py:7): prompt ?",
    ]


def test_what_is_spread_into_a_request_is_part_of_it() -> None:
    assert uses(
        a_ts="""
        import ollama from 'ollama'

        const base = { model: 'qwen3:8b', think: false }
        await ollama.chat({ ...base, messages, format: 'json' })
        """
    ) == ["a.ts:4 client chat of qwen3:8b (a.ts:3): messages ?, format json (a.ts:4), think false (a.ts:3) always"]


def test_a_parameter_may_be_another_than_its_default() -> None:
    assert uses(
        a_py="""
        import ollama

        def ask(think=False):
            return ollama.chat(model="qwen3:8b", messages=[], think=think)
        """
    ) == ["a.py:4 client chat of qwen3:8b (a.py:4): messages an object, think False (a.py:3)"]


def test_a_class_of_a_framework_asks_with_its_arguments() -> None:
    assert uses(
        a_py="""
        from langchain_ollama import ChatOllama

        ChatOllama(model="llama3.1:8b", base_url="http://gpu:11434", num_ctx=8192)
        """
    ) == [
        "a.py:3 framework ChatOllama of llama3.1:8b (a.py:3): base_url http://gpu:11434 (a.py:3), num_ctx 8192 (a.py:3) always",
        "a.py:3 option num_ctx 8192 (a.py:3)",
        "a.py:3 address http://gpu:11434",
    ]


def test_an_address_is_told_without_its_path_and_so_is_who_reads_it() -> None:
    assert uses(
        a_py="""
        import os
        import requests

        BACKEND = os.environ.get("LLM_SERVER", "http://ollama:11434")
        requests.get(f"{BACKEND}/api/tags")
        """
    ) == [
        "a.py:4 reads LLM_SERVER for address, else http://ollama:11434 (a.py:4)",
        "a.py:5 address http://ollama:11434",
    ]


def test_a_field_of_a_settings_class_is_read_where_it_is_declared() -> None:
    assert uses(
        a_py="""
        import ollama
        from pydantic_settings import BaseSettings

        class Settings(BaseSettings):
            log_level: str = "INFO"
            chat_model: str = "qwen3:8b"
            ollama_num_ctx: int = 8192

        settings = Settings()
        ollama.chat(model=settings.chat_model, messages=[], options={"num_ctx": settings.ollama_num_ctx})
        """
    ) == [
        "a.py:10 client chat of $CHAT_MODEL or qwen3:8b (a.py:6): messages an object, options an object",
        "a.py:10 option num_ctx $OLLAMA_NUM_CTX or 8192 (a.py:7)",
        "a.py:6 reads CHAT_MODEL for model, else qwen3:8b (a.py:6)",
        "a.py:7 reads OLLAMA_NUM_CTX for num_ctx, else 8192 (a.py:7)",
    ]


def test_a_program_that_asks_nothing_has_no_uses() -> None:
    assert uses(a_py="import ollama\n") == []
