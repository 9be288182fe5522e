"""What one build says on its pages, whatever generator makes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from polynotice.core.locales import Locale
from polynotice.core.model import Key, Phrase, Text
from polynotice.core.problems import Problem
from polynotice.core.translation import Say
from polynotice.pages import added_words
from polynotice.pages.added_words import AddedWords
from polynotice.pages.page_context import PageContext, SourcePage
from polynotice.project.extraction import page_context
from polynotice.project.speaking import Speaking


@dataclass(kw_only=True)
class Rendering:
    """Speaks in each locale, and notes what comes of the pages while they are rendered."""

    speaking: Speaking
    not_extracted: list[tuple[Text, Locale]] = field(default_factory=list)
    """What pages turned out to say that no catalogue was asked for."""
    added_words: AddedWords = field(default_factory=AddedWords)
    """What other plugins add to the HTML of pages."""
    ids: dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    """Of each source page that was rendered, with the tags of their elements."""

    def say(self, locale: Locale) -> Say:
        """How the build speaks in that locale."""
        if locale.id not in self._says:
            self._says[locale.id] = self._noting(self.speaking.say(locale), locale)
        return self._says[locale.id]

    @cached_property
    def _says(self) -> dict[str, Say]:
        """Of the locales that were asked about."""
        return {}

    @cached_property
    def _known(self) -> set[Key]:
        return {message.text.key for message in self.speaking.project.messages}

    def _noting(self, say: Say, locale: Locale) -> Say:
        def said(text: Text) -> Phrase:
            phrase = say(text)
            if not phrase.state.is_final and text.key not in self._known:
                self.not_extracted.append((text, locale))
            return phrase

        return said

    def context(self, source: SourcePage, locale: Locale) -> PageContext:
        """What the HTML of a page in that locale depends on.

        A translation's depends on the ids of its source page, which is to be rendered before.
        """
        project = self.speaking.project
        is_translated = locale.id != self.speaking.source.id
        return page_context(
            project.site,
            project.notice,
            locale,
            self.say(locale),
            placed_on=project.placed_on,
            indexed_on=project.indexed_on,
            draft=project.draft_line_of(locale),
            ids=self.ids.get(source.uri) if is_translated else None,
        )

    def note_ids(self, source: SourcePage, ids: Sequence[tuple[str, str]]) -> None:
        """Notes the ids of a source page that was rendered, with the tags of their elements."""
        self.ids[source.uri] = ids

    def words_brought_in(self) -> list[Problem]:
        """What other plugins have brought in that no catalogue or source page has.

        Each is given once: what comes later is given when this is asked again.
        """
        problems = [*added_words.not_extracted(self.not_extracted), *self.added_words.problems]
        self.not_extracted.clear()
        self.added_words.problems.clear()
        return problems
