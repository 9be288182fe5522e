"""Checks of one translation against its source: pure functions, each with a specific sentence.

A check takes a `Pair` and yields a `Finding` for each mistake. `ALL` is the list that is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polynotice.checks import markup, numbers, wording
from polynotice.checks.pair import Conventions, Finding, Pair

Check = Callable[[Pair], Iterator[Finding]]

ALL: tuple[Check, ...] = (
    markup.raw_html,
    markup.hidden_characters,
    markup.links,
    markup.placeholders,
    markup.markup,
    numbers.numbers,
    wording.identical,
)

__all__ = ["ALL", "Check", "Conventions", "Finding", "Pair"]
