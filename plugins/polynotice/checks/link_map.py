"""A link map: where links of the source lead in one locale, if not to the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Redirection:
    """One entry of a link map."""

    source: str
    """An address, as the source writes it."""
    target: str
    """What stands in its place in the translation."""
    line: int = 1
    """Where the link map says so."""


@dataclass(frozen=True, kw_only=True)
class LinkMap:
    """The links of one locale that lead elsewhere than those of the source."""

    path: str
    """Where a person edits it, relative to the project's folder."""
    redirections: tuple[Redirection, ...] = ()

    def apply(self, there: Counter[str], must: Counter[str]) -> Iterator[Redirection]:
        """Puts into `must`, the addresses of a source, those that a translation must have instead.

        Gives each redirection that the translation does not follow, once for each link that leads
        where the source leads, and takes these links out of both.
        """
        wanted = [(one, must.pop(one.source)) for one in self.redirections if one.source in must]
        for one, number in wanted:
            must[one.target] += number
        for one, number in wanted:
            kept = max(0, min(number, there[one.source] - must[one.source]))
            there[one.source] -= kept
            must[one.target] -= kept
            yield from [one] * kept
