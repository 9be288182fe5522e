"""What converting a page to HTML depends on, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polynotice.core.locales import Locale
from polynotice.core.model import Notice, Span, Text
from polynotice.core.problems import Problem
from polynotice.core.translation import Say
from polynotice.notice.blocks import Block
from polynotice.notice.found_marks import Mark
from polynotice.notice.reader_options import ReaderOptions
from polynotice.pages.links import LinkTargets


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
    """`title`, `description` and `subtitle` from the front matter, where it has them."""
    origins: tuple[Span, ...] = ()
    """Where each line of the body was written, if another plugin has completed the page."""

    def span(self, number: int) -> Span:
        """Where a line of the body was written; the first is 0."""
        if self.origins:
            return self.origins[min(number, len(self.origins) - 1)]
        return Span(self.path, self.first_line + number)


@dataclass(frozen=True, kw_only=True)
class PageContext:
    """What the HTML of a page depends on, besides the page and the site's Markdown."""

    notice: Notice
    say: Say
    locale: Locale
    source: Locale
    targets: LinkTargets = field(default_factory=lambda: LinkTargets(pages={}))
    """What links lead to: the same pages in every locale, and the files that there are once."""
    placed_on: Mapping[str, str] = field(default_factory=dict)
    """The page on which each purpose is first placed."""
    indexed_on: str | None = None
    """The first page on which the data categories are, if there is one."""
    columns: Sequence[str] = ()
    fields: Sequence[str] = ()
    """Every field that a column can show."""
    reader: ReaderOptions = field(default_factory=ReaderOptions)
    draft: Text | None = None
    """What a page says whose translation is a draft."""
    ids: Sequence[tuple[str, str]] | None = None
    """The ids of the source page, each with its element's tag, in order; `None` on that page."""
    has_lines: bool = False
    """Whether texts and problems have their lines: only who prints them has to look for those."""


@dataclass(frozen=True, kw_only=True)
class Definitions:
    """What inline texts of a page refer to by name, as Python-Markdown and its extensions do."""

    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Where each leads, and its title."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """The long form of each."""
    footnotes: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class RenderedPage:
    """A page in HTML, and what was found while converting it."""

    html: str
    problems: tuple[Problem, ...]
    blocks: tuple[Block, ...]
    """What the page places: its blocks that are neither code nor have a mistake."""
    meant: frozenset[str]
    """The ids of the purposes that its blocks with a mistake may have been meant to place."""
    anchors: tuple[str, ...]
    """The ids of its headings, in order."""
    ids: tuple[tuple[str, str], ...]
    """The ids of all its elements, each with its element's tag, in order."""
    foreign_headings: Mapping[str, str]
    """The languages of the headings that are in another than the page's, by their ids."""
    definitions: Definitions
    marks: tuple[Mark, ...]
    """The marks of what the law asks for, in order; none where nobody asked for lines."""
