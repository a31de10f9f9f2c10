"""Files over the size cap: matched, not parsed, in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from migrate_vllm.discover.excerpt import matching_lines

from .trees import HIT, MISS, look, raws, seen, write


def test_a_large_file_keeps_its_matching_lines_where_they_are(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.txt": (MISS * 700 + "  Ollama here\r\n" + MISS * 700 + HIT) * 2,
            "b.txt": MISS * 2000,
            "ollama.txt": MISS * 2000,
        },
    )
    found = look(tmp_path, max_size=10_000)
    told = ("over 0.01 MB: matched as text, not parsed", False)
    assert seen(found) == {
        "files": ["a.txt", "b.txt", "ollama.txt"],
        "texts": ["a.txt", "ollama.txt"],
        "names": ["ollama.txt"],
        "skipped": [("a.txt", *told), ("ollama.txt", *told)],
    }
    first, second = raws(found)
    half = "\n" * 700 + "  Ollama here\r\n" + "\n" * 700 + HIT
    assert (first.text, first.parse, first.size) == (half * 2, False, (tmp_path / "a.txt").stat().st_size)
    assert second.text == "\n" * 2000


def test_a_large_binary_is_binary(tmp_path: Path) -> None:
    write(tmp_path, {"a.bin": b"\0" * 20_000 + b"ollama", "b.bin": b"\0" * 20_000})
    assert seen(look(tmp_path, max_size=10_000))["skipped"] == [("a.bin", "binary", False)]


def test_a_large_utf_16_file_is_matched(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": ("\ufeff" + MISS * 3000 + HIT).encode("utf-16-be")})
    [raw] = raws(look(tmp_path, max_size=10_000))
    assert (raw.text, raw.encoding) == ("\n" * 3000 + HIT, "utf-16-be")


def test_a_long_line_is_cut_down_to_what_stands_around_its_matches() -> None:
    text, complete = matching_lines(["x" * 5000 + "ollama" + "y" * 5000 + "OLLAMA ollama\nz\n"], ("ollama",))
    assert complete
    assert text == "x" * 200 + "ollama" + "y" * 194 + " … " + "y" * 200 + "OLLAMA ollama\n\n"


@pytest.mark.parametrize("at", range(8))
def test_a_match_between_two_pieces_of_an_endless_line_is_found_once(at: int) -> None:
    pieces = ["x" * (1 << 20) + "x" + "ollama"[:at], "ollama"[at:] + "y" * (1 << 21), "z\nlast"]
    text, _ = matching_lines(pieces, ("ollama",))
    assert text.count("ollama") == 1
    assert text.count("\n") == 1


def test_there_is_an_end_to_what_is_kept() -> None:
    text, complete = matching_lines((HIT * 1000 for _ in range(1000)), ("ollama",))
    assert not complete
    assert text.count("\n") == 1_000_000
    assert text.count("ollama") < 700_000


_PEAK = """
import resource, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1]]
from tests.discover.trees import look, seen
told = seen(look(Path(sys.argv[2])))
status = Path("/proc/self/status")
if status.exists():
    own = int(status.read_text().partition("VmHWM:")[2].split()[0])
else:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(told, max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""
"""`VmHWM` begins anew with the program; `ru_maxrss` begins with what whoever started it had, here all of the tests"""


def test_a_line_of_a_hundred_megabytes_is_matched(tmp_path: Path) -> None:
    with (tmp_path / "a.js").open("w") as file:
        for _ in range(100):
            file.write("x" * 1_000_000)
        file.write("ollama;")
    command = [sys.executable, "-c", _PEAK, str(Path(__file__).parents[2]), str(tmp_path)]
    told, _, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.rpartition(" ")
    (tmp_path / "a.js").unlink()
    assert eval(told) == {
        "files": ["a.js"],
        "texts": ["a.js"],
        "skipped": [("a.js", "over 5 MB: matched as text, not parsed", False)],
    }
    assert int(peak) < 500
