"""A page of a built site, read back: the tables that its HTML really has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from urllib.parse import urljoin

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.html.visible_text import EMPTY, Attributes, Content, spoken
from polynotice.verify.element_attributes import SAID_OF_ALL, USUAL, odd_attributes
from polynotice.verify.hidden_parts import HiddenParts, Part, Sheets, rules_for, why_hidden
from polynotice.verify.page_content import FoundPage, column_of
from polynotice.verify.page_prose import NAVIGATIONS, prose_of
from polynotice.verify.plain_tables import TAKEN, PlainTable, take_plain_tables
from polynotice.verify.prose_content import PageProse
from polynotice.verify.read_tables import ReadCell, ReadRow, ReadTable, found_table, record_of


class PageReader:
    """Reads one page, which has that address from the root of the site."""

    def __init__(
        self, html: bytes, address: str, sheets: Sheets, *, is_at_once: bool = True
    ) -> None:
        """`is_at_once` reads tables of plain words in its text: the same, in half the time."""
        self._text = html.decode(errors="replace").removeprefix("\ufeff")
        self._html = html.lower()
        self._address = address
        self._sheets = sheets
        self._begin(*(take_plain_tables(self._text) if is_at_once else (self._text,)))

    def _begin(self, text: str, taken: Sequence[PlainTable] = ()) -> None:
        self._tree = LexborHTMLParser(text)
        self._taken = taken
        self._parts = HiddenParts(
            {"table", "thead", "tbody", "tr", "th", "td", *(f"[{name}]" for name in USUAL)}
        )

    def read(self) -> FoundPage:
        """What the page has of the notice."""
        return self._page

    @cached_property
    def _page(self) -> FoundPage:
        found = self._found()
        if found is None:  # what was taken out is to be looked at where it stands
            self._begin(self._text)
            found = self._found()
        assert found is not None  # noqa: S101
        return found

    def _found(self) -> FoundPage | None:
        """What it has; `None` if that is not sure without what was taken out."""
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
        if not self._has_taken(tables):
            return None
        if not rows and not tables:
            return page
        rules = list(rules_for(tree, self._html, self._address, self._sheets))
        if self._taken and self._parts.may_be_hidden(rules):
            return None
        self._parts.hide(tree, rules)
        ids = Counter(node.id or "" for node in tree.css("[id]"))
        ids.update(name for table in self._taken for name in table.ids)
        return replace(
            page,
            tables=tuple(found_table(table, self._where) for table in tables),
            stray_rows=tuple(
                record_of(row.attributes) or "" for row in rows if row not in self._parts
            ),
            ids=ids,
        )

    def _has_taken(self, tables: Iterable[ReadTable]) -> bool:
        """Whether each table that was taken out is one of the page's, and part of no text of it."""
        numbers = [table.inner for table in tables if table.inner is not None]
        is_all = len(numbers) == len(self._taken)
        return is_all and not (self._taken and self._tree.css_first(_TAKEN_OF_TEXT))

    def prose(self) -> PageProse:
        """What it says around the tables."""
        self.read()
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

    def _tables(self) -> list[ReadTable]:
        tables = []
        heading: LexborNode | None = None
        for node in self._tree.css(_TABLES_AND_HEADINGS):
            if node.tag == "table":
                tables.append(self._table(node, heading))
            else:
                heading = node
        return tables

    def _heading(self, node: LexborNode) -> ReadCell:
        place = self._parts.place_of(node)
        content = Content(node, place.lang, place.direction, but_links_to=f"#{node.id}")
        heading = ReadCell("", None, content, hidden=place.hidden)
        self._parts.add_names(() if content.texts else (EMPTY,))
        place.parts.append(heading)
        self._parts.add_below(node, heading)
        return heading

    def _table(self, node: LexborNode, above: LexborNode | None) -> ReadTable:
        attributes = node.attributes
        heading = self._heading(above) if above else None
        label = attributes.get("aria-label")
        table = ReadTable(label, heading, odd_attributes("table", attributes))
        named_by = attributes.get("aria-labelledby")
        if named_by is not None and (above is None or above.id != named_by):
            table.others.append(f'aria-labelledby="{named_by}"')
        place = self._parts.add_below(node, table)
        table.hidden = place.hidden
        said = self._enter(node, attributes, (place.lang, place.direction), [table])
        if self._taken and TAKEN in attributes:
            table.inner, table.said = self._taken[int(attributes[TAKEN] or 0)], said
            self._parts.add_names(f"#{name}" for name in table.inner.ids)
            return table
        self._parts.add_names((EMPTY,))
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

    def _row(self, node: LexborNode, said: tuple[str, str], *, is_header: bool) -> ReadRow:
        attributes = node.attributes
        row = ReadRow(attributes, odd_attributes("tr", attributes), is_header)
        said = self._enter(node, attributes, said, [row])
        for inner in _elements(node):
            tag = inner.tag or ""
            if tag in ("td", "th"):
                row.cells.append(self._cell(inner, tag, said, is_header=is_header))
            else:
                row.others.append(f"<{tag}>")
        return row

    def _cell(
        self, node: LexborNode, tag: str, said: tuple[str, str], *, is_header: bool
    ) -> ReadCell:
        attributes = node.attributes
        lost: list[Part] = []
        content = Content(node, *self._enter(node, attributes, said, lost))
        cell = ReadCell(
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


_TAKEN_OF_TEXT = ", ".join(
    f"{each} [{TAKEN}]" for each in (*NAVIGATIONS, "table", "h1", "h2", "h3", "h4", "h5", "h6")
)
"""Where what is in a table is what something else says, too."""


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
