"""HTTP requests of the program: to Ollama's address, or to a route of its own. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from migrate_vllm.facts.endpoints import NATIVE_PATHS
from migrate_vllm.facts.library import BODIES
from migrate_vllm.facts.roles import ADDRESS, Role, endpoint_name
from migrate_vllm.flow.engine import Engine, Invocation, Request
from migrate_vllm.flow.form import Place
from migrate_vllm.flow.reading import field_of
from migrate_vllm.flow.requests import sink
from migrate_vllm.flow.serving import answered, bodies, served
from migrate_vllm.flow.values import HOLE, Literal, Thing, Tool, Value

_URLS = frozenset({"url", "uri", "input"})
_ENDPOINTS = "|".join(sorted({re.escape(endpoint_name(path)) for path in NATIVE_PATHS if path.count("/") == 2}, key=len, reverse=True))
_NATIVE = re.compile(rf"/api/({_ENDPOINTS})(?=$|[?#{HOLE}])")
_TAIL = re.compile(rf"(?:^|/|{HOLE})/?({_ENDPOINTS})(?=$|[?#])")
"""at the end of a URL whose beginning isn't known and may hold `/api`"""
_SURE = 3
"""so many of Ollama's endpoints on an unknown host, in one file, are Ollama's"""
_UNKNOWN = re.compile(rf"/{HOLE}$")
"""a path that only whoever calls knows"""
_RARE = frozenset({"tags", "generate", "embeddings", "ps"})
"""endpoints that hardly anybody else has: with an unknown host in front, in a back end's file about Ollama"""
_MOST_TEXTS = 24
"""texts that the URL of one request may be"""
_OWN = re.compile(r"^https?://(?!localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker)[\w.-]+")


def request(engine: Engine, invocation: Invocation, base: Place, answers: bool) -> None:
    """`requests.post(url, …)`, `session.get(path)` with the session's base URL, `fetch(url, {…})`, `axios({url})`."""
    asked = Request(invocation, relative=base >= 0, answers=answers)
    engine.requests.append(asked)
    if asked.relative:
        engine.graph.watch(base, lambda value: _addressed(engine, asked, value))
    positional = [argument for argument in invocation.arguments if not argument.name][:2]
    for argument in (*positional, *(argument for argument in invocation.arguments if argument.name in _URLS)):
        engine.asked.add(argument.place)
        engine.graph.watch(argument.place, lambda value, place=argument.place: _url(engine, asked, place, value))  # type: ignore[misc]


def unknown_request(engine: Engine, invocation: Invocation) -> bool:
    """`pool.request("GET", url)`, where nothing is known of `pool`: the address says enough."""
    if not any(ADDRESS in engine.graph.held[argument.place] for argument in invocation.arguments[:2]):
        return False
    request(engine, invocation, -1, answers=False)
    return True


def proxies(engine: Engine, thing: Thing) -> None:
    """`'/api': { target: 'http://localhost:11434' }` of a development server, `createProxyMiddleware({ target })`: paths of the
    program that go to Ollama as they are."""
    for name in ("target", "destination"):
        if name in thing.fields:
            engine.graph.watch(thing.fields[name], lambda value: _proxied(engine, value))


def _proxied(engine: Engine, value: Value) -> None:
    if value == ADDRESS and not engine.proxied:
        engine.proxied = True
        _again(engine, engine.requests)


def _url(engine: Engine, asked: Request, place: Place, value: Value) -> None:
    if isinstance(value, Literal):
        if ("/" in value.value or HOLE in value.value or asked.relative) and value not in asked.texts and len(asked.texts) < _MOST_TEXTS:
            asked.texts[value] = place
            _decide(engine, asked, value, place)
    elif isinstance(value, Thing):
        if "url" in value.fields and engine.graph.once("url", id(asked), value):
            engine.graph.watch(value.fields["url"], lambda inner: _url(engine, asked, value.fields["url"], inner))
            engine.graph.watch(field_of(engine, value, "baseURL"), lambda inner: _addressed(engine, asked, inner))
    elif isinstance(value, Role) and value.name == "http":
        engine.graph.give(asked.invocation.target, value)
    else:
        _addressed(engine, asked, value)


