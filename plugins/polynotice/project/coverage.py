"""What the law asks for: where the notice states it, and in which locales that is final."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from polynotice.core.model import Text
from polynotice.core.problems import Problem, errors, in_order
from polynotice.notice.requirements import Requirement
from polynotice.project.check import hindrances
from polynotice.project.disclosures import Disclosure, Place, disclosures
from polynotice.project.project import Project

CODES = ("bad-requirements", "missing-disclosure", "bad-mark", "placeholder")
"""Of the problems that coverage is about."""


@dataclass(frozen=True, kw_only=True)
class Covered:
    """One element, as far as the notice states it."""

    disclosure: Disclosure
    locales: tuple[str, ...]
    """Ids of those in which everything that states it is final; none where nothing does."""

    def as_json(self) -> dict[str, Any]:
        """The element as the command line's `--json` prints it."""
        disclosure = self.disclosure
        return {
            "id": disclosure.element.id,
            "article": disclosure.element.article,
            "wanted": disclosure.element.wanted,
            "stated": disclosure.is_stated,
            "not_applicable": disclosure.not_applicable or None,
            "where": [_place(each) for each in disclosure.where],
            "missing": [
                {"path": one.span.path, "line": one.span.line, "record": one.id}
                for one in disclosure.lacking
            ]
            if disclosure.is_missing
            else [],
            "open": [_place(each) for each in disclosure.open_at],
            "locales": list(self.locales),
        }


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """One list of what the law asks for."""

    requirement: Requirement
    elements: tuple[Covered, ...]

    def as_json(self) -> dict[str, Any]:
        """The list as the command line's `--json` prints it."""
        return {
            "id": self.requirement.id,
            "title": self.requirement.title,
            "law": self.requirement.law,
            "elements": [each.as_json() for each in self.elements],
        }


def coverage(project: Project) -> tuple[Coverage, ...]:
    """The lists that the project asks for, in its order."""
    stated = disclosures(
        project.requirements, project.notice, project.blocks.values(), project.marks
    )
    return tuple(
        Coverage(
            requirement=one,
            elements=tuple(
                Covered(disclosure=each, locales=_locales(project, each))
                for each in stated
                if each.requirement is one
            ),
        )
        for one in project.requirements
    )


def problems_of_coverage(project: Project) -> list[Problem]:
    """What is missing, and for what more may be: what could not be read."""
    about = [one for one in errors(project.mistakes) if one.code in CODES]
    return in_order([*about, *hindrances(project)])


def all_locales(project: Project) -> tuple[str, ...]:
    """The ids of the locales that people translate, and the source's."""
    return tuple(one.id for one in project.site.settings.locales if not one.is_pseudo)


def _locales(project: Project, disclosure: Disclosure) -> tuple[str, ...]:
    texts = [text for place in disclosure.where for text in place.texts]
    return _final_in(project, texts) if disclosure.is_stated else ()


def _final_in(project: Project, texts: Iterable[Text]) -> tuple[str, ...]:
    wanted = {text.key: text for text in texts}.values()
    known = [one for one in project.site.settings.locales if not one.is_pseudo]
    return tuple(
        one.id for one in known if all(project.say(one)(text).state.is_final for text in wanted)
    )


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.span.path, "line": place.span.line, "record": place.record}
