"""Pages that were rendered before from the same words: what `Page.render` made of them then."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from polynotice.core.memory import Drawer, key_of
from polynotice.core.model import Key, Phrase, Text
from polynotice.core.problems import Problem
from polynotice.mkdocs_host import mkdocs_errors
from polynotice.mkdocs_host.host import LOG, Files, MkDocsConfig, Page
from polynotice.mkdocs_host.locale_pages import LocalePage
from polynotice.mkdocs_host.made_page import MadePage
from polynotice.mkdocs_host.page_patterns import FilledPage, PagePatterns, Render
from polynotice.mkdocs_host.project_memory import markdown_key
from polynotice.notice.blocks import PurposesBlock
from polynotice.pages.page_context import PageContext, SourcePage
from polynotice.project.project import Project


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
        shared: Sequence[tuple[str, str]] | None = None,
        *,
        locales: int = 1,
    ) -> None:
        """`files` are those that links are looked up in.

        `shared` are the paths and addresses of the source's: these, if nothing else is said.
        `locales` is the number of those whose pages are made here, but for the source's.
        """
        self._project = project
        self._config = config
        self._files = files
        self.shared = shared or [(file.src_uri, file.url) for file in files]
        self.not_remembered: set[str] = set()
        """The ids of the locales of which a page was not."""
        self.patterns = PagePatterns(project) if locales > 1 else None
        """Of the pages, where making them pays."""

    def render(
        self,
        page: Page,
        source: SourcePage,
        context: PageContext,
        render: Render,
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
            known.put_on(page, self._files)
            return known, ()
        filled = self._filled(page, source, context, render) if key else None
        if key and filled is not None:
            filled.put_on(page, self._files)
            drawer.put(key, filled)
            return filled, ()
        said: set[Key] = set()

        def say(text: Text) -> Phrase:
            said.add(text.key)
            return context.say(text)

        with mkdocs_errors.logged(logging.INFO) as lines:
            rendered = render(replace(context, say=say))
        expected = {text.key for text in self._texts(source.uri, context)}
        made = MadePage.of(page, rendered)
        if key and not lines and not rendered.problems and said <= expected:
            drawer.put(key, made)
        else:
            self.not_remembered.add(context.locale.id)
            if self.patterns is not None:  # a source page comes before its translations
                self.patterns.leave_out(source)
        return made, rendered.problems

    def filled_with(self, page: Page) -> FilledPage | None:
        """With what the page was filled, if it has nothing else in it now."""
        filled = self.patterns.filled.get(page.file.src_uri) if self.patterns else None
        return filled if filled is not None and filled.content == page.content else None

    def forget(self, page: Page) -> None:
        """Keeps nothing of what the page was filled with, once it is written."""
        if self.patterns is not None:
            self.patterns.filled.pop(page.file.src_uri, None)

    def _filled(
        self, page: Page, source: SourcePage, context: PageContext, render: Render
    ) -> MadePage | None:
        if self.patterns is None or not isinstance(page, LocalePage):
            return None
        texts = [*self._texts(source.uri, context)]
        return self.patterns.made(page, source, context, texts, render)

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
