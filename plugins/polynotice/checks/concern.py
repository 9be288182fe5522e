r"""Which checks a pair can concern at all, by the signs that its texts have.

Most of a notice is plain prose, and half of the checks are about what plain prose has not: digits,
markup, placeholders. Such a check says so itself, by a kind of `core.characters`:

    @only_where(either=kind(r"\d"))
    def numbers(pair: Pair) -> Iterator[Finding]: ...

It would find nothing in any other pair, and is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polynotice.checks.pair import Finding, Pair

Check = Callable[[Pair], Iterator[Finding]]

_NEEDS: dict[Check, tuple[int, int]] = {}


def only_where(*, either: int = 0, translation: int = 0) -> Callable[[Check], Check]:
    """Declares that a check finds something only where a text is of one of those kinds.

    `either` may be the source's or the translation's, `translation` the translation's alone.
    """

    def declare(check: Check) -> Check:
        _NEEDS[check] = (either, translation)
        return check

    return declare


def can_find(check: Check, in_source: int, in_translation: int) -> bool:
    """Whether the check can find something where source and translation are of those kinds."""
    if check not in _NEEDS:
        return True
    either, translation = _NEEDS[check]
    return (in_source | in_translation) & either != 0 or in_translation & translation != 0
