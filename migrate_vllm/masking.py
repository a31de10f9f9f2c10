"""Hides secrets in what a report shows: values of keys that look like secrets, userinfo, known shapes of tokens. Pure.

Works on any line of any language without parsing it. Where it can't tell a secret from a word it hides: the worst of that is a
`***` too many. References to a secret (`${OLLAMA_API_KEY}`, `os.getenv("OLLAMA_API_KEY")`, `process.env.X`) stay readable.
Every pattern starts at one place a run of characters only and never looks back over it, so that time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from migrate_vllm.model import Excerpt
from migrate_vllm.secret_names import is_bare_token, is_secret

_STARS = "***"

_TYPES = r"(?:str|string|String|bytes|Optional|Annotated|SecretStr|None|Final|ClassVar|typing|any|unknown|char|auto)\b"
_OPERATOR = (
    rf"(?:[?!]?[ \t]{{0,8}}:[ \t]{{0,8}}{_TYPES}[\w.\[\]|?* ]{{0,60}}=(?![=>])|[ \t]{{0,8}}(?::=|=>|\?\?=?|\|\|=?|[?+]=|[!=]==?|"
    r"[:=](?![:=])|or\b))"
)
_ASSIGNMENT = re.compile(rf"(?<![\w-])(?<!\$\{{)(?P<key>[\w-]++)\\{{0,3}}[\"'`]?[\])]{{0,2}}(?P<op>{_OPERATOR}[ \t]{{0,8}})")
_SPACED = re.compile(
    r"(?:(?<![\w-])--|\bENV[ \t]+|\bsetx[ \t]+|\bset[ \t]+-\w{1,4}[ \t]+)(?P<key>[\w-]++)(?P<op>[ \t]+)(?=[^\s=-])"
)
_ARGUMENT = re.compile(r"(?<=\w\([\"'])(?P<key>[\w-]++)(?P<op>[\"'],[ \t]{0,8}(?:default=)?)(?=[\"'`])")
_PAIR = re.compile(
    r"\b(?:name|key)[\"']?[ \t]{0,4}[:=][ \t]{0,4}[\"']?(?P<key>[\w-]++)[\"']?[ \t,]{1,4}[\"']?value[\"']?[ \t]{0,4}"
    r"(?P<op>[:=][ \t]{0,4})",
    re.IGNORECASE,
)
_EXPANSION = re.compile(r"(?<=\$\{)(?P<key>\w++)(?P<op>:?[-=+]|:(?!\?))")
_TAG = re.compile(r"<(?P<key>[\w-]++)(?P<op>>)(?=[^<\n])")
_KEYED = (_ASSIGNMENT, _SPACED, _ARGUMENT, _PAIR, _EXPANSION, _TAG)

_QUOTED = re.compile(r"[fFbBrRuU]{0,2}(?P<escape>\\{0,3})(?P<quote>[\"'`])")
_REST_OF_QUOTE = {q: re.compile(rf"(?:[^{q}\\\n]|\\.)*+", 0) for q in "\"'`"}
_REST_OF_ESCAPED_QUOTE = re.compile(r"[^\"'`\\\n]*+")
_TIGHT = re.compile(r"(?:[^\s\"'`<>$\\]|\\.|\$\{[^}\n]{0,200}\}|\$(?!\())++")
_BARE = re.compile(r"(?:[^\s\"'`<>,;&|)}\]\\$]|\\.|\$(?:\{\{[^}\n]{0,100}\}\}|\{[^}\n]{0,200}\}|(?![{(])))++")
_PLAIN = re.compile(r"[^\s\"'`<>,;&|(){}\[\]\\=$#*:][^\"'`<>,;&|(){}\[\]\\=$#*:\r\n]{0,200}+(?=#|\r?$)", re.MULTILINE)
_CODE = re.compile(r"(?:await\s+|new\s+|not\s+|&|\*|!+)?[A-Za-z_][\w.?!:]{0,200}[(\[{]|[(\[{<]|(?:lambda|function|await|new|async)\b")
_CHAIN = re.compile(r"!{0,2}[A-Za-z_]+\d{0,2}(?:[?!]?\.[A-Za-z_]+\d{0,2})+[;,]?")
_VARIABLE = re.compile(r"[a-z_][A-Za-z_]*|[A-Z]+(?:_[A-Z]+)+")
"""`apiKey: apiKey`, `password=DB_PASSWORD`; a name that begins like `Credential7Q` is rather the password"""
_CONSTANT = re.compile(rf"(?:{_TYPES}|(?:[Tt]rue|[Ff]alse|null|nil|undefined|number|boolean|bool|int|required|optional)\b)(?![\w-])")
_WRAPPED = re.compile(
    r"[\w.]{0,40}(?:\bField|\bfield|SecretStr|Secret|\buseState|\bref|\bString)\((?:[^\"'`)\n]{0,80}default[ \t]?=[ \t]?)?(?=[\"'`])"
)
_SCHEME = re.compile(r"(?:Bearer|Basic|Token)[ \t]+", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\$\{\{[^}\n]{0,200}\}\}|\$\{[\w.]{1,100}(?::?\?[^}\n]{0,200})?\}|\$\([^)\n]{0,200}\)|\$\w{1,100}|\{\{[^}\n]{0,200}\}\}|"
    r"\$?\{[\w.()\[\]!:?'\"]{0,100}\}|<[\w /|.-]{1,60}>|%\(?\w{1,100}\)?[s%]|%[sd]\b"
)
_DEFAULT = re.compile(r"\$\{\w{1,100}(?::?[-=+]|:(?!\?))(?P<value>[^{}\n]*+)\}?")

_USERINFO = re.compile(r"(?<=://)[^\s/?#\"'`<>\\]++")
_QUERY = re.compile(r"[?&](?:[\w-]{0,40}(?:token|key|secret|password|signature|auth)|sig)=(?P<value>[^&\s\"'`#<>)\]\\]++)", re.IGNORECASE)
_CURL = re.compile(r"\bcurl\b[^\n]{0,400}?\s(?:-u|--user)[ =]?[\"']?(?P<value>[^\s\"']++)")
_BEARER = re.compile(r"\b(?:Bearer|Basic)[ \t]+(?P<value>(?=[\w.~+/=-]{0,60}\d|[\w.~+/=-]{24})[\w.~+/=-]{6,}+)", re.IGNORECASE)
_SHAPES = re.compile(
    r"(?<![\w-])(?:sk-(?=[\w-]{0,60}\d)[\w-]{16,}+|[sr]k_(?:live|test)_\w{16,}+|(?:hf|gsk|r8|npm)_[A-Za-z0-9]{18,}+|"
    r"gh[pousr]_[A-Za-z0-9]{16,}+|github_pat_\w{16,}+|glpat-[\w-]{16,}+|xox[a-z]-[\w-]{10,}+|(?:AKIA|ASIA)[A-Z0-9]{16}\b|"
    r"AIza[\w-]{30,}+|pypi-AgE[\w-]{16,}+|(?:nvapi|tvly|pplx)-(?=[\w-]{0,60}\d)[\w-]{16,}+)"
    r"|(?<![\w.-])eyJ[\w-]{6,}+\.[\w-]{4,}+(?:\.[\w-]*+)?"
)
_IN_SECRET_NAMES = ("key", "token", "auth", "private", "bearer", "jwt", "secret", "pass", "pwd", "credential")
"""one of them is in every name that `secret_names` takes for a secret's: a text without them needs no closer look"""
_PEM = re.compile(r"(?<=PRIVATE KEY-----)[^-]++")
_LINE = re.compile(r"[^\r\n]+")
_WORDLIKE = re.compile(r"\w")


