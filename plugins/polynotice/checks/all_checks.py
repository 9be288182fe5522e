"""The checks that are run on a translation by itself, in the order of their findings."""

from __future__ import annotations

from functools import lru_cache

from polynotice.checks import (
    abbreviations,
    amounts,
    glossary,
    invisible,
    links,
    markup,
    numbers,
    placeholders,
    punctuation,
    raw_html,
    roman_numerals,
    sentences,
    stray_signs,
    unfinished,
    versions,
    wording,
)
from polynotice.checks.concern import Check, can_find, seek_of
from polynotice.checks.look import Look
from polynotice.checks.safety import may_be_unsafe

ALL: tuple[Check, ...] = (
    raw_html.raw_html,
    invisible.hidden_characters,
    links.links,
    placeholders.placeholders,
    markup.markup,
    stray_signs.stray_signs,
    stray_signs.block_marks,
    abbreviations.abbreviations,
    numbers.numbers,
    amounts.spelled_amounts,
    roman_numerals.roman_numerals,
    versions.versions,
    unfinished.conflict_marks,
    unfinished.placeholder_words,
    wording.identical,
    punctuation.outer_space,
    punctuation.end_punctuation,
    punctuation.french_space,
    punctuation.opening_sign,
    sentences.doubled_words,
    sentences.length,
    sentences.missing_sentence,
    glossary.defined_terms,
)


def concerned(look: Look) -> list[Checks | None]:
    """Those of `ALL` that can find something in each pair, in their order.

    `None` where nothing can be wrong at all, nor unsafe.
    """
    kinds = zip(look.sources.kinds, look.kinds, strict=True)
    masks = [_of_kinds(one, other, look.language) for one, other in kinds]
    found = [_NOT_SOUGHT] * len(masks)
    for bit, seek in _SEEKS:
        for place in seek(look):
            found[place] |= bit
    asked = [_asked(mask & sought) for mask, sought in zip(masks, found, strict=True)]
    for place in look.strange:
        asked[place] = ALL
    return asked


Checks = tuple[Check, ...]

_UNSAFE = 1 << len(ALL)
"""Stands for what is looked for first, and is no check of a pair: what `in_translation` finds."""
_SEEKS = [(1 << n, seek) for n, check in enumerate(ALL) if (seek := seek_of(check))]
_SEEKS.append((_UNSAFE, may_be_unsafe))
_NOT_SOUGHT = sum(1 << n for n, check in enumerate(ALL) if not seek_of(check))


@lru_cache(maxsize=4096)
def _of_kinds(in_source: int, in_translation: int, language: str) -> int:
    able = (can_find(check, in_source, in_translation, language) for check in ALL)
    return _UNSAFE | sum(1 << n for n, can in enumerate(able) if can)


@lru_cache(maxsize=4096)
def _asked(mask: int) -> Checks | None:
    return tuple(check for n, check in enumerate(ALL) if mask & 1 << n) if mask else None


__all__ = ["ALL", "Check", "Checks", "concerned"]
