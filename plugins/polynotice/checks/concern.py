r"""Which checks a pair can concern at all, by the signs that its texts have, and by a first look.

Most of a notice is plain prose, and half of the checks are about what plain prose has not: digits,
markup, placeholders. Such a check says so itself, by a kind of `core.characters`:

    @only_where(either=kind(r"\d"))
    def numbers(pair: Pair) -> Iterator[Finding]: ...

Others name a function that looks through all pairs of a catalogue (`checks.look`). A check would
find nothing in any other pair, and is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from polynotice.checks.look import Look
from polynotice.checks.pair import Finding, Pair

Check = Callable[[Pair], Iterator[Finding]]
Seek = Callable[[Look], Iterable[int]]
"""Gives the places of all pairs in which a check can find something, and of others."""


class _Needs(NamedTuple):
    either: int
    translation: int
    languages: frozenset[str]


_NEEDS: dict[Check, _Needs] = {}
_SOUGHT: dict[Check, Seek] = {}


def only_where(
    *, either: int = 0, translation: int = 0, languages: Iterable[str] = ()
) -> Callable[[Check], Check]:
    """Declares that a check finds something only where a text is of one of those kinds.

    `either` may be the source's or the translation's, `translation` the translation's alone;
    `languages` are those of translations, if it is about a few.
    """

    def declare(check: Check) -> Check:
        _NEEDS[check] = _Needs(either, translation, frozenset(languages))
        return check

    return declare


def sought_by(seek: Seek) -> Callable[[Check], Check]:
    """Declares that a check finds something only in the pairs that a first look has sought out."""

    def declare(check: Check) -> Check:
        _SOUGHT[check] = seek
        return check

    return declare


def can_find(check: Check, in_source: int, in_translation: int, language: str) -> bool:
    """Whether the check can find something where source and translation are of those kinds."""
    if check not in _NEEDS:
        return True
    either, translation, languages = _NEEDS[check]
    if languages and language not in languages:
        return False
    return (in_source | in_translation) & either != 0 or in_translation & translation != 0


def seek_of(check: Check) -> Seek | None:
    """What seeks out the pairs of the check, if it has declared that."""
    return _SOUGHT.get(check)
