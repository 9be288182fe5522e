"""The day for which a site is made: the option `as_of`, which stands in for a clock."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from polynotice.files.yaml_source import Place

AS_OF = "POLYNOTICE_AS_OF"
"""The environment variable that says it, too, and goes before the option."""

AsOf = datetime.date | None
"""`None` stands for the day on which the newest release is in force."""


def read_as_of(value: object, add: Callable[[Place, str, str], None]) -> AsOf:
    """Understands the option; `add` takes the place, the message and the hint of a mistake."""
    if value is None:
        return None
    day = day_of(value)
    if day is None:
        add(("as_of",), f"`as_of` takes a day, not {value!r}.", HINT)
    return day


HINT = "Write a day such as 2027-03-01."


def day_of(value: object) -> AsOf:
    """A day, as `2027-03-01` or as YAML makes of it.

    >>> day_of("2027-03-01"), day_of("2027-02-30"), day_of("20270301"), day_of(5)
    (datetime.date(2027, 3, 1), None, None, None)
    """
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None
