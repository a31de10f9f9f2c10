"""The command line: each command once, each exit code once, and what holds for all of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import migrate_vllm

HIT = 'import ollama\n\nollama.chat(model="llama3.1:8b", messages=[])\n'


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "COLUMNS": "100", **environment}
    return subprocess.run(
        [sys.executable, "-m", "migrate_vllm", *map(str, arguments)], cwd=cwd, env=variables, capture_output=True, text=True, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(HIT)
    return tmp_path


def test_references_left_is_1(repository: Path):
    done = run("audit", "--format", "json", cwd=repository)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(r["line"], r["column"], r["kind"], r["need"], r["text"], r["codemod"]) for r in report["references"]] == [
        (1, 1, "import", "change", "import ollama", "ollama_python"),
        (3, 1, "sdk-call", "change", "ollama.chat", "ollama_python"),
        (3, 20, "model-tag", "change", "llama3.1:8b", "settings_python"),
    ]
    assert done.stderr == "migrate-vllm: 3 references left (3 to change)\n"


def test_nothing_left_is_0(tmp_path: Path):
    (tmp_path / "app.py").write_text("import openai\n")
    done = run("audit", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_usage_and_configuration_errors_are_2(repository: Path):
    assert run("audit", "--formt", "json", cwd=repository).returncode == 2
    assert run("audit", "--format", "sarfi", cwd=repository).stderr == (
        "error: --format 'sarfi' is none of text, json, sarif, github, gitlab, junit, rdjson, markdown, html. Did you mean sarif?\n"
    )
    (repository / "migrate-vllm.toml").write_text("exlude = []\n")
    done = run("audit", cwd=repository)
    assert (done.returncode, "exclude" in done.stderr, "Traceback" in done.stderr) == (2, True, False)
    assert run("audit", "--no-config", cwd=repository).returncode == 1


def test_a_path_that_is_not_there_is_2(tmp_path: Path):
    done = run("audit", "nowhere", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "error: nowhere is neither a folder nor a file.\n")


def test_nothing_to_scan_is_3(tmp_path: Path):
    assert run("audit", cwd=tmp_path).returncode == 3


def test_fail_on_and_exit_zero(tmp_path: Path):
    (tmp_path / "README.md").write_text("Runs on Ollama.\n")
    assert run("audit", cwd=tmp_path).returncode == 0
    assert run("audit", "--fail-on", "text", cwd=tmp_path).returncode == 1
    assert run("audit", "--fail-on", "text", "--exit-zero", cwd=tmp_path).returncode == 0
    assert run("audit", "--fail-on", "nonsense", cwd=tmp_path).returncode == 2


def test_several_formats_in_one_run_and_the_files_they_go_to_are_not_scanned(repository: Path):
    arguments = ("audit", "--format", "json", "--format", "sarif=out/a.sarif", "--format", "html=out/a.html")
    assert run(*arguments, cwd=repository).returncode == 2, "the folder isn't there"
    (repository / "out").mkdir()
    first, second = run(*arguments, cwd=repository), run(*arguments, cwd=repository)
    assert first.stdout == second.stdout
    assert sorted(path.name for path in (repository / "out").iterdir()) == ["a.html", "a.sarif"]
    assert run("audit", "-f", "json", "-f", "sarif", cwd=repository).returncode == 2


@pytest.mark.parametrize("name", ["typer", "rich", "codemods", "tests", "jinja2", "tree_sitter", "migrate_vllm_codemods", "git"])
def test_nothing_of_the_scanned_repository_is_imported(repository: Path, name: str):
    (repository / name).mkdir()
    (repository / name / "__init__.py").write_text("raise SystemExit('imported')\n")
    (repository / f"{name}_too.py").write_text("")
    done = run("audit", "--quiet", cwd=repository)
    assert (done.returncode, "imported" in done.stdout + done.stderr) == (1, False)


def test_the_same_output_from_any_working_directory(repository: Path, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    outputs = {
        run("audit", "-f", "json", cwd=repository).stdout,
        run("audit", repository, "-f", "json", cwd=elsewhere).stdout,
        run("audit", ".", "-f", "json", cwd=repository, PYTHONHASHSEED="7").stdout,
    }
    assert len(outputs) == 1


def test_why_shows_the_way_to_what_does_not_say_ollama(tmp_path: Path):
    (tmp_path / "client.py").write_text("import ollama\n\n\ndef ask(text):\n    return ollama.chat(model='llama3.1:8b', messages=text)\n")
    (tmp_path / "app.py").write_text('from client import ask\n\nprint(ask([])["message"])\n')
    shown = {arguments: run("audit", *arguments, cwd=tmp_path).stdout.split("\n\n")[0].splitlines()[-3:] for arguments in ((), ("--why",))}
    line = '     3:16  print(ask([])["message"])'
    assert shown[()][-2:] == [line, "                          ^^^^^^^  via client.py:5"]
    assert shown[("--why",)][1:] == [
        "     from  client.py:1  `ollama`",
        "        →  client.py:5  the client library → the call `chat` → the answer of `chat`",
    ]


def test_a_baseline_covers_what_is_there_and_nothing_new(repository: Path):
    assert run("audit", "--write-baseline", cwd=repository).returncode == 0
    assert run("audit", "--baseline", "migrate-vllm-baseline.json", cwd=repository).returncode == 0
    (repository / "app.py").write_text("# moved\n" + HIT + 'ollama.chat(model="llama3.1:8b", messages=[])\n')
    done = run("audit", "--baseline", "migrate-vllm-baseline.json", "-f", "json", cwd=repository)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [r["line"] for r in report["references"] if "exemption" not in r or r["exemption"] is None] == [5, 5]
    assert run("audit", "--write-baseline", "--staged", cwd=repository).returncode == 2


def test_explain(tmp_path: Path):
    done = run("explain", "num_ctx", cwd=tmp_path)
    assert (done.returncode, "--max-model-len" in done.stdout) == (0, True)
    wrong = run("explain", "num_ctxx", cwd=tmp_path)
    assert (wrong.returncode, wrong.stderr) == (2, "error: Nothing is known of 'num_ctxx'. Did you mean num_ctx?\n")
    assert run("explain", cwd=tmp_path).stdout.count("\n") > 20


def test_version_and_help(tmp_path: Path):
    assert run("--version", cwd=tmp_path).stdout == f"migrate-vllm {migrate_vllm.__version__}\n"
    assert "Exit codes: 0 nothing left, 1 references left" in " ".join(run("--help", cwd=tmp_path).stdout.split())


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], ["tree_sitter", "rich", "jinja2", "pathspec", "json"]),
        (["audit", "-f", "json"], ["libcst", "ruamel", "git", "rich", "jinja2", "markdown_it", "httpx"]),
    ],
)
def test_heavy_modules_are_not_imported_unless_needed(repository: Path, arguments: list[str], absent: list[str]):
    code = (
        "import sys\nfrom migrate_vllm.cli import main\n"
        f"sys.argv = ['migrate-vllm', *{arguments!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {absent!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_an_error_of_its_own_is_4_and_shows_no_traceback_unless_asked(repository: Path):
    code = (
        "import sys, migrate_vllm.audit as module\n"
        "def broken(*_): raise ZeroDivisionError('boom')\n"
        "module.scan = broken\n"
        "from migrate_vllm.cli import main\nsys.argv = ['migrate-vllm', 'audit', *sys.argv[1:]]\nmain()"
    )
    quiet = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=False)
    loud = subprocess.run([sys.executable, "-c", code, "--debug"], cwd=repository, capture_output=True, text=True, check=False)
    assert (quiet.returncode, quiet.stderr) == (
        4, "internal error: ZeroDivisionError: boom\nThis is a bug of migrate-vllm. --debug shows where.\n",
    )  # fmt: skip
    assert (loud.returncode, "Traceback" in loud.stderr) == (4, True)


def test_the_audit_opens_no_connection(repository: Path):
    code = (
        "import sys\n"
        "def hook(event, arguments):\n"
        "    if event.startswith('socket.'): print('NETWORK', event, file=sys.stderr)\n"
        "sys.addaudithook(hook)\n"
        "from migrate_vllm.cli import main\nsys.argv = ['migrate-vllm', 'audit', '-f', 'html']\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=False)
    assert "NETWORK" not in done.stderr
    assert "<html" in done.stdout
