"""Ollama's Python client: calls, answers, options, embeddings, tools, errors. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

CALLS = {
    "the module itself is called": """
import ollama

def ask(question):
    answer = ollama.chat(model="llama3.2", messages=[{"role": "user", "content": question}])  #: sdk-call chat, model-tag llama3.2
    return answer["message"]["content"]  #: response-access message, message.content
""",
    "the module has another name": """
import ollama as llm

reply = llm.generate(model="mistral", prompt="Why?")  #: sdk-call generate, model-tag mistral, request-key prompt
print(reply.response, reply.done_reason)  #: response-access response, done_reason
""",
    "a function is imported under another name": """
from ollama import chat as complete, ChatResponse

response: ChatResponse = complete("gemma2", [{"role": "user", "content": "hi"}])  #: sdk-type chat, sdk-call chat, model-tag gemma2
print(response.message.content)  #: response-access message, message.content
""",
    "the import stands in the function": """
def summarize(text):
    from ollama import generate
    result = generate("llama3.2", text)  #: sdk-call generate, model-tag llama3.2
    return result["response"].strip()  #: response-access response
""",
    "an optional import": """
try:
    import ollama
except ImportError:
    ollama = None

def available():
    if ollama is None:
        return []
    return [m["name"] for m in ollama.list()["models"]]  #: sdk-call tags, response-access models, models[].name
""",
    "a client with its host": """
from ollama import Client

client = Client(host="http://gpu:11434", headers={"X-Team": "a"}, timeout=30)  #: client, client host, client headers
result = client.chat(model="qwen3", messages=[], think=True, keep_alive="5m")  #: sdk-call chat, model-tag qwen3, request-key think, keep_alive
print(result.message.thinking, result.message.role)  #: response-access message, message.thinking, message
""",
    "a client whose host is the first argument": """
import ollama

client = ollama.Client("http://gpu:11434")  #: client
client.generate("phi3", "hello")["response"]  #: sdk-call generate, model-tag phi3, response-access response
""",
    "an asynchronous client": """
import asyncio
from ollama import AsyncClient

async def main():
    client = AsyncClient()  #: client
    answer = await client.chat(model="llama3.2", messages=[{"role": "user", "content": "x"}])  #: sdk-call chat, model-tag llama3.2
    print(answer.message.content)  #: response-access message, message.content

asyncio.run(main())
""",
    "a client that is made where it is called": """
from ollama import AsyncClient

async def main():
    text = (await AsyncClient().generate(model="m:1b", prompt="x")).response  #: client, sdk-call generate, model-tag m:1b, request-key prompt, response-access response
    return text
""",
    "options of every kind": """
import ollama

ollama.generate(  #: sdk-call generate
    model="llama3.2",  #: model-tag llama3.2
    prompt="x",  #: request-key prompt
    options={  #: request-key options
        "num_ctx": 8192,  #: option num_ctx
        "temperature": 0,  #: option temperature
        "num_predict": 100,  #: option num_predict
        "colour": "red",
    },
    raw=True,  #: request-key raw
)
""",
    "options of the client's own class": """
from ollama import Options, chat

settings = Options(num_ctx=4096, seed=7)  #: sdk-type options, option num_ctx, seed
chat(model="m", messages=[], options=settings)  #: sdk-call chat, model-tag m, request-key options
""",
    "messages of the client's own class": """
from ollama import Message, chat

def turn(text, picture):
    message = Message(role="user", content=text, images=[picture])  #: sdk-type message, request-key messages[].images
    return chat(model="llava", messages=[message]).message.content  #: sdk-call chat, model-tag llava, response-access message, message.content
""",
    "a schema for the answer": """
from ollama import chat
from pydantic import BaseModel

class Country(BaseModel):
    name: str
    capital: str

response = chat(model="m", messages=[], format=Country.model_json_schema())  #: sdk-call chat, model-tag m, request-key format
country = Country.model_validate_json(response.message.content)  #: response-access message, message.content
print(country.name, country.capital)
""",
    "all that is told of the time": """
import ollama

r = ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
speed = r["eval_count"] / r["eval_duration"] * 1e9  #: response-access eval_count, eval_duration
print(speed, r.total_duration, r.load_duration, r.prompt_eval_count, r.created_at, r.model)  #: response-access total_duration, load_duration, prompt_eval_count, created_at, model
""",
    "a conversation goes on with what `generate` told of it": """
import ollama

context = None
while question := input():
    r = ollama.generate(model="m", prompt=question, context=context)  #: sdk-call generate, model-tag m, request-key prompt, context
    context = r["context"]  #: response-access context
    print(r["response"])  #: response-access response
""",
    "the answer's message is said again": """
import ollama

messages = [{"role": "user", "content": "hi"}]
r = ollama.chat(model="m", messages=messages)  #: sdk-call chat, model-tag m
messages.append(r["message"])  #: response-access message
messages.append({"role": "user", "content": "and?", "images": ["a.png"]})  #: request-key messages[].images
ollama.chat(model="m", messages=messages)  #: sdk-call chat, model-tag m
""",
    "the model's name is a constant": """
import ollama

DEFAULT = "llama3.2"  #: model-tag llama3.2

def ask(prompt, model=DEFAULT):
    return ollama.generate(model, prompt).response  #: sdk-call generate, response-access response
