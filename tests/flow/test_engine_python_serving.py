"""Routes that hand Ollama's answers on, and tests that build them by hand. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

ROUTES = {
    "FastAPI gives a stream on": """
import json
import ollama
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()

@app.post("/api/ask")
async def ask(body: dict):
    def lines():
        for chunk in ollama.chat(model="m", messages=body["messages"], stream=True):  #: sdk-call chat, model-tag m
            yield json.dumps({"text": chunk["message"]["content"]}) + "\\n"  #: response-access message, message.content
    return StreamingResponse(lines(), media_type="application/x-ndjson")
""",
    "FastAPI gives the answer on": """
import ollama
from fastapi import FastAPI

app = FastAPI()

@app.get("/models")
def models():
    return ollama.list()  #: sdk-call tags, relay
""",
    "a router in its own file": {
        "app/llm.py": "import ollama\n\nclass Llm:\n    def chat(self, m):\n        return ollama.chat(model='m', messages=m)  #: sdk-call chat, model-tag m\n",
        "app/routes.py": """
from fastapi import APIRouter, Depends
from app.llm import Llm

router = APIRouter(prefix="/chat")

def get_llm():
    return Llm()

@router.post("/")
def post(text: str, llm: Llm = Depends(get_llm)):
    answer = llm.chat([{"role": "user", "content": text}])
    return {"text": answer["message"]["content"], "tokens": answer["eval_count"]}  #: response-access message, message.content, eval_count
""",
    },
    "an annotated dependency": """
from typing import Annotated
from fastapi import Depends, FastAPI
from ollama import AsyncClient

app = FastAPI()

def client() -> AsyncClient:  #: sdk-type
    return AsyncClient(host="http://gpu:11434")  #: client, client host

@app.post("/x")
async def x(text: str, c: Annotated[AsyncClient, Depends(client)]):  #: sdk-type
    r = await c.generate(model="m", prompt=text)  #: sdk-call generate, model-tag m, request-key prompt
    return {"text": r.response}  #: response-access response
""",
    "a service on the application's state": """
import ollama
from fastapi import FastAPI, Request

app = FastAPI()
app.state.llm = ollama.AsyncClient()  #: client

@app.get("/names")
async def names(request: Request):
    listed = await app.state.llm.list()  #: sdk-call tags
    return {"names": [m.model for m in listed.models]}  #: response-access models, models[].model
""",
    "Flask gives a stream on": """
import json, requests
from flask import Flask, Response, request, stream_with_context

app = Flask(__name__)

@app.route("/chat", methods=["POST"])
def chat():
    r = requests.post("http://localhost:11434/api/chat", json={"model": "m", "messages": request.json["messages"]}, stream=True)  #: endpoint /api/chat, model-tag m
    def events():
        for line in r.iter_lines():  #: stream-parse iter_lines
            part = json.loads(line)  #: stream-parse JSON
            yield f"data: {part['message']['content']}\\n\\n"  #: response-access message, message.content
    return Response(stream_with_context(events()), mimetype="text/event-stream")
""",
    "Flask gives JSON of its own": """
import ollama
from flask import Flask, jsonify

app = Flask(__name__)

@app.get("/ask")
def ask():
    r = ollama.generate(model="m", prompt="x")  #: sdk-call generate, model-tag m, request-key prompt
    return jsonify(text=r["response"], done=r["done"])  #: response-access response, done
""",
    "Flask gives the answer's JSON on": """
import requests
from flask import Flask, jsonify

app = Flask(__name__)

@app.route("/tags")
def tags():
    return jsonify(requests.get("http://localhost:11434/api/tags").json())  #: endpoint /api/tags, relay
""",
    "a background task": """
import ollama
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()

def work(prompt):
    print(ollama.generate("m", prompt)["response"])  #: sdk-call generate, model-tag m, response-access response

@app.post("/later")
def later(tasks: BackgroundTasks):
    tasks.add_task(work, "x")
    return {"ok": True}
""",
    "a test client asks the route": {
        "main.py": """
import ollama
from fastapi import FastAPI

app = FastAPI()

@app.get("/raw")
def raw():
    return ollama.generate(model="m", prompt="x")  #: sdk-call generate, model-tag m, request-key prompt, relay
""",
        "client.py": """
import requests

print(requests.get("http://localhost:8000/raw").json()["response"])  #: relayed-access response
""",
    },
    "a Streamlit page": """
import ollama
import streamlit as st

if "messages" not in st.session_state:
    st.session_state["messages"] = []

def stream():
    for chunk in ollama.chat(model="m", messages=st.session_state["messages"], stream=True):  #: sdk-call chat, model-tag m
        yield chunk["message"]["content"]  #: response-access message, message.content

st.write_stream(stream())
""",
    "a command of click": """
import click, ollama

@click.command()
@click.argument("prompt")
def ask(prompt):
    for part in ollama.generate(model="m", prompt=prompt, stream=True):  #: sdk-call generate, model-tag m, request-key prompt
        click.echo(part["response"], nl=False)  #: response-access response
""",
}

TWO_PROVIDERS = {
    "each is read by its own reader": """
import ollama
from openai import OpenAI

def ask(provider, messages):
    if provider == "local":
        r = ollama.chat(model="m", messages=messages)  #: sdk-call chat, model-tag m
        return r["message"]["content"]  #: response-access message, message.content
    r = OpenAI().chat.completions.create(model="gpt-4o", messages=messages)
    return r.choices[0].message.content
""",
    "a function that reads what either wrote": """
import ollama

def text(answer):
    return answer["message"]["content"]  #: response-access message, message.content

def local():
    return text(ollama.chat(model="m", messages=[]))  #: sdk-call chat, model-tag m

def cloud(post):
    return text(post("x"))
""",
    "classes with the same methods": """
import ollama

class Local:
    def ask(self, text):
        return ollama.generate("m", text)["response"]  #: sdk-call generate, model-tag m, response-access response

class Cloud:
    def __init__(self, http):
        self.http = http

    def ask(self, text):
        return self.http.post("/complete", json={"prompt": text, "options": {"num_ctx": 1}}).json()["response"]

def make(kind, http):
    return Local() if kind == "local" else Cloud(http)
""",
    "the address is either": """
import requests

def tags(local):
    base = "http://localhost:11434" if local else "https://llm.example"
    return requests.get(base + "/api/tags").json()["models"]  #: endpoint /api/tags, response-access models
""",
}


@pytest.mark.parametrize("source", ROUTES.values(), ids=ROUTES)
def test_what_a_program_serves_is_followed(source):
    agree(source)


@pytest.mark.parametrize("source", TWO_PROVIDERS.values(), ids=TWO_PROVIDERS)
def test_of_two_providers_only_ollama_is_found(source):
    agree(source)
