"""Which names of keys look as if their values were secrets. Pure.

The last word of a name decides (`OLLAMA_API_KEY`, `apiKey`, `x-auth-token`); a few words make a secret wherever they stand
(`SECRET_KEY_BASE`). The tables of exceptions keep what a report is about readable: `primary_key`, `eos_token`, `storageKey`.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ANYWHERE = _words("secret secrets password passwords passwd passphrase pwd apikey credential credentials")
_LAST = _words(
    "key token auth private authorization bearer accesskey secretkey privatekey authtoken accesstoken apitoken "
    "apikeys passkey jwt"
)
_PLURAL = frozenset([("api", "keys"), ("access", "keys"), ("private", "keys"), ("auth", "tokens"), ("access", "tokens"),
                     ("api", "tokens")])  # fmt: skip

# What a secret word is followed by when the value only talks about a secret: `PASSWORD_FILE`, `apiKeyPlaceholder`.
_ABOUT = _words(
    "file path dir name names url uri id field label placeholder length len min max env var type header prefix suffix "
    "regex pattern policy required enabled hint error message text title description ref manager store provider "
    "count limit ttl expiry expires timeout hidden visible input class icon help docs link scope scopes mode"
)
_OTHER_KEYS = _words(
    "primary foreign cache sort partition public storage local dict hash lookup map row unique object item translation "
    "config model provider setting settings env header query param cookie index group order field column data json yaml "
    "registry shortcut hot arrow enter idempotency redis state event modifier tab escape shift meta ctrl alt composite "
    "natural candidate search message prop attr attribute option name file path host url role type tool metric feature "
    "flag chat conversation thread route nav menu step sub parent first last next prev current selected active default "
    "any some each no on mode ui value label locale lang section theme page tag id i n h"
)
_OTHER_TOKENS = _words(
    "next stop eos bos pad unk sep cls mask special think thinking first last prev current new per max min start end page "
    "continuation cost input output prompt completion tool text delta image special each no one single"
)
_PASS_OWNERS = _words(
    "db database smtp user admin root mail email redis postgres pg mysql mongo ollama vllm http proxy basic auth login ssh "
    "rabbitmq ftp sudo my"
)


def is_secret(name: str) -> bool:
    """Whether the value of a key of that name is to be hidden."""
    words = [word.lower() for word in _WORD.findall(name[-120:])]
    while len(words) > 1 and words[-1].isdigit():
        words.pop()
    if not words:
        return False
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if _ANYWHERE.intersection(words):
        return last not in _ABOUT
    return _is_secret_pair(before, last, name)


def _is_secret_pair(before: str, last: str, name: str) -> bool:
    match last:
        case "key":
            return before not in _OTHER_KEYS if before else name == "KEY"
        case "token":
            return before not in _OTHER_TOKENS
        case "pass":
            return before in _PASS_OWNERS
    return last in _LAST or (before, last) in _PLURAL


def is_bare_token(name: str) -> bool:
    """`token` alone and in small letters: as often a piece of a model's answer as a secret."""
    return name.strip("-") in {"token", "auth"}
