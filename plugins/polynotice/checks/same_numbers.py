"""Which numbers two texts do not have in common, however each of them writes its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from polynotice.checks.dates import Value, in_figures, is_same_date, names_month
from polynotice.checks.designators import without_designators
from polynotice.checks.number_values import numbers_in, readable
from polynotice.checks.number_words import COUNTING, spelled
from polynotice.checks.pair import Pair
from polynotice.checks.times import by_twelve
from polynotice.core.conventions import Conventions


@dataclass(kw_only=True)
class Difference:
    """What is left of the numbers of a source and its translation without those of both."""

    pair: Pair
    lacking: list[Value]
    """Numbers that only the source has."""
    extra: list[Value]
    """Numbers that only the translation has."""

    def __bool__(self) -> bool:
        return bool(self.lacking or self.extra)

    @cached_property
    def in_source(self) -> list[frozenset[str]] | None:
        """The numbers that the source spells out, None if its language's words are not known."""
        counted = self.pair.lang.split("-")[0] in COUNTING
        return spelled(readable(self.pair.source), self._source_lang, counted=counted)

    @cached_property
    def in_translation(self) -> list[frozenset[str]] | None:
        """The numbers that the translation spells out."""
        return spelled(readable(self.pair.translation), self.pair.lang)

    @property
    def _source_lang(self) -> str:
        return self.pair.source_conventions.lang

    @property
    def may_be_in_words(self) -> bool:
        """Whether a language's words for numbers are not known where one would have to be."""
        return (bool(self.lacking) and self.in_translation is None) or (
            bool(self.extra) and self.in_source is None
        )


def differences(pair: Pair) -> Difference:
    """The numbers that the translation lacks, and those that it has and the source has not."""
    found = _compared(pair, pair.source, pair.translation)
    if not found:
        return found
    source, translation = readable(pair.source), readable(pair.translation)
    rest = without_designators(source, translation)
    if rest != (source, translation):
        found = _compared(pair, *rest)
    for take_away in (
        _paragraphs,
        _dates,
        _spans,
        _months,
        _hours,
        _all_day,
        _marks,
        _years,
        _words,
    ):
        if found:
            take_away(found)
    return found


def _compared(pair: Pair, source: str, translation: str) -> Difference:
    must = numbers_in(source, pair.source_conventions)
    there = numbers_in(translation, pair.conventions)
    return Difference(pair=pair, lacking=_without(must, there), extra=_without(there, must))


def _without(some: tuple[Value, ...], others: tuple[Value, ...]) -> list[Value]:
    """Those of `some` for which `others` has no number of the same value left."""
    left = [values for _, values in others]
    lacking = []
    for written, values in some:
        partner = next((other for other in left if other & values), None)
        if partner is None:
            lacking.append((written, values))
        else:
            left.remove(partner)
    return lacking


def _paragraphs(found: Difference) -> None:
    """Takes "4.1" for "4(1)", as Swedish cites an article's paragraph."""
    for one in list(found.extra):
        first, _, second = one[0].partition(".")
        if f"{first}({second})" in found.pair.source:
            parts = [_of(found.lacking, first), _of(found.lacking, second)]
            if None not in parts:
                found.extra.remove(one)
                found.lacking = [other for other in found.lacking if other not in parts]


def _of(values: list[Value], number: str) -> Value | None:
    return next((one for one in values if number in one[1]), None)


_DATE = re.compile(r"\d+-\d+-\d+")


