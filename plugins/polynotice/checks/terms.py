"""A glossary: which translations the defined terms of a source must have, and must not have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from polynotice.core.conventions import small

# Scripts that put no space between words, or tie particles to them.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
)
_NO_WORD = "\ufffc"
# Letters, and the accents and vowel signs that stand as characters of their own.
_OF_WORD = "[\\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff]"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One entry of a glossary. In each of its words, `*` stands for any part of a word."""

    source: str
    use: tuple[str, ...] = ()
    """Translations of which one must be there."""
    avoid: tuple[str, ...] = ()
    """Translations that must not be there."""
    line: int = 1
    """Where the glossary says so."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the term in a source: one with a capital, a name, as it is written."""
        is_name = self.source != self.source.lower()
        return re.compile(_whole(self.source), re.NOFLAG if is_name else re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """The defined terms of one locale."""

    path: str
    """Where a person edits it, relative to the project's folder."""
    terms: tuple[Term, ...] = ()

    def may_have_terms(self, in_small: str) -> bool:
        """Whether a source may have one of the terms in it, by its text as `lowered` has it."""
        return any(word in in_small for word, _ in self._longest_first)

    def terms_in(self, text: str) -> list[Term]:
        """The terms that a source has in it, in the order of the glossary.

        A term that stands only within a longer one is not meant: "data" in "personal data".
        """
        in_small = lowered(text)
        terms = set()
        for longest_word, term in self._longest_first:
            if longest_word in in_small and (rest := term.pattern.sub(_NO_WORD, text)) != text:
                terms.add(term.source)
                text = rest
        return [term for term in self.terms if term.source in terms]

    @cached_property
    def _longest_first(self) -> list[tuple[str, Term]]:
        """The terms, each with a piece without which it cannot be there: quick to look for."""
        pieces = {term: re.split(r"[\s*]+", lowered(term.source)) for term in self.terms}
        longest = sorted(self.terms, key=lambda term: (-len(term.source), term.source))
        return [(max(pieces[term], key=len), term) for term in longest]


def lowered(text: str) -> str:
    """The text in small letters, with one "i" for the two of Turkish: "I" is either's capital."""
    return small(text).replace("ı", "i")


def has_any(words: Sequence[str], text: str) -> bool:
    """Whether one of the words, or a form of it, is somewhere in the text, in any case."""
    in_small = lowered(text)
    return any(lowered(word) in in_small for word in words) or bool(find(words, text))


def find(words: Sequence[str], text: str, *, whole: bool = False) -> list[str]:
    """The first piece of the text that each of `words` matches, in any case.

    If `whole`, a piece has nothing of a word beside it.
    """
    in_small = lowered(text)
    likely = (word for word in words if all(piece in in_small for piece in _pieces(word)))
    matches = (_pattern_of(word, whole).search(text) for word in likely)
    return [match[0] for match in matches if match]


@cache
def _pieces(word: str) -> tuple[str, ...]:
    """Pieces without which the word cannot be there: quicker to look for than its pattern."""
    return tuple(re.split(r"[\s*]+", lowered(word)))


def without(words: Sequence[str], text: str) -> str:
    """The text with a sign that is no word for each of the whole `words`."""
    for word in words:
        text = _pattern_of(word, True).sub(_NO_WORD, text)
    return text


@cache
def _pattern_of(word: str, whole: bool) -> re.Pattern[str]:
    return re.compile(_whole(word) if whole else _form(word), re.IGNORECASE)


def _whole(word: str) -> str:
    """A pattern of the word with nothing of a word beside it."""
    before = "" if re.match(_UNSPACED, word[:1]) else f"(?<!{_OF_WORD})"
    after = "" if re.match(_UNSPACED, word[-1:]) else f"(?!{_OF_WORD})"
    return f"{before}{_form(word)}{after}"


def _form(word: str) -> str:
    """A pattern of the word: any space for a space, any part of a word for a star."""
    pieces = (re.escape(piece).replace(r"\*", r"[\w'’-]*") for piece in word.split())
    return r"\s+".join(pieces)
