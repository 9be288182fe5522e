"""The feed of a locale's archive, in the form of Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from polynotice.core.locales import Locale
from polynotice.project.releases.archive_content import add
from polynotice.project.releases.archive_words import archive_words
from polynotice.project.releases.reading import Release


def feed_of(releases: Sequence[Release], locale: Locale, base: str) -> str:
    """The feed of one or more releases, with an entry for each, the newest first.

    `base` is the address of the locale's archive; without one, addresses are relative, and ids are
    made of digests and names.
    """
    language, words = archive_words(locale)
    newest = releases[-1]
    said = newest.locales.get(locale.id) or newest.source
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": locale.id})
    feed.text = "\n"
    add(feed, "id", base or f"urn:polynotice:{locale.id}:{said.site_name}".replace(" ", "-"))
    add(feed, "title", f"{said.site_name}: {words['versions']}")
    add(feed, "updated", _moment(newest))
    add(SubElement(feed, "author"), "name", said.site_name)
    add(feed, "link", rel="self", href=f"{base}feed.xml")
    for release in reversed(releases):
        entry = add(feed, "entry", "\n")
        address = f"{base}{release.date}/"
        add(entry, "id", address if base else f"urn:sha256:{release.head.release_sha256}")
        kind = f" ({words['correction']})" if release.head.correction else ""
        day = locale.written_date(release.effective)
        add(entry, "title", f"{said.site_name}, {day}{kind}")
        add(entry, "updated", _moment(release))
        add(entry, "link", href=f"{address}changes/")
        own = release.head.summary
        summary = add(entry, "summary", own or words["what_changed"])
        summary.set("xml:lang", release.head.source_locale if own else language)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, "unicode") + "\n"


def _moment(release: Release) -> str:
    """The beginning of the day on which it was issued."""
    return f"{release.head.date}T00:00:00Z"
