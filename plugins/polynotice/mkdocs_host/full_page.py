"""The page with the whole notice, in each locale: made of its pages once all are in HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import escape

from polynotice.core.locales import Locale
from polynotice.core.model import Text
from polynotice.core.translation import Say
from polynotice.html.plain_text import without_tags
from polynotice.mkdocs_host import locale_pages
from polynotice.mkdocs_host.host import (
    AnchorLink,
    File,
    Files,
    InclusionLevel,
    MkDocsConfig,
    Page,
    TableOfContents,
)
from polynotice.mkdocs_host.locale_pages import LocalePage
from polynotice.mkdocs_host.switcher_links import LocalePages
from polynotice.pages.full_page import FULL_PAGE, FullPage, section_html
from polynotice.pages.links import root_of
from polynotice.pages.page_context import SourcePage
from polynotice.project.project import Project
from polynotice.project.whole import full_page_in


@dataclass(kw_only=True)
class _Gathered:
    """The pages of one locale, as they were when the first of all was to be written."""

    full: FullPage
    pages: list[tuple[str, str, Page, str]] = field(default_factory=list)
    """Each with its path below `docs/`, its address from the root of the site, and its HTML."""


class FullPages:
    """Makes the page; does nothing where the notice is to have none."""

    def __init__(self, project: Project, say: Callable[[Locale], Say]) -> None:
        self._project = project
        self._say = say
        self._gathered: dict[str, _Gathered] = {}

    @cached_property
    def sources(self) -> dict[str, SourcePage]:
        """What stands for the page among those that somebody wrote, by its path below `docs/`."""
        if not self._project.site.settings.full_page:
            return {}
        title = self._project.notice.words.get("full") or self.site_name
        page = SourcePage(
            uri=FULL_PAGE, path=FULL_PAGE, body="", first_line=1, words={"title": title}
        )
        return {FULL_PAGE: page}

    def add_file(self, files: Files, config: MkDocsConfig, source: Locale) -> None:
        """Adds the source's page, which is empty for the time being."""
        if self.sources and files.get_file_from_path(FULL_PAGE) is None:
            inclusion = InclusionLevel.NOT_IN_NAV
            file = File.generated(config, FULL_PAGE, content="", inclusion=inclusion)
            file.edit_uri = None
            locale_pages.set_locale(file, source)
            files.append(file)

    def give_title(self, page: Page, say: Say) -> None:
        """Gives the source's page its title, as `LocalePage` does for all others."""
        if locale_pages.uri_of(page) in self.sources and not isinstance(page, LocalePage):
            locale_pages.say_words_of(page, self.sources[FULL_PAGE], say)

    def gather(self, pages: LocalePages, source: Locale) -> None:
        """Notes the HTML of all pages, before one of them is written, and changed for that."""
        for locale in pages.locales if self.sources else ():
            by_uri, root = pages.pages[locale.id], root_of(locale, source)
            url_of = self._project.site.url_of
            self._gathered[locale.id] = _Gathered(
                full=full_page_in(self._project, root),
                pages=[
                    (uri, f"/{root}{url_of(uri)}", by_uri[uri], by_uri[uri].content or "")
                    for uri in (page.uri for page in self._project.site.pages)
                    if uri in by_uri
                ],
            )
        self._source = source

    def fill(self, page: Page) -> None:
        """Fills the page with all pages of its locale, if it is the one."""
        if locale_pages.uri_of(page) not in self.sources:
            return
        locale = page.locale if isinstance(page, LocalePage) else self._source
        gathered = self._gathered[locale.id]
        title = str.__str__(page.title or "")
        top = "notice:full"  # no page's or row's; `#/…` is no link for skipping to axe-core
        sections = "\n".join(_sections(gathered))
        page.content = f'<h1 id="{escape(top)}"{self._site(locale)}>{title}</h1>\n{sections}\n'
        heading = AnchorLink(page.title or "", top, 1)
        heading.children = [_listed(uri, each, gathered.full) for uri, _, each, _ in gathered.pages]
        page.toc = TableOfContents([heading])

    @property
    def site_name(self) -> Text:
        """The site's name, as somebody wrote it."""
        words = self._project.site.words
        return next(text for text in words if text.context == "site/site_name")

    def _site(self, locale: Locale) -> str:
        """The site's name for the head of a print, where it is not the title, and is translated."""
        said = self._say(locale)(self.site_name)
        if said.lang != locale.id or "full" not in self._project.notice.words:
            return ""
        return f' data-site="{escape(without_tags(said.text))}"'


def _sections(gathered: _Gathered) -> Iterator[str]:
    taken: set[str] = set()
    full = gathered.full
    for number, (uri, address, page, content) in enumerate(gathered.pages):
        html = section_html(content, uri, address, full, taken, is_first=number == 0)
        # As themes do above a page that has no heading of the first level.
        title = "" if "<h1" in content else f"<h2>{str.__str__(page.title or '')}</h2>\n"
        name = escape(full.section(uri))
        yield f'<section class="notice-page" id="{name}">\n{title}{html.strip()}\n</section>'


def _listed(uri: str, page: Page, full: FullPage) -> AnchorLink:
    """The page in the list of headings, with its own below it."""
    top = list(page.toc)
    has_title = len(top) == 1 and top[0].level == 1
    anchor = AnchorLink(top[0].title if has_title else page.title or "", full.section(uri), 2)
    anchor.children = _lowered(top[0].children if has_title else top, uri, full)
    return anchor


def _lowered(anchors: Iterable[AnchorLink], uri: str, full: FullPage) -> list[AnchorLink]:
    made = []
    for anchor in anchors:
        lower = AnchorLink(anchor.title, f"{full.section(uri)}:{anchor.id}", anchor.level + 1)
        lower.children = _lowered(anchor.children, uri, full)
        made.append(lower)
    return made
