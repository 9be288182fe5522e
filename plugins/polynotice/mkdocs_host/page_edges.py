"""What stands around each page of the notice: the way to all of it, and what a print begins with.

It is put around the page once its template is filled: neither the search nor an export has it.
"""

from __future__ import annotations

import os
from html import escape
from urllib.parse import quote

from polynotice.core.locales import Locale, find_locale
from polynotice.core.model import Phrase
from polynotice.html.plain_text import without_tags
from polynotice.mkdocs_host import plain_switcher
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import Page, relative_url
from polynotice.mkdocs_host.locale_pages import uri_of
from polynotice.pages.element_names import UNTRANSLATED
from polynotice.pages.full_page import FULL_PAGE
from polynotice.pages.links import root_of
from polynotice.project.releases.archive import Archive
from polynotice.project.releases.archive_words import archive_words
from polynotice.project.releases.in_force import announced, begin_of
from polynotice.project.releases.in_site import archive_of
from polynotice.project.whole import full_page_in
from polynotice.verify import provenance

HEAD, FOOT = "<!-- notice-head -->", "<!-- notice-foot -->"


def with_places(build: Build, page: Page) -> None:
    """Marks where a page of the notice begins and ends."""
    if uri_of(page) in {*build.source_pages, *build.full_page.sources}:
        page.content = f"{HEAD}\n{page.content}\n{FOOT}"
    plain_switcher.with_place(build, page)


def without_places(html: str) -> str:
    r"""A page's content as it was before.

    >>> without_places(f"{HEAD}\n<p>A</p>\n{FOOT}")
    '<p>A</p>'
    """
    inner = html.removeprefix(f"{plain_switcher.PLACE}\n").removeprefix(f"{HEAD}\n")
    return inner.removesuffix(f"\n{FOOT}")


def put(build: Build, html: str, page: Page) -> str:
    """Puts there what belongs there."""
    html = plain_switcher.put(build, html, page)
    if HEAD not in html:
        return html
    html = html.replace(f"{HEAD}\n", _printed(build, page) + _standing(build, page), 1)
    return html.replace(FOOT, _way_to_whole(build, page) + _releases(build, page), 1)


def _printed(build: Build, page: Page) -> str:
    """What only a print shows: the notice's name, and the day that the build was given, if any.

    The page with the whole notice has the name in its heading.
    """
    locale = build.locale_of(page)
    name = build.say(locale)(build.full_page.site_name)
    shown = [] if uri_of(page) == FULL_PAGE else [_marked(name, locale)]
    if provenance.EPOCH in os.environ:
        day = provenance.date().date()
        shown.append(f'<time datetime="{day}">{escape(locale.written_date(day))}</time>')
    return f'<div class="notice-print">{" · ".join(shown)}</div>\n' if shown else ""


def _way_to_whole(build: Build, page: Page) -> str:
    """The link to the page with the whole notice, by its title."""
    title = build.project.notice.words.get("full")
    if not build.full_page.sources or title is None or uri_of(page) == FULL_PAGE:
        return ""
    locale = build.locale_of(page)
    whole = full_page_in(build.project, root_of(locale, build.source)).address.lstrip("/")
    way = quote(relative_url(whole, page.url))
    words = _marked(build.say(locale)(title), locale)
    return f'<div class="notice-whole"><a href="{way}">{words}</a></div>'


def _standing(build: Build, page: Page) -> str:
    """What a reader has to know before the text, where it is not that of the release in force."""
    archive, locale = archive_of(build.speaking), build.locale_of(page)
    if build.speaking.is_preview or _is_in_force(build, archive, locale):
        return ""
    language, words = archive_words(locale)
    shown = [words["unissued"]]
    if locale.id not in build.unreleased:
        begin = locale.written_date(begin_of(archive.releases[-1]))
        shown = [f"{words['not_yet']} {words['coming']} {begin}"]
    if archive.current is not None:
        day = locale.written_date(archive.current.effective)
        way = f"{quote(relative_url(archive.root(locale), page.url))}{archive.current.date}/"
        shown.append(f'{escape(words["valid"])} <a href="{way}">{escape(day)}</a>')
    mark = "" if language == locale.id else f' lang="{language}" dir="ltr"'
    return f'<div class="notice-standing"{mark}>{" · ".join(shown)}</div>\n'


def _is_in_force(build: Build, archive: Archive, locale: Locale) -> bool:
    """Whether the release in force says what a locale's pages say; so it is without releases."""
    is_newest = not archive.releases or archive.current is archive.releases[-1]
    return is_newest and locale.id not in build.unreleased


def _releases(build: Build, page: Page) -> str:
    """Which release is in force and which comes next, each a link to what it says, and all."""
    archive = archive_of(build.speaking)
    if not archive.releases or build.speaking.is_preview:
        return ""
    locale = build.locale_of(page)
    language, words = archive_words(locale)
    coming = [("coming", one) for one in announced(archive.releases, archive.as_of)]
    # "In force since" would be understood of the page that says it.
    name = "in_force" if _is_in_force(build, archive, locale) else "valid"
    current = [(name, archive.current)] if archive.current else []
    links = [
        (f"{release.date}/", f"{words[name]} {locale.written_date(release.effective)}")
        for name, release in (*current, *coming)
    ]
    root = relative_url(archive.root(locale), page.url)
    mark = "" if language == locale.id else f' class="{UNTRANSLATED}" lang="{language}" dir="ltr"'
    shown = " · ".join(
        f'<a{mark} href="{quote(root)}{way}">{escape(text)}</a>'
        for way, text in (*links, ("", words["versions"]))
    )
    return f'<div class="notice-whole notice-releases">{shown}</div>'


def _marked(phrase: Phrase, locale: Locale) -> str:
    """A phrase without markup; in another language than the page's, it says so."""
    text = escape(without_tags(phrase.text))
    if phrase.lang == locale.id:
        return text
    direction = find_locale(phrase.lang).direction
    return f'<span class="{UNTRANSLATED}" lang="{phrase.lang}" dir="{direction}">{text}</span>'
