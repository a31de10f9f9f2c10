"""Whatever stands in a repository: each format stays valid, and nothing in it acts on a terminal or a browser."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migrate_vllm.model import Report
from migrate_vllm.report import RENDERERS, Options, render

from .checks import CONTROLS, COUNTS
from .hostile import reports

options = st.builds(
    Options,
    show_all=st.booleans(),
    prefix=st.sampled_from(["", "services/a b"]),
    width=st.integers(1, 200),
    color=st.booleans(),
    quiet=st.booleans(),
    statistics=st.booleans(),
    all_lines=st.booleans(),
    why=st.booleans(),
    limit=st.integers(0, 3),
    max_files=st.integers(0, 3),
)
slow = settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.mark.parametrize("name", [name for name in RENDERERS if name != "text"])
@given(report=reports, options=options)
@slow
def test_a_hostile_report_stays_valid(name: str, report: Report, options: Options) -> None:
    wanted = report.references if options.show_all else report.open
    output = render(report, name, options)
    output.encode()
    assert COUNTS[name](output) == len(wanted)


@given(report=reports, options=options)
@slow
def test_a_hostile_report_sends_nothing_to_the_terminal_but_our_own_colours(report: Report, options: Options) -> None:
    output = render(report, "text", options)
    output.encode()
    own = re.sub(r"\x1b\[[0-9;]*m", "", output) if options.color else output
    assert not CONTROLS.search(own)
