"""Answers that are handed about, unpacked, put away and taken out again; requests that grow. What must change stands beside the code."""

import pytest

from tests.flow.flowing import agree

ANSWERS = {
    "a function gets the answer": """
import ollama

def show(answer, width=80):
    print(answer["message"]["content"][:width])  #: response-access message, message.content

show(ollama.chat(model="m", messages=[]))  #: sdk-call chat, model-tag m
""",
    "by the parameter's name": """
import ollama

def show(*, width, answer):
    print(answer["message"]["content"][:width])  #: response-access message, message.content

show(answer=ollama.chat(model="m", messages=[]), width=3)  #: sdk-call chat, model-tag m
""",
    "by `*args` and `**kwargs`": """
import ollama

def inner(answer, scale=1):
    return answer["eval_count"] * scale  #: response-access eval_count

def outer(*args, **kwargs):
    return inner(*args, **kwargs)

outer(ollama.generate("m", "x"))  #: sdk-call generate, model-tag m
outer(answer=ollama.generate("n", "x"), scale=2)  #: sdk-call generate, model-tag n
""",
    "`.get` chains": """
import ollama

r = ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
text = (r.get("message") or {}).get("content", "")  #: response-access message, message.content
count = r.get("eval_count", 0)  #: response-access eval_count
""",
    "`getattr` with a constant": """
import ollama

r = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
print(getattr(r, "response", ""), getattr(r, "thinking", None))  #: response-access response, thinking
""",
    "`in` asks for a key": """
import ollama

r = ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
if "message" in r and "tool_calls" in r["message"]:  #: response-access message, message, message.tool_calls
    print(r["message"]["tool_calls"])  #: response-access message, message.tool_calls
""",
    "a walrus": """
import ollama

if (answer := ollama.generate("m", "x")) and (text := answer["response"]):  #: sdk-call generate, model-tag m, response-access response
    print(text, answer["done"])  #: response-access done
""",
    "either of two": """
import ollama

def ask(deep, messages):
    r = ollama.chat(model="big", messages=messages) if deep else ollama.generate("small", "x")  #: sdk-call chat, model-tag big, sdk-call generate, model-tag small
    return r["message"]["content"] if deep else r["response"]  #: response-access message, message.content, response
""",
    "unpacked from a pair": """
import time, ollama

def timed(prompt):
    start = time.time()
    return ollama.generate("m", prompt), time.time() - start  #: sdk-call generate, model-tag m

answer, seconds = timed("x")
print(answer["response"], seconds)  #: response-access response
""",
    "in a dictionary of one's own": """
import ollama

def run():
    return {"ok": True, "raw": ollama.generate("m", "x")}  #: sdk-call generate, model-tag m

result = run()
print(result["raw"]["response"] if result["ok"] else "")  #: response-access response
""",
    "a dictionary by names of models": """
import ollama

answers = {name: ollama.generate(name, "x") for name in ("a:1b", "b:2b")}  #: sdk-call generate, model-tag a:1b, b:2b
for name, answer in answers.items():
    print(name, answer["response"])  #: response-access response
""",
    "`dict(response)`": """
import ollama

plain = dict(ollama.generate("m", "x"))  #: sdk-call generate, model-tag m
plain["seconds"] = plain["total_duration"] / 1e9  #: response-access total_duration
print(plain["response"])  #: response-access response
""",
    "`model_dump()`": """
import ollama

raw = ollama.chat(model="m", messages=[]).model_dump()  #: sdk-call chat, model-tag m
print(raw["message"]["content"], raw.get("eval_count"))  #: response-access message, message.content, eval_count
""",
    "through JSON and back": """
import json, ollama

text = json.dumps(ollama.generate("m", "x").model_dump())  #: sdk-call generate, model-tag m
back = json.loads(text)
print(back["response"])  #: response-access response
""",
    "`copy` and `deepcopy`": """
import copy, ollama

r = copy.deepcopy(ollama.generate("m", "x"))  #: sdk-call generate, model-tag m
print(r["response"])  #: response-access response
""",
    "`partial`": """
from functools import partial
import ollama

ask = partial(ollama.chat, model="llama3.2")  #: model-tag llama3.2
print(ask(messages=[]).message.content)  #: sdk-call chat, response-access message, message.content
""",
    "`gather`, one and many": """
import asyncio
from ollama import AsyncClient

async def main(client: AsyncClient, prompts):  #: sdk-type
    first, second = await asyncio.gather(client.generate("m", "a"), client.generate("m", "b"))  #: sdk-call generate, model-tag m, sdk-call generate, model-tag m
    print(first.response, second["response"])  #: response-access response, response
    rest = await asyncio.gather(*(client.generate("m", p) for p in prompts))  #: sdk-call generate, model-tag m
    return [r.response for r in rest]  #: response-access response
""",
    "a decorator around": """
import functools, ollama

def retry(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for _ in range(3):
            return function(*args, **kwargs)
    return wrapper

@retry
def ask(prompt):
    return ollama.generate("m", prompt)  #: sdk-call generate, model-tag m

print(ask("x")["response"])  #: response-access response
""",
    "a decorator from a library": """
import ollama
from tenacity import retry, stop_after_attempt

@retry(stop=stop_after_attempt(3))
def ask(prompt):
    return ollama.generate("m", prompt)  #: sdk-call generate, model-tag m

print(ask("x")["response"])  #: response-access response
""",
    "a cached function": """
from functools import lru_cache
import ollama

@lru_cache(maxsize=None)
def models():
    return ollama.list()["models"]  #: sdk-call tags, response-access models

names = sorted(m["name"] for m in models())  #: response-access models[].name
""",
    "a closure": """
import ollama

def asker(model):
    def ask(text):
        return ollama.generate(model=model, prompt=text)  #: sdk-call generate, request-key prompt
    return ask

print(asker("llama3.2")("x")["response"])  #: model-tag llama3.2, response-access response
""",
    "a pattern": """
import ollama

match ollama.chat(model="m", messages=[]).model_dump():  #: sdk-call chat, model-tag m
    case {"message": {"tool_calls": calls}}:  #: response-access message, message.tool_calls
        print(calls)
    case {"message": {"content": text}}:  #: response-access message, message.content
        print(text)
""",
    "`map` with a function": """
import ollama

names = list(map(lambda m: m["name"], ollama.list()["models"]))  #: response-access models[].name, sdk-call tags, response-access models
""",
    "a callback gets the whole answer": """
import ollama

def with_answer(prompt, then):
    return then(ollama.generate("m", prompt))  #: sdk-call generate, model-tag m

def text(answer):
    return answer.response  #: response-access response

with_answer("x", then=text)
""",
    "`run_in_executor`": """
import asyncio, ollama

async def ask():
    loop = asyncio.get_running_loop()
    r = await loop.run_in_executor(None, lambda: ollama.generate("m", "x"))  #: sdk-call generate, model-tag m
    return r["response"]  #: response-access response
""",
}


@pytest.mark.parametrize("source", ANSWERS.values(), ids=ANSWERS)
def test_answers_are_followed(source):
    agree(source)
