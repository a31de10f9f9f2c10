"""Larger programs that ask Ollama over HTTP by hand. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

CASES = {
    "a client of one's own with an asynchronous session": """
import aiohttp

class OllamaApi:
    def __init__(self, url: str = "http://localhost:11434"):
        self._url = url.rstrip("/")
        self._session = None

    async def _get_session(self):
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    async def chat(self, messages, **kwargs):
        session = await self._get_session()
        payload = {"model": "m", "messages": messages, **kwargs}  #: model-tag m
        async with session.post(f"{self._url}/api/chat", json=payload) as response:  #: endpoint /api/chat
            if response.status != 200:
                raise RuntimeError(await response.text())
            return await response.json()

async def main():
    reply = await OllamaApi().chat([], format="json")  #: request-key format
    print(reply["message"]["content"])  #: response-access message, message.content
""",
    "a stream of one's own with a session": """
import json
import aiohttp

class Streamer:
    base = "http://localhost:11434"

    async def stream(self, prompt):
        async with aiohttp.ClientSession() as s:
            async with s.post(self.base + "/api/generate", json={"model": "m", "prompt": prompt}) as r:  #: endpoint /api/generate, model-tag m, request-key prompt
                async for raw in r.content.iter_any():  #: stream-parse iter_any
                    for line in raw.decode().splitlines():  #: stream-parse splitlines
                        yield json.loads(line)  #: stream-parse JSON

async def main():
    async for part in Streamer().stream("x"):
        if part.get("done"):  #: response-access done
            print(part["prompt_eval_count"])  #: response-access prompt_eval_count
""",
    "retries by an adapter": """
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

session = requests.Session()
session.mount("http://", HTTPAdapter(max_retries=Retry(total=3)))

def embed(texts):
    r = session.post(url="http://localhost:11434/api/embed", json=dict(model="n", input=texts, truncate=True))  #: endpoint /api/embed, model-tag n, request-key truncate
    return r.json()["embeddings"]  #: response-access embeddings
""",
    "a context of a client that is handed on": """
import httpx

async def ask(client: httpx.AsyncClient, prompt: str) -> str:
    r = await client.post("/api/generate", json={"model": "m", "prompt": prompt, "stream": False})  #: endpoint /api/generate, model-tag m, request-key prompt
    return r.json()["response"]  #: response-access response

async def main():
    async with httpx.AsyncClient(base_url="http://localhost:11434") as client:
        print(await ask(client, "x"))
""",
    "settings from YAML with a default": """
import requests, yaml

config = yaml.safe_load(open("config.yaml"))
OLLAMA_HOST = config.get("host", "http://localhost:11434")
print(requests.get(f"{OLLAMA_HOST}/api/tags").json()["models"])  #: endpoint /api/tags, response-access models
""",
    "settings as a dataclass": """
import os
from dataclasses import dataclass
import requests

@dataclass(frozen=True)
class Settings:
    host: str = os.getenv("OLLAMA_HOST", "http://localhost:11434")
    model: str = "llama3.2"  #: model-tag llama3.2

def ask(settings: Settings, prompt: str) -> str:
    r = requests.post(f"{settings.host}/api/generate", json={"model": settings.model, "prompt": prompt})  #: endpoint /api/generate, request-key prompt
    return r.json()["response"]  #: response-access response

ask(Settings(), "x")
""",
    "settings that a function caches": {
        "config.py": """
from functools import lru_cache
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    llm_url: str = "http://localhost:11434"
    llm_model: str = "llama3.2"  #: model-tag llama3.2

@lru_cache
def get_settings():
    return Settings()
""",
        "llm.py": """
import httpx
from config import get_settings

def ask(text):
    s = get_settings()
    r = httpx.post(s.llm_url + "/api/chat", json={"model": s.llm_model, "messages": [], "keep_alive": 0})  #: endpoint /api/chat, request-key keep_alive
    return r.json()["message"]["content"]  #: response-access message, message.content
""",
    },
    "a URL in a property": """
import requests

class Bot:
    def __init__(self, host="localhost", port=11434):
        self.host, self.port = host, port

    @property
    def url(self):
        return f"http://{self.host}:{self.port}"

    def tags(self):
        return requests.get(f"{self.url}/api/tags").json().get("models", [])  #: endpoint /api/tags, response-access models
