"""The archive of a project's site, and what each page of it says of the release in force."""

from __future__ import annotations

from polynotice.core.memory import Memory, key_of
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


def files_of_archive(archive: Archive) -> dict[str, str]:
    """The text of each file that is made of releases alone, by its name below the site's folder."""
    from polynotice.project.releases.archive_of_locale import archive_files  # here: few change

    return archive_files(archive)


def files_of_lagging(speaking: Speaking, memory: Memory) -> dict[str, str]:
    """The text of each page of the locales that lag behind, by its name below the site's folder."""
    archive = archive_of(speaking)
    if not archive.lagging:
        return {}

    def make() -> dict[str, str]:
        from polynotice.project.releases.lagging_pages import lagging_files  # here: few lag

        return lagging_files(archive)

    key = key_of(archive.key, archive.lagging, sorted(archive.addresses))
    return memory.drawer("lagging", dict[str, str]).recall(key, make)
