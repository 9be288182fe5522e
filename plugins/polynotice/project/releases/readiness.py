"""What the next release still needs: of the notice as a whole, and of each locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from polynotice.core.locales import Locale
from polynotice.core.model import State
from polynotice.core.problems import Problem, errors
from polynotice.project.check import check_project
from polynotice.project.coverage import coverage
from polynotice.project.disclosures import Disclosure
from polynotice.project.progress import waiting_in
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class LocaleReadiness:
    """What one locale still needs."""

    is_published: bool
    """Whether a release has it; for what is open in any other, none is refused."""
    missing: int
    fuzzy: int
    is_draft: bool
    """Whether its pages say that nobody has approved the translation."""
    disclosures: tuple[str, ...]
    """Ids of what the law asks for and the locale does not state in its own words."""
    refused: Mapping[str, int]
    """For what a release is refused because of it: how many errors of each code."""

    def as_json(self) -> dict[str, Any]:
        """The locale as the command line's `--json` prints it."""
        return {
            "published": self.is_published,
            "missing": self.missing,
            "fuzzy": self.fuzzy,
            "draft": self.is_draft,
            "disclosures": list(self.disclosures),
            "errors": dict(self.refused),
        }


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """What the next release still needs."""

    problems: tuple[Problem, ...]
    """For what `release` refuses, in the order of the files; of published locales alone."""
    locales: Mapping[str, LocaleReadiness]
    """By the id of each locale that people translate, in the order of the switcher."""

    @property
    def of_notice(self) -> Mapping[str, int]:
        """How many errors of each code are the notice's, and no locale's."""
        return Counter(one.code for one in self.problems if one.locale not in self.locales)

    def as_json(self) -> dict[str, Any]:
        """As the command line's `--json` prints it."""
        return {
            "refused": bool(self.problems),
            "errors": dict(self.of_notice),
            "locales": {id_: one.as_json() for id_, one in self.locales.items()},
            "problems": [one.as_json() for one in self.problems],
        }


def readiness(project: Project) -> Readiness:
    """What the next release of the project still needs."""
    settings = project.site.settings
    listed = [locale for locale in settings.translated if not locale.is_pseudo]
    unpublished = {locale.id for locale in listed if not settings.is_published(locale)}
    problems = [one for one in errors(check_project(project)) if one.locale not in unpublished]
    elements = [each for list_ in coverage(project) for each in list_.elements]

    def of(locale: Locale) -> LocaleReadiness:
        waits = waiting_in(project, locale)
        fuzzy = sum(each.state is State.FUZZY for each in waits)
        open_ = (
            one.disclosure.element.id
            for one in elements
            if _lacks(one.locales, locale, one.disclosure)
        )
        return LocaleReadiness(
            is_published=settings.is_published(locale),
            missing=len(waits) - fuzzy,
            fuzzy=fuzzy,
            is_draft=project.is_draft_translation(locale),
            disclosures=tuple(dict.fromkeys(open_)),
            refused=Counter(one.code for one in problems if one.locale == locale.id),
        )

    return Readiness(problems=tuple(problems), locales={each.id: of(each) for each in listed})


def _lacks(final_in: tuple[str, ...], locale: Locale, disclosure: Disclosure) -> bool:
    return disclosure.is_missing or (disclosure.is_stated and locale.id not in final_in)