""",
    "a URL by a method": """
import requests

BASE = "http://localhost:11434"

class Bot:
    def _url(self, path):
        return f"{BASE}/api/{path}"  #: endpoint

    def ps(self):
        return requests.get(self._url("ps")).json()["models"]  #: endpoint /api/ps, response-access models
""",
    "the response is checked elsewhere": """
import requests

def checked(response):
    response.raise_for_status()
    return response.json()

def tags():
    return checked(requests.get("http://localhost:11434/api/tags"))["models"]  #: endpoint /api/tags, response-access models
""",
    "a pull is followed": """
import json, requests

def pull(name):
    with requests.post("http://localhost:11434/api/pull", json={"name": name}, stream=True) as r:  #: endpoint /api/pull
        for line in r.iter_lines():  #: stream-parse iter_lines
            status = json.loads(line)  #: stream-parse JSON
            if status.get("total"):  #: response-access total
                print(status["completed"] / status["total"])  #: response-access completed, total
""",
    "httpx's timeouts and errors": """
import httpx

def ask(prompt):
    try:
        r = httpx.post("http://localhost:11434/api/generate", json={"model": "m", "prompt": prompt, "options": {"num_predict": 1}}, timeout=httpx.Timeout(60))  #: endpoint /api/generate, model-tag m, request-key prompt, options, option num_predict
    except httpx.HTTPError as error:
        return str(error)
    else:
        body = r.json()
        return body["response"] if body.get("done") else ""  #: response-access response, done
""",
    "the command line": """
import subprocess

out = subprocess.run(["ollama", "list"], capture_output=True, text=True).stdout  #: cli-command, response-access stdout
for line in out.splitlines()[1:]:  #: stream-parse splitlines
    print(line.split()[0])
""",
}

SILENT = {
    "a base class's other subclass": """
# beside ollama
import requests

class Base:
    url = "https://api.example.com"

    def get(self):
        return requests.get(self.url + "/api/tags").json()["models"]

class Other(Base):
    url = "https://other.example.com"
""",
    "two sessions": """
import httpx

mine = httpx.Client(base_url="http://localhost:11434")
theirs = httpx.Client(base_url="https://api.example.com")
print(theirs.post("/api/chat", json={"options": {"num_ctx": 1}}).json()["message"])
print(mine.get("/api/tags").status_code)  #: endpoint /api/tags
""",
    "an answer of another request with the same name": """
import requests

def one():
    r = requests.get("http://localhost:11434/api/tags")  #: endpoint /api/tags
    return r.ok

def two():
    r = requests.get("https://api.example.com/models")
    return r.json()["models"]
""",
    "a reader of two, that each has its own": """
import requests

def load(url):
    return requests.get(url).json()

tags = load("http://localhost:11434/api/tags")  #: endpoint /api/tags
other = load("https://api.example.com/list")
print(other["name"], other["error_code"], tags)
""",
    "keys that are only written": """
import requests

answer = requests.get("http://localhost:11434/api/tags").json()  #: endpoint /api/tags
row = {}
row["models"] = 1
row["message"] = answer
print(row["models"])
""",
    "a status alone": """
import requests

r = requests.get("http://localhost:11434/", timeout=1)
print(r.text, r.status_code, r.headers["content-type"])
""",
    "a URL that is only shown": """
URL = "http://localhost:11434/api/chat"

def help_text():
    return f"POST to {URL} with model, messages and options"
""",
    "a dictionary of headers": """
import requests

headers = {"model": "m", "format": "json", "options": "x"}
requests.get("http://localhost:11434/api/tags", headers=headers)  #: endpoint /api/tags
""",
    "parameters of a query": """
import requests

requests.get("http://localhost:11434/api/tags", params={"format": "json", "system": 1})  #: endpoint /api/tags
""",
    "a body for Ollama's OpenAI protocol": """
import requests

body = {"messages": [], "temperature": 0, "response_format": {"type": "json_object"}, "max_tokens": 5}
r = requests.post("http://localhost:11434/v1/chat/completions", json=body)
print(r.json()["choices"][0]["message"]["content"], r.json()["usage"]["total_tokens"])
""",
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_requests_of_larger_programs_are_followed(source):
    agree(source)


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT)
def test_what_stands_beside_a_request_is_left_alone(source):
    agree(source)
