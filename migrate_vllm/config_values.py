"""Values of a configuration file, turned into ours or refused with what was expected. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn, TypeVar

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.gate import FailOn
from migrate_vllm.keep_rules import KeepRule
from migrate_vllm.suppressions import near_miss

T = TypeVar("T")

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?)i?b?", re.IGNORECASE)
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_KEEP_KEYS = ("kind", "path", "text", "reason")


class WrongValueError(Exception):
    """Which key, and what is wrong with it; the caller knows the file."""


def read(document: Mapping[str, object], key: str, kind: Callable[[object, str], T], default: T) -> T:
    return kind(document[key], key) if key in document else default


def refuse_unknown(document: Iterable[str], known: Iterable[str], where: str = "") -> None:
    names = list(known)
    for key in document:
        if key not in names:
            raise WrongValueError(f"{where}there is no key `{key}`{near_miss(key, names) or '; keys are ' + ', '.join(names)}")


def string(value: object, key: str) -> str:
    return value if isinstance(value, str) and value else _refuse(key, "a string that isn't empty", value)


def strings(value: object, key: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
        return tuple(value)
    return _refuse(key, "a list of strings", value)


def count(value: object, key: str) -> int:
    # True is an int to Python
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else _refuse(key, "a number of at least 1", value)


def size(value: object, key: str) -> int:
    """Bytes: a number, or a text such as `2 MB`."""
    match = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match:
        return count(int(float(match[1]) * _FACTORS[match[2].lower()]), key)
    return count(value, key) if isinstance(value, int) else _refuse(key, 'a number of bytes or a size such as "2 MB"', value)


def fail_on(value: object, key: str) -> FailOn:
    if value in list(FailOn):
        return FailOn(str(value))
    return _refuse(key, "one of change, text and never", value)


def string_pairs(value: object, key: str) -> tuple[tuple[str, str], ...]:
    if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
        return tuple(value.items())
    return _refuse(key, "a table of strings", value)


def keep(value: object, key: str) -> tuple[KeepRule, ...]:
    if isinstance(value, list):
        return tuple(_keep_rule(row, f"{key}[{index}]") for index, row in enumerate(value))
    return _refuse(key, f"an array of tables, written [[{key}]]", value)


def _keep_rule(row: object, where: str) -> KeepRule:
    if not isinstance(row, dict):
        return _refuse(where, "a table", row)
    refuse_unknown(row, _KEEP_KEYS, f"`{where}`: ")
    if "reason" not in row:
        raise WrongValueError(f"`{where}`: a `reason` is missing")
    fields = {key: string(value, f"{where}.{key}") for key, value in row.items()}
    kind = fields.get("kind", "")
    if kind and kind not in KINDS:
        raise WrongValueError(f"`{where}.kind`: there is no kind `{kind}`{near_miss(kind, KINDS)}")
    return KeepRule(fields["reason"], kind, fields.get("path", ""), fields.get("text", ""))


def _refuse(key: str, expected: str, value: object) -> NoReturn:
    raise WrongValueError(f"`{key}`: expected {expected}, not {_shown(value)}")


def _shown(value: object) -> str:
    """As TOML spells it, or nearly; dates and the like as Python does."""
    return json.dumps(value, ensure_ascii=False, default=str)[:80]
