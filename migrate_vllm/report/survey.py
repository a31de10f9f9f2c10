"""The survey as a page for a terminal: what to decide, the servers to start, then what was found. Pure: rich writes into a string."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import PurePosixPath
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from migrate_vllm.facts.env import SERVER_VARIABLES
from migrate_vllm.flow.given import Given, Where
from migrate_vllm.report.safe import clip, visible
from migrate_vllm.survey.decisions import said
from migrate_vllm.survey.nouns import Feature, ModelUse, Scope, Setting, Survey, Variable
from migrate_vllm.survey.servers import line

_Row = tuple[tuple[str, ...], tuple[str, ...]]
"""cells, and the last one in several forms, the longest first"""
_OPTION = re.compile(r"--\S+ (?!--)\S+|\S+")
_INDENT = 2
_LEAST = 12
"""columns that a last cell must have to be shown in part"""
_MOST_ROWS = 12
_MOST_VALUES = 3
_SHOWN_ROLES = ("address", "model", "context")
_SCOPES = {Scope.APP: "", Scope.CI: "CI alone", Scope.TEST: "tests alone"}
_LANGUAGES = {"python": "Python", "typescript": "TypeScript", "javascript": "JavaScript", "tsx": "TSX", "vue": "Vue", "csharp": "C#", "php": "PHP"}


def survey_page(survey: Survey, width: int = 100, color: bool = False) -> str:
    """The most important first; ends in a line feed."""
    out = StringIO()
    console = Console(
        file=out, width=width, color_system="standard" if color else None, force_terminal=color, no_color=not color, highlight=False, markup=False,
        emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for row in _page(survey, width):
        console.print(row, soft_wrap=True)
    return out.getvalue()


def _page(survey: Survey, width: int) -> Iterator[Text]:
    sections = (
        ("To decide", _decisions(survey, width)),
        ("Servers to start", _servers(survey, width)),
        ("Models", _models(survey, width)),
        ("Addresses and variables", _variables(survey, width)),
        ("Options of requests", _settings(survey, width)),
        ("Used of Ollama", _features(survey, width)),
        ("Program", _program(survey, width)),
    )
    shown = [(title, rows) for title, given in sections if (rows := list(given))]
    for number, (title, rows) in enumerate(shown):
        if number:
            yield Text()
        yield Text(title, "bold")
        yield from rows


# -- sections


def _decisions(survey: Survey, width: int) -> Iterator[Text]:
    for number, decision in enumerate(survey.decisions[:_MOST_ROWS], 1):
        yield from _hanging(f"{number:>3}  ", decision, width, "bold yellow")
    yield from _more(len(survey.decisions))


def _servers(survey: Survey, width: int) -> Iterator[Text]:
    for server in survey.servers:
        if server.command:
            yield from _command(line(server), width)
        else:
            perhaps = f"; perhaps {server.model.repo}" if server.model is not None and server.model.supported else ""
            yield Text.assemble(f"  {visible(', '.join(server.tags))}: ", (f"your decision, on port {server.port}{perhaps}", "yellow"))
        if server.remark:
            yield Text(f"      {clip('# ' + server.remark, width - 6)}", "dim")


def _models(survey: Survey, width: int) -> Iterator[Text]:
    rows = [_model(use) for use in survey.models if use.scope is not Scope.TEST]
    yield from _table(rows, width)
    tests = [use.tag for use in survey.models if use.scope is Scope.TEST]
    if tests:
        yield Text(f"  {clip('in tests alone: ' + ', '.join(map(visible, tests)), width - 2)}", "dim")
    if survey.open_uses:
        yield Text(f"  asked of a model that is chosen while the program runs: {', '.join(survey.open_uses)}", "dim")


def _model(use: ModelUse) -> _Row:
    stands_for = use.model.repo if use.model is not None else "unknown"
    doubt = "" if use.model is None or use.model.confidence == "high" else f" ({use.model.confidence})"
    uses = _SCOPES[use.scope] or ", ".join(use.uses) or "named alone"
    where = (", ".join(use.variables), *_forms(use.places)) if use.variables else _forms(use.places)
    return (visible(use.tag), f"{stands_for}{doubt}", f"{len(use.places):>3}×"), (*(f"{uses};  {visible(each)}" for each in where), uses)


def _variables(survey: Survey, width: int) -> Iterator[Text]:
    rows = [_variable(variable, width * 2 // 5) for variable in survey.variables if variable.role in _SHOWN_ROLES]
    yield from _table(rows, width)
    others = [variable.name for variable in survey.variables if variable.role not in _SHOWN_ROLES]
    if others:
        yield Text(f"  {clip('also: ' + ', '.join(map(visible, others)), width - 2)}", "dim")
    unnamed = {variable_value for variable in survey.variables for variable_value in _values(variable)}
    fixed = [given for given in survey.addresses if given.value not in unnamed]
    for value, given in _grouped(fixed):
        yield Text(f"  {clip(f'{visible(value)}, written in {visible(said(tuple(each.where for each in given)))}', width - 2)}")


def _variable(variable: Variable, room: int) -> _Row:
    known = list(dict.fromkeys(_values(variable)))
    values = ", ".join(clip(visible(value), 34) for value in known[:2]) + (f" and {len(known) - 2} more" if len(known) > 2 else "") or "-"
    set_in = len({given.where for given in variable.definitions})
    by = "the client" if variable.name == "OLLAMA_HOST" else "Ollama"
    read = f"read {len(variable.reads)}×" if variable.reads or variable.name not in SERVER_VARIABLES else f"read by {by}"
    return (visible(variable.name), clip(values, room), f"set {set_in}×, {read}"), _forms((*variable.reads, *(given.where for given in variable.definitions)), 1)


def _values(variable: Variable) -> list[str]:
    return [given.value for given in (*variable.defaults, *variable.definitions) if given.value]


def _settings(survey: Survey, width: int) -> Iterator[Text]:
    if survey.context:
        largest = survey.context[0]
        yield from _hanging("  num_ctx ", f"at most {largest.value} ({said((largest.where,))}), which becomes --max-model-len", width, "bold")
    rest = [_setting(setting) for setting in survey.settings if setting.name != "num_ctx"]
    for row in wrap(";  ".join(rest), max(width - 2, 20), break_on_hyphens=False):
        yield Text(f"  {visible(row)}")


def _setting(setting: Setting) -> str:
    values = list(dict.fromkeys(given.value for given in setting.values))
    shown = ", ".join(clip(value, 12) for value in values[:_MOST_VALUES]) or "not known"
    return f"{setting.name} {shown}" + (f" and {len(values) - _MOST_VALUES} more" if len(values) > _MOST_VALUES else "")


def _features(survey: Survey, width: int) -> Iterator[Text]:
    yield from _table([_feature(feature) for feature in survey.features], width, len(survey.features))


def _feature(feature: Feature) -> _Row:
    return (feature.name, f"{len(feature.places):>3}×", feature.becomes or "nothing"), _forms(feature.places)


def _program(survey: Survey, width: int) -> Iterator[Text]:
    languages = ", ".join(f"{_LANGUAGES.get(name, name.capitalize())} {count}" for name, count in survey.code.languages[:6])
    roots = ", ".join("." if str(root) == "." else f"{root}/" for root in survey.code.roots)
    parts = [languages and f"{languages} files", " and ".join(survey.code.systems) and f"modules: {', '.join(survey.code.systems)}",
             roots and f"imports begin in {roots}", survey.own_names and f"own names stay: {', '.join(survey.own_names)}"]  # fmt: skip
    for row in wrap(";  ".join(part for part in parts if part), max(width - 2, 20), break_on_hyphens=False):
        yield Text(f"  {visible(row)}", "dim")


# -- shapes


def _hanging(lead: str, text: str, width: int, style: str) -> Iterator[Text]:
    rows = wrap(visible(text), max(width - len(lead), 20), break_on_hyphens=False, break_long_words=False)
    for number, row in enumerate(rows):
        yield Text.assemble((lead, style) if not number else " " * len(lead), row)


def _command(text: str, width: int) -> Iterator[Text]:
    """A command over several lines, ready to be pasted; a value stays on the line of its option."""
    rows = [""]
    for part in _OPTION.findall(text):
        if rows[-1] and len(rows[-1]) + len(part) + 9 > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {part}".strip()
    for number, row in enumerate(rows):
        yield Text(f"{' ' * (_INDENT + 4 * bool(number))}{visible(row)}{' ' + chr(92) if number < len(rows) - 1 else ''}", "green")


def _table(rows: Sequence[_Row], width: int, most: int = _MOST_ROWS) -> Iterator[Text]:
    """Columns as wide as their widest cell; the last takes what is left of the line, in the first of its forms that fits."""
    shown = rows[:most]
    widths = [max(len(cells[number]) for cells, _ in shown) for number in range(len(shown[0][0]))] if shown else []
    for cells, last in shown:
        lead = "  ".join(("", *(f"{cell:<{size}}" for cell, size in zip(cells, widths, strict=True)), ""))
        room = max(width - len(lead), 0)
        fitting = next((form for form in last if len(form) <= room), clip(last[-1], room) if room > _LEAST else "")
        yield _row(lead, widths[0] + 2, fitting, width)
    yield from _more(len(rows), len(shown))


def _row(lead: str, first: int, last: str, width: int) -> Text:
    row = Text.assemble((lead[:first], "bold"), lead[first:], (last, "dim"))
    row.rstrip()
    row.truncate(width, overflow="ellipsis")
    return row


def _forms(places: tuple[Where, ...], most: int = 3) -> tuple[str, ...]:
    """The places, as many as there is room for; at last the first one's file alone."""
    if not places:
        return ("",)
    short = places[0]._replace(path=PurePosixPath(places[0].path.name))
    whole = (said(places, number) for number in range(most, 0, -1)) if most > 1 else (said(places[:1]),)
    return tuple(map(visible, (*whole, said((short, *places[1:]), 1) if most > 1 else said((short,)), said((short,)))))


def _more(count: int, shown: int = _MOST_ROWS) -> Iterator[Text]:
    if count > shown:
        yield Text(f"  … and {count - shown:,} more", "dim")


def _grouped(given: Iterable[Given]) -> list[tuple[str, list[Given]]]:
    groups: dict[str, list[Given]] = {}
    for each in given:
        groups.setdefault(each.value, []).append(each)
    return sorted(groups.items())
