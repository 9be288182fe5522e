"""What a link can lead to within a page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser


def anchors_in(html: str) -> frozenset[str]:
    """The ids in a piece of HTML, and the names of its anchors.

    >>> sorted(anchors_in('<h1 id="top">A</h1><a name="end"></a><input name="q">'))
    ['end', 'top']
    """
    nodes = LexborHTMLParser(html).css("[id], a[name]")
    return frozenset(
        value for node in nodes for name in ("id", "name") if (value := node.attributes.get(name))
    )
