"""The archive of a project's site, and what each page of it says of the release in force."""

from __future__ import annotations

from polynotice.project.releases.archive import Archive
from polynotice.project.speaking import Speaking


def archive_of(speaking: Speaking) -> Archive:
    """The archive that the site has, in the locales that it has."""
    site = speaking.project.site
    return Archive(
        releases=speaking.project.releases,
        locales=tuple(speaking.locales),
        source=speaking.source,
        as_of=site.settings.as_of,
        site_url=site.site_url,
    )
