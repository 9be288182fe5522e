"""Where a page is in other languages, said in its head for search engines and browsers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

DEFAULT = "x-default"
"""Where whoever reads none of the languages is led (RFC 8288's `alternate`, as search engines have
agreed to read it)."""


def with_alternates(html: str, links: Iterable[tuple[str, str]]) -> str:
    """The page with a link in its head for each pair of a language and an address.

    The space behind the name is none to whoever reads HTML, and keeps Material's script away, which
    looks for this very attribute and then asks for a sitemap beside each of the addresses.
    """
    lines = "".join(
        f'<link rel="alternate " hreflang="{escape(lang)}" href="{escape(address)}">\n'
        for lang, address in links
    )
    return _END_OF_HEAD.sub(lambda match: f"{lines}{match[0]}", html, count=1) if lines else html


_END_OF_HEAD = re.compile("</head>", re.IGNORECASE)
