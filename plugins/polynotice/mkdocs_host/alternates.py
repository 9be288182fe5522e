"""Where the links of the language switcher lead: a page, or the home page, in each locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polynotice.catalogues.own_words import own_words
from polynotice.core.locales import Locale
from polynotice.mkdocs_host.host import File, Navigation, Page
from polynotice.mkdocs_host.locale_pages import LocalePage


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """A page in one of the locales, for the language switcher and the sitemap."""

    locale: str
    name: str
    direction: str
    url: str
    """Relative to the site's root."""
    canonical_url: str | None
    is_source: bool = False
    offer: str = ""
    """What tells a reader of that language that the page is there in it, too, if there are words
    for that: a sentence which the name of the language follows."""
    dismissal: str = ""
    """What the button says that closes the offer."""


@dataclass(kw_only=True)
class LocalePages:
    """The pages and the navigation of every locale, by the locale's id."""

    locales: Sequence[Locale]
    """In the order of the switcher."""
    pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)
    """By the path that each has below `docs/` in the source locale."""
    navigations: dict[str, Navigation] = field(default_factory=dict)
    listed: dict[str, Sequence[File]] = field(default_factory=dict)
    """What templates are given in place of MkDocs's `pages`, where some of them are left out."""
    beside: frozenset[str] = frozenset()
    """The files beside the source's pages that say what it says, and stand at the root."""

    def alternates(self, uri: str | None) -> list[Alternate]:
        """The page of that path in each locale that has it; without a path, the home pages."""
        return [
            Alternate(
                locale=locale.id,
                name=locale.name,
                direction=locale.direction,
                url=page.url or ".",
                canonical_url=page.canonical_url,
                is_source=not isinstance(page, LocalePage),
                offer=words.get("words/offer", ""),
                dismissal=words.get("words/dismiss", ""),
            )
            for locale in self.locales
            if (page := self._page(locale, uri)) is not None
            and (words := own_words(locale)) is not None
        ]

    def _page(self, locale: Locale, uri: str | None) -> Page | None:
        return self.pages[locale.id].get(uri) if uri else self.navigations[locale.id].homepage
