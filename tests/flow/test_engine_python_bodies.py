"""Requests and settings of a program that come from models, configuration and callers. What must change stands beside the code."""

import pytest

from tests.flow.flowing import agree

CASES = {
    "a body of FastAPI is handed on by its fields": """
import ollama
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()

class Ask(BaseModel):
    model: str = "llama3.2"  #: model-tag llama3.2
    prompt: str
    temperature: float = 0.7

@app.post("/ask")
def ask(body: Ask):
    r = ollama.generate(model=body.model, prompt=body.prompt, options={"temperature": body.temperature})  #: sdk-call generate, request-key prompt, request-key options, option temperature
    return {"text": r["response"]}  #: response-access response
""",
    "messages of a conversation object": """
import ollama

class Conversation:
    def __init__(self, system):
        self.messages = [{"role": "system", "content": system}]

    def add(self, role, content, images=None):
        message = {"role": role, "content": content}
        if images:
            message["images"] = images  #: request-key messages[].images
        self.messages.append(message)

    def send(self):
        r = ollama.chat(model="m", messages=self.messages)  #: sdk-call chat, model-tag m
        self.add("assistant", r["message"]["content"])  #: response-access message, message.content
        return self.messages[-1]["content"]
""",
    "options by keyword with defaults": """
import ollama

DEFAULTS = {"num_ctx": 4096, "top_p": 0.9}  #: option num_ctx, top_p

def generate(prompt, **options):
    merged = {**DEFAULTS, **options}
    return ollama.generate(model="m", prompt=prompt, options=merged)  #: sdk-call generate, model-tag m, request-key prompt, options

generate("x", repeat_penalty=1.1)  #: option repeat_penalty
""",
    "a list of models to try": """
import ollama

for name in ["llama3.2:1b", "qwen3:8b"]:  #: model-tag llama3.2:1b, qwen3:8b
    try:
        print(ollama.generate(name, "x").response)  #: sdk-call generate, response-access response
        break
    except ollama.ResponseError as e:  #: error-handling
        print(name, e)
""",
    "parameters of a test of models": """
import ollama
import pytest

@pytest.mark.parametrize("model", ["llama3.2:1b", "qwen3:8b"])
def check(model):
    assert ollama.generate(model=model, prompt="x").done  #: sdk-call generate, request-key prompt, response-access done
""",
    "a model chosen by a condition": """
import ollama

def pick(text):
    if len(text) > 100:
        return "llama3.3:70b"  #: model-tag llama3.3:70b
    return "llama3.2:1b"  #: model-tag llama3.2:1b

def ask(text):
    return ollama.generate(model=pick(text), prompt=text)  #: sdk-call generate, request-key prompt
""",
    "a name and a tag apart": """
import ollama

NAME, TAG = "llama3.2", "3b"  #: model-tag llama3.2:3b
ollama.chat(model=f"{NAME}:{TAG}", messages=[])  #: sdk-call chat
""",
    "`or` and a default": """
import os
import ollama

model = os.getenv("MODEL") or "llama3.2:1b"  #: model-tag llama3.2:1b
ollama.chat(model=model, messages=[])  #: sdk-call chat
""",
    "a pipeline of three": {
        "rag/embed.py": """
import ollama

def embed(texts, model="nomic-embed-text"):  #: model-tag nomic-embed-text
    return ollama.embed(model=model, input=texts)["embeddings"]  #: sdk-call embed, response-access embeddings
""",
        "rag/answer.py": """
import ollama

def answer(question, context, model="llama3.2"):  #: model-tag llama3.2
    prompt = f"{context} {question}"
    return ollama.generate(model=model, prompt=prompt, stream=True)  #: sdk-call generate, request-key prompt
""",
        "rag/cli.py": """
from rag.answer import answer
from rag.embed import embed

def main(question, store):
    vector = embed([question])[0]
    for part in answer(question, store.search(vector), model="qwen3:8b"):  #: model-tag qwen3:8b
        print(part["response"], end="")  #: response-access response
""",
        "rag/__init__.py": "",
    },
    "tools by functions": """
import json
import ollama

def weather(city: str) -> str:
    return city

TOOLS = {"weather": weather}

def run(question):
    messages = [{"role": "user", "content": question}]
    response = ollama.chat("m", messages=messages, tools=[weather])  #: sdk-call chat, model-tag m
    messages.append(response.message)  #: response-access message
    for tool in response.message.tool_calls or ():  #: response-access message, message.tool_calls
        if function := TOOLS.get(tool.function.name):
            output = function(**tool.function.arguments)  #: response-access message.tool_calls[].function.arguments
            messages.append({"role": "tool", "content": json.dumps(output), "tool_name": tool.function.name})  #: request-key messages[].tool_name
    return ollama.chat("m", messages=messages)["message"]["content"]  #: sdk-call chat, model-tag m, response-access message, message.content
""",
    "a tool call that is handed to a helper": """
import ollama

def execute(call):
    name = call["function"]["name"]
    arguments = call["function"]["arguments"]  #: response-access message.tool_calls[].function.arguments
    return name, arguments

def run(messages, tools):
    message = ollama.chat(model="m", messages=messages, tools=tools)["message"]  #: sdk-call chat, model-tag m, response-access message
    return [execute(call) for call in message.get("tool_calls", [])]  #: response-access message.tool_calls
""",
    "thinking apart from the answer": """
import ollama

thinking = answer = ""
for chunk in ollama.chat(model="qwen3", messages=[], think="high", stream=True):  #: sdk-call chat, model-tag qwen3, request-key think
    if chunk.message.thinking:  #: response-access message, message.thinking
        thinking += chunk.message.thinking  #: response-access message, message.thinking
    elif chunk["message"].get("content"):  #: response-access message, message.content
        answer += chunk["message"]["content"]  #: response-access message, message.content
""",
    "logging of the whole": """
import logging
import ollama

log = logging.getLogger(__name__)

def ask(prompt):
    r = ollama.generate(model="m", prompt=prompt)  #: sdk-call generate, model-tag m, request-key prompt
    log.info("took %s for %d", r["total_duration"], r.get("eval_count"))  #: response-access total_duration, eval_count
    log.debug("%s", r)
    return r
""",
    "a model that Ollama creates": """
import ollama

ollama.create(model="mario", from_="llama3.2", system="You are Mario.")  #: sdk-admin create, model-tag mario
print(ollama.generate("mario", "x").response)  #: sdk-call generate, model-tag mario, response-access response
""",
    "a cache of answers": """
import ollama

cache = {}

def ask(prompt):
    if prompt not in cache:
        cache[prompt] = ollama.generate("m", prompt)  #: sdk-call generate, model-tag m
    return cache[prompt]["response"]  #: response-access response
""",
    "a result type of one's own": """
from dataclasses import dataclass
import ollama

@dataclass
class Result:
    text: str
    tokens: int

    @classmethod
    def of(cls, raw):
        return cls(text=raw["message"]["content"], tokens=raw.get("eval_count", 0))  #: response-access message, message.content, eval_count

def ask():
    return Result.of(ollama.chat(model="m", messages=[]))  #: sdk-call chat, model-tag m

print(ask().text, ask().tokens)
""",
    "a notebook's cells": {
        "play.ipynb": '{"cells": [{"cell_type": "code", "source": ["import ollama\\n", "r = ollama.list()"]}], "metadata": {}, "nbformat": 4}  #: sdk-call tags',
    },
}

