"""Where a word stands, in terms that every language shares. Pure.

A *hit* is a place in the bytes where a needle occurs; a *site* is the thing in the language that holds the hit:
a string with the call that it is an argument of, a mapping's value with its keys, a line of a comment. The front
ends in this package turn hits into sites; `classify` turns sites into kinds. Offsets are byte offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Construct(StrEnum):
    """What holds the hit."""

    IMPORT = "import"  # the module or a name of an import statement; text is the module's name
    CALL = "call"  # a dotted name that is called; text is the dotted name
    NAME = "name"  # a dotted name that is used; text is the dotted name
    DEFINITION = "definition"  # a name where it is defined (variable, function, class, parameter, type)
    STRING = "string"  # a string literal in code; text is its content, one line of it
    NUMBER = "number"
    COMMENT = "comment"  # one line of a comment or docstring
    KEY = "key"  # a key of a mapping (config file or literal); text is the key
    VALUE = "value"  # a scalar of a configuration file; text is the value
    COMMAND = "command"  # a shell command; text is the whole simple command
    VARIABLE = "variable"  # `$NAME` of a shell, a compose file, a Makefile; text is the bare name
    ASSIGNMENT = "assignment"  # `NAME=value` of a shell, .env, Dockerfile; text is `NAME=value`, path ends in NAME
    DIRECTIVE = "directive"  # an instruction of a Dockerfile or Modelfile; path[0] is its name, text its line
    MARKUP = "markup"  # text between tags, a template's text or an attribute's value (path: tag, attribute)
    PROSE = "prose"  # one line of prose
    RAW = "raw"  # one line of a file whose language is not read, or of a broken part


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    start: int
    end: int
    needle: str
    """lower case: `ollama`, `11434`, or another that `words.NEEDLES` defines"""


@dataclass(frozen=True, slots=True)
class Site:
    start: int
    end: int
    """the thing itself, clipped to the line of the hit, without quotes and comment signs"""
    construct: Construct
    text: str
    path: tuple[str, ...] = ()
    """what leads to it: keys of a mapping from the outermost, or in code the variable, argument or property it is given to"""
    callee: str = ""
    """dotted name of the call that it is an argument of, such as `os.getenv`, `logger.info`"""
    hit: Hit = Hit(0, 0, "")
    docs: bool = False
    """inside a code block of prose"""
    broken: bool = False
    """inside a part that the parser could not read"""
    language: str = ""
    """of the embedded part that it stands in (a script in YAML, a code block of prose); empty: the file's own"""
    beside: str = ""
    """in code: what a string is added to, what follows it in a list, or the other keys of the mapping of a key; in a shell
    `local` where the script alone sets and reads the variable; in YAML the `image` of the same or the inner mapping"""
