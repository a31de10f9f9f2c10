"""The codemods that are installed: their signs don't overlap, and every sign leads to its codemod."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from importlib.metadata import EntryPoint, packages_distributions

import pytest

from migrate_vllm.codemods import ECOSYSTEMS, GROUP, Owners, load, owners
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.languages import LANGUAGES
from migrate_vllm.model import Codemod, MigrateError, Need, Signs

CODEMODS = load()
OWNERS = owners(CODEMODS)


def entry(value: str, name: str = "theirs") -> EntryPoint:
    return EntryPoint(name, value, GROUP)


def signs_of(codemod: Codemod) -> list[tuple[str, str, str]]:
    signs = codemod.signs
    sorts = {"module": signs.modules, "symbol": signs.symbols, "distribution": signs.distributions, "kind": signs.kinds}
    return [(language, sort, name) for language in codemod.languages for sort, names in sorts.items() for name in names]


# -- the content


def test_every_sign_has_one_owner_in_a_language() -> None:
    claims = Counter(sign for codemod in CODEMODS for sign in signs_of(codemod))
    assert [sign for sign, count in claims.items() if count > 1] == []


def test_codemods_speak_of_languages_and_kinds_that_exist() -> None:
    assert {language for codemod in CODEMODS for language in codemod.languages} <= set(LANGUAGES)
    assert {kind for codemod in CODEMODS for kind in codemod.signs.kinds} <= set(KINDS)


def test_every_kind_that_must_change_has_an_owner() -> None:
    by_name_alone = {"import", "framework"}  # through the module or class that is named
    pressing = {kind.name for kind in KINDS.values() if kind.need in (Need.CHANGE, Need.DECIDE)} - by_name_alone
    assert pressing - {kind for codemod in CODEMODS for kind in codemod.signs.kinds} == set()


@pytest.mark.parametrize("codemod", CODEMODS, ids=lambda codemod: codemod.name)
def test_a_module_is_called_as_its_codemod_and_links_to_its_page(codemod: Codemod) -> None:
    module = import_module(f"migrate_vllm_codemods.{codemod.name}")
    assert module.CODEMOD is codemod
    assert codemod.documentation.startswith("https://")
    assert codemod.documentation in (module.__doc__ or "")


def test_the_installed_client_belongs_to_the_codemod_of_its_package() -> None:
    distributions = packages_distributions()["ollama"]
    assert [OWNERS.owner_of_distribution("pypi", name) for name in distributions] == [OWNERS.owner("python", "ollama")]


# -- who is responsible


@pytest.mark.parametrize(
    ("language", "module", "name"),
    [
        ("python", "ollama", "ollama_python"),
        ("notebook", "ollama._types", "ollama_python"),
        ("javascript", "ollama", "ollama_js"),
        ("typescript", "ollama/browser", "ollama_js"),
        ("typescript", "npm:ollama@0.5.0", "ollama_js"),
        ("python", "langchain_community.chat_models.ollama.ChatOllama", "langchain_python"),
        ("python", "langchain_community.llms.Ollama", "langchain_python"),
        ("tsx", "@langchain/ollama", "langchain_js"),
        ("python", "llama_index.llms.ollama.base", "llamaindex_python"),
        ("go", "github.com/ollama/ollama/api", "go"),
        ("java", "dev.langchain4j.model.ollama.OllamaChatModel", "java"),
        ("rust", "ollama_rs::generation", "rust"),
        ("php", "\\ArdaGnsrn\\Ollama\\Ollama", "php"),
        ("csharp", "OllamaSharp.Models", "csharp"),
    ],
)
def test_a_module_belongs_to_whom_its_longest_prefix_belongs(language: str, module: str, name: str) -> None:
    owner = OWNERS.owner(language, module)
    assert owner is not None
    assert owner.name == name


@pytest.mark.parametrize(
    ("language", "module"),
    [
        ("python", "ollama_service"),
        ("python", "app.ollama"),
        ("python", ".ollama"),
        ("python", "langchain_community.chat_models"),
        ("javascript", "./ollama"),
        ("javascript", "@/lib/ollama"),
        ("javascript", "ollama-utils"),
        ("css", "ollama"),
        ("python", ""),
    ],
)
def test_a_look_alike_belongs_to_no_one(language: str, module: str) -> None:
    assert OWNERS.owner(language, module) is None


@pytest.mark.parametrize(
    ("ecosystem", "name", "codemod"),
    [
        ("pypi", "ollama", "ollama_python"),
        ("npm", "ollama", "ollama_js"),
        ("hex", "ollama", "elixir"),
        ("pypi", "LangChain_Ollama", "langchain_python"),
        ("npm", "ai-sdk-ollama", "vercel_ai_js"),
        ("maven", "dev.langchain4j:langchain4j-ollama", "java"),
        ("nuget", "ollamasharp", "csharp"),
    ],
)
def test_a_package_belongs_to_the_codemod_of_its_ecosystem(ecosystem: str, name: str, codemod: str) -> None:
    owner = OWNERS.owner_of_distribution(ecosystem, name)
    assert owner is not None
    assert owner.name == codemod


def test_an_unknown_package_belongs_to_no_one() -> None:
    assert {OWNERS.owner_of_distribution(ecosystem, "scrollama") for ecosystem in ECOSYSTEMS} == {None}


def test_a_symbol_is_told_apart_by_language() -> None:
    names = [
        codemod and codemod.name
        for language in ("python", "typescript", "dart", "")
        for codemod in [OWNERS.owner_of_symbol("ChatOllama", language)]
    ]
    assert names == ["langchain_python", "langchain_js", "dart", "dart"]
    assert OWNERS.owner_of_symbol("Ollama") is None


def test_a_kind_is_told_apart_by_language() -> None:
    kinds = [
        ("endpoint", "python"),
        ("endpoint", "vue"),
        ("endpoint", "go"),
        ("compose-image", "yaml"),
        ("comment", "go"),
    ]
    assert [(owner := OWNERS.owner_of_kind(*pair)) and owner.name for pair in kinds] == [
        "http_python",
        "http_js",
        "go",
        "compose",
        None,
    ]


def test_where_two_claim_the_same_the_first_has_it() -> None:
    one, other = (Codemod(name, "", ("python",), Signs(modules=("ollama",))) for name in ("one", "other"))
    assert owners((one, other)).owner("python", "ollama.x") is one


def test_no_codemods_own_nothing() -> None:
    assert owners(()) == Owners({}, {}, {}, {})


# -- loading


def test_codemods_come_sorted_by_name() -> None:
    names = [codemod.name for codemod in CODEMODS]
    assert names == sorted(set(names))


def test_a_package_of_others_is_loaded_beside_ours() -> None:
    assert load([entry("migrate_vllm_codemods:CODEMODS", "migrate-vllm")]) == CODEMODS
    assert load([]) == ()


@pytest.mark.parametrize(
    "value",
    [
        "no_such_package_anywhere:CODEMODS",
        "migrate_vllm_codemods:NOTHING",
        "migrate_vllm_codemods.compose:CODEMOD",
        "migrate_vllm.facts.models:FAMILIES",
    ],
)
def test_a_broken_package_is_named(value: str) -> None:
    with pytest.raises(MigrateError) as error:
        load([entry(value)])
    assert value in str(error.value)


def test_a_name_that_is_taken_is_named() -> None:
    ours = entry("migrate_vllm_codemods:CODEMODS")
    with pytest.raises(MigrateError, match="Two installed codemods are called 'agents_python'"):
        load([ours, ours])
