"""Checks of one translation against its source: pure functions, each with a specific sentence.

A check takes a `Pair` and yields a `Finding` for each mistake. `ALL` is the list that is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polynotice.checks import glossary, invisible, markup, numbers, punctuation, sentences, wording
from polynotice.checks.link_map import LinkMap
from polynotice.checks.pair import Conventions, Finding, Pair
from polynotice.checks.terms import Glossary, Term

Check = Callable[[Pair], Iterator[Finding]]

ALL: tuple[Check, ...] = (
    markup.raw_html,
    invisible.hidden_characters,
    markup.links,
    markup.placeholders,
    markup.markup,
    markup.stray_signs,
    markup.block_marks,
    numbers.numbers,
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

__all__ = ["ALL", "Check", "Conventions", "Finding", "Glossary", "LinkMap", "Pair", "Term"]
