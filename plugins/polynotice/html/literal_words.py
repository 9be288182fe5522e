"""Words that stand in HTML as they are, such as those in a template, with their lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from polynotice.html.addresses import leads_away
from polynotice.html.visible_text import squeezed

FILLED_IN = "\ufffc"
"""Stands for a piece that is not known yet: the value of an expression, say."""

_ATTRIBUTES = frozenset(
    {"abbr", "alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription"}
    | {"aria-valuetext", "placeholder", "summary", "title"}
)
_LABELLED = frozenset({"optgroup", "option", "track"})
_NO_PROSE = frozenset({"code", "kbd", "math", "pre", "script", "style", "svg"})
_BUTTONS = frozenset({"button", "reset", "submit"})
_DESCRIBING = frozenset(
    {"application-name", "apple-mobile-web-app-title", "description", "keywords"}
    | {"og:description", "og:image:alt", "og:site_name", "og:title"}
    | {"twitter:description", "twitter:image:alt", "twitter:title"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
    | {"param", "source", "track", "wbr"}
)


def literal_words(html: str) -> Iterator[tuple[int, str]]:
    r"""The words in `html` that a reader sees or hears, each piece with its line, from 1.

    Code is not among them, nor what says that it is in no need of a translation
    (`translate="no"`) or in which language it is (`lang`, but for that of the whole page).

    >>> list(literal_words('<p title="Our shop">\n<b translate="no">ACME</b> &copy; by us</p>'))
    [(1, 'Our shop'), (2, '© by us')]
    """
    finder = _Finder()
    finder.feed(html)
    finder.close()
    yield from finder.found


def is_prose(text: str) -> bool:
    """Whether somebody would translate it: no address, path, number or sign."""
    words = squeezed(text)
    is_name = leads_away(words) or (" " not in words and any(sign in words for sign in "/@._:#"))
    return sum(character.isalpha() for character in words) > 1 and not is_name


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._open: list[tuple[str, bool]] = []
        """The elements around, each with whether its words count."""

    @property
    def _counts(self) -> bool:
        return all(counts for _, counts in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        is_said = attributes.get("translate") == "no" or (tag != "html" and "lang" in attributes)
        if self._counts and not is_said and (tag == "svg" or tag not in _NO_PROSE):
            line, _ = self.getpos()
            for value in _values(tag, attributes):
                self._note(line, value)
        if tag not in _VOID:
            self._open.append((tag, not is_said and tag not in _NO_PROSE))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        # A template may open an element in each of two branches, and close it once.
        for position in reversed(range(len(self._open))):
            if self._open[position][0] == tag:
                del self._open[position:]
                return

    def handle_data(self, data: str) -> None:
        if self._counts:
            line, _ = self.getpos()
            before = data[: len(data) - len(data.lstrip(f" \t\r\n{FILLED_IN}"))]
            self._note(line + before.count("\n"), data)

    def _note(self, line: int, text: str) -> None:
        words = squeezed(text.replace(FILLED_IN, " … ")).strip(" …")
        if any(character.isalpha() for character in words):
            self.found.append((line, words))


def _values(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """What of an element's attributes is read out or shown."""
    yield from (value for name, value in attributes.items() if name in _ATTRIBUTES)
    if tag == "input" and attributes.get("type") in _BUTTONS:
        yield attributes.get("value", "")
    if tag in _LABELLED:
        yield attributes.get("label", "")
    if tag == "meta":
        named = attributes.get("name") or attributes.get("property") or ""
        if named.lower() in _DESCRIBING:
            yield attributes.get("content", "")
