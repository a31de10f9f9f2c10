"""Python sources lowered and printed, for the tests."""

from textwrap import dedent

from migrate_vllm.flow.python import lower_python
from tests.flow.printing import printed


def lowered(source: str) -> list[str]:
    data = dedent(source).strip().encode()
    return printed(lower_python(data), data)
