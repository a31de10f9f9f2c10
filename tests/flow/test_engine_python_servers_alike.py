"""Servers that look like Ollama, in files that say it: nothing more is found than stands beside the code."""

import pytest

from tests.flow.flowing import agree

SERVERS = {
    "a server of one's own with the same paths": """
# not ollama
import requests

r = requests.post("https://chat.example/api/chat", json={"model": "m", "options": {"num_ctx": 1}})
print(r.json()["message"]["content"])
""",
    "another host, in a file that asks Ollama too": """
import requests

OTHER = "https://api.example.com"
local = requests.get("http://localhost:11434/api/tags").json()  #: endpoint /api/tags
remote = requests.post(f"{OTHER}/api/generate", json={"prompt": "x", "model": "m"}).json()
print(remote["response"], remote["done"], local)
""",
    "a wrapper for another host": """
import requests

def post(base, path, body):
    return requests.post(base + path, json=body).json()

print(post("http://localhost:11434", "/api/chat", {"model": "m", "messages": []})["message"])  #: endpoint /api/chat, model-tag m, response-access message
print(requests.post("https://bot.example/api/chat", json={"prompt": "a", "format": 1}).json()["message"])
""",
    "a path of Ollama's host that isn't Ollama's": """
import requests

r = requests.get("http://localhost:11434/metrics")
print(r.text.splitlines(), r.json()["models"])
""",
    "a route of one's own that is asked": """
# a page about ollama
import requests

print(requests.post("/api/orders", json={"options": {"num_ctx": 1}}).json()["response"])
""",
    "another port": """
# ollama would be on another port
import httpx

client = httpx.Client(base_url="http://localhost:8080")
print(client.post("/api/chat", json={"format": "json"}).json()["message"]["content"])
""",
    "LM Studio and llama.cpp": """
# instead of ollama
import requests

r = requests.post("http://localhost:1234/v1/chat/completions", json={"model": "m", "messages": []}).json()
print(r["choices"][0]["message"]["content"])
r = requests.post("http://localhost:8080/completion", json={"prompt": "x", "options": {}}).json()
print(r["content"], r["response"])
""",
    "the address alone says nothing": """
OLLAMA_URL = "http://localhost:11434"
print(OLLAMA_URL.upper(), OLLAMA_URL["response"])
""",
    "a session for two hosts": """
import requests

s = requests.Session()
s.get("http://localhost:11434/api/tags")  #: endpoint /api/tags
print(s.get("https://api.example.com/api/tags").json()["models"])
""",
    "a socket's lines": """
import json, ollama, sys

for line in sys.stdin:
    event = json.loads(line)
    print(event["response"], event["message"]["content"], event["done"])
ollama.ps()  #: sdk-admin ps
""",
    "a log of JSON lines": """
# lines that ollama once wrote
import json

with open("log.ndjson") as file:
    for line in file:
        print(json.loads(line)["message"]["content"])
""",
    "another framework's model": """
from langchain_openai import ChatOpenAI
from langchain_ollama import OllamaEmbeddings

llm = ChatOpenAI(model="gpt-4o", base_url="https://api.example.com", format="json", num_ctx=5)
print(llm.invoke("x").response_metadata["eval_count"])
""",
}


@pytest.mark.parametrize("source", SERVERS.values(), ids=SERVERS)
def test_a_server_that_looks_like_ollama_is_left_alone(source):
    agree(source)
