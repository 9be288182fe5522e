"""A built site, read back: the tables that its HTML really has."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urljoin, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.html_text import squeezed
from polynotice.proof import FoundPage, FoundRow, FoundTable, FoundText

# The name of an attribute has no other form; a value may be written with an entity.
_OF_NOTICE = ("data-record", "data-category", "notice-table", "notice&")


def read(site_dir: Path, name: str) -> FoundPage | None:
    """The page in the file `name` of a site, or `None` if there is no such file."""
    path = site_dir / name
    if not path.is_file():
        return None
    text = path.read_text(encoding="utf-8", errors="replace")
    lowered = text.lower()
    if not any(sign in lowered for sign in _OF_NOTICE):
        # Nothing of the notice can be there: the page's own tag is all that there is to read.
        text = text[: text.find(">", max(lowered.find("<html"), 0)) + 1]
    tree = LexborHTMLParser(text)
    html = tree.root
    if html is None:
        return FoundPage(lang="", direction="", tables=(), stray_rows=())
    lang = html.attributes.get("lang") or ""
    tables = tree.css("table.notice-table")
    inside = {row.mem_id for table in tables for row in table.css("tr")}
    stray = [row for row in tree.css("[data-record]") if row.mem_id not in inside]
    return FoundPage(
        lang=lang,
        direction=html.attributes.get("dir") or "ltr",
        tables=tuple(_table(table, lang, f"/{name}") for table in tables),
        stray_rows=tuple(row.attributes.get("data-record") or "" for row in stray),
        nameless_rows=tuple(
            squeezed(row.text())
            for table in tables
            for row in table.css("tr")
            if _record_of(row) is None and row.css("td")
        ),
    )


def other_pages_with_rows(site_dir: Path, known: Collection[str]) -> list[str]:
    """The names of the pages of a site that have a record's row, but for the `known` ones."""
    names = (path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*.html"))
    others = (name for name in names if name not in known)
    return sorted(name for name in others if b"data-record" in (site_dir / name).read_bytes())


def address(href: str, page: str) -> str:
    """Where a link on a page leads: from the site's root, or as it is if to another site."""
    target = urlsplit(urljoin(page, href))
    if target.scheme or target.netloc:
        return href
    path = target.path.removesuffix("index.html")
    return urlunsplit(("", "", path, target.query, target.fragment))


def _record_of(row: LexborNode) -> str | None:
    return row.attributes.get("data-record") or row.attributes.get("data-category")


def _table(table: LexborNode, lang: str, page: str) -> FoundTable:
    rows = []
    is_hidden = _is_around_hidden(table)
    for row in table.css("tr"):
        record = _record_of(row)
        if record is not None:
            rows.append(_row(row, record, lang, page, is_hidden=is_hidden))
    headers = [
        (cell.attributes.get("data-field") or "", _text(cell, lang))
        for cell in table.css("th[scope=col]")
    ]
    return FoundTable(headers=tuple(headers), rows=tuple(rows))


def _row(row: LexborNode, record: str, lang: str, page: str, *, is_hidden: bool) -> FoundRow:
    cells = [(cell.attributes.get("data-field") or "", _text(cell, lang)) for cell in row.css("td")]
    links = [address(link.attributes.get("href") or "", page) for link in row.css("a")]
    return FoundRow(
        record=record,
        anchor=row.attributes.get("id"),
        cells=tuple(cells),
        links=tuple(links),
        is_hidden=is_hidden or _hides(row) or (row.parent is not None and _hides(row.parent)),
    )


def _text(cell: LexborNode, lang: str) -> FoundText:
    text = squeezed(cell.text())
    # Most cells are plain: to look at the markup costs less than to select within it.
    html = cell.html or ""
    own = cell.css("[lang]") if "lang" in html else []
    inner = next((one for one in own if squeezed(one.text()) == text), None)
    found = (inner or cell).attributes.get("lang") or lang
    if inner is None and own:
        found = own[0].attributes.get("lang") or lang
    is_hidden = ("hidden" in html or "style" in html) and _is_hidden(cell)
    return FoundText(text=text, lang=found, is_hidden=is_hidden)


_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|font-size\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)


def _is_around_hidden(node: LexborNode) -> bool:
    """Whether the element or something around it is kept from the reader."""
    around: LexborNode | None = node
    while around is not None and around.tag not in ("html", "-undef"):
        if _hides(around):
            return True
        around = around.parent
    return False


def _is_hidden(node: LexborNode) -> bool:
    """Whether the element or a part of it is kept from the reader."""
    return _hides(node) or any(
        _hides(inner) for inner in node.css("[hidden], [style], [aria-hidden]")
    )


def _hides(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDING.search(attributes.get("style") or ""))
    )