def _dates(found: Difference) -> None:
    """Takes a date that one of the texts writes in a way that no pattern knows."""
    pair = found.pair
    sides = (
        (found.lacking, found.extra, pair.translation, pair.conventions),
        (found.extra, found.lacking, pair.source, pair.source_conventions),
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
    there = [_of(parts, number) for number in (year, day) if number != "0"]
    if None in there or not is_same_date(date, text, conventions):
        return None
    # A month may be a number, too: "14 Tháng 10 2021".
    of_month = _of(parts, month) if "0" not in (year, day) else None
    return [one for one in (*there, of_month) if one is not None]


def _spans(found: Difference) -> None:
    """Takes "3月18日から20日" for "18 to 20 March": of one month, in which each says it once."""
    sides = [_pieces(found.lacking), _pieces(found.extra)]
    (months, lacking), (other_months, extra) = sides
    if len(months) == 1 and months == other_months:
        found.lacking = _without(tuple(lacking), tuple(extra))
        found.extra = _without(tuple(extra), tuple(lacking))


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


def _months(found: Difference) -> None:
    """Takes "3月" for "March", where a language has numbers for names of months."""
    pair = found.pair
    for values, text, other, conventions in (
        (found.extra, pair.translation, pair.source, pair.source_conventions),
        (found.lacking, pair.source, pair.translation, pair.conventions),
    ):
        for match in _MONTH.finditer(readable(text)) if values else ():
            number = match[1] or match[2]
            one = next((one for one in values if one[0] == number), None)
            if one and names_month(int(number), other, conventions):
                values.remove(one)


def _hours(found: Difference) -> None:
    """Takes "5" for "5 p.m.", where a language says the half of the day in other words."""
    for times, parts in ((found.lacking, found.extra), (found.extra, found.lacking)):
        for one in list(times):
            hour = by_twelve(one)
            part = next((part for part in parts if hour and part[0] == hour), None)
            if part:
                times.remove(one)
                parts.remove(part)


_ALL_DAY = re.compile(r"(?<!\d)24\s?[/x×-]\s?7(?!\d)")
_ROUND_THE_CLOCK = re.compile(
    r"\b(?:round|around) the clock\b|\bday (?:and|or) night\b", re.IGNORECASE
)


def _all_day(found: Difference) -> None:
    """Takes any words for "24/7", and that for "around the clock"; never other numbers."""
    pair = found.pair
    if _ALL_DAY.search(readable(pair.source)):
        # "24 h/24 et 7 j/7" has them twice, "24時間365日" the days of a year.
        found.lacking = _without_values(found.lacking, {"24", "7"})
        found.extra = _without_values(found.extra, {"24", "7", "365"})
    elif _ROUND_THE_CLOCK.search(pair.source) and not found.lacking:
        found.extra = _without_values(found.extra, {"24", "7"})


def _without_values(values: list[Value], numbers: set[str]) -> list[Value]:
    return [one for one in values if not one[1] & numbers]


_MARK = re.compile(r"\(\s*(?:[ivx]{1,5}|[a-z]|\d{1,2})\s*\)", re.IGNORECASE)


def _marks(found: Difference) -> None:
    """Takes (1) (2) (3) for (i) (ii) (iii), where both texts have as many marks of a list."""
    source, translation = found.pair.source, found.pair.translation
    if len(_MARK.findall(source)) != len(_MARK.findall(translation)):
        return
    found.lacking = [one for one in found.lacking if not _is_mark(one[0], source)]
    found.extra = [one for one in found.extra if not _is_mark(one[0], translation)]


def _is_mark(written: str, text: str) -> bool:
    return re.search(rf"\(\s*{re.escape(written)}\s*\)", text) is not None


_BUDDHIST = 543


def _years(found: Difference) -> None:
    """Takes a year of the Buddhist calendar, as Thai counts, for the source's: 2541 is 1998."""
    if found.pair.lang.split("-")[0] != "th":
        return
    for one in list(found.extra):
        if re.fullmatch(r"2[45]\d\d", one[0]):
            year = _of(found.lacking, str(int(one[0]) - _BUDDHIST))
            if year:
                found.lacking.remove(year)
                found.extra.remove(one)


def _words(found: Difference) -> None:
    """Takes a number that the other text spells out, each of its words for one number."""
    found.lacking = _not_spelled(found.lacking, found.in_translation) if found.lacking else []
    found.extra = _not_spelled(found.extra, found.in_source) if found.extra else []


def _not_spelled(values: list[Value], words: list[frozenset[str]] | None) -> list[Value]:
    left = list(words or ())
    lacking = []
    for one in values:
        word = next((word for word in left if word & one[1]), None)
        if word is None:
            lacking.append(one)
        else:
            left.remove(word)
    return lacking
