"""What the survey of a repository tells: one value, tuples inside. Pure; standard library, facts and the nouns of the flow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from migrate_vllm.facts.models import Model
from migrate_vllm.flow.given import Given, Where


class Scope(StrEnum):
    """What would miss something if it went away."""

    APP = "app"
    CI = "ci"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Repository:
    """What the survey has to know beside the references and the flow. Read by whoever calls."""

    paths: tuple[PurePosixPath, ...] = ()
    """of all files looked at"""
    settings: tuple[tuple[PurePosixPath, str], ...] = ()
    """configuration (`.env`, compose, Dockerfile, Kubernetes, CI, Makefile, shell, Modelfile) that holds one of `words`"""
    manifests: tuple[tuple[PurePosixPath, str], ...] = ()
    """every `package.json`"""
    own_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelUse:
    """A model that the program asks, or that something fetches for it."""

    tag: str
    model: Model | None
    """what it stands for; None: a person decides"""
    scope: Scope
    uses: tuple[str, ...]
    """of USES, as far as the requests that it gets to are known; none: it is only named"""
    variables: tuple[str, ...]
    """that hold it somewhere"""
    places: tuple[Where, ...]
    """the program's first"""


USES = ("chat", "generate", "embed", "vision", "tools", "thinking", "JSON", "JSON schema")


@dataclass(frozen=True, slots=True)
class Setting:
    """An option that requests bring, with all values that are known of it."""

    name: str
    values: tuple[Given, ...]
    """most first where they are numbers"""
    places: tuple[Where, ...]
    """where requests bring it"""
    unknown: tuple[Where, ...] = ()
    """of these, where nothing is known of its value"""


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable of the program."""

    name: str
    role: str
    """`address`, `model`, `context`, `other`, or `server`: Ollama's own"""
    definitions: tuple[Given, ...]
    reads: tuple[Where, ...]
    defaults: tuple[Given, ...]
    """what is taken where it isn't set"""
    followed: bool = False
    """every read of it is known to the flow, and so are its defaults"""
    into: tuple[str, ...] = ()
    """what it was seen to get to: `model`, `address`, names of options and fields"""


@dataclass(frozen=True, slots=True)
class Feature:
    name: str
    becomes: str
    """path, field or flag of vLLM; empty: nothing"""
    vllm: str
    """what vLLM has for it, in a sentence or more"""
    places: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Server:
    """One `vllm serve`."""

    tags: tuple[str, ...]
    model: Model | None
    port: int
    command: tuple[str, ...]
    """empty where the model is a person's decision"""
    notes: tuple[str, ...]
    """what stays to a person"""
    remark: str = ""
    """what is good to know of the model"""


@dataclass(frozen=True, slots=True)
class Code:
    """What the program is written in."""

    languages: tuple[tuple[str, int], ...]
    """with the number of files, most first"""
    systems: tuple[str, ...]
    """`Python`, `ESM`, `CommonJS`"""
    roots: tuple[PurePosixPath, ...]
    """folders that imports begin in"""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a whole repository uses of Ollama."""

    models: tuple[ModelUse, ...] = ()
    open_uses: tuple[str, ...] = ()
    """uses of requests whose model only a user or a caller knows"""
    settings: tuple[Setting, ...] = ()
    context: tuple[Given, ...] = ()
    """every known size of the context, largest first"""
    variables: tuple[Variable, ...] = ()
    addresses: tuple[Given, ...] = ()
    """every address of a server, wherever it is written"""
    features: tuple[Feature, ...] = ()
    servers: tuple[Server, ...] = ()
    port_taken: tuple[Where, ...] = ()
    """where the program itself listens on vLLM's port"""
    decisions: tuple[str, ...] = ()
    """what has to be decided before anything is rewritten, most pressing first"""
    own_names: tuple[str, ...] = ()
    code: Code = Code((), (), ())

    def variable(self, name: str) -> Variable | None:
        return next((variable for variable in self.variables if variable.name == name), None)

    def server_of(self, tag: str) -> Server | None:
        """The one that answers to a tag, however that is spelled."""
        bare = tag.strip().removesuffix(":latest")
        return next((server for server in self.servers if bare in server.tags), None)
