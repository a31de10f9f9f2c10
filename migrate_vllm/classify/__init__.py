"""From a site to a kind and a need, by tables. Pure."""

from __future__ import annotations

from dataclasses import replace

from migrate_vllm.classify.code import classify_code
from migrate_vllm.classify.config import classify_config
from migrate_vllm.classify.finding import Context, Finding
from migrate_vllm.sites.site import Site
from migrate_vllm.sites.syntax import CODE

_PROGRAMS = CODE | {"notebook"}


def classify(site: Site, context: Context) -> tuple[Finding, ...]:
    """What a site means; empty when an `endpoint` or `model` hit turns out to mean nothing where it stands."""
    if context.language == "notebook" and site.language:
        return classify_config(site, replace(context, language=site.language))
    return classify_code(site, context) if context.language in _PROGRAMS else classify_config(site, context)
