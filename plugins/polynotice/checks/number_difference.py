"""What two texts do not have in common of their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from polynotice.checks.dates import Value
from polynotice.checks.number_values import readable
from polynotice.checks.number_words import COUNTING, spelled
from polynotice.checks.pair import Pair


@dataclass(kw_only=True)
class Difference:
    """What is left of the numbers of a source and its translation without those of both."""

    pair: Pair
    lacking: list[Value]
    """Numbers that only the source has."""
    extra: list[Value]
    """Numbers that only the translation has."""

    def __bool__(self) -> bool:
        return bool(self.lacking or self.extra)

    @cached_property
    def in_source(self) -> list[frozenset[str]] | None:
        """The numbers that the source spells out, None if its language's words are not known."""
        counted = self.pair.lang.split("-")[0] in COUNTING
        return spelled(readable(self.pair.source), self._source_lang, counted=counted)

    @cached_property
    def in_translation(self) -> list[frozenset[str]] | None:
        """The numbers that the translation spells out."""
        return spelled(readable(self.pair.translation), self.pair.lang)

    @property
    def _source_lang(self) -> str:
        return self.pair.source_conventions.lang

    @property
    def may_be_in_words(self) -> bool:
        """Whether a language's words for numbers are not known where one would have to be."""
        return (bool(self.lacking) and self.in_translation is None) or (
            bool(self.extra) and self.in_source is None
        )


def without(some: tuple[Value, ...], others: tuple[Value, ...]) -> list[Value]:
    """Those of `some` for which `others` has no number of the same value left."""
    left = [values for _, values in others]
    lacking = []
    for written, values in some:
        partner = next((other for other in left if other & values), None)
        if partner is None:
            lacking.append((written, values))
        else:
            left.remove(partner)
    return lacking


def of(values: list[Value], number: str) -> Value | None:
    """The first of the values that can mean the number."""
    return next((one for one in values if number in one[1]), None)
