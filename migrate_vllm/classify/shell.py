"""Shell scripts, recipes, workflow steps, Dockerfile commands: sites → findings. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from migrate_vllm.classify.finding import Context, Finding
from migrate_vllm.classify.values import (
    assigned,
    covering,
    hit_in,
    is_assigned,
    of_database,
    part,
    read,
    variable_at,
    variable_kind,
    whole,
)
from migrate_vllm.literal import pieces
from migrate_vllm.sites.site import Construct, Site

_TELLS = re.compile(r"^(?:\S*/)?(?:echo|printf|print|say|cat|logger|tput|dialog|whiptail|notify-send|gum|figlet|(?:[a-z0-9]+_+){0,6}(?:log|echo|print|info|warn|warning|error|err|fail|success|ok|die|"
                    r"debug|msg|message|status|header|step|title|section|note|abort|fatal|prompt|ask|confirm)(?:_\w+)?)$|^::", re.IGNORECASE)  # fmt: skip

# What a command is about, by its first word (sudo and the like skipped) → the kind of an Ollama in its arguments.
_PROGRAMS: Mapping[str, str] = MappingProxyType(
    {
        word: kind
        for kind, words in (
            ("cli-command", "ollama docker podman nerdctl docker-compose kubectl oc systemctl service journalctl launchctl pgrep pkill killall ps kill command which "
                            "type hash where nohup timeout sudo exec launch open screen tmux su runuser nssm sc net apptainer singularity lsof netstat ss fuser watch"),
            ("install", "brew apt apt-get dnf yum pacman apk snap choco winget scoop nix-env port zypper useradd usermod groupadd"),
            ("helm-chart", "helm helmfile"),
            ("dependency", "pip pip3 uv poetry pipx conda mamba npm pnpm yarn bun go cargo composer gem dotnet mix"),
        )
        for word in words.split()
    }
)  # fmt: skip
_WRAPPERS = re.compile(r"^(?:sudo(?:\s+-\S+)*|nohup|time|exec|env|then|do|if|!|\w+=\S*)\s+")
_FLAGGED = re.compile(r"--?(?:provider|backend|llm|engine|llm-provider|model-provider|type|p)[= ]+[\"']?$", re.IGNORECASE)
_KINDS = MappingProxyType({"image": "cli-command", "string": "string"})


def classify_shell(site: Site, context: Context) -> Iterator[Finding]:
    """The findings of a site that the shell's front end gave."""
    yield from _READERS.get(site.construct, _raw)(site, context)


def _command(site: Site, _context: Context) -> Iterator[Finding]:
    piece = covering(site)
    if (variable := variable_at(site)) is not None:
        yield variable
    elif of_database(site):
        yield whole(site, "own-name")
    elif piece is not None and piece.kind not in ("provider-id", "env-read"):
        yield part(site, piece.start, piece.end, _KINDS.get(piece.kind, piece.kind), piece.name)
    elif _FLAGGED.search(site.text[: hit_in(site)]):
        yield from _word(site, "provider-id")
    elif re.search(r"^\s*(?:set|setenv|setx)\s+(?:-\S+\s+)*\w*$|(?:^|\s)(?:-e|--env|--build-arg|--set|-s)[ =][\"']?\w*$", site.text[: hit_in(site)]):
        yield from _word(site, "env-definition")
    else:
        kind = _program_kind(site)
        yield from [whole(site, kind)] if not pieces(site.text) else _word(site, kind)


def _program_kind(site: Site) -> str:
    text = site.text
    while match := _WRAPPERS.match(text):
        text = text[match.end() :]
    words = (site.callee.rsplit("/", 1)[-1], re.split(r"[\s(]", text, maxsplit=1)[0].rsplit("/", 1)[-1])
    if any(_TELLS.search(word) for word in words[:1]):
        return "log-text"
    return next((_PROGRAMS[word] for word in words if word in _PROGRAMS), "string")


def _word(site: Site, kind: str) -> Iterator[Finding]:
    """The word around the hit."""
    at = hit_in(site)
    before = re.search(r"[^\s\"'`=;|&()]*\Z", site.text[:at])
    after = re.match(r"[^\s\"'`=;|&()]*", site.text[at:])
    start, end = at - (len(before.group()) if before else 0), at + (after.end() if after else 0)
    yield part(site, start, end, kind, site.text[start:end])


def _string(site: Site, context: Context) -> Iterator[Finding]:
    if site.callee == "heredoc" or (_TELLS.search(site.callee) and re.match(r"\s*(?:export )?[A-Z_]*OLLAMA[A-Z_]*=", site.text)):
        yield from assigned(site) if is_assigned(site) else read(site, "string", _KINDS)
    elif site.callee and _TELLS.search(site.callee):
        yield variable_at(site) or whole(site, "log-text")
    elif site.callee:
        yield from _command(site, context)
    else:
        yield from read(site, "string", _KINDS)


def _variable(site: Site, _context: Context) -> Iterator[Finding]:
    yield whole(site, variable_kind(site.text, "env-read", "identifier-use"), site.text)


def _assignment(site: Site, _context: Context) -> Iterator[Finding]:
    yield from assigned(site, local="identifier-definition")


def _comment(site: Site, _context: Context) -> Iterator[Finding]:
    yield whole(site, "comment")


def _definition(site: Site, _context: Context) -> Iterator[Finding]:
    yield whole(site, "identifier-definition")


def _use(site: Site, _context: Context) -> Iterator[Finding]:
    yield whole(site, "identifier-use")


def _raw(site: Site, _context: Context) -> Iterator[Finding]:
    yield from read(site, "string", _KINDS)


_READERS = {
    Construct.COMMAND: _command, Construct.STRING: _string, Construct.VARIABLE: _variable, Construct.ASSIGNMENT: _assignment,
    Construct.COMMENT: _comment, Construct.DEFINITION: _definition, Construct.CALL: _use, Construct.NAME: _use,
}  # fmt: skip
