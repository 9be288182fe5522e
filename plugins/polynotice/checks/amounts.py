"""Numbers that both texts spell out: compared where nobody can take the one for the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count

from polynotice.checks.concern import sought_by
from polynotice.checks.look import Look
from polynotice.checks.number_values import numbers_in, readable
from polynotice.checks.number_words import may_spell, spelled
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.quoting import both
from polynotice.core.conventions import Conventions

_LEAST = 4
"""Lower numbers are idioms ("both", "third party", "a second time") as often as amounts."""

_MOST = 99
"""Of higher numbers, not every word is known."""

_LONGEST = 15
"""As many digits has the highest number that is spelled out anywhere."""

_NOT_ALL_KNOWN = {"ga", "ko", "mt"}
"""Languages whose numbers of two words are not all known."""

_UNITS = (7, 12, 24, 30, 52, 60, 365)
"""What a unit of time has of the next one: "two weeks" may be fourteen days."""


def _may_spell(look: Look) -> Iterator[int]:
    return compress(count(), look.sources.each(_spells))


def _spells(source: str, conventions: Conventions) -> bool:
    return bool(_high(source, conventions.lang))


@sought_by(_may_spell)
def spelled_amounts(pair: Pair) -> Iterator[Finding]:
    """A number in words of the source is none other in the words of the translation.

    Only where all of it is sure: each text has one number in words that the other has not, in
    words or in digits, nor in another unit.
    """
    if pair.lang.split("-")[0] in _NOT_ALL_KNOWN:
        return
    in_source = _high(pair.source, pair.source_conventions.lang)
    if not in_source:
        return
    in_translation = _spelled(pair.translation, pair.lang)
    said = _digits(pair, in_source, in_translation)
    lacking = [one for one in in_source if not _is_among(one, said[1])]
    extra = [one for one in in_translation if not _is_among(one, said[0])]
    if len(lacking) == len(extra) == 1 and len(lacking[0]) == len(extra[0]) == 1:
        (must,), (there,) = lacking[0], extra[0]
        are_known = _LEAST <= must <= _MOST and _LEAST <= there <= _MOST
        if are_known and not _is_other_unit(must, there):
            yield Finding(
                code="number-mismatch",
                message=f"The source says {must} in words, the translation {there} {both(pair)}.",
                hint="Write the number of the source.",
            )


Spelled = tuple[frozenset[int], ...]


def _digits(pair: Pair, source: Spelled, translation: Spelled) -> tuple[set[int], set[int]]:
    """Every number that either text has, in words or in digits."""
    both_sides = (
        (pair.source, pair.source_conventions, source),
        (pair.translation, pair.conventions, translation),
    )
    said: list[set[int]] = []
    for text, conventions, words in both_sides:
        digits = {
            int(value)
            for _, values in numbers_in(text, conventions)
            for value in values
            if value.isdigit() and len(value) <= _LONGEST
        }
        said.append(digits.union(*words))
    return said[0], said[1]


def _is_among(number: frozenset[int], others: set[int]) -> bool:
    return bool(number & others)


def _is_other_unit(one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return any(low * unit == high for unit in _UNITS)


@lru_cache(maxsize=8192)
def _high(text: str, lang: str) -> Spelled:
    """The numbers that a text spells out, if there is one of the least or more among them."""
    numbers = _spelled(text, lang) if may_spell(text, lang, _LEAST) else ()
    return numbers if any(min(one) >= _LEAST for one in numbers) else ()


def _spelled(text: str, lang: str) -> Spelled:
    return tuple(frozenset(map(int, one)) for one in spelled(readable(text), lang) or ())