def _addressed(engine: Engine, asked: Request, value: Value) -> None:
    if value == ADDRESS and not asked.addressed:
        asked.addressed = True
        _again(engine, (asked,))


def _again(engine: Engine, requests: Iterable[Request]) -> None:
    """More is known than when their URLs were looked at."""
    for asked in tuple(requests):
        for text, place in tuple(asked.texts.items()):
            _decide(engine, asked, text, place)


def _decide(engine: Engine, asked: Request, text: Literal, place: Place) -> None:
    """Whom it asks, by a text that its URL may be."""
    if endpoint := _endpoint(engine, asked, text):
        _to_ollama(engine, asked, endpoint, text, place)
    elif asked.addressed and _UNKNOWN.search(text.value):
        _to_ollama(engine, asked, "", text, place)
    elif not asked.addressed and not _OWN.match(text.value):
        answered(engine, asked, text)


def _endpoint(engine: Engine, asked: Request, text: Literal) -> str:
    native = _NATIVE.search(text.value)
    if asked.addressed or "ollama" in text.value.lower():
        found = native or _TAIL.search(text.value)
        return found[1] if found else ""
    if native is None:
        return ""
    if asked.invocation.script:
        return native[1] if engine.proxied and text.value.startswith("/") and not served(engine, text) else ""
    return native[1] if text.value.startswith(HOLE) and _is_sure(engine, text, native[1]) else ""


def _is_sure(engine: Engine, text: Literal, endpoint: str) -> bool:
    """On an unknown host: a rare endpoint in a file about Ollama, or several of them in any."""
    seen = engine.natives.setdefault(text.spot.path, set())
    seen.add(endpoint)
    if len(seen) >= _SURE and not seen.isdisjoint(_RARE):
        if engine.graph.once("sure", text.spot.path):
            _again(engine, (asked for asked in engine.requests if not asked.endpoints and any(other.spot.path == text.spot.path for other in asked.texts)))
        return True
    return "ollama" in str(text.spot.path).lower() and endpoint in _RARE


def _to_ollama(engine: Engine, asked: Request, endpoint: str, text: Literal, place: Place) -> None:
    if endpoint in asked.endpoints:
        return
    asked.endpoints.add(endpoint)
    role = Role("http", endpoint)
    engine.report(text.spot, "endpoint", f"/api/{endpoint}" if endpoint else "", place, ADDRESS)
    engine.step(place, text, asked.invocation.target, role, asked.invocation.spot)
    if asked.answers:
        engine.step(place, text, asked.invocation.target, Role("answer", endpoint), asked.invocation.spot)
    for body in bodies(engine, asked.invocation):
        sink(engine, body, Role("request", endpoint))
    for argument in asked.invocation.arguments[:1]:
        engine.graph.watch(argument.place, lambda value: _configured(engine, value, endpoint))


def _configured(engine: Engine, value: Value, endpoint: str) -> None:
    """`axios({url, method, data})`"""
    if isinstance(value, Thing) and "url" in value.fields:
        for name in BODIES:
            sink(engine, field_of(engine, value, name), Role("request", endpoint))


def session(engine: Engine, invocation: Invocation, bases: frozenset[str]) -> None:
    """A session or an instance with a base URL of its own."""
    base = engine.graph.place()
    for argument in invocation.arguments:
        engine.asked.add(argument.place)
        if argument.name in bases or not (argument.name or invocation.script):
            engine.graph.link(argument.place, base)
        elif not argument.name:
            engine.graph.watch(argument.place, lambda value: _base_of(engine, value, base, bases))
    engine.graph.give(invocation.target, Tool("session", base))


def _base_of(engine: Engine, value: Value, base: Place, bases: frozenset[str]) -> None:
    if isinstance(value, Thing):
        for name in bases & value.fields.keys():
            engine.graph.link(value.fields[name], base)
