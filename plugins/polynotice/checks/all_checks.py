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
from polynotice.checks.concern import Check, can_find
from polynotice.checks.pair import Pair
from polynotice.core.characters import kinds_in

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


def concerned(pair: Pair) -> tuple[Check, ...]:
    """Those of `ALL` that can find something in the pair, in their order."""
    return _concerned(kinds_in(pair.source), kinds_in(pair.translation))


@lru_cache(maxsize=4096)
def _concerned(in_source: int, in_translation: int) -> tuple[Check, ...]:
    return tuple(check for check in ALL if can_find(check, in_source, in_translation))


__all__ = ["ALL", "Check", "concerned"]
