"""A page of a built site, read back: the tables that its HTML really has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.html.visible_text import Attributes, Content, merged, spoken
from polynotice.verify.element_attributes import SAID_OF_ALL, USUAL, odd_attributes
from polynotice.verify.hidden_parts import HiddenParts, Part, Sheets, rules_for, why_hidden
from polynotice.verify.page_content import FoundPage, FoundRow, FoundTable, FoundText, column_of
from polynotice.verify.page_links import address
from polynotice.verify.page_prose import prose_of
from polynotice.verify.prose_content import PageProse


@dataclass(slots=True, eq=False)
class _Cell:
    """A cell, header or heading, while it is read."""

    name: str
    label: str | None
    content: Content
    others: Sequence[str] = ()
    hidden: str = ""
    is_header: bool = False


@dataclass(slots=True, eq=False)
class _Row:
    """A row, while it is read."""

    attributes: Attributes
    others: list[str]
    is_header: bool
    cells: list[_Cell] = field(default_factory=list)
    hidden: str = ""


@dataclass(slots=True, eq=False)
class _Table:
    """A table, while it is read."""

    label: str | None
    heading: _Cell | None
    others: list[str]
    rows: list[_Row] = field(default_factory=list)
    hidden: str = ""
    is_header: bool = False


class PageReader:
    """Reads one page, which has that address from the root of the site."""

    def __init__(self, html: bytes, address: str, sheets: Sheets) -> None:
        self._tree = LexborHTMLParser(html.decode(errors="replace").removeprefix("\ufeff"))
        self._html = html.lower()
        self._address = address
        self._sheets = sheets
        self._parts = HiddenParts(
            {"table", "thead", "tbody", "tr", "th", "td", *(f"[{name}]" for name in USUAL)}
        )

    def read(self) -> FoundPage:
        """What the page has of the notice."""
        tree = self._tree
        tops = [one.attributes for one in (tree.root, tree.body) if one is not None]
        page = FoundPage(
            langs=tuple(_said(tops, "lang")),
            directions=tuple(one.lower() for one in _said(tops, "dir")),
            encoding="utf-8" if _UTF_8 in self._html else _encoding(tree),
            hidden=next(filter(None, self._why_hidden(tops)), ""),
        )
        rows = tree.css("[data-record], [data-category]")
        tables = self._tables()
        if not rows and not tables:
            return page
        self._parts.hide(tree, rules_for(tree, self._html, self._address, self._sheets))
        return replace(
            page,
            tables=tuple(_found_table(table, self._where) for table in tables),
            stray_rows=tuple(
                _record_of(row.attributes) or "" for row in rows if row not in self._parts
            ),
            ids=Counter(node.id or "" for node in tree.css("[id]")),
        )

    def prose(self) -> PageProse:
        """What it says around the tables."""
        return prose_of(self._tree, self._where)

    @cached_property
    def _where(self) -> str:
        """The address from which its links count."""
        base = self._tree.css_first("base[href]") if b"<base" in self._html else None
        return urljoin(self._address, (base.attributes["href"] or "") if base else "")

    def _why_hidden(self, tops: Iterable[Attributes]) -> Iterator[str]:
        yield from (why_hidden("body", one) for one in tops)
        # A word that a page rarely has is looked for in its text first: that costs next to nothing.
        refresh = b"refresh" in self._html and self._tree.css_first("meta[http-equiv=refresh i]")
        if refresh:
            yield f'it sends its reader to "{refresh.attributes.get("content")}"'

    def _tables(self) -> list[_Table]:
        tables = []
        heading: LexborNode | None = None
        for node in self._tree.css(_TABLES_AND_HEADINGS):
            if node.tag == "table":
                tables.append(self._table(node, heading))
            else:
                heading = node
        return tables

    def _heading(self, node: LexborNode) -> _Cell:
        place = self._parts.place_of(node)
        content = Content(node, place.lang, place.direction, but_links_to=f"#{node.id}")
        heading = _Cell("", None, content, hidden=place.hidden)
        place.parts.append(heading)
        self._parts.add_below(node, heading)
        return heading

    def _table(self, node: LexborNode, above: LexborNode | None) -> _Table:
        attributes = node.attributes
        heading = self._heading(above) if above else None
        table = _Table(attributes.get("aria-label"), heading, odd_attributes("table", attributes))
        named_by = attributes.get("aria-labelledby")
        if named_by is not None and (above is None or above.id != named_by):
            table.others.append(f'aria-labelledby="{named_by}"')
        place = self._parts.add_below(node, table)
        table.hidden = place.hidden
        said = self._enter(node, attributes, (place.lang, place.direction), [table])
        for section in _elements(node):
            tag, attributes = section.tag or "", section.attributes
            if tag not in ("thead", "tbody"):
                table.others.append(f"<{tag}>")
                continue
            table.others += odd_attributes(tag, attributes)
            lost: list[Part] = []
            inside = self._enter(section, attributes, said, lost)
            for inner in _elements(section):
                if inner.tag == "tr":
                    row = self._row(inner, inside, is_header=tag == "thead")
                    table.rows.append(row)
                    lost.append(row)
                else:
                    table.others.append(f"<{inner.tag}>")
        return table

    def _row(self, node: LexborNode, said: tuple[str, str], *, is_header: bool) -> _Row:
        attributes = node.attributes
        row = _Row(attributes, odd_attributes("tr", attributes), is_header)
        said = self._enter(node, attributes, said, [row])
        for inner in _elements(node):
            tag = inner.tag or ""
            if tag in ("td", "th"):
                row.cells.append(self._cell(inner, tag, said, is_header=is_header))
            else:
                row.others.append(f"<{tag}>")
        return row

    def _cell(self, node: LexborNode, tag: str, said: tuple[str, str], *, is_header: bool) -> _Cell:
        attributes = node.attributes
        lost: list[Part] = []
        content = Content(node, *self._enter(node, attributes, said, lost))
        cell = _Cell(
            _name_of(attributes),
            attributes.get("data-label"),
            content,
            odd_attributes(tag, attributes, is_row_header=tag == "th" and not is_header),
            is_header=is_header,
        )
        lost.append(cell)
        self._parts.add_cell(node, content.names)
        return cell

    def _enter(
        self, node: LexborNode, attributes: Attributes, said: tuple[str, str], lost: list[Part]
    ) -> tuple[str, str]:
        """Notes what is lost with an element of a table; gives what it says of language."""
        is_usual = attributes.keys() <= SAID_OF_ALL
        self._parts.add(node, None if is_usual else attributes, lost)
        return spoken(attributes, *said) if "lang" in attributes or "dir" in attributes else said


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def _said(tops: Iterable[Attributes], name: str) -> Iterator[str]:
    """What `html` says, and `body` if it says anything."""
    for number, attributes in enumerate(tops):
        if number == 0 or name in attributes:
            yield attributes.get(name) or ""


_UTF_8 = b'<meta charset="utf-8">'


def _encoding(tree: LexborHTMLParser) -> str:
    for meta in tree.css("meta[charset], meta[http-equiv=content-type i]"):
        content = meta.attributes.get("content") or ""
        charset = meta.attributes.get("charset") or content.lower().rpartition("charset=")[2]
        return charset.strip().lower().replace("utf8", "utf-8")
    return ""


_TABLES_AND_HEADINGS = "table.notice-table, table.notice-matrix, h1, h2, h3, h4, h5, h6"


def _name_of(attributes: Attributes) -> str:
    group = attributes.get("data-group")
    return attributes.get("data-field") or (column_of(group) if group else "")


def _record_of(attributes: Attributes) -> str | None:
    return attributes.get("data-record") or attributes.get("data-category")


def _found_table(table: _Table, page: str) -> FoundTable:
    rows = [(row, _record_of(row.attributes)) for row in table.rows if not row.is_header]
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


def _found_row(row: _Row, record: str, page: str) -> FoundRow:
    return FoundRow(
        record=record,
        anchor=row.attributes.get("id"),
        cells=tuple([_named(cell) for cell in row.cells]),
        links=tuple([address(link, page) for cell in row.cells for link in cell.content.links]),
        others=tuple(row.others),
        hidden=row.hidden,
    )


def _named(cell: _Cell, hidden: str = "") -> tuple[str, FoundText]:
    return cell.name, _found_text(cell, hidden)


def _found_text(cell: _Cell, hidden: str = "") -> FoundText:
    content = cell.content
    return FoundText(
        texts=content.texts,
        runs=merged(content.runs),
        label=cell.label,
        others=(*cell.others, *content.others),
        hidden=hidden or cell.hidden,
    )
