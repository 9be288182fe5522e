"""Dates and times that one of two texts says in a way that no pattern knows."""

from __future__ import annotations

import re

from polynotice.checks.dates import Value, in_figures, is_same_date, names_month
from polynotice.checks.number_difference import Difference, of, without
from polynotice.checks.number_values import readable
from polynotice.checks.times import by_twelve, is_afternoon, says_second_half
from polynotice.core.conventions import Conventions

_DATE = re.compile(r"\d+-\d+-\d+")


def _dates(difference: Difference) -> None:
    """Takes a date that one of the texts writes in a way that no pattern knows."""
    pair = difference.pair
    sides = (
        (difference.lacking, difference.extra, pair.translation, pair.conventions),
        (difference.extra, difference.lacking, pair.source, pair.source_conventions),
    )
    for dates, parts, text, conventions in sides:
        for one in list(dates):
            for date in filter(_DATE.fullmatch, one[1]):
                used = _parts_of(date, parts, readable(text), conventions)
                if used:
                    dates.remove(one)
                    for part in dict.fromkeys(used):
                        parts.remove(part)
                    break


def _parts_of(
    date: str, parts: list[Value], text: str, conventions: Conventions
) -> list[Value] | None:
    """The numbers, among those, that are the date as the text writes it; none if it does not."""
    year, month, day = date.split("-")
    figures = in_figures(date, text) if "0" in (year, day) else ""
    if figures:
        # "31.12." may have been read as one number, "18. 3." as two.
        of_date = [one for one in parts if one[0] in (figures, *re.findall(r"\d+", figures))]
        if of_date:
            return of_date[: 1 if of_date[0][0] == figures else 2]
    there = [of(parts, number) for number in (year, day) if number != "0"]
    if None in there or not is_same_date(date, text, conventions):
        return None
    # A month may be a number, too: "14 Tháng 10 2021".
    of_month = of(parts, month) if "0" not in (year, day) else None
    return [one for one in (*there, of_month) if one is not None]


def _spans(difference: Difference) -> None:
    """Takes "3月18日から20日" for "18 to 20 March": of one month, in which each says it once."""
    sides = [_pieces(difference.lacking), _pieces(difference.extra)]
    (months, lacking), (other_months, extra) = sides
    if len(months) == 1 and months == other_months:
        difference.lacking = without(tuple(lacking), tuple(extra))
        difference.extra = without(tuple(extra), tuple(lacking))


def _pieces(values: list[Value]) -> tuple[set[str], list[Value]]:
    """The months of the dates among the values, and all values with days and years as numbers."""
    months: set[str] = set()
    pieces: list[Value] = []
    for one in values:
        date = next(filter(_DATE.fullmatch, one[1]), None)
        if date is None:
            pieces.append(one)
            continue
        year, month, day = date.split("-")
        months.add(month)
        pieces += [(one[0], frozenset({number})) for number in (day, year) if number != "0"]
    return months, pieces


_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})\s?[月월](?!\s?[間间])|(?:tháng|thg)\s(\d{1,2})(?!\d)", re.IGNORECASE
)


def _months(difference: Difference) -> None:
    """Takes "3月" for "March", where a language has numbers for names of months."""
    pair = difference.pair
    for values, text, other, conventions in (
        (difference.extra, pair.translation, pair.source, pair.source_conventions),
        (difference.lacking, pair.source, pair.translation, pair.conventions),
    ):
        for match in _MONTH.finditer(readable(text)) if values else ():
            number = match[1] or match[2]
            one = next((one for one in values if one[0] == number), None)
            if one and names_month(int(number), other, conventions):
                values.remove(one)


def _hours(difference: Difference) -> None:
    """Takes "5" for "5 p.m.", where a language says the half of the day in other words.

    One whose clock goes to twenty-four must say it: "5 Uhr" alone is in the morning.
    """
    pair = difference.pair
    for times, parts, text, conventions in (
        (difference.lacking, difference.extra, pair.translation, pair.conventions),
        (difference.extra, difference.lacking, pair.source, pair.source_conventions),
    ):
        is_said = not conventions.counts_to_24 or says_second_half(text)
        for one in list(times):
            part = next((part for part in parts if part[1] & by_twelve(one)), None)
            if part and (is_said or not is_afternoon(one)):
                times.remove(one)
                parts.remove(part)


_ALL_DAY = re.compile(r"(?<!\d)24\s?[/x×-]\s?7(?!\d)")
_ROUND_THE_CLOCK = re.compile(
    r"\b(?:round|around)[ -]the[ -]clock\b|\bday (?:and|or) night\b", re.IGNORECASE
)


def _all_day(difference: Difference) -> None:
    """Takes any words for "24/7", and that for "around the clock"; never other numbers."""
    pair = difference.pair
    if _ALL_DAY.search(readable(pair.source)):
        # "24 h/24 et 7 j/7" has them twice, "24時間365日" the days of a year.
        difference.lacking = _without_values(difference.lacking, {"24", "7"})
        difference.extra = _without_values(difference.extra, {"24", "7", "365"})
    elif _ROUND_THE_CLOCK.search(pair.source) and not difference.lacking:
        difference.extra = _without_values(difference.extra, {"24", "7"})


def _without_values(values: list[Value], numbers: set[str]) -> list[Value]:
    return [one for one in values if not one[1] & numbers]


_OF_ALL = re.compile(
    r"(?<!\d)(?P<all>24|7)\s?(?:\w+\s)?(?:\w+\s?)(?:/|sur|su|sobre|din)\s?(?P=all)(?!\d)"
)
"""All of a day or a week, in several languages: "24 heures sur 24", "7j/7", "24 de ore din 24"."""


def _of_all(difference: Difference) -> None:
    """Takes the second number of "24 heures sur 24", whose first is the source's."""
    for match in _OF_ALL.finditer(difference.pair.translation) if difference.extra else ():
        again = of(difference.extra, match["all"])
        if again:
            difference.extra.remove(again)


STAGES = (_dates, _spans, _months, _hours, _all_day, _of_all)
"""Each takes from a difference what both texts say all the same, in this order."""
