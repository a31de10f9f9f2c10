"""Makefiles and justfiles: variables, targets, and recipes, which are read as shell. Pure.

Lines suffice: what is a recipe is told by white space alone, and what is in it is the shell's business.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from migrate_vllm.sites.lines import comment_at
from migrate_vllm.sites.places import Delegate, Embedded, on_line, site
from migrate_vllm.sites.site import Construct, Hit, Site

_RECIPE = re.compile(rb"(?:^\t.*(?:\n|\Z))+", re.MULTILINE)
_INDENTED = re.compile(rb"(?:^[ \t]+\S.*(?:\n|\Z))+", re.MULTILINE)
_SETTING = re.compile(rb"[ \t]*(?:(?:export|override|define|set)[ \t]+)*(?P<name>[\w.-]+)[ \t]*(?:::?|[?+!:])?=")
_TARGET = re.compile(rb"@?(?P<name>[^\s:#=][^:=\n]*?)[ \t]*::?(?!=)")
_QUIET = re.compile(rb"^[ \t]+[@+-]*", re.MULTILINE)
_CALL = re.compile(rb"\$\((\w+)\)")
_TEMPLATE = re.compile(rb"\{\{.*?\}\}")


def locate_make(data: bytes, hits: Sequence[Hit], delegate: Delegate) -> tuple[Site, ...]:
    """One site for each hit of a Makefile, in their order."""
    return _locate(data, hits, delegate, _RECIPE, _make_script)


def locate_just(data: bytes, hits: Sequence[Hit], delegate: Delegate) -> tuple[Site, ...]:
    """One site for each hit of a justfile, in their order."""
    return _locate(data, hits, delegate, _INDENTED, _just_script)


def _locate(
    data: bytes, hits: Sequence[Hit], delegate: Delegate, recipe: re.Pattern[bytes], clean: Callable[[bytes], bytes]
) -> tuple[Site, ...]:  # fmt: skip
    recipes = [match.span() for match in recipe.finditer(data)]
    starts = [start for start, _ in recipes]
    embedded = Embedded(data, delegate)
    sites = {}
    for hit in hits:
        index = bisect_right(starts, hit.start) - 1
        if index >= 0 and hit.start < recipes[index][1]:
            embedded.add(recipes[index], "shell", hit, (), clean)
        else:
            sites[hit] = _line(data, hit)
    sites.update(embedded.sites())
    return tuple(sites[hit] for hit in hits)


def _make_script(recipe: bytes) -> bytes:
    """Without the signs of make: `@`, `$(NAME)`, `$$`; all at the same length."""
    quiet = _QUIET.sub(lambda match: b" " * len(match.group()), recipe)
    return _CALL.sub(rb"${\1}", quiet).replace(b"$$", b" $")


def _just_script(recipe: bytes) -> bytes:
    quiet = _QUIET.sub(lambda match: b" " * len(match.group()), recipe)
    return _TEMPLATE.sub(lambda match: b"x" * len(match.group()), quiet)


def _line(data: bytes, hit: Hit) -> Site:
    start, end = on_line(data, 0, len(data), hit)
    if (comment := comment_at(data[start:end], hit.start - start, ("#",))) >= 0:
        return site(data, (start + comment, end), Construct.COMMENT, hit)
    if match := _SETTING.match(data, start, end):
        name = match.group("name").decode("utf-8", "replace")
        return site(data, (match.start("name"), end), Construct.ASSIGNMENT, hit, (name,), "make")
    if (match := _TARGET.match(data, start, end)) and hit.start < match.end("name"):
        return site(data, match.span("name"), Construct.DEFINITION, hit)
    return site(data, (start, end), Construct.NAME if match else Construct.RAW, hit)
