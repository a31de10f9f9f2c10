"""Idioms of larger programs that talk to Ollama. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

CLIENTS = {
    "a client in a dictionary of clients": """
import ollama

clients = {}

def client_for(host):
    if host not in clients:
        clients[host] = ollama.Client(host=host)  #: client, client host
    return clients[host]

print(client_for("http://a:11434").list().models)  #: sdk-call tags, response-access models
""",
    "clients in a list": """
from ollama import Client

pool = [Client(host=h) for h in ("http://a:11434", "http://b:11434")]  #: client, client host
for client in pool:
    print(client.ps()["models"])  #: sdk-admin ps, response-access models
""",
    "a client in a global that a function sets": """
import ollama

client = None

def start():
    global client
    client = ollama.Client()  #: client

def ask():
    return client.generate("m", "x")["response"]  #: sdk-call generate, model-tag m, response-access response
""",
    "a method that is put in a variable": """
import ollama

class Bot:
    def __init__(self, stream=False):
        self.call = ollama.chat if not stream else ollama.generate

    def ask(self):
        return self.call(model="m", messages=[])["message"]  #: sdk-call chat, model-tag m, response-access message
""",
    "a mixin": """
import ollama

class Asks:
    def ask(self, prompt):
        return ollama.generate(self.model, prompt)  #: sdk-call generate

class Names:
    model = "phi3:mini"  #: model-tag phi3:mini

class Bot(Names, Asks):
    pass

print(Bot().ask("x").response)  #: response-access response
""",
    "`super()` and its answer": """
import ollama

class Plain:
    def ask(self, prompt):
        return ollama.generate("m", prompt)  #: sdk-call generate, model-tag m

class Loud(Plain):
    def ask(self, prompt):
        answer = super().ask(prompt)
        return answer["response"].upper()  #: response-access response
""",
    "a class with `from_env`": """
import os
from ollama import Client

class Bot:
    def __init__(self, client, model):
        self.client, self.model = client, model

    @classmethod
    def from_env(cls):
        return cls(Client(host=os.environ["OLLAMA_HOST"]), "llama3.2")  #: client, client host, model-tag llama3.2

    def ask(self, text):
        return self.client.generate(model=self.model, prompt=text).response  #: sdk-call generate, request-key prompt, response-access response

Bot.from_env().ask("x")
""",
    "a protocol": """
from typing import Protocol
import ollama

class Asks(Protocol):
    def ask(self, text: str) -> dict: ...

class Local:
    def ask(self, text: str) -> dict:
        return ollama.generate("m", text)  #: sdk-call generate, model-tag m

def show(asker: Asks) -> None:
    print(asker.ask("x")["response"])  #: response-access response

show(Local())
""",
    "attributes by `attrs` and `field`": """
from dataclasses import dataclass, field
import ollama

@dataclass
class Bot:
    client: ollama.Client = field(default_factory=ollama.Client)  #: sdk-type
    history: list = field(default_factory=list)

    def ask(self, text):
        self.history.append({"role": "user", "content": text})
        return self.client.chat(model="m", messages=self.history).message.content  #: sdk-call chat, model-tag m, response-access message, message.content
""",
    "a client of an installed module": """
import importlib

ollama = importlib.import_module("ollama")
print(ollama.list()["models"])  #: sdk-call tags, response-access models
""",
    "an import with a condition": """
USE = True
if USE:
    from ollama import chat
else:
    def chat(**kwargs):
        return None

print(chat(model="m", messages=[])["message"])  #: sdk-call chat, model-tag m, response-access message
""",
    "an import for types alone": """
from __future__ import annotations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ollama import ChatResponse

def text(response: ChatResponse) -> str:  #: sdk-type chat
    return response.message.content  #: response-access message, message.content
""",
    "an annotation in quotes": """
import ollama

def text(response: "ollama.GenerateResponse") -> str:  #: sdk-type generate
    return response.response  #: response-access response
""",
    "an iterator of an annotated kind": """
from collections.abc import Iterator
from ollama import ChatResponse

def join(stream: Iterator[ChatResponse]) -> str:  #: sdk-type chat
    return "".join(part.message.content for part in stream)  #: response-access message, message.content
""",
    "an argument of typer's command": """
import typer
from ollama import Client

