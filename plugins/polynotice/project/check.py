"""Everything that is wrong with a project, and what of it keeps its catalogues from an update."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from polynotice.catalogues import po_files
from polynotice.core.locales import Locale
from polynotice.core.memory import Drawer, key_of
from polynotice.core.problem_codes import CODES
from polynotice.core.problems import Problem, errors, in_order
from polynotice.project.each_catalogue import in_each_catalogue
from polynotice.project.project import Project


def check_project(project: Project, only: Collection[Locale] | None = None) -> list[Problem]:
    """Everything that is wrong with the project; of its catalogues, with those of `only`.

    What a locale lacks is an error if the notice is refused for it, else a warning.
    """
    translated = project.site.settings.translated
    locales = [locale for locale in translated if only is None or locale in only]
    checked = in_each_catalogue(project, locales, catalogue_problems, is_known=is_checked)
    return in_order([*project.problems, *chain.from_iterable(checked)])


def catalogue_problems(project: Project, locale: Locale) -> tuple[Problem, ...]:
    """What is wrong with the locale's catalogue, if it has one that can be read.

    Nothing of it is looked into where it was checked before, with the same messages.
    """
    if locale.id not in project.catalogues:
        return ()
    return _known(project, locale).recall(_key(project, locale), lambda: _check(project, locale))


def is_checked(project: Project, locale: Locale) -> bool:
    """Whether the locale's catalogue was checked before, with the same messages."""
    if project.catalogues.digest_of(locale.id) is None:
        return True
    key = _key(project, locale)
    return key is not None and _known(project, locale).get(key) is not None


def _known(project: Project, locale: Locale) -> Drawer[Problems]:
    # Each locale's in a file of its own: where nothing is translated yet, there are many.
    return project.memory.drawer(f"checked {locale.id}", Problems)


Problems = tuple[Problem, ...]


def _key(project: Project, locale: Locale) -> bytes | None:
    """The digest of all that decides what is wrong with a catalogue, if that is known."""
    if project.markdown.key is None:
        return None
    return key_of(
        project.key_of_words(locale),
        project.markdown.key,
        _is_fatal(project, locale),
        _follow_on(project),
        project.site.page_syntaxes,
        project.glossary_of(locale),
        project.link_map_of(locale),
    )


def _is_fatal(project: Project, locale: Locale) -> bool:
    """Whether the notice is refused for what the locale lacks."""
    settings = project.site.settings
    return settings.is_published(locale) and not settings.allow_untranslated


def _follow_on(project: Project) -> str:
    """The context of what is said of a kind of data only because records cannot be read."""
    notice = project.notice
    return "words/not_used" if notice.broken or notice.has_unread else ""


def _check(project: Project, locale: Locale) -> Problems:
    from polynotice.checks import catalogue  # here: what is remembered needs no check
    from polynotice.core.conventions import conventions

    settings = project.site.settings
    follow_on = _follow_on(project)
    messages = [message for message in project.messages if message.text.context != follow_on]
    if project.parent_of(locale):
        # What a regional locale leaves to its language is that catalogue's affair.
        say, languages = project.say(locale), (locale.id, settings.source.id)
        messages = [message for message in messages if say(message.text).lang in languages]
    checked = catalogue.check_catalogue(
        messages,
        project.catalogues[locale.id],
        path=po_files.path_of(locale),
        source=conventions(settings.source),
        conventions=conventions(locale),
        is_fatal=_is_fatal(project, locale),
        glossary=project.glossary_of(locale),
        link_map=project.link_map_of(locale),
        page_syntaxes=project.site.page_syntaxes,
        become_of=project.markdown.become_of,
        known=project.memory.drawer(f"findings {locale.id}", catalogue.Findings),
        key_of_become=project.markdown.key_of_become,
    )
    return tuple(checked)


def hindrances(project: Project) -> list[Problem]:
    """The errors for which the messages are not all there.

    Merged all the same, what cannot be read would count as dropped, and its translations retire.
    """
    # None of them is a catalogue's.
    return [one for one in in_order(errors(project.mistakes)) if CODES[one.code].hinders_update]
