"""Clients and answers in objects of the program's own. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

CLASSES = {
    "a client on the object": """
from ollama import Client

class Bot:
    def __init__(self, host="http://localhost:11434", model="llama3.2"):  #: model-tag llama3.2
        self.client = Client(host=host)  #: client, client host
        self.model = model

    def ask(self, text):
        answer = self._call([{"role": "user", "content": text}])
        return answer["message"]["content"]  #: response-access message, message.content

    def _call(self, messages):
        return self.client.chat(model=self.model, messages=messages)  #: sdk-call chat
""",
    "a subclass calls what its base made": """
from ollama import Client

class Base:
    def __init__(self):
        self._client = Client()  #: client

class Writer(Base):
    def write(self, prompt):
        return self._client.generate("m", prompt).response  #: sdk-call generate, model-tag m, response-access response

print(Writer().write("x"))
""",
    "a method that a subclass fills in": """
import ollama

class Provider:
    def complete(self, text):
        return self.request(text)["response"]  #: response-access response

class Local(Provider):
    def request(self, text):
        return ollama.generate(model="m", prompt=text)  #: sdk-call generate, model-tag m, request-key prompt

Local().complete("x")
""",
    "a client on the class": """
import ollama

class Service:
    client = ollama.AsyncClient()  #: client

    @classmethod
    async def names(cls):
        return [m.model for m in (await cls.client.list()).models]  #: sdk-call tags, response-access models, models[].model
""",
    "a property that makes the client late": """
from ollama import Client

class Lazy:
    _client = None

    @property
    def client(self):
        if self._client is None:
            self._client = Client()  #: client
        return self._client

    def run(self, prompt):
        return self.client.generate(model="m", prompt=prompt)["response"]  #: sdk-call generate, model-tag m, request-key prompt, response-access response
""",
    "a cached property": """
from functools import cached_property
from ollama import Client

class Lazy:
    @cached_property
    def client(self) -> Client:  #: sdk-type
        return Client()  #: client

    def run(self):
        return self.client.ps().models  #: sdk-admin ps, response-access models
""",
    "a static method": """
import ollama

class Tool:
    @staticmethod
    def fetch(prompt):
        return ollama.generate("m", prompt)  #: sdk-call generate, model-tag m

text = Tool.fetch("x").response  #: response-access response
""",
    "a dataclass that carries the answer": """
from dataclasses import dataclass
import ollama

@dataclass
class Turn:
    question: str
    raw: dict

def ask(question):
    return Turn(question, ollama.chat(model="m", messages=[]))  #: sdk-call chat, model-tag m

print(ask("x").raw["message"]["content"], ask("x").question)  #: response-access message, message.content
""",
    "a model of pydantic that carries the answer": """
from pydantic import BaseModel
from ollama import ChatResponse, chat

class Result(BaseModel):
    response: ChatResponse  #: sdk-type chat
    seconds: float = 0

result = Result(response=chat(model="m", messages=[]))  #: sdk-call chat, model-tag m
print(result.response.message.content, result.seconds)  #: response-access message, message.content
""",
    "a named tuple that carries the answer": """
from typing import NamedTuple
import ollama

class Pair(NamedTuple):
    prompt: str
    answer: dict

def both():
    return Pair("x", ollama.generate("m", "x"))  #: sdk-call generate, model-tag m

print(both().answer["response"], both().prompt)  #: response-access response
""",
    "the last answer is kept on the object": """
import ollama

class Session:
    def __init__(self):
        self.last = None

    def send(self, messages):
        self.last = ollama.chat(model="m", messages=messages)  #: sdk-call chat, model-tag m

    def tokens(self):
        return self.last.eval_count if self.last else 0  #: response-access eval_count
""",
    "a context of the program's own": """
from contextlib import contextmanager
from ollama import Client

@contextmanager
def connected():
    client = Client()  #: client
    yield client

with connected() as c:
    print(c.generate("m", "x").response)  #: sdk-call generate, model-tag m, response-access response
""",
    "an object that enters itself": """
from ollama import AsyncClient

class Chat:
    async def __aenter__(self):
        self.client = AsyncClient()  #: client
        return self

    async def __aexit__(self, *details):
        pass

    async def say(self):
        return await self.client.chat(model="m", messages=[])  #: sdk-call chat, model-tag m

async def main():
    async with Chat() as chat:
        print((await chat.say()).message.content)  #: response-access message, message.content
""",
    "`__getattr__` and friends don't disturb": """
import ollama

class Proxy:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return getattr(self.inner, name)

    def names(self):
        return self.inner.list()["models"]  #: sdk-call tags, response-access models

Proxy(ollama.Client()).names()  #: client
""",
    "a client is passed to the constructor": """
from ollama import Client

class Summary:
    def __init__(self, llm):
        self.llm = llm

    def of(self, text):
        return self.llm.generate(model="m", prompt=text).response  #: sdk-call generate, model-tag m, request-key prompt, response-access response

Summary(Client()).of("x")  #: client
""",
    "a client that only an annotation tells of": """
import ollama

class Summary:
    llm: ollama.Client  #: sdk-type

    def of(self, text):
        return self.llm.generate(model="m", prompt=text)["response"]  #: sdk-call generate, model-tag m, request-key prompt, response-access response
""",
    "an optional client of an annotation": """
from typing import Optional
from ollama import Client

def ask(text: str, client: Optional[Client] = None) -> str:  #: sdk-type
    client = client or Client()  #: client
    return client.generate("m", text).response  #: sdk-call generate, model-tag m, response-access response
""",
    "a registry of providers": """
import ollama

class Local:
    def ask(self, text):
        return ollama.generate("m", text)  #: sdk-call generate, model-tag m

PROVIDERS = {"local": Local}

def make(name):
    return PROVIDERS["local"]()

print(make("x").ask("y")["response"])  #: response-access response
""",
}


@pytest.mark.parametrize("source", CLASSES.values(), ids=CLASSES)
def test_objects_are_followed(source):
    agree(source)
