"""Streams in Python: the client's, and lines of JSON that are read by hand. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

OF_THE_CLIENT = {
    "a loop over the answer": """
import ollama

for chunk in ollama.chat(model="m", messages=[], stream=True):  #: sdk-call chat, model-tag m
    print(chunk["message"]["content"], end="", flush=True)  #: response-access message, message.content
""",
    "the last chunk tells more": """
import ollama

def talk(prompt):
    stream = ollama.generate(model="m", prompt=prompt, stream=True)  #: sdk-call generate, model-tag m, request-key prompt
    for part in stream:
        if part.get("done"):  #: response-access done
            return part["eval_count"] / part["eval_duration"]  #: response-access eval_count, eval_duration
        print(part.response)  #: response-access response
""",
    "an asynchronous loop": """
from ollama import AsyncClient

async def main():
    async for part in await AsyncClient().chat(model="m", messages=[], stream=True):  #: client, sdk-call chat, model-tag m
        print(part.message.content, part.done)  #: response-access message, message.content, done
""",
    "an asynchronous comprehension": """
from ollama import AsyncClient

async def main(client: AsyncClient):  #: sdk-type
    stream = await client.generate(model="m", prompt="x", stream=True)  #: sdk-call generate, model-tag m, request-key prompt
    return "".join([part["response"] async for part in stream])  #: response-access response
""",
    "a generator of chunks": """
import ollama

def chunks(prompt):
    for chunk in ollama.generate(model="m", prompt=prompt, stream=True):  #: sdk-call generate, model-tag m, request-key prompt
        yield chunk

def texts(prompt):
    for chunk in chunks(prompt):
        yield chunk["response"]  #: response-access response

print("".join(texts("x")))
""",
    "a generator that hands on another": """
import ollama

def chunks(messages):
    yield from ollama.chat(model="m", messages=messages, stream=True)  #: sdk-call chat, model-tag m

def show():
    for part in chunks([]):
        print(part.message.content)  #: response-access message, message.content
""",
    "an asynchronous generator": """
from ollama import AsyncClient

class Bot:
    def __init__(self):
        self.client = AsyncClient()  #: client

    async def stream(self, messages):
        async for chunk in await self.client.chat(model="m", messages=messages, stream=True):  #: sdk-call chat, model-tag m
            yield chunk

    async def text(self):
        out = ""
        async for chunk in self.stream([]):
            if chunk["done"]:  #: response-access done
                break
            out += chunk["message"]["content"]  #: response-access message, message.content
        return out
""",
    "the stream is returned and read elsewhere": {
        "bot.py": """
import ollama

def start(text):
    return ollama.chat(model="m", messages=[{"role": "user", "content": text}], stream=True)  #: sdk-call chat, model-tag m
""",
        "screen.py": """
from bot import start

def show():
    for number, part in enumerate(start("hi")):
        print(number, part["message"]["content"])  #: response-access message, message.content
""",
    },
    "`next` and `iter`": """
import ollama

stream = iter(ollama.generate(model="m", prompt="x", stream=True))  #: sdk-call generate, model-tag m, request-key prompt
first = next(stream)
print(first["response"])  #: response-access response
print(next(stream, None).done)  #: response-access done
""",
    "a list of chunks": """
import ollama

parts = list(ollama.generate("m", "x", stream=True))  #: sdk-call generate, model-tag m
print(parts[0].response, parts[-1]["total_duration"])  #: response-access response, total_duration
""",
    "with and without a stream": """
import ollama

def ask(messages, stream=False):
    response = ollama.chat(model="m", messages=messages, stream=stream)  #: sdk-call chat, model-tag m
    if not stream:
        return response["message"]["content"]  #: response-access message, message.content
    return (part["message"]["content"] for part in response)  #: response-access message, message.content
""",
    "a callback for each chunk": """
import ollama

def stream(prompt, on_chunk):
    for chunk in ollama.generate("m", prompt, stream=True):  #: sdk-call generate, model-tag m
        on_chunk(chunk)

stream("x", lambda part: print(part["response"]))  #: response-access response
""",
    "chunks go through a queue of the program's own": """
import ollama

def fill(pending):
    for chunk in ollama.generate("m", "x", stream=True):  #: sdk-call generate, model-tag m
        pending.append(chunk)

def show():
    pending = []
    fill(pending)
    for chunk in pending:
        print(chunk["response"])  #: response-access response
""",
}

BY_HAND = {
    "`iter_lines` of requests": """
import json, requests

r = requests.post("http://localhost:11434/api/generate", json={"model": "m", "prompt": "x"}, stream=True)  #: endpoint /api/generate, model-tag m, request-key prompt
for line in r.iter_lines():  #: stream-parse iter_lines
    if line:
        part = json.loads(line)  #: stream-parse JSON
        print(part["response"], end="")  #: response-access response
        if part["done"]:  #: response-access done
            break
""",
    "`iter_lines` that decodes, in a context": """
import json
import requests