SILENT = {
    "a result of one's own with the same names": """
import ollama
from dataclasses import dataclass

@dataclass
class Result:
    response: str
    done: bool

def wrap():
    return Result(response=str(ollama.ps), done=True)

print(wrap().response, wrap().done)
""",
    "two caches": """
import ollama

answers, orders = {}, {}
answers["a"] = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
orders["a"] = {"response": 1}
print(orders["a"]["response"])
""",
    "two kinds in two lists": """
import ollama

answers, mails = [], []
answers.append(ollama.generate("m", "x"))  #: sdk-call generate, model-tag m
mails.append({"response": 1, "done": 0})
for mail in mails:
    print(mail["response"], mail["done"])
""",
    "two objects of one class": """
import ollama

class Box:
    def __init__(self, name):
        self.name = name

a = Box("response")
b = Box("done")
print(a.name, b.name, a.response, ollama.list)
""",
    "a helper for any dictionary": """
import ollama

def pick(data, *keys):
    return {k: data[k] for k in keys if k in data}

print(pick({"response": 1}, "response"))
ollama.ps()  #: sdk-admin ps
""",
    "an identity that is used for two": """
import ollama

def log(value):
    print(value)
    return value

log(ollama.generate("m", "x"))  #: sdk-call generate, model-tag m
log("text").upper()
""",
    "model names that never reach it": """
import ollama

GPT = "gpt-4o"
CLAUDE = "claude-sonnet-4-5"
print(GPT, CLAUDE)
ollama.list()  #: sdk-call tags
""",
    "a class variable of the same name": """
import ollama

class Config:
    model = "gpt-4o"
    options = {"num_ctx": 1}

print(Config.model, Config.options)
ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
""",
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_requests_and_answers_are_followed_through_models_and_settings(source):
    agree(source)


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT)
def test_what_never_meets_it_is_left_alone(source):
    agree(source)
