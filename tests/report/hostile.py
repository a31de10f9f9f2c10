"""Reports made of whatever a scanned repository could hold, and worse."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import strategies as st

from migrate_vllm.facts.kinds import KINDS
from migrate_vllm.model import (
    Codemod,
    Evidence,
    Excerpt,
    Exemption,
    Need,
    Reference,
    Region,
    Remark,
    Report,
    Signs,
    Skipped,
    Step,
)

_NASTY = (
    "\x1b[31m",
    "\x1b]8;;http://evil\x07",
    "\r\n::error::forged",
    "%0A::warning::x",
    "]]>",
    "</script><script>alert(1)</script>",
    "<!--",
    "{{ 7 * 7 }}{% raw %}",
    "|`*[a](1)<b>",
    "\udcff\udc80",
    "\ud83d",
    "\ufffe\uffff\x00",
    "\u202e\u2066\u2028\x85",
    "[bold red]x[/]",
    "🦙漢字\t",
    "x" * 5_000,
    "&#124;&amp;",
    " ",
)
texts = st.lists(st.one_of(st.sampled_from(_NASTY), st.text(max_size=8)), max_size=4).map("".join)
paths = st.builds(lambda text: PurePosixPath(text.lstrip("/") or "a"), texts)
numbers = st.integers(0, 10_000)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    line, length, lines = draw(numbers), draw(st.integers(0, 90)), draw(st.integers(0, 2))
    column = draw(st.integers(1, 900))
    return Region(line, column, line + lines, column + length, column, column + length)


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    before, marked, after = draw(texts), draw(texts), draw(texts)
    return Excerpt(before + marked + after, len(before), len(before) + len(marked))


codemods = st.builds(Codemod, texts, texts, st.just(()), st.just(Signs()), texts, st.sampled_from([None, lambda: None]))
references = st.builds(
    Reference,
    path=paths,
    region=regions(),
    kind=st.one_of(st.sampled_from(sorted(KINDS)), texts),
    need=st.sampled_from(Need),
    text=texts,
    message=texts,
    excerpt=excerpts(),
    codemod=texts,
    evidence=st.sampled_from(Evidence),
    why=st.lists(st.builds(Step, paths, numbers, texts), max_size=5).map(tuple),
    fingerprint=st.sampled_from(["", "same", "other"]),
    exemption=st.one_of(st.none(), st.builds(Exemption, texts, texts)),
)
reports = st.builds(
    Report,
    references=st.lists(references, max_size=6).map(tuple),
    scanned=numbers,
    skipped=st.lists(st.builds(Skipped, paths, texts, st.booleans()), max_size=3).map(tuple),
    remarks=st.lists(st.builds(Remark, paths, numbers, texts, texts), max_size=3).map(tuple),
    codemods=st.lists(codemods, max_size=2).map(tuple),
    root=texts,
)
