"""Which values of configuration files are shell scripts. Pure."""

from __future__ import annotations

import re

_KEYS = frozenset(
    "run script scripts before_script after_script before_install install bash pwsh powershell command commands entrypoint cmd cmds args "
    "post_start pre_stop postcreatecommand poststartcommand oncreatecommand updatecontentcommand postattachcommand initializecommand "
    "startcommand buildcommand start_command build_command execstart shell inlinescript predeploycommand".split()
)
_PARENTS = frozenset({"scripts", "healthcheck"})
_FILE_NAME = re.compile(r"[\w./-]+\Z")


def runs(path: tuple[str, ...], text: str) -> bool:
    """Whether the value that `path` leads to is run by a shell: its key says so, and it is more than one word."""
    if not path or " " not in text.strip():
        return False
    last = path[-1].lower()
    return last in _KEYS or (len(path) > 1 and path[-2].lower() in _PARENTS and last != "disable")
