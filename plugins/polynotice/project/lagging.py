"""Locales that lag behind by rule: which of them do, and with which release."""

from __future__ import annotations

from dataclasses import replace

from polynotice.catalogues import po_files
from polynotice.core.model import Span
from polynotice.core.problem_codes import CODES
from polynotice.core.problems import Problem, Severity, errors
from polynotice.project.check import catalogue_problems
from polynotice.project.project import Project
from polynotice.project.releases.in_force import in_force


def let_lag(project: Project) -> list[Problem]:
    """Lets each locale that may, and that is not complete, show its last release.

    From then on it is none of those that are published of the project. Gives what is to be said of
    that; a locale that no release has stays as it is, and is refused for what it lacks.
    """
    settings, problems = project.site.settings, list[Problem]()
    lagging: dict[str, str] = {}
    for locale in settings.translated:
        if locale.id not in settings.may_lag or not settings.is_published(locale):
            continue
        is_open = any(
            CODES[one.code].is_incomplete for one in errors(catalogue_problems(project, locale))
        )
        if not is_open:
            continue
        having = [one for one in project.releases if locale.id in one.locales]
        release = in_force(having, settings.as_of)
        if release is None:
            problems.append(
                Problem(
                    code="cannot-lag",
                    span=Span(po_files.path_of(locale)),
                    locale=locale.id,
                    message=f"{locale.id} may lag behind and is not complete, and no release that "
                    "is in force has it: there is nothing that its pages could show.",
                    hint="Translate what is open and release it once, or keep the locale out until "
                    f"then: `- {locale.id}: {{publish: false}}`.",
                )
            )
            continue
        lagging[locale.id] = release.head.date
        problems.append(
            Problem(
                code="lagging",
                span=Span(po_files.path_of(locale)),
                severity=Severity.WARNING,
                locale=locale.id,
                message=f"{locale.id} is not complete: its pages show the release of "
                f"{release.date}, and a new release leaves it out.",
                hint="Translate what is open.",
            )
        )
    if lagging:
        project.site.settings = replace(settings, lagging=lagging)
    return problems
