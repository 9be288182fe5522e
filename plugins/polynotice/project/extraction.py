"""What the source says: every page rendered once, with a `say` that records what it is asked for.

A page is not rendered again while it, the records and the site's Markdown are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType

from polynotice.core.locales import Locale
from polynotice.core.memory import Memory, key_of
from polynotice.core.model import Key, Notice, Phrase, Span, State, Text
from polynotice.core.problems import Problem, errors
from polynotice.core.translation import WORDLESS, Message, Recorder, Say, source
from polynotice.html.anchors import anchors_in
from polynotice.notice.blocks import Block, DataIndexBlock, MatrixBlock, PurposesBlock
from polynotice.notice.found_marks import Mark
from polynotice.pages.page_context import Definitions, PageContext, SourcePage
from polynotice.project.message_markdown import MessageMarkdown
from polynotice.project.project import Site
from polynotice.project.shown_as_written import shown_as_written
from polynotice.project.unplaced import unplaced


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """All that the source says, and what is wrong with it."""

    messages: tuple[Message, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    """The blocks of each page that has any, by the page's path below `docs/`."""
    markdown: MessageMarkdown
    wordless: Mapping[str, str]
    """The HTML of each page without its words, by its path below `docs/`."""
    marks: tuple[Mark, ...]
    """The marks of what the law asks for, in the order of the pages."""
    problems: Sequence[Problem]


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """A block as it is remembered: its purposes by their numbers."""

    kind: str
    """Its name on the page."""
    purposes: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    section: str | None = None
    together: bool = False


@dataclass(frozen=True, kw_only=True)
class _Page:
    """What extraction finds on a page."""

    texts: tuple[Text, ...]
    """In the order in which they are said."""
    html: str
    definitions: Definitions
    placed: tuple[_Placed, ...]
    meant: frozenset[str]
    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]


def extract(site: Site, notice: Notice, mistakes: Sequence[Problem], memory: Memory) -> Extraction:
    """Renders every page with no words at all: any that is left on it never came by `say`.

    `mistakes` are what was wrong with the site before.
    """
    reader = _Reader(site, notice, memory)
    recorder = Recorder(_no_words)
    for word in site.words:
        recorder(word)
    pages: dict[str, _Page] = {}
    said_on: dict[Key, dict[str, None]] = {}
    for page in site.pages:
        for text in page.words.values():
            recorder(text)
        pages[page.uri] = reader.read(page)
        for text in pages[page.uri].texts:
            recorder(text)
            said_on.setdefault(text.key, {})[page.uri] = None
    for name in ("full", "not_found", "draft"):
        if name in notice.words:  # not every notice has a page with all of it
            recorder(notice.words[name])
    problems: list[Problem] = []
    for page in site.pages:
        found_there = pages[page.uri]
        problems += [*found_there.problems, *_without_title(site, page, found_there)]
    blocks = {uri: reader.blocks(page) for uri, page in pages.items() if page.placed}
    markdown = MessageMarkdown(
        markdown=site.markdown,
        definitions={
            uri: one.definitions for uri, one in pages.items() if one.definitions != Definitions()
        },
        said_on={key: tuple(uris) for key, uris in said_on.items()},
    )
    messages = tuple(recorder.messages)
    meant = frozenset[str]().union(*(page.meant for page in pages.values()))
    problems += reader.unsafe(messages, markdown)
    problems += shown_as_written(site, messages)
    if any(one.code == "unreadable-page" for one in errors([*mistakes, *problems])):
        meant = frozenset(purpose.id for purpose in notice.purposes)  # by what could not be read
    else:
        problems += reader.dead_links(messages, markdown)
    problems += unplaced(notice, chain.from_iterable(blocks.values()), meant)
    return Extraction(
        messages=messages,
        blocks=blocks,
        markdown=markdown,
        wordless={uri: page.html for uri, page in pages.items()},
        marks=tuple(mark for page in pages.values() for mark in page.marks),
        problems=problems,
    )


def _no_words(text: Text, lang: str = "") -> Phrase:  # noqa: ARG001
    return Phrase(text=WORDLESS, lang=lang, state=State.SOURCE)


