"""What a program gives to Ollama, however it is put together, and how frameworks are told. What must change stands beside the code."""

import pytest

from tests.flow.flowing import agree

REQUESTS = {
    "a payload in steps": """
import requests

payload = {"model": "m"}  #: model-tag m
payload["prompt"] = "x"  #: request-key prompt
payload["options"] = {"temperature": 0.1}  #: request-key options, option temperature
payload["options"]["num_ctx"] = 4096  #: option num_ctx
payload["stream"] = False
print(requests.post("http://localhost:11434/api/generate", json=payload).json()["response"])  #: endpoint /api/generate, response-access response
""",
    "`update` and `setdefault`": """
import requests

body = dict(model="m", messages=[])  #: model-tag m
body.update({"keep_alive": "5m", "format": "json"})  #: request-key keep_alive, format
body.update(think=False)  #: request-key think
body.setdefault("options", {})["num_predict"] = 10  #: request-key options, option num_predict
requests.post("http://localhost:11434/api/chat", json=body)  #: endpoint /api/chat
""",
    "`**common` in a literal": """
import httpx

COMMON = {"model": "m", "keep_alive": -1}  #: model-tag m, request-key keep_alive

def ask(prompt):
    return httpx.post("http://localhost:11434/api/generate", json={**COMMON, "prompt": prompt, "system": "s"})  #: endpoint /api/generate, request-key prompt, system
""",
    "`**common` in a call": """
import ollama

common = {"model": "m", "options": {"num_ctx": 1}}  #: model-tag m, request-key options, option num_ctx

def ask(prompt, **more):
    return ollama.generate(prompt=prompt, **common, **more)  #: sdk-call generate, request-key prompt

ask("x", keep_alive=0)  #: request-key keep_alive
""",
    "a union of dictionaries": """
import ollama

BASE = {"num_ctx": 2048}  #: option num_ctx
ollama.chat(model="m", messages=[], options=BASE | {"num_predict": 5})  #: sdk-call chat, model-tag m, request-key options, option num_predict
""",
    "a function builds the payload": """
import requests

def build(prompt, images=None):
    data = {"model": "llava", "prompt": prompt}  #: model-tag llava, request-key prompt
    if images:
        data["images"] = images  #: request-key images
    return data

requests.post("http://localhost:11434/api/generate", json=build("x"))  #: endpoint /api/generate
""",
    "only what is set": """
import requests

def ask(num_ctx=None, temperature=None):
    options = {}
    if num_ctx is not None:
        options["num_ctx"] = num_ctx  #: option num_ctx
    if temperature is not None:
        options["temperature"] = temperature  #: option temperature
    body = {"model": "m", "messages": []}  #: model-tag m
    if options:
        body["options"] = options  #: request-key options
    return requests.post("http://localhost:11434/api/chat", json=body)  #: endpoint /api/chat
""",
    "a body as text": """
import json, requests

requests.post(
    "http://localhost:11434/api/generate",  #: endpoint /api/generate
    data=json.dumps({"model": "m", "prompt": "x", "raw": True}),  #: model-tag m, request-key prompt, raw
    headers={"Content-Type": "application/json"},
)
""",
    "options as attributes": """
import ollama

class Bot:
    def __init__(self):
        self.options = {"num_ctx": 8192}  #: option num_ctx
        self.options["top_k"] = 40  #: option top_k

    def ask(self, messages):
        return ollama.chat(model="m", messages=messages, options=self.options)  #: sdk-call chat, model-tag m, request-key options
""",
    "options from another file": {
        "tuning.py": "FAST = {'num_ctx': 512, 'num_gpu': 1}  #: option num_ctx, num_gpu\n",
        "bot.py": """
import ollama
from tuning import FAST

ollama.generate("m", "x", options={**FAST, "seed": 1})  #: sdk-call generate, model-tag m, request-key options, option seed
""",
    },
    "messages in steps": """
import ollama

def talk(text, picture):
    messages = [{"role": "system", "content": "s"}]
    messages += [{"role": "user", "content": text, "images": [picture]}]  #: request-key messages[].images
    messages.extend([{"role": "tool", "content": "1", "tool_name": "add"}])  #: request-key messages[].tool_name
    return ollama.chat(model="m", messages=messages)["message"]  #: sdk-call chat, model-tag m, response-access message
""",
    "a message that is made elsewhere": """
import base64, ollama

def picture(path):
    with open(path, "rb") as file:
        return {"role": "user", "content": "?", "images": [base64.b64encode(file.read()).decode()]}  #: request-key messages[].images

ollama.chat(model="llava", messages=[picture("a.png")])  #: sdk-call chat, model-tag llava
""",
    "a model from the environment": """
import os, ollama

MODEL = os.environ.get("CHAT_MODEL", "llama3.2:3b")  #: model-tag llama3.2:3b
ollama.chat(model=MODEL, messages=[])  #: sdk-call chat
""",
    "a comprehension of messages": """
import ollama

def replay(log):
    messages = [{"role": r, "content": c, "images": i} for r, c, i in log]  #: request-key messages[].images
    return ollama.chat(model="m", messages=messages)  #: sdk-call chat, model-tag m
""",
}

FRAMEWORKS = {
    "LangChain's arguments": """
from langchain_ollama import ChatOllama

llm = ChatOllama(  #: framework ChatOllama
    model="llama3.2",  #: model-tag llama3.2
    base_url="http://localhost:11434",  #: base-url base_url
    temperature=0,
    num_ctx=8192,  #: option num_ctx
    format="json",  #: request-key format
    keep_alive="10m",  #: request-key keep_alive
)
print(llm.invoke("x").content)
""",
    "arguments from a dictionary": """
from langchain_ollama import ChatOllama

settings = {"model": "m:1b", "num_ctx": 1024}  #: model-tag m:1b, option num_ctx
settings["base_url"] = "http://gpu:11434"  #: base-url base_url
llm = ChatOllama(**settings)  #: framework ChatOllama
""",
    "a chain keeps its parts": """
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_ollama import ChatOllama

chain = ChatPromptTemplate.from_template("{q}") | ChatOllama(model="m:1b") | StrOutputParser()  #: framework ChatOllama, model-tag m:1b
print(chain.invoke({"q": "x"}))
for part in chain.stream({"q": "x"}):
    print(part, end="")
""",
    "a maker of models": """
from langchain_ollama import ChatOllama

def make(model="llama3.2:3b", **more):  #: model-tag llama3.2:3b
    return ChatOllama(model=model, **more)  #: framework ChatOllama

make("qwen3:8b", num_ctx=100)  #: model-tag qwen3:8b, option num_ctx
""",
    "LlamaIndex": """
from llama_index.llms.ollama import Ollama

llm = Ollama(model="llama3.2", request_timeout=60.0, context_window=8000)  #: framework Ollama, model-tag llama3.2
print(llm.complete("x").text)
""",
}


@pytest.mark.parametrize("source", REQUESTS.values(), ids=REQUESTS)
def test_what_is_asked_is_found_where_it_is_written(source):
    agree(source)


@pytest.mark.parametrize("source", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_arguments_of_frameworks_are_found(source):
    agree(source)
