"""What a release keeps of the pages, as elements of one page of the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from polynotice.core.locales import find_locale
from polynotice.notice.release_form import Element as Piece
from polynotice.notice.release_form import FrozenLocale, FrozenPage, Node, NoticeTable, Row
from polynotice.notice.release_text import is_block
from polynotice.project.releases.words import tables_in, words_in


@dataclass(kw_only=True)
class ArchivedPage:
    """Makes the elements; each row has the id that it had, once, and any other one its page's."""

    locale: FrozenLocale
    way_to_other: Callable[[str], str]
    """The way to the same release in the locale with that id."""

    def __post_init__(self) -> None:
        rows = [
            row
            for page in self.locale.pages
            for table in tables_in(page.content)
            for row in table.rows
        ]
        self._row_ids = {name for row in rows for name in (row.id, *row.formerly)}
        self._taken: set[str] = set()

    def put(self, parent: Element) -> None:
        """Puts all pages there, one below the other."""
        for page in self.locale.pages:
            section = SubElement(parent, "section", {"id": _section(page.path)})
            section.text = section.tail = "\n"
            if not any(isinstance(one, Piece) and one.tag == "h1" for one in page.content):
                add(section, "h2", page.title, lang=page.language)
            self._fill(section, page.content, page)

    def _fill(self, parent: Element, content: Iterable[Node], page: FrozenPage) -> None:
        for piece in content:
            if isinstance(piece, str):
                _add_text(parent, piece)
            elif isinstance(piece, NoticeTable):
                self._table(parent, piece, page)
            elif piece.tag == "img":
                _add_text(parent, piece.attributes.get("alt", ""))
            else:
                element = self._element(parent, piece, page)
                self._fill(element, piece.content, page)
                if is_block(piece):
                    element.tail = "\n"

    def _element(self, parent: Element, piece: Piece, page: FrozenPage) -> Element:
        given = dict(piece.attributes)
        target, at = given.pop("page", None), given.pop("at", "")
        given.pop("file", None)  # it is named, and not kept
        given.pop("src", None)
        if target is not None:
            other = given.get("hreflang")
            given["href"] = self.way_to_other(other) if other else self._way(target, at)
        name = given.pop("id", None)
        # The row of a kind of personal data, too, has an address of its own.
        if name and (new := self._id(page.path, name)) not in self._taken:
            self._taken.add(new)
            given["id"] = new
        return SubElement(parent, _BELOW.get(piece.tag, piece.tag), given)

    def _id(self, page: str, name: str) -> str:
        return name if name in self._row_ids else f"{_section(page)}:{name}"

    def _way(self, page: str, at: str) -> str:
        """Where a link leads that led to a page of the notice, and to an id there."""
        return f"#{quote(self._id(page, at) if at else _section(page))}"

    def _table(self, parent: Element, table: NoticeTable, page: FrozenPage) -> None:
        element = SubElement(parent, "table", {"class": "notice-table"})
        element.text = element.tail = "\n"
        if table.label:
            element.set("aria-label", table.label)
        head = SubElement(SubElement(element, "thead"), "tr")
        for field, content in table.headers.items():
            self._fill(SubElement(head, "th", {"scope": "col", "data-field": field}), content, page)
        body = SubElement(element, "tbody")
        body.text = "\n"
        for row in table.rows:
            self._row(body, row, table.headers, page)

    def _row(
        self, body: Element, row: Row, headers: Mapping[str, tuple[Node, ...]], page: FrozenPage
    ) -> None:
        element = SubElement(body, "tr", {"data-record": row.id})
        element.tail = "\n"
        is_first = row.id not in self._taken
        if is_first:
            self._taken.add(row.id)
            element.set("id", row.id)
        for number, (field, content) in enumerate(row.cells.items()):
            cell = SubElement(element, "td", {"data-field": field})
            for name in row.formerly if is_first and number == 0 else ():
                SubElement(cell, "span", {"id": name})
            if label := words_in(headers.get(field, ())):
                cell.set("data-label", label)
            self._fill(cell, content, page)


_BELOW = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}
"""All pages stand below one heading, the name of the site."""


def _section(page: str) -> str:
    """The id of all that is on a page."""
    return f"/{page.rpartition('.')[0]}"


def _add_text(parent: Element, text: str) -> None:
    children = list(parent)
    if children:
        children[-1].tail = (children[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add(
    parent: Element, tag: str, text: str = "", *, lang: str | None = None, **given: str
) -> Element:
    """An element on a line of its own, with that text."""
    attributes = {name.rstrip("_"): value for name, value in given.items()}
    said = {"lang": lang, "dir": find_locale(lang).direction} if lang else {}
    element = SubElement(parent, tag, attributes | said)
    element.text, element.tail = text, "\n"
    return element


def draft_line(locale: FrozenLocale | None) -> str:
    """What the pages say of being a draft, without the link in it; nothing if they say nothing."""
    pages = locale.pages if locale else ()
    return next((line for page in pages for line in _draft_lines(page.content)), "")


def _draft_lines(content: Iterable[Node]) -> Iterator[str]:
    for piece in content:
        if isinstance(piece, Piece):
            if piece.attributes.get("class") == "notice-draft":
                yield words_in([one for one in piece.content if isinstance(one, str)])
            yield from _draft_lines(piece.content)


def header_of(locale: FrozenLocale | None, field: str) -> str:
    """What the column of that field is called; the field's name where no table has it."""
    for page in locale.pages if locale else ():
        for table in tables_in(page.content):
            if field in table.headers:
                return words_in(table.headers[field])
    return field
