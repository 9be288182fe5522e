"""What is wrong, as every page of a preview shows it."""

from __future__ import annotations

from collections.abc import Sequence

from polynotice.core.locales import Locale
from polynotice.core.problems import Problem
from polynotice.pages import preview

PLACE = "<!-- what is wrong -->"
"""Where it goes, until a page is written: templates need not be filled anew for it."""


class ProblemLists:
    """The list for each locale, made once for all its pages while nothing is added."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[int, str]] = {}
        """By the locale's id, with the number of problems: in one build they only become more."""

    def put(self, html: str, problems: Sequence[Problem], locale: Locale) -> str:
        """A page in that locale with what is wrong at its place, if anything is."""
        number, listed = self._made.get(locale.id, (-1, ""))
        if number != len(problems):
            listed = preview.problem_list(problems, locale.id) if problems else ""
            self._made[locale.id] = (len(problems), listed)
        return html.replace(PLACE, listed)
