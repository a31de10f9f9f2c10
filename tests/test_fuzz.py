"""Broken files of every language through the scan: it never fails, never points outside of the file, never loses a line."""

import random
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from auditing import project
from fuzz_seeds import PATHS, SEEDS

from migrate_vllm.languages import LANGUAGES
from migrate_vllm.model import Reference, SourceFile
from migrate_vllm.scan import scan

PROJECT = project("chat-ollama")
TOKENS = [
    *(b"ollama", b"OLLAMA_HOST", b"11434", b"http://localhost:11434/api/chat", b"Ollama\n", b"\r\n", b"\n\n", b"\t", b"'", b'"', b"`", b'"""'),
    *(b"{{", b"}}", b"${", b"<!--", b"-->", b"</script>", b"/*", b"*/", b"<<EOF\n", b"\\", b"\\u", b"\xef\xbb\xbf", "🦙".encode(), b"(", b"[", b"{", b"}"),
    *(b"#", b"---\n", b"%", b"|", b"&", b"*", b":", b"=", b"\x0c", b"\xe2\x80\xa8", b"\x7f", b"$(", b"<?php", b"!ollama\n", b"import ollama\n", b"@", b";"),
]  # fmt: skip


def mutants(count: int, seed: int) -> Iterator[SourceFile]:
    """Each language in its turn; what came out is a seed for what follows."""
    chance = random.Random(seed)
    pool = {language: [text.encode()] for language, text in SEEDS.items()}
    languages = sorted(SEEDS)
    for number in range(count):
        language = languages[number % len(languages)]
        known = pool[language]
        data = mutated(chance.choice(known), chance.choice(pool[chance.choice(languages)]), chance)
        if len(known) < 40 and len(data) < 4000:
            known.append(data)
        text = data.replace(b"\0", b"").decode("utf-8", "replace")
        yield SourceFile(PurePosixPath(PATHS.get(language, f"{language}/x")), text, language)


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        at = chance.randrange(len(made) + 1)
        until = min(len(made), at + chance.choice((1, 2, 5, 20, 100)))
        match chance.randrange(7):
            case 0 if until > at:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                del made[at:until]
            case 2:
                made[at:at] = made[at:until] * chance.choice((1, 2, 20))
            case 3:
                made[at:at] = chance.choice(TOKENS)
            case 4:
                start = chance.randrange(len(other) + 1)
                made[at:until] = other[start : start + chance.choice((3, 30, 300))]
            case 5:
                made[at:] = made[at : chance.randrange(at, len(made) + 1)]
            case _:
                made[at:until] = bytes(reversed(made[at:until]))
    return bytes(made[:6000])


def wrong(file: SourceFile, found: tuple[Reference, ...]) -> list[str]:
    """What is wrong with the references of a file."""
    lines = file.text.split("\n")
    said = {number for number, line in enumerate(lines, 1) if re.search("ollama|11434", line, re.IGNORECASE | re.ASCII)}
    covered = {reference.region.line for reference in found}
    return [
        *(f"line {line} is lost" for line in sorted(said - covered)),
        *(f"{reference.region} of {reference.kind} is outside" for reference in found if not inside(reference, lines)),
    ]


def inside(reference: Reference, lines: list[str]) -> bool:
    region, excerpt = reference.region, reference.excerpt
    if not (1 <= region.line <= len(lines) and region.end_line == region.line):
        return False
    line = lines[region.line - 1]
    utf16 = len(line.encode("utf-16-le", "replace")) // 2
    return (
        1 <= region.column < region.end_column <= len(line) + 1
        and 1 <= region.utf16_column < region.utf16_end_column <= utf16 + 1
        and 0 <= excerpt.start < excerpt.end <= len(excerpt.text)
        and "\n" not in excerpt.text
    )


def check(count: int, seed: int) -> None:
    for file in mutants(count, seed):
        try:
            problems = wrong(file, scan(file, PROJECT).references)
        except Exception as error:
            raise AssertionError(f"{type(error).__name__}: {error} in {file!r}") from error
        assert not problems, f"{problems} in {file!r}"


def test_there_is_a_seed_for_every_language():
    assert set(SEEDS) == set(LANGUAGES)


def test_seeds_are_read_whole():
    for language, text in SEEDS.items():
        file = SourceFile(PurePosixPath(PATHS.get(language, f"{language}/x")), text, language)
        assert wrong(file, scan(file, PROJECT).references) == [], language


def test_five_hundred_broken_files():
    check(500, seed=11434)


@pytest.mark.slow
def test_twenty_thousand_broken_files():
    check(20_000, seed=20_000)
