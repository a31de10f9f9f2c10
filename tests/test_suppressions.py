from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from references import reference

from migrate_vllm.model import Exemption, Need, Reference, Remark, SourceFile
from migrate_vllm.suppressions import suppress


def run(text: str, *references: Reference, language: str = "python") -> tuple[dict[int, str], list[tuple[int, str, str]]]:
    """The reason why by line, and the remarks."""
    found, remarks = suppress(SourceFile(PurePosixPath("app.py"), text, language), references)
    assert [replace(r, exemption=None) for r in found] == list(references)
    return {r.region.line: r.exemption.reason for r in found if r.exemption}, [(r.line, r.rule, r.message) for r in remarks]


UNUSED = "this `migrate-vllm: keep` covers nothing: remove it"

TRAILING = [
    ("python", "ollama.chat()  # migrate-vllm: keep[sdk-call] legacy", "legacy"),
    ("python", "ollama.chat()  # migrate-vllm: keep[sdk-call]", "no reason given"),
    ("python", "ollama.chat()  # migrate-vllm: keep", "no reason given"),
    ("python", "ollama.chat()  # migrate-vllm: keep both servers run", "both servers run"),
    ("python", "ollama.chat()  # migrate-vllm: keep[import, sdk-call] why", "why"),
    ("python", "ollama.chat()  #migrate-vllm:keep why", "why"),
    ("python", "ollama.chat()  # noqa: F401  # migrate-vllm: keep why", "why"),
    ("python", "ollama.chat('don\\'t', \"it's\")  # migrate-vllm: keep why", "why"),
    ("python", "x = ollama.chat('#')  # migrate-vllm: keep why\r", "why"),
    ("javascript", "ollama.chat() // migrate-vllm: keep why", "why"),
    ("typescript", "ollama.chat(`don't`) /* migrate-vllm: keep why */", "why"),
    ("tsx", "<p>Ollama</p> {/* migrate-vllm: keep why */}", "why"),
    ("html", "<p>Ollama isn't here</p> <!-- migrate-vllm: keep why -->", "why"),
    ("markdown", "Ollama doesn't <!-- migrate-vllm: keep why -->", "why"),
    ("yaml", "  image: ollama/ollama # migrate-vllm: keep why", "why"),
    ("sql", "select 'ollama'; -- migrate-vllm: keep why", "why"),
    ("lua", "ollama() -- migrate-vllm: keep why", "why"),
    ("php", "ollama(); # migrate-vllm: keep why", "why"),
    ("template", "ollama {# migrate-vllm: keep why #}", "why"),
    ("powershell", "ollama <# migrate-vllm: keep why #>", "why"),
    ("css", ".ollama {} /* migrate-vllm: keep why */", "why"),
    ("unknown", "ollama # migrate-vllm: keep why", "why"),
    ("notebook", '    "ollama.chat()  # migrate-vllm: keep why\\n",', "why"),
]

ALONE = [
    ("python", "# migrate-vllm: keep why\nollama.chat()"),
    ("python", "  # migrate-vllm: keep why\n\n  # another\n  ollama.chat()"),
    ("python", "## migrate-vllm: keep why\nollama.chat()"),
    ("typescript", "/** migrate-vllm: keep why */\nollama.chat()"),
    ("typescript", "/*\n * migrate-vllm: keep why\n */\nollama.chat()"),
    ("tsx", "{/* migrate-vllm: keep why */}\n<Ollama />"),
    ("vue", "<!-- migrate-vllm: keep why -->\n<Ollama />"),
    ("batch", "REM migrate-vllm: keep why\nollama serve"),
    ("batch", ":: migrate-vllm: keep why\nollama serve"),
    ("ini", "; migrate-vllm: keep why\nhost = ollama"),
    ("rst", ".. migrate-vllm: keep why\n\nOllama"),
    ("dockerfile", "# migrate-vllm: keep why\nFROM ollama/ollama"),
    ("notebook", '    "# migrate-vllm: keep why\\n",\n    "ollama.chat()"'),
    ("python", "# migrate-vllm: keep why\r\nollama.chat()\r\n"),
]

NOT_ONE = [
    ("python", 'ollama.chat("# migrate-vllm: keep why")'),
    ("python", "ollama.chat('// migrate-vllm: keep why')"),
    ("python", 'ollama.chat("""# migrate-vllm: keep why""")'),
    ("python", "ollama.chat()  # see migrate-vllm: keep"),
    ("python", "ollama.chat()  // migrate-vllm: keep why"),
    ("python", "ollama.chat()  # migrate-vllm: keeps why"),
    ("python", "ollama.chat()  # migrate-vllm: keep-all why"),
    ("python", "ollama.chat()  # migrate-vllm: keep[sdk-call why"),
    ("python", "ollama.chat()  # migrate-vllm: ignore"),
    ("json", '{"host": "ollama // migrate-vllm: keep why"}'),
    ("javascript", "fetch(http://migrate-vllm: keep ollama"),
    ("markdown", "Ollama: write `# migrate-vllm: keep why` behind it"),
    ("markdown", "migrate-vllm: keep Ollama"),
    ("c", "ollama * migrate-vllm: keep why"),
    ("ini", "host = ollama ; migrate-vllm: keep why"),
]


