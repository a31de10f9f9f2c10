"""Bytes become text and the same bytes again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.discover import encode
from migrate_vllm.discover.read import decode

from .trees import look, raws, seen, write

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "latin-1")


@given(texts, st.sampled_from(ENCODINGS))
def test_a_text_survives_its_encoding(text: str, encoding: str) -> None:
    if encoding == "latin-1":
        # what is only text in Latin-1: no mark, and not UTF-8
        text = "x\xff" + text.encode("latin-1", "ignore").decode("latin-1")
    elif encoding == "utf-8":
        text = "x" + text
    assert decode(encode(text, encoding)) == (text, encoding)


@given(st.one_of(st.binary(), st.sampled_from([b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]).flatmap(
    lambda mark: st.binary().map(mark.__add__))))  # fmt: skip
def test_whatever_is_text_can_be_written_back(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or encode(*decoded) == data


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line", ["\r\n", "\n", "\r"])
def test_a_needle_is_found_in_every_encoding(tmp_path: Path, encoding: str, line: str) -> None:
    text = f"# é{line}OLLAMA_HOST=http://x{line}"
    write(tmp_path, {".env": encode(text, encoding), "other": encode(f"# é{line}x", encoding)})
    [raw] = raws(look(tmp_path))
    assert (raw.text, raw.encoding, raw.size, raw.parse) == (text, encoding, len(encode(text, encoding)), True)


@given(st.lists(st.binary(max_size=12) | st.sampled_from([b"oLLama", b"ollama", b"\n"]), max_size=8).map(b"".join))
def test_a_file_is_found_exactly_when_it_holds_a_needle(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {"f": data})
        told = seen(look(root))
    narrow = data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    assert ("texts" in told or "skipped" in told) == (b"ollama" in narrow.lower())


def test_a_nul_means_binary(tmp_path: Path) -> None:
    write(
        tmp_path, {"a": b"ollama\0", "b": b"ollama" + b" " * 9000 + b"\0", "c": b"\xff\xfeo\0l\0l\0a\0m\0a\0\x00\xd8"}
    )
    assert seen(look(tmp_path)) == {
        "files": ["a", "b", "c"],
        "texts": ["b"],
        "skipped": [("a", "binary", False), ("c", "binary", False)],
    }
