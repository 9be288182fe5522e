"""The archive of a project's site, and what each page of it says of the release in force."""

from __future__ import annotations

from polynotice.project.releases.archive import Archive
from polynotice.project.speaking import Speaking


def archive_of(speaking: Speaking) -> Archive:
    """The archive that the site has, in the locales that it has."""
    site, lagging = speaking.project.site, speaking.lagging
    shown = {*speaking.locales, *lagging}
    return Archive(
        releases=speaking.project.releases,
        locales=tuple(one for one in site.settings.locales if one in shown),
        source=speaking.source,
        as_of=site.settings.as_of,
        site_url=site.site_url,
        lagging={one.id: site.settings.lagging[one.id] for one in lagging},
        addresses=frozenset(site.url_of(page.uri) for page in site.pages if lagging),
    )
