"""The archive in a site: which releases it has, in which locales, and where it stands."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from polynotice.core.locales import Locale
from polynotice.core.memory import key_of
from polynotice.project.releases.in_force import in_force
from polynotice.project.releases.reading import FOLDER, Release


@dataclass(frozen=True, kw_only=True)
class Archive:
    """The releases as one site shows them."""

    releases: Sequence[Release]
    """In the order of their dates."""
    locales: Sequence[Locale]
    """Those of the site, in the order of the switcher."""
    source: Locale
    as_of: datetime.date | None = None
    site_url: str | None = None
    """Where the site is; names the entries of feeds."""
    lagging: Mapping[str, str] = field(default_factory=dict)
    """The date of the release that a locale's pages show instead of the project, by its id."""
    addresses: frozenset[str] = frozenset()
    """Of the source's pages, where a locale lags."""

    def shown_by(self, locale: str) -> Release:
        """The release that the pages of a locale show that lags behind."""
        date = self.lagging[locale]
        return next(one for one in self.releases if one.head.date == date)

    def root(self, locale: Locale) -> str:
        """The folder of a locale's archive, from the site's."""
        return f"{FOLDER}/" if locale.id == self.source.id else f"{locale.id}/{FOLDER}/"

    @property
    def key(self) -> bytes:
        """The digest of all that decides what the files say."""
        return key_of(
            [release.head.release_sha256 for release in self.releases],
            [locale.id for locale in self.locales],
            self.source.id,
            str(self.as_of),
            self.site_url,
        )

    @cached_property
    def current(self) -> Release | None:
        """The release in force."""
        return in_force(self.releases, self.as_of)
