"""The day for which a site is made, where the environment says it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.notice.as_of import AS_OF, HINT, day_of


def with_day(options: Mapping[str, object]) -> Mapping[str, object]:
    """The plugin's options with the day that the environment says, if it says a day."""
    day = day_of(os.environ.get(AS_OF))
    return options if day is None else {**options, "as_of": day}


def day_problems() -> Iterator[Problem]:
    """What is wrong with the environment variable."""
    value = os.environ.get(AS_OF)
    if value and day_of(value) is None:
        message = f'The environment variable {AS_OF} is "{value}".'
        yield Problem(code="bad-setting", span=Span(AS_OF), message=message, hint=HINT)
