"""Shapes that look like an answer, in files that say Ollama: nothing more is found than stands beside the code."""

import pytest

from tests.flow.flowing import agree

SHAPES = {
    "OpenAI's client beside it": """
import ollama
from openai import OpenAI

client = OpenAI()
r = client.chat.completions.create(model="gpt-4o", messages=[])
print(r.choices[0].message.content, r.usage.total_tokens, r.model)
print(ollama.list)
""",
    "Anthropic's client": """
# not ollama
import anthropic

client = anthropic.Anthropic()
message = client.messages.create(model="claude-sonnet-4-5", max_tokens=10, messages=[])
print(message.content[0].text, message.model, message.usage)
""",
    "dictionaries with the same keys": """
# the same keys as ollama's
event = {"message": {"content": "x"}, "done": False, "model": "a", "options": {"num_ctx": 1}}
print(event["message"]["content"], event["done"], event["model"])
""",
    "a message of a mail": """
import ollama

def handle(mail):
    print(mail.message.content, mail.response, mail["embedding"], mail.models)

def models():
    return ollama.list()  #: sdk-call tags
""",
    "a response of another request in the same function": """
import ollama, requests

def both(url):
    mine = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
    other = requests.get(url).json()
    print(other["response"], other["message"]["content"], other.get("done"))
    return mine
""",
    "a database's rows": """
import ollama, sqlite3

def rows(connection):
    for row in connection.execute("select * from chats"):
        print(row["message"], row["response"], row["created_at"], row["model"])

ollama.pull("m")  #: sdk-admin pull, model-tag m
""",
    "`list` and `delete` of others": """
import ollama, boto3

s3 = boto3.client("s3")
s3.delete("m")
s3.list()["models"]
s3.create("x")
s3.copy("a", "b")
""",
    "what a reader doesn't change": """
import ollama

r = ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
print(r, type(r), len(str(r)), r is None, bool(r))
""",
    "names that Ollama doesn't tell": """
import ollama

r = ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
r.seconds = 5
print(r.seconds, r["cost"], r.get("cached"))
""",
    "the text of an answer is only a text": """
import json, ollama

text = ollama.generate("m", "x")["response"]  #: sdk-call generate, model-tag m, response-access response
data = json.loads(text)
print(data["response"], data["message"]["content"], text.split())
""",
    "the arguments of a tool are its own": """
import ollama

for call in ollama.chat(model="m", messages=[])["message"]["tool_calls"]:  #: sdk-call chat, model-tag m, response-access message, message.tool_calls
    args = call["function"]["arguments"]  #: response-access message.tool_calls[].function.arguments
    print(args["message"], args["response"], args["model"], args.get("options"))
""",
    "options that are no options": """
import ollama

settings = {"num_ctx": 1, "temperature": 2}
print(settings["num_ctx"])
ollama.chat(model="m", messages=[])  #: sdk-call chat, model-tag m
""",
    "keys of a request that stay": """
import requests

requests.post("http://localhost:11434/api/chat", json={  #: endpoint /api/chat
    "model": "m",  #: model-tag m
    "messages": [{"role": "user", "content": "x"}],
    "stream": False,
    "tools": [],
})
""",
    "a file of the same project that never meets it": {
        "llm.py": "import ollama\n\ndef ask(t):\n    return ollama.generate('m', t)  #: sdk-call generate, model-tag m\n",
        "orders.py": """
def show(order):
    print(order["message"]["content"], order.response, order["done"])
""",
    },
    "a file that imports another name of the same module": {
        "llm.py": """
import ollama

def ask(text):
    return ollama.generate("m", text)  #: sdk-call generate, model-tag m

def template(name):
    return {"response": name, "message": {"content": name}}
""",
        "orders.py": """
from llm import template

print(template("x")["response"], template("x")["message"]["content"])
""",
    },
    "a function of the same name in another module": {
        "local.py": "import ollama\n\ndef ask(t):\n    return ollama.generate('m', t)  #: sdk-call generate, model-tag m\n",
        "cloud.py": "def ask(t):\n    return {'response': t}\n",
        "main.py": """
from cloud import ask

print(ask("x")["response"])
""",
    },
    "a field of an object beside the one with the answer": """
import ollama

class State:
    def __init__(self, stored):
        self.answer = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
        self.stored = stored

    def show(self):
        print(self.stored["response"], self.stored.message.content)
""",
    "an entry beside the one with the answer": """
import ollama

box = {"answer": ollama.generate("m", "x"), "mail": {"response": 1}}  #: sdk-call generate, model-tag m
print(box["mail"]["response"])
""",
    "a pair's other half": """
import ollama

def ask(meta):
    return ollama.generate("m", "x"), {"response": meta, "done": 1}  #: sdk-call generate, model-tag m

answer, meta = ask(3)
print(meta["response"], meta["done"])
""",
    "a method of a class that isn't the client's": """
from ollama import Client

class Store:
    def generate(self, key):
        return {"response": key}

client = Client()  #: client
store = Store()
print(store.generate("m")["response"])
""",
    "a variable is another thing afterwards": """
import ollama

r = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
print(r["response"])  #: response-access response
r = {"response": 5, "done": 1}
print(r["response"], r["done"])
""",
    "a parameter is another thing afterwards": """
import ollama

def work(r):
    r = fetch_orders()
    return r["response"]

work(ollama.generate("m", "x"))  #: sdk-call generate, model-tag m
""",
    "each branch has its own": """
import ollama

def ask(local, cloud):
    if local:
        r = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
        return r["response"]  #: response-access response
    r = cloud.fetch("x")
    return r["response"]
""",
    "the same name in two functions": """
import ollama

def one():
    result = ollama.generate("m", "x")  #: sdk-call generate, model-tag m
    return result.done  #: response-access done

def two(result):
    return result.response, result.done
""",
}


@pytest.mark.parametrize("source", SHAPES.values(), ids=SHAPES)
def test_a_shape_that_looks_like_an_answer_is_left_alone(source):
    agree(source)
