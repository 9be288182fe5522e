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

    @property
    def leads(self) -> tuple[tuple[str, str], ...]:
        """Where a link leads in the source, and where instead; of a mail address as a link, too.

        >>> Redirection(source="a@shop.example", target="b@shop.example").leads[1]
        ('mailto:a@shop.example', 'mailto:b@shop.example')
        """
        pair = self.source, self.target
        is_mail = "@" in self.source and ":" not in self.source and "/" not in self.source
        return (pair, (f"mailto:{self.source}", f"mailto:{self.target}")) if is_mail else (pair,)


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
        wanted = [
            (redirection, source, target, must.pop(source))
            for redirection in self.redirections
            for source, target in redirection.leads
            if source in must
        ]
        for _, _, target, number in wanted:
            must[target] += number
        for redirection, source, target, number in wanted:
            kept = max(0, min(number, there[source] - must[source]))
            there[source] -= kept
            must[target] -= kept
            yield from [redirection] * kept
