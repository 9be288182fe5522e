"""The pages of a locale that lags behind: each as a release has it, at its address."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from polynotice.notice.release_form import Element as Piece
from polynotice.notice.release_form import FrozenItem, FrozenLocale, FrozenPage
from polynotice.project.releases.archive import Archive
from polynotice.project.releases.archive_content import ArchivedPage, add
from polynotice.project.releases.archive_of_locale import ArchiveOfLocale, text_of
from polynotice.project.releases.reading import FOLDER, Release


@dataclass(kw_only=True)
class LaggingPage(ArchivedPage):
    """One page of it; its ids, and the pages that links lead to, are those of the release."""

    page: FrozenPage

    def put_page(self, parent: Element) -> None:
        """Puts the page there."""
        if not any(isinstance(one, Piece) and one.tag == "h1" for one in self.page.content):
            add(parent, "h2", self.page.title, lang=self.page.language)
        self._fill(parent, self.page.content, self.page)

    def put_navigation(self, parent: Element) -> None:
        """Puts the navigation there, as the release has it."""
        self._items(parent, self.locale.navigation)

    def _items(self, parent: Element, items: Iterable[FrozenItem]) -> None:
        listed = add(parent, "ul", "\n")
        for item in items:
            entry = add(listed, "li")
            if item.items:
                add(entry, "span", item.title, lang=item.language)
                self._items(entry, item.items)
            elif item.page == self.page.path:
                add(entry, "span", item.title, lang=item.language).set("aria-current", "page")
            else:
                way = self._way(item.page, "") if item.page else item.address or ""
                add(entry, "a", item.title, lang=item.language, href=way)

    def _id(self, page: str, name: str) -> str:  # noqa: ARG002 (of the archive's one page)
        return name

    def _way(self, page: str, at: str) -> str:
        if page == self.page.path and at:
            return f"#{quote(at)}"
        address = next((one.address for one in self.locale.pages if one.path == page), "")
        return way_between(self.page.address, address) + (f"#{quote(at)}" if at else "")


def file_of(address: str) -> str:
    """The file of the page at an address, both below the root of its locale.

    >>> file_of(""), file_of("uses/"), file_of("uses.html")
    ('index.html', 'uses/index.html', 'uses.html')
    """
    name = unquote(address)
    return f"{name}index.html" if not name or name.endswith("/") else name


def way_between(page: str, other: str) -> str:
    """The relative address of one page on another, both from the same folder.

    >>> way_between("uses/", ""), way_between("", "uses/"), way_between("uses/", "uses/")
    ('../', 'uses/', './')
    """
    way = posixpath.relpath(f"/{other}", posixpath.dirname(f"/{page}"))
    return f"{way}/" if not other or other.endswith("/") else way


@dataclass(frozen=True)
class _OfLocale(ArchiveOfLocale):
    """Makes the pages of one locale."""

    def pages(self) -> dict[str, str]:
        """The pages of the locale, as the release has them with which it lags behind."""
        release = self.archive.shown_by(self.locale.id)
        frozen = release.locales[self.locale.id]
        return {
            f"{self.locale.id}/{file_of(page.address)}": self._lagging(release, frozen, page)
            for page in frozen.pages
        }

    def _lagging(self, release: Release, frozen: FrozenLocale, page: FrozenPage) -> str:
        archive = way_between(page.address, f"{FOLDER}/")
        html, body = self.html(f"{page.title} \u2013 {frozen.site_name}", f"{archive}feed.xml")
        made = LaggingPage(
            locale=frozen,
            page=page,
            way_to_other=lambda other: self._way_home(page, other),
        )
        nav = add(body, "nav", "\n")
        made.put_navigation(nav)
        self.say(add(nav, "p"), "versions", tag="a").set("href", archive)
        languages = add(nav, "p", "\n")
        for other in self.archive.locales:
            if other != self.locale:
                way = self._way_home(page, other.id)
                add(languages, "a", other.name, lang=other.id, hreflang=other.id, href=way)
        main = add(body, "main", "\n")
        add(main, "h1", frozen.site_name)
        source, status = self.archive.source, self.status(main, release)
        line = self.say(status, "newer", tag="p")
        line.text = f"{line.text} "
        add(line, "a", source.name, lang=source.id, href=self._way_home(page, source.id))
        made.put_page(main)
        return text_of(html)

    def _way_home(self, page: FrozenPage, other: str) -> str:
        """The way to the page in the source's language if it is there, or to a locale's home."""
        there = "" if other == self.archive.source.id else f"{other}/"
        if not there and page.address in self.archive.addresses:
            there = page.address
        return way_between(f"{self.locale.id}/{page.address}", there)


def lagging_files(archive: Archive) -> dict[str, str]:
    """The text of each page of the locales that lag behind, by its name below the site's folder."""
    files = {}
    for locale in archive.locales:
        if locale.id in archive.lagging:
            files.update(_OfLocale(archive, locale).pages())
    return files
