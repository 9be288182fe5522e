"""Numbers in Roman letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count

from polynotice.checks.concern import sought_by
from polynotice.checks.look import Look
from polynotice.checks.number_values import numbers_in, readable
from polynotice.checks.number_words import spelled
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.core.conventions import Conventions

_LETTERS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST = 3999


def roman(number: int) -> str:
    """The number in Roman letters; nothing for one that they do not write.

    >>> roman(19), roman(112), roman(0)
    ('XIX', 'CXII', '')
    """
    letters = ""
    for value, letter in _LETTERS if number <= _MOST else ():
        letters += letter * (number // value)
        number %= value
    return letters


_NUMERAL = re.compile(r"(?<![^\W\d_])[IVXLCDM]{2,12}(?![^\W\d_])")


def _may_have_one(look: Look) -> Iterator[int]:
    return compress(count(), look.sources.each(_has_one))


def _has_one(source: str, _: Conventions) -> bool:
    return bool(_numerals(source))


@sought_by(_may_have_one)
def roman_numerals(pair: Pair) -> Iterator[Finding]:
    """A number in Roman letters is none other in those of the translation: "CXII", not "CXIII"."""
    source = _numerals(pair.source)
    if not source:
        return
    translation = _numerals(pair.translation)
    lacking = [one for one in source if one not in translation]
    extra = [one for one in translation if one not in source]
    if len(lacking) != 1 or len(extra) != 1:
        return
    said = {
        value for _, values in numbers_in(pair.translation, pair.conventions) for value in values
    }.union(*(spelled(readable(pair.translation), pair.lang) or ()))
    if str(lacking[0]) not in said:
        must, there = roman(lacking[0]), roman(extra[0])
        yield Finding(
            code="number-mismatch",
            message=f'The translation has "{there}" for "{must}" {both(pair, must, there)}.',
            hint="Write the number of the source, in letters or in digits.",
        )


# Each source is compared with its translation in every locale.
@lru_cache(maxsize=8192)
def _numerals(text: str) -> tuple[int, ...]:
    """The numbers of a text that are written in Roman letters as these are to be written."""
    values = (_value(match[0]) for match in _NUMERAL.finditer(text))
    return tuple(number for number in values if number)


def _value(letters: str) -> int:
    """The number, or 0 for letters that are none: "CIVIL"."""
    rest, number = letters, 0
    for value, letter in _LETTERS:
        while rest.startswith(letter):
            rest, number = rest[len(letter) :], number + value
    return number if not rest and roman(number) == letters else 0
