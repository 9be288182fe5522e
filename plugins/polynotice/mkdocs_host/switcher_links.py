"""Where the switcher's links lead: to the same page in every locale that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polynotice.core.locales import Locale
from polynotice.core.memory import Drawer, key_of
from polynotice.mkdocs_host.host import File, Navigation, Page
from polynotice.pages.alternates import Alternate, PlacedPage, alternates


@dataclass(kw_only=True)
class LocalePages:
    """The pages and the navigation of every locale, by the locale's id."""

    locales: Sequence[Locale]
    """In the order of the switcher."""
    source: Locale
    names: Drawer[str] = field(default_factory=Drawer)
    """What the locales are called in themselves, remembered: Babel takes 10 ms for one."""
    pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)
    """By the path that each has below `docs/` in the source locale."""
    navigations: dict[str, Navigation] = field(default_factory=dict)
    listed: dict[str, Sequence[File]] = field(default_factory=dict)
    """What templates are given in place of MkDocs's `pages`, where some of them are left out."""
    beside: frozenset[str] = frozenset()
    """The files beside the source's pages that say what it says, and stand at the root."""

    def alternates(self, uri: str | None) -> list[Alternate]:
        """The page of that path in each locale that has it; without a path, the home pages."""
        placed = {
            locale.id: PlacedPage(url=page.url, canonical_url=page.canonical_url)
            for locale in self.locales
            if (page := self._page(locale, uri)) is not None
        }
        return alternates(self.locales, self.source, placed, self._name_of)

    def _name_of(self, locale: Locale) -> str:
        return self.names.recall(key_of(locale.id), lambda: locale.name)

    def _page(self, locale: Locale, uri: str | None) -> Page | None:
        return self.pages[locale.id].get(uri) if uri else self.navigations[locale.id].homepage
