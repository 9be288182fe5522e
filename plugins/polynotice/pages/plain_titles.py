"""Titles of elements, such as links, as tooltips can show them."""

from __future__ import annotations

from html import unescape
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from polynotice.html.plain_text import without_tags


class PlainTitles(Treeprocessor):
    """Takes angle brackets out of titles, which Material's tooltips show as HTML."""

    def run(self, root: Element) -> None:
        """Changes every title of the page."""
        for element in root.iter():
            if title := element.get("title"):
                element.set("title", without_tags(_without_entities(title)))


def _without_entities(text: str) -> str:
    """The text with what entities stand for, however often they are nested."""
    plain = unescape(text)
    return text if plain == text else _without_entities(plain)