def lines(messages):
    body = {"model": "m", "messages": messages}  #: model-tag m
    with requests.post("http://localhost:11434/api/chat", json=body, stream=True) as response:  #: endpoint /api/chat
        response.raise_for_status()
        for raw in response.iter_lines(decode_unicode=True):  #: stream-parse iter_lines
            yield json.loads(raw)["message"]["content"]  #: stream-parse JSON, response-access message, message.content
""",
    "`aiter_lines` of httpx": """
import httpx, json

async def talk(prompt):
    async with httpx.AsyncClient(timeout=None) as client:
        async with client.stream("POST", "http://localhost:11434/api/generate", json={"model": "m", "prompt": prompt}) as r:  #: endpoint /api/generate, model-tag m, request-key prompt
            async for line in r.aiter_lines():  #: stream-parse aiter_lines
                data = json.loads(line)  #: stream-parse JSON
                yield data.get("response", "")  #: response-access response
""",
    "`content` of aiohttp": """
import aiohttp, json

async def talk(messages):
    async with aiohttp.ClientSession() as session:
        async with session.post("http://localhost:11434/api/chat", json={"model": "m", "messages": messages}) as resp:  #: endpoint /api/chat, model-tag m
            async for line in resp.content:  #: stream-parse []
                if not line.strip():
                    continue
                part = json.loads(line.decode("utf-8"))  #: stream-parse JSON
                print(part["message"]["content"])  #: response-access message, message.content
""",
    "a response of urllib is a file": """
import json
from urllib.request import Request, urlopen

body = json.dumps({"model": "m", "prompt": "x"}).encode()  #: model-tag m, request-key prompt
with urlopen(Request("http://localhost:11434/api/generate", data=body)) as response:  #: endpoint /api/generate
    for line in response:  #: stream-parse []
        print(json.loads(line)["response"])  #: stream-parse JSON, response-access response
""",
    "the whole text is split": """
import json, requests

text = requests.post("http://localhost:11434/api/generate", json={"model": "m", "prompt": "x"}).text  #: endpoint /api/generate, model-tag m, request-key prompt
parts = [json.loads(line) for line in text.splitlines() if line.strip()]  #: stream-parse splitlines, stream-parse JSON
print("".join(part["response"] for part in parts))  #: response-access response
""",
    "a function that parses lines": """
import json, requests

def parse(line):
    try:
        return json.loads(line)  #: stream-parse JSON
    except json.JSONDecodeError:
        return {}

def run():
    r = requests.post("http://localhost:11434/api/chat", json={"model": "m", "messages": []}, stream=True)  #: endpoint /api/chat, model-tag m
    for line in filter(None, r.iter_lines()):  #: stream-parse iter_lines
        print(parse(line).get("message", {}).get("content", ""))  #: response-access message, message.content
""",
    "a buffer of bytes": """
import json, httpx

def run():
    buffer = ""
    with httpx.stream("POST", "http://localhost:11434/api/generate", json={"model": "m", "prompt": "x"}) as r:  #: endpoint /api/generate, model-tag m, request-key prompt
        for text in r.iter_text():  #: stream-parse iter_text
            buffer += text
            while "\\n" in buffer:
                line, buffer = buffer.split("\\n", 1)  #: stream-parse split
                print(json.loads(line)["response"])  #: stream-parse JSON, response-access response
""",
    "lines in one file, chunks in another": {
        "llm/http.py": """
import json
import requests

def stream(path, payload):
    r = requests.post(f"http://localhost:11434/api/{path}", json=payload, stream=True)  #: endpoint
    for line in r.iter_lines():  #: stream-parse iter_lines
        yield json.loads(line)  #: stream-parse JSON
""",
        "llm/chat.py": """
from .http import stream

def say(messages):
    for part in stream("chat", {"model": "m", "messages": messages}):  #: endpoint /api/chat, model-tag m
        yield part["message"]["content"]  #: response-access message, message.content
""",
    },
    "`json.loads` of orjson": """
import orjson, requests

with requests.post("http://localhost:11434/api/generate", json={"model": "m", "prompt": "x"}, stream=True) as r:  #: endpoint /api/generate, model-tag m, request-key prompt
    for line in r.iter_lines(chunk_size=1):  #: stream-parse iter_lines
        print(orjson.loads(line)["response"])  #: stream-parse JSON, response-access response
""",
    "a loop with a walrus": """
import json
from urllib import request

r = request.urlopen("http://localhost:11434/api/generate", json.dumps({"model": "m", "prompt": "x"}).encode())  #: endpoint /api/generate, model-tag m, request-key prompt
while line := r.readline():  #: stream-parse readline
    print(json.loads(line)["response"])  #: stream-parse JSON, response-access response
""",
}


@pytest.mark.parametrize("source", OF_THE_CLIENT.values(), ids=OF_THE_CLIENT)
def test_chunks_of_the_client_are_followed(source):
    agree(source)


@pytest.mark.parametrize("source", BY_HAND.values(), ids=BY_HAND)
def test_lines_that_are_read_by_hand_are_followed(source):
    agree(source)
