"""How a built page differs from what it must say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.html.visible_text import Run
from polynotice.verify.page_content import (
    FoundPage,
    FoundRow,
    FoundTable,
    FoundText,
    WantedRow,
    WantedTable,
    WantedText,
    unless_of_page,
)


@dataclass(frozen=True, kw_only=True)
class PageComparison:
    """Compares one page of one locale."""

    path: str
    """Of the page, below the site's folder."""
    locale: str
    direction: str

    def problems(
        self,
        found: FoundPage | None,
        wanted: Sequence[WantedTable],
        foreign: Collection[str] = (),
    ) -> list[Problem]:
        """Every way in which the page differs from the tables that it must have.

        `foreign` are the paths of the site to which no link of it may lead.
        """
        if found is None:
            return [self._problem("locale-missing", "The page is not there, or cannot be read.")]
        return [
            *self._page(found),
            *self._rows(found, wanted),
            *self._tables(found, wanted),
            *self._links(found, foreign),
        ]

    def _problem(
        self,
        code: str,
        message: str,
        record: str | None = None,
        hint: str = "Build the site again, and look for what changed the page afterwards.",
    ) -> Problem:
        return Problem(
            code=code,
            span=Span(self.path),
            locale=self.locale,
            record=record,
            message=message,
            hint=hint,
        )

    def _page(self, found: FoundPage) -> Iterator[Problem]:
        for lang in found.langs:
            if lang != self.locale:
                yield self._differs("the language of the page", self.locale, lang)
        for direction in found.directions:
            if direction != self.direction:
                yield self._differs("the direction of the page", self.direction, direction)
        if found.encoding != "utf-8":
            yield self._differs("the encoding of the page", "utf-8", found.encoding)
        yield from self._kept("the page", None, (), found.hidden)

    def _links(self, found: FoundPage, foreign: Collection[str]) -> Iterator[Problem]:
        for path in found.links:
            if path in foreign:
                message = f'A link leads to "{path}", which is in the source language.'
                hint = (
                    "Lead to the page's file in docs/, or mark the link with `hreflang` if it is "
                    "to leave this language."
                )
                yield self._problem("foreign-link", message, hint=hint)

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
        for table in found.tables:
            for text in table.nameless_rows:
                yield self._problem("row-extra", f'A row of no record says "{text}".')
        for row in (row for table in wanted for row in table.rows):
            if row.anchor is not None and found.ids.get(row.anchor, 0) > 1:
                message = f'The id "{row.anchor}" is there {found.ids[row.anchor]} times.'
                yield self._problem("row-extra", message, row.record)
            for name in row.formerly:
                if (times := found.ids.get(name, 0)) != 1:
                    message = f'The former id "{name}" of "{row.record}" is there {times} times.'
                    yield self._problem("row-missing", message, row.record)

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
        what = f"table {number}"
        # Where a table is one record's, its findings are that record's, too.
        record = must.rows[0].record if len(must.rows) == 1 else None
        fields = [name for name, _ in there.headers]
        expected_fields = [name for name, _ in must.headers]
        if fields != expected_fields:
            columns = f"the columns of {what}"
            yield self._differs(columns, _list(expected_fields), _list(fields), record)
        for (name, text), (_, expected) in zip(there.headers, must.headers, strict=False):
            yield from self._text(f"the header of {name} in {what}", record, text, expected)
        if there.label != must.label:
            yield self._differs(f"the label of {what}", must.label, there.label, record)
        yield from self._heading(what, record, there, must)
        yield from self._kept(what, record, there.others, there.hidden)
        order = [row.record for row in there.rows]
        expected_order = [row.record for row in must.rows]
        # Rows that the page lacks, or that no table has, are reported as such, not as an order.
        known = [record for record in order if record in on_page]
        if known != [record for record in expected_order if record in order]:
            message = f"Table {number} has the rows {_list(order)}, not {_list(expected_order)}."
            yield self._problem("row-order", message)

    def _heading(
        self, what: str, record: str | None, there: FoundTable, must: WantedTable
    ) -> Iterator[Problem]:
        if must.heading and there.heading:
            yield from self._text(f"the title above {what}", record, there.heading, must.heading)
        elif must.heading:
            yield self._differs(f"the title above {what}", _list(must.heading.texts), None, record)

    def _row(self, there: FoundRow, must: WantedRow) -> Iterator[Problem]:
        record = there.record
        what = f'the row "{record}"'
        yield from self._kept(what, record, there.others, there.hidden)
        if there.anchor != must.anchor:
            yield self._differs(f"the id of {what}", must.anchor, there.anchor, record)
        if there.links != must.links:
            where = f"the links of {what}"
            yield self._differs(where, _list(must.links), _list(there.links), record)
        fields = [name for name, _ in there.cells]
        expected_fields = [name for name, _ in must.cells]
        if fields != expected_fields:
            cells = f"the cells of {what}"
            yield self._differs(cells, _list(expected_fields), _list(fields), record)
        found = dict(there.cells)
        for name, expected in must.cells:
            if name in found:
                cell = f'the cell {name} of "{record}"'
                yield from self._text(cell, record, found[name], expected)

    def _text(
        self, what: str, record: str | None, found: FoundText, expected: WantedText
    ) -> Iterator[Problem]:
        if found.texts != expected.texts:
            yield self._differs(what, _items(expected.texts), _items(found.texts), record)
        elif unless_of_page(found.runs, self.locale, self.direction) != expected.runs:
            own = ((self.locale, self.direction, ""),)
            languages = f"the language of {what}"
            must, there = _languages(expected.runs or own), _languages(found.runs)
            yield self._differs(languages, must, there, record)
        if found.label != expected.label:
            yield self._differs(f"the label of {what}", expected.label, found.label, record)
        if found.others != expected.others:
            must, there = (_list(one.others) for one in (expected, found))
            message = f"In {what}, expected {must} besides its text, found {there}."
            yield self._problem("row-text", message, record)
        # Where nothing is to be seen, nothing is kept from anybody: an empty cell of a matrix.
        yield from self._kept(what, record, (), found.hidden if expected.texts else "")

    def _kept(
        self, what: str, record: str | None, others: Sequence[str], hidden: str
    ) -> Iterator[Problem]:
        if hidden:
            message = f"In {what}, expected what a reader sees, found it hidden: {hidden}."
            hint = "Look for what hides it: a style sheet, a plugin, or the page itself."
            yield self._problem("row-text", message, record, hint)
        if others:
            message = f"In {what}, expected nothing but its text, found {_list(others)}."
            yield self._problem("row-text", message, record)

    def _differs(
        self, what: str, expected: str | None, found: str | None, record: str | None = None
    ) -> Problem:
        message = f"In {what}, expected {_quoted(expected)}, found {_quoted(found)}."
        return self._problem("row-text", message, record)


def _items(texts: Sequence[str]) -> str:
    return " | ".join(texts)


def _languages(runs: Sequence[Run]) -> str:
    return ", ".join(f"{lang or 'none'} ({direction})" for lang, direction, _ in runs)


def _quoted(words: str | None) -> str:
    return "none" if words is None else f'"{words}"'


def _list(words: Sequence[str]) -> str:
    return ", ".join(words) or "nothing"