""",
    "models are listed, shown, pulled and deleted": """
import ollama

names = {m.model: m.size for m in ollama.list().models}  #: sdk-call tags, response-access models, models[].model, models[].size
for progress in ollama.pull("m", stream=True):  #: sdk-admin pull, model-tag m
    print(progress.status, progress.get("completed", 0), progress.total)  #: response-access status, completed, total
info = ollama.show("m")  #: sdk-admin show, model-tag m
print(info["details"]["family"], info.modelinfo)  #: response-access details, details.family, modelinfo
ollama.delete("old")  #: sdk-admin delete, model-tag old
for loaded in ollama.ps()["models"]:  #: sdk-admin ps, response-access models
    print(loaded["size_vram"], loaded.expires_at)  #: response-access models[].size_vram, models[].expires_at
""",
    "the model's name may be one of several": """
import ollama

MODELS = {"small": "llama3.2:1b", "large": "llama3.3:70b"}  #: model-tag llama3.2:1b, llama3.3:70b

def ask(size, prompt):
    return ollama.generate(model=MODELS[size], prompt=prompt)  #: sdk-call generate, request-key prompt
""",
}

EMBEDDINGS = {
    "one vector, as it was": """
import ollama

def embed(text):
    return ollama.embeddings(model="nomic-embed-text", prompt=text)["embedding"]  #: sdk-call embeddings, model-tag nomic-embed-text, request-key prompt, response-access embedding
""",
    "many vectors": """
from ollama import embed

def vectors(texts):
    result = embed(model="mxbai-embed-large", input=texts, truncate=True)  #: sdk-call embed, model-tag mxbai-embed-large, request-key truncate
    return [list(v) for v in result["embeddings"]]  #: response-access embeddings
""",
    "a class that a store of vectors calls": """
import ollama

class Embedder:
    def __init__(self, model: str = "nomic-embed-text"):  #: model-tag nomic-embed-text
        self.client = ollama.Client()  #: client
        self.model = model

    def __call__(self, input):
        return self.client.embed(model=self.model, input=input).embeddings  #: sdk-call embed, response-access embeddings

    def embed_query(self, text):
        return self([text])[0]
""",
    "the old call in parallel": """
import asyncio
from ollama import AsyncClient

async def many(texts):
    client = AsyncClient()  #: client
    tasks = [client.embeddings(model="n", prompt=t) for t in texts]  #: sdk-call embeddings, model-tag n, request-key prompt
    return [r["embedding"] for r in await asyncio.gather(*tasks)]  #: response-access embedding
""",
}

TOOLS = {
    "calls of tools by keys": """
from ollama import chat

r = chat(model="m", messages=[], tools=[])  #: sdk-call chat, model-tag m
if r["message"].get("tool_calls"):  #: response-access message, message.tool_calls
    for tool in r["message"]["tool_calls"]:  #: response-access message, message.tool_calls
        name, args = tool["function"]["name"], tool["function"]["arguments"]  #: response-access message.tool_calls[].function.arguments
        print(name, args["city"])
""",
    "an agent's loop asks until there is no more to do": """
import ollama

def loop(messages, tools, client=ollama.Client()):  #: client
    while True:
        message = client.chat(model="m", messages=messages, tools=tools)["message"]  #: sdk-call chat, model-tag m, response-access message
        messages.append(message)
        if not message.tool_calls:  #: response-access message.tool_calls
            return message.content  #: response-access message.content
        for call in message.tool_calls:  #: response-access message.tool_calls
            messages.append(execute(call))

def execute(call):
    return {"role": "tool", "content": repr(call.function.arguments)}  #: response-access message.tool_calls[].function.arguments
""",
}

ERRORS = {
    "a call fails": """
import ollama

try:
    ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
except ollama.ResponseError as e:  #: error-handling
    print("failed", e.error)  #: error-handling error
    if e.status_code == 404:  #: error-handling status_code
        ollama.pull("m")  #: sdk-admin pull, model-tag m
""",
    "one of several errors": """
from ollama import Client, RequestError, ResponseError

def ask(client: Client):  #: sdk-type
    try:
        return client.generate(model="m", prompt="x").response  #: sdk-call generate, model-tag m, request-key prompt, response-access response
    except (ResponseError, RequestError, ConnectionError) as error:  #: error-handling, error-handling
        raise RuntimeError(str(error)) from error
""",
    "an error is looked at elsewhere": """
import ollama

def is_missing(error):
    return error.status_code == 404  #: error-handling status_code

def ask():
    try:
        return ollama.generate("m", "x")  #: sdk-call generate, model-tag m
    except ollama.ResponseError as error:  #: error-handling
        if is_missing(error):
            return None
        raise
""",
}


@pytest.mark.parametrize("source", CALLS.values(), ids=CALLS)
def test_calls_and_what_is_read_of_their_answers_are_found(source):
    agree(source)


@pytest.mark.parametrize("source", EMBEDDINGS.values(), ids=EMBEDDINGS)
def test_embeddings_are_found(source):
    agree(source)


@pytest.mark.parametrize("source", TOOLS.values(), ids=TOOLS)
def test_tools_are_found(source):
    agree(source)


@pytest.mark.parametrize("source", ERRORS.values(), ids=ERRORS)
def test_the_handling_of_errors_is_found(source):
    agree(source)
