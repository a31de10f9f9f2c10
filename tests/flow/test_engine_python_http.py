"""Requests over HTTP by hand: where the address comes from, and wrappers. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

ADDRESSES = {
    "a constant and `+`": """
import requests

BASE = "http://localhost:11434"
URL = BASE + "/api/generate"  #: endpoint /api/generate
r = requests.post(URL, json={"model": "m", "prompt": "x", "stream": False})  #: model-tag m, request-key prompt
print(r.json()["response"])  #: response-access response
""",
    "the environment and an f-string": """
import os, requests

HOST = os.environ.get("OLLAMA_HOST", "http://localhost:11434")
models = requests.get(f"{HOST}/api/tags", timeout=5).json()["models"]  #: endpoint /api/tags, response-access models
print([m["name"] for m in models])  #: response-access models[].name
""",
    "a variable without a default": """
import os, requests

url = os.environ["OLLAMA_BASE_URL"].rstrip("/")
data = requests.get(url + "/api/ps").json()  #: endpoint /api/ps
print(data["models"][0]["size_vram"])  #: response-access models, models[].size_vram
""",
    "`format` and `%`": """
import requests

HOST = "localhost:11434"
one = requests.get("http://{}/api/tags".format(HOST)).json()  #: endpoint /api/tags
two = requests.get("http://%s/api/ps" % HOST).json()  #: endpoint /api/ps
print(one["models"], two["models"])  #: response-access models, models
""",
    "`urljoin`": """
from urllib.parse import urljoin
import requests

OLLAMA_URL = "http://localhost:11434"
r = requests.post(urljoin(OLLAMA_URL, "/api/embed"), json={"model": "n", "input": ["a"]})  #: endpoint /api/embed, model-tag n
print(r.json()["embeddings"][0])  #: response-access embeddings
""",
    "host and port apart": """
import requests

host, port = "localhost", 11434
r = requests.post(f"http://{host}:{port}/api/generate", json={"model": "m", "prompt": "x"})  #: endpoint /api/generate, model-tag m, request-key prompt
print(r.json()["response"])  #: response-access response
""",
    "settings of pydantic": {
        "app/settings.py": """
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    ollama_url: str = "http://localhost:11434"
    chat_model: str = "llama3.2"  #: model-tag llama3.2

settings = Settings()
""",
        "app/llm.py": """
import httpx
from app.settings import settings

async def ask(prompt):
    async with httpx.AsyncClient() as client:
        r = await client.post(f"{settings.ollama_url}/api/generate", json={"model": settings.chat_model, "prompt": prompt})  #: endpoint /api/generate, request-key prompt
    return r.json()["response"]  #: response-access response
""",
    },
    "a setting whose name doesn't say it": {
        "conf.py": "LLM = {'endpoint': 'http://localhost:11434', 'model': 'm:1b'}  #: model-tag m:1b\n",
        "ask.py": """
import requests
from conf import LLM

def ask(text):
    body = {"model": LLM["model"], "messages": [{"role": "user", "content": text}], "options": {"num_ctx": 1}}  #: request-key options, option num_ctx
    return requests.post(LLM["endpoint"] + "/api/chat", json=body).json()["message"]["content"]  #: endpoint /api/chat, response-access message, message.content
""",
    },
    "a session with its base URL": """
import httpx

client = httpx.Client(base_url="http://localhost:11434", timeout=60)
print(client.get("/api/tags").json()["models"])  #: endpoint /api/tags, response-access models
print(client.post("/api/show", json={"model": "m"}).json()["details"])  #: endpoint /api/show, model-tag m, response-access details
""",
    "a base URL that ends in `/api`": """
import httpx

client = httpx.AsyncClient(base_url="http://localhost:11434/api")

async def names():
    r = await client.get("/tags")  #: endpoint /api/tags
    return [m["model"] for m in r.json()["models"]]  #: response-access models, models[].model
""",
    "a session of aiohttp": """
import aiohttp

async def ask(messages):
    async with aiohttp.ClientSession("http://localhost:11434") as session:
        async with session.post("/api/chat", json={"model": "m", "messages": messages, "stream": False}) as r:  #: endpoint /api/chat, model-tag m
            data = await r.json()
    return data["message"]["content"]  #: response-access message, message.content
""",
    "a session of requests": """
import requests

s = requests.Session()
s.headers.update({"X": "y"})
reply = s.post("http://localhost:11434/api/embeddings", json={"model": "n", "prompt": "x"}).json()  #: endpoint /api/embeddings, model-tag n, request-key prompt
vector = reply.get("embedding", [])  #: response-access embedding
""",
    "the answer's text is loaded": """
import json, requests

r = requests.post("http://localhost:11434/api/generate", json={"model": "m", "prompt": "x", "stream": False})  #: endpoint /api/generate, model-tag m, request-key prompt
print(json.loads(r.text)["response"], json.loads(r.content)["done"])  #: response-access response, done
""",
    "urllib": """
