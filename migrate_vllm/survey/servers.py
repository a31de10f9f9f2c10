"""The servers that take Ollama's place: one for each model, with the flags that follow from its use. Pure."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from migrate_vllm.facts.models import Model
from migrate_vllm.facts.vllm import PORT
from migrate_vllm.flow.given import Where
from migrate_vllm.survey.models import embeds, is_served, unsure
from migrate_vllm.survey.nouns import ModelUse, Server

_POOLING = ("--runner", "pooling")


GATED = "gated on Hugging Face: accept the terms and set HF_TOKEN"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all servers have to allow for."""

    open_uses: tuple[str, ...] = ()
    """of requests with any model"""
    context: int = 0
    """the largest that requests ask for, 0 when none is known"""
    taken: tuple[Where, ...] = ()
    """where the program listens on vLLM's own port"""
    origins: tuple[str, ...] = ()
    """pages whose scripts ask the server themselves"""


def servers(models: Iterable[ModelUse], wanted: Wanted) -> tuple[Server, ...]:
    """For the models of the program itself, in their order."""
    groups: dict[str, list[ModelUse]] = {}
    for use in models:
        if is_served(use):
            groups.setdefault(use.model.tag if use.model is not None else use.tag, []).append(use)
    first = PORT + 1 if wanted.taken else PORT
    return tuple(_server(group, wanted, first + number) for number, group in enumerate(groups.values()))


def _server(group: list[ModelUse], wanted: Wanted, port: int) -> Server:
    tags = tuple(use.tag for use in group)
    model = group[0].model
    uses = {what for use in group for what in use.uses} | ({*wanted.open_uses} if not embeds(group[0]) else set())
    if model is None:
        return Server(tags, None, port, (), ("no known counterpart: choose a Hugging Face repository",))
    notes = tuple(_notes(model, uses, wanted.context))
    command = () if unsure(model) else tuple(_command(model, tags, uses, wanted, port))
    return Server(tags, model, port, command, notes, _remark(model))


def _remark(model: Model) -> str:
    """Ollama's weights have four bits unless a tag says otherwise; those of a plain repository take four times the memory."""
    open_copy = f"not gated: {model.mirror}" if model.gated == "yes" and model.mirror else ""
    parts = (open_copy, f"fewer bits: {model.quantised}" if model.quantised else "", model.note if model.confidence == "high" else "")
    return "; ".join(part for part in parts if part)


def _command(model: Model, tags: tuple[str, ...], uses: set[str], wanted: Wanted, port: int) -> Iterator[str]:
    """The server answers to the repository's name and to the old ones."""
    yield from ("vllm", "serve", model.repo, "--served-model-name", model.repo, *tags, "--port", str(port))
    if model.task != "embed" and wanted.context:
        yield from ("--max-model-len", str(min(wanted.context, model.context)))
    if "tools" in uses and model.tool_parser:
        yield from ("--enable-auto-tool-choice", "--tool-call-parser", model.tool_parser)
        if model.chat_template:
            yield from ("--chat-template", model.chat_template)
    if model.reasoning_parser and model.task != "embed":
        yield from ("--reasoning-parser", model.reasoning_parser)
    if model.task == "embed" and "--runner" not in model.flags:
        yield from _POOLING
    yield from model.flags
    if wanted.origins and model.task != "embed":
        yield from ("--allowed-origins", json.dumps(wanted.origins, separators=(",", ":")))


def _notes(model: Model, uses: set[str], context: int) -> Iterator[str]:
    if not model.supported:
        yield "vLLM can't run this model: choose another"
    elif model.confidence == "low" or model.verified != "yes":
        yield f"{model.repo} is a guess: choose the repository" + (f" ({model.note.rstrip('.')})" if model.note else "")
    elif model.confidence != "high" and model.note:
        yield model.note
    if model.gated == "yes":
        yield GATED
    if "tools" in uses and not model.tool_parser:
        yield "requests bring tools and vLLM has no parser for this family: choose another model for them"
    if "embed" in uses and model.task != "embed":
        yield "asked for vectors as well: they want an embedding model, or a second server of this one (--runner pooling)"
    if "vision" in uses and model.task not in ("vision", "embed"):
        yield "requests may bring images; this model reads none"
    if context > model.context and model.task != "embed":
        yield f"requests ask for {context} tokens of context, the model has {model.context}"


def line(server: Server) -> str:
    """The command as it is typed."""
    return shlex.join(server.command)
