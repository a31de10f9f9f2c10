from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from migrate_vllm.baseline import Baseline, Entry
from migrate_vllm.config import Settings, load_settings, read_baseline, source_name, with_flags, write_baseline
from migrate_vllm.gate import FailOn
from migrate_vllm.keep_rules import KeepRule
from migrate_vllm.model import MigrateError

ALL_KEYS = """\
include = ["src/", "*.yml"]
exclude = ["docs/"]
max-size = "2 MB"
fail-on = "text"
own-names = ["chatollama"]
baseline = "ci/baseline.json"
jobs = 3

[[keep]]
kind = "provider-id"
path = "src/legacy/**"
text = "ollama"
reason = "both providers stay"

[[keep]]
reason = "all of it"

[models]
"llama3.1:8b" = "meta-llama/Llama-3.1-8B-Instruct"
"""


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def refused(folder: Path, text: str) -> str:
    file = write(folder / "migrate-vllm.toml", text)
    with pytest.raises(MigrateError) as error:
        load_settings(folder)
    message = str(error.value)
    assert message.startswith(str(file))
    return message.removeprefix(str(file))


def test_every_key_is_read(tmp_path: Path) -> None:
    file = write(tmp_path / "migrate-vllm.toml", ALL_KEYS)
    assert load_settings(tmp_path) == Settings(
        include=("src/", "*.yml"),
        exclude=("docs/",),
        max_size=2_000_000,
        fail_on=FailOn.TEXT,
        own_names=("chatollama",),
        keep=(KeepRule("both providers stay", "provider-id", "src/legacy/**", "ollama"), KeepRule("all of it")),
        baseline=tmp_path / "ci/baseline.json",
        jobs=3,
        models=(("llama3.1:8b", "meta-llama/Llama-3.1-8B-Instruct"),),
        source=file,
    )


def test_a_repository_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_pyproject_has_the_keys_in_its_table(tmp_path: Path) -> None:
    file = write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n\n[tool.migrate-vllm]\njobs = 2\n')
    assert load_settings(tmp_path) == Settings(jobs=2, source=file)


def test_our_own_file_wins_over_pyproject(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.migrate-vllm]\njobs = 2\n")
    assert load_settings(write(tmp_path / "migrate-vllm.toml", "jobs = 4\n").parent).jobs == 4


def test_our_own_file_may_have_the_table_too(tmp_path: Path) -> None:
    write(tmp_path / "migrate-vllm.toml", "[tool.migrate-vllm]\njobs = 4\n")
    assert load_settings(tmp_path).jobs == 4


def test_a_sub_folder_has_the_nearest_file_above_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "migrate-vllm.toml", "jobs = 1\n")
    write(tmp_path / "packages/migrate-vllm.toml", "jobs = 2\n")
    write(tmp_path / "packages/app/pyproject.toml", '[project]\nname = "app"\n')
    file = write(tmp_path / "packages/app/src/main.py", "")
    assert [load_settings(path).jobs for path in (tmp_path, tmp_path / "packages", file.parent, file)] == [1, 2, 2, 2]


def test_nothing_above_the_git_root_is_read(tmp_path: Path) -> None:
    write(tmp_path / "migrate-vllm.toml", "jobs = 1\n")
    write(tmp_path / "repository/.git", "gitdir: elsewhere\n")
    write(tmp_path / "repository/src/a.py", "")
    assert load_settings(tmp_path / "repository/src") == Settings()


def test_nothing_above_the_folder_is_read_outside_git(tmp_path: Path) -> None:
    write(tmp_path / "migrate-vllm.toml", "jobs = 1\n")
    (tmp_path / "src").mkdir()
    assert load_settings(tmp_path / "src") == Settings()


def test_a_file_that_is_named_is_the_only_one_read(tmp_path: Path) -> None:
    write(tmp_path / "migrate-vllm.toml", "jobs = 1\n")
    named = write(tmp_path / "ci/strict.toml", 'fail-on = "text"\nbaseline = "b.json"\n')
    assert load_settings(tmp_path, named) == Settings(fail_on=FailOn.TEXT, baseline=tmp_path / "ci/b.json", source=named)


def test_a_file_that_is_named_must_be_there_and_ours(tmp_path: Path) -> None:
    with pytest.raises(MigrateError, match=r"The configuration file .*x\.toml doesn't exist\."):
        load_settings(tmp_path, tmp_path / "x.toml")
    with pytest.raises(MigrateError, match=r"pyproject\.toml has no \[tool\.migrate-vllm\] table\."):
        load_settings(tmp_path, write(tmp_path / "pyproject.toml", "[project]\n"))


