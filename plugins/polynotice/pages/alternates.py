"""Where the links of the language switcher lead: a page, or the home page, in each locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polynotice.catalogues.own_words import own_words
from polynotice.core.locales import Locale


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


@dataclass(frozen=True, kw_only=True)
class PlacedPage:
    """Where a page stands on the site."""

    url: str
    """Relative to the site's root."""
    canonical_url: str | None


def alternates(
    locales: Sequence[Locale], source: Locale, placed: Mapping[str, PlacedPage]
) -> list[Alternate]:
    """A page in each of the locales that has it, in their order; `placed` by the locale's id."""
    return [
        Alternate(
            locale=locale.id,
            name=locale.name,
            direction=locale.direction,
            url=page.url or ".",
            canonical_url=page.canonical_url,
            is_source=locale.id == source.id,
            offer=words.get("words/offer", ""),
            dismissal=words.get("words/dismiss", ""),
        )
        for locale in locales
        if (page := placed.get(locale.id)) is not None
        for words in (own_words(locale),)
    ]