import json, urllib.request

req = urllib.request.Request("http://localhost:11434/api/tags")  #: endpoint /api/tags
with urllib.request.urlopen(req) as f:
    data = json.load(f)
print(data["models"][0]["digest"])  #: response-access models, models[].digest
""",
    "an error in the answer": """
import requests

data = requests.post("http://localhost:11434/api/generate", json={"model": "m", "prompt": "x"}).json()  #: endpoint /api/generate, model-tag m, request-key prompt
if "error" in data:  #: error-handling error
    raise RuntimeError(data["error"])  #: error-handling error
""",
    "Ollama's own OpenAI protocol reads the same": """
import requests

r = requests.post("http://localhost:11434/v1/chat/completions", json={"model": "m", "messages": []})
print(r.json()["choices"][0]["message"]["content"])
""",
}

WRAPPERS = {
    "the path is a parameter": """
import requests

def call(path, payload):
    r = requests.post("http://localhost:11434" + path, json=payload, timeout=10)
    r.raise_for_status()
    return r.json()

print(call("/api/generate", {"model": "m", "prompt": "x"})["response"])  #: endpoint /api/generate, model-tag m, request-key prompt, response-access response
print(call("/api/embed", {"model": "n", "input": "x"})["embeddings"])  #: endpoint /api/embed, model-tag n, response-access embeddings
""",
    "a class with methods for each endpoint": """
import httpx

class OllamaClient:
    def __init__(self, base_url="http://localhost:11434"):
        self.base_url = base_url
        self.http = httpx.Client(timeout=30)

    def _post(self, path, body):
        return self.http.post(f"{self.base_url}{path}", json=body).json()

    def generate(self, prompt, **options):
        return self._post("/api/generate", {"model": "m", "prompt": prompt, "options": options})["response"]  #: endpoint /api/generate, model-tag m, request-key prompt, options, response-access response

    def tags(self):
        return self.http.get(self.base_url + "/api/tags").json()["models"]  #: endpoint /api/tags, response-access models

OllamaClient().generate("x", num_ctx=5)  #: option num_ctx
""",
    "it tries again": """
import time, requests

def post(url, body, tries=3):
    for attempt in range(tries):
        try:
            r = requests.post(url, json=body)
            if r.status_code == 200:
                return r.json()
        except requests.ConnectionError:
            time.sleep(2**attempt)
    return None

data = post("http://localhost:11434/api/chat", {"model": "m", "messages": []})  #: endpoint /api/chat, model-tag m
print(data["message"]["content"] if data else "")  #: response-access message, message.content
""",
    "a wrapper that serves two": {
        "net.py": """
import requests

def post_json(url, body):
    return requests.post(url, json=body).json()
""",
        "one.py": """
from net import post_json

print(post_json("http://localhost:11434/api/generate", {"model": "m", "prompt": "x"})["response"])  #: endpoint /api/generate, model-tag m, request-key prompt, response-access response
""",
        "two.py": """
from net import post_json

weather = post_json("https://weather.example/api/now", {"city": "x"})
print(weather["temperature"], weather["wind"])
""",
    },
    "a table of endpoints": """
import requests

BASE = "http://localhost:11434"
ENDPOINTS = {
    "chat": "/api/chat",  #: endpoint /api/chat
    "tags": "/api/tags",  #: endpoint /api/tags
}
r = requests.post(BASE + ENDPOINTS["chat"], json={"model": "m", "messages": []})  #: model-tag m
print(r.json()["message"]["content"])  #: response-access message, message.content
print(requests.get(f"{BASE}{ENDPOINTS['tags']}").json()["models"])  #: response-access models
""",
    "a check of health": """
import requests

def is_up(url="http://localhost:11434"):
    try:
        return requests.get(f"{url}/api/version", timeout=2).status_code == 200  #: endpoint /api/version
    except requests.RequestException:
        return False
""",
    "a wrapper in another file": {
        "net.py": """
import aiohttp

async def post_json(url, body):
    async with aiohttp.ClientSession() as session:
        async with session.post(url, json=body) as response:
            return await response.json()
""",
        "llm.py": """
from net import post_json

URL = "http://localhost:11434/api/chat"  #: endpoint /api/chat

async def ask(messages):
    data = await post_json(URL, {"model": "m", "messages": messages, "format": "json"})  #: model-tag m, request-key format
    return data["message"]["content"]  #: response-access message, message.content
""",
    },
}


@pytest.mark.parametrize("source", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_followed_to_the_request(source):
    agree(source)


@pytest.mark.parametrize("source", WRAPPERS.values(), ids=WRAPPERS)
def test_wrappers_of_requests_are_followed(source):
    agree(source)
