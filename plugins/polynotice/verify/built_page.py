"""A page of a built site, read back: the tables that its HTML really has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.html.hiding_rules import HidingRule, hides
from polynotice.html.visible_text import Attributes, Content, merged, names_in, spoken
from polynotice.pages.links import without_index
from polynotice.verify.page_comparison import FoundPage, FoundRow, FoundTable, FoundText


class Sheets(Protocol):
    """Knows what style sheets hide."""

    def hiding_rules(self, page: str, links: Iterable[str]) -> Iterable[HidingRule]:
        """Those of the style sheets that a page with that address links to."""

    def rules_of(self, css: str, address: str) -> Iterable[HidingRule]:
        """Those of the style sheet `css`, which stands at that address."""


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


_Part = _Cell | _Row | _Table


@dataclass(slots=True, eq=False)
class _Place:
    """An element around tables: what it hands down to them."""

    lang: str = ""
    direction: str = "ltr"
    hidden: str = ""
    parts: list[_Part] = field(default_factory=list)
    """What is lost with the element."""


class PageReader:
    """Reads one page, which has that address from the root of the site."""

    def __init__(self, html: bytes, address: str, sheets: Sheets) -> None:
        self._tree = LexborHTMLParser(html.decode(errors="replace").removeprefix("\ufeff"))
        self._html = html.lower()
        self._address = address
        self._sheets = sheets
        # By the elements' places in memory: what stands around tables and headings, and what is
        # lost with those elements and with tables and rows, and with cells and whatever is in them.
        self._around: dict[int, _Place] = {}
        self._lost: dict[int, list[_Part]] = {}
        self._cells: dict[int, _Cell] = {}
        self._names = {"table", "thead", "tbody", "tr", "th", "td", *(f"[{one}]" for one in _USUAL)}
        """What style sheets may call the elements around and in the tables."""

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
        self._hide()
        base = tree.css_first("base[href]") if b"<base" in self._html else None
        where = urljoin(self._address, (base.attributes["href"] or "") if base else "")
        return replace(
            page,
            tables=tuple(_found_table(table, where) for table in tables),
            stray_rows=tuple(
                _record_of(row.attributes) or "" for row in rows if row.mem_id not in self._lost
            ),
            ids=Counter(node.id or "" for node in tree.css("[id]")),
        )

    def _why_hidden(self, tops: Iterable[Attributes]) -> Iterator[str]:
        yield from (_hidden("body", one) for one in tops)
        # A word that a page rarely has is looked for in its text first: that costs next to nothing.
        refresh = b"refresh" in self._html and self._tree.css_first("meta[http-equiv=refresh i]")
        if refresh:
            yield f'it sends its reader to "{refresh.attributes.get("content")}"'

    def _tables(self) -> list[_Table]:
        tables = []
        heading: LexborNode | None = None
        for node in self._tree.css("table.notice-table, h1, h2, h3, h4, h5, h6"):
            if node.tag == "table":
                tables.append(self._table(node, self._heading(heading) if heading else None))
            else:
                heading = node
        return tables

    def _place_of(self, node: LexborNode | None) -> _Place:
        """What an element, and those around it, hand down."""
        chain: list[LexborNode] = []
        while node is not None and node.is_element_node and node.mem_id not in self._around:
            chain.append(node)
            node = node.parent
        place = self._around.get(node.mem_id, _Place()) if node is not None else _Place()
        for element in reversed(chain):
            tag, attributes = element.tag or "", element.attributes
            self._names.add(tag)
            self._names |= names_in(attributes)
            lang, direction = spoken(attributes, place.lang, place.direction)
            hidden = place.hidden or _hidden(tag, attributes)
            place = _Place(lang, direction, hidden)
            self._around[element.mem_id] = place
            self._lost[element.mem_id] = place.parts
        return place

    def _lose(self, node: LexborNode, part: _Part) -> _Place:
        """Notes that a part is lost with whatever is around it; gives what that hands down."""
        place = self._place_of(node.parent)
        up = node.parent
        while up is not None and up.mem_id in self._around:
            self._around[up.mem_id].parts.append(part)
            up = up.parent
        return place

    def _heading(self, node: LexborNode) -> _Cell:
        place = self._place_of(node)
        content = Content(node, place.lang, place.direction, but_links_to=f"#{node.id}")
        heading = _Cell("", None, content, hidden=place.hidden)
        place.parts.append(heading)
        self._lose(node, heading)
        return heading

    def _table(self, node: LexborNode, heading: _Cell | None) -> _Table:
        attributes = node.attributes
        table = _Table(attributes.get("aria-label"), heading, _odd("table", attributes))
        place = self._lose(node, table)
        table.hidden = place.hidden
        said = self._enter(node, attributes, (place.lang, place.direction), [table])
        for section in _elements(node):
            tag, attributes = section.tag or "", section.attributes
            if tag not in ("thead", "tbody"):
                table.others.append(f"<{tag}>")
                continue
            table.others += _odd(tag, attributes)
            lost: list[_Part] = []
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
        row = _Row(attributes, _odd("tr", attributes), is_header)
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
        lost: list[_Part] = []
        content = Content(node, *self._enter(node, attributes, said, lost))
        cell = _Cell(
            attributes.get("data-field") or "",
            attributes.get("data-label"),
            content,
            _odd(tag, attributes),
            is_header=is_header,
        )
        lost.append(cell)
        self._cells[node.mem_id] = cell
        self._names |= content.names
        return cell

    def _enter(
        self, node: LexborNode, attributes: Attributes, said: tuple[str, str], lost: list[_Part]
    ) -> tuple[str, str]:
        """Notes what is lost with an element of a table; gives what it says of language."""
        self._lost[node.mem_id] = lost
        if not attributes.keys() <= _SAID_OF_ALL:
            self._names |= names_in(attributes)
        return spoken(attributes, *said) if "lang" in attributes or "dir" in attributes else said

    def _hide(self) -> None:
        """Notes what the style sheets of the page hide of its tables."""
        for rule in self._rules():
            if not rule.names <= self._names or (rule.is_read_out and "thead" in rule.names):
                continue
            for node in self._tree.css(rule.selector):
                for part in self._lost_with(node):
                    # On a phone the headers are read out, and seen beside each cell.
                    if not (rule.is_read_out and part.is_header):
                        part.hidden = part.hidden or f"the style of {rule.selector}"

    def _lost_with(self, node: LexborNode) -> Sequence[_Part]:
        up: LexborNode | None = node
        while up is not None and up.mem_id not in self._lost:
            up = up.parent
        if up is None or (up.mem_id != node.mem_id and up.mem_id not in self._cells):
            return ()
        return self._lost[up.mem_id]

    def _rules(self) -> Iterator[HidingRule]:
        head, tree = self._tree.head, self._tree
        links = head.css("link") if head else []
        if len(links) != self._html.count(b"<link"):
            links = tree.css("link")
        sheets = [link.attributes for link in links]
        yield from self._sheets.hiding_rules(
            self._address,
            [
                one.get("href") or ""
                for one in sheets
                if "stylesheet" in (one.get("rel") or "").lower().split()
            ],
        )
        for style in self._tree.css("style") if b"<style" in self._html else ():
            yield from self._sheets.rules_of(style.text(), self._address)


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


@lru_cache(maxsize=1024)
def address(href: str, page: str) -> str:
    """Where a link on a page leads: from the site's root, or as it is if to another site."""
    target = urlsplit(urljoin(page, href))
    if target.scheme or target.netloc:
        own = urlsplit(href)
        return href if own.scheme or own.netloc else target.geturl()
    return without_index(target.geturl())


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


