"""A page of MkDocs, rendered with what belongs to this page alone."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from polynotice.core.problems import Problem
from polynotice.mkdocs_host.host import Files, MkDocsConfig, Page
from polynotice.mkdocs_host.made_page import MadePage
from polynotice.mkdocs_host.remembered_pages import RememberedPages
from polynotice.pages.markdown_extension import NoticeExtension
from polynotice.pages.page_context import PageContext, RenderedPage, SourcePage


class PageRendering:
    """Stands for the `render` of a page.

    `Page.render` makes a `Markdown` from `config.markdown_extensions`, and so does any other plugin
    that converts a text, whenever it likes. What the extension must know of a page is therefore in
    no place that they share: the page is rendered with a view of the configuration that has an
    extension of its own in it, and nobody else is given that view.

    Not a subclass of `Page`: MkDocs makes the source pages itself, and plugins make other pages of
    them, or change the class of those that there are (section-index).
    """

    def __init__(
        self,
        render: Callable[[MkDocsConfig, Files], None],
        page: Page,
        source: SourcePage,
        *,
        extension: NoticeExtension,
        context: Callable[[], PageContext],
        remembered: RememberedPages,
        finish: Callable[[MadePage, Sequence[Problem]], None],
        is_quiet: bool,
    ) -> None:
        self._render = render
        self._page = page
        self._source = source
        self._extension = extension
        self._context = context
        self._remembered = remembered
        self._finish = finish
        self._is_quiet = is_quiet

    @classmethod
    def take_over(
        cls,
        page: Page,
        source: SourcePage,
        *,
        extension: NoticeExtension,
        context: Callable[[], PageContext],
        remembered: RememberedPages,
        finish: Callable[[MadePage, Sequence[Problem]], None],
        is_quiet: bool,
    ) -> None:
        """Renders the page that is made of `source` so from now on, as often as that happens.

        `extension` is what stands in the configuration for texts that belong to no page; `context`
        is asked, and `finish` told what has come of it, whenever the page is rendered; what is
        `remembered` is not made again. `is_quiet` keeps MkDocs from saying of links what was said
        already, once for all locales.
        """
        render = page.render._render if isinstance(page.render, cls) else page.render
        rendering = cls(
            render,
            page,
            source,
            extension=extension,
            context=context,
            remembered=remembered,
            finish=finish,
            is_quiet=is_quiet,
        )
        page.render = rendering  # type: ignore[method-assign]

    def __call__(self, config: MkDocsConfig, files: Files) -> None:
        """What `Page.render` does: fills the page with its HTML and the titles of its headings."""

        def made(context: PageContext, body: str | None = None) -> RenderedPage:
            if body is None:
                return self._made(self._source, context, config, files)
            whole, self._page.markdown = self._page.markdown, body
            try:
                beside = replace(self._source, body=body, origins=())
                return self._made(beside, context, config, files)
            finally:
                self._page.markdown = whole

        self._finish(*self._remembered.render(self._page, self._source, self._context(), made))

    def _made(
        self, source: SourcePage, context: PageContext, config: MkDocsConfig, files: Files
    ) -> RenderedPage:
        from polynotice.pages.conversion import Conversion  # here: known pages are not converted

        conversion = Conversion(source, context)
        own = NoticeExtension(conversion)
        view = copy.copy(config)
        given: list[Any] = list(config.markdown_extensions)
        extensions: list[Any] = [own if one is self._extension else one for one in given]
        view.markdown_extensions = extensions
        if self._is_quiet:
            view.validation = _without_dead_links(config)
        self._render(view, files)
        if self._is_quiet:
            self._page.links_to_anchors = None
        return conversion.result(self._page.content or "")


def _without_dead_links(config: MkDocsConfig) -> Any:
    """The option `validation` that looks for nothing in the links of a page."""
    validation = copy.copy(config.validation)
    validation.links = links = copy.copy(validation.links)
    for name in ("not_found", "unrecognized_links", "absolute_links"):
        if links[name] > logging.DEBUG:  # below it, how absolute links are understood
            links[name] = logging.DEBUG
    return validation
