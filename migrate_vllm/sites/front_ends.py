"""Which front end reads which language. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from migrate_vllm.sites.code import Located, locate_code
from migrate_vllm.sites.config import FRONT_ENDS
from migrate_vllm.sites.notebook import locate_notebook
from migrate_vllm.sites.sfc import locate_sfc
from migrate_vllm.sites.site import Hit
from migrate_vllm.sites.syntax import MARKUP, SYNTAX


def locate(data: bytes, hits: Sequence[Hit], language: str) -> Located:
    """One site for each hit, in their order. `language` is a name of `languages.LANGUAGES`."""
    if not hits:
        return Located((), {}, False)
    if language in SYNTAX:
        return locate_code(data, hits, language)
    if language in MARKUP:
        return locate_sfc(data, hits, language)
    if language == "notebook":
        return locate_notebook(data, hits)
    sites = FRONT_ENDS[language](data, hits)
    return Located(sites, {}, any(site.broken for site in sites))
