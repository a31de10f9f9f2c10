"""Names that look like the client's, in files that say Ollama: nothing more is found than stands beside the code."""

import pytest

from tests.flow.flowing import agree

NAMES = {
    "a function of one's own that is called like the client's": """
# An answer machine without Ollama.
def chat(model, messages):
    return {"message": {"content": "hello"}, "done": True}

r = chat(model="m", messages=[])
print(r["message"]["content"], r["done"])
""",
    "the client's function is shadowed by one's own": """
from ollama import generate

def generate(model, prompt):
    return {"response": prompt.upper()}

print(generate("m", "x")["response"])
""",
    "a local variable is called like the module": """
import ollama

class FakeThing:
    def chat(self, **arguments):
        return {"message": {"content": "x"}}

def test():
    ollama = FakeThing()
    return ollama.chat(model="m", messages=[])["message"]["content"]

def real():
    return ollama.chat(model="m", messages=[]).message.content  #: sdk-call chat, model-tag m, response-access message, message.content
""",
    "a parameter is called like the module": """
import ollama

def show(ollama):
    print(ollama["response"], ollama.list())

show({"response": "x"})
""",
    "a loop's variable is called like the module": """
import ollama

def count(herd):
    for ollama in herd:
        print(ollama.generate)
    return [ollama.response for ollama in herd]
""",
    "an attribute is called like the client": """
# configures ollama in another place
class Zoo:
    def __init__(self, keeper):
        self.ollama_cage = keeper.cage
        self.client = keeper

    def feed(self):
        return self.client.chat("hay").message.content
""",
    "a module of the project is called like the client": {
        "ollama.py": "def chat(text):\n    return {'message': {'content': text}}\n",
        "main.py": "import ollama\n\nprint(ollama.chat('x')['message']['content'])\n",
    },
    "a class of one's own is called like a client": """
# stands in for ollama
class AsyncClient:
    async def chat(self, **arguments):
        return {"message": {"content": ""}}

async def main():
    return (await AsyncClient().chat(model="m"))["message"]["content"]
""",
    "the name is deleted and another": """
import ollama

def swap(other):
    ollama = other
    return ollama.generate("m", "x")["response"]
""",
    "a class attribute is no global": """
import ollama

class Herd:
    generate = lambda self, n: {"response": n}

    def run(self):
        return self.generate(3)["response"]

Herd().run()
""",
    "a nested function is called like the client's": """
from ollama import chat

def outer():
    def chat(text):
        return {"message": {"content": text}}
    return chat("x")["message"]["content"]
""",
    "a name in a comprehension": """
from ollama import chat

texts = [chat["message"]["content"] for chat in load_chats()]
names = {chat.message for chat in load_chats()}
""",
    "an exception is called like the client": """
import ollama

try:
    1 / 0
except ZeroDivisionError as ollama:
    print(ollama.error, ollama.status_code)
""",
    "a context is called like the client": """
from ollama import chat

with open("x") as chat:
    print(chat.message, chat.content)
""",
}


@pytest.mark.parametrize("source", NAMES.values(), ids=NAMES)
def test_a_name_that_looks_like_the_clients_is_left_alone(source):
    agree(source)
