"""Where the switcher's links lead: to the same page in every locale that has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polynotice.core.locales import Locale
from polynotice.core.memory import Drawer, key_of
from polynotice.mkdocs_host.host import File, Navigation, Page
from polynotice.pages.alternates import Alternate, PlacedPage, alternates
from polynotice.project.releases.archive import Archive
from polynotice.project.releases.in_site import archive_of
from polynotice.project.speaking import Speaking


@dataclass(kw_only=True)
class LocalePages:
    """The pages and the navigation of every locale, by the locale's id."""

    locales: Sequence[Locale]
    """Those that MkDocs makes pages of."""
    switched: Sequence[Locale]
    """All, in the order of the switcher."""
    source: Locale
    names: Drawer[str] = field(default_factory=Drawer)
    """What the locales are called in themselves, remembered: Babel takes 10 ms for one."""
    pages: dict[str, Mapping[str, Page]] = field(default_factory=dict)
    """By the path that each has below `docs/` in the source locale."""
    navigations: dict[str, Navigation] = field(default_factory=dict)
    lagging: Mapping[str, Mapping[str, PlacedPage]] = field(default_factory=dict)
    """Of each locale whose pages a release has, by its id, the pages by their paths; the home page
    by an empty one, too."""
    listed: dict[str, Sequence[File]] = field(default_factory=dict)
    """What templates are given in place of MkDocs's `pages`, where some of them are left out."""
    beside: frozenset[str] = frozenset()
    """The files beside the source's pages that say what it says, and stand at the root."""

    @classmethod
    def of(cls, speaking: Speaking, names: Drawer[str]) -> LocalePages:
        """Those of a build, to be filled."""
        archive = archive_of(speaking)
        return cls(
            locales=speaking.locales,
            switched=archive.locales,
            source=speaking.source,
            names=names,
            lagging=_placed(archive),
        )

    def alternates(self, uri: str | None) -> list[Alternate]:
        """The page of that path in each locale that has it; without a path, the home pages."""
        placed = {
            locale.id: PlacedPage(url=page.url, canonical_url=page.canonical_url)
            for locale in self.locales
            if (page := self._page(locale, uri)) is not None
        }
        placed |= {
            name: pages[uri or ""] for name, pages in self.lagging.items() if (uri or "") in pages
        }
        return alternates(self.switched, self.source, placed, self._name_of)

    def _name_of(self, locale: Locale) -> str:
        return self.names.recall(key_of(locale.id), lambda: locale.name)

    def _page(self, locale: Locale, uri: str | None) -> Page | None:
        return self.pages[locale.id].get(uri) if uri else self.navigations[locale.id].homepage


def _placed(archive: Archive) -> dict[str, dict[str, PlacedPage]]:
    """The pages of each locale that lags behind, as `LocalePages` has them."""
    by_locale: dict[str, dict[str, PlacedPage]] = {}
    for locale in archive.lagging:
        placed = by_locale[locale] = {}
        for page in archive.shown_by(locale).locales[locale].pages:
            url = f"{locale}/{page.address}"
            canonical = f"{archive.site_url.rstrip('/')}/{url}" if archive.site_url else None
            placed[page.path] = PlacedPage(url=url, canonical_url=canonical)
            if not page.address:
                placed[""] = placed[page.path]
    return by_locale
