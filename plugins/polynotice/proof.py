"""Holds what a built page says against what it must say."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    """Where its links lead, from the root of the site."""
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
    nameless_rows: tuple[str, ...] = ()
    """The text of each row in a table's body that is no record's."""


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
    anchor: str | None = None
    """The row's id; `None` where an earlier row of the page has it."""
    links: tuple[str, ...] = ()
    """Where the links in it lead: addresses from the root of the site, or those of other sites."""


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
        for record in must - there:
            message = (
                f'The row "{record}" is missing.'
                if not there[record]
                else (f'The row "{record}" is there {there[record]} times, not {must[record]}.')
            )
            yield self._problem("row-missing", message, record)
        for record in there - must:
            message = f'The row "{record}" is there {there[record]} times, not {must[record]}.'
            yield self._problem("row-extra", message, record)
        for record in found.stray_rows:
            yield self._problem("row-extra", f'The row "{record}" stands outside a table.', record)
        for text in found.nameless_rows:
            yield self._problem("row-extra", f'A row of no record says "{text}".')

    def _tables(self, found: FoundPage, wanted: Sequence[WantedTable]) -> Iterator[Problem]:
        if len(found.tables) != len(wanted):
            yield self._problem(
                "row-missing" if len(found.tables) < len(wanted) else "row-extra",
                f"The page has {len(found.tables)} tables, not {len(wanted)}.",
            )
        on_page = {row.record for table in wanted for row in table.rows}
        for number, (there, must) in enumerate(zip(found.tables, wanted, strict=False), start=1):
            yield from self._table(number, there, must, on_page)
        # Each row is compared wherever on the page it stands: a moved one may be changed, too.
        rows: dict[str, list[FoundRow]] = defaultdict(list)
        for table in found.tables:
            for row in table.rows:
                rows[row.record].append(row)
        for wanted_row in (row for table in wanted for row in table.rows):
            if rows[wanted_row.record]:
                yield from self._row(rows[wanted_row.record].pop(0), wanted_row)

    def _table(
        self, number: int, there: FoundTable, must: WantedTable, on_page: set[str]
    ) -> Iterator[Problem]:
        fields = [field for field, _ in there.headers]
        if fields != [field for field, _ in must.headers]:
            yield self._problem("row-text", f"Table {number} has the columns {', '.join(fields)}.")
        for (field, text), (_, expected) in zip(there.headers, must.headers, strict=False):
            yield from self._text(f"the header of {field}", None, text, expected)
        order = [row.record for row in there.rows]
        expected_order = [row.record for row in must.rows]
        # Rows that the page lacks, or that no table has, are told as such, not as an order.
        known = [record for record in order if record in on_page]
        if known != [record for record in expected_order if record in order]:
            message = f"Table {number} has the rows {_list(order)}, not {_list(expected_order)}."
            yield self._problem("row-order", message)

    def _row(self, there: FoundRow, must: WantedRow) -> Iterator[Problem]:
        if there.is_hidden:
            yield self._problem("row-text", f'The row "{there.record}" is hidden.', there.record)
        if there.anchor != must.anchor:
            message = f'The row "{there.record}" has the id "{there.anchor}", not "{must.anchor}".'
            yield self._problem("row-text", message, there.record)
        if there.links != must.links:
            where = f"{_list(there.links)}, not to {_list(must.links)}"
            message = f'The links in the row "{there.record}" lead to {where}.'
            yield self._problem("row-text", message, there.record)
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


def _list(words: Sequence[str]) -> str:
    return ", ".join(words) or "nothing"
