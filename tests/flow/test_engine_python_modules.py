"""Clients and answers that go from module to module. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

MODULES = {
    "a client that other modules import": {
        "llm/client.py": "import ollama\n\nclient = ollama.Client(host='http://box:11434')  #: client, client host\n",
        "llm/__init__.py": "from .client import client\n",
        "app.py": """
from llm import client

print(client.generate("m", "x")["response"])  #: sdk-call generate, model-tag m, response-access response
""",
    },
    "relative imports, upwards": {
        "app/services/llm.py": """
from ollama import generate

def run(prompt):
    return generate(model="m", prompt=prompt)  #: sdk-call generate, model-tag m, request-key prompt
""",
        "app/services/__init__.py": "",
        "app/__init__.py": "",
        "app/api/chat.py": """
from ..services.llm import run

def post(text):
    return {"text": run(text).response}  #: response-access response
""",
        "app/api/__init__.py": "",
    },
    "a module as a whole": {
        "app/llm.py": "import ollama\n\ndef names():\n    return ollama.list()  #: sdk-call tags\n",
        "app/menu.py": """
from app import llm

for model in llm.names()["models"]:  #: response-access models
    print(model["name"], model["details"]["family"])  #: response-access models[].name, models[].details, models[].details.family
""",
    },
    "an alias of an alias": {
        "a.py": "import ollama\n\nask = ollama.generate\n",
        "b.py": "from a import ask as question\n\nwonder = question\n",
        "c.py": """
import b as helpers

print(helpers.wonder(model="m", prompt="x")["response"])  #: sdk-call generate, model-tag m, request-key prompt, response-access response
""",
    },
    "a maker of clients": {
        "factory.py": """
import ollama

_client = None

def get_client():
    global _client
    if _client is None:
        _client = ollama.Client()  #: client
    return _client
""",
        "work.py": """
from factory import get_client

def run():
    return get_client().embed(model="n", input="x")["embeddings"][0]  #: sdk-call embed, model-tag n, response-access embeddings
""",
    },
    "a subclass in another file": {
        "base.py": """
import ollama

class Agent:
    model = "llama3.2"  #: model-tag llama3.2

    def call(self, messages):
        return ollama.chat(model=self.model, messages=messages)  #: sdk-call chat
""",
        "agents.py": """
from base import Agent

class Critic(Agent):
    model = "qwen3"  #: model-tag qwen3

    def judge(self, text):
        return self.call([{"role": "user", "content": text}]).message.content  #: response-access message, message.content
""",
    },
    "modules that import one another": {
        "one.py": "import ollama\nimport two\n\ndef ask():\n    return ollama.generate('m', 'x')  #: sdk-call generate, model-tag m\n\nprint(two.show())\n",
        "two.py": """
import one

def show():
    return one.ask()["response"]  #: response-access response
""",
    },
    "settings in a module": {
        "config.py": "MODEL = 'llama3.2'  #: model-tag llama3.2\nOPTIONS = {'num_ctx': 4096}  #: option num_ctx\n",
        "run.py": """
import ollama
import config

ollama.chat(model=config.MODEL, messages=[], options=config.OPTIONS)  #: sdk-call chat, request-key options
""",
    },
    "a file among `src`": {
        "src/bot/llm.py": "import ollama\n\ndef ask():\n    return ollama.generate('m', 'x')  #: sdk-call generate, model-tag m\n",
        "src/bot/__init__.py": "",
        "src/bot/main.py": "from bot.llm import ask\n\nprint(ask().response)  #: response-access response\n",
    },
    "a function of a package, through `__init__`": {
        "core/llm.py": """
import ollama

def complete(text):
    return ollama.chat(model="m", messages=[{"role": "user", "content": text}])  #: sdk-call chat, model-tag m
""",
        "core/__init__.py": "from core.llm import complete as ask\n\n__all__ = ['ask']\n",
        "web/views.py": """
import core

def view(request):
    return core.ask("x")["message"]["content"]  #: response-access message, message.content
""",
    },
}


@pytest.mark.parametrize("files", MODULES.values(), ids=MODULES)
def test_modules_are_followed(files):
    agree(files)
