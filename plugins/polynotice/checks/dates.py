"""Dates of a text, as its language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from polynotice.core.conventions import Conventions

Value = tuple[str, frozenset[str]]
"""A number as it is written, and every value that this can mean."""


def without_dates(text: str, conventions: Conventions) -> tuple[str, list[Value]]:
    """The text without its dates, and those as year-month-day."""
    dates: list[Value] = []
    if not _YEAR.search(text):
        return text, dates

    def note(match: re.Match[str]) -> str:
        meanings = set(_meanings(match, conventions))
        if not meanings:
            return match[0]
        dates.append((match[0].strip(), frozenset(meanings)))
        return " "

    for pattern in (_YEAR_FIRST, _YEAR_LAST, *_named_dates(conventions)):
        text = pattern.sub(note, text)
    return text, dates


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?[-./年년]\s?(?P<month>\d{1,2})\s?[-./月월]\s?(?P<day>\d{1,2})(?!\d)[日일.]?"
)
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})(?P<sign>[./-])\s?(?P<second>\d{1,2})(?P=sign)\s?(?P<year>\d{4})(?!\d)"
)


def _named_dates(conventions: Conventions) -> list[re.Pattern[str]]:
    """17 December 2025, December 17, 2025 and 2025. december 17., with what may stand between."""
    return _patterns_of(tuple(conventions.months)) if conventions.months else []


@cache
def _patterns_of(months: tuple[str, ...]) -> list[re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    month = rf"(?<!\w)(?:ngày\s+)?(?:ב|ta[’']\s?)?(?P<month>{names})"
    day, year = r"(?P<day>\d{1,2})(?!\d)", r"(?P<year>\d{4})(?!\d)"
    ending = r"(?:\.|er|st|nd|rd|th|º|ª|)"
    link = r"[\s,]*(?:(?:de|del|năm|ta[’']|г\.)\s+)?"
    forms = (
        rf"(?<!\d)(?:ngày\s+)?{day}{ending}{link}{month}{link}{year}",
        rf"{month}\s+{day}{ending},?\s+{year}",
        rf"(?<!\d){year}\.?\s*(?:m\.\s*)?{month}\s+{day}(?:\.|\s+d\.)?",
    )
    return [re.compile(form, re.IGNORECASE) for form in forms]


def _meanings(match: re.Match[str], conventions: Conventions) -> Iterator[str]:
    """Each date that a matched text can mean, as year-month-day."""
    found = match.groupdict()
    year = int(found["year"])
    if "first" in found:
        first, second = int(found["first"]), int(found["second"])
        # English writes both 5/1 and 1/5 for the first of May; other languages day before month.
        orders = [(second, first)]
        if conventions.lang.split("-")[0] == "en":
            orders.append((first, second))
        pairs = orders
    elif found["month"].isdigit():
        pairs = [(int(found["month"]), int(found["day"]))]
    else:
        pairs = [(conventions.months.get(found["month"].lower(), 0), int(found["day"]))]
    for month, day in pairs:
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield f"{year}-{month}-{day}"


_SPAN = 24
"""The most letters between the day and the year of one date."""


def is_same_date(date: str, text: str, conventions: Conventions) -> bool:
    """Whether the text has that day and year in one phrase, and no name of another month there.

    `date` is year-month-day. For dates in forms that no pattern knows: "15. avgusta 2019",
    "2019ko abuztuaren 15etik", "Sept 16, 2022".
    """
    year, month, day = date.split("-")
    number, of_year = rf"(?<!\d)0?{day}(?!\d)", rf"(?<!\d){year}(?!\d)"
    between = rf"[^\d.;()]{{0,{_SPAN}}}(?:(?<!\d)0?{month}(?!\d)[^\d;()]{{0,{_SPAN}}})?"
    around = r"(?<!\w)[^\W\d]*\.?\s*"
    # A day's ordinal may be followed by a full stop.
    for first, second in ((number, of_year), (of_year, number)):
        form = rf"{around}{first}\.?{between}\.?{between}{second}(?:\s*[^\W\d]+)?"
        for match in re.finditer(form, text):
            named = _months_named(match[0], conventions)
            if not named or int(month) in named:
                return True
    return False


def _months_named(phrase: str, conventions: Conventions) -> set[int]:
    """The months whose names, or the beginnings of whose names, stand in the phrase."""
    beginnings = {word[:_STEM] for word in re.findall(r"[^\W\d_]{3,}", phrase.lower())}
    return {number for name, number in conventions.months.items() if name[:_STEM] in beginnings}


_STEM = 4
"""As many letters of a month's name stay, whatever grammar does to its end."""
