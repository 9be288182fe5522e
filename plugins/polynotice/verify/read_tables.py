"""The tables of a built page while they are read, and as they are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from polynotice.html.visible_text import Attributes, Content, merged
from polynotice.verify.page_content import FoundRow, FoundTable, FoundText
from polynotice.verify.page_links import address
from polynotice.verify.plain_tables import PlainTable


@dataclass(slots=True, eq=False)
class ReadCell:
    """A cell, header or heading, while it is read."""

    name: str
    label: str | None
    content: Content
    others: Sequence[str] = ()
    hidden: str = ""
    is_header: bool = False


@dataclass(slots=True, eq=False)
class ReadRow:
    """A row, while it is read."""

    attributes: Attributes
    others: list[str]
    is_header: bool
    cells: list[ReadCell] = field(default_factory=list)
    hidden: str = ""


@dataclass(slots=True, eq=False)
class ReadTable:
    """A table, while it is read."""

    label: str | None
    heading: ReadCell | None
    others: list[str]
    rows: list[ReadRow] = field(default_factory=list)
    hidden: str = ""
    is_header: bool = False
    inner: PlainTable | None = None
    """What it has in it, if that was read at once."""
    said: tuple[str, str] = ("", "ltr")
    """The language and direction of what is in it."""


def record_of(attributes: Attributes) -> str | None:
    """The id of what a row is about."""
    return attributes.get("data-record") or attributes.get("data-category")


def found_table(table: ReadTable, page: str) -> FoundTable:
    """A table as it is found on the page with that address."""
    if table.inner is not None:
        return FoundTable(
            headers=table.inner.found_headers(*table.said),
            rows=table.inner.found_rows(*table.said),
            heading=_found_text(table.heading) if table.heading else None,
            label=table.label,
            others=tuple(table.others),
            hidden=table.hidden,
        )
    rows = [(row, record_of(row.attributes)) for row in table.rows if not row.is_header]
    headers = [row for row in table.rows if row.is_header]
    return FoundTable(
        headers=tuple([_named(cell, row.hidden) for row in headers for cell in row.cells]),
        rows=tuple([_found_row(row, record, page) for row, record in rows if record is not None]),
        heading=_found_text(table.heading) if table.heading else None,
        label=table.label,
        others=(*table.others, *(one for row in headers for one in row.others)),
        nameless_rows=tuple(
            " ".join(text for cell in row.cells for text in cell.content.texts)
            for row, record in rows
            if record is None
        ),
        hidden=table.hidden,
    )


def _found_row(row: ReadRow, record: str, page: str) -> FoundRow:
    return FoundRow(
        record=record,
        anchor=row.attributes.get("id"),
        cells=tuple([_named(cell) for cell in row.cells]),
        links=tuple([address(link, page) for cell in row.cells for link in cell.content.links]),
        others=tuple(row.others),
        hidden=row.hidden,
    )


def _named(cell: ReadCell, hidden: str = "") -> tuple[str, FoundText]:
    return cell.name, _found_text(cell, hidden)


def _found_text(cell: ReadCell, hidden: str = "") -> FoundText:
    content = cell.content
    return FoundText(
        texts=content.texts,
        runs=merged(content.runs),
        label=cell.label,
        others=(*cell.others, *content.others),
        hidden=hidden or cell.hidden,
    )
