"""Back ends of several files, from the route to the client and back. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

CASES = {
    "a websocket": """
from fastapi import FastAPI, WebSocket
from ollama import AsyncClient

app = FastAPI()

@app.websocket("/ws")
async def ws(socket: WebSocket):
    await socket.accept()
    text = await socket.receive_text()
    async for part in await AsyncClient().chat(model="m", messages=[{"role": "user", "content": text}], stream=True):  #: client, sdk-call chat, model-tag m
        await socket.send_text(part["message"]["content"])  #: response-access message, message.content
""",
    "events of a server": """
import json
from ollama import AsyncClient
from fastapi import APIRouter
from sse_starlette.sse import EventSourceResponse

router = APIRouter()

@router.get("/events")
async def events(q: str):
    async def produce():
        async for chunk in await AsyncClient().generate(model="m", prompt=q, stream=True):  #: client, sdk-call generate, model-tag m, request-key prompt
            yield {"event": "token", "data": json.dumps({"t": chunk["response"], "end": chunk["done"]})}  #: response-access response, done
    return EventSourceResponse(produce())
""",
    "a view of Django": """
import ollama
from django.http import JsonResponse, StreamingHttpResponse

def ask(request):
    r = ollama.generate(model="m", prompt=request.POST["q"])  #: sdk-call generate, model-tag m, request-key prompt
    return JsonResponse({"text": r["response"]})  #: response-access response

def stream(request):
    def parts():
        for part in ollama.generate(model="m", prompt="x", stream=True):  #: sdk-call generate, model-tag m, request-key prompt
            yield part["response"]  #: response-access response
    return StreamingHttpResponse(parts())
""",
    "a service, its dependency and its route": {
        "app/services/llm.py": """
from ollama import AsyncClient

class LlmService:
    def __init__(self, host: str, model: str = "llama3.2"):  #: model-tag llama3.2
        self._client = AsyncClient(host=host)  #: client, client host
        self._model = model

    async def complete(self, messages, **options):
        return await self._client.chat(model=self._model, messages=messages, options=options)  #: sdk-call chat, request-key options

    async def stream(self, messages):
        async for chunk in await self._client.chat(model=self._model, messages=messages, stream=True):  #: sdk-call chat
            yield chunk
""",
        "app/deps.py": """
from functools import lru_cache
from app.services.llm import LlmService

@lru_cache
def get_llm() -> LlmService:
    return LlmService("http://localhost:11434")
""",
        "app/api.py": """
from typing import Annotated
from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse
from app.deps import get_llm
from app.services.llm import LlmService

router = APIRouter()
Llm = Annotated[LlmService, Depends(get_llm)]

@router.post("/chat")
async def chat(llm: Llm, text: str):
    answer = await llm.complete([{"role": "user", "content": text}], num_ctx=2048)  #: option num_ctx
    return {"text": answer.message.content, "ms": answer.total_duration / 1e6}  #: response-access message, message.content, total_duration

@router.post("/stream")
async def stream(llm: Llm, text: str):
    async def body():
        async for chunk in llm.stream([{"role": "user", "content": text}]):
            yield chunk["message"]["content"]  #: response-access message, message.content
    return StreamingResponse(body())
""",
        "app/__init__.py": "",
        "app/services/__init__.py": "",
    },
    "a singleton that starts with the application": {
        "core.py": """
import ollama

class Core:
    client: ollama.AsyncClient | None = None  #: sdk-type

core = Core()

async def start():
    core.client = ollama.AsyncClient()  #: client
""",
        "work.py": """
from core import core

async def names():
    return [m["name"] for m in (await core.client.list())["models"]]  #: sdk-call tags, response-access models, models[].name
""",
    },
    "a worker of celery": {
        "tasks.py": """
import ollama
from celery import Celery

app = Celery("tasks")

@app.task
def summarize(text):
    return ollama.generate(model="m", prompt=text)["response"]  #: sdk-call generate, model-tag m, request-key prompt, response-access response
""",
        "views.py": """
from tasks import summarize

def post(text):
    return summarize.delay(text).get()
""",
    },
    "a bot of discord": """
import discord
import ollama
from discord.ext import commands

class Chat(commands.Cog):
    def __init__(self, bot):
        self.bot = bot
        self.llm = ollama.AsyncClient()  #: client

    @commands.command()
    async def ask(self, ctx, *, question):
        async with ctx.typing():
            reply = await self.llm.chat(model="m", messages=[{"role": "user", "content": question}])  #: sdk-call chat, model-tag m
        await ctx.send(reply["message"]["content"][:2000])  #: response-access message, message.content
        print(ctx.message.content)
""",
    "a page of gradio": """
import gradio as gr
import ollama

def respond(message, history):
    messages = [{"role": "user", "content": h[0]} for h in history] + [{"role": "user", "content": message}]
    text = ""
    for part in ollama.chat(model="m", messages=messages, stream=True):  #: sdk-call chat, model-tag m
        text += part["message"]["content"]  #: response-access message, message.content
        yield text

gr.ChatInterface(respond).launch()
""",
    "an evaluation of many models": """
import csv
import time
import ollama

def bench(model, prompt):
    start = time.perf_counter()
    r = ollama.generate(model=model, prompt=prompt, options={"seed": 1, "num_predict": 64})  #: sdk-call generate, request-key prompt, options, option seed, num_predict
    return {"model": model, "s": time.perf_counter() - start, "tps": r["eval_count"] / (r["eval_duration"] / 1e9)}  #: response-access eval_count, eval_duration

with open("out.csv", "w") as file:
    writer = csv.DictWriter(file, ["model", "s", "tps"])
    for m in ollama.list()["models"]:  #: sdk-call tags, response-access models
        row = bench(m["model"], "x")  #: response-access models[].model
        print(row["model"], row["tps"])
        writer.writerow(row)
""",
    "a function of embeddings for a store": """
import chromadb
import ollama

class Embed(chromadb.EmbeddingFunction):
    def __call__(self, input):
        return [ollama.embeddings(model="n", prompt=t)["embedding"] for t in input]  #: sdk-call embeddings, model-tag n, request-key prompt, response-access embedding

store = chromadb.Client().create_collection("x", embedding_function=Embed())
hits = store.query(query_texts=["a"])
print(hits["embeddings"], hits["documents"])
""",
    "a service that two routes share, of which one is another's": {
        "services.py": """
import ollama

def local(text):
    return ollama.generate("m", text)  #: sdk-call generate, model-tag m

def remote(http, text):
    return http.post("https://api.example.com/complete", json={"prompt": text}).json()
""",
        "routes.py": """
from flask import Blueprint, jsonify
from services import local, remote

bp = Blueprint("x", __name__)

@bp.route("/a")
def a():
    return jsonify({"text": local("x")["response"]})  #: response-access response

@bp.route("/b")
def b():
    return jsonify({"text": remote(None, "x")["response"]})
""",
    },
    "a coroutine's function is a mock": {
        "tests/test_async.py": """
from unittest.mock import AsyncMock, MagicMock
import ollama

async def test_ask():
    client = MagicMock(spec=ollama.AsyncClient)
    client.chat = AsyncMock(return_value={"message": {"content": "hi"}, "done": True})  #: test-mock message, message.content, done
""",
    },
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_back_ends_are_followed(source):
    agree(source)
