"""The few words of a locale whose pages are kept, for the others: no catalogue is read for them."""

from __future__ import annotations

from collections.abc import Callable

from polynotice.core.locales import Locale
from polynotice.core.memory import key_of
from polynotice.core.model import Phrase, Text
from polynotice.core.translation import Say
from polynotice.project.project import Project


def say_of_kept(project: Project, locale: Locale, say: Callable[[], Say]) -> Say:
    """Says what `say` gives says, which is asked for what no build before has asked."""
    known = project.memory.drawer("words of kept locales", Phrase)
    words = project.key_of_words(locale)

    def said(text: Text) -> Phrase:
        return known.recall(key_of(words, text.key), lambda: say()(text))

    return said
