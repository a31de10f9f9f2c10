"""One thing that a name can mean, and the words for it that all tables share. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from migrate_vllm.facts.fate import Fate
from migrate_vllm.facts.options import Place
from migrate_vllm.model import Need

FATES = {
    Fate.EXACT: "exact: means the same",
    Fate.LOSSY: "lossy: works, but a value, a default or a detail changes",
    Fate.UNSUPPORTED: "unsupported: has no counterpart",
    Fate.NEEDS_HUMAN: "needs a person: a decision that the program doesn't take",
}
NEEDS = {
    Need.CHANGE: "change: must be rewritten for the program to work",
    Need.DECIDE: "decide: must change, but a person says to what",
    Need.TEXT: "text: nothing breaks",
    Need.KEEP: "keep: stays as it is",
}
PLACES = {
    Place.TOP: "an argument of the OpenAI SDK",
    Place.EXTRA_BODY: "a field of vLLM's own: in `extra_body` of the Python SDK, else beside the other fields",
    Place.FLAG: "a flag of `vllm serve`",
    Place.ENV: "a variable of the server",
    Place.NOWHERE: "",
}

Details = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    name: str
    sort: str
    """`option`, `endpoint`, `variable of Ollama's server`, …"""
    becomes: str
    """empty: nothing"""
    verdict: str
    why: str
    details: Details = ()
    source: str = ""
    names: tuple[str, ...] = ()
    """what it is found by besides its name"""
    lesser: tuple[str, ...] = ()
    """what it is found by where nothing else has that name; else it is only pointed to"""
    group: str = ""
    """heading of the catalogue; empty: it isn't listed"""

    @property
    def noun(self) -> str:
        return self.sort.partition(" of ")[0]


def told(rows: Iterable[tuple[str, str]]) -> Details:
    """Those that say something."""
    return tuple(row for row in rows if row[1])