def mask(text: str) -> str:
    """`text` with every secret replaced by `***`; lines stay lines. Masking twice is masking once."""
    return masked(text, 0, 0).text


def masked(text: str, start: int, end: int) -> Excerpt:
    """`text` masked, and where the span `start`–`end` of it went. A span inside a secret becomes the `***`."""
    while spans := mask_spans(text):
        start, end = _moved(start, spans, after=False), _moved(end, spans, after=True)
        text = _replaced(text, spans)
    return Excerpt(text, start, max(start, end))


def mask_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The character spans of `text` that are secrets: sorted, apart from each other, none across a line end."""
    lower = text.lower()
    keyed = _keyed(text) if any(part in lower for part in _IN_SECRET_NAMES) else ()
    userinfo = _userinfo(text) if "://" in text else ()
    found = [*keyed, *userinfo, *_named_groups(text), *_whole_matches(text)]
    lines = ((start + m.start(), start + m.end()) for start, end in found for m in _LINE.finditer(text[start:end]))
    return tuple(_merged((start, end) for start, end in lines if _WORDLIKE.search(text, start, end)))


def _replaced(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return _STARS.join([*kept, text[at:]])


def _moved(offset: int, spans: tuple[tuple[int, int], ...], *, after: bool) -> int:
    shift = 0
    for start, end in spans:
        if offset <= start:
            break
        if offset < end:
            return start + shift + (len(_STARS) if after else 0)
        shift += len(_STARS) - (end - start)
    return offset + shift


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if last and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _keyed(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _KEYED:
        covered = 0
        for match in pattern.finditer(text):
            if match.start() < covered or not is_secret(match["key"]) or _closes(text, match):
                continue
            if value := _value(text, match.end(), match["key"], match["op"]):
                covered = value[1]
                yield from _secret_part(text, *value)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the quote after the operator ends a string that the key began: `print("token:", chunk)`."""
    quote = text[match.end() : match.end() + 1]
    opener = text[max(0, match.start() - 1) : match.start()]
    return bool(quote) and quote in "\"'`" and quote == opener and quote not in match.group()


