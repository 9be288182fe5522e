"""How far each locale is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from polynotice.catalogues import po_files
from polynotice.catalogues.untranslated import BEFORE_HISTORY, Waiting, since, waiting
from polynotice.core.locales import Locale
from polynotice.core.model import Key, Span, State
from polynotice.core.problem_codes import CODES
from polynotice.core.problems import Severity
from polynotice.files.git_history import Version
from polynotice.project.check import catalogue_problems, is_checked
from polynotice.project.each_catalogue import in_each_catalogue
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class Status:
    """How far one locale is: numbers of messages, and what a person should look at."""

    total: int
    translated: int
    fuzzy: int
    missing: int
    errors: int
    """How much checks find in the translations that are there, and cannot be right."""
    warnings: int
    """How much else they find."""
    oldest: str | None
    """When the oldest source that still waits came into the template (ISO 8601).

    `None` if nothing waits, or nobody knows since when.
    """


def status(project: Project, versions: Iterable[Version] = ()) -> dict[str, Status]:
    """The status of each locale that people translate, by its id.

    `versions` are the template's, latest first, as far as its history is known.
    """
    locales = [locale for locale in project.site.settings.translated if not locale.is_pseudo]
    in_each_catalogue(project, locales, _look_into, is_known=is_checked)
    waits = {locale: waiting_in(project, locale) for locale in locales}
    messages = {each.message.text.key: each.message for some in waits.values() for each in some}
    dates = since(tuple(messages.values()), versions)
    return {locale.id: _status(project, locale, waits[locale], dates) for locale in locales}


def _look_into(project: Project, locale: Locale) -> None:
    """Lets the project's memory know what the locale's status is made of."""
    catalogue_problems(project, locale)
    waiting_in(project, locale)


def waiting_in(project: Project, locale: Locale) -> list[Waiting]:
    """What is left to translate in that locale, in the order of the notice."""
    known = project.memory.drawer(f"waiting {locale.id}", tuple[_Noted, ...])
    noted = known.recall(project.key_of_words(locale), lambda: _note(project, locale))
    return [
        Waiting(
            message=project.messages[each.number],
            state=each.state,
            span=Span(po_files.path_of(locale), each.line),
            is_listed=each.is_listed,
            previous=each.previous,
        )
        for each in noted
    ]


@dataclass(frozen=True, kw_only=True)
class _Noted:
    """A `Waiting` as it is remembered: its message by its number."""

    number: int
    state: State
    line: int
    is_listed: bool
    previous: str | None


def _note(project: Project, locale: Locale) -> tuple[_Noted, ...]:
    numbers = {message.text.key: number for number, message in enumerate(project.messages)}
    po = project.catalogues.get(locale.id)
    untranslated = waiting(project.messages, project.say(locale), po, po_files.path_of(locale))
    return tuple(
        _Noted(
            number=numbers[each.message.text.key],
            state=each.state,
            line=each.span.line,
            is_listed=each.is_listed,
            previous=each.previous,
        )
        for each in untranslated
    )


def _status(
    project: Project, locale: Locale, waits: Sequence[Waiting], dates: Mapping[Key, str]
) -> Status:
    total = len(project.messages)
    counts = [
        problem.severity
        for problem in catalogue_problems(project, locale)
        if not CODES[problem.code].is_incomplete
    ]
    fuzzy = sum(each.state is State.FUZZY for each in waits)
    keys = [each.message.text.key for each in waits]
    known = [dates[key] for key in keys if key in dates]
    return Status(
        total=total,
        translated=total - len(waits),
        fuzzy=fuzzy,
        missing=len(waits) - fuzzy,
        errors=counts.count(Severity.ERROR),
        warnings=counts.count(Severity.WARNING),
        oldest=min(known, default=BEFORE_HISTORY) or None,
    )
