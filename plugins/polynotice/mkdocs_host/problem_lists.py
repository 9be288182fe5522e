"""What is wrong, as every page of a preview shows it."""

from __future__ import annotations

from collections.abc import Sequence

from polynotice.core.locales import Locale
from polynotice.core.problems import Problem
from polynotice.pages import preview


class ProblemLists:
    """The list for each locale, made once for all its pages while nothing is added."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[int, str]] = {}
        """By the locale's id, with the number of problems: in one build they only become more."""

    def above(self, content: str | None, problems: Sequence[Problem], locale: Locale) -> str | None:
        """The content of a page in that locale, below what is wrong, if anything is."""
        if not problems:
            return content
        number, listed = self._made.get(locale.id, (0, ""))
        if number != len(problems):
            listed = preview.problem_list(problems, locale.id)
            self._made[locale.id] = (len(problems), listed)
        return f"{listed}\n{content}"
