"""The archive of one locale: its list of releases, each release, and what each has changed.

It is made of the releases alone. No theme and no option has a part in it, so that what is there
stays what it was.
"""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from xml.etree.ElementTree import Element, tostring

from polynotice.core.locales import Locale, find_locale
from polynotice.project.releases.archive import Archive
from polynotice.project.releases.archive_content import (
    ArchivedPage,
    add,
    draft_line,
    header_of,
)
from polynotice.project.releases.archive_words import archive_words
from polynotice.project.releases.changes import Changes, TextChange, changes_between
from polynotice.project.releases.feed import feed_of
from polynotice.project.releases.in_force import last_day
from polynotice.project.releases.reading import Release
from polynotice.project.releases.version import NOTHING, Version, records_in, version_of
from polynotice.project.releases.word_difference import word_difference
from polynotice.project.releases.words import words_in


def archive_files(archive: Archive) -> dict[str, str]:
    """The text of each file by its name below the site's folder; none without a release."""
    if not archive.releases:
        return {}
    files: dict[str, str] = {}
    for locale in archive.locales:
        files.update(ArchiveOfLocale(archive, locale).files())
    return files


@dataclass(frozen=True)
class ArchiveOfLocale:
    """Makes the archive of one locale."""

    archive: Archive
    locale: Locale

    @cached_property
    def _words(self) -> tuple[str, Mapping[str, str]]:
        return archive_words(self.locale)

    def files(self) -> dict[str, str]:
        """The files of the locale."""
        root, releases = self.archive.root(self.locale), self.archive.releases
        files = {
            f"{root}index.html": self._index(),
            f"{root}feed.xml": feed_of(releases, self.locale, self._base),
        }
        versions = [NOTHING, *map(version_of, releases)]
        for release, (old, new) in zip(releases, pairwise(versions), strict=True):
            folder = f"{root}{release.date}/"
            files[f"{folder}index.html"] = self._notice(release)
            files[f"{folder}changes/index.html"] = self._changes(release, old, new)
        return files

    @property
    def _base(self) -> str:
        """The address of the locale's archive; empty if nobody says where the site is."""
        site = self.archive.site_url
        return f"{site.rstrip('/')}/{self.archive.root(self.locale)}" if site else ""

    def say(self, parent: Element, name: str, more: str = "", tag: str = "span") -> Element:
        """Puts there one of the tool's words, marked where it is in another language."""
        language, words = self._words
        text = f"{words[name]} {more}".strip()
        return add(parent, tag, text, lang=None if language == self.locale.id else language)

    def _date(self, day: datetime.date) -> str:
        return self.locale.written_date(day)

    def _page(self, title: str, below: str) -> tuple[Element, Element]:
        """A page, and what is to be filled; `below` is its folder in the archive."""
        up = "../" * below.count("/")
        html, body = self.html(title, f"{up}feed.xml", is_indexed=False)
        nav = add(body, "nav", "\n")
        self.say(add(nav, "p"), "now", tag="a").set("href", f"{up}../")
        if below:
            self.say(add(nav, "p"), "versions", tag="a").set("href", up)
        languages = add(nav, "p", "\n")
        for other in self.archive.locales:
            if other != self.locale:
                way = self._way_to(other.id, below)
                add(languages, "a", other.name, lang=other.id, hreflang=other.id, href=way)
        return html, add(body, "main", "\n")

    def html(self, title: str, feed: str, *, is_indexed: bool = True) -> tuple[Element, Element]:
        """A page without content, and its body; `feed` is the way to the locale's feed."""
        html = Element("html", {"lang": self.locale.id, "dir": self.locale.direction})
        head = add(html, "head", "\n")
        add(head, "meta", charset="utf-8")
        add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
        if not is_indexed:
            add(head, "meta", name="robots", content="noindex")
        add(head, "title", title)
        add(head, "style", _style())
        add(head, "link", rel="alternate", type="application/atom+xml", href=feed)
        return html, add(html, "body", "\n")

    def _way_to(self, other: str, below: str) -> str:
        """The way to the same page of the archive in another locale."""
        there = self.archive.root(find_locale(other)) + below
        return posixpath.relpath(there, self.archive.root(self.locale) + below) + "/"

    def status(self, parent: Element, release: Release) -> Element:
        """What a reader has to know of a release before anything that it says."""
        current, status = self.archive.current, add(parent, "div", "\n", class_="notice-status")
        if release is current:
            self.say(status, "in_force", self._date(release.effective), "p")
        elif current is None or release.date > current.date:
            self.say(status, "coming", self._date(release.effective), "p")
        else:
            self._past(status, release)
        self.say(status, "issued", self._date(release.date), "p")
        if release.head.correction:
            self.say(status, "correction", tag="p")
        if release.head.summary:
            add(status, "p", release.head.summary, lang=release.head.source_locale)
        return status

    def _past(self, parent: Element, release: Release) -> None:
        end = last_day(release, self.archive.releases, self.archive.as_of)
        if end is not None:
            days = f"{self._date(release.effective)} \u2013 {self._date(end)}"
            self.say(parent, "was", days, "p")
        self.say(parent, "past", tag="p")

    def _index(self) -> str:
        newest = self.archive.releases[-1]
        said = newest.locales.get(self.locale.id) or newest.source
        html, main = self._page(f"{self._words[1]['versions']} \u2013 {said.site_name}", "")
        self.say(main, "versions", tag="h1")
        for release in reversed(self.archive.releases):
            entry = add(main, "section", "\n", id=release.head.date)
            title = add(entry, "h2")
            add(title, "a", self._date(release.effective), href=f"{release.date}/")
            self.status(entry, release)
            self.say(add(entry, "p"), "what_changed", tag="a").set(
                "href", f"{release.date}/changes/"
            )
        self.say(add(main, "p"), "feed", tag="a").set("href", "feed.xml")
        return text_of(html)

    def _notice(self, release: Release) -> str:
        said = release.locales.get(self.locale.id)
        frozen = said or release.source
        below = f"{release.date}/"
        html, main = self._page(f"{frozen.site_name} – {release.head.effective}", below)
        language = None if said else frozen.locale
        add(main, "h1", frozen.site_name, lang=language)
        self.status(main, release)
        self.say(add(main, "p"), "what_changed", tag="a").set("href", "changes/")
        if said is None:
            self.say(main, "absent", tag="p")
            main = add(main, "div", "\n", lang=frozen.locale, dir=frozen.direction)
            main.set("class", "notice-untranslated")
        ArchivedPage(locale=frozen, way_to_other=lambda other: self._way_to(other, below)).put(main)
        return text_of(html)

    def _changes(self, release: Release, old: Version, new: Version) -> str:
        below = f"{release.date}/changes/"
        _, words = self._words
        html, main = self._page(f"{words['what_changed']} – {release.head.effective}", below)
        self.say(main, "what_changed", tag="h1")
        self.status(main, release)
        self.say(add(main, "p"), "this", tag="a").set("href", "../")
        if old is NOTHING:
            self.say(main, "first", tag="p")
            return text_of(html)
        before = self.archive.releases[self.archive.releases.index(release) - 1]
        compared = self.say(main, "compared", tag="p")
        compared.text = f"{compared.text} "
        day = add(compared, "a", self._date(before.effective), href=f"../../{before.date}/")
        day.tail = ""
        if line := draft_line(release.locales.get(self.locale.id)):
            add(main, "p", line, class_="notice-draft")
        changes = changes_between(old, new, self.locale.id)
        self.say(main, "signs" if changes else "nothing", tag="p")
        self._put(main, changes, old, new)
        return text_of(html)

    def _put(self, main: Element, changes: Changes, old: Version, new: Version) -> None:
        was, now = old.in_locale(self.locale.id), new.in_locale(self.locale.id)
        known = records_in(was) | records_in(now)
        for record in changes.records:
            section = add(main, "section", "\n", class_=record.change)
            section.set("data-record", record.id)
            title = self.say(section, record.change, tag="h2")
            title.text = f"{title.text}: "
            name = words_in(known[record.id].fields.get("title", ())) or record.id
            is_there = record.change != "removed"
            add(title, "a" if is_there else "span", name, **_href(f"../#{record.id}", is_there))
            for each, text in record.fields.items():
                if each != "title":
                    add(section, "h3", header_of(now, each) if now else each)
                self._text_change(section, text, each)
        for page in changes.pages:
            section = add(main, "section", "\n", class_=page.change)
            title = self.say(section, page.change, tag="h2")
            pages = [one for said in (now, was) if said for one in said.pages]
            name = next(one.title for one in pages if one.path == page.path)
            title.text = f"{title.text}: {name}"
            for text in page.texts:
                self._text_change(section, text)
        for text in changes.words.values():
            self._text_change(main, text)

    def _text_change(self, parent: Element, text: TextChange, name: str = "") -> None:
        """A text with what was put in and taken out: as elements, and as signs for any reader."""
        element = add(parent, "p")
        if name:
            element.set("data-field", name)
        for piece in word_difference(text.old or "", text.new or ""):
            if piece.kind == "same":
                inner = add(element, "span", piece.text)
            elif piece.kind == "added":
                inner = add(element, "ins", f"{{+{piece.text}+}}")
            else:
                inner = add(element, "del", f"[-{piece.text}-]")
            inner.tail = ""


@cache
def _style() -> str:
    text = files(__package__).joinpath("archive.css").read_text(encoding="utf-8")
    return " ".join(text.split())


def _href(way: str, is_there: bool) -> dict[str, str]:
    return {"href": way} if is_there else {}


def text_of(html: Element) -> str:
    """The text of the file of a page."""
    return "<!doctype html>\n" + tostring(html, "unicode", method="html") + "\n"
