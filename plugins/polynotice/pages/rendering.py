"""A page as it was written, and what converting it to HTML needs to know and finds out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from polynotice.core.locales import Locale
from polynotice.core.model import Notice, Span, Text
from polynotice.core.problems import Problem
from polynotice.core.translation import Say
from polynotice.notice.block_syntax import RawBlock
from polynotice.notice.blocks import Block


@dataclass(frozen=True, kw_only=True)
class SourcePage:
    """A Markdown page below `docs/`."""

    uri: str
    """Below `docs/`, with forward slashes."""
    path: str
    """Relative to the project's folder."""
    body: str
    """Without its front matter."""
    first_line: int
    """The line of the file in which the body starts."""
    words: Mapping[str, Text]
    """`title` and `description` from the front matter, where it has them."""


class Lines:
    """Finds the line of a page's file in which a text stands.

    Python-Markdown keeps no lines, so each text is searched for from where the last one was found.
    """

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self._lines = lines
        self._first_line = first_line
        self._cursor = 0

    def line_of(self, text: str) -> int:
        """The line, from 1, that has the first line of `text` in it, or most of its beginning."""
        wanted = text.strip().split("\n", 1)[0].split()
        order: list[int] = [*range(self._cursor, len(self._lines)), *range(self._cursor)]
        while wanted:
            # Tabs and comments come out of Markdown otherwise than they were written.
            beginning = " ".join(wanted)
            for number in order:
                if beginning in self._squeezed[number]:
                    self._cursor = number
                    return self._first_line + number
            wanted = wanted[: len(wanted) // 2]
        return self._first_line + self._cursor

    @cached_property
    def _squeezed(self) -> list[str]:
        return [" ".join(line.split()) for line in self._lines]


@dataclass(kw_only=True)
class Rendering:
    """What converting one page needs to know, and what it finds out."""

    notice: Notice
    say: Say
    locale: Locale
    source: Locale
    page: str
    """The page's path below `docs/`, the same in every locale."""
    path: str
    """Of the page's file, relative to the project's folder."""
    first_line: int = 1
    """The line of the page's file in which its body starts."""
    lines: Lines | None = None
    """Needed where problems are to be found and messages extracted."""
    pages: frozenset[str] = frozenset()
    """Every page's path below `docs/`."""
    placed_on: Mapping[str, str] = field(default_factory=dict)
    """The page on which each purpose is first placed."""
    columns: Sequence[str] = ()
    fields: Sequence[str] = ()
    """Every field that a column can show."""
    draft: Text | None = None
    """What a page says whose translation is a draft."""
    anchors: Sequence[str] | None = None
    """The ids of the source page's headings, in order; `None` on the source page."""

    inline: Callable[[str], str] = str
    """Gives a phrase's text to the inline parser, or spares it one that has nothing for it."""
    problems: list[Problem] = field(default_factory=list)
    raw_blocks: list[RawBlock] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    """What the raw blocks place that are neither code nor have a mistake."""
    row_ids: set[str] = field(default_factory=set)
    found_anchors: list[str] = field(default_factory=list)
    foreign_headings: dict[str, str] = field(default_factory=dict)
    """The languages of the headings that are in another than the page's, by their ids."""
    heading: str = ""
    """The page's last heading so far."""
    level: int = 1
    """Of that heading."""

    def span(self, text: str) -> Span:
        """Where `text` stands in the page's file."""
        return Span(self.path, self.lines.line_of(text) if self.lines else 1)