@pytest.mark.parametrize(("language", "text", "reason"), TRAILING)
def test_a_comment_behind_code_covers_its_line(language: str, text: str, reason: str) -> None:
    lines = f"ollama\n{text}\nollama"
    references = [reference(line=line) for line in (1, 2, 3)]
    assert run(lines, *references, language=language) == ({2: reason}, [])


@pytest.mark.parametrize(("language", "text"), ALONE)
def test_a_comment_alone_covers_the_next_line_of_code(language: str, text: str) -> None:
    last = len(text.rstrip().split("\n"))
    references = [reference(line=line) for line in (last, last + 1)]
    assert run(text + "\nollama", *references, language=language) == ({last: "why"}, [])


@pytest.mark.parametrize(("language", "text"), NOT_ONE)
def test_what_only_looks_like_one_is_none(language: str, text: str) -> None:
    assert run(text, reference(), language=language) == ({}, [])


def test_only_the_kinds_that_it_names_are_covered() -> None:
    references = [reference(kind="import"), reference(kind="sdk-call", line=2), reference(kind="client", line=2)]
    found, remarks = suppress(
        SourceFile(PurePosixPath("app.py"), "x\nx # migrate-vllm: keep[sdk-call,import] why", "python"), tuple(references)
    )
    assert [r.exemption for r in found] == [None, Exemption("comment", "why"), None]
    assert remarks == ()


def test_every_reference_on_the_line_is_covered() -> None:
    found, _ = suppress(
        SourceFile(PurePosixPath("app.py"), "x  # migrate-vllm: keep why", "python"),
        (reference(column=1), reference(column=9, kind="base-url")),
    )
    assert [r.exemption for r in found] == [Exemption("comment", "why")] * 2


def test_a_reference_over_several_lines_is_covered_from_any_of_them() -> None:
    assert run("ollama.chat(\n  x,  # migrate-vllm: keep why\n)", reference(line=1, end_line=3)) == ({1: "why"}, [])


@pytest.mark.parametrize("text", ["# migrate-vllm: keep-file why\nx\nx\nx", "x\nx\nx\n# migrate-vllm: keep-file[sdk-call] why"])
def test_a_comment_for_the_file_covers_all_of_it(text: str) -> None:
    assert run(text, reference(line=0), reference(line=3)) == ({0: "why", 3: "why"}, [])


def test_a_file_name_is_covered_by_nothing_less() -> None:
    assert run("# migrate-vllm: keep why", reference(line=0)) == ({}, [(1, "unused-suppression", UNUSED)])


def test_the_word_in_the_reason_is_exempt_and_is_no_use() -> None:
    own = reference(line=1, column=24, kind="comment", need=Need.TEXT)
    assert run("# migrate-vllm: keep Ollama runs too\nx()", own) == ({1: "Ollama runs too"}, [(1, "unused-suppression", UNUSED)])


def test_a_comment_before_the_marker_is_covered_and_is_use() -> None:
    text = "# Ollama was slow  # migrate-vllm: keep[comment] history\nx()"
    assert run(text, reference(column=3, kind="comment")) == ({1: "history"}, [])


def test_one_that_covers_nothing_is_told() -> None:
    text = "x()  # migrate-vllm: keep why\n# migrate-vllm: keep-file[import] why\n# migrate-vllm: keep at the end\n"
    assert run(text, reference(line=4)) == ({}, [(n, "unused-suppression", UNUSED) for n in (1, 2, 3)])


def test_what_stays_anyway_needs_no_comment() -> None:
    remarks = run("x()  # migrate-vllm: keep why", reference(need=Need.KEEP))[1]
    assert remarks == [(1, "unused-suppression", UNUSED)]


def test_two_that_cover_the_same_are_both_used_and_the_first_says_why() -> None:
    assert run("# migrate-vllm: keep one\nx()  # migrate-vllm: keep two", reference(line=2)) == ({2: "one"}, [])


def test_a_kind_that_there_is_not_is_told_with_the_one_that_was_meant() -> None:
    text = "x()  # migrate-vllm: keep[sdk-cal] why\ny()  # migrate-vllm: keep[xyzzy,sdk-call] why"
    assert run(text, reference(line=1), reference(line=2)) == (
        {2: "why"},
        [(1, "unknown-kind", "there is no kind `sdk-cal`; did you mean `sdk-call`?"), (2, "unknown-kind", "there is no kind `xyzzy`")],
    )


def test_an_exemption_that_is_there_stays() -> None:
    before = reference(exemption=Exemption("config", "ours"))
    file = SourceFile(PurePosixPath("app.py"), "x  # migrate-vllm: keep why", "python")
    assert suppress(file, (before,)) == ((before,), ())


def test_a_remark_names_the_file() -> None:
    file = SourceFile(PurePosixPath("a/b.py"), "# migrate-vllm: keep why", "python")
    assert suppress(file, ()) == ((), (Remark(PurePosixPath("a/b.py"), 1, "unused-suppression", UNUSED),))
