"""Whether a place belongs to the program itself, to its CI or to its tests. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from migrate_vllm.flow.given import Where
from migrate_vllm.flow.mocking import is_test
from migrate_vllm.survey.nouns import Scope

_CI = re.compile(r"^(\.github|\.gitlab-ci|\.circleci|\.woodpecker|azure-pipelines|\.buildkite|\.drone)")
_SCOPES = tuple(Scope)


def scope_of(path: PurePosixPath) -> Scope:
    if _CI.match(str(path)):
        return Scope.CI
    return Scope.TEST if is_test(path) else Scope.APP


def by_scope(places: Iterable[Where]) -> tuple[Where, ...]:
    """Each once, the program's first."""
    return tuple(sorted(set(places), key=lambda where: (rank(scope_of(where.path)), where)))


def rank(scope: Scope) -> int:
    return _SCOPES.index(scope)
