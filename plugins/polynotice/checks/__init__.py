"""What can be wrong with a translation, or unsafe in a text.

Each check is a pure function from a pair of texts to findings; `ALL` lists those that are run.
May know `core`, `html`, `catalogues`. Begin with `pair`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polynotice.checks import (
    glossary,
    invisible,
    markup,
    numbers,
    punctuation,
    sentences,
    unfinished,
    wording,
)
from polynotice.checks.link_map import LinkMap
from polynotice.checks.pair import Finding, Pair
from polynotice.checks.terms import Glossary, Term
from polynotice.core.conventions import Conventions

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

__all__ = ["ALL", "Check", "Conventions", "Finding", "Glossary", "LinkMap", "Pair", "Term"]
