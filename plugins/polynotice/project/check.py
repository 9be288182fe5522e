"""Everything that is wrong with a project, and what of it keeps its catalogues from an update."""

from __future__ import annotations

from collections.abc import Collection

from polynotice.catalogues import po_files
from polynotice.checks import catalogue
from polynotice.core.conventions import conventions
from polynotice.core.locales import Locale
from polynotice.core.problem_codes import CODES
from polynotice.core.problems import Problem, errors, in_order
from polynotice.project.project import Project


def check_project(project: Project, only: Collection[Locale] | None = None) -> list[Problem]:
    """Everything that is wrong with the project; of its catalogues, with those of `only`.

    What a locale lacks is an error if the notice is refused for it, else a warning.
    """
    found = list(project.problems)
    for locale in project.site.settings.translated:
        if only is None or locale in only:
            found += catalogue_problems(project, locale)
    return in_order(found)


def catalogue_problems(project: Project, locale: Locale) -> list[Problem]:
    """What is wrong with the locale's catalogue, if it has one that can be read."""
    settings = project.site.settings
    po = project.catalogues.get(locale.id)
    if po is None:
        return []
    say = project.say(locale)
    languages = (locale.id, settings.source.id)
    # Said of a kind of data only because the records that use it could not be read.
    notice = project.notice
    follow_on = "words/not_used" if notice.broken or notice.has_unread else ""
    return catalogue.check_catalogue(
        # What a regional locale leaves to its language is that catalogue's affair.
        [
            message
            for message in project.messages
            if say(message.text).lang in languages and message.text.context != follow_on
        ],
        po,
        path=po_files.path_of(locale),
        source=conventions(settings.source),
        conventions=conventions(locale),
        is_fatal=settings.is_published(locale) and not settings.allow_untranslated,
        glossary=project.glossary_of(locale),
        link_map=project.link_map_of(locale),
        become_of=project.markdown.become_of,
        known=project.memory.drawer(f"findings {locale.id}", catalogue.Findings),
        key_of_become=project.markdown.key_of_become,
    )


def hindrances(project: Project) -> list[Problem]:
    """The errors for which the messages are not all there.

    Merged all the same, what cannot be read would count as dropped, and its translations retire.
    """
    return [problem for problem in errors(project.problems) if CODES[problem.code].hinders_update]
