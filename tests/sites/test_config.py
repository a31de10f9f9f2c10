"""The front ends of configuration, scripts and prose: what holds a hit, and that nothing breaks them."""

import re
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate_vllm.languages import LANGUAGES
from migrate_vllm.sites.config import FRONT_ENDS, read
from migrate_vllm.sites.site import Hit
from migrate_vllm.words import hits


def seen(source: str, language: str) -> list[tuple[str, ...]]:
    """Construct, text, path joined, callee of each site."""
    data = source.encode()
    places = [Hit(m.start(), m.end(), m.group().decode().lower()) for m in re.finditer(rb"ollama|11434", data, re.I)]
    return [(s.construct.value, s.text, "/".join(s.path), s.callee) for s in read(data, places, language)]


def test_yaml_tells_keys_values_names_and_comments() -> None:
    source = "a:\n  ollama: &ollama 'x ollama'  # by ollama\n  list: [ollama, {b: \"11434\"}]\nc: *ollama\n"
    assert seen(source, "yaml") == [
        ("key", "ollama", "a", ""),
        ("name", "ollama", "a/ollama", ""),
        ("value", "x ollama", "a/ollama", ""),
        ("comment", "by ollama", "", ""),
        ("value", "ollama", "a/list", ""),
        ("value", "11434", "a/list/b", ""),
        ("name", "ollama", "c", ""),
    ]


def test_a_script_in_yaml_is_read_as_shell() -> None:
    source = "steps:\n  - run: |\n      # ollama\n      ollama pull ${{ x }} | tee $OLLAMA_LOG\n"
    assert seen(source, "yaml") == [
        ("comment", "ollama", "steps/run", ""),
        ("command", "ollama pull ${{ x }}", "steps/run", "ollama"),
        ("variable", "OLLAMA_LOG", "steps/run", "tee"),
    ]


def test_json_tells_keys_and_values() -> None:
    source = '{"ollama": {"port": 11434, "a": ["x ollama"]}, // ollama\n "scripts": {"s": "echo \\"ollama\\""}}'
    assert seen(source, "json") == [
        ("key", "ollama", "", ""),
        ("value", "11434", "ollama/port", ""),
        ("value", "x ollama", "ollama/a", ""),
        ("comment", "ollama", "", ""),
        ("string", "ollama", "scripts/s", "echo"),
    ]


def test_toml_tells_tables_dotted_keys_and_values() -> None:
    source = "[tool.ollama]\na.ollama.b = '11434'\n[[x.y]]\nz = [\"ollama\"] # ollama\n"
    assert seen(source, "toml") == [
        ("key", "ollama", "tool", ""),
        ("key", "ollama", "tool/ollama/a", ""),
        ("value", "11434", "tool/ollama/a/ollama/b", ""),
        ("value", "ollama", "x/y/z", ""),
        ("comment", "ollama", "", ""),
    ]


def test_shell_tells_commands_assignments_variables_and_strings() -> None:
    source = 'export OLLAMA_A="ollama"\nf_ollama() { :; }\nf_ollama\nA=1 ollama serve\necho "to $OLLAMA_A ollama"\ncase $x in ollama) ;; esac\n'
    assert seen(source, "shell") == [
        ("assignment", 'OLLAMA_A="ollama"', "OLLAMA_A", "export"),
        ("assignment", 'OLLAMA_A="ollama"', "OLLAMA_A", "export"),
        ("definition", "f_ollama", "", ""),
        ("call", "f_ollama", "", ""),
        ("command", "A=1 ollama serve", "", "ollama"),
        ("variable", "OLLAMA_A", "", "echo"),
        ("string", "to $OLLAMA_A ollama", "", "echo"),
        ("string", "ollama", "", ""),
    ]


def test_a_prompt_in_front_of_a_command_is_left_out() -> None:
    assert seen("$ ollama list\n> ollama ps\n", "shell") == [("command", "ollama list", "", "ollama"), ("command", "ollama ps", "", "ollama")]


def test_a_command_over_several_lines_gives_the_line_of_the_hit() -> None:
    assert seen("docker run -d \\\n  --name ollama \\\n  ollama/ollama\n", "shell")[0] == ("command", "--name ollama \\", "", "docker")


def test_a_hash_inside_a_value_opens_no_comment() -> None:
    assert seen("A=x#ollama\nB='a # ollama'\nC=1 # ollama\n", "env") == [
        ("assignment", "A=x#ollama", "A", ""),
        ("assignment", "B='a # ollama'", "B", ""),
        ("comment", "ollama", "", ""),
    ]


def test_yaml_that_nests_too_deep_for_its_grammar_is_read_as_lines() -> None:
    source = "".join(" " * depth + f"k{depth}:\n" for depth in range(600)) + "ollama\n"
    assert seen(source, "yaml") == [("raw", "ollama", "", "")]
    assert seen("- " * 600 + "ollama", "yaml")[0][0] == "raw"


def test_every_language_that_is_no_code_has_a_front_end() -> None:
    assert set(FRONT_ENDS) == {name for name in LANGUAGES if name not in _CODE}


_CODE = {
    "python", "javascript", "typescript", "tsx", "go", "java", "csharp", "rust", "php", "ruby", "vue", "svelte", "html", "notebook",
}  # fmt: skip

_WORDS = st.sampled_from(
    ["ollama", "OLLAMA_HOST", "11434", "\n", "\r\n", " ", "  ", "\t", ":", "=", "- ", "#", "//", '"', "'", "`", "```", "```sh\n", "---\n", "{", "}", "[", "]",
     "(", ")", "$", "${", "{{", "}}", "<<EOF", "EOF", "\\", "RUN ", "FROM ", "ENV ", "key", "run: |\n", "export ", "|", ">", "&", "*", "!", "é", "💥", "\x00", ";", ","]
)  # fmt: skip


@pytest.mark.parametrize("language", sorted(FRONT_ENDS))
@given(parts=st.lists(st.one_of(_WORDS, st.text(max_size=4)), max_size=40))
@settings(deadline=None, max_examples=25)
def test_any_text_gives_a_site_inside_its_line_for_every_hit(language: str, parts: list[str]) -> None:
    data = "".join(parts).encode("utf-8", "replace")
    places = hits(data)
    sites = FRONT_ENDS[language](data, places)
    assert [site.hit for site in sites] == places
    for site in sites:
        assert 0 <= site.start <= site.hit.start < site.hit.end <= site.end <= len(data)
        assert b"\n" not in data[site.start : site.end]


@pytest.mark.parametrize("language", ["yaml", "json", "shell", "dockerfile", "toml", "markdown", "env"])
@given(data=st.binary(max_size=200))
@settings(deadline=None, max_examples=25)
def test_any_bytes_give_a_site_for_every_hit(language: str, data: bytes) -> None:
    data = data[:50] + b" ollama " + data[50:] + b"ollama"
    places = hits(data)
    assert [site.hit for site in FRONT_ENDS[language](data, places)] == places


@pytest.mark.parametrize(("language", "before"), [("shell", ""), ("dockerfile", "RUN ")])
def test_a_word_without_end_is_read_in_linear_time(language: str, before: str) -> None:
    def seconds(count: int) -> float:
        data = (before + "Ollama." * count).encode()
        start = perf_counter()
        assert len(FRONT_ENDS[language](data, hits(data))) == count
        return perf_counter() - start

    assert seconds(8000) < 8 * seconds(2000) + 0.1
