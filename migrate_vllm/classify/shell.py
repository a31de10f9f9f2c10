"""Shell scripts, recipes, workflow steps, Dockerfile commands: sites → findings. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from migrate_vllm.classify.finding import Context, Finding, whole
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
)
from migrate_vllm.facts.env import SERVER_VARIABLES
from migrate_vllm.literal import pieces
from migrate_vllm.sites.site import Construct, Site

_TELLS = re.compile(r"^(?:\S*/)?(?:echo|printf|print|say|cat|logger|tput|dialog|whiptail|notify-send|gum|figlet|_*(?!(?:assert|expect|test|check|run|is|has)_)(?:[a-z0-9]+_+){0,6}(?:log|echo|print|info|warn|warning|error|err|fail|success|ok|die|"
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
# What such a program does that is about something else.
_VERBS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (program, verb): kind
        for kind, programs, verbs in (
            ("cli-command", "brew snap", "services start stop restart enable disable logs connect run"),
            ("string", "docker podman nerdctl", "build buildx tag push login images save load manifest"),
        )
        for program in programs.split()
        for verb in verbs.split()
    }
)
_RUNNERS = frozenset({"sudo", "exec", "nohup", "timeout", "open", "launch"})
_OLLAMA = re.compile(r"(?:\S*/)?ollama(?:\.exe)?", re.IGNORECASE)
_WRAPPERS = re.compile(r"^(?:sudo(?:\s+-\S+)*|nohup|time|exec|env|then|do|if|!|\w+=\S*)\s+")
_FLAGGED = re.compile(r"(?:--?(?:provider|backend|llm|engine|llm-provider|model-provider|type|p)[= ]+|\b\w*(?:PROVIDER|BACKEND|ENGINE)=)[\"']?$", re.IGNORECASE)
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
    words = [_program(site.callee)]
    if _TELLS.search(words[0]):
        return "log-text"
    if site.construct is Construct.COMMAND:
        words.append(_program(re.split(r"[\s(]", text, maxsplit=1)[0]))
    elif words[0] in _RUNNERS:
        return "cli-command" if _OLLAMA.fullmatch(text) else "string"
    found = next((word for word in words if word in _PROGRAMS), "")
    verbs = text.split()[1:3]
    return next((kind for verb in verbs if (kind := _VERBS.get((found, verb)))), _PROGRAMS.get(found, "string"))


def _program(word: str) -> str:
    """`kubectl` for `/usr/bin/kubectl`, `$KUBECTL` and `${KUBECTL}`."""
    bare = word.rsplit("/", 1)[-1]
    return bare.strip("\"'${}").lower() if bare.strip("\"'").startswith("$") else bare


def _word(site: Site, kind: str) -> Iterator[Finding]:
    """The word around the hit."""
    at = hit_in(site)
    before = re.search(r"[^\s\"'`=;|&()]*\Z", site.text[:at])
    after = re.match(r"[^\s\"'`=;|&()]*", site.text[at:])
    start, end = at - (len(before.group()) if before else 0), at + (after.end() if after else 0)
    yield part(site, start, end, kind, site.text[start:end])


def _string(site: Site, context: Context) -> Iterator[Finding]:
    if site.callee == "heredoc" and (signs := re.match(r"#+\s*", site.text)):
        yield part(site, signs.end(), len(site.text), "comment")
    elif site.callee == "heredoc" or (_TELLS.search(site.callee) and re.match(r"\s*(?:export )?[A-Z_]*OLLAMA[A-Z_]*=", site.text)):
        yield from assigned(site) if is_assigned(site) else read(site, "string", _KINDS)
    elif site.callee and _TELLS.search(site.callee):
        yield variable_at(site) or whole(site, "log-text")
    elif site.callee:
        yield from _command(site, context)
    else:
        named = _KINDS if site.text.lower() == "ollama" else {**_KINDS, "provider-id": "string"}
        yield from read(site, "string", named)


def _variable(site: Site, _context: Context) -> Iterator[Finding]:
    environment = "identifier-use" if _is_local(site, site.text) else "env-read"
    yield whole(site, variable_kind(site.text, environment, "identifier-use"), site.text)


def _assignment(site: Site, _context: Context) -> Iterator[Finding]:
    environment = "identifier-definition" if _is_local(site, site.path[-1]) else "env-definition"
    yield from assigned(site, environment, "identifier-definition")


def _is_local(site: Site, name: str) -> bool:
    """A variable of the script's own; what the server reads is never one, since it may be exported elsewhere."""
    return site.beside == "local" and name not in SERVER_VARIABLES


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
