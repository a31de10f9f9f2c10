"""From a file to references: places, excerpts, needs, the project's own names, names of files."""

from pathlib import PurePosixPath

import pytest
from auditing import audited, project, scanned

from migrate_vllm.model import Origin, Reference, SourceFile
from migrate_vllm.scan import scan, scan_names


def place(reference: Reference) -> tuple[int, int, int, int, int]:
    """Line, columns in characters, columns in UTF-16 code units."""
    region = reference.region
    assert region.end_line == region.line
    return region.line, region.column, region.end_column, region.utf16_column, region.utf16_end_column


def shown(reference: Reference) -> str:
    excerpt = reference.excerpt
    return f"{excerpt.text[: excerpt.start]}«{excerpt.text[excerpt.start : excerpt.end]}»{excerpt.text[excerpt.end :]}"


# -- places


def test_columns_count_characters_and_utf16_code_units():
    found = scanned('name = "🦙é"; url = "http://localhost:11434"\n').references
    assert [place(reference) for reference in found] == [(1, 21, 43, 22, 44)]


def test_a_reference_with_an_emoji_inside_is_longer_in_utf16():
    found = scanned("# 🦙 Ollama 🦙\n").references
    assert [place(reference) for reference in found] == [(1, 3, 13, 3, 15)]


def test_windows_line_ends_belong_to_no_reference():
    found = scanned("# no\r\n# Ollama here\r\nimport ollama\r\n").references
    assert [(reference.text, place(reference)) for reference in found] == [
        ("Ollama here", (2, 3, 14, 3, 14)),
        ("import ollama", (3, 1, 14, 1, 14)),
    ]


def test_a_tab_is_one_column():
    found = scanned("if x:\n\timport ollama\n").references
    assert [place(reference) for reference in found] == [(2, 2, 15, 2, 15)]
    assert shown(found[0]) == "«import ollama»"


def test_a_file_without_a_final_line_end_and_one_with_a_byte_order_mark():
    assert [place(reference) for reference in scanned("import ollama").references] == [(1, 1, 14, 1, 14)]
    assert [place(reference) for reference in scanned("\ufeffimport ollama").references] == [(1, 2, 15, 2, 15)]


def test_references_come_in_the_order_of_their_places():
    found = scanned('import ollama\nreply = ollama.chat(model="llama3.1")  # ollama\nx = "ollama"\n').references
    places = [(reference.region.line, reference.region.column) for reference in found]
    assert places == sorted(places)


def test_one_thing_is_told_once_however_often_it_says_the_name():
    assert audited("# ollama, Ollama and OLLAMA on 11434\n") == [
        ("comment", "text", "ollama, Ollama and OLLAMA on 11434")
    ]


# -- excerpts


def test_a_huge_line_is_cropped_around_the_reference():
    (found,) = scanned(f'x = "{"a" * 5000}"; import ollama; y = "{"b" * 5000}"\n').references
    assert shown(found).replace("a" * 100, "").replace("b" * 100, "").startswith("aaa")
    assert len(found.excerpt.text) < 400
    assert found.excerpt.text[found.excerpt.start : found.excerpt.end] == "import ollama"


def test_a_huge_string_is_cropped_inside():
    (found,) = scanned(f'x = "{"a " * 3000}ollama{" b" * 3000}"\n').references
    assert len(found.excerpt.text) < 1000
    assert "ollama" in found.excerpt.text


def test_a_crop_never_cuts_a_character():
    for shift in range(4):
        (found,) = scanned(f"# {'x' * shift}{'🦙' * 2000} ollama {'🦙' * 2000}\n").references
        assert "\ufffd" not in found.excerpt.text


def test_a_secret_beside_the_reference_is_masked():
    (found, *_) = scanned(
        'client = Client(host="http://localhost:11434", api_key="sk-abcdefghijklmnop1234")\n'
    ).references
    assert "abcdefghijklmnop" not in found.excerpt.text


# -- needs


def test_nothing_in_a_comment_breaks():
    assert audited("# OLLAMA_HOST=http://localhost:11434 ollama serve\n") == [
        ("comment", "text", "OLLAMA_HOST=http://localhost:11434 ollama serve")
    ]


