"""Pairs whose numbers are plainly the same: nothing around them makes a date or another amount.

To find out all that a number can mean takes longer than any other check. Most are a few digits
among words, the same in both texts, and what could make more of one is looked for in all texts at
once: names of months, hours, words such as "million".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polynotice.checks.dates import month_of
from polynotice.checks.look import Look, Together
from polynotice.checks.number_values import DIGIT, NUMBER, WITH_MAGNITUDE, changed_by_reading
from polynotice.checks.times import MAY_BE_TIME
from polynotice.checks.written import MARKUP_OF_WORDS
from polynotice.core.conventions import Conventions

Plain = tuple[str, ...] | None
"""The numbers of a text as they are written; `None` if any may mean more than its digits say."""

_LIKE_A_DATE = re.compile(r"\d\s?[-./]\s?\d")


def may_differ(look: Look) -> Iterator[int]:
    """The places of all pairs in which a number may be another, and of those that are not plain."""
    kinds = [one | other for one, other in zip(look.sources.kinds, look.kinds, strict=True)]
    places = [place for place, each in enumerate(kinds) if each & DIGIT]
    sources = look.sources.together(plain_numbers)
    said = plain_numbers([look.texts[place] for place in places], look.conventions)
    is_alike = look.conventions.decimal == look.sources.conventions.decimal
    for place, there in zip(places, said, strict=True):
        must = sources[place]
        is_same = must is not None and must == there and not kinds[place] & MARKUP_OF_WORDS
        # The same signs may make another number in another language.
        if not (is_same and (is_alike or all(map(str.isdecimal, must or ())))):
            yield place


def plain_numbers(texts: Sequence[str], conventions: Conventions) -> list[Plain]:
    """The numbers of each text, in a language with those conventions, if all of them are plain.

    Nothing is known of texts with markup.

    >>> plain_numbers(["2 of 30", "5 p.m.", "1.5 million", "May 5", "1/2"], Conventions(lang="en"))
    [('2', '30'), None, None, ('5',), None]
    """
    together = Together(texts)
    patterns = [MAY_BE_TIME, WITH_MAGNITUDE, _LIKE_A_DATE, month_of(conventions)]
    more = {place for each in patterns if each for place in together.with_match(each)}
    more.update(together.with_any_of(changed_by_reading(together.characters)))
    return [
        None if place in more else tuple(NUMBER.findall(text)) for place, text in enumerate(texts)
    ]
