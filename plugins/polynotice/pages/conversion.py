"""One page on its way through Python-Markdown: all that changes on it, from step to step."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from polynotice.core.model import Span
from polynotice.core.problems import Problem
from polynotice.notice.block_syntax import RawBlock
from polynotice.notice.blocks import Block
from polynotice.pages.lines import Lines
from polynotice.pages.page_context import Definitions, PageContext, RenderedPage, SourcePage


class Conversion:
    """What the steps of one conversion hand on to each other.

    It belongs to one page, one context and one `Markdown`, and is used once. Only the steps of
    `markdown_extension` change it.
    """

    def __init__(self, page: SourcePage, context: PageContext) -> None:
        self.page = page
        self.context = context
        self.problems: list[Problem] = []
        self.raw_blocks: list[RawBlock] = []
        self.blocks: list[Block] = []
        """What the raw blocks place that are neither code nor have a mistake."""
        self.meant: set[str] = set()
        """The ids of the purposes that a block with a mistake may have been meant to place."""
        self.inline: Callable[[str], str] = str
        """Gives a phrase's text to the inline parser, or spares it one that needs none."""
        self.leaves_words_alone = False
        """Whether no extension does anything to texts without a sign of Markdown's."""
        self.plain_tables: list[str] = []
        """The HTML of tables for which something else stands in the tree."""
        self.keeps_breaks = False
        """Whether a line's end is a break (nl2br)."""
        self.mark_of_toc = ""
        """What stands for the table of contents, and is no text."""
        self.row_ids: set[str] = set()
        self.heading = ""
        """The page's last heading so far."""
        self.level = 1
        """Of that heading."""
        self.anchors: tuple[str, ...] = ()
        self.ids: tuple[tuple[str, str], ...] = ()
        self.foreign_headings: dict[str, str] = {}
        self.definitions = Definitions()
        has_lines = context.has_lines
        self._lines = Lines(page.body.split("\n")) if has_lines else None

    def span(self, text: str) -> Span:
        """Where `text` stands in the page's file."""
        page, lines = self.page, self._lines
        return page.span(lines.line_of(text)) if lines else Span(page.path)

    def result(self, html: str) -> RenderedPage:
        """What has come of the page, whose HTML is `html`."""
        return RenderedPage(
            html=html,
            problems=tuple(self.problems),
            blocks=tuple(self.blocks),
            meant=frozenset(self.meant),
            anchors=self.anchors,
            ids=self.ids,
            foreign_headings=dict(self.foreign_headings),
            definitions=self.definitions,
        )


HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def headings(root: Element) -> list[Element]:
    """The headings of a page, in order."""
    return [element for element in root.iter() if element.tag in HEADINGS]
