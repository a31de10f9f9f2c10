"""Small changes of one program that make, or don't make, a difference. What must change stands beside the code (`flowing`)."""

import pytest

from tests.flow.flowing import agree

CONVERSATIONS = {
    "the import is the client's": """
import ollama
print(ollama.chat(model="m", messages=[])["message"]["content"])  #: sdk-call chat, model-tag m, response-access message, message.content
""",
    "the import is another's, under the client's name": """
import fake_llm as ollama
print(ollama.chat(model="m", messages=[])["message"]["content"])
""",
    "the import is the client's, then another's": """
import ollama
import fake_llm as ollama
print(ollama.chat(model="m", messages=[])["message"]["content"])
""",
    "the name is bound anew before": """
import ollama
ollama = make_fake()
print(ollama.chat(model="m", messages=[])["message"]["content"])
""",
    "the name is bound anew after": """
import ollama
print(ollama.chat(model="m", messages=[])["message"]["content"])  #: sdk-call chat, model-tag m, response-access message, message.content
ollama = make_fake()
""",
    "the name is bound anew in one branch": """
import ollama
if TESTING:
    ollama = make_fake()
print(ollama.chat(model="m", messages=[])["message"]["content"])  #: sdk-call chat, model-tag m, response-access message, message.content
""",
    "the name is bound anew in another function": """
import ollama
def other():
    ollama = make_fake()
    return ollama.chat(model="m", messages=[])["message"]
print(ollama.chat(model="m", messages=[])["message"]["content"])  #: sdk-call chat, model-tag m, response-access message, message.content
""",
    "the import is in another function": """
def other():
    import ollama
    return ollama
print(ollama.chat(model="m", messages=[])["message"]["content"])
""",
    "the import is of the package's other part": """
from ollama_utils import chat
print(chat(model="m", messages=[])["message"]["content"])
""",
    "the name is of another module": """
import ollama
from fake_llm import chat
print(chat(model="m", messages=[])["message"]["content"])
""",
    "the call is of a method of the same name": """
import ollama
bot = make_bot()
print(bot.ollama.chat(model="m", messages=[])["message"]["content"])
""",
    "the function has no such name": """
import ollama
print(ollama.talk(model="m", messages=[])["message"]["content"])
""",
    "the answer has no such field": """
import ollama
print(ollama.chat(model="m", messages=[])["reply"]["content"])  #: sdk-call chat, model-tag m
""",
    "the call is only named": """
import ollama
print(ollama.chat)
""",
    "the program can't come there, but says it": """
import ollama
if False:
    print(ollama.chat(model="m", messages=[])["message"]["content"])  #: sdk-call chat, model-tag m, response-access message, message.content
""",
    "the program is a text": """
import ollama
EXAMPLE = '''
print(ollama.chat(model="m", messages=[])["message"]["content"])
'''
""",
    "the program is a comment": """
import ollama
# print(ollama.chat(model="m", messages=[])["message"]["content"])
""",
}

REQUESTS = {
    "the address is Ollama's": """
import requests
BASE = "http://localhost:11434"
print(requests.post(BASE + "/api/chat", json={"model": "m", "format": "json"}).json()["message"])  #: endpoint /api/chat, model-tag m, request-key format, response-access message
""",
    "the address is bound anew before": """
import requests
BASE = "http://localhost:11434"
BASE = "https://api.example.com"
print(requests.post(BASE + "/api/chat", json={"model": "m", "format": "json"}).json()["message"])
""",
    "the address is bound anew after": """
import requests
BASE = "http://localhost:11434"
print(requests.post(BASE + "/api/chat", json={"model": "m", "format": "json"}).json()["message"])  #: endpoint /api/chat, model-tag m, request-key format, response-access message
BASE = "https://api.example.com"
""",
    "the address is another's in this function": """
import requests
BASE = "http://localhost:11434"
def other():
    BASE = "https://api.example.com"
    return requests.post(BASE + "/api/chat", json={"model": "m", "format": "json"}).json()["message"]
""",
    "the address is another's in this class": """
import requests
class One:
    base = "http://localhost:11434"
class Two:
    base = "https://api.example.com"
    def ask(self):
        return requests.post(self.base + "/api/chat", json={"model": "m", "format": "json"}).json()["message"]
""",
    "the body is another's": """
import requests
BASE = "http://localhost:11434"
mine = {"model": "m"}  #: model-tag m
other = {"model": "n", "format": "json"}
print(requests.post(BASE + "/api/chat", json=mine).json()["message"], other)  #: endpoint /api/chat, response-access message
""",
    "the answer is another's": """
import requests
BASE = "http://localhost:11434"
requests.post(BASE + "/api/chat", json={"model": "m"})  #: endpoint /api/chat, model-tag m
print(requests.post("https://api.example.com/x", json={}).json()["message"])
""",
    "the path is another's": """
import requests
BASE = "http://localhost:11434"
print(requests.post(BASE + "/v1/chat/completions", json={"messages": []}).json()["message"])
""",
    "the path is of an old name": """
import requests
BASE = "http://localhost:11434"
print(requests.post(BASE + "/api/embeddings", json={"model": "m", "prompt": "x"}).json()["embedding"])  #: endpoint /api/embeddings, model-tag m, request-key prompt, response-access embedding
""",
    "the address isn't known, and nobody says what it is": """
# next to ollama
import requests
def ask(base):
    return requests.post(base + "/api/chat", json={"model": "m", "format": "json"}).json()["message"]
""",
    "the address isn't known, until somebody says it": """
import requests
def ask(base):
    return requests.post(base + "/api/chat", json={"model": "m", "format": "json"}).json()["message"]  #: endpoint /api/chat, model-tag m, request-key format, response-access message
ask("http://localhost:11434")
""",
    "the address is one of two that are passed": """
import requests
def ask(base):
    return requests.post(base + "/api/chat", json={"model": "m", "format": "json"}).json()["message"]  #: endpoint /api/chat, model-tag m, request-key format, response-access message
ask("https://api.example.com")
ask("http://localhost:11434")
""",
}


@pytest.mark.parametrize("source", CONVERSATIONS.values(), ids=CONVERSATIONS)
def test_what_the_name_stands_for_decides(source):
    agree(source)


@pytest.mark.parametrize("source", REQUESTS.values(), ids=REQUESTS)
def test_what_the_address_stands_for_decides(source):
    agree(source)
