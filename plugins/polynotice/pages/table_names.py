"""Names of tables for those who do not see what stands above them: their headings."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from polynotice.pages.conversion import HEADINGS
from polynotice.pages.plain_tables import is_plain_table

NAMED_BY = "aria-labelledby"
"""The attribute of a table with the id of the heading right above it."""


class NameTables(Treeprocessor):
    """Names each table of the notice by the heading right above it, unless it has a label.

    By its id, and not in words once more: those would be found twice, copied twice and printed
    twice, and shown twice wherever no style sheet of ours is.
    """

    def run(self, root: Element) -> None:
        """Sets the attribute on tables."""
        for parent in root.iter():
            above: Element | None = None
            for element in parent:
                name = above.get("id") if above is not None and above.tag in HEADINGS else None
                if name and _wants_name(element):
                    element.set(NAMED_BY, name)
                above = element


def _wants_name(element: Element) -> bool:
    is_ours = element.get("class") == "notice-table" or is_plain_table(element)
    return element.tag == "table" and is_ours and element.get("aria-label") is None
