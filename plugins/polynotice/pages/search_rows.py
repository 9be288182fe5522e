"""The rows of a page, for a search that is to lead to each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True, kw_only=True)
class SearchRow:
    """A row with an address of its own."""

    id: str
    name: str
    """What its first cell says."""
    text: str
    """What all of its cells say."""


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """A page as it is to be searched."""

    html: str
    """Without the tables whose rows are apart."""
    rows: Mapping[str, Sequence[SearchRow]]
    """Those, by the id of the heading that they stand below."""
    instead: Mapping[str, str]
    """The id of a row that stands alone below a heading, by the id of that heading."""


def search_page(html: str) -> SearchPage:
    """Tells the rows of a page apart from the rest of it.

    >>> page = '<h2 id="a">A</h2><table class="notice-table"><tr id="x"><td>X</td></tr></table>'
    >>> search_page(page).instead
    {'a': 'x'}
    """
    tree = LexborHTMLParser(f"<body>{html}")
    below: dict[str, list[LexborNode]] = {}
    sections: set[str] = set()
    heading = ""
    for node in tree.body.traverse() if tree.body else ():
        if node.tag in _HEADINGS:
            heading = node.attributes.get("id") or ""
            if node.tag != "h1":
                sections.add(heading)
        elif node.tag == "table" and "notice-table" in (node.attributes.get("class") or "").split():
            below.setdefault(heading, []).append(node)
    rows: dict[str, Sequence[SearchRow]] = {}
    instead: dict[str, str] = {}
    tables: list[LexborNode] = []
    for name, tables_below in below.items():
        lines = [line for table in tables_below for line in table.css("tr:has(td)")]
        # A row that has its address on another page stays where it is.
        if not all(line.attributes.get("id") for line in lines):
            continue
        if len(lines) == 1 and name in sections:
            instead[name] = str(lines[0].attributes["id"])
        elif lines:
            rows[name] = [_row(line) for line in lines]
            tables += tables_below
    for table in tables:
        table.decompose()
    if tables:
        inner = (tree.body.html if tree.body else None) or ""
        html = inner.removeprefix("<body>").removesuffix("</body>")
    return SearchPage(html=html, rows=rows, instead=instead)


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def _row(line: LexborNode) -> SearchRow:
    cells = [_text(cell) for cell in line.css("th, td")]
    return SearchRow(id=str(line.attributes["id"]), name=cells[0], text=" ".join(cells))


def text_of(html: str) -> str:
    """What a row says of a text in one of its cells.

    >>> text_of("two <b>calls</b>")
    'two calls'
    """
    body = LexborHTMLParser(f"<body>{html}").body
    return _text(body) if body else ""


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())
