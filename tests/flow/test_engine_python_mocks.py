"""Answers of Ollama's that tests build by hand. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

CASES = {
    "a return value": {
        "tests/test_bot.py": """
from unittest.mock import patch

@patch("bot.ollama.chat")
def test_ask(chat):
    chat.return_value = {"message": {"role": "assistant", "content": "hi"}, "done": True}  #: test-mock message, message.content, done
    assert chat() is not None
""",
    },
    "a fake function": {
        "tests/test_bot.py": """
import ollama

def test_ask(monkeypatch):
    monkeypatch.setattr(ollama, "generate", lambda **_: {"response": "x", "done": True})  #: test-mock response, done
""",
    },
    "chunks of a stream": {
        "tests/test_stream.py": """
import ollama

CHUNKS = [
    {"message": {"content": "a"}, "done": False},  #: test-mock message, message.content, done
    {"message": {"content": "b"}, "done": True, "eval_count": 2},  #: test-mock message, message.content, done, eval_count
]
""",
    },
    "dictionaries of a test that aren't answers": {
        "tests/test_mail.py": """
import ollama

MAIL = {"message": {"subject": "x"}, "sent": True}
ORDER = {"response": 200, "body": ""}
""",
    },
    "an answer of the client's own class": {
        "tests/test_types.py": """
from ollama import ChatResponse, Message

def test_text():
    r = ChatResponse(message=Message(role="assistant", content="x"))  #: sdk-type chat, sdk-type message
    assert r.message.content == "x"  #: response-access message, message.content
""",
    },
    "the real thing in a test": {
        "tests/test_live.py": """
import ollama, pytest

@pytest.mark.live
def test_it_answers():
    r = ollama.generate(model="llama3.2", prompt="x")  #: sdk-call generate, model-tag llama3.2, request-key prompt
    assert r["done"] and r.response  #: response-access done, response
""",
    },
    "the program's own function in a test": {
        "bot.py": "import ollama\n\ndef ask(text):\n    return ollama.generate('m', text)  #: sdk-call generate, model-tag m\n",
        "tests/test_ask.py": """
from bot import ask

def test_ask():
    assert ask("x")["response"] == "y"  #: response-access response
""",
    },
    "the same dictionary outside of tests": {
        "samples.py": """
# what ollama says
SAMPLE = {"message": {"role": "assistant", "content": "hi"}, "done": True}
""",
    },
}


@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_answers_in_tests_are_found(files):
    agree(files)