_UNSHOWN = frozenset(
    {
        "audio", "canvas", "datalist", "head", "iframe", "math", "noscript", "object", "svg",
        "template", "video",
    }
)  # fmt: skip


def _hidden(tag: str, attributes: Attributes) -> str:
    """What in an element keeps it from the reader, if anything does."""
    if tag in _UNSHOWN or (tag in ("details", "dialog") and "open" not in attributes):
        return f"<{tag}>"
    for name in ("hidden", "inert", "popover"):
        if name in attributes:
            return name
    if attributes.get("aria-hidden") == "true":
        return 'aria-hidden="true"'
    style = attributes.get("style") or ""
    return f'style="{style}"' if hides(style) else ""


_USUAL = frozenset(
    {
        "aria-label", "class", "data-category", "data-field", "data-label", "data-record", "dir",
        "id", "lang", "role", "scope",
    }
)  # fmt: skip
_SAID_OF_ALL = _USUAL - {"class", "id"}
_ROLES = {
    "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row",
    "th": "columnheader", "td": "cell",
}  # fmt: skip


def _odd(tag: str, attributes: Attributes) -> list[str]:
    """The attributes of an element of a table that no such element has."""
    odd: list[str] = []
    if not attributes.keys() <= _USUAL:
        names = sorted(attributes.keys() - _USUAL)
        odd = [name for name in names if not name.startswith("data-")]
    if attributes.get("role", _ROLES.get(tag)) != _ROLES.get(tag):
        odd.append("role")
    if attributes.get("scope") != ("col" if tag == "th" else None):
        odd.append("scope")
    if "aria-label" in attributes and tag != "table":
        odd.append("aria-label")
    return [f'{name}="{attributes.get(name) or ""}"' for name in odd]


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
