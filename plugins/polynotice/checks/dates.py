"""Dates of a text, as its language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from polynotice.core.conventions import Conventions, small

Value = tuple[str, frozenset[str]]
"""A number as it is written, and every value that this can mean."""


def without_dates(text: str, conventions: Conventions) -> tuple[str, list[Value]]:
    """The text without its dates, and those as year-month-day; 0 where no year or day is given."""
    dates: list[Value] = []

    def note(match: re.Match[str]) -> str:
        meanings = set(_meanings(match, conventions))
        if not meanings:
            return match[0]
        dates.append((match[0].strip(), frozenset(meanings)))
        return " "

    has_year = _YEAR.search(text) is not None
    named = _named_in(conventions)
    if named and not named.any_month.search(text):
        named = None
    for pattern in (_YEAR_FIRST, _YEAR_LAST, *(named.whole if named else ())) if has_year else ():
        text = pattern.sub(note, text)
    for pattern in _IDEOGRAPHIC if "月" in text or "월" in text else ():
        text = pattern.sub(note, text)
    return _without_parts(text, named, conventions, dates) if named else text, dates


def _without_parts(text: str, named: _Named, conventions: Conventions, dates: list[Value]) -> str:
    """The text without "18 March", "March 18" and "March 2025", which are added to the dates."""
    for match in reversed(list(named.any_month.finditer(text))):
        number = _number_of(match["month"], conventions)
        before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() :]
        for pattern, piece in _BESIDE:
            match_beside = pattern.search(before) if piece == "before" else pattern.match(behind)
            year, day = _year_and_day(match_beside) if match_beside else (0, 0)
            if not (match_beside and (year or 1 <= day <= 31)):
                continue
            start = match.start() - (len(match_beside[0]) if piece == "before" else 0)
            end = match.end() + (len(match_beside[0]) if piece == "behind" else 0)
            dates.append((text[start:end].strip(), frozenset({f"{year}-{number}-{day}"})))
            text = f"{text[:start]} {text[end:]}"
            break
    return text


def _year_and_day(match: re.Match[str]) -> tuple[int, int]:
    number = int(match["number"])
    return (number, 0) if len(match["number"]) == 4 else (0, number)


_NEAR = 24
"""As many letters before a month hold its day or year."""

_LINK = r"[\s,]*(?:(?:of|de|del|năm|ta[’']|г\.)\s+)?"
_NO_MORE = r"(?![\d%:]|[.,]\d|\s?%)"
_BESIDE = (
    (
        re.compile(
            rf"(?<![\d.,:/])(?:ngày\s+)?(?P<number>\d{{1,2}})(?:\.|er|st|nd|rd|th|º|ª|){_LINK}$"
        ),
        "before",
    ),
    (re.compile(rf"\s+(?P<number>\d{{1,2}}){_NO_MORE}"), "behind"),
    (re.compile(rf"{_LINK}(?P<number>\d{{4}})(?!\d)"), "behind"),
    (re.compile(r"(?<!\d)(?P<number>\d{4})\.?\s*(?:m\.\s*|gada\s+)?$"), "before"),
)
"""A day or year beside a month, the nearest first."""

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?[-./年년]\s?(?P<month>\d{1,2})\s?[-./月월]\s?(?P<day>\d{1,2})(?!\d)[日일.]?"
)
_YEAR_LAST = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})(?P<sign>[./-])\s?(?P<second>\d{1,2})(?P=sign)\s?(?P<year>\d{4})(?!\d)"
)
_IDEOGRAPHIC = (
    re.compile(r"(?<!\d)(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일号號]"),
    re.compile(r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]"),
)


class _Named:
    """17 December 2025, December 17, 2025 and 2025. december 17., with what may stand between."""

    def __init__(self, months: tuple[str, ...]) -> None:
        self._names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
        self.any_month = re.compile(
            rf"(?<!\w)(?:ב|ta[’']\s?)?(?P<month>{self._names})(?!\w)", re.IGNORECASE
        )

    @cached_property
    def whole(self) -> tuple[re.Pattern[str], ...]:
        """Dates with day, month and year."""
        month = rf"(?<!\w)(?:ngày\s+)?(?:ב|ta[’']\s?)?(?P<month>{self._names})"
        day, year = r"(?P<day>\d{1,2})(?!\d)", r"(?P<year>\d{4})(?!\d)"
        ending = r"(?:\.|er|st|nd|rd|th|º|ª|)"
        forms = (
            rf"(?<!\d)(?:ngày\s+)?{day}{ending}{_LINK}{month}{_LINK}{year}",
            rf"{month}\s+{day}{ending},?\s+{year}",
            rf"(?<!\d){year}\.?\s*(?:m\.\s*)?{month}\s+{day}(?:\.|\s+d\.)?",
        )
        return tuple(re.compile(form, re.IGNORECASE) for form in forms)


_named = cache(_Named)


def _named_in(conventions: Conventions) -> _Named | None:
    return _named(tuple(conventions.months)) if conventions.months else None


def month_of(conventions: Conventions) -> re.Pattern[str] | None:
    """Finds names of months in texts of that language, if any are known."""
    named = _named_in(conventions)
    return named.any_month if named else None


def _number_of(name: str, conventions: Conventions) -> int:
    """The number of a month whose name an expression has matched, in whatever case.

    To an expression without regard to case, "Kasim" is "Kasım" and "Ιούλιοσ" is "Ιούλιος".
    """
    months = conventions.months
    if number := months.get(small(name)):
        return number
    return next(
        (n for one, n in months.items() if re.fullmatch(re.escape(one), name, re.IGNORECASE)), 0
    )


def _meanings(match: re.Match[str], conventions: Conventions) -> Iterator[str]:
    """Each date that a matched text can mean, as year-month-day."""
    groups = match.groupdict()
    year = int(groups.get("year") or 0)
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        # English writes both 5/1 and 1/5 for the first of May; other languages day before month.
        orders = [(second, first)]
        if conventions.lang.split("-")[0] == "en":
            orders.append((first, second))
        pairs = orders
    else:
        month, day = groups["month"], int(groups.get("day") or 0)
        number = int(month) if month.isdigit() else _number_of(month, conventions)
        pairs = [(number, day)]
    for number, day in pairs:
        is_day = 1 <= day <= 31 if "day" in groups or "first" in groups else True
        if 1 <= number <= 12 and is_day:
            yield f"{year}-{number}-{day}"


_SPAN = 24
"""The most letters between the day and the year of one date."""


def is_same_date(date: str, text: str, conventions: Conventions) -> bool:
    """Whether the text has that day and year in one phrase, and no name of another month there.

    `date` is year-month-day. For dates in forms that no pattern knows: "15. avgusta 2019",
    "2019ko abuztuaren 15etik", "Sept 16, 2022".
    """
    year, month, day = date.split("-")
    if "0" in (year, day):
        return _is_same_part(day if year == "0" else year, int(month), text, conventions)
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


def _is_same_part(number: str, month: int, text: str, conventions: Conventions) -> bool:
    """Whether the text has that day or year, with no name of another month beside it."""
    beside = rf"[^\d.;()]{{0,{_SPAN}}}"
    for match in re.finditer(rf"{beside}(?<!\d)0?{number}(?!\d)\.?{beside}", text):
        named = _months_named(match[0], conventions)
        if not named or month in named:
            return True
    return False


def in_figures(date: str, text: str) -> str:
    """Where the text has a date without its year, or without its day, as figures; or nothing.

    >>> in_figures("0-12-31", "bis zum 31.12. jeden Jahres"), in_figures("2025-3-0", "od 3/2025")
    ('31.12', '3/2025')
    """
    year, month, day = date.split("-")
    pairs = ((day, month), (month, day)) if year == "0" else ((month, year), (year, month))
    for first, second in pairs:
        match = re.search(rf"(?<![\d.,/])0?{first}\s?[./-]\s?0?{second}(?!\d|[./-]\d)", text)
        if match and "0" not in (first, second):
            return match[0]
    return ""


def names_month(month: int, text: str, conventions: Conventions) -> bool:
    """Whether the text has the name of that month; of one that is a common word, with a capital."""
    pattern = month_of(conventions)
    names = pattern.findall(text) if pattern else ()
    return any(
        _number_of(name, conventions) == month and (name.lower() != "may" or name[0].isupper())
        for name in names
    )


def _months_named(phrase: str, conventions: Conventions) -> set[int]:
    """The months whose names, or the beginnings of whose names, stand in the phrase."""
    beginnings = {word[:_STEM] for word in re.findall(r"[^\W\d_]{3,}", small(phrase))}
    months = conventions.months
    named = {number for name, number in months.items() if name[:_STEM] in beginnings}
    # "maja" is of "maj", which is all stem.
    is_may = any(months.get(word[:-1]) == _MAY and len(word) == _STEM for word in beginnings)
    return named | {_MAY} if is_may else named


_MAY = 5


_STEM = 4
"""As many letters of a month's name stay, whatever grammar does to its end."""
