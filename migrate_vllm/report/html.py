"""`--format html`: one self-contained page, to search, filter and pass on. Pure: the template is package data.

Nothing in it reaches the network, and a content security policy with the hashes of its one style and one script lets
the browser hold it to that.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from migrate_vllm import __version__
from migrate_vllm.model import Report
from migrate_vllm.report.html_view import view
from migrate_vllm.report.options import DEFAULT, Options


def render(report: Report, options: Options = DEFAULT) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    return _template().render(
        page=view(report, options),
        version=__version__,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),
        script=Markup(script),
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(_asset("page.html.j2"))


@cache
def _asset(name: str) -> str:
    return (files("migrate_vllm.report") / "page" / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
