"""A page without its words: what is the same in each locale, with a place for each text.

Python-Markdown makes the same elements of a page in every locale, for its blocks are those of the
source; only what is within a text is the translation's. So a page is converted once with a sign for
each text, and the words of a locale are put where the signs are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from polynotice.core.model import Phrase
from polynotice.html.plain_text import is_plain
from polynotice.html.visible_text import squeezed
from polynotice.pages.isolation import has_runs

SIGN = "\ua66e"
"""A letter that no text has which is put into a pattern: it stands around the number of a text."""

_SIGNED = re.compile(f"{SIGN}(\\d+){SIGN}")


def sign_of(number: int) -> str:
    """What stands for the text with that number: letters and digits, which Markdown leaves alone.

    >>> is_plain(sign_of(12))
    True
    """
    return f"{SIGN}{number}{SIGN}"


@dataclass(frozen=True, slots=True)
class Words:
    """What a text is on a page of one locale."""

    html: str
    """As Markdown has it, within its block."""
    plain: str | None
    """As it is written, if it has no markup and needs no escapes."""


def words_of(phrase: Phrase, *, is_rtl: bool) -> Words | None:
    """What a phrase is that Markdown leaves as it is; `None` if only Markdown can tell."""
    text = phrase.text
    return Words(text, text) if is_plain(text) and not (is_rtl and has_runs(text)) else None


def words_in(phrase: Phrase, html: str) -> Words:
    """What a phrase is of which Markdown has made that HTML.

    >>> from polynotice.core.model import State
    >>> said = Phrase(text="don't", lang="en", state=State.SOURCE)
    >>> words_in(said, "don't").plain, words_in(said, "don<b>'</b>t").plain
    ("don't", None)
    """
    text = phrase.text
    is_as_written = is_plain(text) or (html == text and not _MARKUP.search(text))
    return Words(html, text if is_as_written else None)


_MARKUP = re.compile(r'[&<>"]')


def may_be_put(phrase: Phrase, locale: str) -> bool:
    """Whether a phrase comes onto a page of the locale as it is said, with nothing around it.

    With braces it may have attributes for the element that it stands in, and in place of `%(` comes
    what no translation says.
    """
    text = phrase.text
    is_own = phrase.lang == locale and not phrase.note and text != "" and text.strip() == text
    return is_own and not any(sign in text for sign in ("{", "%(", SIGN))


class Pattern:
    """A text that has signs for other texts."""

    def __init__(self, text: str) -> None:
        self._pieces = _SIGNED.split(text)
        self._numbers = [int(number) for number in self._pieces[1::2]]

    def fill(self, words: Mapping[int, Words]) -> str | None:
        """The text with those words as they are written; `None` if one has markup."""
        given = [words[number].plain for number in self._numbers]
        return None if None in given else self._with(given)

    def _with(self, given: list[str | None]) -> str:
        pieces: list[str | None] = [*self._pieces]
        pieces[1::2] = given
        return "".join(map(str, pieces))


class PagePattern(Pattern):
    """The HTML of a page that has signs for its texts."""

    def __init__(self, html: str, *, is_rtl: bool) -> None:
        super().__init__(html)
        self.numbers = frozenset(self._numbers)
        places = [_place(html, *match.span()) for match in _SIGNED.finditer(html)]
        if is_rtl and _BESIDE in places:  # a name there may reach into what stands beside it
            places = []
        self._places = places
        self.is_known = len(places) == len(self._numbers)
        """Whether it is known of each place what it takes."""

    def fill(self, words: Mapping[int, Words]) -> str | None:
        """The page with those words; `None` if a place does not take what would stand there."""
        given = [
            _TAKES[place](words[number])
            for number, place in zip(self._numbers, self._places, strict=True)
        ]
        return None if None in given else self._with(given)


_IN_BLOCK, _IN_HEADING, _IN_ELEMENT, _BESIDE, _IN_ATTRIBUTE, _IN_SQUEEZED = range(6)

_BLOCK = re.compile(r"<(?:p|li|td|th|dd)[ >]")
_HEADING = re.compile(r"<h[1-6][ >]")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="[^"]*$')
_SQUEEZED = frozenset({"aria-label", "data-label", "data-name"})
"""The attributes that have white space as a browser shows it (`marked_phrases.in_attribute`)."""


def _place(html: str, start: int, end: int) -> int:
    """What kind of place in a page that is."""
    opened, closed = html.rfind("<", 0, start), html.rfind(">", 0, start)
    if opened > closed:
        attribute = _ATTRIBUTE.search(html[opened:start])
        return _IN_SQUEEZED if attribute and attribute[1] in _SQUEEZED else _IN_ATTRIBUTE
    tag = html[opened : closed + 1]
    if html[closed + 1 : start].strip() or html[end : end + 20].lstrip()[:1] != "<":
        return _BESIDE
    if _BLOCK.match(tag):
        return _IN_BLOCK
    return _IN_HEADING if _HEADING.match(tag) else _IN_ELEMENT


def _in_heading(words: Words) -> str | None:
    """A list of headings has the text itself, with white space as it is shown."""
    text = words.plain
    return words.html if text is not None and " ".join(text.split()) == text else None


def _in_element(words: Words) -> str | None:
    """Within a link or a mark, Markdown may read signs in another way."""
    return None if words.plain is None else words.html


def _beside(words: Words) -> str | None:
    """Beside a text, it may, too, and runs of another direction may go on there."""
    return words.plain if words.plain == words.html else None


def _in_attribute(words: Words) -> str | None:
    return words.plain if words.plain is not None and squeezed(words.plain) == words.plain else None


_TAKES: Mapping[int, Callable[[Words], str | None]] = {
    _IN_BLOCK: lambda words: words.html,
    _IN_HEADING: _in_heading,
    _IN_ELEMENT: _in_element,
    _BESIDE: _beside,
    _IN_ATTRIBUTE: _in_attribute,
    _IN_SQUEEZED: lambda words: None if words.plain is None else squeezed(words.plain),
}
