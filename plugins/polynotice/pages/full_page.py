"""The page that has all pages of a locale one below the other: ids, links and headings on it.

A row has the id there that it has on its own page. Any other id is put behind the path of its
page, `/orders:contact`, and the page itself is `/orders`: so no two are one, whatever pages are
added, and where a link leads is known without looking at the pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from polynotice.html.fragments import moved
from polynotice.pages.element_names import FORMER
from polynotice.pages.links import without_index

FULL_PAGE = "full.md"
"""Where the page would be below `docs/`, if somebody had written it."""

_REFERENCES = ("for", "headers", "list")
"""Attributes that name other elements by their ids, besides those of `aria-`."""
_HEADING = re.compile(r"(</?h)([1-5])(?=[\s>])")


@dataclass(frozen=True, kw_only=True)
class FullPage:
    """Where what stands on the pages of a locale stands on the page that has them all."""

    address: str
    """Of the page, from the root of the site."""
    source: str = "/full/"
    """Of the same page in the source's language."""
    pages: Mapping[str, str]
    """The paths of the pages below `docs/`, by the address of each from the root of the site."""
    row_ids: Set[str]

    def section(self, page: str) -> str:
        """The id of all that is on a page."""
        return f"/{page.rpartition('.')[0]}"

    def id_of(self, page: str, name: str) -> str:
        """The id of what has the id `name` on its own page."""
        return name if name in self.row_ids else f"{self.section(page)}:{name}"

    def link(self, address: str) -> str:
        """Where a link leads that led to an address, from the root of the site.

        >>> full = FullPage(address="/full/", pages={"/a/": "a.md"}, row_ids={"calls"})
        >>> [full.link(one) for one in ("/a/#calls", "/a/#part", "/a/index.html", "/b/#calls")]
        ['/full/#calls', '/full/#/a:part', '/full/#/a', '/b/#calls']
        """
        try:
            url = urlsplit(address)
        except ValueError:  # `http://[`, for one, is no address
            return address
        page = None if url.scheme or url.netloc else self.pages.get(_plain(url.path))
        if page is None:
            return address
        if url.fragment and unquote(url.fragment) in self.row_ids:
            return f"{self.address}#{url.fragment}"
        own = f":{url.fragment}" if url.fragment else ""
        return f"{self.address}#{quote(self.section(page))}{own}"

    def address_on_page(self, address: str, page: str) -> str:
        """What an address in a page's HTML becomes; `page` is that of the page.

        >>> full = FullPage(address="/de/full/", pages={"/de/a/": "a.md"}, row_ids={"calls"})
        >>> [full.address_on_page(one, "/de/") for one in ("a/#calls", "../b.pdf", "/a/", "tel:1")]
        ['#calls', '../../b.pdf', '/a/', 'tel:1']
        """
        try:
            url = urlsplit(address)
        except ValueError:
            return address
        if url.scheme or url.netloc or url.path.startswith("/"):
            return address
        target = self.link(urljoin(page, address))
        if target.startswith(f"{self.address}#"):
            return target.removeprefix(self.address)
        return self.way_to(target)

    def way_to(self, target: str) -> str:
        """An address from the root of the site, as a link on the page."""
        path, sign, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", target, re.DOTALL).groups()  # type: ignore[union-attr]
        folder, _, name = path.rpartition("/")
        here = self.address.rpartition("/")[0]
        return f"{posixpath.relpath(folder or '/', here or '/')}/{name}{sign}{rest}"


def plain_pages(pages: Mapping[str, str]) -> dict[str, str]:
    """What `FullPage.pages` is made of: the paths of pages by their addresses as they are written.

    >>> plain_pages({"/de/my%20page/": "my page.md", "/de/index.html": "index.md"})
    {'/de/my page/': 'my page.md', '/de/': 'index.md'}
    """
    return {_plain(address): page for address, page in pages.items()}


def _plain(path: str) -> str:
    return unquote(without_index(path))


def section_html(
    html: str, page: str, address: str, full: FullPage, taken: set[str], *, is_first: bool
) -> str:
    """The HTML of a page as a part of the page that has all.

    `address` is that of the page, from the root of the site. `taken` are the ids of the rows that
    are on it already: those are given to no second one. What the pages of a draft say of it, only
    the first says there.
    """
    tree = LexborHTMLParser(f"<body>{moved(html, lambda one: full.address_on_page(one, address))}")
    for node in () if is_first else tree.css(".notice-draft"):
        node.decompose()
    for node in tree.css(".notice-draft a[hreflang]"):
        node.attrs["href"] = full.way_to(full.source)
    for node in tree.css("[id]"):
        _give_id(node, page, full, taken)
    for name in _REFERENCES:
        for node in tree.css(f"[{name}]"):
            _refer(node, name, page, full)
    for node in tree.css("[aria-controls], [aria-describedby], [aria-labelledby], [aria-owns]"):
        for name in [name for name in node.attributes if name.startswith("aria-")]:
            if name in ("aria-controls", "aria-describedby", "aria-labelledby", "aria-owns"):
                _refer(node, name, page, full)
    # What stands together as one choice, such as tabs, does so by its name.
    for node in tree.css("input[name], a[name], map[name]"):
        node.attrs["name"] = full.id_of(page, node.attributes["name"] or "")
    inner = ((tree.body.html if tree.body else None) or "").removeprefix("<body>")
    lowered = _HEADING.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", inner)
    return lowered.removesuffix("</body>")


def _give_id(node: LexborNode, page: str, full: FullPage, taken: set[str]) -> None:
    name = node.attributes["id"] or ""
    is_row = node.attributes.get("class") == FORMER or (
        node.tag == "tr" and {"data-record", "data-category"} & node.attributes.keys()
    )
    if not is_row:
        node.attrs["id"] = f"{full.section(page)}:{name}"
    elif name in taken:
        del node.attrs["id"]
    else:
        taken.add(name)


def _refer(node: LexborNode, attribute: str, page: str, full: FullPage) -> None:
    names = (node.attributes[attribute] or "").split()
    node.attrs[attribute] = " ".join(full.id_of(page, name) for name in names)
