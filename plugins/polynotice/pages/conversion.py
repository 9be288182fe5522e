"""One page on its way through Python-Markdown: all that changes on it, from step to step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from xml.etree.ElementTree import Element

from polynotice.core.model import Phrase, Span, Text
from polynotice.core.problems import Problem
from polynotice.notice import marks
from polynotice.notice.block_syntax import RawBlock
from polynotice.notice.blocks import Block
from polynotice.notice.found_marks import Mark
from polynotice.pages.lines import Lines
from polynotice.pages.page_context import Definitions, PageContext, RenderedPage, SourcePage


class Conversion:
    """What the steps of one conversion hand on to each other.

    It belongs to one page, one context and one `Markdown`, and is used once. Only the steps of
    `page_steps` change it.
    """

    def __init__(self, page: SourcePage, context: PageContext) -> None:
        self.page = page
        self.context = replace(context, say=self._noted) if context.has_lines else context
        self._say = context.say
        self._events: list[marks.Event] | None = [] if context.has_lines else None
        """What is said, in order, with the marks between."""
        self.problems: list[Problem] = []
        self.raw_blocks: list[RawBlock] = []
        self.raw_marks: list[marks.RawMark] = []
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

    def note(self, event: marks.Event) -> None:
        """Notes what happens on the page, if anybody asks for it."""
        if self._events is not None:
            self._events.append(event)

    def _noted(self, text: Text) -> Phrase:
        self.note(text)
        return self._say(text)

    def marks(self) -> tuple[Mark, ...]:
        """The marks of what the law asks for that the page has, if anybody asks for them."""
        return marks.marks_of(self._events or (), self.page.span)

    def with_marks(self, text: str) -> str:
        """The text with each mark as it was written, where it turned out to be none."""
        return marks.MARKER.sub(lambda match: self.raw_marks[int(match[1])].source, text)

    def add_misplaced_marks(self, numbers: Iterable[int]) -> None:
        """Reports the marks in those lines of the page, from 0: nobody looks for them there."""
        self.problems += [
            Problem(
                code="bad-mark",
                span=self.page.span(number),
                message="A mark stands here where none is looked for.",
                hint="Write it on lines of its own, outside of any HTML or quotation.",
            )
            for number in numbers
        ]

    def result(self, html: str) -> RenderedPage:
        """What has come of the page, whose HTML is `html`."""
        left = marks.MARKER.findall(html) if self.raw_marks else []  # within HTML
        self.add_misplaced_marks(self.raw_marks[int(number)].line for number in left)
        return RenderedPage(
            # What is no mark is a comment as any other.
            html=self.with_marks(html) if self.raw_marks else html,
            problems=tuple(self.problems),
            blocks=tuple(self.blocks),
            meant=frozenset(self.meant),
            anchors=self.anchors,
            ids=self.ids,
            foreign_headings=dict(self.foreign_headings),
            definitions=self.definitions,
            marks=self.marks(),
        )


HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def headings(root: Element) -> list[Element]:
    """The headings of a page, in order."""
    return [element for element in root.iter() if element.tag in HEADINGS]
