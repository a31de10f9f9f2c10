"""An Ollama without models: the HTTP interface of the real server, as strict as the real one, in front of `simulated_brain`.

Written from Ollama's `server/routes.go` and `api/types.go`: the same defaults (streams unless told not to, thinks when it can), the same refusals
with the same words, the same silence about unknown fields and options. Opens a port on the loopback interface.
"""

import json
import threading
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from simulated_ollama_api import INSTALLED, LIBRARY, ROUTES, Seen, State
from simulated_ollama_json import Json, Refusal, decode

__all__ = ["INSTALLED", "LIBRARY", "SimulatedOllama"]


class SimulatedOllama:
    """A running server, for as long as the `with` block."""

    def __init__(self, installed: Iterable[str] = INSTALLED, port: int = 0) -> None:
        names = set(installed)
        self.state = State({model.name: model for model in LIBRARY if model.name in names})
        handler = type("Handler", (_Handler,), {"state": self.state})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def requests(self) -> list[Seen]:
        return self.state.requests

    def bodies(self, path: str) -> list[Any]:
        return [seen.body for seen in self.requests if seen.path == path]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20  # a client that keeps its connection open must not keep the thread
    state: State

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.state.requests.append(Seen(self.command, path, _loaded(raw)))
        if path == "/" and self.command != "POST":
            self._send(HTTPStatus.OK, "text/plain; charset=utf-8", b"Ollama is running")
        elif path not in ROUTES:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"404 page not found")
        elif not self._allowed(path):
            self._send(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b"405 method not allowed")
        else:
            self._answer(path, raw)

    do_POST = do_HEAD = do_DELETE = do_PUT = do_GET

    def _allowed(self, path: str) -> bool:
        method = ROUTES[path][0]
        return self.command == method or (self.command == "HEAD" and path in ("/api/tags", "/api/version"))

    def _answer(self, path: str, raw: bytes) -> None:
        _, struct, endpoint = ROUTES[path]
        try:
            answer = endpoint(self.state, decode(raw, struct) if struct else {})
        except Refusal as refusal:
            self._send_json(refusal.status, {"error": refusal.message})
            return
        if isinstance(answer, dict):
            self._send_json(HTTPStatus.OK, answer)
        else:
            self._stream(answer)

    def _send_json(self, status: int, value: Json) -> None:
        self._send(status, "application/json; charset=utf-8", json.dumps(value, ensure_ascii=False).encode())

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self, parts: Iterator[Json]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for part in parts:
                line = json.dumps(part, ensure_ascii=False).encode() + b"\n"
                self.wfile.write(b"%x\r\n%b\r\n" % (len(line), line))
            self.wfile.write(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Say nothing: the requests are kept."""


def _loaded(raw: bytes) -> Any:
    try:
        return json.loads(raw) if raw else None
    except ValueError:
        return raw