def test_a_broken_pyproject_that_is_not_about_us_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[project\n")
    assert load_settings(tmp_path) == Settings()


def test_a_byte_order_mark_and_dos_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "migrate-vllm.toml").write_bytes(b"\xef\xbb\xbfjobs = 2\r\nfail-on = 'never'\r\n")
    assert load_settings(tmp_path).fail_on is FailOn.NEVER


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("jobs = 1\ninclude = [\n", " is not TOML: Invalid value (at end of document)"),
        ("jobs = 1\njobs = = 2\n", " is not TOML: Invalid value (at line 2, column 8)"),
        ("maxsize = 3", ": there is no key `maxsize`; did you mean `max-size`?"),
        ("max_size = 3", ": there is no key `max_size`; did you mean `max-size`?"),
        ("xyzzy = 3", ": there is no key `xyzzy`; keys are include, exclude, max-size, fail-on, own-names, keep, baseline, jobs, models"),
        ('include = "src"', ': `include`: expected a list of strings, not "src"'),
        ("exclude = [1]", ": `exclude`: expected a list of strings, not [1]"),
        ('max-size = "big"', ': `max-size`: expected a number of bytes or a size such as "2 MB", not "big"'),
        ("max-size = 0", ": `max-size`: expected a number of at least 1, not 0"),
        ("max-size = 1.5", ': `max-size`: expected a number of bytes or a size such as "2 MB", not 1.5'),
        ("jobs = true", ": `jobs`: expected a number of at least 1, not true"),
        ('jobs = "2"', ': `jobs`: expected a number of at least 1, not "2"'),
        ("jobs = 2026-01-01", ': `jobs`: expected a number of at least 1, not "2026-01-01"'),
        ('fail-on = "all"', ': `fail-on`: expected one of change, text and never, not "all"'),
        ("fail-on = []", ": `fail-on`: expected one of change, text and never, not []"),
        ('baseline = ""', ': `baseline`: expected a string that isn\'t empty, not ""'),
        ("models = []", ": `models`: expected a table of strings, not []"),
        ("[models]\na = 1", ': `models`: expected a table of strings, not {"a": 1}'),
        ('[keep]\nreason = "x"', ': `keep`: expected an array of tables, written [[keep]], not {"reason": "x"}'),
        ('keep = ["x"]', ': `keep[0]`: expected a table, not "x"'),
        ('[[keep]]\nkind = "import"', ": `keep[0]`: a `reason` is missing"),
        ('[[keep]]\nreason = "x"\n[[keep]]\nreason = 1', ": `keep[1].reason`: expected a string that isn't empty, not 1"),
        ('[[keep]]\nreason = "x"\nkinds = "a"', ": `keep[0]`: there is no key `kinds`; did you mean `kind`?"),
        ('[[keep]]\nreason = "x"\nkind = "imports"', ": `keep[0].kind`: there is no kind `imports`; did you mean `import`?"),
        ("[tool]\nmigrate-vllm = 1", ": `tool.migrate-vllm`: expected a table, not 1"),
    ],
)
def test_what_is_wrong_is_an_error_that_says_what_was_expected(tmp_path: Path, text: str, message: str) -> None:
    assert refused(tmp_path, text) == message


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "migrate-vllm.toml").write_bytes(b"\xff")
    with pytest.raises(MigrateError, match=r"The configuration file .* can't be read: 'utf-8' codec"):
        load_settings(tmp_path)


def test_a_size_may_have_a_unit(tmp_path: Path) -> None:
    sizes = {"300": 300, "1k": 1000, "1.5 MB": 1_500_000, "2GiB": 2_000_000_000}
    for text, size in sizes.items():
        write(tmp_path / "migrate-vllm.toml", f'max-size = "{text}"')
        assert load_settings(tmp_path).max_size == size


def test_flags_win_over_the_file() -> None:
    settings = Settings(("src/",), ("docs/",), 10, FailOn.TEXT, ("mine",), (KeepRule("why"),), Path("a.json"), 3)
    assert with_flags(settings) == settings
    flags = with_flags(settings, include=("a/",), exclude=("b/",), max_size=5, fail_on="never", baseline=Path("b.json"), jobs=2)
    assert flags == Settings(("a/",), ("docs/", "b/"), 5, FailOn.NEVER, ("mine",), (KeepRule("why"),), Path("b.json"), 2)


def test_a_flag_that_is_wrong_is_an_error() -> None:
    with pytest.raises(MigrateError) as error:
        with_flags(Settings(), fail_on="all")
    assert str(error.value) == '`--fail-on`: expected one of change, text and never, not "all"'
    with pytest.raises(MigrateError) as error:
        with_flags(Settings(), jobs=-1)
    assert str(error.value) == "`--jobs`: expected a number of at least 1, not -1"


def test_a_report_names_the_file_relative_to_what_was_scanned(tmp_path: Path) -> None:
    settings = Settings(source=tmp_path / "pyproject.toml")
    assert source_name(settings, tmp_path) == PurePosixPath("pyproject.toml")
    assert source_name(settings, tmp_path / "src") == PurePosixPath("../pyproject.toml")
    assert source_name(Settings(), tmp_path) == PurePosixPath("migrate-vllm.toml")


def test_a_baseline_is_written_and_read(tmp_path: Path) -> None:
    baseline = Baseline((Entry("caf\udce9.py", "import", "é", 2),))
    file = write(tmp_path / "baseline.json", "old")
    write_baseline(file, baseline)
    assert read_baseline(file) == baseline
    assert b"\r" not in file.read_bytes()
    assert list(tmp_path.iterdir()) == [file]


def test_a_baseline_that_is_missing_or_unreadable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MigrateError, match=r"The baseline .* doesn't exist\. Write it with --write-baseline\."):
        read_baseline(tmp_path / "b.json")
    with pytest.raises(MigrateError, match=r"The baseline .* can't be read: "):
        read_baseline(tmp_path)
    (tmp_path / "b.json").write_bytes(b"\xff")
    with pytest.raises(MigrateError, match=r"The baseline .* can't be read: "):
        read_baseline(tmp_path / "b.json")


def test_a_baseline_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MigrateError, match=r"The baseline .* can't be written: No such file or directory\."):
        write_baseline(tmp_path / "missing/b.json", Baseline())