class _Reader:
    """Reads pages, each once for all that it is made of."""

    def __init__(self, site: Site, notice: Notice, memory: Memory) -> None:
        self._site = site
        self._notice = notice
        self._known = memory.drawer("extraction", _Page)
        self._problems = memory.drawer("source", tuple[Problem, ...])
        self._context = page_context(
            site, notice, site.settings.source, source(site.settings.source.id), has_lines=True
        )
        made_by = site.markdown.key_of_pages
        frame = (made_by, site.settings.source.id, self._context.columns, self._context.fields)
        self._frame = key_of(*frame, site.targets) if made_by else None
        self._records = key_of(notice)

    def read(self, page: SourcePage) -> _Page:
        """What extraction finds on the page."""
        records = self._records if ":::" in page.body else None
        key = key_of(self._frame, page, records) if self._frame else None
        return self._known.recall(key, lambda: self._read(page))

    def _read(self, page: SourcePage) -> _Page:
        from polynotice.pages import untranslatable  # here: known pages are not looked at

        said: dict[Text, None] = {}

        def say(text: Text) -> Phrase:
            said[text] = None
            return _no_words(text, self._site.settings.source.id)

        rendered = self._site.markdown.convert(page, replace(self._context, say=say))
        return _Page(
            texts=tuple(said),
            html=rendered.html,
            definitions=rendered.definitions,
            placed=tuple(map(self._placed, rendered.blocks)),
            meant=rendered.meant,
            marks=rendered.marks,
            problems=(
                *rendered.problems,
                *untranslatable.problems(rendered.html, page),
                *untranslatable.unsafe(rendered.html, page),
            ),
        )

    def _placed(self, block: Block) -> _Placed:
        if isinstance(block, DataIndexBlock):
            return _Placed(kind="data-index")
        numbers = tuple(self._numbers[purpose.id] for purpose in block.purposes)
        if isinstance(block, MatrixBlock):
            return _Placed(kind="matrix", purposes=numbers)
        return _Placed(
            kind="purposes",
            purposes=numbers,
            columns=block.columns,
            section=block.section,
            together=block.together,
        )

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {purpose.id: number for number, purpose in enumerate(self._notice.purposes)}

    def blocks(self, page: _Page) -> tuple[Block, ...]:
        """The blocks of the page."""
        return tuple(map(self._block, page.placed))

    def _block(self, placed: _Placed) -> Block:
        if placed.kind == "data-index":
            return DataIndexBlock()
        purposes = tuple(self._notice.purposes[number] for number in placed.purposes)
        if placed.kind == "matrix":
            return MatrixBlock(purposes=purposes)
        return PurposesBlock(
            purposes=purposes,
            columns=placed.columns,
            section=placed.section,
            together=placed.together,
        )

    def unsafe(self, messages: Sequence[Message], markdown: MessageMarkdown) -> tuple[Problem, ...]:
        """What is unsafe, or hard to tell apart, in the messages."""
        depth = max((page.uri.count("/") for page in self._site.pages), default=0)
        lang = self._site.settings.source.id
        key = key_of("unsafe", lang, messages, markdown.key, depth) if markdown.key else None

        def look() -> tuple[Problem, ...]:
            from polynotice.checks import catalogue  # not for what is remembered

            return tuple(catalogue.check_source(messages, lang, markdown.become_of, depth))

        return self._problems.recall(key, look)

    def dead_links(
        self, messages: Sequence[Message], markdown: MessageMarkdown
    ) -> tuple[Problem, ...]:
        """The links of the messages that lead to nothing."""
        pages = {page.uri: page for page in self._site.pages}
        # The ids of headings are made of the words of the source.
        context = replace(self._context, has_lines=False)

        @cache
        def anchors_of(uri: str) -> frozenset[str]:
            return anchors_in(self._site.markdown.convert(pages[uri], context).html)

        def look() -> tuple[Problem, ...]:
            from polynotice.project.dead_links import DeadLinks

            targets = self._site.targets
            looking = DeadLinks(
                targets=targets, pages=pages, markdown=markdown, anchors_of=anchors_of
            )
            return tuple(looking.problems(messages))

        key = None
        if self._frame:
            parts = (messages, self._site.pages, self._records, markdown.key)
            key = key_of("dead links", self._frame, *parts)
        return self._problems.recall(key, look)


def _without_title(site: Site, page: SourcePage, read: _Page) -> Iterable[Problem]:
    is_named = page.uri in site.titled or "title" in page.words
    if not is_named and "<h1" not in read.html:
        yield Problem(
            code="untranslatable-text",
            span=Span(page.path),
            message="The page has no title but the name of its file.",
            hint="Give it a heading (`# …`), or a title in its front matter or in `nav`.",
        )


def page_context(
    site: Site,
    notice: Notice,
    locale: Locale,
    say: Say,
    *,
    placed_on: Mapping[str, str] = MappingProxyType({}),
    indexed_on: str | None = None,
    draft: Text | None = None,
    ids: Sequence[tuple[str, str]] | None = None,
    has_lines: bool = False,
) -> PageContext:
    """What the HTML of a page in that locale depends on; `PageContext` says what each means."""
    settings = site.settings
    return PageContext(
        notice=notice,
        say=say,
        locale=locale,
        source=settings.source,
        targets=site.targets,
        columns=settings.columns,
        reader=settings.reader,
        fields=tuple(
            name for name in notice.words if notice.words[name].context == f"columns/{name}"
        ),
        placed_on=placed_on,
        indexed_on=indexed_on,
        draft=draft,
        ids=ids,
        has_lines=has_lines,
    )
