"""Tables of a built page with nothing in their cells but words: read in the text of the page.

A page's elements are nearly all those of its tables, and most tables are written in one form. Such
a table is the same wherever a parser lets it begin, for it closes all that it opens. So it is taken
out of the text, but for its own tag, before the rest of the page is parsed. Whether it is a table
there, and what is around it, the parser says (`built_page`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polynotice.html.visible_text import merged, squeezed
from polynotice.verify.page_content import FoundRow, FoundText

TAKEN = "data-taken"
"""The attribute of a table that was taken out: its number."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """What a table has in it, as it is written."""

    headers: Sequence[tuple[str, str]]
    """Pairs of field and text."""
    rows: Sequence[tuple[str, str, Sequence[tuple[str, str, str]]]]
    """Of each the record, the id, if it has one, and its cells: field, label and text."""

    @property
    def ids(self) -> Iterator[str]:
        """The ids of its rows."""
        return (name for _, name, _ in self.rows if name)

    def found_headers(self, lang: str, direction: str) -> tuple[tuple[str, FoundText], ...]:
        """Its headers, in a table of that language and direction."""
        return tuple([(field, _found(text, lang, direction)) for field, text in self.headers])

    def found_rows(self, lang: str, direction: str) -> tuple[FoundRow, ...]:
        """Its rows, in a table of that language and direction."""
        return tuple(
            [
                FoundRow(
                    record=record,
                    anchor=name or None,
                    cells=tuple(
                        [
                            (field, _found(text, lang, direction, label))
                            for field, label, text in cells
                        ]
                    ),
                )
                for record, name, cells in self.rows
            ]
        )


def _found(text: str, lang: str, direction: str, label: str | None = None) -> FoundText:
    runs = merged([(lang, direction, text)])
    return FoundText(texts=(squeezed(text),), runs=runs, label=label)


def take_plain_tables(html: str) -> tuple[str, Sequence[PlainTable]]:
    """The page without what is in such tables, and these, in order.

    >>> take_plain_tables("<table><tr><td>other</td></tr></table>")[1]
    []
    """
    if TAKEN in html:
        return html, []
    tables: list[PlainTable] = []

    def taken(match: re.Match[str]) -> str:
        table = PlainTable(
            _HEADERS.findall(match["head"]),
            [
                (record, name, _CELLS.findall(cells))
                for record, name, cells in _ROWS.findall(match["rows"])
            ],
        )
        texts = [text for _, text in table.headers]
        texts += [text for _, _, cells in table.rows for *_, text in cells]
        if any(map(str.isspace, texts)):
            return match[0]
        tables.append(table)
        return f'<table {TAKEN}="{len(tables) - 1}"{match["attributes"]}></table>'

    return _TABLE.sub(taken, html), tables


# As our tables are written. A parser leaves these signs alone wherever they stand.
_VALUE = r'[^"<>&\x00\r\n]++'
_TEXT = r"[^<>&\x00\r\n]++"
_HEADER = rf'<th data-field="{_VALUE}" scope="col">{_TEXT}</th>\n'
_CELL = rf'<td data-field="{_VALUE}" data-label="{_VALUE}">{_TEXT}</td>\n'
_ROW = rf'<tr data-(?:record|category)="{_VALUE}"(?: id="{_VALUE}")?>\n(?:{_CELL})+</tr>\n'
_TABLE = re.compile(
    rf'<table(?P<attributes>(?: [a-z-]+="{_VALUE}")*? class="notice-table")>\n'
    rf"<thead>\n<tr>\n(?P<head>(?:{_HEADER})+)</tr>\n</thead>\n"
    rf"<tbody>\n(?P<rows>(?:{_ROW})+)</tbody>\n</table>"
)
_HEADERS = re.compile(f'<th data-field="({_VALUE})" scope="col">({_TEXT})</th>')
_CELLS = re.compile(f'<td data-field="({_VALUE})" data-label="({_VALUE})">({_TEXT})</td>')
_ROWS = re.compile(f'<tr data-[a-z]+="({_VALUE})"(?: id="({_VALUE})")?>\n((?:<td.*\n)+)')
