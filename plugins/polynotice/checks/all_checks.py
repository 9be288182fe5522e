"""The checks that are run on a translation by itself, in the order of their findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
from polynotice.checks.pair import Finding, Pair

Check = Callable[[Pair], Iterator[Finding]]

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
