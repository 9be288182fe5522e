"""The same page in each locale, as templates are told of it; a host says where each one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from polynotice.catalogues.own_words import own_words
from polynotice.core.locales import Locale


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """A page in one of the locales, for the language switcher and the sitemap."""

    spoken: Locale
    """The locale. What templates may ask of it is looked up once they do."""
    name_of: Callable[[Locale], str]
    url: str
    """Relative to the site's root."""
    canonical_url: str | None
    is_source: bool = False

    @property
    def locale(self) -> str:
        """The locale's id."""
        return self.spoken.id

    @property
    def name(self) -> str:
        """The language in itself: `Deutsch`."""
        return self.name_of(self.spoken)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.spoken.direction

    @property
    def offer(self) -> str:
        """What tells a reader of that language that the page is there in it, too.

        It is a sentence which the name of the language follows; none, if there are no words for it.
        """
        return own_words(self.spoken).get("words/offer", "")

    @property
    def dismissal(self) -> str:
        """What the button says that closes the offer."""
        return own_words(self.spoken).get("words/dismiss", "")


@dataclass(frozen=True, kw_only=True)
class PlacedPage:
    """Where a page stands on the site."""

    url: str
    """Relative to the site's root."""
    canonical_url: str | None


def alternates(
    locales: Sequence[Locale],
    source: Locale,
    placed: Mapping[str, PlacedPage],
    name_of: Callable[[Locale], str],
) -> list[Alternate]:
    """A page in each of the locales that has it, in their order; `placed` by the locale's id."""
    return [
        Alternate(
            spoken=locale,
            name_of=name_of,
            url=page.url or ".",
            canonical_url=page.canonical_url,
            is_source=locale.id == source.id,
        )
        for locale in locales
        if (page := placed.get(locale.id)) is not None
    ]
