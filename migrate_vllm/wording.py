"""The sentence that goes with a reference, from the tables of facts. Pure."""

from __future__ import annotations

from migrate_vllm.classify.finding import Finding
from migrate_vllm.facts.commands import COMMANDS
from migrate_vllm.facts.endpoints import ENDPOINTS
from migrate_vllm.facts.env import VARIABLES, Role, Variable, application_variable
from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.facts.models import lookup

_WHERE = {Role.SERVER: "On the server:", Role.APP: "In the application:"}


def message_of(finding: Finding) -> str:
    """What becomes of it on vLLM, and why: of this very endpoint, variable, command or model where a table knows it."""
    about = _ABOUT.get(finding.kind)
    return (about(finding.subject) if about and finding.subject else "") or KINDS[finding.kind].becomes


def _endpoint(path: str) -> str:
    row = ENDPOINTS.get(path)
    return f"{_becomes(path, row.vllm)} {row.why}".strip() if row else ""


def _command(word: str) -> str:
    row = COMMANDS.get(word)
    return f"{_becomes(f'ollama {row.name}', row.vllm)} {row.why}".strip() if row else ""


def _variable(name: str) -> str:
    rows = VARIABLES.get(name.upper()) or filter(None, [application_variable(name)])
    told = {row.role: _role(row) for row in rows}
    if len(set(told.values())) < 2:
        return next(iter(told.values()), "")
    return " ".join(f"{_WHERE[role]} {text}" for role, text in told.items())


def _role(row: Variable) -> str:
    return f"{_becomes(row.name, row.target)} {row.why}".strip()


def _model(tag: str) -> str:
    model = lookup(tag)
    if model is None:
        return ""
    sure = "" if model.sure else " (look it up: the catalogue isn't sure)"
    return f"Hugging Face `{model.repo}`{sure}, or the old tag where the server is started with `--served-model-name`."


def _becomes(old: str, new: str) -> str:
    if not new:
        return f"`{old}` has no counterpart."
    return f"`{old}` → {new if '`' in new or ' ' in new else f'`{new}`'}."


_ABOUT = {
    "endpoint": _endpoint, "cli-command": _command, "env-read": _variable, "env-definition": _variable, "model-tag": _model,
    "model-prefix": _model,
}  # fmt: skip
