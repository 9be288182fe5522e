"""Ids of headings: those of a translated page are those of its source page."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from polynotice.core.problems import Problem
from polynotice.pages.conversion import HEADINGS, Conversion, headings
from polynotice.pages.element_names import UNTRANSLATED


class SetAnchors(Treeprocessor):
    """Gives the headings of a translated page the ids of the source page's."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Sets the ids, which come in the same order: both pages are one Markdown."""
        ids, there = self._conversion.context.ids, headings(root)
        anchors = [name for tag, name in ids or () if tag in HEADINGS]
        # Where another plugin has added one, `KeepIds` says so.
        if len(anchors) == len(there):
            for heading, anchor in zip(there, anchors, strict=True):
                heading.set("id", anchor)


class TakeAnchors(Treeprocessor):
    """Notes the ids that the table of contents gave to the headings."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self._conversion = conversion

    def run(self, root: Element) -> None:
        """Changes nothing on the page."""
        conversion = self._conversion
        anchors = [(heading.get("id", ""), heading) for heading in headings(root)]
        conversion.anchors = tuple(anchor for anchor, _ in anchors)
        conversion.foreign_headings = {
            anchor: lang for anchor, heading in anchors if (lang := _foreign(heading))
        }
        for anchor in sorted(conversion.row_ids & set(conversion.anchors)):
            conversion.problems.append(_doubtful(anchor, conversion))


def _foreign(heading: Element) -> str | None:
    """The language of a heading that is in another than its page's."""
    mark = next(iter(heading), None)
    is_marked = mark is not None and UNTRANSLATED in mark.get("class", "")
    return mark.get("lang") if mark is not None and is_marked else None


def _doubtful(anchor: str, conversion: Conversion) -> Problem:
    return Problem(
        code="duplicate-id",
        span=conversion.span(f"#{anchor}"),
        record=anchor,
        message=f'A heading of this page has the id "{anchor}", which is that of a row.',
        hint="Give the heading another id.",
    )