def test_nothing_in_prose_breaks():
    source = "Run `ollama serve` on http://localhost:11434.\n\n```python\nimport ollama\n```\n"
    assert {need for _, need, _ in audited(source, "README.md")} == {"text"}


@pytest.mark.parametrize(
    ("origin", "kind"),
    [
        (Origin.LOCK, "lock-entry"),
        (Origin.VENDORED, "vendored"),
        (Origin.GENERATED, "generated"),
        (Origin.MINIFIED, "minified"),
    ],
)
def test_code_of_others_is_kept_once_a_line(origin: Origin, kind: str):
    file = SourceFile(PurePosixPath("a.py"), "import ollama; ollama.chat()\nx = 1\n# 11434\n", "python", origin)
    assert [(r.kind, r.need.value, r.region.line) for r in scan(file, project()).references] == [
        (kind, "keep", 1),
        (kind, "keep", 3),
    ]


def test_a_file_that_is_too_large_to_parse_is_matched_as_text():
    file = SourceFile(PurePosixPath("a.py"), 'url = "http://localhost:11434"\nimport ollama\n', "python", parse=False)
    assert [(r.kind, r.text) for r in scan(file, project()).references] == [
        ("base-url", "http://localhost:11434"),
        ("import", "import ollama"),
    ]


def test_a_broken_file_gives_all_its_references_and_says_so():
    made = scanned("def f(:\n  ollama.chat(model='x'\nOLLAMA_HOST = 'http://localhost:11434\n")
    assert {reference.region.line for reference in made.references} == {2, 3}
    assert [remark.rule for remark in made.remarks] == ["parse-error"]


# -- the project's own name


def test_the_projects_own_name_stays_in_all_its_spellings():
    source = 'from chat_ollama.app import main\nDB = "chat-ollama.db"\nclass ChatOllamaError(Exception): ...\n'
    assert [found[:2] for found in audited(source, "x.py", "chat-ollama")] == [("own-name", "keep")] * 3


def test_a_frameworks_class_is_no_name_of_a_project_that_is_called_alike():
    source = "from langchain_ollama import ChatOllama\nllm = ChatOllama()\nDB = 'chat-ollama.db'\n"
    assert audited(source, "x.py", "chat-ollama") == [
        ("import", "change", "from langchain_ollama import ChatOllama"),
        ("framework", "change", "ChatOllama"),
        ("own-name", "keep", "chat-ollama"),
    ]


def test_a_class_of_the_project_with_a_frameworks_name_is_its_own():
    source = "from .models import ChatOllama\nllm = ChatOllama()\n"
    assert {need for _, need, _ in audited(source, "x.py", "chat-ollama")} == {"keep"}


def test_the_server_is_no_name_of_a_project_that_is_called_alike():
    assert audited('URL = "http://ollama:11434"\nX = "ollama"\n', "x.py", "chat-ollama") == [
        ("base-url", "change", "http://ollama:11434"),
        ("provider-id", "decide", "ollama"),
    ]


def test_other_words_are_kept():
    source = "import scrollama from 'scrollama'\nconst scroller = scrollama()\nconst Scrollama = 1\n"
    assert {(kind, need) for kind, need, _ in audited(source, "a.js")} == {("other-word", "keep")}


def test_a_file_without_the_name_gives_nothing():
    assert scanned("import os\nx = '/api/chat'\nmodel = 'mistral'\n").references == ()


# -- names of files and folders


def names(*paths: str, own: str = "") -> list[tuple[str, str, str, int]]:
    found = scan_names([PurePosixPath(path) for path in paths], project(own) if own else project())
    assert all(reference.region.line == 0 for reference in found)
    return [(str(reference.path), reference.kind, reference.need.value, reference.region.column) for reference in found]


def test_each_file_and_folder_whose_own_name_says_ollama_is_told_once():
    assert names("app/ollama/client.py", "app/ollama/my_ollama.py", "app/main.py") == [
        ("app/ollama", "file-name", "text", 1),
        ("app/ollama/my_ollama.py", "file-name", "text", 4),
    ]


def test_names_that_stay():
    assert names("chat_ollama/app.py", "src/scrollama.js", own="chat-ollama") == [
        ("chat_ollama", "own-name", "keep", 6),
        ("src/scrollama.js", "other-word", "keep", 4),
    ]