def _value(text: str, at: int, key: str, op: str) -> tuple[int, int] | None:
    """Where the literal value is that stands at `at`, if what stands there is one."""
    prefix = _SCHEME.match(text, at) or _WRAPPED.match(text, at)
    at = prefix.end() if prefix else at
    if quoted := _QUOTED.match(text, at):
        rest = _REST_OF_ESCAPED_QUOTE if quoted["escape"] else _REST_OF_QUOTE[quoted["quote"]]
        found = rest.match(text, quoted.end())
        return found.span() if found else None
    if op.strip() in {"or", "||", "??", "=>", "==", "===", "!=", "!=="} or _is_code(text, at, key, op):
        return None
    bare = _bare(text, at, key, op)
    return (at, at + len(_trimmed(bare.group()))) if bare else None


def _trimmed(value: str) -> str:
    """Without the brackets and commas that close what the value stands in."""
    closed = _REFERENCE.fullmatch(value) or _DEFAULT.fullmatch(value)
    return value if closed else value.rstrip(";,)}] \t")


def _bare(text: str, at: int, key: str, op: str) -> re.Match[str] | None:
    if key.isupper() and op == "=":
        return _TIGHT.match(text, at)
    if op == ": " and (plain := _PLAIN.match(text, at)):
        return plain
    return _BARE.match(text, at)


def _is_code(text: str, at: int, key: str, op: str) -> bool:
    """Whether the unquoted text at `at` is an expression, a type or prose and not a value."""
    if _CONSTANT.match(text, at) or _CODE.match(text, at):
        return True
    if key.isupper() and op == "=":
        return text.startswith(("os.environ", "process.env.", "import.meta.env."), at)
    word = _BARE.match(text, at)
    value = word.group() if word else ""
    if _CHAIN.fullmatch(value) or (_VARIABLE.fullmatch(value) and is_secret(value)):
        return True
    # `token = chunk`, `token: 5`; and `Token: the unit of text` in prose
    plain = value.replace("_", "").rstrip("0123456789").isalpha() or (value.isdigit() and len(value) < 5)
    return plain and (is_bare_token(key) or (key.istitle() and word is not None and text[word.end() : word.end() + 1] == " "))


def _secret_part(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of a value is secret: not the scheme, not a reference to where the secret really is."""
    scheme = _SCHEME.match(text, start, end)
    start = scheme.end() if scheme else start
    value = text[start:end]
    if default := _DEFAULT.fullmatch(value):
        yield from _secret_part(text, start + default.start("value"), start + default.end("value"))
    elif value.isupper() and "_" in value and is_secret(value):
        return  # `apiTokenKey: "OPENAI_API_KEY"`: the name of a variable
    elif _WORDLIKE.search(_REFERENCE.sub("", value)) and not _CONSTANT.fullmatch(value):
        yield start, end


def _userinfo(text: str) -> Iterator[tuple[int, int]]:
    for match in _USERINFO.finditer(text):
        start, end = match.start(), match.start() + match.group().rfind("@")
        if end > start and text[start:end] != "git":
            yield from _secret_part(text, start, end)


def _named_groups(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_QUERY, _CURL, _BEARER):
        for match in pattern.finditer(text):
            yield from _secret_part(text, match.start("value"), match.end("value"))


def _whole_matches(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_SHAPES, _PEM):
        yield from (match.span() for match in pattern.finditer(text))
