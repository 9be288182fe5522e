"""HTML as the text that a reader sees."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser


def text_of_html(html: str) -> str:
    """The text of a piece of HTML, with every run of white space as one space."""
    body = LexborHTMLParser(html).body
    return squeezed(body.text()) if body else ""


def squeezed(text: str | None) -> str:
    """The text with every run of white space that HTML collapses as one space."""
    return re.sub(r"[ \t\r\n]+", " ", text or "").strip(" ")
