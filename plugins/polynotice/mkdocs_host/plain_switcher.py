"""The language switcher of a theme that has no place for one: a line of links above the page."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from polynotice.mkdocs_host import themes
from polynotice.mkdocs_host.build import Build
from polynotice.mkdocs_host.host import Page, relative_url

PLACE = "<!-- notice-languages -->"


def with_place(build: Build, page: Page) -> None:
    """Marks where the page has its links, unless the theme has a switcher of its own."""
    if not themes.has_switcher(build.config.theme) and build.translated:
        page.content = f"{PLACE}\n{page.content}"


def put(build: Build, html: str, page: Page) -> str:
    """Puts the links there, but for a page whose template has made its own of them."""
    if PLACE not in html:
        return html
    alternates = build.template_notice(build.locale_of(page), page).alternates
    links = " · ".join(
        f'<a href="{quote(relative_url(each.url, page.url))}" hreflang="{each.locale}" '
        f'lang="{each.locale}" dir="{each.direction}">{escape(each.name)}</a>'
        for each in alternates
    )
    has_own = all(f'hreflang="{each.locale}"' in html for each in alternates)
    is_wanted = len(alternates) > 1 and not has_own
    return html.replace(PLACE, f'<p class="notice-languages">{links}</p>' if is_wanted else "", 1)
