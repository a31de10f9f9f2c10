"""The URL path that a file serves by its place, in Nuxt and Nitro, Next and SvelteKit. Pure."""

from __future__ import annotations

import re

from migrate_vllm.flow.repository import Repository, above, parent

_SCRIPT = r"\.[cm]?[jt]sx?"
_METHOD = r"\.(?:get|post|put|patch|delete|head|options|connect|trace)"
_NITRO = re.compile(rf"(?:src/|app/)?server/(?:(api)|routes)/(.+?)(?:{_METHOD})?(?:\.(?:dev|prod|prerender))?{_SCRIPT}")
_NEXT_APP = re.compile(rf"(?:src/)?app/(.+/)?route{_SCRIPT}")
_NEXT_PAGES = re.compile(rf"(?:src/)?pages/(api(?:/.+)?){_SCRIPT}")
_SVELTE_KIT = re.compile(rf"src/routes/(.+/)?\+server{_SCRIPT}")
_NOT_SERVED = re.compile(rf"\.(?:d|test|spec){_SCRIPT}$")
_STARTS = re.compile(r"(?:^|/)(?=(?:src/|app/)?server/(?:api|routes)/|(?:src/)?app/|(?:src/)?pages/api|src/routes/)")
_REST = re.compile(r"\[\[?\.\.\.[^\[\]]*\]?\]")
_PARAMETER = re.compile(r"\[\[?[^\[\]]+\]?\]")
_HANDLER = re.compile(r"\b(?:define\w*|event|lazyEvent|cachedEvent)Handler\b")
_SETTINGS = ("package.json", "nuxt.config.", "nitro.config.", "next.config.", "svelte.config.")


def route_of(repository: Repository, path: str) -> str | None:
    """`{}` stands for one segment that varies, `{*}` for any number; None when the place serves nothing."""
    inner = _inside_package(repository, path)
    if _NOT_SERVED.search(inner):
        return None
    if match := _NITRO.fullmatch(inner):
        return _url(f"{match.group(1) or ''}/{match.group(2)}", file=True) if _is_nitro(repository, path, inner) else None
    if match := _NEXT_APP.fullmatch(inner) or _SVELTE_KIT.fullmatch(inner):
        return _url(match.group(1) or "")
    if match := _NEXT_PAGES.fullmatch(inner):
        return _url(match.group(1), file=True)
    return None


def _inside_package(repository: Repository, path: str) -> str:
    """The path from the folder of its package on; where there is none, from the first folder on that serves files."""
    home = next((folder for folder in above(parent(path)) if repository.has(folder, *_SETTINGS)), None)
    if home is not None:
        return path[len(home) :].lstrip("/")
    start = _STARTS.search(path)
    return path[start.end() :] if start else path


def _is_nitro(repository: Repository, path: str, inner: str) -> bool:
    """Others, too, keep their Express code in `server/routes`."""
    home = path[: len(path) - len(inner)].rstrip("/")
    return repository.has(home, "nuxt.config.", "nitro.config.") or bool(_HANDLER.search(repository.text(path)))


def _url(places: str, file: bool = False) -> str | None:
    parts = [part for part in places.split("/") if part]
    if not file and any(part.startswith(("_", "(.")) for part in parts):  # private folders and intercepted pages of Next
        return None
    if file and parts and parts[-1] == "index":
        parts = parts[:-1]
    kept = (part for part in parts if not (part.startswith("@") or (part.startswith("(") and part.endswith(")"))))
    return "/" + "/".join(_PARAMETER.sub("{}", _REST.sub("{*}", part)) for part in kept)
