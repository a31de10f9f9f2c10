"""What the README shows is what the program prints, and its commands are the ones that CI runs."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- output: (?P<command>.+?) -->\n```\n)(?P<output>.*?)(```\n)", re.DOTALL)


def printed(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "migrate_vllm", *shlex.split(command)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return re.sub(r" in \d+\.\d s$", "", done.stdout, flags=re.MULTILINE)


def test_the_shown_output_is_the_programs_own(pytestconfig: pytest.Config):
    text = README.read_text("utf-8")
    made = BLOCK.sub(lambda match: match[1] + printed(match["command"]) + match[4], text)
    if pytestconfig.getoption("--record", default=False):
        README.write_text(made, "utf-8")
    assert text.count("<!-- output:") == 2
    assert made == text


def test_every_flag_that_the_readme_names_exists():
    known = subprocess.run([sys.executable, "-m", "migrate_vllm", "audit", "--help"], capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"`(--[a-z-]+)", BLOCK.sub("", README.read_text("utf-8"))))
    assert named - set(re.findall(r"--[a-z-]+", known)) == set()
    assert len(named) > 5
