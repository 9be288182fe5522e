"""HTML as the elements that a browser makes of it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from polynotice.checks.elements import Element


def elements_in(html: str) -> tuple[Element, ...]:
    """The elements of a piece of a page, in order."""
    return tuple(
        Element(
            tag=(node.tag or "").lower(),
            attributes=tuple(
                (name.lower(), value or "") for name, value in node.attributes.items()
            ),
            text=node.text() if node.tag in ("script", "style") else "",
        )
        # The first tag may be one that a browser would take for a part of the page's head.
        for node in LexborHTMLParser(f"<body>{html}").css("*")
        if node.tag not in ("html", "head", "body") or node.attributes
    )