app = typer.Typer()

@app.command()
def ask(prompt: str, host: str = "http://localhost:11434"):
    typer.echo(Client(host).generate("m", prompt).response)  #: client, sdk-call generate, model-tag m, response-access response
""",
}

ANSWERS = {
    "a helper that takes either an object or a dictionary": """
import ollama

def text_of(r):
    if isinstance(r, dict):
        return r["message"]["content"]  #: response-access message, message.content
    if hasattr(r, "message"):  #: response-access message
        return r.message.content  #: response-access message, message.content

text_of(ollama.chat(model="m", messages=[]))  #: sdk-call chat, model-tag m
""",
    "`pop`, `setdefault` and `|`": """
import ollama

r = ollama.generate("m", "x").model_dump()  #: sdk-call generate, model-tag m
r.pop("context", None)  #: response-access context
merged = {"id": 1} | r
print(merged["response"])  #: response-access response
""",
    "unpacked with a star": """
import ollama

first, *rest = ollama.list()["models"]  #: sdk-call tags, response-access models
print(first["name"], rest[0]["size"])  #: response-access models[].name, models[].size
""",
    "in a nested function's default": """
import ollama

def outer():
    r = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
    def inner(r=r):
        return r.response  #: response-access response
    return inner()
""",
    "nonlocal": """
import ollama

def outer():
    last = None
    def step():
        nonlocal last
        last = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
    step()
    return last["response"]  #: response-access response
""",
    "in a `finally`": """
import ollama

def ask():
    r = None
    try:
        r = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
    finally:
        print(r.done if r else None)  #: response-access done
    return r["response"]  #: response-access response
""",
    "chained comparisons and formats": """
import ollama

r = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
print(f"{r['response']:>10} {r.eval_count!r}", "%s" % r["done"], "{}".format(r.model))  #: response-access response, eval_count, done, model
assert 0 < r["eval_count"] < 5, r.done_reason  #: response-access eval_count, done_reason
""",
    "a table of pandas": """
import ollama
import pandas as pd

rows = [{"name": m["name"], "gb": m["size"] / 1e9} for m in ollama.list()["models"]]  #: response-access models[].name, models[].size, sdk-call tags, response-access models
print(pd.DataFrame(rows)["name"])
""",
    "an `await` in a comprehension": """
from ollama import AsyncClient

async def many(prompts):
    c = AsyncClient()  #: client
    return [(await c.generate("m", p))["response"] for p in prompts]  #: sdk-call generate, model-tag m, response-access response
""",
    "a semaphore around": """
import asyncio
from ollama import AsyncClient

limit = asyncio.Semaphore(4)

async def one(client: AsyncClient, prompt):  #: sdk-type
    async with limit:
        return await client.generate(model="m", prompt=prompt)  #: sdk-call generate, model-tag m, request-key prompt

async def all_of(prompts):
    results = await asyncio.gather(*[one(AsyncClient(), p) for p in prompts], return_exceptions=True)  #: client
    return [r["response"] for r in results if not isinstance(r, Exception)]  #: response-access response
""",
    "`zip` with the questions": """
import ollama

prompts = ["a", "b"]
answers = [ollama.generate("m", p) for p in prompts]  #: sdk-call generate, model-tag m
for prompt, answer in zip(prompts, answers):
    print(prompt, answer["response"])  #: response-access response
""",
    "a dictionary's `items` of an answer": """
import ollama

r = ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
history = [r["message"]]  #: response-access message
for message in history:
    print(message["role"], message["content"])  #: response-access message.content
""",
    "an asynchronous queue": """
import asyncio
from ollama import AsyncClient

async def fill(queue):
    async for part in await AsyncClient().chat(model="m", messages=[], stream=True):  #: client, sdk-call chat, model-tag m
        await queue.put(part)

async def main():
    queue = asyncio.Queue()
    asyncio.create_task(fill(queue))
    print((await queue.get())["message"]["content"])  #: response-access message, message.content
""",
}


@pytest.mark.parametrize("source", CLIENTS.values(), ids=CLIENTS)
def test_clients_are_followed_through_idioms(source):
    agree(source)


@pytest.mark.parametrize("source", ANSWERS.values(), ids=ANSWERS)
def test_answers_are_followed_through_idioms(source):
    agree(source)
