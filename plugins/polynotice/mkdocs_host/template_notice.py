"""What templates call `notice`: what a page's own template needs to know of its locale."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from polynotice.core.locales import Locale
from polynotice.mkdocs_host.host import Page
from polynotice.mkdocs_host.locale_pages import uri_of
from polynotice.mkdocs_host.switcher_links import LocalePages
from polynotice.pages.alternates import Alternate


class TemplateNotice:
    """`notice` in the templates."""

    def __init__(
        self,
        locale: Locale,
        page: Page | None,
        *,
        pages: LocalePages,
        not_found: Callable[[str], str],
        theme_word: Callable[[str], str],
        offers_language: bool = True,
    ) -> None:
        """`not_found` is what the error page says in the locale of that id."""
        self.locale = locale.id
        self.direction = locale.direction
        self.theme_word = theme_word
        """One of the theme's own words, as the locale has it."""
        self.offers_language = offers_language
        """Whether a reader is offered the page in the language that the browser prefers."""
        self._page = page
        self._pages = pages
        self._not_found = not_found

    @cached_property
    def alternates(self) -> list[Alternate]:
        """The page in each locale; for a page that has none, the home pages."""
        return self._pages.alternates(uri_of(self._page) if self._page else None)

    def alternates_of(self, page: Page) -> list[Alternate]:
        """A page of whichever locale, in each locale."""
        return self._pages.alternates(uri_of(page))

    @property
    def not_found(self) -> str:
        """The heading of the error page."""
        return self._not_found(self.locale)

    @property
    def not_found_elsewhere(self) -> list[tuple[Alternate, str]]:
        """The home pages in other languages, each with that heading in its own.

        Many hosts show the error page of the source locale, at the root of the site, at any address
        that does not exist. Those of the other locales have none of this.
        """
        others = [each for each in self.alternates if each.locale != self.locale]
        if any(each.is_source for each in others):
            return []
        return [(each, self._not_found(each.locale)) for each in others]
