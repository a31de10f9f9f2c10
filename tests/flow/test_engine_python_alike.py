"""What is found doesn't depend on how a program calls its variables, nor on which module its functions stand in."""

import keyword
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.flow.flowing import found

FUNCTIONS = {
    "ask": """
def ask({0}, model="llama3.2"):
    {1} = ollama.chat(model=model, messages=[{{"role": "user", "content": {0}}}], options=tune(1))
    return {1}
""",
    "tune": """
def tune({0}):
    {1} = {{"num_ctx": {0}}}
    {1}["temperature"] = 0
    return {1}
""",
    "text": """
def text({0}):
    {1} = {0}["message"]
    return {1}.get("content", "") if {0}["done"] else ""
""",
    "show": """
def show({0}):
    for {1} in ({0}, {0}):
        print(text(ask({1})), ask({1}).eval_count)
""",
    "stream": """
def stream({0}):
    with requests.post("http://localhost:11434/api/generate", json={{"model": "m", "prompt": {0}}}, stream=True) as {1}:
        for {2} in {1}.iter_lines():
            yield json.loads({2})
""",
    "total": """
def total({0}):
    {1} = 0
    for {2} in stream({0}):
        {1} += {2}.get("eval_count", 0)
    return {1}
""",
}
IMPORTS = "import json\nimport ollama\nimport requests\n"
_TAKEN = {"ollama", "requests", "json", "model", "print", *FUNCTIONS}

names = st.from_regex(r"[a-z][a-z_]{0,6}", fullmatch=True).filter(
    lambda name: name not in _TAKEN and not keyword.iskeyword(name)
)
three_names = st.lists(names, min_size=3, max_size=3, unique=True)


def program(called: dict[str, list[str]], functions=tuple(FUNCTIONS)) -> str:
    return IMPORTS + "".join(FUNCTIONS[name].format(*called[name]) for name in functions)


PLAIN = {name: ["a", "b", "c"] for name in FUNCTIONS}
EXPECTED = found({"one.py": program(PLAIN)})


def what(rows: list[str]) -> Counter[str]:
    """Without the places."""
    return Counter(row.partition(" ")[2] for row in rows)


def test_the_program_is_found_as_a_whole():
    assert what(EXPECTED) == Counter(
        {
            "sdk-call chat": 1, "model-tag llama3.2": 1, "request-key options": 1, "option num_ctx": 1, "option temperature": 1,
            "response-access message": 1, "response-access message.content": 1, "response-access done": 1, "response-access eval_count": 2,
            "endpoint /api/generate": 1, "model-tag m": 1, "request-key prompt": 1, "stream-parse iter_lines": 1, "stream-parse JSON": 1,
        }
    )  # fmt: skip


@given(st.fixed_dictionaries(dict.fromkeys(FUNCTIONS, three_names)))
@settings(max_examples=60, deadline=None)
def test_the_names_of_variables_make_no_difference(called):
    assert found({"one.py": program(called)}) == EXPECTED


@given(st.permutations(list(FUNCTIONS)))
@settings(max_examples=40, deadline=None)
def test_the_order_of_functions_makes_no_difference(order):
    assert what(found({"one.py": program(PLAIN, tuple(order))})) == what(EXPECTED)


@given(st.sets(st.sampled_from(list(FUNCTIONS))))
@settings(max_examples=60, deadline=None)
def test_which_of_two_modules_a_function_stands_in_makes_no_difference(moved):
    stayed = [name for name in FUNCTIONS if name not in moved]
    files = {
        "one.py": "".join(f"from two import {name}\n" for name in sorted(moved)) + program(PLAIN, tuple(stayed)),
        "two.py": "".join(f"from one import {name}\n" for name in stayed) + program(PLAIN, tuple(sorted(moved))),
    }
    assert what(found(files)) == what(EXPECTED)
