"""A row a language: which files are written in it, which grammar reads it, how it spells a comment. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Language:
    name: str
    suffixes: tuple[str, ...] = ()
    """lower case, with the dot"""
    names: tuple[str, ...] = ()
    """whole file names as regular expressions, lower case"""
    grammar: str = ""
    """module of the tree-sitter grammar, and after a colon the function in it; empty: not parsed by tree-sitter"""
    comments: tuple[str, ...] = ()
    """what opens a comment"""
    prose: bool = False


_C_LIKE = ("//", "/*", "*")
_HASH = ("#",)
_MARKUP = ("<!--",)

_ROWS = (
    Language("python", (".py", ".pyi", ".pyw"), ("sconstruct", "wscript"), "tree_sitter_python", _HASH),
    Language("notebook", (".ipynb",), (), "tree_sitter_json", _HASH),
    Language("javascript", (".js", ".mjs", ".cjs", ".jsx"), (), "tree_sitter_javascript", _C_LIKE),
    Language("typescript", (".ts", ".mts", ".cts"), (), "tree_sitter_typescript:language_typescript", _C_LIKE),
    Language("tsx", (".tsx",), (), "tree_sitter_typescript:language_tsx", _C_LIKE),
    Language("vue", (".vue",), (), "", (*_MARKUP, *_C_LIKE)),
    Language("svelte", (".svelte",), (), "", (*_MARKUP, *_C_LIKE)),
    Language("html", (".html", ".htm", ".xhtml", ".astro"), (), "", (*_MARKUP, *_C_LIKE)),
    Language("yaml", (".yaml", ".yml"), (r"\.clang-format",), "tree_sitter_yaml", _HASH),
    Language(
        "json",
        (".json", ".jsonc", ".json5", ".webmanifest", ".code-workspace", ".jsonl", ".ndjson", ".geojson"),
        (r"\.babelrc", r"\.eslintrc", r"\.prettierrc", r"composer\.lock", r"flake\.lock", r"pipfile\.lock"),
        "tree_sitter_json",
        _C_LIKE,
    ),
    Language(
        "toml",
        (".toml",),
        (r"pipfile", r"poetry\.lock", r"uv\.lock", r"cargo\.lock", r"pdm\.lock"),
        "tree_sitter_toml",
        _HASH,
    ),
    Language("env", (".env",), (r"\.env(\..+)?", r"env\.(example|sample|template|dist)(\..+)?", r".+\.env\.[a-z]+", r"\.envrc"), "", _HASH),
    Language(
        "ini",
        (".ini", ".cfg", ".conf", ".properties", ".service", ".socket", ".desktop", ".container", ".editorconfig"),
        (r"\.npmrc", r"\.flaskenv", r"\.gitmodules", r"supervisord\.conf"),
        "",
        ("#", ";"),
    ),
    Language(
        "dockerfile",
        (".dockerfile", ".containerfile"),
        (r"dockerfile(\..+)?", r"containerfile(\..+)?", r".+[.-]dockerfile"),
        "tree_sitter_containerfile",
        _HASH,
    ),
    Language(
        "shell",
        (".sh", ".bash", ".zsh", ".ksh", ".fish", ".bats", ".command"),
        (r"\.bashrc", r"\.zshrc", r"\.profile", r"\.bash_profile", r"procfile"),
        "tree_sitter_bash",
        _HASH,
    ),
    Language("make", (".mk", ".mak"), (r"(gnu)?makefile(\..+)?",), "", _HASH),
    Language("just", (".just",), (r"\.?justfile", r"taskfile"), "", _HASH),
    Language("powershell", (".ps1", ".psm1", ".psd1"), (), "", ("#", "<#")),
    Language("batch", (".bat", ".cmd"), (), "", ("REM", "rem", "::")),
    Language("markdown", (".md", ".markdown", ".mdx", ".mdc", ".qmd"), (), "", _MARKUP, prose=True),
    Language("rst", (".rst",), (), "", ("..",), prose=True),
    Language(
        "text",
        (".txt", ".text", ".adoc", ".asciidoc", ".org", ".tex", ".log", ".typ", ".po", ".pot", ".bib"),
        (r"license.*", r"readme", r"changelog", r"changes", r"authors", r"contributors", r"notice", r"codeowners", r"todo",
         r"\.cursorrules", r"\.windsurfrules", r"\.(git|docker|npm|eslint|prettier|helm)ignore"),
        "",
        _HASH,
        prose=True,
    ),
    Language("modelfile", (".modelfile",), (r"modelfile(\..+)?", r".+[.-]modelfile"), "", _HASH),
    Language(
        "requirements",
        (),
        (r"(.*[-_.])?requirements([-_.].*)?\.(txt|in|pip)", r"(.*[-_.])?constraints([-_.].*)?\.txt", r"packages\.txt"),
        "",
        _HASH,
    ),
    Language("yarnlock", (), (r"yarn\.lock", r"bun\.lock", r"bun\.lockb", r"gemfile\.lock", r"go\.sum", r"mix\.lock", r"deno\.lock", r"podfile\.lock"), "", _HASH),
    Language("gomod", (), (r"go\.mod", r"go\.work"), "", ("//",)),
    Language("go", (".go",), (), "tree_sitter_go", _C_LIKE),
    Language("java", (".java",), (), "tree_sitter_java", _C_LIKE),
    Language("csharp", (".cs", ".csx"), (), "tree_sitter_c_sharp", _C_LIKE),
    Language("rust", (".rs",), (), "tree_sitter_rust", _C_LIKE),
    Language("php", (".php",), (), "tree_sitter_php:language_php", (*_C_LIKE, "#")),
    Language("ruby", (".rb", ".rake", ".gemspec", ".ru"), (r"gemfile", r"rakefile"), "tree_sitter_ruby", _HASH),
    Language("kotlin", (".kt", ".kts"), (), "", _C_LIKE),
    Language("swift", (".swift",), (), "", _C_LIKE),
    Language("dart", (".dart",), (), "", _C_LIKE),
    Language("elixir", (".ex", ".exs"), (), "", _HASH),
    Language("scala", (".scala", ".sbt"), (), "", _C_LIKE),
    Language("c", (".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".hh", ".m", ".mm", ".cu"), (), "", _C_LIKE),
    Language("lua", (".lua",), (), "", ("--",)),
    Language("r", (".r", ".rmd", ".jl"), (), "", _HASH),
    Language("sql", (".sql",), (), "", ("--", "/*")),
    Language("css", (".css", ".scss", ".sass", ".less"), (), "", ("/*", "//")),
    Language("xml", (".xml", ".xaml", ".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".plist", ".svg", ".resx", ".xlf", ".config"), (r"packages\.config",), "", _MARKUP),
    Language("gradle", (".gradle",), (), "", _C_LIKE),
    Language("nginx", (), (r"nginx.*\.conf.*", r".+\.nginx", r"default\.conf(\.template)?"), "", _HASH),
    Language("caddy", (), (r"caddyfile(\..+)?",), "", _HASH),
    Language("nix", (".nix",), (), "", _HASH),
    Language("terraform", (".tf", ".tfvars", ".hcl"), (), "", ("#", "//")),
    Language("graphql", (".graphql", ".gql", ".proto", ".prisma"), (), "", ("#", "//")),
    Language("template", (".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".mustache", ".hbs", ".ejs", ".erb", ".gotmpl"), (), "", ("#", "{#", "//")),
    Language("starlark", (".star", ".bzl"), (r"tiltfile", r"build\.bazel", r"workspace"), "", _HASH),
    Language("unknown"),
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = MappingProxyType({row.name: row for row in _ROWS})

_BY_SUFFIX = {suffix: row.name for row in _ROWS for suffix in row.suffixes}
_BY_NAME = [(re.compile(name), row.name) for row in _ROWS for name in row.names]

_SHEBANGS = (("python", "python"), ("node", "javascript"), ("deno", "typescript"), ("bun", "typescript"), ("sh", "shell"))


def language_of(path: PurePosixPath, first_line: str = "") -> str:
    """The name of the language of a file, by its name and then by its `#!` line; `unknown` when nothing tells."""
    name = path.name.lower()
    for pattern, language in _BY_NAME:
        if pattern.fullmatch(name):
            return language
    if found := _BY_SUFFIX.get(path.suffix.lower()):
        return (_templated(path) or found) if found == "template" else found
    if path.suffix.lower() in _COPIES and (stem := path.with_suffix("")).suffix:
        return language_of(stem, first_line)
    return _by_shebang(first_line)


_COPIES = frozenset({".example", ".sample", ".dist", ".template", ".default", ".bak", ".orig", ".old", ".disabled", ".in"})
"""what is appended to the name of a file that is to be copied or was"""
_LINES = frozenset({"shell", "env", "ini", "dockerfile", "nginx", "caddy", "powershell", "batch", "modelfile", "markdown"})
"""languages that can be read with the signs of a template between their words"""


def _templated(path: PurePosixPath) -> str:
    """The language of what `start.sh.tpl` becomes; empty where the signs of the template would break it."""
    inner = language_of(path.with_suffix("")) if path.stem else ""
    return inner if inner in _LINES else ""


def _by_shebang(first_line: str) -> str:
    if not first_line.startswith("#!"):
        return "unknown"
    program = first_line.replace("/", " ")
    return next((language for word, language in _SHEBANGS if word in program), "unknown")
