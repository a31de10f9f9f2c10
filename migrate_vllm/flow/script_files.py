"""The source file that a path without suffix, or with another's, stands for: bundlers' rules. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from migrate_vllm.flow.repository import Repository, under

_SUFFIXES = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".json", ".d.ts")
_COMPILED_FROM = {".js": (".ts", ".tsx", ".d.ts"), ".jsx": (".tsx",), ".mjs": (".mts", ".d.mts"), ".cjs": (".cts", ".d.cts")}
_SCRIPT_SUFFIX = re.compile(r"(?:\.d)?\.[cm]?[jt]sx?$")
_BUILT = frozenset({"dist", "build", "lib", "out", "output", "es", "esm", "cjs", "types"})


def source(repository: Repository, base: str | None) -> str | None:
    """The file itself, else with a suffix, else what is compiled to it, else the index of a folder."""
    if base is None:
        return None
    return next((path for path in _candidates(base) if path in repository), None)


def _candidates(base: str) -> Iterator[str]:
    if base:
        yield base
        yield from (base + suffix for suffix in _SUFFIXES)
        stem, dot, suffix = base.rpartition(".")
        yield from (stem + other for other in _COMPILED_FROM.get(dot + suffix, ()))
    index = under(base, "index")
    yield from (index + suffix for suffix in _SUFFIXES)


def unbuilt(target: str) -> Iterator[str]:
    """What `./dist/esm/chat.d.ts` of a package.json is made from, likeliest first: itself, `src/esm/chat`, `src/chat`, `chat`, …"""
    yield target
    parts = _SCRIPT_SUFFIX.sub("", target.removeprefix("./")).split("/")
    while len(parts) > 1 and parts[0] in _BUILT:
        parts = parts[1:]
        yield "/".join(("src", *parts))
        yield "/".join(parts)
