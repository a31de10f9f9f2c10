"""How fast is an audit beside the tools that people search with by hand?

Builds a large tree from the packages that are installed here (copies of them, until there are enough files), once as
a git work tree and once without git, runs everything on it in turns, and prints medians and ratios.

    python benchmarks/audit.py                      # builds in the temporary folder, and removes it afterwards
    python benchmarks/audit.py --keep /big/disk     # builds there, and uses what is there next time
    python benchmarks/audit.py --matched DIR        # a tree in which everything matches: MB/s

ripgrep is found on the search path or as the PyPI package `ripgrep`; without it, its line is left out.
Wall times on a busy machine say little: look at the ratios.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

TEXT_SUFFIXES = ("py", "js", "ts", "vue", "json", "yml", "yaml")
NOT_SOURCE = {".so", ".a", ".dll", ".dylib", ".exe", ".lib", ".node", ".pyc", ".pyd", ".whl", ".zip", ".gz", ".xz"}
AUDIT = [sys.executable, "-m", "migrate_vllm", "audit", "--format", "json", "--exit-zero", "."]
GIT = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]


# The memory of a process counts that of the one it was forked from, so a small one stands between.
PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); " \
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"  # fmt: skip


@dataclass
class Timing:
    """What one command took, each time it ran."""

    walls: list[float] = field(default_factory=list)
    processors: list[float] = field(default_factory=list)
    peak: int = 0
    """kilobytes; of the largest of its processes"""

    @property
    def median(self) -> float:
        return statistics.median(self.walls)


# The tree


def package_folders() -> Iterator[Path]:
    """Where packages are installed: this Python's, other Pythons beside it, and npm's."""
    own = [Path(sysconfig.get_path(name)) for name in ("purelib", "stdlib")]
    yield from dict.fromkeys(own)
    base = Path(sys.base_prefix)
    yield from sorted(base.parent.glob("*/lib/python3*"))
    npm = shutil.which("npm")
    if npm:
        yield Path(subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False).stdout.strip())


def source_files(folder: Path) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", ".git"))
        places = (Path(inside, name) for name in sorted(names) if name != ".gitignore")
        yield from (place for place in places if place.suffix not in NOT_SOURCE and not place.is_symlink())


def build(tree: Path, files: int, size: int, sources: list[Path]) -> None:
    """Copy packages, again and again under other names, until there is enough."""
    count = total = part = 0
    while count < files or total < size:
        source = sources[part % len(sources)]
        part += 1
        for place in source_files(source):
            if count >= files and total >= size:
                return
            target = tree / f"part{part}" / place.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(place, target)
            count, total = count + 1, total + target.stat().st_size
        if part >= len(sources) and not count:
            sys.exit("No installed packages found to build a tree from.")


def as_repository(tree: Path) -> None:
    subprocess.run([*GIT, "init", "-q"], cwd=tree, check=True)
    subprocess.run([*GIT, "add", "-A", "-f"], cwd=tree, check=True, stderr=subprocess.DEVNULL)
    subprocess.run([*GIT, "commit", "-q", "-m", "tree"], cwd=tree, check=True)


def prepare(home: Path, files: int, size: int) -> tuple[Path, Path, Path]:
    """The same tree as a git work tree and as a folder, and every tenth file of it as a git work tree."""
    inside, outside, tenth = home / "git", home / "plain", home / "tenth"
    if not tenth.exists():
        print("building ...", file=sys.stderr)
        build(outside, files, size, [folder for folder in package_folders() if folder.is_dir()])
        shutil.copytree(outside, inside)
        as_repository(inside)
        copy_tenth(outside, tenth)
        as_repository(tenth)
    one = home / "one"
    if not one.exists():
        one.mkdir()
        (one / "a.py").write_text("import ollama\n")
        as_repository(one)
    return inside, outside, tenth


def copy_tenth(tree: Path, target: Path) -> None:
    for place in [place for place in sorted(tree.rglob("*")) if place.is_file()][::10]:
        copy = target / place.relative_to(tree)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place, copy)


def measure_of(tree: Path) -> str:
    sizes = [place.stat().st_size for place in tree.rglob("*") if place.is_file() and ".git" not in place.parts]
    return f"{len(sizes)} files, {sum(sizes) / 1e6:.0f} MB"


# Running


def run_once(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds: by the clock, and of all processors together."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed with {done.returncode}: {done.stderr.decode(errors='replace')}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, used


def peak_of(command: list[str], folder: Path) -> int:
    done = subprocess.run([sys.executable, "-c", PEAK, *command], cwd=folder, stdout=subprocess.PIPE, check=True)
    return int(done.stdout)


def in_turns(commands: dict[str, tuple[list[str], Path]], rounds: int) -> dict[str, Timing]:
    """Each command once a round, so that a busy moment hits all of them; memory first, which also warms the cache."""
    timings = {name: Timing(peak=peak_of(*row)) for name, row in commands.items()}
    for _ in range(rounds):
        for name, row in commands.items():
            wall, used = run_once(*row)
            timings[name].walls.append(wall)
            timings[name].processors.append(used)
    return timings


def find_ripgrep() -> str:
    beside = Path(sysconfig.get_path("scripts"), "rg")
    return shutil.which("rg") or (str(beside) if beside.exists() else "")


# What is compared


def searches(inside: Path, outside: Path, ripgrep: str) -> dict[str, tuple[list[str], Path]]:
    includes = [f"--include=*.{suffix}" for suffix in TEXT_SUFFIXES]
    rows = {
        "rg -il, git": ([ripgrep, "-il", "ollama"], inside),
        "git grep -il": (["git", "grep", "-il", "ollama"], inside),
        "audit, git": (AUDIT, inside),
        "rg -il, no git": ([ripgrep, "-il", "ollama"], outside),
        "grep -ri --include": (["grep", "-ri", *includes, "ollama", "."], outside),
        "audit, no git": (AUDIT, outside),
        "audit, a tenth": (AUDIT, inside.with_name("tenth")),
        "audit, one file": (AUDIT, inside.with_name("one")),
    }
    return {name: row for name, row in rows.items() if row[0][0]}


def report(timings: dict[str, Timing]) -> None:
    for name, timing in timings.items():
        base = timings.get("rg -il, no git" if "no git" in name or "grep -ri " in name else "rg -il, git")
        ratio = f"{timing.median / base.median:5.2f} x rg" if base else ""
        used = statistics.median(timing.processors)
        print(
            f"{name:22} {timing.median:7.3f} s  {ratio:12}  {used:6.2f} s of processors  {timing.peak / 1024:5.0f} MB"
        )


def verdicts(timings: dict[str, Timing]) -> Iterator[tuple[str, float, float]]:
    """What was promised: name, value, limit."""
    if "rg -il, git" in timings:
        yield "audit / rg, git", timings["audit, git"].median / timings["rg -il, git"].median, 1.6
        yield "audit / rg, no git", timings["audit, no git"].median / timings["rg -il, no git"].median, 2.2
    yield "audit / grep -ri, no git", timings["audit, no git"].median / timings["grep -ri --include"].median, 1.0
    yield "peak MB", max(timings["audit, git"].peak, timings["audit, no git"].peak) / 1024, 150.0


def exponent(timings: dict[str, Timing]) -> float:
    """t ~ files ** exponent, with what an audit of one file takes off both."""
    start = timings["audit, one file"].median
    grown = (timings["audit, git"].median - start) / max(timings["audit, a tenth"].median - start, 0.001)
    return math.log10(max(grown, 0.001))


def start_up(rounds: int) -> dict[str, Timing]:
    here = Path.cwd()
    python = [sys.executable]
    return in_turns(
        {
            "python -c pass": ([*python, "-c", "pass"], here),
            "migrate-vllm --help": ([*python, "-m", "migrate_vllm", "--help"], here),
            "migrate-vllm --version": ([*python, "-m", "migrate_vllm", "--version"], here),
        },
        rounds,
    )


def compare(home: Path, files: int, size: int, rounds: int) -> Iterable[tuple[str, float, float]]:
    inside, outside, tenth = prepare(home, files, size)
    print(f"{measure_of(outside)}; the small tree: {measure_of(tenth)}")
    timings = in_turns(searches(inside, outside, find_ripgrep()), rounds)
    report(timings)
    starts = start_up(rounds)
    nothing = starts["python -c pass"].median
    for name, timing in starts.items():
        print(f"{name:22} {timing.median:7.3f} s  {timing.median - nothing:+.3f} s")
    print(f"wall time ~ files ** {exponent(timings):.2f}")
    return verdicts(timings)


def matched(folder: Path, rounds: int) -> None:
    size = sum(place.stat().st_size for place in folder.rglob("*") if place.is_file() and not place.is_symlink())
    timing = in_turns({"audit": (AUDIT, folder)}, rounds)["audit"]
    print(f"{folder.name}: {size / 1e6:.1f} MB in {timing.median:.2f} s: {size / 1e6 / timing.median:.1f} MB/s, "
          f"{timing.peak / 1024:.0f} MB of memory")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=50_000, help="at least so many")
    parser.add_argument("--megabytes", type=int, default=500, help="at least so many")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="folder to build in, and to find the trees in next time")
    parser.add_argument("--matched", type=Path, help="a tree in which (nearly) everything matches")
    wishes = parser.parse_args()
    if wishes.matched:
        matched(wishes.matched, wishes.rounds)
        return
    with tempfile.TemporaryDirectory(prefix="audit-benchmark-") as scratch:
        # as after an installation, where everything is compiled already; a checkout is left as it is
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(scratch, "compiled"))
        promised = compare(wishes.keep or Path(scratch), wishes.files, wishes.megabytes * 10**6, wishes.rounds)
        for name, value, limit in promised:
            print(f"{name:26} {value:7.2f}  at most {limit:g}: {'yes' if value <= limit else 'NO'}")


if __name__ == "__main__":
    main()
