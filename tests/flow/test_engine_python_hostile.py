"""Large, cyclic and senseless programs: the flow comes to an end within seconds, and finds what can be found."""

import time

import pytest

from tests.flow.flowing import found

SECONDS = 8
CALL = "r0 = ollama.generate('m', 'x')\n"
FOUND = ["a.py:2 sdk-call generate", "a.py:2 model-tag m"]


def timed(files):
    start = time.perf_counter()
    rows = found(files)
    assert time.perf_counter() - start < SECONDS
    return rows


def in_one(source: str) -> list[str]:
    return timed({"a.py": f"import ollama\n{source}"})


def test_ten_thousand_assignments_in_a_cycle():
    chain = "".join(f"    r{i + 1} = r{i}\n" for i in range(10_000))
    assert in_one(f"{CALL}while True:\n{chain}    r0 = r10000\n") == FOUND


def test_a_chain_of_ten_thousand_assignments_is_followed_to_its_end():
    chain = "".join(f"r{i + 1} = r{i}\n" for i in range(10_000))
    assert in_one(f"{CALL}{chain}r10000.response\n") == [*FOUND, "a.py:10003 response-access response"]


def test_functions_that_call_one_another():
    source = """
def even(r, n):
    return r if n == 0 else odd(r, n - 1)

def odd(r, n):
    return even(r, n - 1)

even(r0, 5).response
"""
    assert in_one(CALL + source) == [*FOUND, "a.py:10 response-access response"]


def test_a_function_that_calls_itself_with_its_own_answer():
    source = "def f(r):\n    return f(f(r)) or r\nf(r0).done\n"
    assert in_one(CALL + source) == [*FOUND, "a.py:5 response-access done"]


def test_an_answer_through_five_hundred_functions():
    source = "".join(f"def f{i}(x):\n    return f{i + 1}(x)\n" for i in range(500)) + "def f500(x):\n    return x\n"
    assert in_one(f"{CALL}{source}f0(r0).response\n") == [*FOUND, "a.py:1005 response-access response"]


def test_a_graph_of_two_thousand_functions():
    functions = "".join(
        f"def f{i}(x):\n    f{(i * 7 + 1) % 2000}(x)\n    return f{(i * 13 + 5) % 2000}(x) or x\n" for i in range(2000)
    )
    assert in_one(f"{CALL}{functions}f0(r0).response\n") == [*FOUND, "a.py:6003 response-access response"]


def test_a_hundred_functions_each_called_by_all():
    functions = "".join(f"def f{i}(x):\n" + "".join(f"    f{j}(x)\n" for j in range(100)) for i in range(100))
    assert in_one(f"{CALL}{functions}f0(r0)\n") == FOUND


def test_dictionaries_and_lists_that_hold_themselves():
    source = """
box = {"r": r0}
box["box"] = box
box["box"]["box"]["r"].response
row = [r0]
row.append(row)
row[0][0].done
body = {"model": "q"}
body["options"] = body
ollama.chat(**body)
"""
    assert in_one(CALL + source) == [
        *FOUND,
        "a.py:6 response-access response",
        "a.py:9 response-access done",
        "a.py:10 model-tag q",
        "a.py:11 request-key options",
        "a.py:12 sdk-call chat",
    ]


def test_classes_that_inherit_from_themselves():
    source = """
class A(A):
    def f(self):
        return self.g()
class B(C):
    pass
class C(B):
    def h(self):
        return r0
B().h().response
A().f().missing.more
"""
    assert in_one(CALL + source) == [*FOUND, "a.py:12 response-access response"]


def test_a_deep_line_of_classes():
    source = "class C0:\n    def f(self):\n        return r0\n" + "".join(
        f"class C{i + 1}(C{i}):\n    pass\n" for i in range(300)
    )
    assert in_one(f"{CALL}{source}C300().f().response\n") == [*FOUND, "a.py:606 response-access response"]


def test_modules_that_import_one_another_in_a_ring():
    files = {f"m{i}.py": f"from m{(i + 1) % 50} import *\nfrom m{(i + 1) % 50} import ask as a{i}\n" for i in range(50)}
    files["m0.py"] += "import ollama\nask = ollama.generate\n"
    files["use.py"] = "import m0\nm0.ask('m', 'x').done\n"
    assert timed(files) == ["use.py:2 sdk-call generate", "use.py:2 model-tag m", "use.py:2 response-access done"]


def test_a_route_that_asks_itself():
    source = """
import requests
from fastapi import FastAPI
app = FastAPI()
@app.post("/loop")
def loop(body: dict):
    if body.get("n"):
        return requests.post("http://localhost:8000/loop", json=body).json()
    return ollama.generate("m", "x")
"""
    assert in_one(source) == ["a.py:10 relay", "a.py:10 sdk-call generate", "a.py:10 model-tag m"]


def test_a_thousand_files_that_import_the_client():
    files = {f"pkg/m{i}.py": f"from pkg.llm import ask\nask('x{i}').response\n" for i in range(1000)}
    files["pkg/llm.py"] = "import ollama\ndef ask(t):\n    return ollama.generate('m', t)\n"
    files["pkg/__init__.py"] = ""
    rows = timed(files)
    assert len([row for row in rows if row.endswith(":2 response-access response")]) == 1000
    assert len(rows) == 1002


def test_a_thousand_keys_of_one_dictionary():
    source = "d = {}\n" + "".join(f"d['k{i}'] = r0\n" for i in range(1000)) + "for v in d.values():\n    v.response\n"
    assert in_one(CALL + source) == [*FOUND, "a.py:1005 response-access response"]


def test_a_place_with_a_thousand_texts():
    source = "".join(f"p = 'http://localhost:11434/x{i}' if c else p\n" for i in range(1000))
    assert in_one(f"p = ''\n{source}import requests\nrequests.post(p).json()['response']\n") == []


@pytest.mark.parametrize(
    "source",
    [
        "ollama.chat(",
        "def f(:\n  ollama.chat(model='m'",
        "x = ollama.chat(*ollama.chat(**ollama.chat()))",
        "ollama = ollama = ollama.ollama(ollama)(ollama)[ollama]",
        "lambda: (yield ollama.chat(model=lambda: ollama))",
        "class ollama(ollama): ollama = ollama",
        "from ollama import (chat as",
        "ollama.chat(model=" + "(" * 500,
        "r = ollama.generate('m', 'x')" + "['response']" * 1000,
        "r = ollama.list()" + ".models[0]" * 500,
        "x = " + "ollama.generate('m', " * 200 + "'x'" + ")" * 200,
        "x = f'" + "{ollama.list()}" * 500 + "'",
    ],
    ids=lambda source: source[:25],
)
def test_broken_and_senseless_sources_raise_nothing(source):
    in_one(source)
