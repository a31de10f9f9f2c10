"""What comes from scanned files, made safe to show: no control character, no lone surrogate leaves here. Pure."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from urllib.parse import quote

# Besides the C0 and C1 controls: bidirectional overrides, which show text in another order than it is read in
# ("Trojan Source"), invisible characters, line separators, surrogates, and what XML can't hold.
_INVISIBLE = (
    "\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSAFE = re.compile(f"[\x00-\x1f{_INVISIBLE}]")
_UNSAFE_IN_JSON = re.compile(f"[{_INVISIBLE}]")  # json.dumps escapes the C0 controls itself
_BACKTICKS = re.compile("`([^`]+)`")
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(text: str) -> str:
    r"""The text with everything that can't be seen or encoded written as an escape: `\x1b`, `\u202e`, `\xff`."""
    return _UNSAFE.sub(lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8, as `os.fsdecode` keeps it
        code -= 0xDC00
        return f"\\x{code:02x}"
    if code < 0x80:
        return _SHORT.get(character, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def clip(text: str, length: int) -> str:
    """The text, cut to `length` characters with an ellipsis in the end."""
    return text if len(text) <= length else text[: length - 1] + "…"


def spans(text: str) -> list[tuple[str, bool]]:
    """The parts of a message, each with whether it stood between backticks."""
    parts = _BACKTICKS.split(text)
    return [(part, position % 2 == 1) for position, part in enumerate(parts) if part]


def placed(path: PurePosixPath, prefix: str = "") -> PurePosixPath:
    """The path as seen from the repository's root."""
    return PurePosixPath(prefix) / path


def uri(path: PurePosixPath) -> str:
    """A relative URI reference; bytes of the name that are not UTF-8 are kept as they are on disk."""
    # `surrogatepass` is for surrogates that no file system gives; a renderer must not fail on them.
    try:
        raw = str(path).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = str(path).encode("utf-8", "surrogatepass")
    return quote(raw, safe="/")


def json_text(value: object) -> str:
    r"""JSON, indented and with a final line feed; surrogates inside strings become `\xff` as in `visible`."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE_IN_JSON.sub(_escape_in_json, text) + "\n"


def _escape_in_json(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":  # not a character: readers refuse `\udcff`, so show it as text
        return _escape(character).replace("\\", "\\\\")
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
