"""Holds what a built page says against what it must say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polynotice.model import Span
from polynotice.problems import Problem


@dataclass(frozen=True, kw_only=True)
class FoundText:
    """The text of an element, and in what language and whether a reader is shown it."""

    text: str
    lang: str
    """Of the innermost element that says one and holds the whole text."""
    is_hidden: bool


@dataclass(frozen=True, kw_only=True)
class FoundRow:
    """A row of a table."""

    record: str
    anchor: str | None
    cells: tuple[tuple[str, FoundText], ...]
    """Pairs of field and text."""
    links: tuple[str, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class FoundTable:
    """A table of a notice."""

    headers: tuple[tuple[str, FoundText], ...]
    """Pairs of field and text."""
    rows: tuple[FoundRow, ...]


@dataclass(frozen=True, kw_only=True)
class FoundPage:
    """A page, as far as it belongs to the notice."""

    lang: str
    direction: str
    tables: tuple[FoundTable, ...]
    stray_rows: tuple[str, ...]
    """Ids of records whose rows stand outside every table of a notice."""


@dataclass(frozen=True, kw_only=True)
class WantedText:
    """What a cell or header must say."""

    text: str
    lang: str


@dataclass(frozen=True, kw_only=True)
class WantedRow:
    """What a row must be."""

    record: str
    cells: tuple[tuple[str, WantedText], ...]


@dataclass(frozen=True, kw_only=True)
class WantedTable:
    """What a table must be."""

    headers: tuple[tuple[str, WantedText], ...]
    rows: tuple[WantedRow, ...]


@dataclass(frozen=True, kw_only=True)
class Prover:
    """Compares one page of one locale."""

    path: str
    """Of the page, below the site's folder."""
    locale: str
    direction: str

    def problems(self, found: FoundPage | None, wanted: Sequence[WantedTable]) -> list[Problem]:
        """Every way in which the page differs from the tables that it must have."""
        if found is None:
            return [self._problem("locale-missing", "The page is not there.")]
        return [*self._page(found), *self._rows(found, wanted), *self._tables(found, wanted)]

    def _problem(self, code: str, message: str, record: str | None = None) -> Problem:
        return Problem(
            code=code,
            span=Span(self.path),
            locale=self.locale,
            record=record,
            message=message,
            hint="Build the site again, and look for what changed the page afterwards.",
        )

    def _page(self, found: FoundPage) -> Iterator[Problem]:
        if found.lang != self.locale:
            yield self._problem(
                "row-text", f'The page says that it is in "{found.lang}", not "{self.locale}".'
            )
        if found.direction != self.direction:
            yield self._problem(
                "row-text", f'The page runs "{found.direction}", not "{self.direction}".'
            )

    def _rows(self, found: FoundPage, wanted: Sequence[WantedTable]) -> Iterator[Problem]:
        """Rows that are missing or too many on the page as a whole."""
        there = Counter(row.record for table in found.tables for row in table.rows)
        there.update(found.stray_rows)
        must = Counter(row.record for table in wanted for row in table.rows)
        for record, count in (must - there).items():
            message = (
                f'The row "{record}" is missing.'
                if not there[record]
                else (f'The row "{record}" is there {there[record]} times, not {must[record]}.')
            )
            yield self._problem("row-missing", message, record)
            del count
        for record in there - must:
            message = f'The row "{record}" is there {there[record]} times, not {must[record]}.'
            yield self._problem("row-extra", message, record)
        for record in found.stray_rows:
            yield self._problem("row-extra", f'The row "{record}" stands outside a table.', record)

    def _tables(self, found: FoundPage, wanted: Sequence[WantedTable]) -> Iterator[Problem]:
        if len(found.tables) != len(wanted):
            yield self._problem(
                "row-missing" if len(found.tables) < len(wanted) else "row-extra",
                f"The page has {len(found.tables)} tables, not {len(wanted)}.",
            )
        for number, (there, must) in enumerate(zip(found.tables, wanted, strict=False), start=1):
            yield from self._table(number, there, must)

    def _table(self, number: int, there: FoundTable, must: WantedTable) -> Iterator[Problem]:
        fields = [field for field, _ in there.headers]
        if fields != [field for field, _ in must.headers]:
            yield self._problem("row-text", f"Table {number} has the columns {', '.join(fields)}.")
        for (field, text), (_, expected) in zip(there.headers, must.headers, strict=False):
            yield from self._text(f"the header of {field}", None, text, expected)
        order = [row.record for row in there.rows]
        expected_order = [row.record for row in must.rows]
        if order != expected_order and Counter(order) == Counter(expected_order):
            message = f"Table {number} has its rows in the order {', '.join(order)}."
            yield self._problem("row-order", message)
        elif order and not set(order) & set(expected_order):
            message = (
                f"Table {number} has the rows {', '.join(order)}, not {', '.join(expected_order)}."
            )
            yield self._problem("row-order", message)
        by_record = {row.record: row for row in there.rows}
        for row in must.rows:
            if row.record in by_record:
                yield from self._row(by_record[row.record], row)

    def _row(self, there: FoundRow, must: WantedRow) -> Iterator[Problem]:
        if there.is_hidden:
            yield self._problem("row-text", f'The row "{there.record}" is hidden.', there.record)
        fields = [field for field, _ in there.cells]
        if fields != [field for field, _ in must.cells]:
            message = f'The row "{there.record}" has the cells {", ".join(fields) or "(none)"}.'
            yield self._problem("row-text", message, there.record)
        found = dict(there.cells)
        for field, expected in must.cells:
            if field in found:
                what = f'the cell {field} of "{there.record}"'
                yield from self._text(what, there.record, found[field], expected)

    def _text(
        self, what: str, record: str | None, found: FoundText, expected: WantedText
    ) -> Iterator[Problem]:
        if found.text != expected.text:
            message = f'In {what}, expected "{expected.text}", found "{found.text}".'
            yield self._problem("row-text", message, record)
        elif found.lang != expected.lang:
            message = f'In {what}, expected the language "{expected.lang}", found "{found.lang}".'
            yield self._problem("row-text", message, record)
        if found.is_hidden:
            yield self._problem("row-text", f"What stands in {what} is hidden.", record)
