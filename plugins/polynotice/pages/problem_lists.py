"""What is wrong, as every page of a preview shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polynotice.core.locales import Locale
from polynotice.core.problems import Problem
from polynotice.pages import preview

PLACE = "<!-- what is wrong -->"
"""Where it goes, until a page is written: templates need not be filled anew for it."""

_END = "<!-- end of what is wrong -->"
_LISTED = re.compile(f"{PLACE}.*?{_END}", re.DOTALL)


class ProblemLists:
    """The list for each locale, made once for all its pages while nothing is added."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[int, str]] = {}
        """By the locale's id, with the number of problems: in one build they only become more."""

    def of(self, problems: Sequence[Problem], locale: Locale) -> str:
        """What is wrong, as the pages of that locale show it; empty if nothing is."""
        number, listed = self._made.get(locale.id, (-1, ""))
        if number != len(problems):
            listed = preview.problem_list(problems, locale.id) if problems else ""
            self._made[locale.id] = (len(problems), listed)
        return listed


def put(html: str, listed: str) -> str:
    """A page with what is wrong at its place."""
    return html.replace(PLACE, f"{PLACE}{listed}{_END}")


def put_again(html: str, listed: str) -> str:
    """A page on which it was put before, with what is wrong now."""
    return _LISTED.sub(lambda _: f"{PLACE}{listed}{_END}", html)
