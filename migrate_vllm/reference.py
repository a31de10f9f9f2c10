"""The reference pages of the documentation, made from the tables. Pure; a test holds the files to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from migrate_vllm.facts.commands import COMMAND_FLAGS, COMMANDS
from migrate_vllm.facts.endpoints import ENDPOINTS
from migrate_vllm.facts.env import OWN, VARIABLES
from migrate_vllm.facts.fields import FIELDS, Field
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.modelfile import DIRECTIVES
from migrate_vllm.facts.options import OPTIONS
from migrate_vllm.model import Codemod

_MADE = "<!-- Made from the tables in migrate_vllm/facts and codemods; `pytest --record` writes it anew. -->"
_GROUPS = {
    "code": "Code",
    "config": "Configuration",
    "deployment": "Deployment",
    "text": "Text",
    "keep": "What stays",
}


def pages(codemods: tuple[Codemod, ...]) -> Mapping[str, str]:
    """File name to Markdown, for the folder `docs`."""
    return {"kinds.md": kinds_page(), "facts.md": facts_page(), "codemods.md": codemods_page(codemods)}


def kinds_page() -> str:
    """Every kind of reference, by group."""
    sections = (_kinds_section(group, title) for group, title in _GROUPS.items())
    return _page("Kinds of reference", "What the audit finds, what it needs, and what becomes of it.", sections)


def facts_page() -> str:
    """Every option, endpoint, field, variable, command and directive."""
    sections = (
        _section("Options", "Option|Where|On vLLM|Fate|Why", (
            (_code(o.name), o.place, _code(o.vllm), o.fate, o.why) for o in OPTIONS.values()
        )),
        _section("Endpoints", "Endpoint|On vLLM|Fate|Why", (
            (_code(f"{', '.join(e.methods)} {e.path}"), _code(e.vllm), e.fate, e.why) for e in ENDPOINTS.values()
        )),
        _section("Fields", "Field|Of|On vLLM|Fate|Why", (_field_row(field) for field in FIELDS)),
        _section("Environment variables", "Variable|Role|Becomes|Fate|Why", (
            (_code(v.name), v.role, _code(v.target), v.fate, v.why) for rows in VARIABLES.values() for v in rows
        )),
        _section("Variables that vLLM reads itself", "Variable|Meaning|Beware", (
            (_code(own.name), own.meaning, own.why) for own in OWN.values()
        )),
        _section("Commands", "Command|Becomes|Fate|Why", (
            (_code(f"ollama {name}"), _code(c.vllm), c.fate, c.why) for name, c in COMMANDS.items()
        )),
        _section("Flags of commands", "Flag|Becomes|Fate|Why", (
            (_code(f.name), _code(f.vllm), f.fate, f.why) for f in COMMAND_FLAGS.values()
        )),
        _section("Modelfile", "Directive|Becomes|Fate|Why", (
            (_code(d.name), _code(d.vllm), d.fate, d.why) for d in DIRECTIVES.values()
        )),
    )  # fmt: skip
    return _page("What becomes of it", "Everything of Ollama that has a name, and where it goes on vLLM.", sections)


def codemods_page(codemods: tuple[Codemod, ...]) -> str:
    """Every codemod, with what it does."""
    rows = ((_code(c.name), c.summary, ", ".join(c.languages), "yes" if c.rewrite else "no") for c in codemods)
    section = _table("Codemod|About|Languages|Rewrites", rows)
    return _page("Codemods", "One for each client library and kind of file.", [section])


def _kinds_section(group: str, title: str) -> str:
    kinds = (kind for kind in KINDS.values() if kind.group == group)
    return _section(title, "Kind|Need|What it is|What becomes of it", (
        (_code(kind.name), kind.need, kind.summary, kind.becomes) for kind in kinds
    ))  # fmt: skip


def _field_row(field: Field) -> tuple[str, ...]:
    where = f"{field.side} of {', '.join(field.endpoints)}"
    chunk = f", in a chunk {_code(field.chunk)}" if field.chunk and field.chunk != field.vllm else ""
    return _code(field.path), where, _code(field.vllm) + chunk, field.fate, field.why


def _page(title: str, about: str, sections: Iterable[str]) -> str:
    return "\n\n".join((f"# {title}", _MADE, about, *sections)) + "\n"


def _section(title: str, header: str, rows: Iterable[tuple[str, ...]]) -> str:
    return f"## {title}\n\n{_table(header, rows)}"


def _table(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    names = header.split("|")
    lines = (tuple(names), ("---",) * len(names), *rows)
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def _code(text: str) -> str:
    return f"`{text}`" if text else "-"
