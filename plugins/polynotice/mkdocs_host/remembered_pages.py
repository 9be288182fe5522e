"""Pages that were rendered before from the same words: what `Page.render` made of them then."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import Key, Phrase, Text
from polynotice.core.problems import Problem
from polynotice.mkdocs_host import mkdocs_errors
from polynotice.mkdocs_host.host import (
    LOG,
    AnchorLink,
    File,
    Files,
    MkDocsConfig,
    Page,
    TableOfContents,
)
from polynotice.mkdocs_host.locale_pages import LocalePage
from polynotice.mkdocs_host.project_memory import markdown_key
from polynotice.notice.blocks import PurposesBlock
from polynotice.pages.page_context import PageContext, RenderedPage, SourcePage
from polynotice.project.project import Project


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A line of a page's table of contents."""

    title: str
    id: str
    level: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MadePage:
    """All that rendering leaves on a page of MkDocs, and what else has come of it."""

    content: str
    title: str | None
    toc: tuple[Heading, ...]
    present: tuple[str, ...]
    """The ids that links to it can lead to."""
    links: tuple[tuple[str, dict[str, str]], ...] | None
    """The anchors that it links to, by the paths of their pages; `None` if MkDocs kept none."""
    ids: tuple[tuple[str, str], ...]
    """Of all its elements, each with its element's tag, in order."""
    foreign_headings: Mapping[str, str]


class RememberedPages:
    """Renders pages, each once for the same words.

    A page is remembered if nothing was wrong with it while it was rendered, nothing logged, and no
    text said that extraction has not found on it, and if it is of a known kind: what a plugin has
    put in their place may render anything.
    """

    def __init__(
        self,
        project: Project,
        config: MkDocsConfig,
        files: Files,
        shared: Sequence[tuple[str, str]],
    ) -> None:
        """`files` are those that links are looked up in, `shared` the paths of the source's."""
        self._project = project
        self._config = config
        self._files = files
        self.shared = shared
        self.not_remembered: set[str] = set()
        """The ids of the locales of which a page was not."""

    def render(
        self,
        page: Page,
        source: SourcePage,
        context: PageContext,
        render: Callable[[PageContext], RenderedPage],
    ) -> tuple[MadePage, Sequence[Problem]]:
        """Renders the page with that context, or fills it as `render` did before.

        Gives what has come of it, and what is wrong.
        """
        drawer: Drawer[MadePage] = self._project.memory.drawer(
            f"pages {context.locale.id}", MadePage
        )
        key = self._key(page, source, context) if type(page) in (Page, LocalePage) else None
        known = drawer.get(key) if key else None
        if known is not None:
            self._fill(page, known)
            return known, ()
        said: set[Key] = set()

        def say(text: Text) -> Phrase:
            said.add(text.key)
            return context.say(text)

        with mkdocs_errors.logged(logging.INFO) as lines:
            rendered = render(replace(context, say=say))
        expected = {text.key for text in self._texts(source.uri, context)}
        made = _made(page, rendered)
        if key and not lines and not rendered.problems and said <= expected:
            drawer.put(key, made)
        else:
            self.not_remembered.add(context.locale.id)
        return made, rendered.problems

    def _texts(self, uri: str, context: PageContext) -> Iterable[Text]:
        """What the page says."""
        texts = self._project.texts_of(uri)
        tags = self._texts_of_tags(uri) if context.indexed_on else ()
        return (*texts, *tags, *((context.draft,) if context.draft else ()))

    def _texts_of_tags(self, uri: str) -> Iterable[Text]:
        """What the links to kinds of data say, which stand beside texts of their own."""
        notice = self._project.notice
        blocks = self._project.blocks.get(uri, ())
        placed = (block.purposes for block in blocks if isinstance(block, PurposesBlock))
        names = {name for purposes in placed for purpose in purposes for name in purpose.data}
        for category in (one for one in notice.categories if one.id in names):
            yield category.name
            if category.special:
                yield notice.words["special_category"]

    def _key(self, page: Page, source: SourcePage, context: PageContext) -> bytes | None:
        if self._frame is None:
            return None
        blocks = self._project.blocks.get(source.uri, ())
        # They say which purposes use a kind of data, and where each is.
        is_about_all = any(not isinstance(block, PurposesBlock) for block in blocks)
        return key_of(
            self._frame,
            # What MkDocs does not log, nobody would know to be missing.
            LOG.isEnabledFor(logging.INFO),
            page.file.src_uri,
            page.file.url,
            page.markdown,
            source.uri,
            self._project.wordless[source.uri],
            # A snippet may define what words on the page lead to.
            self._project.markdown.definitions.get(source.uri),
            blocks,
            (context.notice, context.placed_on) if is_about_all else None,
            context.indexed_on,
            context.locale.id,
            context.ids,
            context.draft is not None,
            [(text.key, context.say(text)) for text in self._texts(source.uri, context)],
        )

    @cached_property
    def _frame(self) -> bytes | None:
        """The digest of what every page depends on."""
        site, notice, config = self._project.site, self._project.notice, self._config
        # Other plugins may have changed them since the pages were read.
        if site.markdown.key is None or site.markdown.key != markdown_key(config):
            return None
        return key_of(
            site.markdown.key,
            site.settings.source.id,
            site.settings.columns,
            site.settings.reader,
            notice.categories,
            notice.groups,
            notice.words,
            notice.as_of,
            site.targets,
            self.shared,
            str(config.validation),
            config.site_url,
        )

    def _fill(self, page: Page, made: MadePage) -> None:
        page.content = made.content
        page._title_from_render = made.title
        page.toc = TableOfContents([_anchor(each) for each in made.toc])
        if page.toc.items:
            page.toc.items[0].active = True  # type: ignore[attr-defined]
        page.present_anchor_ids = set(made.present)
        if made.links is not None:
            page.links_to_anchors = {
                file: anchors
                for uri, anchors in made.links
                if (file := self._files.get_file_from_path(uri)) is not None
            }


def _made(page: Page, rendered: RenderedPage) -> MadePage:
    links: Mapping[File, dict[str, str]] | None = page.links_to_anchors
    return MadePage(
        content=page.content or "",
        title=page._title_from_render,
        toc=tuple(map(_heading, page.toc)),
        present=tuple(sorted(page.present_anchor_ids or ())),
        links=None if links is None else tuple((file.src_uri, links[file]) for file in links),
        ids=rendered.ids,
        foreign_headings=rendered.foreign_headings,
    )


def _heading(anchor: AnchorLink) -> Heading:
    children = tuple(map(_heading, anchor.children))
    return Heading(title=anchor.title, id=anchor.id, level=anchor.level, children=children)


def _anchor(heading: Heading) -> AnchorLink:
    anchor = AnchorLink(heading.title, heading.id, heading.level)
    anchor.children = [_anchor(each) for each in heading.children]
    return anchor
