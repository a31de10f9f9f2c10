"""Notebooks: all cells are one program, whose spans are those of the file."""

import json

from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.flow.python.notebook import lower_notebook
from tests.flow.printing import printed


def lowered(*cells: str | list[str], kind: str = "code") -> list[str]:
    made = [{"cell_type": kind, "metadata": {}, "outputs": [], "source": cell} for cell in cells]
    data = json.dumps({"cells": made, "nbformat": 4}, indent=1).encode()
    return printed(lower_notebook(data), data)


def test_what_one_cell_defines_another_reads():
    assert lowered("import ollama", ["x = ollama.chat(\n", "  model)"]) == [
        "`ollama` import ollama * @ollama",
        "(ollama) <- `ollama`",
        "`ollama.chat` get `ollama`.chat",
        "`ollama.chat(\\n\", \" model)` call `ollama.chat`(`model`)",
        "(x) <- `ollama.chat(\\n\", \" model)`",
        "`model` global model",
    ]  # fmt: skip


def test_spans_are_those_of_the_escaped_text():
    assert lowered('x = "a\té"\ny = "\\n" + x') == [
        '`\\"a\\t\\u00e9\\"` text \'a\\té\' @a\\t\\u00e9',
        '(x) <- `\\"a\\t\\u00e9\\"`',
        '`\\"\\\\n\\"` text \'\\n\' @\\\\n',
        '`\\"\\\\n\\" + x` join `\\"\\\\n\\"` + `\\"a\\t\\u00e9\\"`',
        '(y) <- `\\"\\\\n\\" + x`',
    ]


def test_a_text_ends_where_the_cell_does():
    assert lowered('f("a")', 'x = "a"')[-3:-1] == ["`\\\"a\\\"`'2 text 'a'", "(x) <- `\\\"a\\\"`'2"]


def test_magic_and_shell_lines_are_left_out():
    assert lowered(["!ollama pull llama3\n", "%load_ext x\n", "y = z\n"], "%%bash\nollama list", "%%time\nf()") == [
        "(y) <- `z`",
        "`f()` call `f`()",
        "`z` global z",
        "`f` global f",
    ]


def test_a_cell_that_awaits():
    assert lowered("await f()") == ["`f()` call `f`()", "`await f()` <- `f()`", "`f` global f"]


def test_other_cells_are_no_program():
    assert lowered("import ollama", kind="markdown") == []


def test_a_notebook_that_is_cut_off_has_no_cells():
    data = b'{"cells": [{"cell_type": "code", "source": ["x = y"]}, {"cell_type": "code", "source": ["z = '
    assert printed(lower_notebook(data), data) == []


def test_an_empty_file_has_no_operations():
    assert lower_notebook(b"").operations == []


@given(st.lists(st.text("x=f(\"'\\\n\té😀:!%) ", max_size=30), max_size=3), st.integers(0, 200))
def test_any_cells_are_lowered_within_the_file(cells: list[str], cut: int):
    made = [{"cell_type": "code", "source": cell} for cell in cells]
    data = json.dumps({"cells": made}, ensure_ascii=cut % 2 == 0).encode()
    data = data[: len(data) - cut] if cut > 100 else data
    form = lower_notebook(data)
    assert all(0 <= start <= end <= len(data) for start, end in form.spans.values())
