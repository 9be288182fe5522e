"""Words that other plugins or hooks bring in while building, after everything was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polynotice.core.locales import Locale
from polynotice.core.model import Span, Text
from polynotice.core.problems import Problem
from polynotice.html.visible_text import squeezed
from polynotice.pages.page_context import SourcePage


class AddedWords:
    """Finds what is added to the HTML of a page and of its translations in the same words.

    What is added to a translation alone may be in its language: `page.file.locale` says which.
    """

    def __init__(self) -> None:
        self._before = ""
        self._words: dict[str, Any] = {}
        self._added: dict[str, dict[str, None]] = {}
        """By the path of each page, what is added to the source page."""
        self._set: dict[str, dict[str, str]] = {}
        """By the path of each page, the words that are set for the source page."""
        self.problems: list[Problem] = []
        """What was found of that, and of how a translation differs from its source page."""

    def judge_settings(
        self, given: Mapping[str, Any], source: SourcePage, locale: Locale, *, is_source: bool
    ) -> None:
        """Looks at the words of front matter that a page has in the end.

        `given` are those that it has and Polynotice has not given it.
        """
        words = {name: value for name, value in given.items() if isinstance(value, str)}
        if is_source:
            self._set[source.uri] = words
            return
        for name, value in self._set.get(source.uri, {}).items():
            if words.get(name, value) == value:
                self.problems.append(
                    Problem(
                        code="untranslatable-text",
                        span=Span(source.path),
                        locale=locale.id,
                        message=f'Another plugin sets the {name} of the page to "{value}", '
                        "untranslated.",
                        hint="Write it into the page's front matter.",
                    )
                )

    def begin_words(self, words: Mapping[str, Any]) -> None:
        """Notes the words that a page is given before others set them: `words_set` comes next."""
        self._words = dict(words)

    def words_set(self, words: Mapping[str, Any]) -> dict[str, Any]:
        """Those of a page's words that are not what they were."""
        return {name: value for name, value in words.items() if value != self._words.get(name)}

    def begin(self, html: str) -> None:
        """Notes a page before others add to it: `end` comes next, for the same page."""
        self._before = html

    def end(self, html: str, source: SourcePage, locale: Locale, *, is_source: bool) -> None:
        """Looks at what others have made of the page."""
        if html == self._before:
            return
        from polynotice.pages.untranslatable import words_in  # here: nearly all pages stay alike

        # As one text: a minifier changes where a line ends.
        known = squeezed("\n".join(words_in(self._before)))
        pieces = map(squeezed, words_in(html))
        added = dict.fromkeys(words for words in pieces if words not in known)
        if is_source:
            self._added[source.uri] = added
            return
        for words in added:
            if words in self._added.get(source.uri, ()):
                self.problems.append(
                    Problem(
                        code="untranslatable-text",
                        span=source.span(0),
                        locale=locale.id,
                        message=f'Another plugin adds "{words}" to the page, untranslated.',
                        hint="Leave it out, or say it in the language of `page.file.locale`.",
                    )
                )


def not_extracted(texts: Iterable[tuple[Text, Locale]]) -> Iterator[Problem]:
    """What pages turned out to say that no catalogue was asked for."""
    for text, locale in texts:
        yield Problem(
            code="missing-translation",
            span=text.span,
            locale=locale.id,
            message=f'The page says "{text.msgid}", which no catalogue was asked for.',
            hint="Another plugin adds it while building: write it into the page instead.",
        )
