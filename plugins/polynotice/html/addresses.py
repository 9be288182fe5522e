"""Addresses that a link may lead to, and those that an image may come from.

Browsers read addresses as the URL Standard of the WHATWG says: without leading controls, without
any tab or line break, with a backslash as good as a slash. What they would read otherwise than it
is written is therefore none of ours.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from html import unescape
from urllib.parse import urlsplit

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"[\w.~-]+", re.ASCII)


def is_safe(address: str) -> bool:
    """Whether a link may lead there: within the site, or by http, https, mailto or tel.

    `address` is as it is written, entities and all.

    >>> [is_safe(one) for one in ("page.md#part", "https://shop.example/", "mailto:a@shop.example")]
    [True, True, True]
    >>> [is_safe(one) for one in ("javascript:x", "java&Tab;script:x", "//other.example", "http:x")]
    [False, False, False, False]
    """
    plain = unescape(address)
    if any(_is_disguise(character) for character in plain) or plain != plain.strip():
        return False
    scheme = _SCHEME.match(plain)
    if scheme is None:
        # A colon before the first slash would be a scheme with a strange name.
        return not plain.startswith("//") and ":" not in re.split(r"[/?#]", plain, maxsplit=1)[0]
    if set(plain) & set(' "<>`'):
        return False  # none of these stands in an address (RFC 3986)
    if scheme[1].lower() in ("mailto", "tel"):
        return not plain[scheme.end() :].startswith("/")
    return scheme[1].lower() in ("http", "https") and _has_plain_host(plain)


def is_own(address: str) -> bool:
    """Whether what the address names comes from the site itself."""
    return is_safe(address) and _SCHEME.match(unescape(address)) is None


def leaves(address: str, depth: int) -> bool:
    """Whether the address leads out of the site, from a page that is `depth` folders deep.

    >>> leaves("../page.md", 1), leaves("../page.md", 0)
    (False, True)
    """
    if not is_own(address):
        return False
    path = posixpath.normpath(re.split("[?#]", unescape(address), maxsplit=1)[0] or ".")
    return path.split("/").count("..") > depth


def _is_disguise(character: str) -> bool:
    """Whether browsers drop the character or take it for another, or nobody sees it."""
    return character == "\\" or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _has_plain_host(address: str) -> bool:
    """Whether the address names a host as it is looked up, without a user before it."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if not address.partition(":")[2].startswith("//") or "@" in parts.netloc:
        return False
    if host.isascii():
        return _HOST.fullmatch(host) is not None
    # A name in another script is fine; a sign that IDNA turns into a dot or slash is not.
    folded = unicodedata.normalize("NFKC", host)
    signs = ("-", "_", ".", "~")
    return folded == host and all(
        one in signs or unicodedata.category(one)[0] in "LMN" for one in host
    )


_AWAY = re.compile(r"(?:https?:)?[/\\]{2}", re.IGNORECASE)


def leads_away(url: str) -> bool:
    """Whether an address names a host, instead of a place on the site.

    >>> leads_away("https://fonts.example/a.css"), leads_away("//fonts.example/a.css")
    (True, True)
    >>> leads_away("../assets/a.css"), leads_away("data:image/svg+xml,<svg/>")
    (False, False)
    """
    return bool(_AWAY.match(url.strip()))
