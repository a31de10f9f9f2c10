"""Report → text, one renderer a file. Pure.

`RENDERERS` names the module of each format; a module is imported when its format is asked for, so that nobody pays
for rich or jinja2 who doesn't see their work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from migrate_vllm.model import Report
from migrate_vllm.report.options import DEFAULT, Options

__all__ = ["DEFAULT", "RENDERERS", "Options", "render"]

RENDERERS: Mapping[str, str] = MappingProxyType({
    "text": "migrate_vllm.report.text",
    "json": "migrate_vllm.report.json",
    "sarif": "migrate_vllm.report.sarif",
    "github": "migrate_vllm.report.github",
    "gitlab": "migrate_vllm.report.gitlab",
    "junit": "migrate_vllm.report.junit",
    "rdjson": "migrate_vllm.report.rdjson",
    "markdown": "migrate_vllm.report.markdown",
    "html": "migrate_vllm.report.html",
})  # fmt: skip


def render(report: Report, format_name: str, options: Options = DEFAULT) -> str:
    """The report in one of `RENDERERS`, ending in a line feed (or empty); always encodable as UTF-8."""
    renderer: Callable[[Report, Options], str] = import_module(RENDERERS[format_name]).render
    return renderer(report, options)
