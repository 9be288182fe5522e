"""Which numbers two texts do not have in common, however each of them writes its own."""

from __future__ import annotations

import re

from polynotice.checks.dates import Value
from polynotice.checks.designators import without_designators
from polynotice.checks.fractions import fractions
from polynotice.checks.number_difference import Difference, of, without
from polynotice.checks.number_values import numbers_in, readable
from polynotice.checks.pair import Pair
from polynotice.checks.roman_numerals import roman
from polynotice.checks.same_dates import STAGES
from polynotice.checks.units_of_time import in_other_units, is_one, is_one_and_a_half


def differences(pair: Pair) -> Difference:
    """The numbers that the translation lacks, and those that it has and the source has not."""
    difference = _compared(pair, pair.source, pair.translation)
    if not difference:
        return difference
    source, translation = readable(pair.source), readable(pair.translation)
    rest = without_designators(source, translation)
    if rest != (source, translation):
        difference = _compared(pair, *rest)
    for take_away in (_paragraphs, *STAGES, _marks, _years, _romans, fractions, _words, _units):
        if difference:
            take_away(difference)
    return difference


def _compared(pair: Pair, source: str, translation: str) -> Difference:
    must = numbers_in(source, pair.source_conventions)
    there = numbers_in(translation, pair.conventions)
    if must == there:
        return Difference(pair=pair, lacking=[], extra=[])
    return Difference(pair=pair, lacking=without(must, there), extra=without(there, must))


def _paragraphs(difference: Difference) -> None:
    """Takes "4.1" for "4(1)", as Swedish cites an article's paragraph."""
    for one in list(difference.extra):
        first, _, second = one[0].partition(".")
        if f"{first}({second})" in difference.pair.source:
            parts = [of(difference.lacking, first), of(difference.lacking, second)]
            if None not in parts:
                difference.extra.remove(one)
                difference.lacking = [other for other in difference.lacking if other not in parts]


_MARK = re.compile(r"\(\s*(?:[ivx]{1,5}|[a-z]|\d{1,2})\s*\)", re.IGNORECASE)


def _marks(difference: Difference) -> None:
    """Takes (1) (2) (3) for (i) (ii) (iii), where both texts have as many marks of a list."""
    source, translation = difference.pair.source, difference.pair.translation
    if len(_MARK.findall(source)) != len(_MARK.findall(translation)):
        return
    difference.lacking = [one for one in difference.lacking if not _is_mark(one[0], source)]
    difference.extra = [one for one in difference.extra if not _is_mark(one[0], translation)]


def _is_mark(written: str, text: str) -> bool:
    return re.search(rf"\(\s*{re.escape(written)}\s*\)", text) is not None


_BUDDHIST = 543


def _years(difference: Difference) -> None:
    """Takes a year of the Buddhist calendar, as Thai counts, for the source's: 2541 is 1998."""
    if difference.pair.lang.split("-")[0] != "th":
        return
    for one in list(difference.extra):
        if re.fullmatch(r"2[45]\d\d", one[0]):
            year = of(difference.lacking, str(int(one[0]) - _BUDDHIST))
            if year:
                difference.lacking.remove(year)
                difference.extra.remove(one)


def _words(difference: Difference) -> None:
    """Takes a number that the other text spells out, each of its words for one number."""
    difference.lacking = (
        _not_spelled(difference.lacking, difference.in_translation) if difference.lacking else []
    )
    difference.extra = (
        _not_spelled(difference.extra, difference.in_source) if difference.extra else []
    )


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


_LONGEST_ROMAN = 4
"""As many digits has the highest number in Roman letters."""


def _romans(difference: Difference) -> None:
    """Takes "XIX" for "19th", where a language numbers centuries, laws and kings by letters."""
    pair = difference.pair
    sides = ((difference.lacking, pair.translation), (difference.extra, pair.source))
    for values, text in sides:
        for one in list(values):
            letters = (
                roman(int(one[0])) if one[0].isdigit() and len(one[0]) <= _LONGEST_ROMAN else ""
            )
            if len(letters) > 1 and re.search(rf"(?<![^\W\d_]){letters}(?![A-Z])", text):
                values.remove(one)


def _units(difference: Difference) -> None:
    """Takes "14 Tage" for "two weeks", "ein Jahr" for "12 months", "eineinhalb" for 1.5."""
    pair = difference.pair
    if not difference or pair.source_conventions.lang.split("-")[0] != "en":
        _units_of_english(difference)
        return
    source, translation = readable(pair.source), readable(pair.translation)
    in_words = set().union(*(difference.in_translation or ()))
    for number, other, is_word in in_other_units(source, pair.lang):
        lacking, extra = of(difference.lacking, number), of(difference.extra, other)
        if extra and (lacking or is_word):
            difference.extra.remove(extra)
        if lacking and (extra or (other != "1" and other in in_words)):
            difference.lacking.remove(lacking)
    one_of_it = not _says_another(difference)
    difference.lacking = [
        one
        for one in difference.lacking
        if not any(
            (one_of_it and is_one(number, source, translation))
            or is_one_and_a_half(number, translation)
            for number in one[1]
        )
    ]


def _units_of_english(difference: Difference) -> None:
    """Takes "14 days" in English for "zwei Wochen" of the source."""
    pair = difference.pair
    if not difference or pair.lang.split("-")[0] != "en":
        return
    in_words = set().union(*(difference.in_source or ()))
    said = in_other_units(readable(pair.translation), pair.source_conventions.lang)
    for number, other, is_word in said:
        lacking, extra = of(difference.lacking, other), of(difference.extra, number)
        if lacking and (extra or is_word):
            difference.lacking.remove(lacking)
        if extra and (lacking or (other != "1" and other in in_words)):
            difference.extra.remove(extra)


def _says_another(difference: Difference) -> bool:
    """Whether the translation spells out a number beyond one that the source has not."""
    pair = difference.pair
    digits = (values for _, values in numbers_in(pair.source, pair.source_conventions))
    said = {"1"}.union(*digits, *(difference.in_source or ()))
    return any(not word & said for word in difference.in_translation or ())
