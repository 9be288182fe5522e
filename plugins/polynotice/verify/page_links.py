"""Where the links in the content of a built page lead."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from polynotice.pages.links import without_index

_LINK = re.compile(rb"<a\s([^>]*)>", re.IGNORECASE)
_HREF = re.compile(rb"(?:^|\s)href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_SAYS_LANGUAGE = re.compile(rb"\shreflang\s*=", re.IGNORECASE)


@lru_cache(maxsize=1024)
def address(href: str, page: str) -> str:
    """Where a link on a page leads: from the site's root, or as it is if to another site."""
    target = urlsplit(urljoin(page, href))
    if target.scheme or target.netloc:
        own = urlsplit(href)
        return href if own.scheme or own.netloc else target.geturl()
    return without_index(target.geturl())


def content_links(html: bytes, page: str) -> tuple[str, ...]:
    """The paths of the site to which the content of a page leads, each once, in order.

    `page` is its own address. A link that says in which language its target is (`hreflang`) is
    left out: it leads out of the page's language knowingly. So is one that counts from the root of
    the host, which need not be that of the site. Sought in the text of the page, since a page
    without a row is not parsed.
    """
    links: dict[str, None] = {}
    for match in _LINK.finditer(html, *_content(html)):
        href = _HREF.search(match[1])
        if href and not _SAYS_LANGUAGE.search(b" " + match[1]):
            value = next((one for one in href.groups() if one is not None), b"")
            links[value.decode(errors="replace")] = None
    return tuple(dict.fromkeys(filter(None, (_path(unescape(one), page) for one in links))))


def published_path(name: str) -> str:
    """The path of a file of the site, as `content_links` gives it."""
    return without_index(f"/{name}")


def _content(html: bytes) -> tuple[int, int]:
    """Where the content begins and ends; all of the page, where its theme does not say."""
    start, end = html.find(b"<article"), html.rfind(b"</article")
    if 0 <= start < end:
        return start, end
    return max(html.find(b'role="main"'), 0), len(html)


def _path(href: str, page: str) -> str:
    """The decoded path that a relative link leads to."""
    if href.startswith("/"):
        return ""
    try:
        target = urlsplit(address(href, page))
    except ValueError:
        return ""
    return "" if target.scheme or target.netloc else unquote(target.path)
