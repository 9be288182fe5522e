"""The words in what a release keeps of a page, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from polynotice.notice.release_form import Element, Node, NoticeTable, Row
from polynotice.notice.release_text import is_block

_LINES = frozenset(
    (
        *("blockquote", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li"),
        *("p", "pre", "summary", "tr"),
    )
)
"""What begins on a line of its own."""


def words_in(content: Iterable[Node]) -> str:
    """All words, with a line for each item of a list and each paragraph.

    Of a sign that has a name for assistive technology, that name: alone it says nothing.

    >>> words_in(("See ", Element("a", {"page": "a.md"}, ("our page",)), "."))
    'See our page.'
    """
    text = "".join(_words(content))
    lines = (" ".join(line.split(" ")).strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _words(content: Iterable[Node]) -> Iterator[str]:
    for piece in content:
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, NoticeTable):
            for row in piece.rows:
                for cell in row.cells.values():
                    yield "\n"
                    yield from _words(cell)
        elif piece.tag == "a" and "aria-label" in piece.attributes and piece.content:
            yield piece.attributes["aria-label"]
        else:
            is_line = piece.tag in _LINES
            yield "\n" if is_line else ""
            if piece.tag == "img":
                yield piece.attributes.get("alt", "")
            yield from _words(piece.content)
            yield "\n" if is_line else ""


def tables_in(content: Iterable[Node]) -> Iterator[NoticeTable]:
    """The tables of purposes, in order."""
    for piece in content:
        if isinstance(piece, NoticeTable):
            yield piece
        elif isinstance(piece, Element):
            yield from tables_in(piece.content)


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, kw_only=True)
class PageText:
    """A text of a page that stands on lines of its own: a paragraph, a heading, an item."""

    content: tuple[Node, ...]
    is_heading: bool


def texts_and_tables(
    content: Iterable[Node], *, is_heading: bool = False
) -> Iterator[PageText | NoticeTable]:
    """What a page says, in order, but for notes on drafts."""
    pieces = tuple(content)
    if not any(map(is_block, pieces)):
        if words_in(pieces):
            yield PageText(content=pieces, is_heading=is_heading)
        return
    for piece in pieces:
        if isinstance(piece, NoticeTable):
            yield piece
        elif isinstance(piece, Element) and is_block(piece):
            if "notice-draft" not in piece.attributes.get("class", "").split():
                is_within = is_heading or piece.tag in _HEADINGS
                yield from texts_and_tables(piece.content, is_heading=is_within)
        elif words_in((piece,)):
            yield PageText(content=(piece,), is_heading=is_heading)


def languages_of(row: Row, locale: str) -> dict[str, str]:
    """The language of each cell by its field: the first that it is marked with, or the locale."""
    return {field: next(_languages(cell), locale) for field, cell in row.cells.items()}


def _languages(content: Iterable[Node]) -> Iterator[str]:
    for piece in content:
        if isinstance(piece, Element):
            if "lang" in piece.attributes:
                yield piece.attributes["lang"]
            yield from _languages(piece.content)
