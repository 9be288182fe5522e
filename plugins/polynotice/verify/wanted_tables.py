"""What the tables on the pages of one locale must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from polynotice.core.locales import Locale, find_locale
from polynotice.core.model import Phrase
from polynotice.core.translation import Say
from polynotice.html.visible_text import Run, Seen, merged
from polynotice.notice.blocks import tables_of
from polynotice.notice.matrix import MARK, Matrix, MatrixRow
from polynotice.notice.tables import BESIDES, Cell, Column, Row, Table
from polynotice.pages.element_names import INDEX_ID
from polynotice.pages.full_page import FullPage
from polynotice.pages.links import without_index
from polynotice.pages.marked_phrases import in_attribute
from polynotice.pages.table_elements import anchor_of, tag_words
from polynotice.project.project import Project
from polynotice.verify.page_content import (
    WantedRow,
    WantedTable,
    WantedText,
    column_of,
    unless_of_page,
)


class WantedTables:
    """Knows them for every page of a locale; `root` is the folder of its pages."""

    def __init__(
        self,
        project: Project,
        say: Say,
        locale: Locale,
        root: str,
        see: Callable[[str, str], Seen],
        full: FullPage | None = None,
    ) -> None:
        """`see` gives what a reader sees of a text on a page; links lead into a `full` page."""
        self._full = full
        self._project = project
        self._say = say
        self._locale = locale
        self._root = root
        self._see = see
        self._placed_on = project.placed_on
        self._indexed_on = project.indexed_on
        self._last: tuple[tuple[Column, ...], str, tuple[tuple[str, WantedText], ...]]
        self._last = ((), "", ())

    def on_page(self, page: str) -> list[WantedTable]:
        """The tables of the page with that path below `docs/`."""
        return self._on_page(page, set())

    def on_full_page(self) -> list[WantedTable]:
        """The tables of all pages, one below the other."""
        anchors: set[str] = set()
        pages = [page.uri for page in self._project.site.pages]
        return [table for page in pages for table in self._on_page(page, anchors)]

    def _on_page(self, page: str, anchors: set[str]) -> list[WantedTable]:
        """`anchors` are those that are taken on the same page."""
        return [
            self._matrix(table, page)
            if isinstance(table, Matrix)
            else self._table(table, page, anchors)
            for block in self._project.blocks.get(page, ())
            for table in tables_of(block, self._project.notice, self._say)
        ]

    def _table(self, table: Table, page: str, anchors: set[str]) -> WantedTable:
        labels = {column.field: in_attribute(column.header) for column in table.columns}
        rows = []
        for row in table.rows:
            anchor = anchor_of(row)
            rows.append(
                WantedRow(
                    record=row.id,
                    cells=tuple(
                        (cell.field, self._cell(cell, page, labels[cell.field]))
                        for cell in row.cells
                    ),
                    anchor=None if anchor in anchors else anchor,
                    formerly=() if anchor in anchors else row.formerly,
                    links=tuple(map(without_index, self._links(row, page))),
                )
            )
            anchors.add(anchor)
        return WantedTable(
            headers=self._headers(table.columns, page),
            rows=tuple(rows),
            heading=self._text([table.heading], page) if table.heading else None,
            label=in_attribute(table.label) if table.label else None,
        )

    def _headers(
        self, columns: tuple[Column, ...], page: str
    ) -> tuple[tuple[str, WantedText], ...]:
        """The headers of a table; most have those of the one before."""
        if self._last[:2] != (columns, page):
            headers = tuple((each.field, self._text([each.header], page)) for each in columns)
            self._last = (columns, page, headers)
        return self._last[2]

    def _matrix(self, matrix: Matrix, page: str) -> WantedTable:
        names = ((column_of(name), self._text([text], page)) for name, text in matrix.groups)
        return WantedTable(
            headers=(("purpose", self._text([matrix.corner], page)), *names),
            rows=tuple(self._matrix_row(row, matrix, page) for row in matrix.rows),
            label=in_attribute(matrix.label),
        )

    def _matrix_row(self, row: MatrixRow, matrix: Matrix, page: str) -> WantedRow:
        way = tuple(map(without_index, self._way_to(row.id)))
        cells = [("purpose", self._text([row.name], page))]
        links = [*way, *self._addresses(row.name, page)]
        for name, text in matrix.groups:
            column, label = column_of(name), in_attribute(text)
            if name in row.groups:
                spoken = f'a aria-label="{in_attribute(row.name)}: {label}"'
                others = (spoken,) if way else ()
                cells.append((column, WantedText(texts=(MARK,), label=label, others=others)))
                links += way
            else:
                cells.append((column, WantedText(texts=(), label=label)))
        return WantedRow(record=row.id, cells=tuple(cells), links=tuple(links))

    def _links(self, row: Row, page: str) -> Iterator[str]:
        """Where the links of a row must lead, from the root of the site."""
        for cell in row.cells:
            for item in cell.items:
                yield from self._way_to(item.record)
                if item.category:
                    yield from self._way_to_category(item.category)
                for phrase in item.phrases:
                    yield from self._addresses(phrase, page)
            for category in cell.tags:
                yield from self._way_to_category(category.id)

    def _addresses(self, phrase: Phrase, page: str) -> Iterator[str]:
        for address in self._see(phrase.text, page).links:
            where = self._project.site.targets.address_in(address, page, self._root)
            # What was written from the root of the host stands on every page as it was written.
            yield where if where == address else self._moved(where)

    def _way_to(self, purpose: str | None) -> Iterator[str]:
        if purpose in self._placed_on:
            where = self._project.site.url_of(self._placed_on[purpose])
            yield self._moved(f"/{self._root}{where}#{purpose}")

    def _way_to_category(self, category: str) -> Iterator[str]:
        if self._indexed_on is not None:
            where = self._project.site.url_of(self._indexed_on)
            yield self._moved(f"/{self._root}{where}#{INDEX_ID}{category}")

    def _moved(self, address: str) -> str:
        return self._full.link(address) if self._full else address

    def _cell(self, cell: Cell, page: str, label: str) -> WantedText:
        tags = cell.tags if self._indexed_on is not None else ()
        words = [tag_words(one, self._project.notice, self._say) for one in tags]
        spoken = [
            f'a {name}="{value}"'
            for one in words
            for name, value in (("aria-label", one.label), ("data-name", one.name))
        ]
        return self._items([item.phrases for item in cell.items], page, label, spoken)

    def _text(self, phrases: Sequence[Phrase], page: str) -> WantedText:
        """What phrases side by side must be on that page."""
        return self._items([(phrase,) for phrase in phrases], page)

    def _items(
        self,
        items: Sequence[Sequence[Phrase]],
        page: str,
        label: str | None = None,
        spoken: Sequence[str] = (),
    ) -> WantedText:
        """What texts of those phrases must be, with what is read out beside them."""
        locale = self._locale
        if len(items) == 1 and len(items[0]) == 1 and not spoken:
            (phrase,) = items[0]
            one = self._see(phrase.text, page)
            if phrase.lang == locale.id and one.text and one.is_plain:
                return WantedText(texts=(one.text,), label=label)
        seen = [[self._see(phrase.text, page) for phrase in phrases] for phrases in items]
        pieces: list[Run] = []
        for phrases, their in zip(items, seen, strict=True):
            for number, (phrase, one) in enumerate(zip(phrases, their, strict=True)):
                if number:
                    pieces.append((locale.id, locale.direction, BESIDES))
                own = find_locale(phrase.lang).direction
                pieces += [
                    (run[0] or phrase.lang, run[1] or own, run[2] or one.text) for run in one.runs
                ]
        texts = (BESIDES.join(one.text for one in their) for their in seen)
        return WantedText(
            texts=tuple(filter(None, texts)),
            runs=unless_of_page(merged(pieces), locale.id, locale.direction),
            label=label,
            others=(*(other for their in seen for one in their for other in one.others), *spoken),
        )
