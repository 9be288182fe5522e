"""How each locale speaks in what is made of a project: a site to publish, or a preview of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from polynotice.catalogues import po_files
from polynotice.core.locales import Locale
from polynotice.core.model import Key
from polynotice.core.problems import Problem
from polynotice.core.translation import Say, annotated, guarded, once
from polynotice.pages import preview
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class Speaking:
    """The locales of a site or a preview, and how each of them speaks there.

    A preview has the drafts, too, withholds what could run or load something, and notes beside a
    text what is wrong with it. A site has no such text: it is refused while there is one.
    """

    project: Project
    is_preview: bool = False
    problems: Sequence[Problem] = ()
    """What was found wrong with the project."""
    only: frozenset[str] = frozenset()
    """The ids of the locales whose pages are made, where it is a part of a site."""

    @property
    def source(self) -> Locale:
        """The source locale."""
        return self.project.site.settings.source

    @cached_property
    def locales(self) -> list[Locale]:
        """The locales that are shown, in the order of the switcher."""
        settings = self.project.site.settings
        return [
            locale
            for locale in settings.locales
            if self.is_preview or settings.is_published(locale)
        ]

    @property
    def made(self) -> list[Locale]:
        """The locales whose pages are made: all that are shown, or those of a part."""
        return [locale for locale in self.locales if not self.only or locale.id in self.only]

    @cached_property
    def kept_back(self) -> list[Locale]:
        """The locales that are not shown: the drafts of a site."""
        known = {*self.locales, *self.lagging}
        return [one for one in self.project.site.settings.locales if one not in known]

    @cached_property
    def lagging(self) -> list[Locale]:
        """The locales that show a release instead; in a preview, none does."""
        settings = self.project.site.settings
        shown = {} if self.is_preview else settings.lagging
        return [locale for locale in settings.locales if locale.id in shown]

    def say(self, locale: Locale) -> Say:
        """How one of the locales speaks."""
        if locale.id not in self._says:
            self._says[locale.id] = self._say(locale)
        return self._says[locale.id]

    @cached_property
    def _says(self) -> dict[str, Say]:
        """Of the locales that were asked about."""
        return {}

    def _say(self, locale: Locale) -> Say:
        say = self.project.say(locale)
        if not self.is_preview:
            return say
        say = guarded(say, self.project.may_be_shown)
        return once(annotated(say, self.notes[locale.id]) if locale.id in self.notes else say)

    @cached_property
    def notes(self) -> Mapping[str, Mapping[Key, str]]:
        """What is wrong with each message, by the id of each locale that has a catalogue."""
        paths = {problem.span.path for problem in self.problems}
        catalogues = self.project.catalogues
        return {
            locale.id: preview.notes(self.problems, catalogues[locale.id], path)
            if (path := po_files.path_of(locale)) in paths  # else it need not be read
            else {}
            for locale in self.locales
            if locale.id in catalogues
        }
