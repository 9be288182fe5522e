"""What the page with the whole notice says, for whoever prints it, and reads the print again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

TOP = "notice:full"
"""The id of the heading above the whole notice."""


@dataclass(frozen=True, kw_only=True)
class PrintedPage:
    """The page of one locale, in the order of reading."""

    locale: str
    is_from_right: bool
    """Whether its script is written from right to left."""
    title: str
    site: str
    """The site's name; empty if it is the title."""
    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    """Every row of every table: its cells, each with the pieces that its text is made of."""
    texts: tuple[str, ...]
    """What may stand there in one piece: elements without links, links, and what is between."""

    @property
    def whole_title(self) -> str:
        """What a reader's list of documents calls it."""
        return f"{self.title} – {self.site}" if self.site else self.title


def read_page(html: str) -> PrintedPage:
    """Reads the page as it was written. Raises `ValueError` if it is another one."""
    tree = LexborHTMLParser(html)
    top = next((node for node in tree.css("h1[id]") if node.attributes["id"] == TOP), None)
    if top is None or top.parent is None or tree.root is None:
        raise ValueError("the page has no heading above the whole notice")
    inner = top.parent
    for node in inner.css(".headerlink"):
        node.decompose()
    site = top.attributes.get("data-site") or ""
    title = _text(top)
    return PrintedPage(
        locale=tree.root.attributes.get("lang") or "",
        is_from_right=tree.root.attributes.get("dir") == "rtl",
        title=title,
        site=site,
        headings=tuple(_text(node) for node in inner.css("h1, h2, h3, h4, h5, h6")),
        rows=tuple(
            tuple(tuple(_pieces(cell)) for cell in row.css("th, td")) for row in inner.css("tr")
        ),
        texts=(f"{site} {title}", *_texts(inner)),
    )


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())


def _pieces(node: LexborNode) -> Iterator[str]:
    for part in node.traverse(include_text=True):
        if part.tag == "-text" and (text := " ".join((part.text_content or "").split())):
            yield text


def _texts(inner: LexborNode) -> Iterator[str]:
    for node in inner.traverse(include_text=True):
        if node.tag == "-text":
            yield " ".join((node.text_content or "").split())
        elif node.tag == "a":
            name = _text(node) or node.attributes.get("aria-label") or ""
            yield name
            yield f"{name} ({node.attributes.get('href')})"
        elif node.css_first("a") is None:
            yield _text(node)


def signs(text: str) -> str:
    """The text without what a print has other than its source, in the same order.

    White space goes, as do the signs that are seen by nobody; a bracket is any bracket, for what
    opens in one direction of writing closes in the other; and a ligature is its letters.

    >>> signs("Name, ﬁrst (and last)")
    'Name,first|andlast|'
    """
    plain = unicodedata.normalize("NFKD", text)  # what is composed depends on the order
    return "".join(
        "|" if unicodedata.mirrored(sign) else sign
        for sign in plain
        if not sign.isspace() and unicodedata.category(sign) != "Cf"
    )
