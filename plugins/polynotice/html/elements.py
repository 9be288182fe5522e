"""HTML as the elements that a browser makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser


@dataclass(frozen=True, kw_only=True)
class Element:
    """An element of HTML, as a browser's parser understands it."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    """Of a script or style sheet."""
    words: str = ""
    """What a reader sees in it, and of an image its `alt`; `html.inline` alone gives it."""

    def __str__(self) -> str:
        attributes = "".join(f' {name}="{value}"' for name, value in self.attributes)
        return f"<{self.tag}{attributes}>"


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
