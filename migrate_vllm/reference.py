"""The reference pages of the documentation, made from the tables. Pure; a test holds the files to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from migrate_vllm.facts import vllm
from migrate_vllm.facts.commands import COMMAND_FLAGS, COMMANDS
from migrate_vllm.facts.constructors import TYPES, Constructor
from migrate_vllm.facts.endpoints import ENDPOINTS
from migrate_vllm.facts.env import APP_VARIABLES, OWN, SERVER_VARIABLES
from migrate_vllm.facts.fields import FIELDS, Field, Side
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.modelfile import DIRECTIVES
from migrate_vllm.facts.options import OPTIONS
from migrate_vllm.facts.serving import ANSWER_FIELDS, FLAGS, GONE, NEW_VARIABLES, PATHS, REQUEST_FIELDS
from migrate_vllm.facts.sources import ROWS, TABLES
from migrate_vllm.meanings_classes import CLASSES
from migrate_vllm.meanings_vllm import DIFFERENCES
from migrate_vllm.model import Codemod

_MADE = "<!-- Made from the tables in migrate_vllm/facts and codemods; `pytest --record` writes it anew. -->"
_GROUPS = {
    "code": "Code",
    "config": "Configuration",
    "deployment": "Deployment",
    "text": "Text",
    "keep": "What stays",
}

_FIELD_SECTIONS = (("requests", Side.REQUEST, "request field"), ("answers", Side.ANSWER, "answer field"))
_VARIABLE_SECTIONS = (("the server", SERVER_VARIABLES, "server variable"), ("applications", APP_VARIABLES, "application variable"))


def pages(codemods: tuple[Codemod, ...]) -> Mapping[str, str]:
    """File name to Markdown, for the folder `docs`."""
    return {
        "kinds.md": kinds_page(), "facts.md": facts_page(), "classes.md": classes_page(), "differences.md": differences_page(),
        "vllm.md": vllm_page(), "codemods.md": codemods_page(codemods),
    }  # fmt: skip


def kinds_page() -> str:
    """Every kind of reference, by group."""
    sections = (_kinds_section(group, title) for group, title in _GROUPS.items())
    return _page("Kinds of reference", "What the audit finds, what it needs, and what becomes of it.", sections)


def facts_page() -> str:
    """Every option, endpoint, field, variable, command and directive of Ollama."""
    sections = (
        _section("Options", "Option|Where|On vLLM|Fate|Default|On vLLM|Why", (
            (_code(o.name), o.place, _code(o.vllm), o.fate, o.default or "-", o.vllm_default or "-", o.why) for o in OPTIONS.values()
        ), "option"),
        _section("Endpoints", "Endpoint|On vLLM|Fate|Why", (
            (_code(f"{', '.join(e.methods)} {e.path}"), _code(e.vllm), e.fate, e.why) for e in ENDPOINTS.values()
        ), "endpoint"),
        *(_section(f"Fields of {title}", "Field|Of|On vLLM|Fate|Why", (_field_row(row) for row in FIELDS if row.side is side), table)
          for title, side, table in _FIELD_SECTIONS),
        *(_section(f"Environment variables of {title}", "Variable|Becomes|Fate|Why", (
            (_code(v.name), _code(v.target), v.fate, v.why) for v in rows.values()
        ), table) for title, rows, table in _VARIABLE_SECTIONS),
        _section("Commands", "Command|Becomes|Fate|Why", (
            (_code(f"ollama {name}"), _code(c.vllm), c.fate, c.why) for name, c in COMMANDS.items()
        ), "command"),
        _section("Flags of commands", "Flag|Becomes|Fate|Why", (
            (_code(f.name), _code(f.vllm), f.fate, f.why) for f in COMMAND_FLAGS.values()
        ), "command flag"),
        _section("Modelfile", "Directive|Becomes|Fate|Why", (
            (_code(d.name), _code(d.vllm), d.fate, d.why) for d in DIRECTIVES.values()
        ), "directive"),
    )  # fmt: skip
    return _page("What becomes of it", "Everything of Ollama that has a name, and where it goes on vLLM.", sections)


def differences_page() -> str:
    """What no single name says, and what deploys a server."""
    sections = (
        _section(title, "What|On Ollama|On vLLM|Fate|Why", (
            (row.name, row.ollama or "-", row.vllm or "-", row.fate, row.why) for row in rows.values()
        ), table) for table, title, _, rows in DIFFERENCES
    )  # fmt: skip
    return _page("Differences", "How the two servers and what is around them differ.", sections)


def classes_page() -> str:
    """Every class of the clients and frameworks, with its arguments."""
    types = ((_code(row.name), _code(row.to), row.fate, row.why) for row in TYPES.values())
    sections = (*map(_class_section, CLASSES), _section("Types and errors of the clients", "Type|Becomes|Fate|Why", types, "type"))
    return _page("Clients and frameworks", "What a class becomes, and each of its arguments.", sections)


def _class_section(row: Constructor) -> str:
    about = f"{_code(row.to)}, {row.fate}. {row.why}\n\nFrom {', '.join(map(_code, row.modules))}. Source: {row.source}."
    arguments = ((_code(each.name), _code(each.to), each.fate, each.why) for each in row.arguments)
    return f"## {row.name} of {row.library}, {row.language}\n\n{about}\n\n{_table('Argument|Becomes|Fate|Why', arguments)}"


def vllm_page() -> str:
    """What a migration meets of vLLM itself."""
    sections = (
        _section("Flags of `vllm serve`", "Flag|Default|Meaning", (
            (", ".join(map(_code, vllm.spellings(f.name))), _code(vllm.default("flag", f.name)), f.meaning) for f in FLAGS.values()
        ), "vllm flag"),
        _section("Fields of requests", "Field|Where|Meaning", (
            (_code(f.name), f.place, f.meaning) for f in REQUEST_FIELDS.values()
        ), "vllm request field"),
        _section("Fields of answers", "Field|Meaning", ((_code(f.path), f.meaning) for f in ANSWER_FIELDS.values()), "vllm answer field"),
        _section("Paths", "Path|Meaning", ((_code(p.path), p.meaning) for p in PATHS.values()), "vllm path"),
        _section("Variables that the server reads", "Variable|Meaning|Beware", (
            (_code(own.name), own.meaning, own.why) for own in OWN.values()
        ), "own variable"),
        _section("Variables that the move brings", "Variable|Meaning", ((_code(v.name), v.meaning) for v in NEW_VARIABLES.values()), "new variable"),
        _section("What is gone", "Name|Instead|Why", ((_code(g.name), _code(g.instead), g.why) for g in GONE.values()), "gone"),
    )  # fmt: skip
    return _page("vLLM", f"What a migration meets of vLLM {vllm.VERSION}.", sections)


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
    where = ", ".join(field.endpoints)
    chunk = f", in a chunk {_code(field.chunk)}" if field.chunk and field.chunk != field.vllm else ""
    return _code(field.path), where, _code(field.vllm) + chunk, field.fate, field.why


def _page(title: str, about: str, sections: Iterable[str]) -> str:
    return "\n\n".join((f"# {title}", _MADE, about, *sections)) + "\n"


def _section(title: str, header: str, rows: Iterable[tuple[str, ...]], table: str = "") -> str:
    return "\n\n".join(filter(None, (f"## {title}", _table(header, rows), _source(table))))


def _source(table: str) -> str:
    """Under a table, where it comes from: the source of all rows, then those of some."""
    if not table:
        return ""
    others = ((name, where) for (of, name), where in ROWS.items() if of == table)
    return "\n".join((f"Source: {TABLES[table]}.", *(f"- {_code(name)}: {where}" for name, where in others))).replace(".\n", ". Of some rows:\n\n", 1)


def _table(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    names = header.split("|")
    lines = (tuple(names), ("---",) * len(names), *rows)
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def _code(text: str) -> str:
    return f"`{text}`" if text else "-"
