"""What all tests share."""

import os

import pytest
from hypothesis import settings

# In CI a failure must come from the change, not from a lucky example or a busy machine; elsewhere the search goes on.
settings.register_profile("search", deadline=None)
settings.register_profile("ci", parent=settings.get_profile("search"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "search")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="write recorded outputs and reference pages anew")
