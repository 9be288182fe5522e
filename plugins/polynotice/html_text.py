"""HTML as the text that a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a reader sees of a text."""

    text: str
    """Its characters, without markup."""
    links: tuple[str, ...] = ()
    """Where its links lead, as they are written."""


def seen_in(html: str) -> Seen:
    """What a reader sees of a piece of HTML."""
    body = LexborHTMLParser(html).body
    if body is None:
        return Seen(text="")
    links = (link.attributes.get("href") or "" for link in body.css("a"))
    return Seen(text=squeezed(body.text()), links=tuple(links))


def squeezed(text: str | None) -> str:
    """The text with every run of white space that HTML collapses as one space."""
    return re.sub(r"[ \t\r\n]+", " ", text or "").strip(" ")
